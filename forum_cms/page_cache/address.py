"""Which requests may be answered with a kept page, and which of them ask for the same."""

import hashlib
from string import printable
from urllib.parse import parse_qsl, quote, urlencode

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest
from django.urls import reverse

#: What newsletters and social networks add to addresses; pages neither read nor repeat it.
TRACKING = ("utm_", "mtm_", "pk_")
TRACKING_NAMES = {"fbclid", "gclid", "dclid", "msclkid", "igshid", "mc_cid", "mc_eid"}
LONGEST_QUERY = 1000
#: Addresses with a query string are endless: so many of them are kept at most, whoever asks.
CHOICES = 2048


def is_public(request: HttpRequest) -> bool:
    """Whether the answer is the same for every visitor: asked without a session."""
    if request.method not in ("GET", "HEAD") or getattr(request, "is_dummy", False):
        return False  # a dummy is Wagtail's, for a preview
    if "Authorization" in request.headers:
        return False
    private = (settings.SESSION_COOKIE_NAME, CookieStorage.cookie_name)
    return not any(name in request.COOKIES for name in private)


def is_kept(request: HttpRequest) -> bool:
    """Whether this may be an address of a page, and one that is worth keeping."""
    path = request.path
    documents = reverse("wagtaildocs_serve", args=[0, "-"]).removesuffix("0/-")
    others = (reverse("wagtailadmin_home"), documents, settings.MEDIA_URL, settings.STATIC_URL)
    if path.startswith(others) or "//" in path:  # Wagtail answers any number of slashes
        return False
    return len(request.META.get("QUERY_STRING", "")) <= LONGEST_QUERY


def forget_tracking(request: HttpRequest) -> None:
    """Take out of the query string what only trackers read, and put the rest into one order.

    The page sees no more than the key says, so no visitor can leave anything in it for others.
    """
    raw = request.META.get("QUERY_STRING", "")  # bytes, which WSGI hands on as Latin-1
    given = parse_qsl(quote(raw.encode("latin-1"), safe=printable), keep_blank_values=True)
    # By name only: the order of several values of one name may mean something.
    wanted = sorted((pair for pair in given if not _is_tracking(pair[0])), key=lambda pair: pair[0])
    if wanted != given:
        request.META["QUERY_STRING"] = urlencode(wanted)


def _is_tracking(name: str) -> bool:
    return name in TRACKING_NAMES or name.startswith(TRACKING)


def shelf(request: HttpRequest, release: str) -> tuple[str, str]:
    """The place where the answer is kept, and the fingerprint of the whole request.

    Two requests may share a place; only one with the same fingerprint gets what lies there.
    Raises DisallowedHost, as Django does, for a host that isn't ours.
    """
    query = request.META.get("QUERY_STRING", "")
    asked = "\n".join((release, request.scheme or "", request.get_host(), request.path, query))
    fingerprint = hashlib.sha256(asked.encode()).hexdigest()
    if query:
        return f"choice-{release}-{int(fingerprint, 16) % CHOICES}", fingerprint
    return f"page-{fingerprint}", fingerprint
