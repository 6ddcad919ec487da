"""Keeps the tables of `listed` true, in the transaction of whatever changed an episode.

Saving and deleting does it by itself (`listing_signals`). Whoever changes rows without saving
them one by one (bulk_create, update) calls `refresh` with the episodes, in the same transaction.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction
from django.db.models import F

from episodes.filters import Kind

from . import listing_facets, listing_pairs, listing_quotes
from .episode import EpisodePage
from .listed import Facet, FacetedEpisode, FacetedQuote, FacetPair, ListedEpisode
from .listing_facts import Facts, facts, languages_of, names

BATCH = 500

#: Episodes that wait for the end of `collecting`.
_waiting: ContextVar[set[int] | None] = ContextVar("episodes_waiting", default=None)

#: An episode's facet with the date beside it.
Row = tuple[int, int, datetime.date]


@contextmanager
def collecting() -> Iterator[None]:
    """Inside, changed episodes wait; at the end each is refreshed once, in batches."""
    if _waiting.get() is not None:
        yield
        return
    waiting: set[int] = set()
    token = _waiting.set(waiting)
    try:
        with transaction.atomic():
            yield
            refresh(waiting)
    finally:
        _waiting.reset(token)


def mark(*episode_ids: int) -> None:
    """These episodes have changed: refresh them, now or at the end of `collecting`."""
    waiting = _waiting.get()
    if waiting is None:
        refresh(episode_ids)
    else:
        waiting.update(episode_ids)


def refresh(episode_ids: Iterable[int]) -> None:
    """Makes the rows of these episodes say what is true now."""
    with transaction.atomic():
        for batch in _batches(episode_ids):
            _refresh(batch)


def rebuild() -> int:
    """Makes all rows anew; visitors see the old ones until it is done. Gives their number."""
    with transaction.atomic():
        for model in (FacetedQuote, FacetPair, FacetedEpisode, Facet, ListedEpisode):
            model.objects.all().delete()
        for batch in _batches(EpisodePage.objects.order_by().values_list("pk", flat=True)):
            _refresh(batch, with_pairs=False)
        listing_pairs.fill()
        return ListedEpisode.objects.count()


def forget(episode_ids: Collection[int]) -> None:
    """Takes these episodes out of every list."""
    with transaction.atomic():
        _store(episode_ids, {})


def refresh_names(kind: str, values: Collection[str]) -> None:
    """Makes the facets of these values say what they are called now, and whether visitors may."""
    facets = list(Facet.objects.filter(kind=kind, value__in=values))
    languages = languages_of({facet.series_id for facet in facets})
    called = {one: names(kind, values, one) for one in set(languages.values())}
    for facet in facets:
        name = called[languages[facet.series_id]].get(facet.value)
        if name and (facet.slug, facet.label, facet.shown) != (name.slug, name.label, name.shown):
            Facet.objects.filter(pk=facet.pk).update(**vars(name))
            FacetPair.objects.filter(other=facet).exclude(label=name.label).update(label=name.label)


def _batches(episode_ids: Iterable[int]) -> Iterator[list[int]]:
    wanted = sorted(set(episode_ids))
    return (wanted[start : start + BATCH] for start in range(0, len(wanted), BATCH))


def _refresh(episode_ids: list[int], with_pairs: bool = True) -> None:
    # Two who change one episode at once wait for each other here (SQLite has one writer anyway).
    locked = EpisodePage.objects.filter(pk__in=episode_ids).order_by("pk").select_for_update()
    list(locked.values_list("pk", flat=True))
    _store(episode_ids, facts(episode_ids), with_pairs)


def _store(episode_ids: Collection[int], found: dict[int, Facts], with_pairs: bool = True) -> None:
    """Writes only what differs, and counts exactly what was written."""
    rows = FacetedEpisode.objects.filter(listed__in=episode_ids)
    present: dict[Row, int] = {
        (listed, facet, day): pk
        for pk, listed, facet, day in rows.values_list(
            "pk", "listed_id", "facet_id", "published_on"
        )
    }
    facet_ids = listing_facets.keys(
        {(one.series_id, *choice) for one in found.values() for choice in one.choices}
    )
    wanted: set[Row] = {
        (pk, facet_ids[one.series_id, *choice], one.published_on)
        for pk, one in found.items()
        for choice in one.choices
    }
    gone = {row: pk for row, pk in present.items() if row not in wanted}
    new = sorted(wanted - present.keys())
    FacetedEpisode.objects.filter(pk__in=gone.values()).delete()
    unlisted = set(episode_ids) - found.keys()
    listing_quotes.forget(unlisted)
    ListedEpisode.objects.filter(pk__in=unlisted).delete()
    _list(found)
    FacetedEpisode.objects.bulk_create(
        [FacetedEpisode(listed_id=pk, facet_id=facet, published_on=day) for pk, facet, day in new],
        batch_size=BATCH,
    )
    _count(_carried(present), _carried(wanted), with_pairs)
    listing_quotes.refresh(found)


def _carried(rows: Iterable[Row]) -> dict[int, set[int]]:
    """The facets of each episode."""
    found = defaultdict(set)
    for episode, facet, _day in rows:
        found[episode].add(facet)
    return found


def _list(found: dict[int, Facts]) -> None:
    ListedEpisode.objects.bulk_create(
        [
            ListedEpisode(
                episode_id=pk,
                series_id=one.series_id,
                published_on=one.published_on,
                premieres_at=one.premieres_at,
                sort_title=one.sort_title,
            )
            for pk, one in found.items()
        ],
        update_conflicts=True,
        unique_fields=["episode"],
        update_fields=["series", "published_on", "premieres_at", "sort_title"],
    )


def _count(before: dict[int, set[int]], after: dict[int, set[int]], with_pairs: bool) -> None:
    """Adds to the counts in the database, so that two who publish at once both count."""
    changed = {one for one in before.keys() | after.keys() if before.get(one) != after.get(one)}
    before = {one: before[one] for one in changed & before.keys()}
    after = {one: after[one] for one in changed & after.keys()}
    change = Counter(facet for facets in after.values() for facet in facets)
    change.subtract(facet for facets in before.values() for facet in facets)
    # Locked in one order, or two would wait for each other for ever. Also those that only a pair
    # is counted of: who makes one of them large counts what is stored by then.
    rows = Facet.objects.filter(pk__in=change).order_by("pk").select_for_update()
    facets = {facet.pk: facet for facet in rows}
    by_difference = defaultdict(list)
    for facet, difference in change.items():
        if difference:
            by_difference[difference].append(facet)
    for difference, of_difference in by_difference.items():
        Facet.objects.filter(pk__in=of_difference).update(count=F("count") + difference)
    if with_pairs:
        large = {pk for pk, facet in facets.items() if facet.is_large}
        listing_pairs.count(before, after, large)
        sizes = {pk: one.count + change[pk] for pk, one in facets.items() if one.kind != Kind.ALL}
        listing_pairs.sort_out(sizes, large)
