"""The page behind an address, in two queries however deep it lies.

Wagtail walks down the tree and asks twice on every step, then once more for all ancestors and
once for their restrictions. Here one query fetches the whole way and says whether somebody must
log in to walk it. Whatever is unusual (nothing found, a private page) is left to Wagtail's own
walk.
"""

from itertools import accumulate
from typing import Any

from django.db.models import (
    BooleanField,
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    Subquery,
    Value,
)
from django.db.models.functions import Concat
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import get_language
from wagtail import views
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, PageViewRestriction, Site


def serve(request: HttpRequest, path: str) -> HttpResponseBase:
    """Wagtail's view of pages, told beforehand which page it is."""
    site = Site.find_for_request(request)
    if site is not None and not hasattr(request, "_wagtail_route_for_request"):
        found = _route(request, site.root_page, [name for name in path.split("/") if name])
        if found is not None:
            request._wagtail_route_for_request = found  # type: ignore[attr-defined]
    return views.serve(request, path)


def _route(request: HttpRequest, root: Page, names: list[str]) -> Any:
    """Page, args and kwargs as Wagtail's `route` gives them; nothing where it has to look."""
    way = _way(root, names)
    if not way or way[-1].is_restricted:
        return None
    last, rest = way[-1], names[len(way) :]
    for steps, page in enumerate(way[:-1], start=1):
        if _answers_itself(page, names[steps:]):
            return None
    page = _whole(last).specific
    if len(way) > 1:
        page._cached_parent_obj = _whole(way[-2])  # where treebeard looks first
    page.get_view_restrictions = PageViewRestriction.objects.none
    try:
        return page.route(request, rest)
    except Http404:
        return None


def _way(root: Page, names: list[str]) -> list[Any]:
    """The pages of these names below the home page, from the top; those that exist.

    The home page itself where there are no names.
    """
    # The home page in the visitor's language where there is one, as `Page.localized` has it.
    home = (
        Page.objects.filter(translation_key=root.translation_key)
        .filter(Q(pk=root.pk) | Q(live=True, locale__language_code=get_language()))
        .order_by(ExpressionWrapper(Q(pk=root.pk), output_field=BooleanField()))
    )
    above = Subquery(home.values("url_path")[:1])
    addresses = [Concat(above, Value(tail)) for tail in accumulate(f"{name}/" for name in names)]
    # Not as joins: SQLite would begin with all pages of the site (see `speakers.visibility`).
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    outer = ExpressionWrapper(OuterRef(OuterRef("path")), output_field=CharField())
    private = Page.objects.filter(pk=OuterRef("page_id")).order_by().values("path")
    aliases = Page.objects.filter(alias_of=OuterRef("page_id")).alias(below=outer).order_by()
    restrictions = PageViewRestriction.objects.alias(below=path, private=Subquery(private)).filter(
        Q(below__startswith=F("private")) | Exists(aliases.filter(below__startswith=F("path")))
    )
    if not names:
        return list(
            home.annotate(is_restricted=Exists(restrictions)).select_related("homepage")[:1]
        )
    # The slug has an index, the whole address has none.
    return list(
        Page.objects.filter(slug__in=names, url_path__in=addresses)
        .annotate(is_restricted=Exists(restrictions))
        .select_related("seriespage")
        .order_by("path")
    )


def _whole(page: Page) -> Page:
    """A series as a series, a home page as one: they came along with the way."""
    known = page._state.fields_cache
    whole: Page | None = known.get("seriespage") or known.get("homepage")
    return page if whole is None else whole


def _answers_itself(page: Page, rest: list[str]) -> bool:
    """Whether a page on the way has an answer of its own for what follows, like a feed."""
    if not page.live or not issubclass(page.specific_class or Page, RoutablePageMixin):
        return False
    try:
        page.specific_deferred.resolve_subpage(f"/{'/'.join(rest)}/")
    except Http404:
        return False
    return True
