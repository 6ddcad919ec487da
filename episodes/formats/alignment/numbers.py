"""Numbers in letters as figures: a quote says “twenty-five”, the captions say 25.

English, French, Czech and German, which is what is said here most. `one` stays a word: it is an
article or a pronoun more often than a number.
"""

from __future__ import annotations

from collections.abc import Sequence


def _table(start: int, step: int, *languages: str) -> dict[str, int]:
    return {
        word: start + at * step
        for words in languages
        for at, names in enumerate(words.split())
        for word in names.split("|")
    }


_UNITS = {
    **_table(
        2,
        1,
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen",
        "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
        "dva|dve tri ctyri pet sest sedm osm devet deset jedenact dvanact trinact ctrnact patnact "
        "sestnact sedmnact osmnact devatenact",
        "zwei drei vier funf sechs sieben acht neun zehn elf zwolf",
    ),
}
_TENS = {
    **_table(20, 10, "twenty thirty forty fifty sixty seventy eighty ninety"),
    **_table(20, 10, "vingt|vingts trente quarante cinquante soixante"),
    **_table(20, 10, "dvacet tricet ctyricet padesat sedesat sedmdesat osmdesat devadesat"),
    **_table(20, 10, "zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig"),
}
_HUNDREDS = frozenset("hundred cent cents sto ste sta set hundert".split())
_THOUSANDS = frozenset("thousand mille tisic tisice tausend".split())
_JOINS = frozenset({"and", "et"})
_NUMBERS = _UNITS.keys() | _TENS.keys() | _HUNDREDS | _THOUSANDS


def in_figures(words: Sequence[str]) -> list[str]:
    """The folded words, with every number written in letters as one word of figures.

    >>> in_figures(["about", "twenty", "five", "people"])
    ['about', '25', 'people']
    """
    if _NUMBERS.isdisjoint(words) and not any(word.isdigit() for word in words):
        return list(words)
    result: list[str] = []
    at = 0
    while at < len(words):
        number, length = _number(words, at)
        if length:
            result.append(str(number))
            at += length
        else:
            result.append(words[at])
            at += 1
    return result


def _number(words: Sequence[str], start: int) -> tuple[int, int]:
    """The number that begins at `start`, and how many words it takes; (0, 0) where none does."""
    total = part = taken = 0
    last = ""  # the kind of the word before
    for at in range(start, len(words)):
        word = words[at]
        if word.isdigit() and len(word) == 3 and last == "figures":
            part = part * 1000 + int(word)  # 12 000
        elif word.isdigit() and word.isascii() and not last:
            part, last = int(word), "figures"
        elif word in _TENS and last in ("", "hundred", "thousand"):
            part, last = part + _TENS[word], "ten"
        elif word in ("vingt", "vingts") and part % 100 == 4:
            part, last = part + 76, "ten"  # quatre-vingts
        elif word in _UNITS and last in ("", "hundred", "thousand", "ten"):
            if last == "ten" and _UNITS[word] >= 10 and part % 100 not in (60, 80):
                break
            part, last = part + _UNITS[word], "unit"
        elif word in _UNITS and words[at - 1] == "dix" and last == "unit" and 6 < _UNITS[word] < 10:
            part += _UNITS[word]  # dix-sept
        elif word in _HUNDREDS and last in ("unit", "figures") and part < 20:
            part, last = part * 100, "hundred"
        elif word in _THOUSANDS and last not in ("", "thousand"):
            total, part, last = total + part * 1000, 0, "thousand"
        elif word in _JOINS and last in ("ten", "hundred") and words[at + 1 : at + 2] != []:
            if words[at + 1] not in _UNITS and words[at + 1] not in _TENS:
                break
            continue
        else:
            break
        taken = at - start + 1
    return total + part, taken
