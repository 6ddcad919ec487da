"""What people said, newest first: found in the tables of `listed`, read from the passages that
the search keeps.

Both know only what visitors may see; the episodes are asked again all the same, so that a quote
is never shown without its episode.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import (
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    TextField,
    Value,
    prefetch_related_objects,
)
from django.db.models.functions import Concat
from wagtail.models import Page

from episodes.filters import Kind
from episodes.terms import Term, Terms
from speakers import languages
from speakers.models import SpeakerPage
from speakers.visibility import visible

from .appearance import Appearance
from .listed import Facet, FacetedQuote
from .queryset import people
from .search import SaidPassage
from .tags import EpisodeTag

if TYPE_CHECKING:
    from .episode import EpisodePage
    from .series import SeriesPage

#: So many people, and topics, are offered to choose from: those that are quoted most.
OFFERED = 100


@dataclass(frozen=True)
class ShownQuote:
    """Somebody's words with who they were on that day; `speaker` where their page is public."""

    text: str
    name: str
    start_s: int | None
    episode: "EpisodePage"
    appearance: Appearance | None = None
    speaker: SpeakerPage | None = None


@dataclass(frozen=True)
class Quotes:
    """Quotes that stand under one facet of every group and say the words, newest first.

    To be counted and paged: how many there are makes no difference, but for words, and for two
    groups at once, of which the smaller one is looked through.
    """

    groups: tuple[tuple[Facet, ...], ...]
    terms: Terms | None = None

    def count(self) -> int:
        if len(self.groups) == 1 and not self.terms:
            return sum(facet.quotes for facet in self.groups[0])
        return self._rows().count()

    def __getitem__(self, part: slice) -> list[SaidPassage]:
        return _read(self._rows(), part)

    def _rows(self) -> QuerySet[FacetedQuote]:
        # The group with the fewest leads the query.
        leader, *others = sorted(self.groups, key=lambda group: sum(one.quotes for one in group))
        keys = [facet.pk for facet in leader]
        # An index gives the order for one key, not for a list of one.
        rows = FacetedQuote.objects.filter(
            **{"facet": keys[0]} if len(keys) == 1 else {"facet__in": keys}
        )
        same = FacetedQuote.objects.filter(passage=OuterRef("passage"))
        for group in others:
            rows = rows.filter(Exists(same.filter(facet__in=[facet.pk for facet in group])))
        if self.terms:
            said = SaidPassage.objects.filter(pk=OuterRef("passage"))
            rows = rows.filter(Exists(with_words(said, self.terms)))
        return rows


def facets(
    kind: Kind, values: Iterable[Any], series: "SeriesPage | None" = None
) -> tuple[Facet, ...]:
    """Under which the quotes of these topics or people stand, in one series or in all."""
    found = Facet.objects.filter(kind=kind, value__in=[str(value) for value in values])
    return tuple(found.filter(series=series.pk) if series else found)


def of_person(versions: list[int], count: int, reader: Any = None) -> list[SaidPassage]:
    """The newest of what a person said anywhere, whatever language their page is in.

    `reader` is the page around the list: of a conversation in several languages it shows one.
    """
    from .episode import EpisodePage  # the other way round at import: series know quotes

    values = [str(key) for key in versions]
    rows = FacetedQuote.objects.filter(facet__kind=Kind.SPEAKER, facet__value__in=values)
    if reader is not None:
        this = EpisodePage.objects.filter(pk=OuterRef("listed")).order_by()
        rows = rows.filter(Exists(this.one_version_for(reader)))
    return _read(rows, slice(0, count))


