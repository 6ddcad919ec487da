"""A channel as JSON Feed 1.1 (jsonfeed.org), so that feed readers and programs can read it.

What the format has no word for stands under `_episodes` and `_episode`, as it prescribes.
"""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponse
from django.utils import timezone

from episodes.outputs import instants
from episodes.outputs.channel import JSON, Channel, conditional
from speakers import addresses

if TYPE_CHECKING:
    from episodes.models import Appearance, EpisodePage

VERSION = "https://jsonfeed.org/version/1.1"


def answer(channel: Channel, request: HttpRequest) -> HttpResponse:
    """One page of a channel's episodes, with the addresses of the pages beside it."""
    document = {
        "version": VERSION,
        "title": channel.title,
        "description": channel.description,
        "language": channel.language,
        "home_page_url": channel.page_url,
        "feed_url": channel.json_url,
        "_episodes": {
            "total": channel.episodes.paginator.count,
            "page": channel.episodes.number,
            "pages": channel.episodes.paginator.num_pages,
            "previous_url": channel.previous_url or None,
        },
        "items": [_item(page, request) for page in channel.episodes],
    }
    if channel.next_url:
        document["next_url"] = channel.next_url
    response = JsonResponse(document, content_type=JSON, json_dumps_params={"indent": 1})
    response["Access-Control-Allow-Origin"] = "*"  # public, and without cookies
    return conditional(request, response)


def _item(page: "EpisodePage", request: HttpRequest) -> dict[str, Any]:
    published_at = instants.published_at(page)
    item = {
        "id": f"urn:uuid:{page.uid}",
        "url": addresses.of_page(page, request),
        "title": page.title,
        "content_text": page.lead,
        "image": addresses.of_picture(page.poster, "card", request) or None,
        "date_published": published_at.isoformat() if published_at else None,
        "date_modified": page.last_published_at.isoformat() if page.last_published_at else None,
        "authors": [{"name": one.display_name} for one in page.guests],
        "tags": sorted(tag.label for tag in page.tags.all()),
        "_episode": {
            "published_on": page.published_on,
            "recorded_on": page.recorded_on,
            "premieres_at": timezone.localtime(page.premieres_at).isoformat()
            if page.premieres_at
            else None,
            "duration_s": page.duration_s,
            "people": [_person(one, request) for one in page.appearances.all()],
        },
    }
    return {name: value for name, value in item.items() if value is not None}


def _person(appearance: "Appearance", request: HttpRequest) -> dict[str, Any]:
    """Somebody as they were on that day."""
    speaker = appearance.public_speaker
    return {
        "name": appearance.display_name,
        "honorific": appearance.honorific,
        "capacity": appearance.capacity,
        "role": appearance.role,
        "organisation": appearance.organisation_title,
        "country": str(appearance.country),
        "url": addresses.of_page(speaker, request) if speaker else None,
    }
