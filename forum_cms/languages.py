"""In which language a visitor is answered, and how they change to another one."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.middleware.locale import LocaleMiddleware
from django.urls import translate_url
from django.utils.encoding import iri_to_uri
from django.utils.translation import (
    activate,
    get_language,
    get_language_from_path,
    get_language_info,
    override,
)
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from speakers import languages
from speakers.visibility import visible


class PathLanguageMiddleware(LocaleMiddleware):
    """The address alone decides: `/cs/` is Czech, everything else is English.

    Django's own would look at the browser's wishes for addresses without a prefix, or at least
    tell caches that it does (`Vary: Accept-Language`). A shared address says the same to all.
    """

    def process_request(self, request: HttpRequest) -> None:
        activate(get_language_from_path(request.path_info) or settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = get_language()

    def process_response(self, request: HttpRequest, response: Any) -> Any:
        response.headers.setdefault("Content-Language", get_language())
        return response


@dataclass(frozen=True)
class Choice:
    """A link to another language.

    `note` says, in that language, that the page isn't there in it and where the link leads.
    """

    code: str
    name: str
    url: str
    note: str = ""


def choices(request: HttpRequest, page: Page | None, listing: Any = None) -> list[Choice]:
    """The other languages for whoever reads this page.

    Leads to the same page, with the same tag or filter; else to the nearest page above it.
    `listing` is the choice of episodes that the page shows, where it shows one.
    """
    if page is None or page.pk is None:
        return _choices_without_page(request)
    own_path = page.get_url(request) or request.path
    below = listing.address(1).removeprefix(own_path) if listing else _below(request, own_path)
    return [
        Choice(code, one.name, one.path + below)
        if one.is_exact
        else Choice(code, one.name, one.path, _note(code, one.page.title))
        for code, one in languages.versions(page, request).items()
        if code != get_language()
    ]


def _below(request: HttpRequest, own_path: str) -> str:
    """What the address says below the page's own, like `?t=90`; never a page of results."""
    if not request.path.startswith(own_path):
        return ""
    query = request.GET.copy()
    query.pop("page", None)
    path = iri_to_uri(request.path.removeprefix(own_path))
    return f"{path}?{query.urlencode()}" if query else path


def _note(code: str, title: str) -> str:
    with override(code):
        return _("This page isn't available in this language. The nearest one is: %(title)s") % {
            "title": title
        }


def _choices_without_page(request: HttpRequest) -> list[Choice]:
    """For what is no page: the same address in the other language, else the front page."""
    site = Site.find_for_request(request)
    if site is None or not languages.enabled():
        return []
    key = Page.objects.filter(pk=site.root_page_id).values("translation_key")
    homes = visible(Page.objects.filter(translation_key__in=key)).select_related("locale")
    match = request.resolver_match
    is_served = match is not None and match.url_name != "wagtail_serve"
    found = []
    for home in homes:
        code = home.locale.language_code
        if code == get_language():
            continue
        name = str(get_language_info(code)["name_local"]).capitalize()
        url = translate_url(request.get_full_path(), code) if is_served else home.get_url(request)
        found.append(Choice(code, name, url or "/"))
    return found
