"""The facets that something is listed under: found, and made where they are missing."""

from collections import defaultdict

from django.db.models import Q

from .listed import Facet
from .listing_facts import languages_of, names

BATCH = 500


def keys(wanted: set[tuple[int, str, str]]) -> dict[tuple[int, str, str], int]:
    """The keys of these facets (series, kind, value); those that are missing are made."""
    found = _known_facets(wanted)
    missing = sorted(wanted - found.keys())
    if missing:
        languages = languages_of({series for series, _kind, _value in missing})
        values = defaultdict(set)
        for series, kind, value in missing:
            values[kind, languages[series]].add(value)
        called = {key: names(key[0], of_key, key[1]) for key, of_key in values.items()}
        made = [
            Facet(
                series_id=series,
                kind=kind,
                value=value,
                **vars(called[kind, languages[series]][value]),
            )
            for series, kind, value in missing
        ]
        # Somebody else may make the same one at the same time.
        Facet.objects.bulk_create(made, ignore_conflicts=True, batch_size=BATCH)
        found |= _known_facets(set(missing))
    return found


def _known_facets(wanted: set[tuple[int, str, str]]) -> dict[tuple[int, str, str], int]:
    groups = defaultdict(set)
    for series, kind, value in wanted:
        groups[series, kind].add(value)
    asked = Q(pk__in=[])
    for (series, kind), values in groups.items():
        asked |= Q(series=series, kind=kind, value__in=values)
    rows = Facet.objects.filter(asked).values_list("pk", "series_id", "kind", "value")
    return {(series, kind, value): pk for pk, series, kind, value in rows}
