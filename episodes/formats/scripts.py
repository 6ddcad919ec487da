"""Which language a text is in, by its letters alone, and from which side it is read."""

from __future__ import annotations

import unicodedata
from collections import Counter

#: Read from the right. Django's own table counts Azerbaijani among them, which is written in Latin.
FROM_THE_RIGHT = frozenset("ar ckb dv fa he ps sd ug ur yi".split())
#: First word of a letter's name in Unicode → the language, where hardly another one is written so.
_LANGUAGES = {
    "ARABIC": "ar",
    "ARMENIAN": "hy",
    "BENGALI": "bn",
    "CJK": "zh",
    "ETHIOPIC": "am",
    "GEORGIAN": "ka",
    "GREEK": "el",
    "HANGUL": "ko",
    "HEBREW": "he",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "KHMER": "km",
    "LAO": "lo",
    "MYANMAR": "my",
    "TAMIL": "ta",
    "TELUGU": "te",
    "THAI": "th",
}
_PERSIAN = frozenset("پچژگ")
_URDU = frozenset("ٹڈڑےں")
#: Enough to know; quotes are seldom longer.
_LETTERS = 400


def direction(language: str) -> str:
    """The value of ``dir`` for a language code: "ar" → "rtl"."""
    return "rtl" if language.partition("-")[0] in FROM_THE_RIGHT else "ltr"


def language_of(text: str) -> str:
    """The code of the language that most letters belong to; empty where the letters don't say."""
    if text.isascii():
        return ""
    letters = [letter for letter in text[:_LETTERS] if letter.isalpha()]
    found = Counter(unicodedata.name(letter, "").partition(" ")[0] for letter in letters)
    if found["HIRAGANA"] + found["KATAKANA"]:
        found["HIRAGANA"] += found.pop("CJK", 0)
    script, number = found.most_common(1)[0] if found else ("", 0)
    language = _LANGUAGES.get(script, "") if 2 * number > len(letters) else ""
    if language != "ar":
        return language
    return "ur" if _URDU & set(letters) else "fa" if _PERSIAN & set(letters) else "ar"
