"""What is pointed out, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What may be wrong."""

    SURNAME = "surname"
    MIXED_MARKS = "mixed marks"
    NOT_CLOSED = "not closed"
    NOT_OPENED = "not opened"
    NO_BREAK = "no-break blank"
    DOUBLED = "doubled blank"
    STRANGER = "stranger"
    LONG = "long"


@dataclass(frozen=True)
class Piece:
    """One paragraph of plain text; `field` is the caller's own handle for where it stands."""

    field: str
    text: str


@dataclass(frozen=True)
class Finding:
    """`words` are as they stand in the text; `suggestion` is what could stand there instead.

    `times` counts how often the same is found in one field.
    """

    kind: Kind
    field: str
    words: str
    suggestion: str = ""
    times: int = 1


def around(text: str, start: int, end: int, reach: int = 18) -> str:
    """The words on both sides of a place, whole, on one line."""
    left = text[max(0, start - reach) : start]
    right = text[end : end + reach]
    if start > reach:
        left = re.sub(r"^\S*\s", "", left, count=1)
    if end + reach < len(text):
        right = re.sub(r"\s\S*$", "", right, count=1)
    return f"{left}{text[start:end]}{right}".strip("\n")
