"""Sentences of a paragraph, with where they stand."""

from __future__ import annotations

import re
from typing import NamedTuple

_ABBREVIATIONS = frozenset(
    "mr mrs ms mx dr prof doc amb sen rep hon rev gen col capt lt st jr sr vs etc no u.s u.k u.n "
    "e.g i.e d.c ing mgr judr mudr phdr inc ltd co corp dept univ gov eds ed vol art jan feb mar "
    "apr jun jul aug sep sept oct nov dec h.e".split()
)
_END = re.compile(
    "(?P<end>[.!?…]+)(?P<marks>[\"'”“„‟»«’˝)\\]]*)(?P<gap>\\s+)"
    "(?=[\"'“„‟”«»‘(\\[]*[^\\W_a-z])"
)


class Sentence(NamedTuple):
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def split(paragraph: str) -> list[Sentence]:
    """The sentences of a paragraph; blanks between them belong to none."""
    found: list[Sentence] = []
    start = 0
    for match in _END.finditer(paragraph):
        if match["end"] == "." and not match["marks"] and _is_abbreviation(paragraph, match.start()):
            continue
        end = match.end("marks")
        found.append(Sentence(paragraph[start:end], start))
        start = match.end()
    if paragraph[start:]:
        found.append(Sentence(paragraph[start:], start))
    return found


def _is_abbreviation(paragraph: str, stop: int) -> bool:
    word = re.search(r"[^\s(\[“„\"]*\Z", paragraph[max(0, stop - 20) : stop])
    bare = word[0] if word else ""
    is_initial = len(bare) == 1 and bare.isupper() and bare != "I"
    return is_initial or bare.lower() in _ABBREVIATIONS
