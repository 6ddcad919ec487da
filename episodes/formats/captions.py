"""Captions: WebVTT and SubRip files to cues and back.

WebVTT is read as its specification parses it (https://www.w3.org/TR/webvtt1/#parsing), SubRip as
players do. Good cues are kept when others are damaged; every damage is named with its line.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any, Literal

from . import encodings
from .errors import FormatError, excerpt
from .errors import gettext_noop as _
from .rolling import is_rolling, unroll

MAX_FILE_BYTES = 5_000_000
"""Ten hours of talk make about one million."""

MAX_PROBLEMS = 1000
"""More than anybody mends by hand: such a file isn't what it says it is."""

_ARROW = "-->"
_UTF_16_ARROWS = tuple((name, _ARROW.encode(name)) for name in ("utf-16-le", "utf-16-be"))
# Repetitions that no other character can end are possessive: a hostile line stays linear.
_VTT_TIME = r"(?:(\d{1,6}):)?([0-5]\d):([0-5]\d)\.(\d{3})(?!\d)"
_VTT_TIMING = re.compile(
    rf"[ \t\f]*+{_VTT_TIME}[ \t\f]*+-->[ \t\f]*+{_VTT_TIME}.*", re.ASCII | re.DOTALL
)
# As players read it: 61 minutes are an hour and one, and any mark may stand before the fraction.
_SRT_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[,.](\d{1,9})|(?<=\d:\d\d:\d\d):(\d{3}))?(?!\d)"
_SRT_TIMING = re.compile(rf"\s*+{_SRT_TIME}\s*+-->\s*+{_SRT_TIME}(?:\s.*)?", re.ASCII | re.DOTALL)
# Times that can't be read begin a cue all the same; an arrow between words is one of the words.
_SRT_MEANT = re.compile(r"[\s+-]*(?:\d+\s*:|-->)|.*-->\s*[+-]?\d+\s*:", re.ASCII | re.DOTALL)
_BLOCKS = re.compile(r"(NOTE|STYLE|REGION)(?:[ \t].*)?\Z", re.DOTALL)
_VOICE = re.compile(r"<v(?:\.[^\s<>]*+)?(?:[ \t]++(?P<name>[^<>]*+))?>")
_TAG = re.compile(r"<[^>]*>?")
_SRT_STYLE = re.compile(r"\{\\[^{}]*+\}")
_SRT_TAG = re.compile(r"</?(?:[biu]|font|c)\b[^<>]*+>", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_HUGE_REFERENCE = re.compile(r"&#(?:\d{8,}|[xX][0-9a-fA-F]{8,});?")


@dataclass(frozen=True, slots=True)
class Cue:
    """What is said from ``start`` to ``end`` (seconds), and by whom where the file says it."""

    start: float
    end: float
    text: str
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class CueProblem:
    """Something wrong in ``line`` of the file, counted from 1; ``is_lost`` where it was left out."""

    line: int
    error: FormatError
    is_lost: bool = True

    @property
    def message(self) -> str:
        """The sentence in English."""
        return str(self.error)


@dataclass(frozen=True, slots=True)
class Captions:
    """A caption file: its cues in the order of the file, and what is wrong with it."""

    format: Literal["vtt", "srt"]
    encoding: str
    cues: tuple[Cue, ...]
    problems: tuple[CueProblem, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """A cue as written; ``line`` is that of its times."""

    start: float
    end: float
    lines: tuple[str, ...]
    line: int


def read(data: bytes, filename: str, *, as_written: bool = False) -> Captions:
    """The cues of a .vtt or .srt file.

    Rolling captions (YouTube shows every line twice) come out with each word once, and a cue with
    several voices as one cue for each, unless ``as_written``.
    Raises ``FormatError`` for a file that is too large, no text, or no captions at all.
    """
    name = excerpt(PurePath(filename).name or filename, 80)
    text, encoding = decode(data, name)
    lines = re.split(r"\r\n|\n|\r", text)
    is_vtt = re.match(r"WEBVTT(?:[ \t]|\Z)", lines[0]) is not None
    if not is_vtt and _ARROW not in text:
        raise FormatError(
            _(
                "“{name}” holds no captions. Bring a .vtt or .srt file, with a time before each text."
            ),
            name=name,
        )
    is_vtt = is_vtt or (name.lower().endswith(".vtt") and _looks_like_vtt(lines))
    problems: list[CueProblem] = []
    blocks = _read_vtt(lines, problems) if is_vtt else _read_srt(lines, problems)
    _tell_backward(blocks, problems)
    cues = [_cue(block, is_vtt=is_vtt, as_written=as_written) for block in blocks]
    flat = [cue for several in cues for cue in several]
    if not as_written and is_rolling(
        [(cue.start, cue.end, cue.text) for cue in flat], "\n".join(lines)
    ):
        rolled = unroll([(cue.start, cue.end, cue.text) for cue in flat])
        flat = [
            replace(flat[at], start=start, end=end, text=words) for at, start, end, words in rolled
        ]
    problems.sort(key=lambda problem: problem.line)
    return Captions("vtt" if is_vtt else "srt", encoding, tuple(flat), tuple(problems))


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text of a caption file, and its encoding. Raises ``FormatError`` as ``read`` does."""
    if len(data) > MAX_FILE_BYTES:
        raise FormatError(
            _("“{name}” has {size} MB, too much for captions. Is it the video itself?"),
            name=name,
            size=round(len(data) / 1_000_000),
        )
    if not data.strip():
        raise FormatError(_("“{name}” is empty."), name=name)
    if data.startswith((b"WEBVTT", b"\xef\xbb\xbfWEBVTT")):
        # The specification reads a zero byte as a damaged letter, not as the end of all.
        data = data.replace(b"\x00", "\ufffd".encode())
    elif unmarked := _unmarked_utf_16(data):
        # Whatever the script, arrows tell it. Half a letter at the end is a broken transfer's.
        text = data[: len(data) // 2 * 2].decode(unmarked, "replace")
        encoding = "utf-16" if text.startswith("\ufeff") else unmarked
        return encodings.decode(text.removeprefix("\ufeff").encode(), name).text, encoding
    decoded = encodings.decode(data, name)
    return decoded.text.removeprefix("\ufeff"), decoded.encoding


def _unmarked_utf_16(data: bytes) -> str | None:
    """The order of bytes in which the first arrow is one: read the other way, it lies askew."""
    for name, arrow in _UTF_16_ARROWS:
        at = data.find(arrow)
        if at >= 0 and at % 2 == 0:
            return name
    return None


def _looks_like_vtt(lines: Sequence[str]) -> bool:
    return next((bool(_VTT_TIMING.match(line)) for line in lines if _ARROW in line), False)


def _read_vtt(lines: Sequence[str], problems: list[CueProblem]) -> list[_Block]:
    at = 0
    if lines[0].startswith("WEBVTT"):
        at = 1
        while at < len(lines) and lines[at] and _ARROW not in lines[at]:
            at += 1
    else:
        header = FormatError(_("The file should begin with WEBVTT on a line of its own."))
        problems.append(CueProblem(1, header, is_lost=False))
    blocks: list[_Block] = []
    while at < len(lines):
        if not lines[at]:
            at += 1
            continue
        if _ARROW not in lines[at]:
            first = at
            block = _BLOCKS.match(lines[at])
            is_comment = block is not None and block[1] == "NOTE"
            at += 1
            if is_comment or at >= len(lines) or _ARROW not in lines[at]:
                at = _skip(lines, at, stop_at_arrow=not is_comment)
                # Lines of blanks are no mistake, and what stands right above a time is its name.
                told = [line for line in range(first, at) if lines[line].strip()]
                if is_comment:
                    _tell_commented(lines, range(first, at), problems)
                if at < len(lines) and _ARROW in lines[at]:
                    told = told[:-1]
                if told and not block:
                    _note(
                        problems,
                        told[0] + 1,
                        _("“{words}” is not followed by a time."),
                        lines[told[0]],
                    )
                continue
        at = _read_cue(lines, at, blocks, problems)
    return blocks


def _tell_commented(
    lines: Sequence[str], comment: Iterable[int], problems: list[CueProblem]
) -> None:
    """The specification would show a cue in a comment; who wrote the comment took it out."""
    for at in comment:
        if _VTT_TIMING.match(lines[at]):
            words = _("This cue stands in a comment. A blank line above it would keep it.")
            _note(problems, at + 1, words)


def _read_cue(
    lines: Sequence[str], at: int, blocks: list[_Block], problems: list[CueProblem]
) -> int:
    """Read the cue whose times stand in line ``at``; return where the next block begins."""
    timing = _VTT_TIMING.fullmatch(lines[at])
    end = _skip(lines, at + 1, stop_at_arrow=True)
    if timing is None:
        _note(
            problems,
            at + 1,
            _("“{words}” is not a time like 00:01:02.500 --> 00:01:05.000; this cue was left out."),
            lines[at],
        )
    else:
        fields = timing.groups()
        text = tuple(lines[at + 1 : end])
        blocks.append(_Block(_seconds(fields[0:4]), _seconds(fields[4:8]), text, at + 1))
    return end


def _skip(lines: Sequence[str], at: int, *, stop_at_arrow: bool) -> int:
    while at < len(lines) and lines[at] and not (stop_at_arrow and _ARROW in lines[at]):
        at += 1
    return at


def _read_srt(lines: Sequence[str], problems: list[CueProblem]) -> list[_Block]:
    """Times tell where a cue begins: its number may be missing, its text may hold blank lines."""
    timings = [at for at, line in enumerate(lines) if _ARROW in line and _SRT_MEANT.match(line)]
    blocks: list[_Block] = []
    for number, at in enumerate(timings):
        end = timings[number + 1] if number + 1 < len(timings) else len(lines)
        if number + 1 < len(timings) and end - 1 > at and lines[end - 1].strip().isdigit():
            end -= 1
        timing = _SRT_TIMING.fullmatch(lines[at])
        if timing is None:
            _note(
                problems,
                at + 1,
                _(
                    "“{words}” is not a time like 00:01:02,500 --> 00:01:05,000; this cue was left out."
                ),
                lines[at],
            )
            continue
        hours, minutes, seconds, fraction, other = (timing.groups()[part::5] for part in range(5))
        start, stop = (
            _seconds((hours[side], minutes[side], seconds[side], fraction[side] or other[side]))
            for side in (0, 1)
        )
        text = [line for line in lines[at + 1 : end] if line.strip()]
        blocks.append(_Block(start, stop, tuple(text), at + 1))
    return blocks


def _seconds(fields: Sequence[str | None]) -> float:
    hours, minutes, seconds, fraction = fields
    whole_s = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
    return round(whole_s + float(f"0.{fraction or 0}"), 3)


def _tell_backward(blocks: Iterable[_Block], problems: list[CueProblem]) -> None:
    """Such a cue is no player's to show, but the specification keeps it, and so do its words."""
    for block in blocks:
        if block.end < block.start:
            _note(problems, block.line, _("The cue ends before it begins."), is_lost=False)


def _cue(block: _Block, *, is_vtt: bool, as_written: bool) -> list[Cue]:
    text = "\n".join(block.lines)
    if not is_vtt:
        text = _SRT_STYLE.sub("", text)
        # SubRip knows a few tags; a lone "<" is a letter there.
        return [Cue(block.start, block.end, _unescaped(_SRT_TAG.sub("", text)).strip())]
    voices = list(_VOICE.finditer(text))
    names = [_plain(voice["name"] or "") or None for voice in voices]
    if as_written or len(set(names)) <= 1:
        return [Cue(block.start, block.end, _plain(text), names[0] if names else None)]
    starts = [0 if number == 0 else voice.start() for number, voice in enumerate(voices)]
    ends = [*starts[1:], len(text)]
    return [
        Cue(block.start, block.end, _plain(text[start:end]), name)
        for start, end, name in zip(starts, ends, names, strict=True)
    ]


def _plain(text: str) -> str:
    return _unescaped(_TAG.sub("", text)).strip()


def _unescaped(text: str) -> str:
    """With letters for references as &amp;; Python refuses to read numbers of endless length."""
    return html.unescape(_HUGE_REFERENCE.sub("\ufffd", text))


def _note(
    problems: list[CueProblem], line: int, template: str, words: str = "", *, is_lost: bool = True
) -> None:
    if len(problems) > MAX_PROBLEMS:
        return
    if len(problems) == MAX_PROBLEMS:
        template, words = _("There are more problems from here on; they are not listed."), ""
    error = FormatError(template, words=excerpt(words)) if words else FormatError(template)
    problems.append(CueProblem(line, error, is_lost))


def write_vtt(cues: Iterable[Cue]) -> str:
    """The cues as WebVTT, with voices; none ends before it begins."""
    blocks = ["WEBVTT"]
    for cue in cues:
        # A blank line would end the cue, an arrow would begin another; and a file that is full
        # of control characters would be refused as no text.
        spoken = _CONTROLS.sub("", cue.text)
        lines = [line.strip() for line in re.split(r"[\r\n]+", spoken) if line.strip()]
        text = _escape("\n".join(lines))
        name = " ".join(_CONTROLS.sub("", cue.speaker or "").split())
        voice = f"<v {_escape(name)}>" if name else ""
        blocks.append(f"{_clock(cue.start)} --> {_clock(max(cue.start, cue.end))}\n{voice}{text}")
    return "\n\n".join(blocks) + "\n"


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clock(seconds: float) -> str:
    millis = round(seconds * 1000)
    hours, rest = divmod(millis, 3_600_000)
    minutes, rest = divmod(rest, 60_000)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}"


def cues_to_json(cues: Iterable[Cue]) -> list[dict[str, Any]]:
    """Cues as they are stored: none ends before it begins."""
    return [
        {
            "start": cue.start,
            "end": max(cue.start, cue.end),
            "text": cue.text,
            "speaker": cue.speaker,
        }
        for cue in cues
    ]


def cues_from_json(rows: Iterable[dict[str, Any]]) -> list[Cue]:
    """Stored cues as cues again."""
    return [Cue(row["start"], row["end"], row["text"], row.get("speaker")) for row in rows]
