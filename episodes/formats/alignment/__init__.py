"""Where a quote is said: its passage in a transcript, or nothing when it isn't said there.

A quote is seldom verbatim. Editors drop fillers and repetitions, mend words, shorten with […] and
insert [what was meant]. All of that is found; words on the same subject that were not said are not.

>>> from episodes.formats.captions import Cue
>>> said = [Cue(3, 6, "Well, uh, rivers need"), Cue(6, 9, "judges, and judges need rivers.")]
>>> Transcript(said).find("Rivers need judges, and judges need rivers.").end
9.0
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .chains import SaidIndex, chains
from .verdict import judged
from .words import TimedText, quoted_words, said_words


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a quote is said, in seconds; `first_cue` and `last_cue` are indexes, both included.

    `confidence` is between 0 and 1: near 1 for what stands there word for word, and once.
    """

    start: float
    end: float
    confidence: float
    first_cue: int
    last_cue: int


class Transcript:
    """What was said in one video, ready to be asked for many quotes."""

    def __init__(self, cues: Iterable[TimedText]) -> None:
        self._index = SaidIndex(said_words(cues))

    def find(self, quote: str) -> Passage | None:
        """The passage in which the quote is said; nothing where it isn't, or may not be."""
        words = quoted_words(quote)
        if not words or not self._index.words:
            return None
        verdict = judged(words, self._index, chains(words, self._index))
        if verdict is None:
            return None
        first, last = self._index.words[verdict.first], self._index.words[verdict.last]
        return Passage(
            round(first.start, 2), round(last.end, 2), verdict.confidence, first.cue, last.cue
        )
