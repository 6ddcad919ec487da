"""Chapters of a video: read from lines, a pasted description or a caption file; checked; written.

YouTube's rules (https://support.google.com/youtube/answer/9884579): the first begins at 0:00, at
least three, in ascending order, each at least ten seconds. Podcasting 2.0 reads JSON 1.2.0
(https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from . import captions, timecode
from .captions import Cue
from .errors import FormatError, excerpt
from .errors import gettext_noop as _
from .text import clean, split_lines

LEAST = 3
LEAST_S = 10
MAX_TITLE_LENGTH = 200

_TIME = r"\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
_LINE = re.compile(
    rf"\s*(?:[-–—•*·▶►⏱️]+\s*)?[\[(]?(?P<time>{_TIME})[\])]?"
    rf"(?:\s*[-–—]\s*{_TIME}(?=\s))?\s*(?:[-–—:|·.»>]+\s*)?(?P<title>.*)"
)
_TIME_LAST = re.compile(rf".*\S\s+[\[(]?{_TIME}[\])]?\s*")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a video: the second when it begins, and what it is about."""

    start_s: int
    title: str


class ChapterErrors(ValueError):
    """Everything that is wrong with a list of chapters."""

    def __init__(self, errors: Sequence[FormatError]) -> None:
        self.errors = list(errors)
        super().__init__(" ".join(str(error) for error in errors))


def read(written: str) -> list[Chapter]:
    """The chapters in lines like "1:30 Title", a whole description, or WebVTT.

    Of a description the lines around the chapters are passed over; a line without a time among
    them may be one that somebody forgot. Raises ``ChapterErrors``, each naming its line.
    """
    if "-->" in written:
        return _read_captions(written)
    lines = [clean(line) for line in split_lines(written)]
    timed = [at for at, line in enumerate(lines) if _LINE.fullmatch(line) and line]
    backwards = [at for at, line in enumerate(lines) if at not in timed and _TIME_LAST.match(line)]
    if not timed:
        if not any(lines):
            return []
        raise ChapterErrors([_no_time(lines, backwards)])
    found: list[Chapter] = []
    errors: list[FormatError] = []
    for at in range(timed[0], timed[-1] + 1):
        if lines[at]:
            _read_line(lines[at], at + 1, found, errors)
    if errors:
        raise ChapterErrors(errors)
    return found


def _read_line(line: str, number: int, found: list[Chapter], errors: list[FormatError]) -> None:
    match = _LINE.fullmatch(line)
    if match is None:
        errors.append(
            FormatError(
                _("Line {line}: “{words}” has no time. Write it first, for example 12:34 Title."),
                line=number,
                words=excerpt(line, 40),
            )
        )
        return
    try:
        start_s = int(timecode.parse(match["time"]))
    except FormatError:
        errors.append(
            FormatError(
                _("Line {line}: “{time}” is no time; minutes and seconds go up to 59."),
                line=number,
                time=match["time"],
            )
        )
        return
    title = match["title"].strip()
    if not title:
        errors.append(
            FormatError(
                _("Line {line}: the chapter at {time} has no title."),
                line=number,
                time=match["time"],
            )
        )
    elif len(title) > MAX_TITLE_LENGTH:
        errors.append(
            FormatError(
                _("Line {line}: the title is too long, {count} characters are the most."),
                line=number,
                count=MAX_TITLE_LENGTH,
            )
        )
    elif found and start_s <= found[-1].start_s:
        errors.append(
            FormatError(
                _("Line {line}: {time} is not later than the chapter before, at {before}."),
                line=number,
                time=match["time"],
                before=timecode.format(found[-1].start_s),
            )
        )
    else:
        found.append(Chapter(start_s, title))


def _no_time(lines: Sequence[str], backwards: Sequence[int]) -> FormatError:
    if backwards:
        return FormatError(
            _("Line {line}: write the time before the title, for example 12:34 Title."),
            line=backwards[0] + 1,
        )
    first = next(at for at, line in enumerate(lines) if line)
    return FormatError(
        _("There is no time in these lines. Write one chapter a line, for example 12:34 Title."),
        line=first + 1,
    )


