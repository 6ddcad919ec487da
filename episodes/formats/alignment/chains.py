"""Where in a transcript the words of a quote stand together, in their order.

Frequent words are everywhere, so each word counts by how rarely it is said here. Stretches of the
transcript that hold many of the quote's words are found through an index; in each, the best chain
of words in the quote's order is looked for.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from .words import QuotedWord, SaidWord

_CHANCE_WORDS = 20
"""So many words of the transcript are near enough for a word to fit by chance."""

_LEAST_WORDS = 1000

_MOST_WEIGHT = (0.3, 0.5, 0.8, 1.5, 2.5, 3.5)
"""By the number of letters: short words are small words in every language."""

_UNSPACED_WEIGHT = 1.2
_LIKE, _LIKE_SHARE = 0.88, 0.8
"""Words so much alike (Jaro-Winkler) are the same, mended or inflected, and count this share."""

_IN_ORDER = 0.4
"""What two words gain that follow each other on both sides."""

_SKIP, _SKIP_EACH, _SKIP_AT_OMISSION = 0.45, 0.03, 0.3
"""What words of the transcript cost that the quote leaves out: once, each, at […]."""

_MOST_SKIPPED, _MOST_OMITTED = 90, 600
"""So many words may be left out unmarked, and at […]."""

_TRIED = 8
_LEAST_HEIGHT, _NEXT_HEIGHT = 0.25, 0.75
"""Stretches lower than this, of the whole quote or of the best chain so far, aren't looked into."""


@dataclass(frozen=True, slots=True)
class Link:
    """The word `at` of the quote is the word `said` of the transcript, by so much."""

    at: int
    said: int
    weight: float


@dataclass(frozen=True, slots=True)
class Chain:
    """Words of a quote found in their order."""

    links: tuple[Link, ...]
    score: float

    @property
    def first(self) -> Link:
        return self.links[0]

    @property
    def last(self) -> Link:
        return self.links[-1]

    def covers(self, link: Link) -> bool:
        return self.first.said <= link.said <= self.last.said


class SaidIndex:
    """The words of a transcript, and where each of them is said."""

    def __init__(self, words: Iterable[SaidWord]) -> None:
        self.words = list(words)
        self.places: dict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(self.words):
            self.places[word.text].append(at)

    @cached_property
    def _long_words(self) -> list[str]:
        return [word for word in self.places if len(word) > 3]

    def weight(self, word: str) -> float:
        """How telling a word is: rare and long ones are."""
        most = _MOST_WEIGHT[min(len(word), len(_MOST_WEIGHT)) - 1]
        if len(word) == 1 and word > "\u0e00":
            most = _UNSPACED_WEIGHT
        said = max(len(self.places.get(word, ())), 1)
        # A short transcript doesn't show how rare its words are.
        words = max(len(self.words), _LEAST_WORDS)
        return max(min(most, log(1 + words / (said * _CHANCE_WORDS))), 0.05)

    def like(self, word: str) -> Iterator[tuple[str, float]]:
        """The word itself and those so much like it that an editor may have mended them."""
        if word in self.places:
            yield word, 1.0
        if len(word) > 3 and not word.isdigit():
            for found, likeness, _at in process.extract(
                word, self._long_words, scorer=JaroWinkler.similarity, score_cutoff=_LIKE, limit=8
            ):
                if found != word:
                    yield found, likeness * _LIKE_SHARE


def chains(quote: Sequence[QuotedWord], index: SaidIndex) -> list[Chain]:
    """The best chains of the most promising stretches, the best first."""
    links = _links(quote, index)
    omissions = sum(word.after_omission for word in quote)
    width = len(quote) + len(quote) // 2 + 12
    margin = width + _MOST_SKIPPED + min(omissions * 200, _MOST_OMITTED)
    whole = perfect(quote, index)
    found: list[Chain] = []
    for height, window in _windows(links, width, margin):
        best = max((chain.score for chain in found), default=0.0)
        if height < max(whole * _LEAST_HEIGHT, best * _NEXT_HEIGHT):
            break
        # The margins overlap: what one stretch gave is not to be found again in the next.
        free = [link for link in window if not any(chain.covers(link) for chain in found)]
        if chain := _best_chain(free, quote):
            found.append(chain)
    return sorted(found, key=lambda chain: -chain.score)


