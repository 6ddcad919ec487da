"""Plain paragraphs of the catalogue as the rich text of pages."""

import re
from collections.abc import Iterator
from html import escape

from forum_cms.demo.records import Section


def section_blocks(section: Section) -> Iterator[tuple[str, str]]:
    """A section as the blocks of a standard page."""
    if section.heading:
        yield "heading", section.heading
    yield "paragraph", rich(*section.paragraphs)


def rich(*paragraphs: str) -> str:
    """Plain paragraphs as rich text; `[words](address)` becomes a link."""
    html = "".join(f"<p>{escape(text, quote=False)}</p>" for text in paragraphs)
    return re.sub(r"\[([^\]]+)\]\(([^)\s]+)\)", r'<a href="\2">\1</a>', html)
