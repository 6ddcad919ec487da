"""What is said of several people at once, given to each: “A, B and C, members of Z”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from . import affiliations, lexicon

if TYPE_CHECKING:
    from .introductions import Introduction

_SEVERAL = re.compile(
    r"(?:(?:both|all|each|two|three|four|five|the|of them|of whom|are|were)\s+)+", re.IGNORECASE
)
_COUNTED = re.compile(r"(?:the\s+)?(?:two|three|four|five|six)\s", re.IGNORECASE)


def to_each(listed: list[Introduction], text: str) -> list[Introduction]:
    """The people of a list in ``text``, each with what is said of them together."""
    return _share_house(_share(_share_office(listed)), text)


def _share(listed: list[Introduction]) -> list[Introduction]:
    """“A, B and C, members of Z”, “journalists A and B”: what is said of several, to each."""
    shared = list(listed)
    for number, one in enumerate(listed):
        words = _of_each(one.words)
        if words is None and _is_house_of_two(listed, number):
            shared[number - 1] = replace(listed[number - 1], words=one.words)
        if words is None:
            continue
        first = last = number
        if one.office:
            # "journalists A and B": the office stands before the first.
            while last + 1 < len(listed) and _is_bare(listed[last + 1]):
                last += 1
        else:
            while first and _is_bare(listed[first - 1]) and not listed[first - 1].words:
                first -= 1
        if first == last and not re.match(r"(?:both|all)\b", one.words):
            continue
        house = listed[last].words if last > number else ""
        for at in range(first, last + 1):
            shared[at] = replace(
                listed[at],
                words=f"{words} {house}".strip(),
                as_written=one.as_written or one.words,
            )
    return shared


def _is_house_of_two(listed: Sequence[Introduction], number: int) -> bool:
    """“with A and B of the institute X”: whoever stands there alone is of X as well."""
    if number != 1 or len(listed) != 2:
        return False
    one, other = listed
    is_bare = not (one.words or one.office or other.office)
    return is_bare and re.match(r"(?:of|from|at)\s+the\s+[a-z]", other.words) is not None


def _share_office(listed: list[Introduction]) -> list[Introduction]:
    """“Two journalists, A (Wells) and B (Lakes)”: the office before the first is that of each."""
    office = _of_each(listed[0].office) if listed and _COUNTED.match(listed[0].office) else None
    if office is None or any(one.office for one in listed[1:]):
        return listed
    houses = [
        listed[0].words[len(listed[0].office) :].strip(" ,;"),
        *(one.words for one in listed[1:]),
    ]
    if any(not house or affiliations.looks_like_role(house) for house in houses):
        return listed
    return [
        replace(one, words=f"{office}, {house}", as_written=f"{listed[0].office}, {house}")
        for one, house in zip(listed, houses, strict=True)
    ]


def _share_house(listed: list[Introduction], text: str) -> list[Introduction]:
    """“A and B, Wells; C, Lakes”: between semicolons the house behind the last is that of all."""
    shared = list(listed)
    for at in range(len(listed) - 1, 0, -1):
        one, before = shared[at], listed[at - 1]
        is_together = ";" in text and ";" not in text[before.span.end : one.span.start]
        is_house = bool(one.words) and not affiliations.looks_like_role(one.words)
        if is_together and is_house and not (before.words or one.office):
            shared[at - 1] = replace(before, words=one.words)
    return shared


def _is_bare(one: Introduction) -> bool:
    """Whether nothing says what somebody is, but for the house: “B of Charles University”."""
    return not one.office and re.match(r"(?:(?:of|at|from)\s|\Z)", one.words) is not None


def _of_each(words: str) -> str | None:
    """“both senior fellows at Y” -> “senior fellow at Y”; ``None`` for the words on one person."""
    match = _SEVERAL.match(words)
    bare = words[match.end() :] if match else words
    if match and re.match(r"(?:of|from|at|with)\s", bare):
        return bare
    before, preposition, rest = _split_first(bare)
    each = [lexicon.singular(word.rstrip(",")) for word in before.split()]
    if not any(each):
        return None
    single = " ".join(
        word.replace(word.rstrip(","), one) if one else word
        for word, one in zip(before.split(), each, strict=True)
    )
    return f"{single}{preposition}{rest}"


def _split_first(words: str) -> tuple[str, str, str]:
    match = re.search(r",?\s(?:of|at|for|with|from|in|on|to|who|within)\s|,\s(?!and\s)|\Z", words)
    assert match is not None
    return words[: match.start()], match[0], words[match.end() :]
