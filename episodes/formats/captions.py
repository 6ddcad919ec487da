"""Captions: WebVTT and SubRip files to cues and back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO
from typing import Any

import webvtt

from .errors import FormatError
from .errors import gettext_noop as _


@dataclass(frozen=True, slots=True)
class Cue:
    """What is said from ``start`` to ``end`` (seconds), and by whom where the file says it."""

    start: float
    end: float
    text: str
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class CueProblem:
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class CaptionFile:
    format: str
    encoding: str
    cues: tuple[Cue, ...]
    problems: tuple[CueProblem, ...]


def read(data: bytes, filename: str) -> CaptionFile:
    """Cues of a .vtt or .srt file. Raises ``FormatError`` where there are none."""
    text = data.decode("utf-8-sig", errors="replace")
    format_ = "vtt" if text.lstrip().startswith("WEBVTT") else "srt"
    try:
        parsed = webvtt.from_buffer(StringIO(text), format=format_)
    except (webvtt.errors.MalformedFileError, webvtt.errors.MalformedCaptionError) as error:
        raise FormatError(_("This is not a caption file. Choose a .vtt or .srt file.")) from error
    cues = tuple(
        Cue(_seconds(caption.start), _seconds(caption.end), caption.text, caption.voice)
        for caption in parsed.captions
    )
    return CaptionFile(format_, "utf-8", cues, ())


def _seconds(timestamp: str) -> float:
    # webvtt's own `start_in_seconds` leaves the milliseconds out.
    hours, minutes, seconds = timestamp.split(":")
    return round(int(hours) * 3600 + int(minutes) * 60 + float(seconds), 3)


def write_vtt(cues: Iterable[Cue]) -> str:
    """The cues as WebVTT, with voices."""
    blocks = ["WEBVTT"]
    for cue in cues:
        text = cue.text.replace("&", "&amp;").replace("<", "&lt;").replace("-->", "->")
        voice = f"<v {cue.speaker}>" if cue.speaker else ""
        blocks.append(f"{_clock(cue.start)} --> {_clock(cue.end)}\n{voice}{text}")
    return "\n\n".join(blocks) + "\n"


def _clock(seconds: float) -> str:
    millis = round(seconds * 1000)
    hours, rest = divmod(millis, 3_600_000)
    minutes, rest = divmod(rest, 60_000)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}"


def cues_to_json(cues: Iterable[Cue]) -> list[dict[str, Any]]:
    """Cues as they are stored."""
    return [
        {"start": cue.start, "end": cue.end, "text": cue.text, "speaker": cue.speaker}
        for cue in cues
    ]


def cues_from_json(rows: Iterable[dict[str, Any]]) -> list[Cue]:
    """Stored cues as cues again."""
    return [Cue(row["start"], row["end"], row["text"], row.get("speaker")) for row in rows]
