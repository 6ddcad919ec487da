"""The words of a body, read from what is stored, without a query for each chosen page."""

from collections.abc import Iterator
from typing import Any

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.rich_text import get_text_for_indexing


def of_body(body: Any) -> list[str]:
    """The paragraphs, headings, quotes, captions and cells of a StreamField value, in order."""
    kinds = body.stream_block.child_blocks
    return [
        text.strip()
        for stored in body.raw_data
        if stored["type"] in kinds
        for text in _texts(kinds[stored["type"]], stored["value"])
        if text.strip()
    ]


def of_rich_text(html: str) -> str:
    """What a rich text says, on one line."""
    return " ".join(get_text_for_indexing(html or "").split())


def _texts(block: blocks.Block, stored: Any) -> Iterator[str]:
    match block:
        case _ if not stored:
            return
        case blocks.RichTextBlock():
            yield of_rich_text(stored)
        case blocks.CharBlock() | blocks.TextBlock():
            yield str(stored)
        case TypedTableBlock():
            yield from _cells(block, stored)
        case blocks.StructBlock():
            for name, child in block.child_blocks.items():
                yield from _texts(child, stored.get(name))
        case blocks.ListBlock():
            for item in stored:
                yield from _texts(block.child_block, item["value"])


def _cells(block: TypedTableBlock, stored: dict[str, Any]) -> Iterator[str]:
    columns = stored.get("columns") or []
    for column in columns:
        yield column.get("heading") or ""
    for row in stored.get("rows") or []:
        for column, value in zip(columns, row["values"], strict=False):
            yield from _texts(block.child_blocks[column["type"]], value)
