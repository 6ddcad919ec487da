"""The video of an episode as search engines want it in a sitemap.

Source: Google's documents on video sitemaps. Picture, title, description and one of the two
places are required; everything else here is optional, and what they no longer read is left out.
"""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from episodes.outputs import instants
from episodes.outputs.rss import xml_text
from episodes.outputs.structured_data import place, thumbnail_address

if TYPE_CHECKING:
    from episodes.models import EpisodePage

MAX_DESCRIPTION_LENGTH = 2048
MAX_DURATION_S = 28_800
MAX_TAGS = 32


def video_entry(page: "EpisodePage", request: HttpRequest) -> dict[str, Any] | None:
    """What the template prints, every text fit for XML; nothing without a video to show."""
    video = page.main_video
    published_at = instants.published_at(page)
    if video is None or published_at is None or page.is_announced:
        return None
    thumbnail, where = thumbnail_address(page, video, request), place(video, request)
    if not thumbnail or not where:
        return None
    duration_s = video.duration_s or 0
    return {
        "thumbnail": thumbnail,
        "title": xml_text(page.title),
        "description": xml_text(page.search_description or page.lead)[:MAX_DESCRIPTION_LENGTH],
        "file": where.get("contentUrl"),
        "player": where.get("embedUrl"),
        "duration_s": str(duration_s) if 1 <= duration_s <= MAX_DURATION_S else "",
        "published_at": published_at.isoformat(),
        "tags": [xml_text(tag.name_in(page.locale.language_code)) for tag in page.tags.all()][
            :MAX_TAGS
        ],
    }
