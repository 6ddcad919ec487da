"""Among what a visitor searches: the pages of this site in the language of the address."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery
from django.http import HttpRequest
from wagtail.models import Locale, Site

from episodes.filters import Kind
from episodes.models import SearchEntry, SeriesPage
from episodes.models.listed import Facet, FacetedEpisode
from speakers.visibility import visible


def entries(request: HttpRequest) -> Any:
    """What can be found here. Topics are the same in every language."""
    found = SearchEntry.objects.filter(Q(locale=Locale.get_active()) | Q(locale=None))
    here = _below_this_site(request, "page__url_path")
    return found if here is None else found.filter(Q(page=None) | here)


def topic_addresses(tags: list[Any], request: HttpRequest) -> dict[int, str]:
    """Where each topic is listed: the page of the series that talked about it last.

    Read from the tables of the lists, which know the latest conversation of each topic.
    """
    here = _below_this_site(request, "url_path")
    series = visible(SeriesPage.objects.filter(here or Q(), locale=Locale.get_active()))
    newest = FacetedEpisode.objects.filter(facet=OuterRef("pk")).order_by("-published_on")
    carried = (
        Facet.objects.filter(kind=Kind.TAG, value__in=[str(tag.pk) for tag in tags])
        .filter(Exists(series.filter(pk=OuterRef("series"))), shown=True, count__gt=0)
        .annotate(talked_on=Subquery(newest.values("published_on")[:1]))
        .order_by("-talked_on", "-series")
        .values_list("value", "series_id")
    )
    latest: dict[int, int] = {}
    for value, series_id in carried:
        latest.setdefault(int(value), series_id)
    pages = series.filter(pk__in=set(latest.values())).defer("about") if latest else []
    addresses = {page.pk: page.get_url(request) for page in pages}
    return {
        tag.pk: f"{addresses[latest[tag.pk]]}tag/{tag.slug}/" for tag in tags if tag.pk in latest
    }


def _below_this_site(request: HttpRequest, field: str) -> Q | None:
    """What the addresses of this site's pages begin with; nothing where there is one site."""
    roots = {(path.site_id, path.root_path) for path in Site.get_site_root_paths()}
    if len({site_id for site_id, _root in roots}) < 2:
        return None
    site = Site.find_for_request(request)
    here = Q(pk__in=[])
    for site_id, root in roots:
        if site is not None and site_id == site.pk:
            here |= Q(**{f"{field}__startswith": root})
    return here
