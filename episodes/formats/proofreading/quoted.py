"""Who is quoted without taking part."""

from __future__ import annotations

from collections.abc import Iterable

from episodes.formats import names

from .findings import Finding, Kind

#: As alike as this, two names are one with a slip in it, and the right one is proposed.
ALIKE = 0.8


def stranger(field: str, name: str, people: Iterable[str]) -> Finding | None:
    """A finding where nobody of `people` has this name, titles and accents aside."""
    candidates = [names.Candidate(one, one) for one in people]
    best = next(iter(names.match(name, candidates, ALIKE)), None)
    if best and best.reason in ("same", "spelling", "order", "part left out"):
        return None
    return Finding(Kind.STRANGER, field, name, best.name if best else "")
