"""Posts written from a talk with somebody: quoted again and again, and introduced in full once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from .. import names
from . import lexicon, naming, quotations, sentences
from .biographies import in_text
from .listings import Block
from .naming import NameSpan
from .parts import Part, without_quotations

_LEAST_QUOTES, _LEAST_IN_TITLE = 3, 2
_VERB = r"(?:has\s+|also\s+|then\s+|further\s+|\w+ly\s+)?(?P<verb>[a-z]+)\b"


def from_quotations(title: str | None, blocks: Sequence[Block]) -> list[Part]:
    """Whoever is quoted three times, or twice and is in the title; less is by the way.

    Two who are named together may share the quotations.
    """
    found: dict[str, NameSpan] = {}
    for block in blocks:
        for span in naming.find(without_quotations(block.text)):
            if span.sure:
                found.setdefault(span.text, span)
    # "Vander Wal said": the end of a name that was written in full before
    found = {
        name: span
        for name, span in found.items()
        if not any(other.endswith(f" {name}") for other in found)
    }
    surnames = Counter(_last_word(name) for name in found)
    quotes: Counter[str] = Counter()
    for name in found:
        called = {name, names.surname(name)} if surnames[_last_word(name)] == 1 else {name}
        quotes[name] = sum(_says(called, block.text) for block in blocks)
    speaking = {
        name
        for name in found
        if quotes[name] >= (_LEAST_IN_TITLE if name in (title or "") else _LEAST_QUOTES)
    }
    parts = (
        in_text(span, blocks)
        for name, span in found.items()
        if name in speaking or (quotes[name] and _is_beside(name, speaking, blocks))
    )
    return [part for part in parts if part]


def _is_beside(name: str, others: set[str], blocks: Sequence[Block]) -> bool:
    """Whether somebody is named together with one of the others: “Jane Doe and Omar Said”."""
    pairs = [pair for other in others for pair in (f"{name} and {other}", f"{other} and {name}")]
    return any(pair in block.text for block in blocks for pair in pairs)


def is_quoted(name: str, blocks: Sequence[Block]) -> bool:
    """Whether an article quotes somebody, by the name or the surname."""
    return any(_says({name, names.surname(name)}, block.text) for block in blocks)


def _last_word(name: str) -> str:
    return name.split()[-1]


def _says(called: set[str], text: str) -> int:
    """In how many sentences beside a quotation somebody speaks."""
    if not quotations.find(text):
        return 0
    who = "|".join(map(re.escape, sorted(called, key=len, reverse=True)))
    return sum(
        any(lexicon.is_saying(verb) for verb in _verbs(who, sentence.text))
        for sentence in sentences.split(text)
    )


def _verbs(who: str, sentence: str) -> Iterator[str]:
    for match in re.finditer(rf"(?:{who})\s+{_VERB}|\b(?P<before>[a-z]+)\s+(?:{who})\b", sentence):
        yield match["verb"] or match["before"]
