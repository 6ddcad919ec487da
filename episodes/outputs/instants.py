"""Dates of an episode as machines want them: with a time and its zone."""

import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

if TYPE_CHECKING:
    from episodes.models import EpisodePage


def published_at(page: "EpisodePage") -> datetime.datetime | None:
    """When visitors could first see it, in the site's time zone; nothing for an undated draft.

    Editors give a day. The premiere knows the hour; every other day begins at midnight.
    """
    if page.premieres_at is not None:
        return timezone.localtime(page.premieres_at)
    if page.published_on is None:
        return None
    return timezone.make_aware(datetime.datetime.combine(page.published_on, datetime.time.min))


def duration(seconds: int | None) -> str:
    """ISO 8601: 1805 → "PT30M5S"; nothing for an unknown length."""
    if not seconds:
        return ""
    hours, rest = divmod(seconds, 3600)
    minutes, rest = divmod(rest, 60)
    parts = ((hours, "H"), (minutes, "M"), (rest, "S"))
    return "PT" + "".join(f"{number}{letter}" for number, letter in parts if number)
