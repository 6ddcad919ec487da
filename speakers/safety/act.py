"""Protects a person: what was chosen is changed everywhere, in one transaction."""

from collections import Counter
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from speakers import changes
from speakers.models import FoundPlace, Protection

from . import addresses, columns, files, passages, refreshing, registry
from .case import Case
from .columns import Column
from .files import Files
from .journal import Journal

PORTION = 200


def protect(protection: Protection, user: Any) -> bool:
    """Does what was chosen: all of it, or nothing when something fails.

    False where somebody else has done it, or given it up, in the meantime. Files with the old
    names are deleted afterwards; `files.finish` goes on where that failed.
    """
    case = Case.of(protection)
    journal = Journal(protection)
    work = Files(protection, journal)
    try:
        with transaction.atomic():
            waiting = Protection.objects.select_for_update().filter(pk=protection.pk)
            if waiting.values_list("state", flat=True).first() != Protection.State.READY:
                return False
            _replace(case, journal, work)
            for places in registry.all_places():
                if places.change:
                    places.change(case, journal)
            _take_pictures(case, work)
            addresses.follow(journal)
            _outdate(journal)
            is_tidy = refreshing.refresh(journal.touched)
            _record(case, user, is_tidy)
            work.remember_old()
            changes.announce()
            transaction.on_commit(partial(files.finish, protection), robust=True)
    except BaseException:
        work.undo()
        raise
    return True


def _replace(case: Case, journal: Journal, work: Files) -> None:
    counts: Counter[str] = Counter(case.protection.counts)
    pictures = get_image_model()
    renditions = pictures.get_rendition_model()._meta.label_lower
    for place in case.protection.places.order_by("pk").iterator(chunk_size=PORTION):
        table = columns.tables()[place.label]
        column = table.column(place.column)
        chosen = case.chosen.intersection(place.digests)
        if registry.is_kept(place.label) or not (chosen or column.is_json):
            continue
        if place.label == renditions and chosen:
            image = table.model._base_manager.filter(pk=place.row).values_list("image", flat=True)
            work.discard_renditions(image)
        elif registry.is_removed(place.label):
            journal.delete(table.model, place.row)
        elif column.is_file:
            work.rename(table.model, place.row, place.column)
            if table.model is pictures:
                work.discard_renditions([place.row])
        elif not _rewrite(case, journal, place, column, chosen):
            continue
        counts[registry.group_of(place.label, place.column)] += 1
    case.protection.counts = counts


def _rewrite(
    case: Case, journal: Journal, place: FoundPlace, column: Column, chosen: set[str]
) -> bool:
    model = columns.tables()[place.label].model
    row = columns.read(model, place.row, [column.name])
    if row is None or row[column.name] is None:
        return False
    value = columns.parsed(column, row[column.name])
    if chosen:
        value = passages.replaced(
            value, column.name, case.sought, case.protection.pk, chosen, case.instead
        )
    for places in registry.all_places():
        if places.rewrite:
            value = places.rewrite(case, place.label, column.name, value)
    if isinstance(value, str):
        value = addresses.fitting(column, model, place.row, value)
    stored = row[column.name]
    if value == columns.parsed(column, stored):
        return False
    return journal.change(model, place.row, {column.name: columns.unparsed(column, value)})


def _take_pictures(case: Case, work: Files) -> None:
    """Portraits and what the editor chose; the others lose what they say of the person."""
    model = get_image_model()
    taken = model._default_manager.in_bulk(case.pictures)
    for image in taken.values():
        work.take_away(image)
    work.discard_renditions(taken)
    label = model._meta.label_lower
    named = {
        place.row for place in case.protection.places.filter(label=label) if place.digests
    } | set(registry.pictures(case.page_ids))
    for pk in sorted(named - taken.keys()):
        if work.without_words(model, pk, "file", case.sought):
            work.discard_renditions([pk])


def _outdate(journal: Journal) -> None:
    """Drafts that were changed count as saved anew: an editor that is open doesn't save over them."""
    changed = journal.touched[Revision._meta.label_lower]
    newest = Page.objects.filter(latest_revision__in=changed)
    now = timezone.now()
    for key in newest.values_list("latest_revision", flat=True):
        journal.change(Revision, key, {"created_at": now})


def _record(case: Case, user: Any, is_tidy: bool) -> None:
    protection = case.protection
    protection.options["untidy"] = not is_tidy
    protection.state = Protection.State.DONE
    protection.done_at = timezone.now()
    protection.user = user
    protection.save()
    protection.passages.all().delete()
    protection.places.all().delete()
    for page in Page.objects.filter(pk__in=case.page_ids):
        log(instance=page, action="speakers.protect", user=user)
