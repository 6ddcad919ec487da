"""What the search page shows for a query: people, organisations, topics, conversations.

Entries and passages are looked up in the index; only what is shown is fetched, and through the
gate of everything that visitors see.
"""

from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Case, IntegerField, Prefetch, Q, QuerySet, Value, When
from django.db.models.functions import Left
from django.http import HttpRequest

from episodes import marks
from episodes.models import EpisodePage, EpisodeTag, SaidPassage, SearchEntry, SearchText, fulltext
from episodes.terms import Terms
from speakers import pictures
from speakers.models import OrganisationPage, SpeakerPage
from speakers.visibility import visible

from . import scope

PAGE_SIZE = 10
GROUP_SIZE = 6
PASSAGES_SHOWN = 3
#: Enough of an article to find the place; the rest of a very long one is left unread.
EXCERPT_FROM = 40_000
Kind = SearchEntry.Kind


@dataclass(frozen=True)
class ShownPassage:
    """A passage around the words that were found, and the second when they are said."""

    kind: str
    text: str
    speaker: str
    language: str
    start_s: int


@dataclass(frozen=True)
class Conversation:
    """An episode that was found: where its text says it, and where it is said."""

    episode: EpisodePage
    excerpt: str
    passages: list[ShownPassage]


@dataclass(frozen=True)
class Results:
    """One page of what was found. `terms` are what was found, `asked` what was typed."""

    asked: Terms
    terms: Terms
    page: Page | None = None
    people: list[SpeakerPage] = field(default_factory=list)
    organisations: list[OrganisationPage] = field(default_factory=list)
    topics: list[tuple[EpisodeTag, str]] = field(default_factory=list)
    conversations: list[Conversation] = field(default_factory=list)
    #: More passages than were looked at: there may be more conversations.
    is_capped: bool = False

    @property
    def total(self) -> int:
        return self.page.paginator.count if self.page else 0

    @property
    def is_empty(self) -> bool:
        return not (self.total or self.people or self.organisations or self.topics)

    @property
    def meant(self) -> list[str]:
        """The words that were found instead of those that occur nowhere."""
        kept = {phrase for term in self.asked.terms for phrase in term.phrases}
        return [
            " ".join(phrase)
            for term in self.terms.terms
            for phrase in term.phrases
            if phrase not in kept
        ]


def find(query: str, request: HttpRequest, page_number: int = 1) -> Results:
    """What the query finds for this visitor; nothing is fetched but what is shown."""
    asked = Terms.parse(query)
    entries = scope.entries(request)
    terms = fulltext.understood(asked, lambda some: _is_found(entries, some))
    if not terms:
        return Results(asked, terms)
    said = _said(entries, terms)
    paginator = Paginator(_episodes(entries, terms, list(said)), PAGE_SIZE)
    page = paginator.get_page(page_number)
    is_first = page.number == 1
    return Results(
        asked=asked,
        terms=terms,
        page=page,
        people=_people(entries, terms) if is_first else [],
        organisations=_organisations(entries, terms) if is_first else [],
        topics=_topics(entries, terms, request) if is_first else [],
        conversations=_conversations(list(page), terms, said),
        is_capped=sum(map(len, said.values())) >= fulltext.MAX_PASSAGES,
    )


def _is_found(entries: Any, terms: Terms) -> bool:
    passages = SaidPassage.objects.filter(pk__in=fulltext.passage_hits(terms))
    in_text = entries.filter(pk__in=fulltext.hits(terms)).exists()
    return bool(in_text or passages.filter(entry__in=entries).exists())


def _said(entries: Any, terms: Terms) -> dict[int, list[int]]:
    """Keys of the passages that say it, by the key of their entry."""
    locales = entries.filter(kind=Kind.EPISODE)
    rows = SaidPassage.objects.filter(
        pk__in=fulltext.passage_hits(terms), entry__in=locales
    ).values_list("entry_id", "pk")
    found: dict[int, list[int]] = {}
    for entry_id, key in rows:
        found.setdefault(entry_id, []).append(key)
    return found


def _episodes(entries: Any, terms: Terms, said: list[int]) -> QuerySet[SearchEntry]:
    """Title and people first, then topics, then the rest; each newest first."""
    matching = Q(pk__in=fulltext.hits(terms))
    return (
        entries.filter(matching | Q(pk__in=said), kind=Kind.EPISODE)
        .annotate(relevance=_relevance(terms))
        .order_by("-relevance", "-published_on", "-pk")
    )


