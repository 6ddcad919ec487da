"""Sentences of a paragraph, with where they stand."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from .. import names

_ABBREVIATIONS = frozenset(
    "mr mrs ms mx dr prof doc amb sen rep hon rev gen col capt lt st jr sr vs etc no u.s u.k u.n "
    "e.g i.e d.c ing mgr judr mudr phdr inc ltd co corp dept univ gov eds ed vol art jan feb mar "
    "apr jun jul aug sep sept oct nov dec h.e ret".split()
) | {title for title, stored in names.HONORIFICS.items() if stored.lower() == f"{title}."}
_END = re.compile(
    "(?P<end>[.!?…]+)(?P<marks>[\"'”“„‟»«’˝)\\]]*)(?P<gap>\\s+)(?=[\"'“„‟”«»‘(\\[]*[^\\W_a-z])"
)
# "Ida C.E. (Nová)", "Mr. J.R. (Nový)"
_GIVEN_INITIALS = re.compile(
    r"\b(?:[^\W\d_a-z][a-zà-ž]+|(?:Mr|Mrs|Ms|Dr|Prof)\.) (?:[^\W\d_a-z]\.)+[^\W\d_a-z]\Z"
)


_ADDRESS = re.compile(r",\s(?:D\.C|U\.S|U\.K|U\.S\.A)\Z")
_LIFE = re.compile(r"(?:[^\W\d_a-z][\w’'-]+\s){2,3}(?:is|was|works|serves)\s")


class Sentence(NamedTuple):
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@lru_cache(maxsize=512)
def split(paragraph: str) -> tuple[Sentence, ...]:
    """The sentences of a paragraph; blanks between them belong to none."""
    found: list[Sentence] = []
    start = 0
    for match in _END.finditer(paragraph):
        if match["end"] == "." and match["marks"] in ("", ")"):
            is_ordinal = paragraph[match.end() : match.end() + 1].isdigit()
            if _is_abbreviation(paragraph, match.start(), before_digit=is_ordinal):
                if not _begins_life(paragraph, match):
                    continue
        end = match.end("marks")
        found.append(Sentence(paragraph[start:end], start))
        start = match.end()
    if paragraph[start:]:
        found.append(Sentence(paragraph[start:], start))
    return tuple(found)


def _begins_life(paragraph: str, match: re.Match[str]) -> bool:
    """“… in Wells, D.C. Jane Doe is a judge”: an address ends one life, and the next begins."""
    before = paragraph[max(0, match.start() - 6) : match.start()]
    return _ADDRESS.search(before) is not None and _LIFE.match(paragraph, match.end()) is not None


def _is_abbreviation(paragraph: str, stop: int, *, before_digit: bool) -> bool:
    word = re.search(r"[^\s(\[“„\"]*\Z", paragraph[max(0, stop - 20) : stop])
    bare = word[0] if word else ""
    is_initial = len(bare) == 1 and bare.isupper() and bare != "I"
    is_initial = (
        is_initial or _GIVEN_INITIALS.search(paragraph[max(0, stop - 40) : stop]) is not None
    )
    # "22. 2. 2022"
    is_ordinal = before_digit and len(bare) <= 2 and bare.isdigit()
    return is_initial or is_ordinal or bare.lower() in _ABBREVIATIONS
