"""Words in quotation marks, in whatever pairs of marks they come.

Articles open with “ and close with ", open and close with “, close what was never opened. What a
mark does is therefore told by what stands beside it, not by its shape.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .naming import NICKNAME_FOLLOWS

_MARKS = '“”„‟"«»˝″＂'
_ALWAYS_CLOSING = "”˝″"
_MARK = re.compile(f"[{_MARKS}]|''|,,(?=\\w)")


# William “Bill” Browne
_NICKNAME = re.compile(
    r"(?<![\w])[^\W\d_a-z][\w’'-]*\.? (?P<nick>[“\"„«][^\W\d_a-z][\w’'-]*"
    rf"(?: [^\W\d_a-z][\w’'-]*)?[”\"“»]) (?={NICKNAME_FOLLOWS})"
)


class Quotation(NamedTuple):
    """``start``–``end`` holds the marks as well; ``is_whole`` is false where one is missing."""

    text: str
    start: int
    end: int
    is_whole: bool = True


def find(paragraph: str) -> list[Quotation]:
    """The quotations of a paragraph, in order; those inside another are part of it."""
    found: list[Quotation] = []
    opened: list[re.Match[str]] = []
    last_end = 0
    nicknames = [match.span("nick") for match in _NICKNAME.finditer(paragraph)]
    for mark in _MARK.finditer(paragraph):
        if any(start <= mark.start() < end for start, end in nicknames):
            continue
        if _opens(paragraph, mark, is_open=bool(opened)):
            if opened and not _may_nest(opened[-1][0], mark[0]):
                # The one before was never closed: it ends where nobody can tell.
                opened.clear()
            opened.append(mark)
        elif opened:
            begin = opened.pop()
            if not opened:
                found.append(_quotation(paragraph, begin.end(), mark.start(), begin.start(), mark))
                last_end = mark.end()
        elif not found and mark.start() > 0 and paragraph[: mark.start()].strip():
            found.append(
                Quotation(_clean(paragraph[: mark.start()]), 0, mark.end(), is_whole=False)
            )
            last_end = mark.end()
    if opened:
        begin = opened[0]
        inner = paragraph[begin.end() :]
        if begin.start() >= last_end and (not paragraph[: begin.start()].strip() or _ends(inner)):
            found.append(Quotation(_clean(inner), begin.start(), len(paragraph), is_whole=False))
    return [quotation for quotation in found if quotation.text]


def _quotation(
    paragraph: str, start: int, end: int, outer_start: int, mark: re.Match[str]
) -> Quotation:
    return Quotation(_clean(paragraph[start:end]), outer_start, mark.end())


def _opens(paragraph: str, mark: re.Match[str], *, is_open: bool) -> bool:
    before = paragraph[mark.start() - 1 : mark.start()]
    after = paragraph[mark.end() : mark.end() + 1]
    free_before = not before or before.isspace() or before in "([{—–-/…:,"
    tied_after = bool(after) and not after.isspace() and after not in ",.;:!?)]}"
    if free_before and tied_after:
        return mark[0] not in _ALWAYS_CLOSING or not is_open
    if not free_before and not tied_after:
        return False
    # Glued on both sides, or free on both: go on with what is needed.
    return not is_open and bool(after) and mark[0] not in _ALWAYS_CLOSING


def _may_nest(outer: str, inner: str) -> bool:
    return outer != inner


def _ends(text: str) -> bool:
    return text.rstrip().endswith((".", "!", "?", "…"))


def _clean(text: str) -> str:
    """Without the comma that belongs to the sentence around it."""
    return re.sub(r"[\s,]+\Z", "", text).lstrip()
