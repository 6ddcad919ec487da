"""Answers visitors from the cache, at the price of one query."""

import time
from collections.abc import Callable

from django.conf import settings
from django.core.cache import caches
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control

from forum_cms.page_cache import address, release, version
from forum_cms.page_cache.answer import Answer, can_be_kept, keep

CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE")


def page_cache(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable:
    """Middleware that keeps whole answers, their policy included, in the cache `pages`.

    The state of the content is asked before a page is made: one that is changed meanwhile is
    kept under the old name, where nobody looks any more.
    """
    max_age_s = settings.PAGE_CACHE_SECONDS
    if not max_age_s:
        raise MiddlewareNotUsed
    this_release = release.fingerprint()

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if not address.is_kept(request):
            return get_response(request)
        if not address.is_public(request):
            return _only_for_them(get_response(request))
        address.forget_tracking(request)
        place, fingerprint = address.shelf(request, this_release)
        asked_at = time.time()
        state = version.current()
        kept = caches["pages"].get(place)
        if isinstance(kept, Answer) and (kept.fingerprint, kept.version) == (fingerprint, state):
            return kept.response(request, asked_at)
        if request.method == "HEAD":
            return get_response(request)
        # The page answers in full, or there would be nothing to keep.
        conditions = {name: request.META.pop(name) for name in CONDITIONS if name in request.META}
        response = get_response(request)
        request.META.update(conditions)
        if not isinstance(response, HttpResponse) or not can_be_kept(response):
            return response
        made = keep(response, fingerprint, state, int(asked_at))
        caches["pages"].set(place, made, max_age_s)
        return made.response(request, asked_at)

    return middleware


def _only_for_them(response: HttpResponseBase) -> HttpResponseBase:
    """Tells proxies that this page was made for somebody."""
    if not response.has_header("Cache-Control"):
        patch_cache_control(response, private=True, no_cache=True)
    return response
