"""The body of a draft made from an article, without losing what an editor added to it."""

import uuid
from collections import defaultdict
from collections.abc import Callable
from html import escape
from typing import Any

from episodes.formats.article import ArticleDraft, Heading, Quote

#: Blocks that an article can hold; all others were put there by an editor.
OF_ARTICLES = ("heading", "paragraph", "quote")
#: A quote of this many characters is shown large: shorter ones say too little on their own,
#: longer ones are no pull quotes.
PULLED_LENGTHS = range(50, 261)

Block = dict[str, Any]


def blocks(article: ArticleDraft, person: Callable[[str], int | None]) -> list[Block]:
    """The article as raw StreamField blocks; `person` gives the page of a name, or nothing.

    A quote stands in its paragraph as the author wrote it, and again as a block of its own that
    knows its speaker; those of the lead come first. The first fitting one of a section is shown
    large; the others are listed.
    """
    made = [_block("quote", _quote(quote, person, False)) for quote in article.lead_quotes]
    has_pulled = False
    for part in article.body:
        if isinstance(part, Heading):
            made.append(_block("heading", part.text))
            has_pulled = False
            continue
        if part.text:
            made.append(_block("paragraph", f"<p>{escape(part.text, quote=False)}</p>"))
        for quote in part.quotes:
            pulled = not has_pulled and _can_be_pulled(quote)
            has_pulled = has_pulled or pulled
            made.append(_block("quote", _quote(quote, person, pulled)))
    return made


def _can_be_pulled(quote: Quote) -> bool:
    return bool(quote.speaker) and len(quote.text) in PULLED_LENGTHS and quote.text[0].isupper()


def _quote(quote: Quote, person: Callable[[str], int | None], pulled: bool) -> dict[str, Any]:
    pk = person(quote.speaker) if quote.speaker else None
    return {
        "text": quote.text,
        "speaker": pk,
        "speaker_name": "" if pk else quote.speaker or "",
        "start": None,
        "end": None,
        "pulled": pulled,
    }


def _block(kind: str, value: Any) -> Block:
    return {"type": kind, "value": value, "id": str(uuid.uuid4())}


def merge(old: list[Block], new: list[Block]) -> list[Block]:
    """The new article's blocks with what the old body had besides.

    Blocks that stay keep their id; a quote keeps the times and the look that an editor gave it,
    and the speaker if the article names none. Pictures, videos, tables and links stay behind
    the block that they stood behind, or at the end when that is gone.
    """
    known: dict[tuple[str, str], list[Block]] = defaultdict(list)
    extras: dict[tuple[str, str] | None, list[Block]] = defaultdict(list)
    anchor = None
    for block in old:
        if block["type"] in OF_ARTICLES:
            anchor = _key(block)
            known[anchor].append(block)
        else:
            extras[anchor].append(block)
    merged = extras.pop(None, [])
    for block in new:
        key = _key(block)
        if known[key]:
            before = known[key].pop(0)
            block = {**block, "id": before.get("id") or block["id"]}
            if block["type"] == "quote":
                block["value"] = _kept(before["value"], block["value"])
        merged.append(block)
        merged += extras.pop(key, [])
    for left_over in extras.values():
        merged += left_over
    return merged


def _kept(before: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    kept = {**now, **{key: before.get(key) for key in ("start", "end", "pulled")}}
    if not kept["speaker"]:
        kept["speaker"] = before.get("speaker")
        kept["speaker_name"] = kept["speaker_name"] or before.get("speaker_name") or ""
    return kept


def _key(block: Block) -> tuple[str, str]:
    value = block["value"]
    return block["type"], value["text"] if block["type"] == "quote" else value
