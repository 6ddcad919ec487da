"""From rows to outcomes, batch by batch."""

from collections.abc import Iterable, Iterator
from itertools import islice

from django.db import reset_queries

from episodes.formats.catalogue import Refused, Row

from .importer import BATCH, CatalogueImport
from .outcome import Outcome


def run(work: CatalogueImport, rows: Iterable[Row | Refused]) -> Iterator[Outcome]:
    """What became of each row, as soon as its batch is kept."""
    source = iter(rows)
    while batch := list(islice(source, BATCH)):
        yield from work.take(batch)
        reset_queries()  # kept for ever where DEBUG is on
