"""Plain text: one line a paragraph, or paragraphs that a mail program has wrapped."""

from __future__ import annotations

import re

from ..text import split_lines
from .lines import Document, Line, gather, make_line

# Narrower than this nobody wraps; wider, the lines are whole paragraphs.
_NARROWEST_WRAP, _WIDEST_WRAP = 50, 110
_STARTS_ANEW = re.compile(r"\s*(?:[•‣◦▪■●○·➢►✓*+\-–—#|]|\(?\d{1,2}[.)]\s|[“„«\"]|https?://)")
_BULLET_LINE = re.compile(r"\s*(?:[•‣◦▪■●○·➢►✓*+\-–—]|\(?\d{1,2}[.)])\s")
_TARGET = re.compile(r"(?<=\])\([^()\s]*(?:\s[^()]*)?\)|https?://\S+")
_INLINE_BULLETS = re.compile(r"\s+[•‣▪●]\s+")


def from_text(text: str, filename: str = "", encoding: str = "") -> Document:
    """The document that a pasted or decoded text is."""
    lines: list[Line | None] = []
    for raw in unwrap(split_lines(text)):
        pieces = [raw]
        if len(_INLINE_BULLETS.findall(raw)) >= 2:
            first, *rest = _INLINE_BULLETS.split(raw)
            pieces = [first, *(f"• {piece}" for piece in rest)]
        lines.extend(make_line(piece) for piece in pieces)
    return Document(gather(lines), filename, encoding)


def unwrap(raw_lines: list[str]) -> list[str]:
    """Join what was broken only because the line was full.

    A break was forced where the next line's first word would not have fitted any more. Where a
    link leads to cannot be broken, so it makes a line longer than the others.
    """
    bare = [_TARGET.sub("", line) for line in raw_lines]
    whole = [len(line.rstrip()) for line, kept in zip(raw_lines, bare, strict=True) if line == kept]
    width = max(whole, default=0)
    if width < _NARROWEST_WRAP or max(map(len, map(str.rstrip, bare))) > _WIDEST_WRAP:
        return raw_lines
    joined: list[str] = []
    last_length = 0
    for line in raw_lines:
        stripped = line.strip()
        if last_length and stripped and not _STARTS_ANEW.match(line):
            first_word = stripped.split(maxsplit=1)[0]
            hangs = line.startswith("  ") and _BULLET_LINE.match(joined[-1]) is not None
            if hangs or last_length + 1 + len(first_word) > width:
                joined[-1] = f"{joined[-1].rstrip()} {stripped}"
                last_length = len(line.rstrip())
                continue
        joined.append(line)
        last_length = len(line.rstrip()) if stripped else 0
    return joined
