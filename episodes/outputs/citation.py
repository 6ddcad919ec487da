"""An episode as one cites it: who spoke, when, where, and at which second."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.models import Site

from episodes.formats import timecode
from speakers import addresses
from speakers.names import folded

if TYPE_CHECKING:
    from episodes.models import Appearance, EpisodePage, SeriesPage


@dataclass(frozen=True)
class Name:
    """Somebody's name in its parts; only `family` where nobody knows which part is which."""

    family: str
    given: str = ""

    @property
    def initials(self) -> str:
        """ "Jean-Paul Tomáš" → "J.-P. T."."""
        parts = [[one[0] for one in part.split("-") if one] for part in self.given.split()]
        return " ".join("-".join(f"{letter}." for letter in letters) for letters in parts)


@dataclass(frozen=True)
class Citation:
    """All that any style or program asks for; `start_s` where a passage is meant."""

    uid: str
    title: str
    guests: tuple[Name, ...]
    hosts: tuple[Name, ...]
    is_panel: bool
    published_on: datetime.date | None
    series: str
    publisher: str
    language: str
    duration_s: int | None
    keywords: tuple[str, ...]
    address: str
    start_s: int | None = None

    @property
    def url(self) -> str:
        """The page's one address, at the second that is meant."""
        return f"{self.address}?t={self.start_s}" if self.start_s else self.address

    @property
    def key(self) -> str:
        """ "petricek2021need": plain letters, for programs that want a word."""
        name = folded(self.guests[0].family) if self.guests else ""
        words = [word for word in folded(self.title).split() if len(word) > 3]
        year = str(self.published_on.year) if self.published_on else ""
        parts = (name, year, words[0] if words else "")
        return "".join(char for part in parts for char in part if char.isalnum()) or "episode"


def of_episode(
    page: "EpisodePage", series: "SeriesPage", request: HttpRequest, start_s: int | None = None
) -> Citation:
    """The episode as a page of this site publishes it; nothing is fetched but its rows."""
    site = Site.find_for_request(request)
    return Citation(
        uid=str(page.uid),
        title=page.title,
        guests=tuple(name_of(one) for one in page.guests),
        hosts=tuple(name_of(one) for one in page.hosts),
        is_panel=any(one.capacity == "panelist" for one in page.guests),
        published_on=page.published_on,
        series=series.title,
        publisher=(site.site_name if site else "") or series.podcast_author,
        language=page.spoken_language or series.spoken_language,
        duration_s=page.duration_s,
        keywords=tuple(sorted(tag.name for tag in page.tags.all())),
        address=addresses.of_page(page, request),
        start_s=start_s,
    )


def name_of(appearance: "Appearance") -> Name:
    """The name of that day in its parts, where the sort name of the person's page says them.

    Which word is the family's can't be guessed: a name without a page stays in one piece.
    """
    name = appearance.display_name
    speaker = appearance.public_speaker
    family, comma, given = (speaker.sort_name if speaker else "").partition(",")
    if comma and sorted(f"{family} {given}".split()) == sorted(name.split()):
        return Name(family.strip(), given.strip())
    return Name(name)


def apa(citation: Citation) -> str:
    """One line as the style of the American Psychological Association has it."""
    people = [
        *(_styled(name, pgettext("citation", "Guest")) for name in citation.guests),
        *(_styled(name, pgettext("citation", "Host")) for name in citation.hosts),
    ]
    day = citation.published_on
    # Translators: the date in a citation, as in "2021, December 22"
    date = date_format(day, pgettext("citation", "Y, F j")) if day else _("n.d.")
    video = pgettext("citation", "Video")
    parts = [
        f"{_enumerated(people)} ({date})." if people else f"({date}).",
        f"{citation.title} [{video}].",
        f"{citation.series}.",
        f"{citation.publisher}." if citation.publisher not in ("", citation.series) else "",
        citation.url,
    ]
    return " ".join(part for part in parts if part)


def in_text(citation: Citation) -> str:
    """What stands in the text beside the words: "(Petříček, 2021, 12:34)"."""
    year = str(citation.published_on.year) if citation.published_on else _("n.d.")
    names = _short([name.family for name in citation.guests]) or citation.title
    second = [timecode.format(citation.start_s)] if citation.start_s else []
    return f"({', '.join([names, year, *second])})"


def _styled(name: Name, role: str) -> str:
    return f"{', '.join(part for part in (name.family, name.initials) if part)} ({role})"


def _enumerated(people: list[str]) -> str:
    return f"{', '.join(people[:-1])}, & {people[-1]}" if len(people) > 1 else "".join(people)


def _short(names: Iterable[str]) -> str:
    several = list(names)
    if len(several) > 2:
        return _("%(name)s et al.") % {"name": several[0]}
    return get_text_list(several, "&")
