"""Where a text says what a visitor looks for, to mark it and to cut an excerpt around it."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from episodes.terms import UNSPACED, Terms, plain

#: A word as it is written, marks of vowels and accents included.
WRITTEN = re.compile(
    rf"{UNSPACED.pattern}|(?:[^\W_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff])+"
)
EXCERPT_LENGTH = 220
#: What is shown before the first match.
BEFORE = 70


def spans(text: str, terms: Terms) -> list[tuple[int, int]]:
    """Places of everything that is looked for, in order, none overlapping."""
    folded, places = _words(text)
    found = sorted(
        {
            (places[at][0], places[at + len(phrase) - 1][1])
            for term in terms.terms
            for phrase in term.phrases
            for at in _places(folded, phrase, term.open_end)
        }
    )
    apart: list[tuple[int, int]] = []
    for start, end in found:
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def _words(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """The folded words, and where in the text each of them is written."""
    words: list[str] = []
    places: list[tuple[int, int]] = []
    for match in WRITTEN.finditer(text):
        for folded in _folded(match[0]):
            words.append(folded)
            places.append(match.span())
    return words, places


@lru_cache(maxsize=8192)
def _folded(written: str) -> tuple[str, ...]:
    """Of one word; a language says most things in the same few thousand."""
    return tuple(plain(written))


def _places(words: list[str], phrase: tuple[str, ...], open_end: bool) -> Iterator[int]:
    """Where the words of a phrase follow each other; the last one may go on with `open_end`."""
    *first, last = phrase
    for at, word in enumerate(words[len(first) :]):
        if (word == last or (open_end and word.startswith(last))) and (
            words[at : at + len(first)] == first
        ):
            yield at


def marked(text: str, terms: Terms) -> SafeString:
    """The text as HTML, with what was found in `mark` elements."""
    text = unicodedata.normalize("NFC", text)
    parts, at = [], 0
    for start, end in spans(text, terms):
        parts += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
        at = end
    # Safe: every piece of the text is escaped.
    return mark_safe("".join([*parts, escape(text[at:])]))


def best_line(text: str, terms: Terms) -> str:
    """The line that says most of what is looked for; nothing where none says any of it."""
    wanted = {phrase[0] for term in terms.terms for phrase in term.phrases}
    best, most = "", 0
    for line in text.split("\n"):
        words = " " + " ".join(plain(line)) + " "
        said = sum(f" {word}" in words for word in wanted)
        if said > most:
            best, most = line, said
        if most == len(wanted):
            break
    return best


def excerpt(text: str, terms: Terms, length: int = EXCERPT_LENGTH) -> str:
    """A piece of the text around the first match, cut between words, with dots where it is cut."""
    text = " ".join(unicodedata.normalize("NFC", text).split())
    found = spans(text, terms)
    if not found or len(text) <= length:
        return text if len(text) <= length else f"{_until(text, length)} …"
    start = 0 if found[0][0] <= BEFORE else text.find(" ", found[0][0] - BEFORE) + 1
    start = start if start <= found[0][0] else found[0][0]
    cut = text[start:] if len(text) - start <= length else f"{_until(text[start:], length)} …"
    return f"… {cut}" if start else cut


def _until(text: str, length: int) -> str:
    shortened = text[:length]
    return shortened.rsplit(" ", 1)[0] if " " in shortened else shortened
