"""In how many episodes people and organisations are named, for their lists."""

import datetime
from collections.abc import Collection

from django.db.models import Count, Max, QuerySet
from wagtail.models import Page

from episodes.models import Appearance, Partnership
from speakers.admin.uses import Use
from speakers.models import SpeakerPage


def count(model: type[Page], keys: Collection[int]) -> dict[int, Use]:
    """Uses of people as speakers; of organisations as somebody's house or as a partner."""
    if issubclass(model, SpeakerPage):
        rows = Appearance.objects.filter(speaker__in=keys).order_by().values_list("speaker")
        counted = rows.annotate(Count("episode", distinct=True), Max("episode__published_on"))
        return {key: Use(number, last) for key, number, last in counted}
    return _of_organisations(keys)


def _of_organisations(keys: Collection[int]) -> dict[int, Use]:
    sources: list[QuerySet] = [Appearance.objects.all(), Partnership.objects.all()]
    days: dict[int, dict[int, datetime.date | None]] = {}
    for source in sources:
        rows = source.filter(organisation__in=keys).order_by()
        for key, episode, day in rows.values_list(
            "organisation", "episode", "episode__published_on"
        ):
            days.setdefault(key, {})[episode] = day
    return {
        key: Use(len(found), max((day for day in found.values() if day), default=None))
        for key, found in days.items()
    }
