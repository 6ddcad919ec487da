"""People in the order of a register: A to Z, accents aside."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from speakers.names import folded


@dataclass(frozen=True)
class Letter:
    """A letter and the people whose sort name begins with it."""

    name: str
    people: list[Any] = field(default_factory=list)


def initial(name: str) -> str:
    """The letter under which a name stands; "#" for what begins with no letter.

    Accents and other alphabets are read as plain Latin letters: Čapek stands under C.
    """
    first = folded(name)[:1].upper()
    return first if first.isalpha() else "#"


def by_letter(people: Iterable[Any]) -> list[Letter]:
    """People under the first letter of their sort name; what is no letter comes first as "#"."""
    ordered = sorted(people, key=lambda person: folded(person.sort_name))
    return [
        Letter(name, list(group))
        for name, group in groupby(ordered, key=lambda person: initial(person.sort_name))
    ]
