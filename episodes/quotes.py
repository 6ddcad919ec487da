"""Quotes of many episodes at once, read from stored bodies without a query for each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class SaidQuote:
    """Somebody's words as stored: `start` and `end` are seconds in the main video."""

    text: str
    speaker_id: int | None
    speaker_name: str
    start: int | None
    end: int | None


def quotes(body: Any) -> Iterator[SaidQuote]:
    """The quotes of a StreamField value, in order.

    Reading `block.value` would fetch the chosen people of every body with a query of its own.
    """
    for block in body.raw_data:
        if block["type"] == "quote":
            value = block["value"]
            yield SaidQuote(
                text=value.get("text") or "",
                speaker_id=value.get("speaker"),
                speaker_name=value.get("speaker_name") or "",
                start=value.get("start"),
                end=value.get("end"),
            )
