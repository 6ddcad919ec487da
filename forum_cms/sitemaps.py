"""The sitemap: every page that visitors may see, in all languages, and the episodes' videos.

Each page names its translations, itself among them, as search engines ask for.
"""

import datetime
import uuid
from typing import Any

from django.contrib.sitemaps import Sitemap, views
from django.db.models import Max, Prefetch, Q
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from wagtail.models import Page, Site

from episodes.models import EpisodePage, EpisodeVideo
from episodes.outputs.sitemap import video_entry
from speakers import addresses, languages, pictures
from speakers.visibility import visible


class PagesSitemap(Sitemap):
    """All pages but episodes.

    Wagtail's own (8.0) lists the tree of the default language only.
    """

    limit = 2000

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def items(self) -> Any:
        pages = visible(Page.objects.filter(_below_the_home_pages(self.request)))
        return pages.not_exact_type(EpisodePage).order_by("path")

    def get_urls(self, page: Any = 1, site: Any = None, protocol: Any = None) -> list[dict]:
        items = list(self.paginator.page(page))
        alternates = self._alternates(items)
        return [
            {
                "location": addresses.of_page(item, self.request),
                "lastmod": item.last_published_at or item.latest_revision_created_at,
                "alternates": alternates.get(item.translation_key, []),
                **self.more(item),
            }
            for item in items
        ]

    def _alternates(self, items: list[Page]) -> dict[uuid.UUID, list[tuple[str, str]]]:
        """Language and address of the translations of each, all in one query."""
        translations = visible(
            Page.objects.filter(
                _below_the_home_pages(self.request),
                translation_key__in=[item.translation_key for item in items],
            )
        ).select_related("locale")
        by_key: dict[uuid.UUID, dict[str, str]] = {}
        for one in translations:
            address = addresses.of_page(one, self.request)
            by_key.setdefault(one.translation_key, {})[one.locale.language_code] = address
        return {key: languages.with_default(found) for key, found in by_key.items()}

    def more(self, item: Any) -> dict[str, Any]:
        return {}

    def get_latest_lastmod(self) -> datetime.datetime | None:
        # Asked of the database: Django would fetch every page for it.
        return self.items().order_by().aggregate(latest=Max("last_published_at"))["latest"]


class EpisodesSitemap(PagesSitemap):
    """Episodes, each with its video."""

    limit = 1000

    def items(self) -> Any:
        posters = pictures.prefetch("poster", ["poster"])
        videos = EpisodeVideo.objects.select_related("media").prefetch_related(posters)
        return (
            EpisodePage.objects.filter(_below_the_home_pages(self.request))
            .published()
            .defer("body")
            .select_related("locale")
            .order_by("pk")
            .prefetch_related(
                Prefetch("videos", videos), pictures.prefetch("poster", ["poster"]), "tags"
            )
        )

    def more(self, item: Any) -> dict[str, Any]:
        return {"video": video_entry(item, self.request)}


def _below_the_home_pages(request: HttpRequest) -> Q:
    """Below the site's home page and its translations."""
    site = Site.find_for_request(request)
    if site is None:
        return Q(pk__in=[])
    homes = Page.objects.filter(translation_key=site.root_page.translation_key)
    below = Q(pk__in=[])
    for path in homes.values_list("path", flat=True):
        below |= Q(path__startswith=path)
    return below


def _sections(request: HttpRequest) -> dict[str, Any]:
    return {"pages": PagesSitemap(request), "episodes": EpisodesSitemap(request)}


def index(request: HttpRequest) -> HttpResponseBase:
    """`/sitemap.xml`: the addresses of its sections."""
    return views.index(request, _sections(request), sitemap_url_name="sitemap_section")


def section(request: HttpRequest, section: str) -> HttpResponseBase:
    """One section, in parts of a size that crawlers take."""
    return views.sitemap(
        request, _sections(request), section, template_name="forum_cms/sitemap.xml"
    )


def robots(request: HttpRequest) -> HttpResponse:
    """`/robots.txt`: everything public may be read; where the sitemap is."""
    lines = [
        "User-agent: *",
        f"Disallow: {reverse('wagtailadmin_home')}",
        "",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