def perfect(quote: Sequence[QuotedWord], index: SaidIndex) -> float:
    """The score of a chain that says the quote word for word."""
    said = [word for word in quote if not word.is_inserted]
    return sum(index.weight(word.text) for word in said) + _IN_ORDER * max(len(said) - 1, 0)


def _links(quote: Sequence[QuotedWord], index: SaidIndex) -> list[Link]:
    likes: dict[str, list[tuple[str, float]]] = {}
    links = []
    for at, word in enumerate(quote):
        if word.text not in likes:
            likes[word.text] = list(index.like(word.text))
        for text, likeness in likes[word.text]:
            weight = index.weight(text) * likeness
            links += [Link(at, said, weight) for said in index.places[text]]
    return sorted(links, key=lambda link: (link.said, link.at))


def _windows(
    links: Sequence[Link], width: int, margin: int
) -> Iterator[tuple[float, Sequence[Link]]]:
    """The stretches whose words weigh most, with a margin around them.

    Each word of the quote counts once in a stretch, and once more where it follows the word that
    it follows in the quote.
    """
    places = {(link.at, link.said) for link in links}
    worth: dict[tuple[int, bool], float] = {}
    for link in links:
        worth[link.at, False] = max(worth.get((link.at, False), 0.0), link.weight)
        worth[link.at, True] = _IN_ORDER
    first, weight = 0, 0.0
    held: Counter[tuple[int, bool]] = Counter()
    heights: list[tuple[float, int]] = []
    for link in links:
        for key in _gains(link, places):
            held[key] += 1
            weight += worth[key] * (held[key] == 1)
        while link.said - links[first].said > width:
            for key in _gains(links[first], places):
                held[key] -= 1
                weight -= worth[key] * (held[key] == 0)
            first += 1
        heights.append((weight, link.said))
    said = [link.said for link in links]
    tried: list[int] = []
    for height, last in sorted(heights, key=lambda pair: -pair[0]):
        if all(abs(last - other) > width for other in tried):
            tried.append(last)
            start, end = last - width - margin, last + margin
            yield height, links[bisect_left(said, start) : bisect_right(said, end)]
            if len(tried) == _TRIED:
                return


def _gains(link: Link, places: set[tuple[int, int]]) -> Iterator[tuple[int, bool]]:
    yield link.at, False
    if (link.at - 1, link.said - 1) in places:
        yield link.at, True


def _best_chain(links: Sequence[Link], quote: Sequence[QuotedWord]) -> Chain | None:
    """The chain with the most weight, less what it skips. Quadratic in a short stretch."""
    omitted_before = [0] * (len(quote) + 1)
    for at, word in enumerate(quote):
        omitted_before[at + 1] = omitted_before[at] + word.after_omission
    scores: list[float] = []
    before: list[int] = []
    for at, link in enumerate(links):
        best, chosen = 0.0, -1
        for earlier in range(at - 1, -1, -1):
            other = links[earlier]
            skipped = link.said - other.said - 1
            if skipped > _MOST_OMITTED:
                break
            if other.at >= link.at or skipped < 0 or scores[earlier] + _IN_ORDER <= best:
                continue
            has_omission = omitted_before[link.at + 1] > omitted_before[other.at + 1]
            if skipped > _MOST_SKIPPED and not has_omission:
                continue
            extra = max(skipped - (link.at - other.at - 1), 0)
            if has_omission:
                cost = _SKIP_AT_OMISSION * log(1 + extra)
            else:
                cost = _SKIP * log(1 + extra) + _SKIP_EACH * extra
            if (other.at, other.said) == (link.at - 1, link.said - 1):
                cost = -_IN_ORDER
            if scores[earlier] - cost > best:
                best, chosen = scores[earlier] - cost, earlier
        scores.append(link.weight + best)
        before.append(chosen)
    if not scores:
        return None
    # Of equals the last: a word that was begun twice is quoted once, as it was finished.
    end = max(range(len(scores)), key=lambda at: scores[at])
    chained = []
    at = end
    while at >= 0:
        chained.append(links[at])
        at = before[at]
    return Chain(tuple(reversed(chained)), scores[end])
