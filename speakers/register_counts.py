"""Keeps the counts of lists of names true, in the transaction of whatever changed a page.

Saving and deleting does it by itself. Whoever changes pages without saving them one by one
(bulk_create, update) calls `refresh` with them, in the same transaction.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from django.db import transaction
from django.db.migrations import CreateModel
from django.db.models import F, Q, QuerySet
from django.db.models.signals import (
    post_delete,
    post_migrate,
    post_save,
    pre_delete,
)
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import post_page_move

from .models import OrganisationPage, RegisterCount, RegisteredPage, SpeakerPage
from .visibility import visible

BATCH = 500
#: Who stands in a list of names, and the field with the countries.
LISTED: dict[Any, str] = {SpeakerPage: "countries", OrganisationPage: "country"}
Kind = RegisterCount.Kind

#: Folder, letter and countries of a page.
Entry = tuple[int, str, str]


def counts(folder_id: int | None) -> tuple[Counter[str], Counter[str]]:
    """How many stand under each letter, and how many come from each country."""
    rows = RegisterCount.objects.filter(folder=folder_id, count__gt=0)
    found: dict[str, Counter[str]] = {kind: Counter() for kind in Kind.values}
    for kind, value, count in rows.values_list("kind", "value", "count"):
        found[kind][value] = count
    return found[Kind.LETTER], found[Kind.COUNTRY]


def refresh(page_ids: Iterable[int]) -> None:
    """Makes the rows of these pages say what is true now."""
    wanted = sorted(set(page_ids))
    with transaction.atomic():
        for start in range(0, len(wanted), BATCH):
            batch = wanted[start : start + BATCH]
            # Two who change one page at once wait for each other here.
            locked = Page.objects.filter(pk__in=batch).order_by("pk").select_for_update()
            list(locked.values_list("pk", flat=True))
            _store(batch, _entries(batch))


def rebuild() -> None:
    """Makes all rows anew; visitors see the old ones until it is done."""
    with transaction.atomic():
        RegisterCount.objects.all().delete()
        RegisteredPage.objects.all().delete()
        for model in LISTED:
            refresh(model.objects.order_by().values_list("pk", flat=True))


def _entries(page_ids: Collection[int]) -> dict[int, Entry]:
    """Of those of the pages that any visitor may see."""
    rows = [
        row
        for model, countries in LISTED.items()
        for row in visible(model.objects.filter(pk__in=page_ids))
        .order_by()
        .values_list("pk", "path", "initial", countries)
    ]
    above = {path[: -Page.steplen] for _pk, path, _initial, _countries in rows}
    folders = dict(Page.objects.filter(path__in=above).order_by().values_list("path", "pk"))
    return {
        pk: (folders[path[: -Page.steplen]], initial, str(countries or ""))
        for pk, path, initial, countries in rows
        if path[: -Page.steplen] in folders
    }


def _store(page_ids: Collection[int], found: dict[int, Entry]) -> None:
    """Writes only what differs, and counts exactly what was written."""
    rows = RegisteredPage.objects.filter(pk__in=page_ids)
    present: dict[int, Entry] = {
        pk: (folder, initial, countries)
        for pk, folder, initial, countries in rows.values_list(
            "pk", "folder_id", "initial", "countries"
        )
    }
    changed = {pk for pk in present.keys() | found.keys() if present.get(pk) != found.get(pk)}
    if not changed:
        return
    RegisteredPage.objects.filter(pk__in=changed - found.keys()).delete()
    RegisteredPage.objects.bulk_create(
        [
            RegisteredPage(page_id=pk, folder_id=folder, initial=initial, countries=countries)
            for pk, (folder, initial, countries) in found.items()
            if pk in changed
        ],
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=["folder", "initial", "countries"],
    )
    change = Counter(key for pk in changed & found.keys() for key in _counted(found[pk]))
    change.subtract(key for pk in changed & present.keys() for key in _counted(present[pk]))
    _count(change)


def _counted(entry: Entry) -> Iterator[tuple[int, str, str]]:
    """Where a page counts: folder, kind and value."""
    folder, initial, countries = entry
    yield folder, Kind.LETTER.value, initial
    for code in dict.fromkeys(filter(None, countries.split(","))):
        yield folder, Kind.COUNTRY.value, code


def _count(change: Counter[tuple[int, str, str]]) -> None:
    """Adds to the counts in the database, so that two who publish at once both count."""
    by_difference = defaultdict(list)
    for key, difference in sorted(change.items()):
        if difference:
            by_difference[difference].append(key)
    keys = [key for of_difference in by_difference.values() for key in of_difference]
    if not keys:
        return
    RegisterCount.objects.bulk_create(
        [
            RegisterCount(folder_id=folder, kind=kind, value=value)
            for folder, kind, value in sorted(keys)
        ],
        ignore_conflicts=True,
    )
    # Locked in one order, or two would wait for each other for ever.
    list(_rows(keys).order_by("pk").select_for_update().values_list("pk"))
    for difference, of_difference in by_difference.items():
        _rows(of_difference).update(count=F("count") + difference)


def _rows(keys: Collection[tuple[int, str, str]]) -> QuerySet[RegisterCount]:
    groups = defaultdict(list)
    for folder, kind, value in keys:
        groups[folder, kind].append(value)
    asked = Q(pk__in=[])
    for (folder, kind), values in groups.items():
        asked |= Q(folder=folder, kind=kind, value__in=values)
    return RegisterCount.objects.filter(asked)


def count_saved_page(instance: Page, raw: bool, **kwargs: Any) -> None:
    if not raw:
        refresh([instance.pk])


def forget_deleted_page(instance: Page, **kwargs: Any) -> None:
    with transaction.atomic():
        _store([instance.pk], {})


def count_moved_pages(instance: Page, **kwargs: Any) -> None:
    _refresh_below(instance)


def count_pages_of_changed_privacy(instance: PageViewRestriction, **kwargs: Any) -> None:
    origin = kwargs.get("origin", instance)
    if not issubclass(origin.model if isinstance(origin, QuerySet) else type(origin), Page):
        _refresh_below(instance.page)


def _refresh_below(page: Page) -> None:
    for model in LISTED:
        pages = model.objects.filter(path__startswith=page.path).order_by()
        refresh(pages.values_list("pk", flat=True))


def fill_tables_that_were_just_made(plan: Any = (), **kwargs: Any) -> None:
    """Existing pages are counted when the site is migrated to this version."""
    if any(
        isinstance(operation, CreateModel) and operation.name == RegisteredPage.__name__
        for migration, backwards in plan
        if migration.app_label == "speakers" and not backwards
        for operation in migration.operations
    ):
        rebuild()


def listen(app_config: Any) -> None:
    """Called once, when all apps are there."""
    for model in LISTED:
        post_save.connect(count_saved_page, sender=model)
        pre_delete.connect(forget_deleted_page, sender=model)
    post_page_move.connect(count_moved_pages)
    post_save.connect(count_pages_of_changed_privacy, sender=PageViewRestriction)
    post_delete.connect(count_pages_of_changed_privacy, sender=PageViewRestriction)
    post_migrate.connect(fill_tables_that_were_just_made, sender=app_config)
