"""Conversations word for word: “JANE DOE: …”, and who of those who speak is the host.

Later turns shorten the name: “DOE: …”, “Jane: …”, “JD: …”. Whoever asks may bear none at all
(“Q: …”, “Editors: …”).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .. import names
from . import naming, sentences
from .biographies import in_text
from .draft import Person
from .introductions import read_list
from .listings import LABEL, Block
from .naming import NameSpan
from .parts import LIKELY, Part

_TURN = re.compile(r"(?P<who>[^\W_][^:“”\"\n]{0,60}?)\s*:\s+(?P<words>\S.*)", re.DOTALL)
_BRACKET = re.compile(r"\s*[(\[,](?P<inside>[^()\[\]]+)[)\]]?\Z")
_SELF = re.compile(r"\b(?:I[’']m|I am|[Mm]y name is|[Tt]his is)\s+(?=[A-ZÀ-Ž])")
_WELCOMES = re.compile(
    r"\bwelcome\b(?! you\b)|\b(?:my|our|today[’']s) guests?\b|\b(?:joining|joined by|with) (?:me|us)\b|"
    r"\bthank(?:s| you) (?:so much |very much )?for (?:coming|joining|being|your time|talking|speaking)\b|"
    r"\b(?:for listening|I[’']m your host|let me ask|my (?:next|last|first|final) question)\b",
    re.IGNORECASE,
)


class _Turn(NamedTuple):
    name: str
    words: str
    number: int
    role: str


def is_turn(text: str) -> bool:
    """Whether a line begins with a full name in capitals and a colon."""
    match = _TURN.match(text)
    who = _BRACKET.sub("", match["who"]) if match else ""
    return who.isupper() and naming.is_name(who.title())


def opens_turn(text: str) -> bool:
    """Whether a paragraph begins with a name and a colon: “Jane Doe: I dig wells.”"""
    match = _TURN.match(text)
    return match is not None and naming.is_name(match["who"])


def from_dialogue(title: str | None, blocks: Sequence[Block]) -> list[Part]:
    """Who speaks in a conversation that is written down word for word."""
    everything = "\n".join([title or "", *(block.text for block in blocks)])
    turns = list(_turns(blocks))
    spoken = _by_name(turns, everything)
    if len(turns) < 3 or all(len(own) == 1 for own in spoken.values()):
        return []  # a list of things with what they are
    if len(spoken) == 1 and not _others_ask(turns, spoken):
        return []
    hosts = _hosts(spoken)
    found = []
    for name, own in spoken.items():
        person = _introduced(name, own, blocks)
        found.append(Part(person, name in hosts, LIKELY, own[0].number))
    return found


def _others_ask(turns: Sequence[_Turn], spoken: dict[str, list[_Turn]]) -> bool:
    """Whether those who bear no name ask: “Editors: What do you dig?”."""
    named = [turn for own in spoken.values() for turn in own]
    others = [turn for turn in turns if turn not in named]
    return sum("?" in turn.words for turn in others) > 1


def _turns(blocks: Sequence[Block]) -> Iterator[_Turn]:
    for number, text in _lines(blocks):
        match = _TURN.match(text)
        if match is None or LABEL.match(text):
            continue
        bracket = _BRACKET.search(match["who"])
        who = match["who"][: bracket.start()] if bracket else match["who"]
        yield _Turn(who.strip(), match["words"], number, bracket["inside"] if bracket else "")


def _lines(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """The paragraphs, and questions that stand as headings above them: “Jane Doe: Is it so?”."""
    above: str | None = None
    for number, block in enumerate(blocks):
        if block.heading and block.heading != above and block.heading.endswith("?"):
            yield number, block.heading
        above = block.heading
        yield number, block.text


def _by_name(turns: Sequence[_Turn], everything: str) -> dict[str, list[_Turn]]:
    """Full name -> what they say; “DOE:” belongs to “JANE DOE:”."""
    full: dict[str, str] = {}
    labels = {turn.name for turn in turns}
    for turn in turns:
        name = _name(turn.name)
        if name and (naming.find(name)[0].sure or any(_calls(one, name) for one in labels)):
            full.setdefault(names.fold(turn.name), _as_written(name, everything))
    bearers = {one.text for one in naming.find(everything) if one.sure}
    for label, times in Counter(turn.name for turn in turns).items():
        is_known = names.fold(label) in full or any(_calls(label, one) for one in full.values())
        if times > 1 and not is_known:
            meant = {name for name in bearers if _calls(label, name)}
            if len(meant) == 1:  # "Jane:", where the text names one Jane
                name = meant.pop()
                full.setdefault(names.fold(name), name)
    spoken: dict[str, list[_Turn]] = {}
    for turn in turns:
        folded = names.fold(turn.name)
        owners = [name for key, name in full.items() if key == folded or _calls(turn.name, name)]
        if len(owners) == 1:
            spoken.setdefault(owners[0], []).append(turn)
    return spoken


def _calls(label: str, name: str) -> bool:
    """Whether a label shortens a full name: to its first word, to those that follow, to letters."""
    folded = names.fold(name)
    first, _blank, rest = folded.partition(" ")
    if names.fold(label) in (first, rest, folded.rsplit(" ", 1)[-1]):
        return True
    letters = label.replace(".", "")
    capitals = [word[0].upper() for word in folded.split()]
    return letters.isupper() and len(letters) > 1 and letters in (
        "".join(capitals),
        capitals[0] + capitals[-1],
    )  # fmt: skip


def _name(written: str) -> str | None:
    """A full name, capitals only at the beginning of its words; “Ruth Day” may be one."""
    bare = re.sub(r"\s+", " ", written).strip()
    titled = (
        re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), bare) if bare.isupper() else bare
    )
    spans = naming.find(titled)
    is_whole = len(spans) == 1 and names.without_honorific(titled) == spans[0].text
    return spans[0].text if is_whole else None


def _as_written(name: str, everything: str) -> str:
    """As the text writes it elsewhere: “MCDONALD” is “McDonald”."""
    pattern = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
    spellings = (match[0] for match in pattern.finditer(everything))
    return next((one for one in spellings if not one.isupper()), name)


def _hosts(spoken: dict[str, list[_Turn]]) -> set[str]:
    """Whoever welcomes; where all do or nobody does, the one who asks nearly all questions."""
    welcoming = {
        name for name, own in spoken.items() if any(_WELCOMES.search(one.words) for one in own)
    }
    if 0 < len(welcoming) < len(spoken):
        return welcoming
    asked = {name: sum("?" in one.words for one in own) for name, own in spoken.items()}
    most = max(asked, key=lambda name: asked[name])
    others = sum(count for name, count in asked.items() if name != most)
    asks_mostly = 2 * asked[most] >= len(spoken[most])
    return {most} if len(spoken) > 1 and asks_mostly and asked[most] > 2 * others else set()


def _introduced(name: str, own: Sequence[_Turn], blocks: Sequence[Block]) -> Person:
    """What they say of themselves, or what somebody says beside their name."""
    everything = "\n".join(block.text for block in blocks)
    for turn in own:
        if turn.role:
            listed = read_list(f"{name}, {turn.role}", is_object=False)
            return listed[0].as_person() if listed else Person(name)
        for match in _SELF.finditer(turn.words):
            listed = read_list(sentences.split(turn.words[match.end() :])[0].text, is_object=True)
            if listed and listed[0].words and names.fold(listed[0].span.text) == names.fold(name):
                return listed[0].as_person()
    at = max(everything.find(f"{name}, "), everything.find(f"{name} ("))
    if at >= 0:
        listed = read_list(sentences.split(everything[at:])[0].text, is_object=True)
        if listed and listed[0].span.text == name:
            return listed[0].as_person()
    part = in_text(NameSpan(name, 0, len(name), None, sure=True), blocks)
    return part.person if part else Person(name)
