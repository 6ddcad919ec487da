"""One line of a catalogue: what it says of one video, or why it can't be read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ..errors import FormatError


@dataclass(frozen=True, slots=True)
class Problem:
    """A field whose value was left out, and why."""

    field: str
    error: FormatError


@dataclass(frozen=True, slots=True)
class Row:
    """One video. What the catalogue doesn't say is empty; `problems` are values left out.

    `source_key` is the catalogue's own name for the video, `language` an ISO 639-1 code or
    whatever was written, `description` has paragraphs with a blank line between them.
    """

    line: int
    title: str
    source_key: str = ""
    guests: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    recorded_on: dt.date | None = None
    published_on: dt.date | None = None
    language: str = ""
    duration_s: int | None = None
    description: str = ""
    video_url: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that no episode can be made of."""

    line: int
    field: str
    error: FormatError
    title: str = ""
