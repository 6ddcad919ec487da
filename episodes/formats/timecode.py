"""A place in a video as people write it: ``12:34``, ``1:02:03``, ``90``, ``1m30s``."""

from __future__ import annotations

import re

from .errors import FormatError, excerpt
from .errors import gettext_noop as _

_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?", re.ASCII)
_UNITS = re.compile(r"(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?", re.ASCII | re.IGNORECASE)
_PLAIN = re.compile(r"(\d{1,6})[.,](\d{1,3})s?", re.ASCII)


def parse(text: str) -> float:
    """Seconds; a whole number of them comes back as ``int``.

    Raises ``FormatError`` for anything else than hours:minutes:seconds, 1h2m3s or plain seconds.
    """
    written = text.strip()
    if match := _CLOCK.fullmatch(written):
        hours, minutes, seconds, fraction = match.groups()
        if int(seconds) < 60 and (hours is None or int(minutes) < 60):
            whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
            return _with_fraction(whole, fraction)
    elif match := _PLAIN.fullmatch(written):
        return _with_fraction(int(match[1]), match[2])
    elif written and (match := _UNITS.fullmatch(written)):
        hours, minutes, seconds = match.groups()
        return int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
    raise FormatError(
        _("“{written}” is not a time in a video. Write minutes and seconds, for example 12:34."),
        written=excerpt(text),
    )


def _with_fraction(whole_s: int, fraction: str | None) -> float:
    if not fraction or not int(fraction):
        return whole_s
    return round(whole_s + float(f"0.{fraction}"), 3)


def format(seconds: float) -> str:  # noqa: A001 - timecode.format reads as what it is
    """``754`` -> ``12:34``, ``3723`` -> ``1:02:03``; parts of a second are left out."""
    whole_s = max(0, int(seconds))
    hours, rest = divmod(whole_s, 3600)
    minutes, secs = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{secs:02}" if hours else f"{minutes}:{secs:02}"
