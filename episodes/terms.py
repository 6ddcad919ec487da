"""What a visitor looks for: words and phrases in plain Latin letters.

Text is folded the same way when it is indexed and when it is looked for, so that the database
compares nothing but `a` to `z` and digits, and no query can be a syntax error to it.
"""

import re
import string
from collections.abc import Iterable
from dataclasses import dataclass, replace

from episodes.formats import names
from speakers.names import folded

#: More than anybody types; the rest of a longer query is left unread.
MAX_LETTERS = 300
MAX_TERMS = 12
#: A longer word is cut, in the text and in the query alike.
MAX_WORD = 40
#: A shorter word has too many neighbours for one of them to be meant.
MIN_SLIP = 4

WORD = re.compile(r"[a-z0-9]+")
#: Writing without blanks: each letter is a word of its own, and a word becomes a phrase.
UNSPACED = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])"
)
MARKS = '"“”„‟«»'
PHRASE_OR_WORD = re.compile(rf"[{MARKS}]([^{MARKS}]*)[{MARKS}]|([^\s{MARKS}]+)")


def plain(*texts: str) -> list[str]:
    """The words of the texts in plain Latin letters: "Petříček’s" gives petricek and s."""
    text = " ".join(text for text in texts if text)
    spaced = text if text.isascii() else UNSPACED.sub(r" \1 ", text)
    return [word[:MAX_WORD] for word in WORD.findall(folded(spaced))]


@dataclass(frozen=True)
class Term:
    """One thing to find: a word, a phrase, or any one of several words.

    Each of `phrases` is a sequence of words that follow each other; one of them is enough.
    With `open_end` the last word may go on: "democ" finds "democracy".
    """

    phrases: tuple[tuple[str, ...], ...]
    open_end: bool = False

    @property
    def word(self) -> str:
        """The one word that it is, nothing for a phrase or several words."""
        (first, *others) = self.phrases
        return first[0] if not others and len(first) == 1 else ""


@dataclass(frozen=True)
class Terms:
    """Everything that a visitor looks for; all of it has to be found."""

    terms: tuple[Term, ...] = ()
    #: The last part of the query wasn't read.
    cut: bool = False

    @classmethod
    def parse(cls, query: str) -> "Terms":
        """Words, and phrases in quotation marks of any country. The last word may go on."""
        found: list[Term] = []
        for quoted, bare in PHRASE_OR_WORD.findall(query[:MAX_LETTERS]):
            if words := plain(quoted or bare):
                found.append(Term((tuple(words),), open_end=bool(bare)))
        read = [replace(term, open_end=False) for term in found[:MAX_TERMS]]
        if read and len(found) <= MAX_TERMS:
            read[-1] = found[-1]
        return cls(tuple(read), cut=len(query) > MAX_LETTERS or len(found) > MAX_TERMS)

    def __bool__(self) -> bool:
        return bool(self.terms)

    def loosened(self) -> "Terms":
        """The same without forms of address, and with every single word free to go on."""
        kept = [term for term in self.terms if names.honorific(term.word) is None] or self.terms
        return replace(
            self,
            terms=tuple(replace(term, open_end=term.open_end or bool(term.word)) for term in kept),
        )

    def with_ends_from(self, length: int) -> "Terms":
        """The same, with shorter words complete as they are."""
        return replace(
            self,
            terms=tuple(
                replace(term, open_end=term.open_end and len(term.phrases[0][-1]) >= length)
                for term in self.terms
            ),
        )

    def with_neighbours(self, known: dict[str, list[str]]) -> "Terms":
        """The same, with each word that has known neighbours replaced by any of these."""
        return replace(
            self,
            terms=tuple(
                Term(tuple((word,) for word in known[term.word])) if term.word in known else term
                for term in self.terms
            ),
        )


def one_slip_away(word: str) -> set[str]:
    """All that one slip makes of a word: a letter lost, added, changed, or two swapped."""
    if len(word) < MIN_SLIP or len(word) > MAX_WORD // 2:
        return set()
    letters = string.ascii_lowercase
    splits = [(word[:index], word[index:]) for index in range(len(word) + 1)]
    lost = {left + right[1:] for left, right in splits if right}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in splits if len(right) > 1}
    changed = {left + char + right[1:] for left, right in splits if right for char in letters}
    added = {left + char + right for left, right in splits for char in letters}
    return (lost | swapped | changed | added) - {word}


def joined(texts: Iterable[str]) -> list[str]:
    """Names with an apostrophe or a hyphen inside as one word: O'Brien is also "obrien"."""
    parts = (part for text in texts for part in text.split())
    words = ("".join(plain(part)) for part in parts if len(plain(part)) > 1)
    return [word[:MAX_WORD] for word in words]
