"""Bulletins: files that hold more than one episode, and where each begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..documents import Document, Line
from ..errors import FormatError, excerpt
from ..errors import gettext_noop as _
from . import dates, hashtags, layout, people

_SERIES = re.compile(r"#\w+\s+[A-Z]\w+|\b(?:chat|podcast|episode)\b")
_LONGEST_TITLE = 200
_LEAST_TEXT = 80


class SeveralEpisodes(FormatError):
    """A file with more than one episode. ``starts`` are the lines where each begins."""

    def __init__(self, titles: Sequence[str], starts: Sequence[int]) -> None:
        self.titles = tuple(titles)
        self.starts = tuple(starts)
        super().__init__(
            _(
                "This file holds {count} episodes: {titles}. Split it into one file for each, "
                "title first, and bring them one by one."
            ),
            count=len(starts),
            titles=", ".join(f"“{excerpt(title)}”" for title in titles),
        )


def check(document: Document) -> None:
    """Raise ``SeveralEpisodes`` for a bulletin."""
    starts = find_starts(document.lines)
    if len(starts) > 1:
        titles = [hashtags.strip(document.lines[at].text)[0] for at in starts]
        raise SeveralEpisodes(titles, starts)


def split(document: Document) -> tuple[Document, ...]:
    """One document for each episode; what stands before the first belongs to it."""
    starts = find_starts(document.lines)
    if len(starts) < 2:
        return (document,)
    ends = [*starts[1:], len(document.lines)]
    begins = [0, *starts[1:]]
    return tuple(
        replace(document, lines=document.lines[begin:end])
        for begin, end in zip(begins, ends, strict=True)
    )


def find_starts(lines: Sequence[Line]) -> list[int]:
    """The lines with which episodes begin; fewer than two where there is only one."""
    for found in (_titles_with_date(lines), _titles_with_hashtag(lines), _introductions(lines)):
        starts = [
            at
            for number, at in enumerate(found)
            if _has_text(lines[at : found[number + 1] if number + 1 < len(found) else len(lines)])
        ]
        if len(starts) > 1:
            return starts
    return []


def _has_text(lines: Sequence[Line]) -> bool:
    return any(len(line.text) > _LEAST_TEXT for line in lines)


def _titles_with_date(lines: Sequence[Line]) -> list[int]:
    found = []
    for at in range(1, len(lines)):
        try:
            is_date = dates.read_alone(lines[at].text) is not None
        except dates.UnclearDate:
            is_date = False
        if is_date and _is_title(lines[at - 1]):
            found.append(at - 1)
    return found


def _titles_with_hashtag(lines: Sequence[Line]) -> list[int]:
    found: list[tuple[int, str]] = []
    for at, line in enumerate(lines):
        title, tags = hashtags.strip(line.text)
        if len(tags) == 1 and len(title.split()) >= 2 and _is_title(line):
            found.append((at, tags[0].casefold()))
    return [at for at, tag in found if tag == found[0][1]]


def _is_title(line: Line) -> bool:
    text = hashtags.strip(line.text)[0]
    return (
        line.style != "bullet"
        and bool(text)
        and not people.is_label(text)
        and layout.is_title_like(text)
        and len(text) < _LONGEST_TITLE
    )


def _introductions(lines: Sequence[Line]) -> list[int]:
    """Paragraphs that each bring other guests to an episode, under headings of their own."""
    found: list[int] = []
    known: set[str] = set()
    for at, line in enumerate(lines):
        if len(line.text) < 100 or not _SERIES.search(line.text) or line.style == "bullet":
            continue
        guests, hosts = people.find(None, [people.Block(line.text, None)])
        guest_names = {person.name for person in guests}
        if not guest_names or not people.are_introduced(line.text):
            continue
        if known & {*guest_names, *(person.name for person in hosts)}:
            continue
        known |= guest_names
        if found or at:
            found.append(at - 1 if at and _is_title(lines[at - 1]) else at)
    return found if all(_is_title(lines[at]) for at in found) else []
