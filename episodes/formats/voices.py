"""Who speaks in captions: names in `<v …>` are read with the cues, names before a colon here.

A word before a colon is only taken for a name where the file shows that it is one, or an editor
said so. Words without a name belong to nobody: whose they are, many files don't say. Where a file
names somebody only when the speaker changes, an editor can say that each name lasts until the next.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from . import names
from .captions import Cue

_CHANGE = r"(?:>>+|[-–—‐])\s*"
# A letter that isn't small: capitals, and scripts without case.
_BIG = r"(?:(?![a-zß-öø-ÿāăąćčďēęěğīįłńňőœřśšťūůűźżž])[^\W\d_])"
_WORD = rf"(?:{_BIG}[^\W\d_]*(?:[.’'‑-][^\W\d_]+)*\.?|van|von|der|de|del|da|di|la|le|al|bin)"
_NAME = rf"{_WORD}(?:[ \u00a0](?:{_WORD}|\d{{1,2}})){{0,4}}"
_PREFIX = re.compile(
    rf"^\s*(?P<change>{_CHANGE})?(?:\[(?P<boxed>{_NAME})\]\s*[:：]?|(?P<name>{_NAME})\s?[:：])(?:\s+|(?<=：)|$)"
)
_TURN = re.compile(rf"^\s*{_CHANGE}(?=\S)")
MAX_LENGTH = 48


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody heard in captions: how often, first when, and the first words."""

    name: str
    count: int
    start: float
    words: str


@dataclass(frozen=True, slots=True)
class Turn:
    """A cue, or a part of one; ``is_change`` where the file marks that somebody else speaks."""

    cue: Cue
    is_change: bool = False


def turns(
    cues: Iterable[Cue],
    not_voices: Collection[str] = (),
    also: Collection[str] = (),
    *,
    lasting: bool = False,
) -> list[Turn]:
    """The cues with the names before colons as their speakers, cut where several speak in one.

    ``not_voices`` are beginnings that look like a name and are none ("Question: …"), ``also``
    are names though the file alone doesn't show it. ``lasting``: a name holds until the next.
    """
    cues = list(cues)
    seen = possible(cues)
    known = {name for name, count in seen.items() if name in also or _is_name(name, count)}
    found: list[Turn] = []
    for cue in cues:
        found += [Turn(cue)] if cue.speaker else _turns_of(cue, known - set(not_voices))
    return _lasting(found) if lasting else found


def possible(cues: Iterable[Cue]) -> Counter[str]:
    """What stands before a colon as a name would, and how often."""
    return Counter(
        name
        for cue in cues
        if not cue.speaker
        for line in cue.text.split("\n")
        if (name := _name(_PREFIX.match(line)))
    )


def heard(cues: Iterable[Cue], also: Collection[str] = ()) -> list[Voice]:
    """The voices of captions in the order in which they are first heard."""
    counts: Counter[str] = Counter()
    first: dict[str, Cue] = {}
    for turn in turns(cues, also=also):
        if name := turn.cue.speaker:
            counts[name] += 1
            first.setdefault(name, turn.cue)
    return [
        Voice(name, counts[name], cue.start, " ".join(cue.text.split()))
        for name, cue in first.items()
    ]


def propose(voice: str, people: Sequence[names.Candidate]) -> Hashable | None:
    """The one of these people whom a voice may be; nobody where two fit. Never more than that.

    A surname or a first name alone is enough where only one of them has it.
    """
    best = names.match(voice, people, least_score=0.85)
    if best and (len(best) == 1 or best[0].score > best[1].score):
        return best[0].key
    word = names.fold(voice)
    if not word or best:
        return None
    fitting = [person.key for person in people if word in _short_names(person)]
    return fitting[0] if len(fitting) == 1 else None


def _short_names(person: names.Candidate) -> set[str]:
    short: set[str] = set()
    for name in (person.name, *person.other_spellings):
        parts = names.split_name(name)
        if parts.given:
            short |= {names.fold(parts.surname), names.fold(parts.given)}
            short.add(names.fold(parts.surname.split(" ")[-1]))
            short.add(names.fold(parts.given.split(" ")[0]))
    return short - {""}


def _is_name(name: str, count: int) -> bool:
    return len(name) > 2 and (count > 1 or name.isupper())


def _lasting(found: Iterable[Turn]) -> list[Turn]:
    """Gives the words after a name to it, until the next name or a marked change."""
    result: list[Turn] = []
    speaker = None
    for turn in found:
        speaker = turn.cue.speaker or (None if turn.is_change else speaker)
        result.append(replace(turn, cue=replace(turn.cue, speaker=speaker)))
    return result


def _name(match: re.Match[str] | None) -> str:
    name = (match["name"] or match["boxed"] or "").strip() if match else ""
    return name if len(name) <= MAX_LENGTH else ""


def _turns_of(cue: Cue, known: Collection[str]) -> list[Turn]:
    parts: list[tuple[str | None, bool, list[str]]] = [(None, False, [])]
    for line in cue.text.split("\n"):
        match = _PREFIX.match(line)
        name = _name(match)
        if match and name in known:
            parts.append((name, True, [line[match.end() :]]))
        elif turn := _TURN.match(line):
            parts.append((None, True, [line[turn.end() :]]))
        else:
            parts[-1][2].append(line)
    said = [(name, change, "\n".join(lines).strip()) for name, change, lines in parts]
    said = [part for part in said if part[2]]
    length = sum(len(text) for _name, _change, text in said) or 1
    found, at = [], 0
    for speaker, change, text in said:
        start, end = (_between(cue, place / length) for place in (at, at + len(text)))
        found.append(Turn(replace(cue, start=start, end=end, text=text, speaker=speaker), change))
        at += len(text)
    return found


def _between(cue: Cue, share: float) -> float:
    return round(cue.start + (cue.end - cue.start) * share, 3)
