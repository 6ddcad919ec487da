"""Where a text speaks of somebody, and of whom: “Dr. Malá”, “Ms. bin Said”, “Jane Doe”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from .. import names
from ..text import fold
from . import naming
from .draft import Person

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[-’'´ʼ‘](?=[^\W\d_]))*")
_POSSESSIVE = re.compile(r"['’´]s?\Z")
_LEAST_FOR_SLIP = 5


class Mention(NamedTuple):
    """``name`` is the full name of somebody known, or as written with ``is_known`` false.

    ``slip`` holds the misspelt word where the name was recognised in spite of it.
    """

    name: str
    start: int
    end: int
    honorific: str | None = None
    is_known: bool = True
    is_full: bool = False
    slip: str | None = None


class Mentions:
    """Finds the people of an episode, and other full names, in its paragraphs."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._folded = {person.name: _fold_words(person.name) for person in people}

    def find(self, text: str) -> list[Mention]:
        """Every mention in ``text``, in order; none overlaps another."""
        words = list(_WORD.finditer(text))
        found: list[Mention] = []
        full_names = {span.start: span for span in naming.find(text)}
        at = 0
        while at < len(words):
            mention, taken = self._at(text, words, at, full_names)
            if mention:
                found.append(mention)
            at += max(taken, 1)
        return found

    def _at(
        self,
        text: str,
        words: list[re.Match[str]],
        at: int,
        full_names: dict[int, naming.NameSpan],
    ) -> tuple[Mention | None, int]:
        word = words[at][0]
        if word.islower() and "-" not in word and word not in names.PARTICLES:
            return None, 1
        title = None
        first = at
        if words[at][0][0].isupper():
            title = names.honorific(words[at][0] + ".")
        if title and at + 1 < len(words):
            gap = text[words[at].end() : words[at + 1].start()]
            following = words[at + 1][0]
            is_name = naming.is_capital(following) or following in names.PARTICLES
            if gap not in (". ", " ", ".") or not is_name:
                return None, 1
            first = at + 1
            while _is_title_again(text, words, first):
                first += 1
        run = _run(text, words, first)
        for length in range(len(run), 0, -1):
            folded = [word for match in run[:length] for word in _fold_words(_bare(match[0]))]
            if not naming.is_capital(run[length - 1][0]):
                continue
            who = self._who(folded)
            if who and (naming.is_capital(run[0][0]) or length > 1):
                is_full = len(folded) == len(self._folded[who])
                return Mention(
                    who, words[at].start(), run[length - 1].end(), title, True, is_full
                ), first - at + length
        return self._unknown(words, at, first, run, title, full_names)

    def _unknown(
        self,
        words: list[re.Match[str]],
        at: int,
        first: int,
        run: list[re.Match[str]],
        title: str | None,
        full_names: dict[int, naming.NameSpan],
    ) -> tuple[Mention | None, int]:
        start = words[at].start()
        span = full_names.get(words[first].start())
        if span and span.sure:
            inside = sum(1 for match in run if match.start() < span.end)
            folded = _fold_words(span.text)
            who = self._slipped(folded[-1], given=folded[0])
            if who:
                slip = Mention(who, start, span.end, title, True, True, span.text.split()[-1])
                return slip, first - at + inside
            return Mention(span.text, start, span.end, title, False, True), first - at + inside
        if title and run:
            word = _bare(run[0][0])
            who = self._slipped(fold(word))
            if who:
                return Mention(who, start, run[0].end(), title, True, False, word), first - at + 1
            return Mention(word, start, run[0].end(), title, False), first - at + 1
        return None, 1

    def _who(self, folded: list[str]) -> str | None:
        """The one person whose name these words are, or end, or whose single word it is."""
        exact = [name for name, own in self._folded.items() if own == folded]
        endings = [name for name, own in self._folded.items() if own[-len(folded) :] == folded]
        inner = [
            name for name, own in self._folded.items() if len(folded) == 1 and folded[0] in own
        ]
        # Two words of three: "Ms. Guevara" is found by one word, "Kirsten Tatlow" by its end;
        # "Andrea Ngombet" stands for "Andrea Papus Ngombet".
        ends = [
            name
            for name, own in self._folded.items()
            if len(folded) > 1 and (own[0], own[-1]) == (folded[0], folded[-1])
        ]
        for group in (exact, endings, ends, inner):
            if len(group) == 1:
                return group[0]
            if group:
                return None
        return None

    def _slipped(self, word: str, given: str | None = None) -> str | None:
        """The one person whose surname is ``word`` but for one slip of the pen."""
        if len(word) < _LEAST_FOR_SLIP:
            return None
        close = [
            name
            for name, own in self._folded.items()
            if OSA.distance(own[-1], word, score_cutoff=1) <= 1
            and (given is None or given == own[0])
        ]
        return close[0] if len(close) == 1 else None


def _is_title_again(text: str, words: list[re.Match[str]], at: int) -> bool:
    """“Emeritus” in “Professor Emeritus Jana Nová”."""
    if at + 1 >= len(words) or not names.honorific(words[at][0] + "."):
        return False
    gap = text[words[at].end() : words[at + 1].start()]
    return gap in (". ", " ") and naming.is_capital(words[at + 1][0])


def _run(text: str, words: list[re.Match[str]], first: int) -> list[re.Match[str]]:
    """Words that follow each other with nothing but a blank (or an initial's stop) between."""
    run = [words[first]]
    for word in words[first + 1 : first + 7]:
        gap = text[run[-1].end() : word.start()]
        is_article = word[0] == "t" and gap in (" '", " ’")
        if not re.fullmatch(r"\.? ", gap) and not is_article:
            break
        is_name = word[0][0].isupper() or word[0] in names.PARTICLES or "-" in word[0]
        if not is_name and not is_article:
            break
        if _POSSESSIVE.search(run[-1][0]):
            break
        run.append(word)
    return run


def _bare(word: str) -> str:
    return re.sub(r"['’´]s\Z", "", word)


def _fold_words(name: str) -> list[str]:
    return names.fold(name).split() or [fold(name)]
