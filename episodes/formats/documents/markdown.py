"""Markdown, with the header of fields that site generators put before it."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from markdown_it import MarkdownIt

from ..errors import FormatError
from ..errors import gettext_noop as _
from .lines import Document, Line
from .markup import from_html
from .plain import unwrap

_HEADER = re.compile(r"\A\s*---[ \t]*\n(?P<fields>.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"(?P<key>[A-Za-z_]+):[ \t]*(?P<value>.*)")
_SHORTCODE = re.compile(r"\{\{[<%][^\n]{0,2000}?[>%]\}\}")
# "##Speakers": one "#" without a blank is a hashtag, two are a heading
_TIGHT_HEADING = re.compile(r"^(#{2,6})(?=[^\W\d_])", re.MULTILINE)
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def from_markdown(source: str, filename: str = "", encoding: str = "") -> Document:
    """The document that a Markdown file is; its title and date come from the header, if any."""
    source = re.sub(r"\r\n?", "\n", source)
    fields: dict[str, str] = {}
    if header := _HEADER.match(source):
        fields = _read_fields(header["fields"])
        source = source[header.end() :]
    source = _TIGHT_HEADING.sub(r"\1 ", _SHORTCODE.sub("", source))
    source = "\n".join(unwrap(source.split("\n")))
    markdown = MarkdownIt("commonmark", {"breaks": True, "html": True, "maxNesting": 20})
    page = markdown.enable("table").render(source)
    document = from_html(page, filename, encoding)
    return replace(
        document,
        lines=(*_header_lines(fields), *document.lines),
        links=(*_header_links(fields), *document.links),
        notes=_header_notes(fields),
    )


def _read_fields(block: str) -> dict[str, str]:
    """The simple fields; lists and nested ones are left alone."""
    found: dict[str, str] = {}
    for line in re.sub(r"(?<=[^:\s])[ \t]*\n[ \t]+(?!- )(?=\S)", " ", block).split("\n"):
        if match := _FIELD.fullmatch(line.rstrip()):
            value = re.sub(r"\A[>|][+-]?(?:\s+|\Z)", "", match["value"].strip())
            if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
                value = value[1:-1]
            found[match["key"].lower()] = html.unescape(value)
    return found


def _header_lines(fields: dict[str, str]) -> list[Line]:
    lines = []
    if fields.get("title"):
        lines.append(Line(fields["title"], "title"))
    date = _ISO_DATE.match(fields.get("date", ""))
    # The date of an event says when it takes place, not when the article was published.
    if date and "end_date" not in fields:
        lines.append(Line(date[0]))
    return lines


def _header_links(fields: dict[str, str]) -> list[str]:
    video_id = fields.get("youtube_id", "")
    return [f"https://www.youtube.com/watch?v={video_id}"] if video_id else []


def _header_notes(fields: dict[str, str]) -> tuple[FormatError, ...]:
    taken = {"title", "date", "youtube_id"} if "end_date" not in fields else {"title", "youtube_id"}
    left = sorted(key for key, value in fields.items() if key not in taken and value)
    if not left:
        return ()
    note = _("The header of the file also holds: {names}. They were left out.")
    return (FormatError(note, names=", ".join(left)),)
