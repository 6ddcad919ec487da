"""The living style page: every component in its states, from the templates that pages use.

For those who design and build: where the site is developed, and for staff. Nothing here is
stored, everybody is invented.
"""

import datetime
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from wagtail.models import Locale, Site

from episodes.blocks import QuoteBlock, QuoteValue
from episodes.models import Appearance, EpisodePage, EpisodeTag, EpisodeVideo, SeriesPage, Takeaway
from episodes.models.neighbourhood import Related
from speakers.models import SpeakerPage

LONG_NAME = "Maria Magdalena Wojciechowska-Brzeszczykiewicz"
LONG_TITLE = (
    "Girls who study in kitchens, and the teachers who walk there before dawn with a blackboard, "
    "three books and no licence to teach anyone"
)
TOKENS = ("paper", "paper-shade", "ink", "ink-soft", "line", "line-strong", "accent", "play")
SIZES = ("s", "m", "l", "xl", "2xl", "3xl", "4xl")


@never_cache
def style_page(request: HttpRequest) -> HttpResponse:
    """All components; not there for visitors of a site in production."""
    if not (settings.DEBUG or request.user.has_perm("wagtailadmin.access_admin")):
        raise Http404("the style page is for those who build the site")
    answer = render(request, "style/style_page.html", _context(request))
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _context(request: HttpRequest) -> dict[str, Any]:
    site = Site.find_for_request(request)
    if site is None:
        raise Http404("no site")
    common = {"url_path": site.root_page.url_path, "locale": Locale.get_default(), "live": True}
    series = SeriesPage(title="Bench Talk", hashtag="#BenchTalk", spoken_language="en", **common)

    def person(name: str, role: str = "", **fields: Any) -> Appearance:
        page = SpeakerPage(title=name, role=role, **common)
        return Appearance(speaker=page, name=name, role=role, **fields)

    def episode(title: str, people: list[Appearance], **fields: Any) -> EpisodePage:
        fields = {"published_on": datetime.date(2026, 2, 24), **fields}
        page = EpisodePage(title=title, lead="Two people talk on a bench.", **common, **fields)
        page.appearances = people
        page.series = series
        return page

    ana, host = person("Ana Lípová", "Gardener"), person("Ben Ash", "Editor", capacity="host")
    six = [person(f"Guest Number {word}") for word in ("One", "Two", "Three", "Four", "Five")]
    many = [person(LONG_NAME, "Ombudswoman and Chair of the Council"), *six]
    video = EpisodeVideo(link="https://www.youtube.com/watch?v=abcdefghijk", duration_s=1810)
    usual, long = episode("A bench is a constitution", [ana, host]), episode(LONG_TITLE, many)
    coming = episode(
        "Who waters the trees?", [ana], premieres_at=timezone.now() + datetime.timedelta(days=9)
    )
    return {
        "tokens": TOKENS,
        "sizes": SIZES,
        "tones": range(1, 7),
        "series": series,
        "episodes": [usual, long, coming],
        "usual": usual,
        "coming": coming,
        "video": video,
        "videos": [video],
        "people_of": [[ana], [ana, host], many],
        "quotes": [_quote("A right that nobody uses is a museum piece.", 754), _quote("So.", None)],
        "takeaways": [
            Takeaway(text="Habits outlast laws.", start_s=90),
            Takeaway(text="So it is."),
        ],
        "tags": [EpisodeTag(name=name, slug=name.lower()) for name in ("Courts", "Elections")],
        "related": [Related(usual, ["Ana Lípová"], []), Related(long, [], ["Courts", "Press"])],
    }


def _quote(text: str, start: int | None) -> QuoteValue:
    value = {"text": text, "speaker": None, "speaker_name": "Ana Lípová", "start": start}
    return QuoteValue(QuoteBlock(), [*value.items(), ("end", None), ("pulled", True)])
