"""Whether a chain of words is the quote, and how sure one may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .chains import Chain, SaidIndex, perfect
from .words import QuotedWord

_MOVED_SHARE = 0.6
_MOST_BEYOND = 6
_LEAST_SHARE = 0.54
_LEAST_WEIGHT = 3.8
_MOST_ASKED = 0.95
_TOO_LITTLE = 6.0
"""What weighs less is two or three words, and said by everybody."""

_TWIN_SHARE = 0.9
_TELLING = 12.0
"""A quote that weighs less is a phrase that anybody may say."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """First and last word in the transcript, and how sure it is."""

    first: int
    last: int
    confidence: float


def judged(quote: Sequence[QuotedWord], index: SaidIndex, found: Sequence[Chain]) -> Verdict | None:
    """The best of the chains, if it is the quote."""
    whole = perfect(quote, index)
    if not found or whole < _TOO_LITTLE:
        return None
    shares = [share(quote, index, chain) for chain in found]
    best = max(range(len(found)), key=lambda at: shares[at])
    chain, found_share = found[best], shares[best]
    asked = min(_LEAST_SHARE + _LEAST_WEIGHT / whole, _MOST_ASKED)
    if found_share < asked:
        return None
    # Between what is asked and the whole quote, from a half to one.
    confidence = 0.5 + 0.5 * (found_share - asked) / (1 - asked)
    confidence *= min(whole / _TELLING, 1.0)
    if sum(other > found_share * _TWIN_SHARE for other in shares) > 1:
        confidence /= 2  # said more than once
    first = max(chain.first.said - min(chain.first.at, _MOST_BEYOND), 0)
    after = min(len(quote) - 1 - chain.last.at, _MOST_BEYOND)
    last = min(chain.last.said + after, len(index.words) - 1)
    return Verdict(first, last, round(min(confidence, 1.0), 2))


def share(quote: Sequence[QuotedWord], index: SaidIndex, chain: Chain) -> float:
    """How much of a perfect chain it is; words that only changed places count in part."""
    linked = {link.at for link in chain.links}
    used = {link.said for link in chain.links}
    stretch = range(chain.first.said, chain.last.said + 1)
    free = [index.words[at].text for at in stretch if at not in used]
    moved = 0.0
    for at, word in enumerate(quote):
        if at not in linked and word.text in free:
            free.remove(word.text)
            moved += index.weight(word.text) * _MOVED_SHARE
    return min((chain.score + moved) / perfect(quote, index), 1.0)
