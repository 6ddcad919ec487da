"""Who “he” and “she” can be, and when somebody else may be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .. import names
from ..text import fold
from . import lexicon, naming, parts, places, quotations, sentences
from .draft import Person
from .mentions import Mentions

SHE, HE = "she", "he"

_SPOKEN = re.compile(
    r"\b(?:(?P<she>she|her|hers|herself)|(?P<he>he|him|his|himself))\b", re.IGNORECASE
)
_TELLING = re.compile(
    r"\b(?:she|hers?|herself|he|him|his|himself|mrs?|ms|miss|mister|fr|"
    + "|".join(title.lower() for title in names.SHE | names.HE if title.isalpha())
    + r")\b",
    re.IGNORECASE,
)
_HER_OFFICE = re.compile(
    r"\b\w*(?:women|woman|actress|nun|mother|widow|daughter|sister|policewoman|heroine|hostess)\b",
    re.I,
)
# Surnames that only women bear: Nová, Petrova, Kowalska, Jónsdóttir.
_HER_SURNAME = re.compile(r"(?:ová|[sc]ká|[sc]ka|ova|[aeo]va|[sc]kaya|skaia|d[oó]ttir)\Z")
# The start of a sentence or of a clause, where somebody acts.
_CLAUSE = (
    r"(?:\A\W*|[.!?;:…]\W+|\b(?:and|but|while|when|whereas|then|until|before|after|because)\s+)"
)
_SOMEBODY = re.compile(
    rf"{_CLAUSE}(?i:the|an?|one|another|some|his|her|their|my|our)\s+(?:[\w’'-]+\s+){{0,3}}?"
    r"(?P<noun>[\w’'-]+)"
)
_OFFICE_AND_NAME = re.compile(
    r"\b(?P<office>[A-ZÀ-Ž][\w-]+)\s+(?P<name>[A-ZÀ-Ž][^\W\d_]+(?:-[A-ZÀ-Ž]\w+)?)"
)
_SURNAME_ACTS = re.compile(rf"{_CLAUSE}(?P<name>[A-ZÀ-Ž][^\W\d_]*[^\W\d_A-Z])\s+(?P<verb>[a-z]+)\b")
_KIN = frozenset(
    "father mother brother sister son daughter husband wife grandmother grandfather uncle aunt man "
    "woman boy girl friend neighbour neighbor colleague guard policeman clerk boss stranger".split()
)


def of_title(title: str | None) -> str | None:
    """What “Ms.” says, ``None`` for “Dr.”."""
    for word in (title or "").split():
        if word in names.SHE:
            return SHE
        if word in names.HE:
            return HE
    return None


def of_people(
    people: Sequence[Person], mentions: Mentions, paragraphs: Sequence[str]
) -> dict[str, str | None]:
    """Name -> “she” or “he” where the article shows it and never the contrary."""
    votes: dict[str, set[str]] = {person.name: set() for person in people}
    for person in people:
        if (title := of_title(person.honorific)) is not None:
            votes[person.name].add(title)
        if _HER_OFFICE.search(person.role or "") or _HER_SURNAME.search(names.surname(person.name)):
            votes[person.name].add(SHE)
    for name, word in _shown(mentions, paragraphs):
        if name in votes:
            votes[name].add(word)
    return {name: next(iter(said)) if len(said) == 1 else None for name, said in votes.items()}


def _shown(mentions: Mentions, paragraphs: Sequence[str]) -> Iterator[tuple[str, str]]:
    """“Ms. Malá”, and a sentence of one person only: “Malá wrote it in her cell”."""
    for paragraph in paragraphs:
        for sentence in sentences.split(paragraph):
            if not _TELLING.search(sentence.text):
                continue
            found = mentions.find(parts.without_quotations(sentence.text))
            for one in found:
                if word := of_title(one.honorific):
                    yield one.name, word
            if len(found) != 1 or not found[0].is_known or quotations.find(sentence.text):
                # Who “he said” is, is what we want to know.
                continue
            spoken = {
                SHE if match["she"] else HE
                for match in _SPOKEN.finditer(sentence.text, found[0].end)
            }
            if len(spoken) == 1 and not somebody_else(sentence.text[found[0].end :], ()):
                yield found[0].name, spoken.pop()


def somebody_else(words: str, people: Sequence[Person]) -> bool:
    """Whether ``words`` let somebody act who has no part: “the judge smiled”, “President X”."""
    outside = parts.without_quotations(words)
    own = {fold(word) for person in people for word in person.name.split()}
    for match in _SOMEBODY.finditer(outside):
        noun = match["noun"].lower()
        if noun in _KIN or (lexicon.is_role_noun(noun) and lexicon.singular(noun) is None):
            return True
    for match in _OFFICE_AND_NAME.finditer(outside):
        if lexicon.is_role_noun(match["office"]) and fold(match["name"]) not in own | _PLACES:
            return True
    for match in _SURNAME_ACTS.finditer(outside):
        name, verb = match["name"], match["verb"]
        is_known = name.lower() in lexicon.COMMON_WORDS | lexicon.ORGANISATION_WORDS
        # "Spectacles returned" are things; "Novak ordered" is somebody.
        acts = lexicon.is_saying(verb) or (verb.endswith("ed") and not name.endswith("s"))
        if acts and not is_known and fold(name) not in own | _PLACES and naming.is_capital(name):
            return True
    return False


_PLACES = frozenset(
    fold(word)
    for name in (*places.COUNTRIES, *places.CAPITALS, *places.PEOPLES)
    for word in name.split()
)