def _read(rows: QuerySet[FacetedQuote], part: slice) -> list[SaidPassage]:
    """Some of them with their episodes, as far as visitors may see those, in one query."""
    newest = rows.order_by("-published_on", "-listed", "passage")
    shown = visible(Page.objects.filter(pk=OuterRef("entry__page")))
    found = (
        SaidPassage.objects.filter(Exists(shown), pk__in=newest.values("passage")[part])
        .annotate(said_by_key=F("said_by__translation_key"))
        .select_related("entry__page__episodepage__locale")
    )
    ordered = sorted(found, key=lambda row: row.pk)
    return sorted(
        ordered,
        key=lambda row: (row.entry.published_on or datetime.date.min, row.entry.page_id),
        reverse=True,
    )


def versions_of(person: SpeakerPage) -> list[int]:
    """The keys of a person's page in all languages."""
    pages = SpeakerPage.objects.filter(translation_key=person.translation_key)
    return list(pages.values_list("pk", flat=True)) if languages.enabled() else [person.pk]


def with_words(quotes: QuerySet[SaidPassage], terms: Terms) -> QuerySet[SaidPassage]:
    """Those that say all of it. Quotes are few: reading them takes no index of their words."""
    quotes = quotes.alias(spaced=Concat(Value(" "), "words", Value(" "), output_field=TextField()))
    for term in terms.terms:
        quotes = quotes.filter(_says(term))
    return quotes


def _says(term: Term) -> Q:
    end = "" if term.open_end else " "
    found = Q()
    for phrase in term.phrases:
        found |= Q(spaced__contains=f" {' '.join(phrase)}{end}")
    return found


def shown(rows: list[SaidPassage], *, with_people: bool = False) -> list[ShownQuote]:
    """The quotes with their episodes; their people take a few queries."""
    episodes: dict[Any, Any] = {row.entry.page_id: row.entry.page.episodepage for row in rows}
    if with_people:
        prefetch_related_objects(list(episodes.values()), people("face"))
    return [_shown(row, episodes[row.entry.page_id], with_people) for row in rows]


def _shown(row: Any, episode: "EpisodePage", with_people: bool) -> ShownQuote:
    part = _appearance(row, episode) if with_people else None
    speaker = part.public_speaker if part and _is_same(row, part) else None
    return ShownQuote(row.text, row.speaker, row.start_s, episode, part, speaker)


def _is_same(row: Any, part: Appearance) -> bool:
    """Whether they said it; the words may name the person in another language than the page."""
    if not row.said_by_id:
        return False
    person = part.public_speaker
    return part.speaker_id == row.said_by_id or bool(
        person and person.translation_key == row.said_by_key
    )


def _appearance(row: Any, episode: "EpisodePage") -> Appearance | None:
    """The person's part in that episode: by their page, else by their name of that day."""
    parts = list(episode.appearances.all())
    own = [one for one in parts if _is_same(row, one)]
    named = [one for one in parts if row.speaker and one.display_name == row.speaker]
    return next(iter(own or named), None)


def quoted_people(series: "SeriesPage") -> list[SpeakerPage]:
    """Those who are quoted most and have a page to see, by name; each in one language."""
    most = SpeakerPage.objects.filter(pk__in=_most_quoted(Kind.SPEAKER, series))
    same = SpeakerPage.objects.filter(translation_key__in=most.order_by().values("translation_key"))
    found: dict[Any, SpeakerPage] = {}
    for page in visible(same).defer("biography").order_by("title", "pk"):
        if page.translation_key not in found or page.locale_id == series.locale_id:
            found[page.translation_key] = page
    return sorted(found.values(), key=lambda page: (page.title, page.pk))


def quoted_tags(series: "SeriesPage") -> list[EpisodeTag]:
    """Topics of the conversations that are quoted most."""
    return list(EpisodeTag.objects.filter(pk__in=_most_quoted(Kind.TAG, series)))


def _most_quoted(kind: Kind, series: "SeriesPage") -> list[str]:
    facets = Facet.objects.filter(series=series.pk, kind=kind, shown=True, quotes__gt=0)
    return list(facets.order_by("-quotes", "label").values_list("value", flat=True)[:OFFERED])