def _relevance(terms: Terms) -> Case | Value:
    if fulltext.in_names_alone(terms):
        return Value(2)
    return Case(
        When(pk__in=fulltext.hits(terms, "A"), then=Value(2)),
        When(pk__in=fulltext.hits(terms, "AB"), then=Value(1)),
        default=Value(0),
        output_field=IntegerField(),
    )


def _keys(entries: Any, terms: Terms, kind: str, key: str) -> list[int]:
    """The first few of a kind, those that are called so; where none is, those that say it."""
    found = entries.filter(kind=kind, pk__in=fulltext.hits(terms)).annotate(
        relevance=_relevance(terms)
    )
    rows = list(found.order_by("-relevance", "title").values_list(key, "relevance")[:GROUP_SIZE])
    is_called_so = any(relevance for _key, relevance in rows)
    return [row for row, relevance in rows if relevance or not is_called_so]


def _people(entries: Any, terms: Terms) -> list[SpeakerPage]:
    keys = _keys(entries, terms, Kind.PERSON, "page_id")
    people = (
        visible(SpeakerPage.objects.filter(pk__in=keys))
        .defer("biography")
        .prefetch_related(
            pictures.prefetch("portrait", ["face"]),
            Prefetch("organisation", visible(OrganisationPage.objects.all()).defer("description")),
        )
    )
    return _in_order(people, keys)


def _organisations(entries: Any, terms: Terms) -> list[OrganisationPage]:
    keys = _keys(entries, terms, Kind.ORGANISATION, "page_id")
    return _in_order(
        visible(OrganisationPage.objects.filter(pk__in=keys)).defer("description"), keys
    )


def _topics(entries: Any, terms: Terms, request: HttpRequest) -> list[tuple[EpisodeTag, str]]:
    keys = _keys(entries, terms, Kind.TOPIC, "tag_id")
    if not keys:
        return []
    tags = _in_order(EpisodeTag.objects.filter(pk__in=keys), keys)
    addresses = scope.topic_addresses(tags, request)
    return [(tag, addresses[tag.pk]) for tag in tags if tag.pk in addresses]


def _in_order(queryset: Any, keys: list[int]) -> list[Any]:
    found = {page.pk: page for page in queryset} if keys else {}
    return [found[key] for key in keys if key in found]


def _conversations(
    shown: list[SearchEntry], terms: Terms, said: dict[int, list[int]]
) -> list[Conversation]:
    keys = [entry.page_id for entry in shown if entry.page_id]
    episodes = EpisodePage.objects.filter(pk__in=keys).published().for_listing()
    by_key = {page.pk: page for page in _in_order(episodes, keys)}
    texts = dict(
        SearchText.objects.filter(entry__in=[entry.pk for entry in shown])
        .annotate(beginning=Left("excerpt", EXCERPT_FROM))
        .values_list("pk", "beginning")
    )
    passages = _passages(shown, terms, said)
    return [
        Conversation(
            by_key[entry.page_id],
            _excerpt(texts.get(entry.pk, ""), by_key[entry.page_id].lead, terms),
            passages.get(entry.pk, []),
        )
        for entry in shown
        if entry.page_id in by_key
    ]


def _excerpt(text: str, lead: str, terms: Terms) -> str:
    return marks.excerpt(marks.best_line(text, terms) or lead, terms)


def _passages(
    shown: list[SearchEntry], terms: Terms, said: dict[int, list[int]]
) -> dict[int, list[ShownPassage]]:
    """A few of each episode in the order of time, none of a second that is shown already."""
    wanted = [key for entry in shown for key in sorted(said.get(entry.pk, []))[:GROUP_SIZE]]
    found: dict[int, dict[int, SaidPassage]] = {}
    for row in SaidPassage.objects.filter(pk__in=wanted).order_by("pk") if wanted else []:
        if row.start_s is None:  # a quote whose second nobody knows; the article says it too
            continue
        places = marks.spans(row.text, terms)
        start_s = row.second_at(places[0][0] if places else 0)
        found.setdefault(row.entry_id, {}).setdefault(start_s, row)
    return {
        entry_id: [
            _shown(by_second[start], start, terms) for start in sorted(by_second)[:PASSAGES_SHOWN]
        ]
        for entry_id, by_second in found.items()
    }


def _shown(row: SaidPassage, start_s: int, terms: Terms) -> ShownPassage:
    text = marks.excerpt(row.text, terms)
    return ShownPassage(row.kind, text, row.speaker, row.language, start_s)
