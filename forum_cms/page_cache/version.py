"""The present state of what visitors see, asked by every worker in one query."""

import secrets
from datetime import datetime

from django.db import connection, transaction
from django.utils import timezone

from episodes.models import EpisodePage
from forum_cms.models import ContentVersion

ONLY_ROW = 1
_PENDING = "_forum_cms_pending_renewal"


def current() -> str:
    """The name of the present state.

    Time changes pages as well: when an announced premiere begins, the state gets a new name.
    """
    row = ContentVersion.objects.filter(pk=ONLY_ROW).values_list("token", "next_change_at").first()
    if row is None:
        return renew()
    token, next_change_at = row
    return renew() if next_change_at and next_change_at <= timezone.now() else token


def renew() -> str:
    """Give the state a new name at once: nothing that was kept before is shown again."""
    row = ContentVersion(pk=ONLY_ROW, token=secrets.token_hex(16), next_change_at=_next_change_at())
    # One statement: two workers that do this at the same time both succeed, and the later holds.
    ContentVersion.objects.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["token", "next_change_at"],
    )
    return row.token


def renew_on_commit() -> None:
    """Give the state a new name once the present transaction holds; once for each transaction."""
    if getattr(connection, _PENDING, None) is connection.run_on_commit:
        return
    transaction.on_commit(renew, robust=True)
    if connection.in_atomic_block:
        # Django begins a new list after a commit and after every rollback: as long as this one
        # stands, our call stands in it.
        setattr(connection, _PENDING, connection.run_on_commit)


def _next_change_at() -> datetime | None:
    premieres = EpisodePage.objects.live().announced()
    return premieres.values_list("premieres_at", flat=True).first()
