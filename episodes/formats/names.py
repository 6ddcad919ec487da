"""Names of people: taking them apart, sorting them, and proposing who might be the same.

Proposals are only that. Nothing here decides that two names are one person: the editor does.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA

from . import text
from .text import clean

# Spelling in which an honorific is stored, by its folded form without dots.
HONORIFICS = {
    "mr": "Mr.", "mister": "Mr.", "mrs": "Mrs.", "ms": "Ms.", "miss": "Ms.", "mx": "Mx.",
    "dr": "Dr.", "doctor": "Dr.", "prof": "Prof.", "professor": "Prof.", "doc": "Doc.",
    "emeritus": "Emeritus", "emerita": "Emerita",
    "amb": "Amb.", "ambassador": "Amb.", "sen": "Sen.", "senator": "Sen.", "rep": "Rep.",
    "hon": "Hon.", "rev": "Rev.", "reverend": "Rev.", "fr": "Fr.", "father": "Fr.",
    "sister": "Sister", "sr": "Sister", "brother": "Brother", "pastor": "Pastor",
    "rabbi": "Rabbi", "imam": "Imam",
    "sheikh": "Sheikh", "bishop": "Bishop", "archbishop": "Archbishop", "cardinal": "Cardinal",
    "gen": "Gen.", "col": "Col.", "capt": "Capt.",
    "lt": "Lt.", "sir": "Sir", "dame": "Dame", "lord": "Lord", "lady": "Lady",
    "baroness": "Baroness", "baron": "Baron", "h.e": "H.E.", "judr": "JUDr.", "mudr": "MUDr.",
    "mgr": "Mgr.", "ing": "Ing.", "phdr": "PhDr.", "rndr": "RNDr.", "bc": "Bc.",
    "pan": "Mr.", "pani": "Mrs.",
}  # fmt: skip
# These are also ordinary words or offices: an honorific only as part of a name, with its dot.
_ONLY_WITH_DOT = frozenset({"doc", "fr", "sr", "ing", "rep", "hon", "gen", "pan", "pani"})
COURTESY = frozenset({"Mr.", "Mrs.", "Ms.", "Mx."})
SHE = frozenset({"Mrs.", "Ms.", "Dame", "Lady", "Baroness", "Sister"})
HE = frozenset({"Mr.", "Sir", "Lord", "Baron", "Fr.", "Brother", "Imam", "Sheikh", "Cardinal"})
PARTICLES = frozenset(
    "van von der den de del della di da do dos das du la le zu zur zum af av ter ten te bin ibn "
    "bint ben al el ul abu y vom vander 't ’t e i und auf".split()
)
SUFFIXES = frozenset("jr sr ii iii iv phd ph.d md csc drsc dsc mba llm esq".split())


class Name(NamedTuple):
    """A name in its parts; the pieces joined with blanks give the name without honorific."""

    honorific: str | None
    given: str
    surname: str
    suffix: str = ""


def honorific(word: str) -> str | None:
    """The stored spelling of an honorific, ``None`` for any other word."""
    key = text.fold(word)
    bare = key.rstrip(".")
    if bare in _ONLY_WITH_DOT and not key.endswith("."):
        return None
    return HONORIFICS.get(bare)


def split_name(name: str) -> Name:
    """Honorific, given names, surname with its particles, suffix.

    >>> split_name("Dr Konstantin von Eggert")
    Name(honorific='Dr.', given='Konstantin', surname='von Eggert', suffix='')
    """
    words = clean(name).split(" ")
    titles: list[str] = []
    while len(words) > 1 and (title := honorific(words[0])):
        titles.append(title)
        words.pop(0)
    suffixes: list[str] = []
    while len(words) > 1 and text.fold(words[-1]).strip(".,") in SUFFIXES:
        suffixes.insert(0, words.pop())
    words[-1] = words[-1].rstrip(",")
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    title = " ".join(titles) or None
    return Name(title, " ".join(words[:start]), " ".join(words[start:]), " ".join(suffixes))


def without_honorific(name: str) -> str:
    """``Prof. Jana Nová`` -> ``Jana Nová``."""
    parts = split_name(name)
    return " ".join(piece for piece in (parts.given, parts.surname, parts.suffix) if piece)


def surname(name: str) -> str:
    """The family name with its particles: what follows “Ms.”."""
    return split_name(name).surname


def sort_name(name: str) -> str:
    """How a list sorts it: ``Eggert, Konstantin von``; one word stays as it is."""
    parts = split_name(name)
    words = parts.surname.split(" ")
    main = next((i for i, word in enumerate(words) if word not in PARTICLES), 0)
    before = " ".join(piece for piece in (parts.given, *words[:main]) if piece)
    after = ", ".join(piece for piece in (before, parts.suffix) if piece)
    family = " ".join(words[main:])
    return f"{family}, {after}" if after else family


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """A name for comparing: no honorific, accents, case, dots, hyphens or apostrophes."""
    bare = text.fold(without_honorific(name))
    return " ".join(re.sub(r"[^\w\s]", " ", bare.replace("'", "")).split())


Reason = Literal[
    "same", "spelling", "other spelling", "order", "initials", "part left out", "slip", "similar"
]


# “Jan” and “Jana”, “Max” and “Maxine” are two people.
_OF_WOMEN = frozenset("a e ia ie ina ine ka la le ette".split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody on record: ``key`` is the caller's own handle (a primary key)."""

    key: Hashable
    name: str
    other_spellings: Sequence[str] = ()


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """A proposal, 1.0 meaning letter for letter the same; ``reason`` says why it is made."""

    score: float
    key: Hashable = field(compare=False)
    name: str = field(compare=False)
    reason: Reason = field(compare=False)


