"""A name with the words around it: what an editor sees, decides about and may have replaced.

A passage is known by a digest of the words. It is the same wherever these words stand, in the
page, its drafts and its old versions, so it is decided once; and what nobody has seen has another
digest and is left alone.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from . import seal, strings
from .spellings import Form, Match, Sought

AROUND = 60
#: Names of values that are made of addresses: a page's address counts part by part.
PATHS = {"url_path", "old_path"}


@dataclass(frozen=True)
class Passage:
    """`before`, `found` and `after` are the words as they stand."""

    digest: str
    before: str
    found: str
    after: str
    match: Match

    @property
    def is_written_as_name(self) -> bool:
        """A family name is written with a capital, but not in addresses."""
        return self.found[:1].isupper() or not self.found[:1].islower() or self.is_address

    @property
    def is_address(self) -> bool:
        if not self.found.isascii() or self.found != self.found.lower():
            return False
        alone = " " not in self.before + self.found + self.after
        return " " not in self.found and (alone or "-" in self.found or "_" in self.found)


def of_text(text: str, name: str, sought: Sought, salt: Any) -> Iterator[tuple[int, Passage]]:
    """The passages of one text with the place where it begins."""
    for offset, piece in _pieces(text, name):
        for match in sought.matches(piece):
            before = piece[max(0, match.start - AROUND) : match.start]
            found = piece[match.start : match.end]
            after = piece[match.end : match.end + AROUND]
            digest = seal.digest(salt, before, found, after)
            yield offset, Passage(digest, before, found, after, match)


def of_value(value: Any, name: str, sought: Sought, salt: Any) -> list[Passage]:
    """All passages of a stored value."""
    return [
        passage
        for text, inner in strings.texts(value, name)
        for _offset, passage in of_text(text, inner or name, sought, salt)
    ]


def replaced(
    value: Any,
    name: str,
    sought: Sought,
    salt: Any,
    chosen: set[str],
    instead: Callable[[Passage], str],
) -> Any:
    """The value with the chosen passages replaced."""

    def rewrite(text: str, inner: str) -> str:
        for offset, passage in reversed(list(of_text(text, inner or name, sought, salt))):
            if passage.digest in chosen:
                start, end = offset + passage.match.start, offset + passage.match.end
                text = text[:start] + instead(passage) + text[end:]
        return text

    return strings.rewritten(value, rewrite, name)


def _pieces(text: str, name: str) -> Iterator[tuple[int, str]]:
    if name not in PATHS:
        yield 0, text
        return
    offset = 0
    for piece in text.split("/"):
        yield offset, piece
        offset += len(piece) + 1


def is_certain(passage: Passage) -> bool:
    return passage.match.certain and passage.match.form in (Form.FULL, Form.ADDRESS)
