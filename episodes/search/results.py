"""What the search page shows for a query: people, organisations, topics, conversations.

Entries and passages are looked up in the index; only what is shown is fetched, and through the
gate of everything that visitors see.
"""

import datetime
from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Prefetch
from django.db.models.expressions import RawSQL
from django.db.models.functions import Left
from django.http import HttpRequest

from episodes import marks
from episodes.models import EpisodePage, EpisodeTag, SaidPassage, SearchEntry, SearchText, fulltext
from episodes.models.fulltext import Hit
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
    in_text = fulltext.best(terms, _this_one(entries))
    passages = {entry: keys for entry, (_hit, keys) in said.items()}
    found = _best_first(in_text[: fulltext.MAX_FOUND], [hit for hit, _keys in said.values()])
    page = Paginator(found, PAGE_SIZE).get_page(page_number)
    others = _others(entries, terms) if page.number == 1 else {}
    return Results(
        asked=asked,
        terms=terms,
        page=page,
        people=_people(others.get(Kind.PERSON, [])),
        organisations=_organisations(others.get(Kind.ORGANISATION, [])),
        topics=_topics(others.get(Kind.TOPIC, []), request),
        conversations=_conversations(list(page), terms, passages),
        is_capped=sum(map(len, passages.values())) >= fulltext.MAX_PASSAGES
        or len(in_text) > fulltext.MAX_FOUND,
    )


def _is_found(entries: Any, terms: Terms) -> bool:
    passages = SaidPassage.objects.filter(pk__in=fulltext.passage_hits(terms))
    in_text = fulltext.is_in_text(terms, _this_one(entries))
    return in_text or passages.filter(Exists(entries.filter(pk=OuterRef("entry")))).exists()


def _this_one(entries: Any) -> Any:
    """The entry that a query of `fulltext` asks about, if it is one of these."""
    return entries.filter(pk=RawSQL("entry.id", ())).values("pk")


def _said(entries: Any, terms: Terms) -> dict[int, tuple[Hit, list[int]]]:
    """Episodes in which somebody says it, with the keys of the passages, by the key of their
    entry."""
    rows = SaidPassage.objects.filter(
        Exists(entries.filter(kind=Kind.EPISODE, pk=OuterRef("entry"))),
        pk__in=fulltext.passage_hits(terms),
    ).values_list("entry_id", "entry__page_id", "entry__published_on", "pk")
    found: dict[int, tuple[Hit, list[int]]] = {}
    for entry_id, page_id, day, key in rows:
        hit = Hit(entry_id, page_id, day or datetime.date.min, 0)
        found.setdefault(entry_id, (hit, []))[1].append(key)
    return found


def _best_first(in_text: list[Hit], said: list[Hit]) -> list[Hit]:
    """Title and people first, then topics, then the rest; each newest first."""
    known = {hit.entry_id for hit in in_text}
    found = [*in_text, *(hit for hit in said if hit.entry_id not in known)]
    return sorted(
        found, key=lambda hit: (hit.relevance, hit.published_on, hit.entry_id), reverse=True
    )


def _others(entries: Any, terms: Terms) -> dict[str, list[int]]:
    """The first few people, organisations and topics, by kind: those that are called so; where
    none is, those that say it."""
    found: dict[str, list[tuple[int, int]]] = {}
    for kind, key, relevance in fulltext.first_others(terms, _this_one(entries), GROUP_SIZE):
        found.setdefault(kind, []).append((key, relevance))
    return {
        kind: [key for key, relevance in rows if relevance or not rows[0][1]]
        for kind, rows in found.items()
    }


def _people(keys: list[int]) -> list[SpeakerPage]:
    if not keys:
        return []
    people = (
        visible(SpeakerPage.objects.filter(pk__in=keys))
        .defer("biography")
        .prefetch_related(
            pictures.prefetch("portrait", ["face"]),
            Prefetch("organisation", visible(OrganisationPage.objects.all()).defer("description")),
        )
    )
    return _in_order(people, keys)


def _organisations(keys: list[int]) -> list[OrganisationPage]:
    return _in_order(
        visible(OrganisationPage.objects.filter(pk__in=keys)).defer("description"), keys
    )


def _topics(keys: list[int], request: HttpRequest) -> list[tuple[EpisodeTag, str]]:
    if not keys:
        return []
    tags = _in_order(EpisodeTag.objects.filter(pk__in=keys), keys)
    addresses = scope.topic_addresses(tags, request)
    return [(tag, addresses[tag.pk]) for tag in tags if tag.pk in addresses]


def _in_order(queryset: Any, keys: list[int]) -> list[Any]:
    found = {page.pk: page for page in queryset} if keys else {}
    return [found[key] for key in keys if key in found]


def _conversations(
    shown: list[Hit], terms: Terms, said: dict[int, list[int]]
) -> list[Conversation]:
    keys = [hit.page_id for hit in shown]
    episodes = EpisodePage.objects.filter(pk__in=keys).published().for_listing()
    by_key = {page.pk: page for page in _in_order(episodes, keys)}
    texts = dict(
        SearchText.objects.filter(entry__in=[hit.entry_id for hit in shown])
        .annotate(beginning=Left("excerpt", EXCERPT_FROM))
        .values_list("pk", "beginning")
    )
    passages = _passages(shown, terms, said)
    return [
        Conversation(
            by_key[hit.page_id],
            _excerpt(texts.get(hit.entry_id, ""), by_key[hit.page_id].lead, terms),
            passages.get(hit.entry_id, []),
        )
        for hit in shown
        if hit.page_id in by_key
    ]


def _excerpt(text: str, lead: str, terms: Terms) -> str:
    return marks.excerpt(marks.best_line(text, terms) or lead, terms)


def _passages(
    shown: list[Hit], terms: Terms, said: dict[int, list[int]]
) -> dict[int, list[ShownPassage]]:
    """A few of each episode in the order of time, none of a second that is shown already."""
    wanted = [key for hit in shown for key in sorted(said.get(hit.entry_id, []))[:GROUP_SIZE]]
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
