"""Brings back what was sealed, wherever nobody has written something else since."""

from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.apps import apps
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.images import get_image_model
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from speakers import changes
from speakers.models import Protection, SealedChange

from . import columns, files, refreshing, registry, seal
from .case import versions_of
from .files import Files
from .journal import Journal


@dataclass
class Outcome:
    """What became of it; `left` are places that were changed since, as (label, row, column)."""

    restored: int = 0
    left: list[tuple[str, Any, str]] = field(default_factory=list)


def restore(protection: Protection, user: Any) -> Outcome:
    """Puts the former values back. Raises SealBroken where they can't be opened any more."""
    journal = Journal(protection)
    work = Files(protection, journal)
    outcome = Outcome()
    touched: dict[str, set[Any]] = {}
    try:
        with transaction.atomic():
            # Two who press at once: the second finds nothing left to bring back.
            Protection.objects.select_for_update().get(pk=protection.pk)
            _bring_files_back(protection, work)
            for change in list(protection.changes.order_by("-pk").iterator(chunk_size=100)):
                if _bring_back(change):
                    outcome.restored += 1
                    touched.setdefault(change.label, set()).add(change.row)
                    change.delete()
                else:
                    outcome.left.append((change.label, change.row, change.column))
            _record(protection, outcome, user)
            work.remember_old()
            work.discard_renditions(touched.get(get_image_model()._meta.label_lower, ()))
            work.remember_old()
            refreshing.refresh(touched)
            changes.announce()
            transaction.on_commit(partial(files.finish, protection), robust=True)
    except BaseException:
        work.undo()
        raise
    return outcome


def _bring_back(change: SealedChange) -> bool:
    model = apps.get_model(change.label)
    before = seal.unseal(change.sealed)
    if not change.column:
        try:
            with transaction.atomic():
                columns.insert(model, before)
        except IntegrityError:
            return False
        return True
    now = columns.read(model, change.row, [change.column])
    if now is None or seal.digest(now[change.column]) != change.after:
        return False
    columns.write(model, change.row, {change.column: before})
    return True


def _bring_files_back(protection: Protection, work: Files) -> None:
    """Under their old names, before the rows say so."""
    for sealed in protection.files.order_by("-pk"):
        model = apps.get_model(sealed.label)
        row = columns.read(model, sealed.row, [sealed.column])
        kept = protection.changes.filter(
            label=sealed.label, row=sealed.row, column=sealed.column
        ).last()
        if row is None or kept is None or seal.digest(row[sealed.column]) != kept.after:
            continue
        storage = files._storage(model, sealed.column)
        name, present = seal.unseal(sealed.sealed_name), row[sealed.column]
        content = seal.open_bytes(bytes(sealed.content)) if sealed.content else None
        if content is None and storage.exists(present):
            with storage.open(present) as file:
                content = file.read()
        if content is None:
            continue
        if not storage.exists(name):
            work.written.append((storage, storage.save(name, ContentFile(content))))
        work.old.append([sealed.label, sealed.column, present])
        sealed.delete()


def _record(protection: Protection, outcome: Outcome, user: Any) -> None:
    protection.state = Protection.State.RESTORED
    protection.restored_at = timezone.now()
    protection.restored_by = user
    protection.remarks = [list(one) for one in outcome.left]
    protection.save()
    for page in Page.objects.filter(pk__in=versions_of(protection.person)):
        log(instance=page, action="speakers.unprotect", user=user)


def newer_versions(protection: Protection) -> int:
    """Versions that were saved while the person was protected: they keep the other name."""
    if not protection.done_at:
        return 0
    until = protection.restored_at or timezone.now()
    text = protection.pseudonym
    saved = Revision.objects.filter(created_at__gt=protection.done_at, created_at__lt=until)
    return sum(text in str(one.content) for one in saved.iterator(chunk_size=50))


def delete_seal(protection: Protection, user: Any) -> None:
    """From here on there is no way back: nobody can read any more who it was."""
    with transaction.atomic():
        protection.changes.all().delete()
        protection.files.all().delete()
        protection.places.all().delete()
        protection.sealed = ""
        protection.seal_deleted_at = timezone.now()
        protection.seal_deleted_by = user
        protection.save()


def describe(label: str, column: str) -> str:
    """What a place is called, for a sentence about it."""
    return registry.group_label(registry.group_of(label, column)) or _("another place")
