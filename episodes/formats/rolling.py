"""Rolling captions: each line is shown twice, and a reader must see it once.

YouTube's automatic captions push every line up when the next one comes, so that each cue repeats
the end of the one before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_WORD_TIME = re.compile(r"<\d{2}:\d{2}(?::\d{2})?\.\d{3}>\s*<c")
_LEAST_SHARE = 0.4
_LEAST_CUES = 4
_GAP_S = 0.25
_MOST_LINES = 8
"""More than any screen shows; a cue of a million lines is no caption."""

Timed = tuple[float, float, str]


def is_rolling(cues: Sequence[Timed], source: str) -> bool:
    """Whether a file's cues roll: it times single words, or most cues repeat the one before."""
    if len(cues) < 2:
        return False
    repeats = sum(
        1
        for before, now in pairwise(cues)
        if _adjoin(before, now) and _overlap(_lines(before[2]), _lines(now[2]))
    )
    if _WORD_TIME.search(source):
        return repeats > 0
    return len(cues) >= _LEAST_CUES and repeats / (len(cues) - 1) >= _LEAST_SHARE


def unroll(cues: Sequence[Timed]) -> list[tuple[int, float, float, str]]:
    """The cues without what the one before has shown: index, start, end and new words of each."""
    kept: list[tuple[int, float, float, str]] = []
    shown: list[str] = []
    before: Timed | None = None
    for at, cue in enumerate(cues):
        lines = _lines(cue[2])
        known = _overlap(shown, lines) if before and _adjoin(before, cue) else 0
        new = lines[known:]
        if new:
            kept.append((at, cue[0], cue[1], "\n".join(new)))
        elif known and kept:
            # Nothing new: the words before stay on the screen.
            index, start, end, text = kept[-1]
            kept[-1] = (index, start, max(end, cue[1]), text)
        before, shown = cue, lines
    return kept


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _adjoin(before: Timed, now: Timed) -> bool:
    return now[0] - before[1] <= _GAP_S


def _overlap(shown: Sequence[str], lines: Sequence[str]) -> int:
    """How many lines at the beginning were the last ones shown."""
    for length in range(min(len(shown), len(lines), _MOST_LINES), 0, -1):
        if list(shown[-length:]) == list(lines[:length]):
            return length
    return 0
