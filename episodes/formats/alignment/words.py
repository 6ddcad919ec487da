"""Words as they are compared: what was said, with its times, and what was quoted.

Both sides are folded alike, so that case, accents, punctuation, contractions and numbers in
letters make no difference. Scripts without blanks are compared by characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from episodes.formats.text import fold

from .numbers import in_figures

#: Sounds that editors drop, in the languages that are spoken here most.
_FILLERS = frozenset(
    "uh uhm um umm er erm eh ehm hm hmm mm mhm mmm ah oh aha euh heu hein bah ben bof ahm eee"
    " э ээ эм".split()
)
_BRACKETED = re.compile(r"\[[^\]]*\]|\([^)]*\)|［[^］]*］|（[^）]*）|\{[^}]*\}|♪[^♪]*♪")
_ELLIPSIS = re.compile(r"[\[(［（]\s*(?:\.\s?\.\s?\.?|…|\.{2,})\s*[\])］）]|…|\.\s?\.\s?\.")
_CONTRACTIONS = (
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"\bcan(?:'t|not)\b"), "can not"),
    (re.compile(r"\b(?:let's)\b"), "let us"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"\bi'm\b"), "i am"),
    (re.compile(r"\b(it|he|she|that|there|what|who|where|here|how)'s\b"), r"\1 is"),
    (re.compile(r"\b(gon|wan)na\b"), lambda match: {"gon": "going to", "wan": "want to"}[match[1]]),
    (re.compile(r"\bgotta\b"), "got to"),
)
# Thai, Lao, Burmese, Khmer, kana, Han: written without blanks between words.
_UNSPACED = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3040, 0x30FF), (0x31F0, 0x31FF),
    (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF),
)  # fmt: skip


class TimedText(Protocol):
    """A cue, as far as its words and times go."""

    @property
    def start(self) -> float: ...
    @property
    def end(self) -> float: ...
    @property
    def text(self) -> str: ...


@dataclass(frozen=True, slots=True)
class SaidWord:
    """A word of the transcript; `start` and `end` are where it stands in its cue, by letters."""

    text: str
    start: float
    end: float
    cue: int


@dataclass(frozen=True, slots=True)
class QuotedWord:
    """A word of a quote. After a mark of omission anything may have been said in between;
    what stands in brackets may never have been said at all."""

    text: str
    after_omission: bool = False
    is_inserted: bool = False


class _Spacing(dict[int, str]):
    """For str.translate: letters, marks and figures stay, all else is a blank."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if any(first <= code <= last for first, last in _UNSPACED):
            spaced = f" {char} " if unicodedata.category(char)[0] in "LMN" else " "
        else:
            spaced = char if unicodedata.category(char)[0] in "LMN" else " "
        self[code] = spaced
        return spaced


_SPACING = _Spacing()


def _words(text: str) -> list[str]:
    folded = fold(text)
    if "'" in folded or "na" in folded or "gotta" in folded or "cannot" in folded:
        for pattern, spoken in _CONTRACTIONS:
            folded = pattern.sub(spoken, folded)
    words = folded.translate(_SPACING).split()
    return in_figures([word for word in words if word not in _FILLERS])


def said_words(cues: Iterable[TimedText]) -> Iterator[SaidWord]:
    """All that is said, in the order of time; a cue's time is shared out by letters."""
    for at, cue in sorted(enumerate(cues), key=lambda pair: (pair[1].start, pair[0])):
        words = _words(cue.text)
        letters = sum(len(word) for word in words) + len(words)
        second = (cue.end - cue.start) / letters if letters else 0.0
        passed = 0
        for word in words:
            start = cue.start + passed * second
            passed += len(word) + 1
            yield SaidWord(word, start, cue.start + passed * second, at)


def quoted_words(text: str) -> list[QuotedWord]:
    """The words of a quote, with what an editor's marks say about them."""
    words: list[QuotedWord] = []
    omitted = False
    for piece, is_inserted in _pieces(_ELLIPSIS.sub(" \x1d ", text)):
        for number, part in enumerate(piece.split("\x1d")):
            omitted = omitted or (number > 0 and bool(words))
            for word in _words(part):
                words.append(QuotedWord(word, omitted, is_inserted))
                omitted = False
    return words


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    at = 0
    for bracketed in _BRACKETED.finditer(text):
        yield text[at : bracketed.start()], False
        yield bracketed[0], True
        at = bracketed.end()
    yield text[at:], False
