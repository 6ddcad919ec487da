"""What a careful reader takes from an article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from ..errors import FormatError

Relation = Literal["in cooperation with", "host", "funder", "media partner"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that the editor should look at; ``where`` is the field's name in the draft."""

    where: str
    error: FormatError

    @property
    def message(self) -> str:
        """The sentence in English."""
        return str(self.error)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the episode, with the role that the article gives on that day.

    ``as_written`` holds the article's words, of which role, organisation and country are parts.
    ``capacity`` is what an editor chose (a value of ``Appearance.Capacity``); articles only tell
    guests from hosts.
    """

    name: str
    honorific: str | None = None
    role: str | None = None
    organisation: str | None = None
    country: str | None = None
    as_written: str | None = None
    capacity: str | None = None

    def as_dict(self) -> dict[str, str | None]:
        """As the dry run of an import prints it."""
        return {
            "name": self.name,
            "honorific": self.honorific,
            "role": self.role,
            "organisation": self.organisation,
            "country": self.country,
            "as_written": self.as_written,
        }


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in quotation marks. ``speaker`` is ``None`` unless the article leaves no doubt."""

    speaker: str | None
    text: str
    under_heading: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as written; its quotations stand in ``text`` too, marks and all."""

    text: str
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Partner:
    name: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """An article in its fields. What the text does not say is ``None`` or empty.

    ``spoken_language`` (ISO 639) and ``tags`` are an editor's; articles don't name them.
    """

    title: str | None = None
    hashtags: tuple[str, ...] = ()
    series: str | None = None
    publication_date: dt.date | None = None
    recorded_date: dt.date | None = None
    lead: str | None = None
    lead_quotes: tuple[Quote, ...] = ()
    guests: tuple[Person, ...] = ()
    hosts: tuple[Person, ...] = ()
    body: tuple[Heading | Paragraph, ...] = ()
    takeaways_intro: str | None = None
    takeaways: tuple[str, ...] = ()
    partners: tuple[Partner, ...] = ()
    special: bool | None = None
    spoken_language: str | None = None
    tags: tuple[str, ...] = ()
    abridged: bool | None = None
    abridged_note: str | None = None
    language_note: str | None = None
    closing_note: str | None = None
    video_url: str | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings of the body, in order."""
        return tuple(part.text for part in self.body if isinstance(part, Heading))

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Every quotation, those of the lead first."""
        return (*self.lead_quotes, *_quotes(self.body))

    def as_dict(self) -> dict[str, Any]:
        """Plain values, dates as ISO text: what the dry run of an import prints."""
        return {
            "title": self.title,
            "hashtags": list(self.hashtags),
            "series": self.series,
            "publication_date": _iso(self.publication_date),
            "recorded_date": _iso(self.recorded_date),
            "lead": self.lead,
            "guests": [person.as_dict() for person in self.guests],
            "hosts": [person.as_dict() for person in self.hosts],
            "headings": list(self.headings),
            "quotes": [
                {"speaker": one.speaker, "text": one.text, "under_heading": one.under_heading}
                for one in self.quotes
            ],
            "takeaways": list(self.takeaways),
            "partners": [{"name": one.name, "relation": one.relation} for one in self.partners],
            "abridged": self.abridged,
            "abridged_note": self.abridged_note,
            "language_note": self.language_note,
            "video_url": self.video_url,
            "problems": [{"where": one.where, "message": one.message} for one in self.problems],
        }


def _quotes(body: Iterable[Heading | Paragraph]) -> Iterable[Quote]:
    return (quote for part in body if isinstance(part, Paragraph) for quote in part.quotes)


def _iso(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None
