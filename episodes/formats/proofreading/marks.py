"""Quotation marks that don't fit together, and blanks that nobody wanted.

English quotes “so”, Czech „so“. A text may be set either way, or in straight marks throughout:
what is pointed out is a pair of two kinds, a mark without its other half, and the rarer kind
where one text uses several. Single marks are left alone: they are apostrophes far more often.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .findings import Finding, Kind, Piece, around

MARKS = '“”„‟"«»'
#: What may open, and what closes it.
PAIRS = {"“": "”", "„": "“", '"': '"', "«": "»", "»": "«"}
#: What a language prefers where one text mixes kinds.
OF_LANGUAGE = {"en": "“", "cs": "„"}
NO_BREAK = "\u00a0\u2007\u202f"

_NO_BREAK = re.compile(f"[{NO_BREAK}]")
_DOUBLED = re.compile(rf"(?<=\S)[ {NO_BREAK}]{{2,}}(?=\S)")
# Feet, inches, minutes and seconds: 5'10", 12.5"
_MEASURE = re.compile(r"[\d′']\"")


@dataclass(frozen=True)
class _Quotation:
    piece: Piece
    start: int
    end: int
    opening: str
    closing: str

    @property
    def words(self) -> str:
        inside = self.piece.text[self.start : self.end + 1]
        return inside if len(inside) <= 60 else f"{inside[:30].rstrip()} … {inside[-22:].lstrip()}"


def blanks(piece: Piece, language: str) -> list[Finding]:
    """No-break blanks in English (Czech needs them) and doubled blanks in any language."""
    found = []
    if language == "en" and (hits := list(_NO_BREAK.finditer(piece.text))):
        words = _NO_BREAK.sub("°", around(piece.text, *hits[0].span()))
        found.append(Finding(Kind.NO_BREAK, piece.field, words, times=len(hits)))
    if hits := list(_DOUBLED.finditer(piece.text)):
        words = _DOUBLED.sub(lambda m: "·" * len(m[0]), around(piece.text, *hits[0].span()))
        found.append(Finding(Kind.DOUBLED, piece.field, words, times=len(hits)))
    return found


def quotation_marks(pieces: Sequence[Piece], language: str) -> list[Finding]:
    """All that is wrong with the quotation marks of one text, given paragraph by paragraph."""
    found: list[Finding] = []
    whole: list[_Quotation] = []
    for number, piece in enumerate(pieces):
        following = pieces[number + 1].text.lstrip()[:1] if number + 1 < len(pieces) else ""
        quotations, findings = _read(piece, following)
        found += findings
        for one in quotations:
            if PAIRS.get(one.opening) == one.closing:
                whole.append(one)
            else:
                family = _family(one, OF_LANGUAGE.get(language, ""))
                found.append(Finding(Kind.MIXED_MARKS, piece.field, one.words, _set_in(family)))
    order = {piece.field: number for number, piece in reversed(list(enumerate(pieces)))}
    return sorted(found + _rarer(whole, language), key=lambda one: order[one.field])


def _read(piece: Piece, following: str) -> tuple[list[_Quotation], list[Finding]]:
    """The outermost quotations of a paragraph, and marks that stand alone in it.

    `following` is what the next paragraph begins with: a quotation over several paragraphs
    opens each of them and closes the last alone.
    """
    quotations: list[_Quotation] = []
    alone: list[Finding] = []
    text, start, depth = piece.text, -1, 0
    for place, mark in enumerate(text):
        if mark not in MARKS or (start < 0 and _is_measure(text, place)):
            continue
        opens = _opens(text, place, mark, nothing_open=start < 0)
        if start < 0 and opens:
            start = place
        elif start < 0:
            alone.append(Finding(Kind.NOT_OPENED, piece.field, around(text, place, place + 1)))
        elif opens and mark == text[start]:
            alone.append(Finding(Kind.NOT_CLOSED, piece.field, _beginning(text, start)))
            start, depth = place, 0
        elif opens:
            depth += 1
        elif depth:
            depth -= 1
        else:
            quotations.append(_Quotation(piece, start, place, text[start], mark))
            start = -1
    if start >= 0 and following != text[start]:
        alone.append(Finding(Kind.NOT_CLOSED, piece.field, _beginning(text, start)))
    return quotations, alone


def _is_measure(text: str, place: int) -> bool:
    return place > 0 and _MEASURE.match(text, place - 1) is not None


def _opens(text: str, place: int, mark: str, nothing_open: bool) -> bool:
    """Whether a mark stands before words: what it looks like decides less than where it stands."""
    before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
    if mark == "«" and nothing_open:
        return True  # French sets a blank behind it
    if not after or after.isspace() or after in ".,;:!?)]}…":
        return False
    if not before or before.isspace() or before in "([{—–-/‘‚":
        return True
    return nothing_open and mark in PAIRS


def _beginning(text: str, start: int) -> str:
    words = text[start : start + 40]
    return words if start + 40 >= len(text) else f"{words.rsplit(' ', 1)[0]} …"


def _family(one: _Quotation, preferred: str) -> str:
    """The opening mark of the kind that a mixed pair should be of."""
    if preferred and {one.opening, one.closing} & {preferred, PAIRS[preferred]}:
        return preferred
    return one.opening if one.opening in PAIRS else "“"


def _set_in(opening: str) -> str:
    return f"{opening}…{PAIRS[opening]}"


def _rarer(whole: list[_Quotation], language: str) -> list[Finding]:
    """One finding for each field with quotations of another kind than the text's own."""
    counts = Counter(one.opening for one in whole)
    if len(counts) < 2:
        return []
    preferred = OF_LANGUAGE.get(language, "")
    own = preferred if preferred in counts else counts.most_common(1)[0][0]
    others: dict[tuple[str, str], list[_Quotation]] = {}
    for one in whole:
        if one.opening != own:
            others.setdefault((one.piece.field, one.opening), []).append(one)
    return [
        Finding(Kind.MIXED_MARKS, field, found[0].words, _set_in(own), len(found))
        for (field, _opening), found in others.items()
    ]
