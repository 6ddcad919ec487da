"""Keeps the counts of pairs true: how many episodes carry a large facet and another one.

Called by `listing_index` alone, which holds the facets locked meanwhile.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from django.db import connection

from episodes.filters import Kind

from .listed import LARGE, Facet, FacetedEpisode, FacetPair

BATCH = 250
PAIRS, FACETS, CARRIED = (model._meta.db_table for model in (FacetPair, Facet, FacetedEpisode))

#: The facets of each episode.
Carried = Mapping[int, Collection[int]]


def count(before: Carried, after: Carried, large: Collection[int]) -> None:
    """Adds what has become of these episodes to the pairs of the facets that are large."""
    change = Counter(_pairs(after, large))
    change.subtract(_pairs(before, large))
    rows = [(facet, other, more) for (facet, other), more in sorted(change.items()) if more]
    for start in range(0, len(rows), BATCH):
        _add(rows[start : start + BATCH])
    fewer = {(facet, other) for facet, other, more in rows if more < 0}
    FacetPair.objects.filter(
        facet__in={facet for facet, _other in fewer},
        other__in={other for _facet, other in fewer},
        count=0,
    ).delete()


def _pairs(carried: Carried, large: Collection[int]) -> Iterable[tuple[int, int]]:
    for facets in carried.values():
        for facet in facets:
            if facet in large:
                yield from ((facet, other) for other in facets if other != facet)


def _add(rows: list[tuple[int, int, int]]) -> None:
    """Pairs with how many more there are, added to what there is."""
    places = ", ".join(["(%s, %s, %s)"] * len(rows))
    # Names of our own tables; values are parameters.
    sql = f"""
        INSERT INTO {PAIRS} (facet_id, other_id, kind, label, count)
        SELECT change.column1, other.id, other.kind, other.label, change.column3
        FROM (VALUES {places}) AS change JOIN {FACETS} AS other ON other.id = change.column2
        WHERE true
        ON CONFLICT (facet_id, other_id) DO UPDATE SET count = {PAIRS}.count + excluded.count
    """  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [value for row in rows for value in row])


def sort_out(sizes: Mapping[int, int], large: Collection[int]) -> None:
    """Counts the pairs of facets that have become large, forgets those of facets no longer so."""
    for facet, size in sizes.items():
        if size >= LARGE and facet not in large:
            _fill(facet)
    small = [facet for facet in large if sizes[facet] < LARGE // 2]
    if small:
        FacetPair.objects.filter(facet__in=small).delete()
        Facet.objects.filter(pk__in=small).update(is_large=False)


def fill() -> None:
    """Counts the pairs of all facets that are large; there are none yet."""
    large = Facet.objects.filter(count__gte=LARGE).exclude(kind=Kind.ALL).order_by("pk")
    for facet in large.values_list("pk", flat=True):
        _fill(facet)


def _fill(facet: int) -> None:
    sql = f"""
        INSERT INTO {PAIRS} (facet_id, other_id, kind, label, count)
        SELECT counted.facet_id, other.id, other.kind, other.label, counted.together FROM (
            SELECT one.facet_id, two.facet_id AS other_id, COUNT(*) AS together
            FROM {CARRIED} AS one
            JOIN {CARRIED} AS two ON two.listed_id = one.listed_id AND two.facet_id <> one.facet_id
            WHERE one.facet_id = %s GROUP BY one.facet_id, two.facet_id
        ) AS counted
        JOIN {FACETS} AS other ON other.id = counted.other_id
    """  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [facet])
    Facet.objects.filter(pk=facet).update(is_large=True)
