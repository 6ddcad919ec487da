"""Passages of a video: where somebody wants to begin, and which ones the page tells of."""

from collections.abc import Iterable
from dataclasses import dataclass

from episodes.formats import timecode
from episodes.formats.errors import FormatError

#: A shorter video has no passages for search engines (Google's rule for `Clip`).
MIN_VIDEO_S = 30


@dataclass(frozen=True)
class Passage:
    """A part of a video in seconds; `end_s` may be unknown."""

    start_s: int
    end_s: int | None
    name: str


def start_s(written: str, duration_s: int | None) -> int | None:
    """The second of an address like `?t=90`; nothing for its beginning, its end, or rubbish."""
    try:
        seconds = int(timecode.parse(written))
    except FormatError:
        return None
    is_inside = seconds > 0 and (not duration_s or seconds < duration_s)
    return seconds if is_inside else None


def in_order(passages: Iterable[Passage], duration_s: int | None) -> list[Passage]:
    """Those inside the video, each with another start; the first of two with the same wins.

    An unknown end is where the next one begins, or the end of the video.
    """
    if duration_s and duration_s < MIN_VIDEO_S:
        return []
    by_start: dict[int, Passage] = {}
    for passage in passages:
        if not duration_s or passage.start_s < duration_s:
            by_start.setdefault(passage.start_s, passage)
    ordered = [by_start[start] for start in sorted(by_start)]
    nexts = [*(passage.start_s for passage in ordered[1:]), duration_s]
    return [
        Passage(passage.start_s, _end(passage, duration_s) or following, passage.name)
        for passage, following in zip(ordered, nexts, strict=False)
    ]


def _end(passage: Passage, duration_s: int | None) -> int | None:
    if passage.end_s is None or passage.end_s <= passage.start_s:
        return None
    return min(passage.end_s, duration_s) if duration_s else passage.end_s
