"""The proposal of a day, in the editor of an episode."""

import datetime
from typing import Any

from django import template

from episodes.authoring import slots
from episodes.models import EpisodePage, SeriesPage

register = template.Library()


@register.simple_tag
def free_days(page: EpisodePage, request: Any, count: int = 3) -> list[datetime.date]:
    """The next free days of the series that a page stands in, or is about to be made in."""
    if page.pk:
        series = SeriesPage.objects.parent_of(page).first()
    else:
        match = getattr(request, "resolver_match", None)
        key = match.kwargs.get("parent_page_id") or match.args[-1:] if match else None
        series = SeriesPage.objects.filter(pk=_only(key)).first()
    return slots.free_days(series, count) if series else []


def _only(key: Any) -> Any:
    return key[0] if isinstance(key, list | tuple) and key else key or None
