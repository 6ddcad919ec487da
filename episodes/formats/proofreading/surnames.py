"""Surnames of people who took part, written with a slip: “Zhvotis” for “Zhovtis”.

A capital letter is asked for, and of two edits both ends of the word have to be right. Short
names only count where a title or a given name stands before them: “Greek” is no misspelt “Green”.
What a language does to names (Zhovtis’s, Petříčkovi) is no slip.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from episodes.formats import names, text

from .findings import Finding, Kind, Piece

#: Edits that still make a slip of a name, and the length from which two are believed.
EDITS = 2
LONG_NAME = 6
#: Shorter ones are too much like other words.
SHORTEST = 4

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’ʼ](?:s|S)?$")
#: What Czech puts at the end of a name, folded; nouns and adjectives, sons and daughters.
_CZECH_ENDINGS = frozenset(
    "a u e i y o ovi em om ou ove um ech ich ami mi ho mu m eho emu ych ym ymi im imi iho imu "
    "ova ovou ovu ovy ovo uv ovych ovym ovymi ovyma ovi".split()
)
_LONG_ENDINGS = ("ovi", "ova", "ovou", "ove", "ovo", "em", "a", "u", "e")


@dataclass(frozen=True)
class Cast:
    """The names of those who take part in an episode, prepared for many paragraphs."""

    #: Surname as it is written, by its folded form.
    surnames: dict[str, str]
    #: Given names of each surname, folded.
    given: dict[str, frozenset[str]]
    #: Every spelling that is right, folded; also all other words of the names.
    right: frozenset[str]
    #: The same with their accents: “Petřiček” has all the letters, and is wrong.
    written: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(cls, people: Iterable[Sequence[str]], others: Iterable[str] = ()) -> Cast:
        """Of people, each a name and its other spellings; `others` is right as well."""
        surnames: dict[str, str] = {}
        given: dict[str, set[str]] = {}
        right, written = _folded_words(others), set[str]()
        for spellings in people:
            written.update(_plain(word) for one in spellings for word in _WORD.findall(one))
            right.update(_folded_words(spellings))
            parts = names.split_name(spellings[0]) if spellings and spellings[0].strip() else None
            if parts is None:
                continue
            for word in _WORD.findall(parts.surname):
                folded = text.fold(word)
                if len(folded) >= SHORTEST and folded not in names.PARTICLES:
                    surnames[folded] = word
                    given.setdefault(folded, set()).update(_folded_words([parts.given]))
        frozen = {one: frozenset(words) for one, words in given.items()}
        return cls(surnames, frozen, frozenset(right), frozenset(written))


def _plain(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold()


def _folded_words(texts: Iterable[str]) -> set[str]:
    return {text.fold(word) for one in texts for word in _WORD.findall(one)}


def misspelt(piece: Piece, cast: Cast, language: str) -> list[Finding]:
    """Words that are nearly, but not quite, a surname of the cast; each of them once."""
    found: dict[tuple[str, str], int] = {}
    before = ""
    for match in _WORD.finditer(piece.text) if cast.surnames else ():
        word = _POSSESSIVE.sub("", match[0])
        if word[:1].isupper() and (meant := _meant(word, before, cast, language)):
            found[word, meant] = found.get((word, meant), 0) + 1
        before = text.fold(match[0])
    return [
        Finding(Kind.SURNAME, piece.field, word, meant, times)
        for (word, meant), times in found.items()
    ]


def _meant(word: str, before: str, cast: Cast, language: str) -> str:
    """The surname that a word was meant to be; nothing where it is right or something else."""
    folded = text.fold(word)
    if folded in cast.surnames and _plain(word) not in cast.written:
        return cast.surnames[folded]
    if folded in cast.right:
        return ""
    if "-" in folded and set(folded.split("-")) & cast.right:
        return ""  # a double name, or something named after somebody
    for surname, written in cast.surnames.items():
        introduced = before in cast.given[surname] or names.honorific(before) is not None
        if _is_inflected(folded, surname, language):
            return ""
        if _is_slip(folded, surname, introduced):
            return written
        if language == "cs" and _is_inflected_slip(folded, surname):
            return written
    return ""


def _is_slip(word: str, surname: str, introduced: bool) -> bool:
    if len(word) < SHORTEST or not (introduced or len(surname) >= LONG_NAME):
        return False
    allowed = EDITS if len(surname) >= LONG_NAME else 1
    edits = OSA.distance(word, surname, score_cutoff=allowed)
    if not 0 < edits <= allowed:
        return False
    if edits == 1 or introduced:
        return True
    # “Morning” is no misspelt “Manning”: two edits are believed inside a long word alone.
    ends = (word[0], word[-1]) == (surname[0], surname[-1])
    return ends and min(len(word), len(surname)) >= LONG_NAME and word[:2] == surname[:2]


def _is_inflected_slip(word: str, surname: str) -> bool:
    """“Zhvotisovi”: one edit in what stands before a Czech ending."""
    return len(surname) >= LONG_NAME and any(
        word.endswith(ending) and OSA.distance(word[: -len(ending)], surname, score_cutoff=1) == 1
        for ending in _LONG_ENDINGS
    )


def _is_inflected(word: str, surname: str, language: str) -> bool:
    """“Petříčka”, “Novou”; in English a name may still be that of a wife or of a family."""
    if language != "cs":
        return word in (f"{surname}s", f"{surname}es", f"{surname}ova")
    return any(
        word.startswith(stem) and word[len(stem) :] in _CZECH_ENDINGS for stem in _stems(surname)
    )


def _stems(surname: str) -> set[str]:
    stems = {surname}
    if surname[-1] in "aeiouy":
        stems.add(surname[:-1])
    if len(surname) > 3 and surname[-2] == "e":  # Petříček, Petříčka; Havel, Havla
        stems.add(surname[:-2] + surname[-1])
    if surname.endswith("ek"):
        stems.add(surname[:-2] + "c")
    if surname.endswith(("ius", "us", "os", "is", "as")):  # Herakleitos, Herakleita
        stems.add(surname[:-2])
    return stems
