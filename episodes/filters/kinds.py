"""What episodes are told apart by, and how its values are called."""

import re

from django.db.models import TextChoices
from django.utils.translation import get_language_info, gettext_lazy
from django.utils.translation import gettext as _
from django_countries import countries

from episodes.fields import LANGUAGE_CODES

SLUG = re.compile(r"[-\w]{1,255}")
YEAR = re.compile(r"(19|20)[0-9]{2}")
SHOWN_LENGTH = 40


class Kind(TextChoices):
    """A part of a choice by its name in addresses. `ALL` stands for every listed episode."""

    ALL = "all", gettext_lazy("All")
    TAG = "tag", gettext_lazy("Topics")
    SPEAKER = "speaker", gettext_lazy("People")
    ORGANISATION = "organisation", gettext_lazy("Organisations")
    COUNTRY = "country", gettext_lazy("Guests from")
    YEAR = "year", gettext_lazy("Years")
    LANGUAGE = "language", gettext_lazy("Spoken languages")


#: In the order in which they are offered.
CHOOSABLE = (
    Kind.TAG,
    Kind.SPEAKER,
    Kind.ORGANISATION,
    Kind.COUNTRY,
    Kind.YEAR,
    Kind.LANGUAGE,
)
#: An episode has one year and one language, and whoever chooses two countries wants to hear
#: guests from either. Of the others an episode carries all that are chosen.
ANY_OF = frozenset({Kind.COUNTRY, Kind.YEAR, Kind.LANGUAGE})
#: An episode has one of these at most, so another value adds all that carry it.
ONE_ONLY = frozenset({Kind.YEAR, Kind.LANGUAGE})


def readable(kind: Kind, text: str) -> str:
    """The text as a value of this kind; nothing when it can't be one."""
    if kind == Kind.COUNTRY:
        code = text.upper() if text.isascii() else ""
        return code if code in countries else ""
    if kind == Kind.YEAR:
        return text if YEAR.fullmatch(text) else ""
    if kind == Kind.LANGUAGE:
        return text.lower() if text.lower() in LANGUAGE_CODES else ""
    return text if SLUG.fullmatch(text) else ""


def label(kind: str, value: str, name: str = "") -> str:
    """What visitors read: the name that is kept, or the code's in their language."""
    if kind == Kind.COUNTRY:
        return str(countries.name(value)) or value
    if kind == Kind.LANGUAGE and value in LANGUAGE_CODES:
        return str(get_language_info(value)["name_translated"])
    return name or value


def unknown(kind: Kind, text: str) -> str:
    """The sentence for a value that isn't there."""
    sentences = {
        Kind.TAG: _("There is no topic “%(name)s” here; it was left out."),
        Kind.SPEAKER: _("There is nobody called “%(name)s” here; the name was left out."),
        Kind.ORGANISATION: _("There is no organisation “%(name)s” here; it was left out."),
        Kind.COUNTRY: _("“%(name)s” is no country's code; it was left out."),
        Kind.YEAR: _("“%(name)s” is no year; it was left out."),
        Kind.LANGUAGE: _("“%(name)s” is no language that we know; it was left out."),
    }
    shown = "".join(char for char in text if char.isprintable())[:SHOWN_LENGTH]
    return sentences[kind] % {"name": shown}
