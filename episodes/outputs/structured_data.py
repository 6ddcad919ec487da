"""Structured data of episodes and of their lists.

Which properties Google needs stands in its documents on `VideoObject` and `Clip`: name,
thumbnail and an upload date with its zone; passages by a query parameter, never by a fragment.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from episodes.filters import Listing
from episodes.formats.chapters import Chapter
from episodes.outputs import instants
from episodes.outputs.passages import Passage, in_order
from speakers import addresses
from speakers.names import shown_title
from speakers.structured_data import Node, breadcrumbs, node

if TYPE_CHECKING:
    from episodes.models import Appearance, EpisodePage, EpisodeTag, EpisodeVideo, SeriesPage

CLIP_NAME_LENGTH = 110


def of_episode(
    page: "EpisodePage",
    series: "SeriesPage",
    video: "EpisodeVideo | None",
    takeaways: Iterable[Any],
    quotes: Iterable[Any],
    request: HttpRequest,
    chapters: Sequence[Chapter] = (),
) -> list[Node]:
    """The video with its people and passages, and the way to the page.

    Where a chapter and what somebody said begin in the same second, what was said is told.

    Without a video, or without a picture of it, there is only the way: search engines refuse
    a video that lacks either.
    """
    if page.pk is None:
        return []
    address = addresses.of_page(page, request)
    series_address = addresses.of_page(series, request)
    way = breadcrumbs([(series.title, series_address), (page.title, address)], request)
    thumbnail = thumbnail_address(page, video, request) if video else ""
    uploaded_at = instants.published_at(page)
    if video is None or not thumbnail or uploaded_at is None:
        return [way]
    passages = in_order(
        [
            *_passages((one.text, one.start_s, one.end_s) for one in takeaways),
            *_passages((quote["text"], quote["start"], quote["end"]) for quote in quotes),
            *_passages(_chapter_rows(chapters, video.duration_s)),
        ],
        video.duration_s,
    )
    return [
        node(
            "VideoObject",
            **place(video, request),
            name=page.title,
            description=page.search_description or page.lead,
            url=address,
            identifier=f"urn:uuid:{page.uid}",
            thumbnailUrl=thumbnail,
            uploadDate=uploaded_at.isoformat(),
            dateCreated=page.recorded_on.isoformat() if page.recorded_on else None,
            duration=instants.duration(video.duration_s),
            inLanguage=video.language or page.spoken_language or series.spoken_language,
            keywords=[tag.label for tag in page.tags.all()],
            isPartOf=node("CreativeWorkSeries", name=series.title, url=series_address),
            actor=[_person(one, request) for one in page.guests],
            contributor=[_person(one, request) for one in page.hosts],
            hasPart=[_clip(passage, address) for passage in passages],
        ),
        way,
    ]


def place(video: "EpisodeVideo", request: HttpRequest) -> dict[str, str]:
    """Where the video is: `contentUrl` of a file of our own, else `embedUrl` of its player."""
    if video.source:
        return {"embedUrl": video.source.embed_url}
    return {"contentUrl": addresses.absolute(video.media.url, request)} if video.media else {}


def thumbnail_address(page: "EpisodePage", video: "EpisodeVideo", request: HttpRequest) -> str:
    """The poster; else the still that YouTube keeps of each of its videos."""
    own = addresses.of_picture(video.poster or page.poster, "poster", request)
    source = video.source
    if own or source is None or source.provider != "youtube":
        return own
    return f"https://i.ytimg.com/vi/{source.video_id}/hqdefault.jpg"


def of_listing(
    series: "SeriesPage", tag: "EpisodeTag | None", listing: Listing, request: HttpRequest
) -> list[Node]:
    """A page of results, with the episodes that it shows."""
    if series.pk is None:
        return []
    address = addresses.absolute(listing.url, request)
    steps = [(series.title, addresses.of_page(series, request))]
    if tag:
        steps.append((tag.label, address))
    first = listing.page.start_index()
    return [
        node(
            "CollectionPage",
            name=tag.label if tag else series.title,
            description=(tag.about if tag else "") or series.introduction,
            url=address,
            inLanguage=get_language(),
            mainEntity=node(
                "ItemList",
                numberOfItems=listing.total,
                itemListElement=[
                    node(
                        "ListItem",
                        position=number,
                        name=episode.title,
                        url=addresses.of_page(episode, request),
                    )
                    for number, episode in enumerate(listing.page, start=first)
                ],
            ),
        ),
        breadcrumbs(steps, request),
    ]


def of_quotes(page: "SeriesPage", listing: Any, request: HttpRequest) -> list[Node]:
    """What people said in a series."""
    title, address = _("In their own words"), request.build_absolute_uri(listing.url)
    return [
        node("CollectionPage", name=title, url=address, inLanguage=get_language()),
        breadcrumbs([(page.title, addresses.of_page(page, request)), (title, address)], request),
    ]


def _passages(rows: Iterable[tuple[str, int | None, int | None]]) -> Iterable[Passage]:
    for text, start, end in rows:
        if text and start is not None:
            yield Passage(start, end, Truncator(text).chars(CLIP_NAME_LENGTH))


def _chapter_rows(
    chapters: Sequence[Chapter], duration_s: int | None
) -> Iterable[tuple[str, int, int | None]]:
    """A chapter ends where the next one begins, whatever is said in between."""
    ends = [*(chapter.start_s for chapter in chapters[1:]), duration_s]
    for chapter, end_s in zip(chapters, ends, strict=False):
        yield chapter.title, chapter.start_s, end_s


def _clip(passage: Passage, address: str) -> Node:
    return node(
        "Clip",
        name=passage.name,
        startOffset=passage.start_s,
        endOffset=passage.end_s,
        url=f"{address}?t={passage.start_s}",
    )


def _person(appearance: "Appearance", request: HttpRequest) -> Node:
    """Somebody as they were on that day; their page only where visitors may see it."""
    speaker, organisation = appearance.public_speaker, appearance.organisation_title
    return node(
        "Person",
        name=appearance.display_name,
        honorificPrefix=shown_title(appearance.honorific),
        jobTitle=appearance.role,
        affiliation=node("Organization", name=organisation) if organisation else None,
        url=addresses.of_page(speaker, request) if speaker else "",
    )
