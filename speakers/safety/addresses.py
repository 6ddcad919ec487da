"""Addresses of pages after their names have changed: unique, and nothing leads from the old one."""

from typing import Any

from django.db.models import Model
from wagtail.models import Page

from .columns import Column
from .journal import Journal


def fitting(column: Column, model: type[Model], pk: Any, value: str) -> str:
    """The value, short enough for its column, and with a number where it must be unique."""
    room = column.field.max_length
    if room and len(value) > room:
        value = value[:room]
    if issubclass(model, Page) and column.name == "slug":
        page = Page.objects.get(pk=pk)
        taken = page.get_siblings(inclusive=False).values_list("slug", flat=True)
        return _free(value, set(taken), room)
    if column.field.unique:
        name = column.field.name
        others = model._base_manager.exclude(pk=pk).filter(**{f"{name}__startswith": value})
        return _free(value, set(others.values_list(name, flat=True)), room)
    return value


def _free(value: str, taken: set[str], room: int | None) -> str:
    number, free = 1, value
    while free in taken:
        number += 1
        free = f"{value[: (room or 255) - 6]}-{number}"
    return free


def follow(journal: Journal) -> None:
    """Pages whose part of the address changed, and all below them, are found at the new one."""
    touched = journal.touched.get("wagtailcore.page", set())
    for page in Page.objects.filter(pk__in=touched).order_by("path"):
        above = page.get_parent()
        if above is None:
            continue
        new = f"{above.url_path}{page.slug}/"
        if page.url_path == new:
            continue
        old = page.url_path
        below = Page.objects.filter(path__startswith=page.path).values_list("pk", "url_path")
        for pk, url_path in list(below):
            fresh = new + url_path.removeprefix(old)
            journal.change(Page, pk, {"url_path": fresh})


def rewritten_address(url_path: str, slug: str) -> str:
    """The address of a page with another last part."""
    above = url_path.rstrip("/").rpartition("/")[0]
    return f"{above}/{slug}/"
