"""Other spellings and the folded words that a search looks through."""

import re
from functools import lru_cache

from anyascii import anyascii

#: Of most texts this is an accented letter here and there; `anyascii` walks over all of them.
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
#: Forms of address that say nothing of a person; pages leave them out.
COURTESY = frozenset({"Mr.", "Mrs.", "Ms.", "Miss", "Mx."})


def shown_title(honorific: str) -> str:
    """ "Dr." and the like as they are, nothing for a "Ms."."""
    return "" if honorific in COURTESY else honorific


def spellings(text: str) -> list[str]:
    """The lines of an "other spellings" field, without blanks."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def folded(*texts: str) -> str:
    """The texts in plain Latin letters, so that "petricek" finds "Petříček".

    `anyascii` also writes other alphabets in Latin ones: ხიდაშელი becomes "khidasheli".
    """
    text = " ".join(text for text in texts if text)
    return _FOREIGN.sub(lambda letters: _latin(letters[0]), text).lower()


@lru_cache(maxsize=4096)
def _latin(letters: str) -> str:
    return anyascii(letters)


def sort_name(name: str) -> str:
    """A first guess for sorting: last word first ("Tomáš Petříček" → "Petříček, Tomáš").

    The guess is wrong for family-name-first names; editors can write the sort name themselves.
    """
    *first, last = name.split() or [""]
    return f"{last}, {' '.join(first)}" if first else last
