"""What a front page takes from its series, read from the narrow tables of `listed`."""

from collections.abc import Collection
from typing import Any

from django.db.models import CharField, Exists, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Cast
from django.utils import timezone

from episodes.filters import Kind

from .appearance import Partnership
from .episode import EpisodePage
from .listed import Facet, ListedEpisode


def announced(series: Collection[int], count: int) -> Any:
    """The episodes whose premiere comes next, the next one first."""
    coming = _listed(series).filter(premieres_at__gt=timezone.now()).order_by("premieres_at")
    return _pages(coming[:count]).order_by("premieres_at")


def newest(series: Collection[int], count: int) -> Any:
    """The newest episodes, announced ones included."""
    rows = _listed(series).order_by("-published_on", "-episode")
    return _pages(rows[:count]).newest_first()


def helpers(organisations: QuerySet, series: Collection[int]) -> Any:
    """Those that helped with an episode; those that have to do with most episodes first."""
    helped = Partnership.objects.filter(
        organisation=OuterRef("pk"), episode__listed__series__in=series
    )
    counted = Facet.objects.filter(
        kind=Kind.ORGANISATION, value=Cast(OuterRef("pk"), CharField()), series__in=series
    )
    total = counted.order_by().values("value").annotate(total=Sum("count")).values("total")
    return (
        organisations.filter(Exists(helped))
        .annotate(episode_count=Subquery(total))
        .order_by("-episode_count", "title")
    )


def _listed(series: Collection[int]) -> QuerySet[ListedEpisode]:
    # An index gives the order for one series, not for a list of one.
    one = {"series": next(iter(series))} if len(series) == 1 else {"series__in": series}
    return ListedEpisode.objects.filter(**one)


def _pages(rows: QuerySet[ListedEpisode]) -> Any:
    """Asked again whether visitors may see them, as every list does."""
    pages = EpisodePage.objects.filter(pk__in=rows.values("pk")).published()
    return pages.defer("body", "search_description").select_related("locale")
