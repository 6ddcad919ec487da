"""Plain text as it should be stored, and as it should be compared.

Articles arrive with Czech typography applied to English: no-break blanks after short words,
thin blanks, soft hyphens. They are made plain on the way in; comparisons use folded text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Written out rather than \s: every blank of any width, tabs included, but no line end.
_BLANKS = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]"
)
# A joiner changes the meaning of Persian or Hindi words; between Latin letters it is a leftover.
_USELESS_JOINERS = re.compile("(?<![\u0600-\u08ff\u0900-\u0dff])[\u200c\u200d]")

_LETTERS_WITHOUT_DECOMPOSITION = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe",
        "þ": "th", "ŧ": "t", "ŋ": "n", "ə": "e",
        "’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "ʻ": "'", "′": "'",
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-",
    }
)  # fmt: skip


def clean(text: str) -> str:
    """One line of text: plain blanks, none doubled, none at the ends, nothing invisible."""
    text = _INVISIBLE.sub("", _LINE_ENDS.sub(" ", text))
    text = _USELESS_JOINERS.sub("", text)
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", text)).strip()


def split_lines(text: str) -> list[str]:
    """Lines of ``text``, whatever ends them; blank ones kept, nothing cleaned yet."""
    return _LINE_ENDS.split(text)


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """``text`` for comparing: NFKC, accents off, case off, blanks made plain.

    >>> fold("Tomáš  PETŘÍČEK")
    'tomas petricek'
    """
    compatible = unicodedata.normalize("NFKC", clean(text)).casefold()
    bare = "".join(
        char
        for char in unicodedata.normalize("NFKD", compatible)
        if not unicodedata.combining(char)
    )
    return clean(bare.translate(_LETTERS_WITHOUT_DECOMPOSITION))
