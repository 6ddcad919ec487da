"""How a person is written, and where they are written in a text.

A full name is certain. A family name alone, or a form of it that a language may make, can be
somebody else's or a common word: those are offered to an editor and never decided here.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from speakers.names import folded

from .folding import WORD, Word, rough, words

#: Words before a family name that make it a name, in plain letters.
ADDRESSES = frozenset(
    "mr mrs ms miss mx dr prof professor doc sir dame lord lady madam minister president senator "
    "ambassador judge pan pani pana panu panem panove slecna ing mgr judr mudr phdr".split()
)
#: What Czech and its neighbours hang on a name, in plain letters.
ENDINGS = frozenset(
    "a u y e i o em ou ovi uv ova ovo ove ovou ovy ovu ovych ovym eho emu ym ymi im iho imu "
    "ech um ho mu m ich ach ami te ti tem tou".split()
)
GAP = re.compile(r"[\s\-_.,+'’/\u2010-\u2015]*")
LONGEST_GAP = 4
SHORTEST_JOINED = 7


class Form(StrEnum):
    """In which form a name was found."""

    FULL = "full"
    ADDRESS = "address"
    SURNAME = "surname"
    INFLECTED = "inflected"
    EXTRA = "extra"


@dataclass(frozen=True)
class Match:
    """A name in a text, `text[start:end]`; `certain` when it can be nobody else."""

    start: int
    end: int
    form: Form
    certain: bool


@dataclass(frozen=True)
class Name:
    """A name in plain letters, its parts word by word."""

    given: tuple[str, ...]
    surname: tuple[str, ...]

    @classmethod
    def read(cls, name: str) -> "Name":
        """ "Petříček, Tomáš" and "Tomáš Petříček"; the last word is the family's."""
        family, comma, given = name.partition(",")
        if not comma:
            *first, family = name.split() or [""]
            given = " ".join(first)
        return cls(_plain(given), _plain(family))


def _plain(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(folded(text)))


