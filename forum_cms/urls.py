"""Addresses of the site. Pages come last: Wagtail answers every address that is left.

`/healthz` is answered before any of these, by `forum_cms.health`.
"""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from forum_cms import routing, sitemaps
from forum_cms.files import uploaded_file
from forum_cms.style_page import style_page

#: Wagtail's own, with a quicker way to find a page.
pages = [pattern for pattern in wagtail_urls.urlpatterns if pattern.name != "wagtail_serve"]
pages.append(re_path(wagtail_urls.serve_pattern, routing.serve, name="wagtail_serve"))

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("style/", style_page, name="style_page"),
    path(f"{settings.MEDIA_URL.lstrip('/')}<path:path>", uploaded_file),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemaps.section, name="sitemap_section"),
    path("robots.txt", sitemaps.robots),
    *i18n_patterns(
        path("search/", include("episodes.urls")),
        path("", include(pages)),
        prefix_default_language=False,
    ),
]
