"""What every kind of file becomes: lines of clean text, each with what it looked like."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ..errors import FormatError
from ..text import clean

Style = Literal["paragraph", "title", "heading", "bold", "bullet", "quote"]

# "o" and "§" are what Word's symbol fonts leave behind, a blank must follow them.
_BULLET = re.compile(
    r"(?P<mark>[•‣◦▪▫■□●○·∙⁃➢➤►▶✓✔★❖\uf0b7\uf0a7]|[*+\-–—o§](?=\s)|-(?=[^\W\d])|"
    r"\(?(?:\d{1,2}|[a-z])[.)](?=\s))\s*(?P<text>.*)",
    re.DOTALL,
)
_NUMERIC_DATE = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}|\d{1,2}\.\s?[^\W\d]+\s\d{4}$")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the file.

    ``mark`` is the bullet or number that stood before the text and is not part of it.
    ``level`` is the depth of a heading, 0 for everything else. ``opening`` are the bold words with
    which a paragraph or an item begins.
    """

    text: str
    style: Style = "paragraph"
    level: int = 0
    mark: str = ""
    opening: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A file as lines, none of them blank.

    ``links`` are the addresses behind words, in order: a text alone does not show them.
    ``notes`` are sentences about the file itself that the editor should see.
    """

    lines: tuple[Line, ...]
    filename: str = ""
    encoding: str = ""
    links: tuple[str, ...] = ()
    notes: tuple[FormatError, ...] = ()


def make_line(
    text: str, style: Style = "paragraph", level: int = 0, opening: str = ""
) -> Line | None:
    """A clean line, its typed bullet taken off; ``None`` where nothing is left."""
    indented = text.startswith("\t")
    text = clean(text)
    if style in ("paragraph", "bold") and not _NUMERIC_DATE.match(text):
        match = _BULLET.fullmatch(text)
        if match and match["text"]:
            return Line(match["text"], "bullet", mark=match["mark"], opening=clean(opening))
        if indented and text:
            return Line(text, style, mark="\t")
    mark = "•" if style == "bullet" else ""
    return Line(text, style, level, mark, clean(opening)) if text else None


def gather(lines: Iterable[Line | None]) -> tuple[Line, ...]:
    """The lines that hold something; a bullet alone is the mark of the line after it."""
    gathered: list[Line] = []
    waiting = ""
    for line in lines:
        if line is None:
            continue
        if _is_bare_mark(line.text):
            waiting = line.text
            continue
        if waiting and line.style == "paragraph":
            line = Line(line.text, "bullet", mark=waiting)
        waiting = ""
        gathered.append(line)
    return tuple(gathered)


def _is_bare_mark(text: str) -> bool:
    return re.fullmatch(r"[•‣◦▪▫■□●○·∙⁃➢➤►▶✓✔★❖\uf0b7\uf0a7*+\-–—_=§\s]+", text) is not None
