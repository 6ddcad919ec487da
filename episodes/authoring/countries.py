"""Countries as articles name them."""

from functools import cache

from django.utils.translation import override
from django_countries import countries

from episodes.formats.text import fold

#: Names in use that ISO 3166's English list writes otherwise.
OTHER_NAMES = {
    "america": "US",
    "bolivia": "BO",
    "britain": "GB",
    "burma": "MM",
    "china": "CN",
    "congo-brazzaville": "CG",
    "congo-kinshasa": "CD",
    "czech republic": "CZ",
    "democratic republic of congo": "CD",
    "democratic republic of the congo": "CD",
    "dr congo": "CD",
    "east timor": "TL",
    "england": "GB",
    "great britain": "GB",
    "holland": "NL",
    "hong kong": "HK",
    "iran": "IR",
    "ivory coast": "CI",
    "laos": "LA",
    "macedonia": "MK",
    "moldova": "MD",
    "north korea": "KP",
    "palestine": "PS",
    "people's republic of china": "CN",
    "republic of congo": "CG",
    "republic of the congo": "CG",
    "russia": "RU",
    "scotland": "GB",
    "slovak republic": "SK",
    "south korea": "KR",
    "swaziland": "SZ",
    "syria": "SY",
    "taiwan": "TW",
    "tanzania": "TZ",
    "turkey": "TR",
    "uk": "GB",
    "united kingdom": "GB",
    "united states": "US",
    "united states of america": "US",
    "us": "US",
    "usa": "US",
    "vatican": "VA",
    "venezuela": "VE",
    "vietnam": "VN",
    "wales": "GB",
}


@cache
def _codes() -> dict[str, str]:
    codes = {}
    for language in ("en", "cs"):
        with override(language):
            codes.update({fold(str(name)): code for code, name in countries})
    return {**codes, **OTHER_NAMES}


def country_code(name: str | None) -> str:
    """ISO 3166 code of a country's name; empty where it isn't known.

    >>> country_code("the Czech Republic")
    'CZ'
    """
    return _codes().get(fold(name or "").removeprefix("the "), "")
