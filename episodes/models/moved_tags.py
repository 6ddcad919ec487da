"""A request for a topic that stands elsewhere by now."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect, QueryDict

from . import former_tags


def moved(request: HttpRequest, slug: str = "") -> HttpResponsePermanentRedirect | None:
    """Where the same choice stands now; nothing when no chosen topic has moved.

    `slug` is the topic that the clean address names; others stand in the query string.
    """
    asked = [name for name in (slug, *request.GET.getlist("tag")) if name]
    current = former_tags.current(asked)
    if not current:
        return None
    path = request.path
    if slug in current:
        path = path.replace(f"/tag/{slug}/", f"/tag/{current[slug]}/", 1)
    query = [
        (name, current.get(value, value) if name == "tag" else value)
        for name, values in _lists(request.GET)
        for value in values
    ]
    return HttpResponsePermanentRedirect(f"{path}?{urlencode(query)}" if query else path)


def elsewhere_or_404(request: HttpRequest, slug: str) -> HttpResponsePermanentRedirect:
    """Where a topic that isn't here stands now. Raises Http404 where there never was one."""
    found = moved(request, slug)
    if found is None:
        raise Http404(f"no tag {slug}")
    return found


def _lists(query: QueryDict) -> list[tuple[str, list[str]]]:
    return [(name, query.getlist(name)) for name in query]
