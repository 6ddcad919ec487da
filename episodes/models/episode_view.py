"""What the page of an episode shows, fetched in a fixed number of queries."""

from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch, Q, prefetch_related_objects
from wagtail.models import Page

from episodes.blocks import QuoteValue
from speakers import pictures

from .queryset import partners, people
from .video import Captions, EpisodeVideo

if TYPE_CHECKING:
    from .episode import EpisodePage


def context(page: "EpisodePage") -> dict[str, Any]:
    """The template's variables, besides `page` itself."""
    _fetch(page)
    said = quotes(page)
    return {
        "series": page.series,
        "guests": page.guests,
        "hosts": page.hosts,
        "people_by_id": {
            one.speaker_id: one.speaker for one in page.appearances.all() if one.speaker
        },
        "videos": [video for video in page.videos.all() if video.is_playable],
        "main_video": page.main_video,
        "takeaways": page.takeaways.all(),
        "quotes": said,
        # Those that are shown large in the article need no second showing below it.
        "listed_quotes": [quote for quote in said if not quote.get("pulled")],
        "partnerships": page.partnerships.all(),
        "tags": sorted(page.tags.all(), key=lambda tag: tag.label),
        "newer": neighbour(page, newer=True),
        "older": neighbour(page, newer=False),
    }


def _fetch(page: "EpisodePage") -> None:
    """Brings along what is stored of the page; a draft or preview has its rows in memory."""
    if page.pk is None or getattr(page, "_cluster_related_objects", None):
        return
    videos = EpisodeVideo.objects.select_related("media").prefetch_related(
        pictures.prefetch("poster", ["poster"]),
        Prefetch("captions", Captions.objects.defer("cues")),
    )
    prefetch_related_objects(
        [page],
        people("face", "portrait"),
        partners(),
        Prefetch("videos", videos),
        pictures.prefetch("poster", ["poster", "card"]),
        "tags",
        "takeaways",
    )


def quotes(page: "EpisodePage") -> list[QuoteValue]:
    """The quotes of the body, in order."""
    return [block.value for block in page.body if block.block_type == "quote"]


def neighbour(page: "EpisodePage", newer: bool) -> "EpisodePage | None":
    """The next published episode of the series, in time; nothing at the ends."""
    if page.published_on is None or not page.pk:
        return None
    direction = "gt" if newer else "lt"
    order = ["published_on", "pk"] if newer else ["-published_on", "-pk"]
    parent: Page = page.series
    return (
        type(page)
        .objects.child_of(parent)
        .published()
        .filter(
            Q(**{f"published_on__{direction}": page.published_on})
            | Q(published_on=page.published_on, **{f"pk__{direction}": page.pk})
        )
        .defer("body")
        .order_by(*order)
        .first()
    )
