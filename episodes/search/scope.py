"""Among what a visitor searches: the pages of this site in the language of the address."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Locale, Page, Site

from episodes.models import EpisodePage, SearchEntry, SeriesPage
from speakers.visibility import visible


def entries(request: HttpRequest) -> Any:
    """What can be found here. Topics are the same in every language."""
    found = SearchEntry.objects.filter(Q(locale=Locale.get_active()) | Q(locale=None))
    roots = {(path.site_id, path.root_path) for path in Site.get_site_root_paths()}
    if len({site_id for site_id, _root in roots}) < 2:
        return found
    site = Site.find_for_request(request)
    here = Q(page=None)
    for site_id, root in roots:
        if site is not None and site_id == site.pk:
            here |= Q(page__url_path__startswith=root)
    return found.filter(here)


def topic_addresses(tags: list[Any], request: HttpRequest) -> dict[int, str]:
    """Where each topic is listed: the page of the series that talked about it last."""
    carriers = (
        EpisodePage.objects.filter(
            tagged_items__tag__in=tags,
            pk__in=entries(request).filter(page__isnull=False).values("page_id"),
        )
        .order_by("-published_on", "-pk")
        .values_list("tagged_items__tag_id", "path")
    )
    parents: dict[int, str] = {}
    for tag_id, path in carriers[:1000]:
        parents.setdefault(tag_id, path[: -Page.steplen])
    series = {
        page.path: page.get_url(request)
        for page in visible(SeriesPage.objects.filter(path__in=parents.values())).defer("about")
    }
    return {
        tag.pk: f"{series[parents[tag.pk]]}tag/{tag.slug}/"
        for tag in tags
        if parents.get(tag.pk) in series
    }
