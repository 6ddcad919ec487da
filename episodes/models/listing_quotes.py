"""Keeps the quotes of listed episodes under what the episodes carry, and under who said them.

`listing_index` calls it for whatever changes an episode, the search for what it reads anew.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from django.db import transaction
from django.db.models import F

from episodes.filters import Kind
from speakers.changes import announce
from speakers.models import SpeakerPage

from . import listing_facets
from .episode import EpisodePage
from .listed import Facet, FacetedEpisode, FacetedQuote, ListedEpisode
from .search import SaidPassage

BATCH = 500
#: An episode's quotes stand under these of its facets.
KINDS = (Kind.ALL, Kind.TAG)

#: A facet, a passage, its episode and the date.
Row = tuple[int, int, int, datetime.date]


def refresh(episode_ids: Iterable[int]) -> None:
    """Makes the rows of the quotes of these episodes say what is true now."""
    wanted = sorted(set(episode_ids))
    with transaction.atomic():
        for start in range(0, len(wanted), BATCH):
            batch = wanted[start : start + BATCH]
            # Two who change one episode at once wait for each other here.
            locked = EpisodePage.objects.filter(pk__in=batch).order_by("pk").select_for_update()
            list(locked.values_list("pk", flat=True))
            _store(batch, _wanted(batch))


def forget(episode_ids: Collection[int]) -> None:
    """Takes the quotes of these episodes out of every list."""
    if episode_ids:
        _store(episode_ids, set())


def _wanted(episode_ids: Collection[int]) -> set[Row]:
    quotes = SaidPassage.objects.filter(
        kind=SaidPassage.Kind.QUOTE, entry__page__in=episode_ids
    ).order_by()
    said = list(quotes.values_list("pk", "entry__page_id", "said_by_id"))
    if not said:
        return set()
    rows = ListedEpisode.objects.filter(pk__in={episode for _pk, episode, _by in said})
    listed = {
        pk: (series, day) for pk, series, day in rows.values_list("pk", "series_id", "published_on")
    }
    carried = defaultdict(list)
    under = FacetedEpisode.objects.filter(listed__in=listed, facet__kind__in=KINDS)
    for episode, facet in under.values_list("listed_id", "facet_id"):
        carried[episode].append(facet)
    # An article may name somebody whose page is gone.
    there = SpeakerPage.objects.filter(pk__in={by for _pk, _episode, by in said if by}).order_by()
    people = set(there.values_list("pk", flat=True))
    by = {
        pk: (listed[episode][0], Kind.SPEAKER.value, str(speaker))
        for pk, episode, speaker in said
        if speaker in people and episode in listed
    }
    facets = listing_facets.keys(set(by.values()))
    found = set()
    for pk, episode, _speaker in said:
        if episode in listed:
            own = [facets[by[pk]]] if pk in by else []
            found |= {(facet, pk, episode, listed[episode][1]) for facet in carried[episode] + own}
    return found


def _store(episode_ids: Collection[int], wanted: set[Row]) -> None:
    """Writes only what differs, and counts exactly what was written."""
    rows = FacetedQuote.objects.filter(listed__in=episode_ids)
    columns = ("pk", "facet_id", "passage_id", "listed_id", "published_on")
    present: dict[Row, int] = {
        (facet, passage, listed, day): pk
        for pk, facet, passage, listed, day in rows.values_list(*columns)
    }
    gone = {row: pk for row, pk in present.items() if row not in wanted}
    new = sorted(wanted - present.keys())
    if not gone and not new:
        return
    announce()
    FacetedQuote.objects.filter(pk__in=gone.values()).delete()
    FacetedQuote.objects.bulk_create(
        [
            FacetedQuote(facet_id=facet, passage_id=passage, listed_id=listed, published_on=day)
            for facet, passage, listed, day in new
        ],
        batch_size=BATCH,
    )
    change = Counter(facet for facet, *_rest in new)
    change.subtract(facet for facet, *_rest in gone)
    _count(change)


def _count(change: Counter[int]) -> None:
    """Adds to the counts in the database, the facets locked in one order."""
    list(Facet.objects.filter(pk__in=change).order_by("pk").select_for_update().values_list("pk"))
    by_difference = defaultdict(list)
    for facet, difference in change.items():
        if difference:
            by_difference[difference].append(facet)
    for difference, facets in by_difference.items():
        Facet.objects.filter(pk__in=facets).update(quotes=F("quotes") + difference)
