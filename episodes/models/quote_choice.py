"""The visitor's choice of quotes: read from an address, applied, and written as one again."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.translation import gettext as _

from episodes.filters import Kind
from episodes.terms import MAX_LETTERS, Terms
from speakers.models import SpeakerPage
from speakers.visibility import visible

from . import quote_index
from .listed import Facet
from .tags import EpisodeTag

if TYPE_CHECKING:
    from .series import SeriesPage

PAGE_SIZE = 20
MAX_PAGE_DIGITS = 6
MAX_SLUG = 255
#: Letters of something unknown that are said again.
SHOWN_LETTERS = 40


@dataclass(frozen=True)
class QuoteChoice:
    """Quotes of one person, on one topic, with these words; each of them may be left open."""

    person: str = ""
    tag: str = ""
    words: str = ""
    page: int = 1

    @classmethod
    def from_query(cls, query: QueryDict) -> "QuoteChoice":
        """Reads `?person=ana-novotna&tag=courts&q=words&page=2`; never fails."""
        number = query.get("page", "")
        is_number = number.isascii() and number.isdigit() and len(number) <= MAX_PAGE_DIGITS
        return cls(
            person=_line(query.get("person", ""))[:MAX_SLUG],
            tag=_line(query.get("tag", ""))[:MAX_SLUG],
            words=_line(query.get("q", ""))[:MAX_LETTERS],
            page=max(int(number), 1) if is_number else 1,
        )

    def url(self, base_url: str) -> str:
        pairs = [("person", self.person), ("tag", self.tag), ("q", self.words)]
        pairs.append(("page", str(self.page) if self.page > 1 else ""))
        query = urlencode([pair for pair in pairs if pair[1]])
        return f"{base_url}?{query}" if query else base_url

    def listing(self, series: "SeriesPage", base_url: str) -> "QuoteListing":
        """What the page shows for this choice; what is unknown is said and left out."""
        person, tag, problems = _person(self.person, series), _tag(self.tag), []
        if self.person and person is None:
            problems.append(
                _("There is nobody “%(name)s” here; everybody's quotes are shown.")
                % {"name": self.person[:SHOWN_LETTERS]}
            )
        if self.tag and tag is None:
            problems.append(
                _("There is no topic “%(name)s” here; it was left out.")
                % {"name": self.tag[:SHOWN_LETTERS]}
            )
        choice = replace(self, person=person.slug if person else "", tag=tag.slug if tag else "")
        quotes = quote_index.Quotes(tuple(_groups(series, person, tag)))
        terms = Terms.parse(self.words)
        found: Any = replace(quotes, terms=terms) if terms else [] if self.words else quotes
        page: Any = Paginator(found, PAGE_SIZE).get_page(self.page)
        people, tags = quote_index.quoted_people(series), quote_index.quoted_tags(series)
        return QuoteListing(
            choice=replace(choice, page=page.number),
            base_url=base_url,
            page=page,
            quotes=quote_index.shown(page.object_list, with_people=True),
            person=person,
            tag=tag,
            people=people if person is None or person in people else [person, *people],
            tags=tags if tag is None or tag in tags else [tag, *tags],
            problems=problems,
        )


@dataclass(frozen=True)
class QuoteListing:
    """One page of quotes with everything around it."""

    choice: QuoteChoice
    base_url: str
    page: Page
    quotes: list[quote_index.ShownQuote]
    person: SpeakerPage | None
    tag: EpisodeTag | None
    people: list[SpeakerPage]
    tags: list[EpisodeTag]
    problems: list[str]

    @property
    def total(self) -> int:
        return self.page.paginator.count

    @property
    def url(self) -> str:
        """The canonical address of this page."""
        return self.choice.url(self.base_url)

    @property
    def is_combination(self) -> bool:
        """A choice that search engines needn't keep: words, or a person and a topic at once."""
        return bool(self.choice.words or (self.person and self.tag))

    @property
    def is_chosen(self) -> bool:
        return bool(self.choice.words or self.person or self.tag)

    @property
    def previous_url(self) -> str:
        return self.address(self.page.number - 1) if self.page.has_previous() else ""

    @property
    def next_url(self) -> str:
        return self.address(self.page.number + 1) if self.page.has_next() else ""

    @property
    def pages(self) -> list[tuple[int | None, str]]:
        """Numbers and addresses of the pages to offer; no number is a gap."""
        numbers = self.page.paginator.get_elided_page_range(
            self.page.number, on_each_side=1, on_ends=1
        )
        return [(one, self.address(one)) if isinstance(one, int) else (None, "") for one in numbers]

    def address(self, number: int) -> str:
        """The address of another page of this choice."""
        return replace(self.choice, page=number).url(self.base_url)


def _groups(
    series: "SeriesPage", person: SpeakerPage | None, tag: EpisodeTag | None
) -> Iterator[tuple[Facet, ...]]:
    """The facets under which the chosen quotes stand."""
    if person:
        yield quote_index.facets(Kind.SPEAKER, quote_index.versions_of(person), series)
    if tag:
        yield quote_index.facets(Kind.TAG, [tag.pk], series)
    if not (person or tag):
        yield quote_index.facets(Kind.ALL, [""], series)


def _line(text: str) -> str:
    """On one line, without what can't be shown."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _person(slug: str, series: "SeriesPage") -> SpeakerPage | None:
    """A person whose page visitors may see; of several that are called so, in this language."""
    if not slug:
        return None
    found = list(visible(SpeakerPage.objects.filter(slug=slug)).defer("biography").order_by("pk"))
    return min(found, key=lambda page: page.locale_id != series.locale_id, default=None)


def _tag(slug: str) -> EpisodeTag | None:
    return EpisodeTag.objects.filter(slug=slug).first() if slug else None
