"""Conversations word for word: “JANE DOE: …”, and who of those who speak is the host."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .. import names
from . import naming, sentences
from .draft import Person
from .introductions import read_list
from .listings import LABEL, Block
from .parts import LIKELY, Part

_TURN = re.compile(r"(?P<who>[^\W\d_][^:“”\"\n]{2,60}?)\s*:\s+(?P<words>\S.*)", re.DOTALL)
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


def from_dialogue(blocks: Sequence[Block]) -> list[Part]:
    """Who speaks in a conversation that is written down word for word."""
    everything = "\n".join(block.text for block in blocks)
    turns = list(_turns(blocks))
    spoken = _by_name(turns, everything)
    if len(spoken) < 2 or len(turns) < 3 or all(len(own) == 1 for own in spoken.values()):
        return []  # a list of things with what they are
    hosts = _hosts(spoken)
    found = []
    for name, own in spoken.items():
        person = _introduced(name, own, everything)
        found.append(Part(person, name in hosts, LIKELY, own[0].number))
    return found


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
    called = {names.fold(turn.name) for turn in turns}
    for turn in turns:
        name = _name(turn.name)
        if name and (naming.find(name)[0].sure or _first(name) in called):
            full.setdefault(names.fold(turn.name), _as_written(name, everything))
    for given, times in Counter(names.fold(turn.name) for turn in turns).items():
        bearers = {
            one.text for one in naming.find(everything) if one.sure and _first(one.text) == given
        }
        if times > 1 and len(bearers) == 1 and not any(given in _short(key) for key in full):
            name = next(iter(bearers))  # "Jane:", where the text names one Jane
            full[names.fold(name)] = name
    spoken: dict[str, list[_Turn]] = {}
    for turn in turns:
        folded = names.fold(turn.name)
        meant = [name for key, name in full.items() if key == folded or folded in _short(key)]
        if len(meant) == 1:
            spoken.setdefault(meant[0], []).append(turn)
    return spoken


def _first(name: str) -> str:
    return names.fold(name).partition(" ")[0]


def _short(full: str) -> tuple[str, ...]:
    """What a full name is shortened to: its first word, and all that follow it."""
    first, _blank, rest = full.partition(" ")
    return (first, rest, full.rsplit(" ", 1)[-1])


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
    asked = {name: sum(one.words.count("?") for one in own) for name, own in spoken.items()}
    most = max(asked, key=lambda name: asked[name])
    others = sum(count for name, count in asked.items() if name != most)
    return {most} if asked[most] > 2 * others else set()


def _introduced(name: str, own: Sequence[_Turn], everything: str) -> Person:
    """What they say of themselves, or what somebody says beside their name."""
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
    return Person(name)
