"""Where to go on from an episode: the next ones in time, and those with the same people or tags.

Two queries: one over the narrow tables of appearances and tags, one for the few pages to show.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import Case, CharField, Q, QuerySet, Subquery, Value, When

from .appearance import Appearance
from .tags import TaggedEpisode

if TYPE_CHECKING:
    from .episode import EpisodePage

RELATED = 3
#: The latest rows that are weighed; older ones are related, too, but nobody misses them.
WEIGHED = 400
#: A shared person says more than a shared topic.
WEIGHTS = {"person": 5, "tag": 2}

#: What an episode shares: ("person", 7) or ("tag", 3).
Shared = set[tuple[str, int]]


@dataclass(frozen=True)
class Related:
    """An episode with what it shares: names of people and of topics."""

    episode: "EpisodePage"
    people: list[str]
    tags: list[str]


@dataclass(frozen=True)
class Neighbourhood:
    newer: "EpisodePage | None" = None
    older: "EpisodePage | None" = None
    related: list[Related] = field(default_factory=list)


def of(page: "EpisodePage") -> Neighbourhood:
    """The surroundings of a dated episode, as far as visitors may see them."""
    if page.published_on is None or not page.pk:
        return Neighbourhood()
    shared = _shared(page)
    # More than are shown: some of them may be drafts.
    likely = sorted(shared, key=lambda pk: (_weight(shared[pk]), pk), reverse=True)[: 4 * RELATED]
    found = {(one.side, one.pk): one for one in _fetch(page, likely)}
    sides = {side: one for (side, _pk), one in found.items()}
    # Asked in SQL, the language would lead the query through all pages that have it.
    by_pk = {pk: one for (_, pk), one in found.items() if one.locale_id == page.locale_id}
    related = [by_pk[pk] for pk in likely if pk in by_pk][:RELATED]
    return Neighbourhood(
        newer=sides.get("newer"),
        older=sides.get("older"),
        related=[_explained(page, one, shared[one.pk]) for one in related],
    )


def _shared(page: "EpisodePage") -> dict[int, Shared]:
    """Other episodes with what they share, by their key."""
    speakers = [one.speaker_id for one in page.appearances.all() if one.is_guest]
    people = Appearance.objects.filter(speaker__in=[pk for pk in speakers if pk]).order_by()
    tagged = TaggedEpisode.objects.filter(tag__in=[tag.pk for tag in page.tags.all()])
    kind = CharField()
    rows = (
        people.values_list("episode", Value("person", kind), "speaker")
        .union(tagged.values_list("content_object", Value("tag", kind), "tag"), all=True)
        .order_by("-episode")[:WEIGHED]
    )
    shared: dict[int, Shared] = defaultdict(set)
    for episode, what, pk in rows:
        if episode != page.pk:
            shared[episode].add((what, pk))
    return shared


def _weight(shared: Shared) -> int:
    return sum(WEIGHTS[what] for what, _pk in shared)


def _fetch(page: "EpisodePage", likely: list[int]) -> QuerySet:
    """The nearest on both sides, each with its `side`, and those of the likely that are seen."""
    newer, older = (Subquery(_side(page, newer)) for newer in (True, False))
    side = Case(
        When(pk=newer, then=Value("newer")),
        When(pk=older, then=Value("older")),
        default=Value(""),
        output_field=CharField(),
    )
    return (
        type(page)
        .objects.published()
        .filter(Q(pk__in=likely) | Q(pk=newer) | Q(pk=older))
        .annotate(side=side)
        .defer("body", "search_description")
    )


def _side(page: "EpisodePage", newer: bool) -> Any:
    """The key of the next published episode of the series, in time."""
    direction = "gt" if newer else "lt"
    day = page.published_on
    return (
        type(page)
        .objects.child_of(page.series)
        .published()
        # First a bound that an index knows, then the exact one among those of the same day.
        .filter(**{f"published_on__{direction}e": day})
        .filter(
            Q(**{f"published_on__{direction}": day})
            | Q(published_on=day, **{f"pk__{direction}": page.pk})
        )
        .order_by(*(["published_on", "pk"] if newer else ["-published_on", "-pk"]))
        .values("pk")[:1]
    )


def _explained(page: "EpisodePage", episode: "EpisodePage", shared: Shared) -> Related:
    return Related(
        episode,
        people=[
            one.display_name
            for one in page.appearances.all()
            if ("person", one.speaker_id) in shared
        ],
        tags=sorted(tag.label for tag in page.tags.all() if ("tag", tag.pk) in shared),
    )
