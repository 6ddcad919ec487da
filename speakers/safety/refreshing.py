"""What is made from rows that were changed as they are stored is made anew: no signal told it."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection
from modelsearch import index
from wagtail.models import Page, ReferenceIndex

from . import registry
from .registry import Rows

PORTION = 100
#: Blocks of SQLite's full text, of up to 4 kB each, that are tidied while somebody waits.
SMALL = 5000


def refresh(touched: Rows) -> bool:
    """The search of the admin, the index of references, and what apps have registered.

    True where the full text holds nothing any more of what was deleted.
    """
    pages = {
        key
        for label, keys in touched.items()
        if issubclass(apps.get_model(label), Page)
        for key in keys
    }
    for batch in _batches(pages):
        for page in Page.objects.filter(pk__in=batch).specific(defer=False):
            index.insert_or_update_object(page)
            ReferenceIndex.create_or_update_for_object(page)
    for label, keys in touched.items():
        model = apps.get_model(label)
        if issubclass(model, index.Indexed) and not issubclass(model, Page):
            for batch in _batches(keys):
                there = model._default_manager.in_bulk(batch)
                for one in there.values():
                    index.insert_or_update_object(one)
                for key in set(batch) - there.keys():
                    index.remove_object(model(pk=key))
    for places in registry.all_places():
        if places.refresh:
            places.refresh(touched)
    return forget_deleted_words()


def forget_deleted_words(at_most: int | None = SMALL) -> bool:
    """SQLite's full text keeps deleted words beside the others until it is told to tidy up.

    That takes a minute where there is much of it, and nobody can write meanwhile: tables with
    more than `at_most` blocks are left for `finish_protections`. True where none was left.
    """
    if connection.vendor != "sqlite":
        return True
    complete = True
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%%USING fts5%%'")
        for (name,) in cursor.fetchall():
            quoted, blocks = (
                connection.ops.quote_name(name),
                connection.ops.quote_name(f"{name}_data"),
            )
            if at_most is not None:
                # The name is the database's own.
                counted = f"SELECT COUNT(*) FROM (SELECT 1 FROM {blocks} LIMIT {at_most + 1:d})"  # noqa: S608
                cursor.execute(counted)
                if cursor.fetchone()[0] > at_most:
                    complete = False
                    continue
            cursor.execute(f"INSERT INTO {quoted}({quoted}) VALUES ('optimize')")  # noqa: S608
    return complete


def _batches(keys: Any) -> Iterator[list[Any]]:
    listed = sorted(keys)
    return (listed[start : start + PORTION] for start in range(0, len(listed), PORTION))
