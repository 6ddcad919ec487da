"""The site's search: the page of results, suggestions, and a description for browsers."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Site

from episodes.models import SeriesPage
from episodes.search import results, suggestions
from episodes.terms import MAX_LETTERS
from speakers.visibility import visible

#: Digits of a page number; what is longer is no page of anything.
MAX_DIGITS = 6


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Everything that visitors can find. A GET form; works without JavaScript."""
    query = _query(request)
    number = request.GET.get("page", "")
    is_number = number.isascii() and number.isdigit() and len(number) <= MAX_DIGITS
    found = results.find(query, request, max(int(number), 1) if is_number else 1)
    series = visible(SeriesPage.objects.filter(locale__language_code=translation.get_language()))
    return render(
        request,
        "episodes/search_page.html",
        {
            "query": query,
            "results": found,
            "series_list": series.defer("about") if query and found.is_empty else [],
        },
    )


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """Suggestions as JSON: public names and addresses, nothing of the visitor."""
    answer = JsonResponse({"suggestions": suggestions.suggest(_query(request), request)})
    patch_cache_control(answer, public=True, max_age=60)
    return answer


@require_safe
def opensearch(request: HttpRequest) -> HttpResponse:
    """Tells browsers how to search this site from their own field."""
    site = Site.find_for_request(request)
    return render(
        request,
        "episodes/opensearch.xml",
        {
            "name": (site.site_name if site else "") or request.get_host(),
            "address": request.build_absolute_uri(reverse("site_search")),
            "suggestions": request.build_absolute_uri(reverse("site_search_suggest")),
        },
        content_type="application/opensearchdescription+xml",
    )


def _query(request: HttpRequest) -> str:
    """What was typed, as it is shown again: on one line, and no longer than what is read."""
    return " ".join(request.GET.get("q", "").replace("\0", " ").split())[: MAX_LETTERS + 1]
