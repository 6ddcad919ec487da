"""Counts of a selection's values, the most of each kind, in one query."""

from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from episodes.filters.choice import MAX_VALUES
from episodes.filters.kinds import ANY_OF, CHOOSABLE, Kind

from . import fulltext
from .listed import Facet, FacetedEpisode, FacetPair

if TYPE_CHECKING:
    from .shelf import Selection

Sql = tuple[str, tuple[Any, ...]]

COLUMNS = ("id", "kind", "value", "slug", "label", "count")
PAIRS, FACETS, CARRIED = (model._meta.db_table for model in (FacetPair, Facet, FacetedEpisode))


def kept(series_id: int | None, kind: Kind) -> QuerySet[Facet]:
    """The values of everything: their counts are kept, most first."""
    facets = Facet.objects.filter(series=series_id, kind=kind, shown=True, count__gt=0)
    return facets.order_by("-count", "label")


def counts(selection: "Selection", limit: int) -> list[Facet]:
    """The first values of every kind, and the row of `Kind.ALL` with the total.

    Of a kind of which an episode needs to carry only one, those are counted that the choice
    would gain: they add to it.
    """
    if selection.is_everything:
        return _together([_some(selection, kind, 0, limit) for kind in (Kind.ALL, *CHOOSABLE)])
    widened = [kind for kind in CHOOSABLE if kind in ANY_OF and selection.group(kind)]
    rest = [kind for kind in CHOOSABLE if kind not in widened]
    if selection.paired:
        parts = [_some(selection, kind, 0, limit) for kind in (Kind.ALL, *rest)]
    else:
        parts = [_ranked(selection, (Kind.ALL, *rest), 0, limit)]
    for kind in widened:
        # The chosen ones may be among them, and are left out by whoever shows them.
        parts.append(_some(selection.gain(kind), kind, 0, limit + MAX_VALUES))
    return _together(parts)


def some(selection: "Selection", kind: Kind, start: int, limit: int) -> list[Facet]:
    """Values of one kind from a place on, most first."""
    counted = selection.gain(kind) if kind in ANY_OF and selection.group(kind) else selection
    return _together([_some(counted, kind, start, limit)])


def _some(selection: "Selection", kind: Kind, start: int, limit: int) -> Sql:
    if selection.is_everything:
        kept_ones = kept(selection.shelf.series_id, kind).values(*COLUMNS)
        sql: Sql = kept_ones[start : start + limit].query.sql_with_params()
        return sql
    if selection.paired:
        return _paired(selection.paired.facets, kind, start, limit)
    if selection.unpaired:
        return _unpaired(
            selection.shelf.series_id, selection.unpaired.facets[0], kind, start, limit
        )
    return _ranked(selection, (kind,), start, limit)


def _paired(facets: tuple[int, ...], kind: Kind, start: int, limit: int) -> Sql:
    """What episodes that carry one of these carry besides, from the counts that are kept."""
    pairs = f"SELECT other_id, label, count FROM {PAIRS} WHERE facet_id = %s AND kind = %s"  # noqa: S608
    if len(facets) > 1:  # of which no episode carries two
        places = ", ".join(["%s"] * len(facets))
        pairs = f"""
            SELECT other_id, MIN(label) AS label, SUM(count) AS count FROM {PAIRS}
            WHERE facet_id IN ({places}) AND kind = %s GROUP BY other_id
        """  # noqa: S608
    sql = f"""
        SELECT facet.id, facet.kind, facet.value, facet.slug, facet.label, pair.count
        FROM ({pairs}) AS pair JOIN {FACETS} AS facet ON facet.id = pair.other_id
        WHERE facet.shown ORDER BY pair.count DESC, pair.label LIMIT %s OFFSET %s
    """  # noqa: S608
    return sql, (*facets, kind.value, limit, start)


def _unpaired(series_id: int | None, facet: int, kind: Kind, start: int, limit: int) -> Sql:
    """What episodes carry that don't carry this one, from the counts that are kept."""
    sql = f"""
        SELECT id, kind, value, slug, label, count FROM (
            SELECT facet.id, facet.kind, facet.value, facet.slug, facet.label,
                facet.count - COALESCE(pair.count, 0) AS count
            FROM {FACETS} AS facet
            LEFT JOIN {PAIRS} AS pair ON pair.facet_id = %s AND pair.other_id = facet.id
            WHERE facet.series_id = %s AND facet.kind = %s AND facet.shown AND facet.id <> %s
        ) AS rest WHERE count > 0 ORDER BY count DESC, label LIMIT %s OFFSET %s
    """  # noqa: S608
    return sql, (facet, series_id, kind.value, facet, limit, start)


def _ranked(selection: "Selection", kinds: tuple[Kind, ...], start: int, limit: int) -> Sql:
    """Counts by facet in the narrow table first; only the facets that are shown get a name."""
    keys, params = fulltext.sql_of(selection.keys())
    places = ", ".join(["%s"] * len(kinds))
    # Names of our own tables, and a query that Django wrote; values are parameters.
    sql = f"""
        SELECT id, kind, value, slug, label, carried AS count FROM (
            SELECT facet.id, facet.kind, facet.value, facet.slug, facet.label, counted.carried,
                ROW_NUMBER() OVER (
                    PARTITION BY facet.kind ORDER BY counted.carried DESC, facet.label
                ) AS place
            FROM (
                SELECT facet_id, COUNT(*) AS carried FROM {CARRIED}
                WHERE listed_id IN ({keys}) GROUP BY facet_id
            ) AS counted
            JOIN {FACETS} AS facet ON facet.id = counted.facet_id
            WHERE facet.shown AND facet.kind IN ({places})
        ) AS ranked WHERE place > %s AND place <= %s
    """  # noqa: S608
    return sql, (*params, *(kind.value for kind in kinds), start, start + limit)


def _together(parts: list[Sql]) -> list[Facet]:
    """The rows of all parts, in the order of the parts."""
    sql = " UNION ALL ".join(f"SELECT * FROM ({part}) AS part" for part, _params in parts)  # noqa: S608
    rows = Facet.objects.raw(sql, [one for _part, params in parts for one in params])
    return sorted(rows, key=lambda row: (-row.count, row.label))
