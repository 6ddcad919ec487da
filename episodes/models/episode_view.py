"""What the page of an episode shows, fetched in a fixed number of queries."""

from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch, prefetch_related_objects

from episodes.blocks import QuoteValue, people_known
from speakers import gallery

from . import episode_people, neighbourhood
from .video import Captions, EpisodeVideo

if TYPE_CHECKING:
    from .episode import EpisodePage


def context(page: "EpisodePage") -> dict[str, Any]:
    """The template's variables, besides `page` itself."""
    is_stored = page.pk is not None and not getattr(page, "_cluster_related_objects", None)
    if is_stored:
        _fetch(page)
    around = neighbourhood.of(page)
    if is_stored:
        _hang_pictures(page, around)
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
        "newer": around.newer,
        "older": around.older,
        "related": around.related,
    }


def _fetch(page: "EpisodePage") -> None:
    """Brings along what is stored of the page; a draft or preview has its rows in memory."""
    videos = EpisodeVideo.objects.select_related("media").prefetch_related(
        Prefetch("captions", Captions.objects.defer("cues"))
    )
    prefetch_related_objects(
        [page],
        episode_people.appearances(),
        episode_people.partnerships(),
        Prefetch("videos", videos),
        "tags",
        "takeaways",
    )
    # The quotes of the body name the same people: read it while they are at hand.
    with people_known(one.speaker for one in page.appearances.all() if one.speaker):
        quotes(page)
    for row in [*page.appearances.all(), *page.partnerships.all()]:
        episode_people.hide(row)


def _hang_pictures(page: "EpisodePage", around: neighbourhood.Neighbourhood) -> None:
    gallery.hang(
        [
            (page, "poster", ("poster", "card")),
            *((video, "poster", ("poster",)) for video in page.videos.all()),
            *((one.episode, "poster", ("card",)) for one in around.related),
            *(
                (one.speaker, "portrait", ("face", "portrait"))
                for one in page.appearances.all()
                if one.speaker
            ),
            *(
                (one.organisation, "logo", ("logo",))
                for one in page.partnerships.all()
                if one.organisation
            ),
        ]
    )


def quotes(page: "EpisodePage") -> list[QuoteValue]:
    """The quotes of the body, in order."""
    return [block.value for block in page.body if block.block_type == "quote"]
