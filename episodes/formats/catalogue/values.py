"""Single values of a row: text, lists, days, lengths, languages.

Each reads what a person, a spreadsheet or a machine wrote, and raises FormatError for what it
can't be sure of: a wrong date is worse than none.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from .. import text, timecode
from ..article import dates
from ..errors import FormatError, excerpt
from ..errors import gettext_noop as _
from . import languages

YEARS = range(1900, 2101)
#: A longer one is a time of day that a spreadsheet took "41:30" for.
MAX_DURATION_S = 12 * 3600
MAX_DESCRIPTION_LENGTH = 100_000
MAX_LIST_LENGTH = 100

_COMPACT_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")
_BEGINS_WITH_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?")
_ISO_DURATION = re.compile(r"P(?:0D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?", re.IGNORECASE)
_LIST_SEPARATORS = re.compile(r"[;|\n\r]+")


def line(value: object) -> str:
    """One line of plain text; a number as it is written."""
    if value is None or isinstance(value, bool | dict | list | tuple):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return text.clean(str(value))


def items(value: object, *, names: bool = False) -> tuple[str, ...]:
    """A list, or a cell with `;`, `|` or line ends between its parts; commas where that is safe.

    “Novák, Jan” is one person: among names, a comma divides only what has a blank on both sides
    of it. Raises FormatError where that isn't clear.
    """
    if isinstance(value, list | tuple):
        parts: Iterable[object] = value
    else:
        written = "" if value is None or isinstance(value, bool | dict) else str(value)
        parts = _LIST_SEPARATORS.split(written)
        if len(_LIST_SEPARATORS.split(written.strip())) == 1 and "," in written:
            parts = _divided_by_commas(written, names)
    found: dict[str, str] = {}
    for part in parts:
        if item := line(part):
            found.setdefault(text.fold(item), item)
    if len(found) > MAX_LIST_LENGTH:
        raise FormatError(
            _("There are {count} of them, at most {most} are taken."),
            count=len(found),
            most=MAX_LIST_LENGTH,
        )
    return tuple(found.values())


def _divided_by_commas(written: str, names: bool) -> list[str]:
    parts = [line(part) for part in written.split(",") if line(part)]
    if names and not all(" " in part for part in parts):
        raise FormatError(
            _("“{written}” may be one name or several: write a semicolon between names."),
            written=excerpt(written),
        )
    return parts


def day(value: object) -> dt.date | None:
    """The day of `2021-03-14`, `20210314`, `14. 3. 2021`, `14 March 2021` or a date's cell."""
    if isinstance(value, dt.datetime):
        value = value.date()
    if not isinstance(value, dt.date):
        written = line(value)
        if not written:
            return None
        value = _day_of(written)
        if value is None:
            raise FormatError(
                _("“{written}” is not a day that we can read: write it as 2021-03-14."),
                written=excerpt(written),
            )
    if value.year not in YEARS:
        raise FormatError(
            _("The year {year} is not between 1900 and 2100: write the day as 2021-03-14."),
            year=value.year,
        )
    return value


def _day_of(written: str) -> dt.date | None:
    try:
        if match := _COMPACT_DAY.fullmatch(written):
            return dt.date(int(match[1]), int(match[2]), int(match[3]))
        if match := _BEGINS_WITH_DAY.fullmatch(written):
            return dt.date.fromisoformat(match[1])
        return dates.read_alone(written)
    except ValueError:
        return None


def seconds(value: object) -> int | None:
    """A length: seconds, `41:30`, `1:02:03`, `PT41M30S`; nothing for none and for 0."""
    if isinstance(value, dt.timedelta):
        found = value.total_seconds()
    elif isinstance(value, dt.time):
        found = value.hour * 3600 + value.minute * 60 + value.second
    elif isinstance(value, int | float) and not isinstance(value, bool):
        found = value
    else:
        written = line(value)
        if not written:
            return None
        match = _ISO_DURATION.fullmatch(written)
        if match and any(match.groups()):
            hours, minutes, rest = (int(part or 0) for part in match.groups())
            found = hours * 3600 + minutes * 60 + rest
        else:
            found = timecode.parse(written)
    if not 0 <= found <= MAX_DURATION_S:
        raise FormatError(
            _("A video of {hours} hours? Write the length as text, as in 41:30 or 1:02:03."),
            hours=excerpt(f"{found / 3600:.0f}"),
        )
    return round(found) or None


def language(value: object) -> str:
    """A code of two letters. Raises FormatError for a language that isn't known."""
    written = line(value)
    if not written:
        return ""
    found = languages.code(written)
    if not found:
        raise FormatError(
            _("“{written}” is not a language that we know: write a code such as en or cs."),
            written=excerpt(written),
        )
    return found


def paragraphs(value: object) -> str:
    """Text with a blank line between paragraphs, and line ends where they were."""
    if value is None or isinstance(value, bool | dict | list | tuple):
        return ""
    if len(str(value)) > MAX_DESCRIPTION_LENGTH:
        raise FormatError(
            _("The text has {length} characters, at most {most} are taken."),
            length=len(str(value)),
            most=MAX_DESCRIPTION_LENGTH,
        )
    lines = "\n".join(text.clean(one) for one in text.split_lines(str(value)))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()
