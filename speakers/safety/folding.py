"""Plain Latin letters with the way back: which letters of the text they were."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii

WORD = re.compile(r"[a-z0-9]+")
#: Letters that no decomposition makes Latin ones: other alphabets, and a few of our own.
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_OTHER_LETTERS = re.compile(r"[\u00c6-\u00f8\u0110-\u0167\u0370-\u1dff\u2c00-\ud7ff\uf900-\ufaff]")


class Word(NamedTuple):
    """A word in plain letters and where it stands in the text: `text[start:end]`."""

    plain: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def _plain(letter: str) -> str:
    return anyascii(letter).lower()


def words(text: str) -> list[Word]:
    """The words of a text. What an editor's field writes as "&nbsp;" is a blank."""
    letters, places = [], []
    for place, letter in enumerate(text.replace("&nbsp;", "      ")):
        for one in _plain(letter):
            letters.append(one)
            places.append(place)
    folded = "".join(letters)
    return [
        Word(found.group(), places[found.start()], _end(places, found.end(), text))
        for found in WORD.finditer(folded)
    ]


def _end(places: list[int], after: int, text: str) -> int:
    """Behind the last letter, with the marks that belong to it."""
    end = places[after - 1] + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def _unescaped(text: str) -> str:
    """The text with the letters that JSON writes as "\\u0159"; fast where there are many."""
    if text.isascii():
        try:
            return text.encode("ascii").decode("raw_unicode_escape")
        except UnicodeDecodeError:  # somebody's own "\\u", which is no letter
            pass
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)


def rough(text: str) -> str:
    """The text in plain letters, fast: good enough to say that a word is *not* in it.

    Takes what a database holds, also JSON with its escapes.
    """
    while "\\\\u" in text:
        text = text.replace("\\\\u", "\\u")
    if "\\u" in text:
        text = _unescaped(text)
    text = text.casefold() if text.isascii() else text
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    if _OTHER_LETTERS.search(decomposed):
        return anyascii(text).lower()
    return decomposed.encode("ascii", "ignore").decode().lower()