def _read_captions(written: str) -> list[Chapter]:
    try:
        read = captions.read(written.encode(), "chapters.vtt")
    except FormatError as error:
        raise ChapterErrors([error]) from error
    if read.problems:
        raise ChapterErrors(
            [
                FormatError(_("Line {line}: {message}"), line=problem.line, message=problem.message)
                for problem in read.problems
            ]
        )
    return from_cues(read.cues)


def from_cues(cues: Iterable[Cue]) -> list[Chapter]:
    """Chapters of a caption file; of two that begin in the same second the first stays."""
    by_start: dict[int, str] = {}
    for cue in cues:
        title = clean(cue.text)[:MAX_TITLE_LENGTH]
        if title:
            by_start.setdefault(int(cue.start), title)
    return [Chapter(start_s, by_start[start_s]) for start_s in sorted(by_start)]


def broken_rules(chapters: Sequence[Chapter], duration_s: int | None) -> list[FormatError]:
    """Why YouTube would show none of these chapters; nothing where it would show them."""
    if not chapters:
        return []
    broken: list[FormatError] = []
    first = chapters[0]
    if first.start_s != 0:
        broken.append(
            FormatError(
                _("The first chapter must begin at 0:00, “{title}” begins at {time}."),
                title=excerpt(first.title, 40),
                time=timecode.format(first.start_s),
            )
        )
    if len(chapters) < LEAST:
        broken.append(
            FormatError(
                _("There must be at least {least} chapters, here are {count}."),
                least=LEAST,
                count=len(chapters),
            )
        )
    for chapter, end_s in zip(chapters, _ends(chapters, duration_s), strict=True):
        if end_s is not None and end_s <= chapter.start_s:
            broken.append(
                FormatError(
                    _("“{title}” begins at {time}, when the video is over."),
                    title=excerpt(chapter.title, 40),
                    time=timecode.format(chapter.start_s),
                )
            )
        elif end_s is not None and end_s - chapter.start_s < LEAST_S:
            broken.append(
                FormatError(
                    _("“{title}” at {time} lasts {seconds} s: at least {least} s are needed."),
                    title=excerpt(chapter.title, 40),
                    time=timecode.format(chapter.start_s),
                    seconds=end_s - chapter.start_s,
                    least=LEAST_S,
                )
            )
    return broken


def _ends(chapters: Sequence[Chapter], duration_s: int | None) -> list[int | None]:
    return [*(after.start_s for _before, after in pairwise(chapters)), duration_s]


def write_lines(chapters: Iterable[Chapter]) -> str:
    """The chapters as YouTube reads them in a description, and as editors write them."""
    return "\n".join(f"{timecode.format(one.start_s)} {one.title}" for one in chapters)


def write_vtt(chapters: Sequence[Chapter], duration_s: int | None) -> str:
    """The chapters as a WebVTT track. Of the last one, without a length, nobody knows the end."""
    cues = [
        Cue(one.start_s, end_s if end_s and end_s > one.start_s else one.start_s + 1, one.title)
        for one, end_s in zip(chapters, _ends(chapters, duration_s), strict=True)
    ]
    return captions.write_vtt(cues)


def to_podcast(
    chapters: Sequence[Chapter], duration_s: int | None, *, title: str
) -> dict[str, Any]:
    """The chapters as Podcasting 2.0 has them, JSON version 1.2.0."""
    rows: list[dict[str, Any]] = []
    for one, end_s in zip(chapters, _ends(chapters, duration_s), strict=True):
        row: dict[str, Any] = {"startTime": one.start_s, "title": one.title}
        if end_s is not None and end_s > one.start_s:
            row["endTime"] = end_s
        rows.append(row)
    return {"version": "1.2.0", "title": title, "chapters": rows}


def to_json(chapters: Iterable[Chapter]) -> list[dict[str, Any]]:
    """Chapters as they are stored."""
    return [{"start": one.start_s, "title": one.title} for one in chapters]


def from_json(rows: Iterable[dict[str, Any]]) -> list[Chapter]:
    """Stored chapters as chapters again."""
    return [Chapter(row["start"], row["title"]) for row in rows]
