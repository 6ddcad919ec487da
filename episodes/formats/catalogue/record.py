"""From the named values of one line to a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..errors import FormatError
from ..errors import gettext_noop as _
from . import values
from .columns import assign
from .row import Problem, Refused, Row

MAX_TITLE_LENGTH = 255
#: What a downloader writes for a video that nobody can see.
_GONE = ("[private video]", "[deleted video]")
#: A record with one of these was written by youtube-dl or yt-dlp; its `id` is the video's.
_OF_DOWNLOADERS = ("extractor", "extractor_key", "ie_key", "webpage_url", "formats")

_READERS: dict[str, Callable[[Any], Any]] = {
    "source_key": values.line,
    "guests": lambda value: values.items(value, names=True),
    "hosts": lambda value: values.items(value, names=True),
    "partners": lambda value: values.items(value, names=True),
    "tags": values.items,
    "recorded_on": values.day,
    "published_on": values.day,
    "language": values.language,
    "duration_s": values.seconds,
    "description": values.paragraphs,
    "video_url": values.line,
}


def read(record: Mapping[str, Any], line: int) -> Row | Refused:
    """One row from values by column name; unknown columns are passed over."""
    is_download = any(record.get(name) for name in _OF_DOWNLOADERS)
    columns = assign(tuple(name for name in record if not (is_download and name == "id")))
    title = values.line(_first(record, columns.get("title", ())))
    if not title:
        return Refused(line, "title", FormatError(_("There is no title.")))
    if len(title) > MAX_TITLE_LENGTH:
        error = FormatError(
            _("The title has {length} characters, at most {most} fit."),
            length=len(title),
            most=MAX_TITLE_LENGTH,
        )
        return Refused(line, "title", error, title[:80])
    if title.lower() in _GONE:
        error = FormatError(_("This video is private or was deleted."))
        return Refused(line, "title", error, title)
    found: dict[str, Any] = {}
    problems = []
    for field, reader in _READERS.items():
        try:
            found[field] = reader(_first(record, columns.get(field, ())))
        except FormatError as error:
            problems.append(Problem(field, error))
    if record.get("description_cut") is True:
        problems.append(
            Problem("description", FormatError(_("The catalogue has only the beginning of it.")))
        )
    return Row(line=line, title=title, problems=tuple(problems), **found)


def _first(record: Mapping[str, Any], columns: tuple[str, ...]) -> Any:
    """The value of the first of the columns that has one."""
    return next((record[name] for name in columns if record[name] not in (None, "", [])), None)