@dataclass(frozen=True)
class Sought:
    """Everything that one person is called; `extra` are words that an editor added."""

    names: tuple[str, ...]
    extra: tuple[str, ...] = ()
    addresses: frozenset[str] = field(default=ADDRESSES)

    @cached_property
    def read(self) -> list[Name]:
        return [
            name
            for name in dict.fromkeys(Name.read(one) for one in self.names if one.strip())
            if name.surname
        ]

    @cached_property
    def surnames(self) -> list[tuple[str, ...]]:
        """Family names, also without the particles before them."""
        found = [name.surname for name in self.read]
        found += [one[-1:] for one in found if len(one) > 1 and len(one[-1]) > 2]
        return list(dict.fromkeys(found))

    @cached_property
    def joined(self) -> list[str]:
        """Names in one word, as in an address or behind a hash."""
        found = []
        for name in self.read:
            for order in ((*name.given, *name.surname), (*name.surname, *name.given)):
                if len(word := "".join(order)) >= SHORTEST_JOINED and len(order) > 1:
                    found.append(word)
        return list(dict.fromkeys(found))

    @cached_property
    def extras(self) -> list[tuple[str, ...]]:
        return [plain for one in self.extra if (plain := _plain(one))]

    @cached_property
    def needles(self) -> list[str]:
        """What a text must hold in plain letters, one of them, to hold the name."""
        found = {stem for surname in self.surnames for stem in stems(surname[-1])}
        found |= {words[-1] for words in self.extras} | set(self.joined)
        return [one for one in found if not any(o != one and o in one for o in found)]

    def may_stand_in(self, raw: str) -> bool:
        """False where the name can't be; quick, for texts as a database holds them."""
        plain = rough(raw)
        return any(needle in plain for needle in self.needles)

    def matches(self, text: str) -> list[Match]:
        """Every place where the person is named, in the order of the text."""
        if not self.may_stand_in(text):
            return []
        found: list[Match] = []
        tokens = words(text)
        at = 0
        while at < len(tokens):
            match, taken = self._match(text, tokens, at)
            if match:
                found.append(match)
            at += max(taken, 1)
        return found

    def _match(self, text: str, tokens: list[Word], at: int) -> tuple[Match | None, int]:
        ways = (self._full, self._joined, self._address, self._extra, self._surname)
        for way in ways:
            if found := way(text, tokens, at):
                return found
        return None, 0

    def _full(self, text: str, tokens: list[Word], at: int) -> tuple[Match, int] | None:
        for name in self.read:
            if not name.given:
                continue
            for order in ((name.given, name.surname), (name.surname, name.given)):
                for middle in (0, 1):
                    taken = _follow(text, tokens, at, order, middle)
                    if taken:
                        match = Match(tokens[at].start, tokens[at + taken - 1].end, Form.FULL, True)
                        return match, taken
            first = tokens[at].plain
            if first == name.given[0][0] and (
                taken := _follow(text, tokens, at, ((first,), name.surname), 0)
            ):
                return Match(tokens[at].start, tokens[at + taken - 1].end, Form.FULL, True), taken
        return None

    def _joined(self, text: str, tokens: list[Word], at: int) -> tuple[Match, int] | None:
        word = tokens[at]
        for name in self.joined:
            if (place := word.plain.find(name)) >= 0:
                exact = len(word.plain) == word.end - word.start
                start = word.start + place if exact else word.start
                end = start + len(name) if exact else word.end
                return Match(start, end, Form.FULL, True), 1
        return None

    def _address(self, text: str, tokens: list[Word], at: int) -> tuple[Match, int] | None:
        if tokens[at].plain not in self.addresses:
            return None
        for surname in self.surnames:
            if taken := _follow(text, tokens, at, ((tokens[at].plain,), surname), 0):
                end = tokens[at + taken - 1]
                if text[tokens[at + 1].start].isupper() or not text[end.start].isalpha():
                    return Match(tokens[at].start, end.end, Form.ADDRESS, True), taken
        return None

    def _extra(self, text: str, tokens: list[Word], at: int) -> tuple[Match, int] | None:
        for one in self.extras:
            if taken := _follow(text, tokens, at, (one,), 0, exact=True):
                end = tokens[at + taken - 1].end
                return Match(tokens[at].start, end, Form.EXTRA, False), taken
        return None

    def _surname(self, text: str, tokens: list[Word], at: int) -> tuple[Match, int] | None:
        for surname in self.surnames:
            for exact in (True, False):
                if taken := _follow(text, tokens, at, (surname,), 0, exact=exact):
                    form = Form.SURNAME if exact else Form.INFLECTED
                    return Match(tokens[at].start, tokens[at + taken - 1].end, form, False), taken
        return None


def stems(word: str) -> set[str]:
    """What stays of a family name in its other cases: Petříček, Petříč-k-em."""
    found = {word}
    if len(word) > 3:
        if word[-1] in "aeioy":
            found.add(word[:-1])
        if word[-2] == "e" and word[-1] in "kclrn":
            found.add(word[:-2] + word[-1])
    return found


def _is_form_of(plain: str, word: str) -> bool:
    return (
        any(plain.startswith(stem) and plain[len(stem) :] in ENDINGS for stem in stems(word))
        and len(word) > 2
    )


def _follow(
    text: str,
    tokens: list[Word],
    at: int,
    parts: Iterable[tuple[str, ...]],
    middle: int,
    exact: bool = False,
) -> int:
    """How many words from `at` on are these parts of a name; 0 when they are not.

    `middle` words may stand between the parts. Unless `exact`, each may have another ending.
    """
    index = at
    for number, part in enumerate(parts):
        index += middle if number else 0
        for wanted in part:
            if index >= len(tokens) or not _joins(text, tokens, at, index):
                return 0
            plain = tokens[index].plain
            if plain != wanted and (exact or not _is_form_of(plain, wanted)):
                return 0
            index += 1
    return index - at


def _joins(text: str, tokens: list[Word], at: int, index: int) -> bool:
    """Whether nothing but blanks and small marks lies before this word, since the first."""
    if index == at:
        return True
    gap = text[tokens[index - 1].end : tokens[index].start].replace("&nbsp;", " ")
    return len(gap) <= LONGEST_GAP and bool(GAP.fullmatch(gap))
