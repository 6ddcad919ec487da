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


def refresh(touched: Rows) -> None:
    """The search of the admin, the index of references, and what apps have registered."""
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
    forget_deleted_words()


def forget_deleted_words() -> None:
    """SQLite's full text keeps deleted words beside the others until it is told to tidy up."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%%USING fts5%%'")
        for (name,) in cursor.fetchall():
            quoted = connection.ops.quote_name(name)
            cursor.execute(f"INSERT INTO {quoted}({quoted}) VALUES ('optimize')")  # noqa: S608


def _batches(keys: Any) -> Iterator[list[Any]]:
    listed = sorted(keys)
    return (listed[start : start + PORTION] for start in range(0, len(listed), PORTION))