def match(name: str, candidates: Iterable[Candidate], least_score: float = 0.7) -> list[Match]:
    """Who on record might be meant by ``name``, best first. Never more than a proposal."""
    found: list[Match] = []
    for candidate in candidates:
        score, reason = compare(name, candidate.name)
        for other in candidate.other_spellings:
            other_score, _reason = compare(name, other)
            if other_score > score:
                score, reason = min(other_score, 0.98), "other spelling"
        if score >= least_score:
            found.append(Match(score, candidate.key, candidate.name, reason))
    return sorted(found, key=lambda proposal: (-proposal.score, proposal.name))


def compare(one: str, other: str) -> tuple[float, Reason]:
    """How alike two names are, 0 to 1, and in what way."""
    if clean(one) == clean(other):
        return 1.0, "same"
    left, right = fold(one), fold(other)
    if not left or not right:
        return 0.0, "similar"
    if left == right:
        return 0.98, "spelling"
    mine, theirs = left.split(), right.split()
    if "".join(mine) == "".join(theirs):
        return 0.97, "spelling"
    if sorted(mine) == sorted(theirs):
        return 0.92, "order"
    if len(mine) == len(theirs) and all(map(_initial_fits, mine, theirs)):
        return 0.85, "initials"
    if mine[-1] == theirs[-1] and len(mine) > 1 and len(theirs) > 1:
        shorter, longer = sorted((mine, theirs), key=len)
        if shorter[0] == longer[0] and set(shorter) <= set(longer):
            return 0.88, "part left out"
    distance = OSA.distance(left, right, score_cutoff=3)
    length = max(len(left), len(right))
    if distance == 1 and length >= 5:
        return 0.9, "slip"
    if distance <= 3 and _close_word_by_word(mine, theirs):
        return round(0.9 - 0.05 * distance, 2), "similar"
    return 0.0, "similar"


def is_short_form(short: str, full: str, *, at_work_together: bool = False) -> bool:
    """Whether “Rob Doe” may stand for “Robert Doe”; “Joe” for “Joseph” only where more is shared."""
    given, surname = _ends(short)
    long, other = _ends(full)
    if surname != other or not 2 < len(given) < len(long):
        return False
    if long.startswith(given):
        return long.removeprefix(given) not in _OF_WOMEN
    return at_work_together and len(given) <= 4 and long[:2] == given[:2]


def _ends(name: str) -> tuple[str, str]:
    words = fold(name).split()
    return (words[0], words[-1]) if len(words) > 1 else ("", name)


def _initial_fits(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _close_word_by_word(mine: list[str], theirs: list[str]) -> bool:
    """Every word has its counterpart: “Petr” and “Pavel” before one surname are two people."""
    if len(mine) != len(theirs):
        return False
    return all(
        OSA.distance(one, other) <= max(1, max(len(one), len(other)) // 4)
        for one, other in zip(mine, theirs, strict=True)
    )
