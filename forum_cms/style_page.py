"""The living style page: every component in its states, from the templates that pages use.

For those who design and build: where the site is developed, and for staff. Nothing here is
stored, everybody is invented (`style_samples`).
"""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from wagtail.models import Site

from forum_cms import style_samples

TOKENS = ("paper", "paper-shade", "ink", "ink-soft", "line", "line-strong", "accent", "play")
SIZES = ("s", "m", "l", "xl", "2xl", "3xl", "4xl")


@never_cache
def style_page(request: HttpRequest) -> HttpResponse:
    """All components; not there for visitors of a site in production."""
    if not (settings.DEBUG or request.user.has_perm("wagtailadmin.access_admin")):
        raise Http404("the style page is for those who build the site")
    site = Site.find_for_request(request)
    if site is None:
        raise Http404("no site")
    samples = style_samples.context(site.root_page)
    tokens = {"tokens": TOKENS, "type_sizes": SIZES, "tones": range(1, 7)}
    answer = render(request, "style/style_page.html", {**tokens, **samples})
    answer["X-Robots-Tag"] = "noindex"
    return answer
