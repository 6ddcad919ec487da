"""Which encoding of old a text without a mark is in, told by the letters that it would have.

In Western and Central European text bytes above 127 stand alone among plain letters; in Cyrillic,
Greek, Arabic or Chinese text they stand together. Of the encodings in which a text can be read,
the one is taken in which it has the most frequent letters of its language.
"""

from __future__ import annotations

import re
import unicodedata

_SAMPLE_BYTES = 100_000
_LEAST_TOGETHER = 0.75
_LEAST_FREQUENT = 0.35

_HIGH_RUNS = re.compile(rb"[\x80-\xff]{2,}")
_HIGH = re.compile(rb"[\x80-\xff]")

#: The most frequent letters of the languages that are written in an encoding, small and capital.
_SINGLE_BYTE = {
    "windows-1251": "оеаинтсрвлкмдпуяыьзбігчї",
    "koi8-r": "оеаинтсрвлкмдпуяыьзбгч",
    "iso8859-5": "оеаинтсрвлкмдпуяыьзбгч",
    "windows-1253": "αοιετσνηυρπκμλςάίέόή",
    "windows-1255": "יוהלאמרבשתנםחק",
    "windows-1256": "اليمنتوربةدعسفهكحقأ",
    "cp874": "านรอกเงมยลวดทตสะปคบห่้",
}
_MULTI_BYTE = {
    "gb18030": "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能",
    "big5": "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能",
    "shift_jis": "のいるんとなにはしてたがでもをかっれらりこあ",
    "euc-jp": "のいるんとなにはしてたがでもをかっれらりこあ",
    "euc-kr": "이다는에가고하의을지도를기한아은나어사리",
}


def told_by_letters(data: bytes) -> str | None:
    """The encoding of a text in another script than Latin; nothing where it is Latin."""
    sample = data[:_SAMPLE_BYTES]
    high = len(_HIGH.findall(sample))
    together = sum(len(run) for run in _HIGH_RUNS.findall(sample))
    if high < 4 or together < high * _LEAST_TOGETHER:
        return None
    shares = {name: _share(sample, name, letters) for name, letters in _SINGLE_BYTE.items()}
    # A sign of a script of thousands is frequent at a fifth of what a letter is.
    shares |= {name: _share(sample, name, letters) * 2 for name, letters in _MULTI_BYTE.items()}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= _LEAST_FREQUENT else None


def _share(sample: bytes, encoding: str, letters: str) -> float:
    """How many of the letters outside ASCII are among the frequent ones."""
    text = sample.decode(encoding, "replace")
    foreign = [char for char in text if char > "\x7f" and not char.isspace()]
    if not foreign:
        return 0.0
    frequent = set(letters)
    # Small letters are as they should be inside a word; capitals there speak of another encoding.
    found = sum(char in frequent for char in foreign)
    capitals = sum(char.lower() in frequent and char not in frequent for char in foreign)
    broken = sum(
        char == "\ufffd" or unicodedata.category(char) in ("Cc", "Co", "Cn", "So", "Sk")
        for char in foreign
    )
    return (found + capitals * 0.4 - broken) / len(foreign)
