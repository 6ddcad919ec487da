"""A channel as RSS 2.0, with pictures as Media RSS knows them."""

import datetime
import re
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.html import linebreaks
from django.utils.xmlutils import SimplerXMLGenerator

from episodes.outputs import instants
from episodes.outputs.channel import RSS, Channel, conditional
from speakers import addresses, pictures

if TYPE_CHECKING:
    from episodes.models import EpisodePage

MEDIA_RSS = "http://search.yahoo.com/mrss/"
LONG_AGO = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
#: What XML 1.0 can't carry, however it is escaped.
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class EpisodeFeed(Rss201rev2Feed):
    """RSS whose items have a `thumbnail` (a rendition with its absolute address)."""

    content_type = f"{RSS}; charset=utf-8"

    def root_attributes(self) -> dict[str, str]:
        return {**super().root_attributes(), "xmlns:media": MEDIA_RSS}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        if item["thumbnail"]:
            handler.addQuickElement("media:thumbnail", None, item["thumbnail"])

    def latest_post_date(self) -> datetime.datetime:
        # Django says "now" for a feed without items, which would make each answer a new one.
        return super().latest_post_date() if self.items else self.feed["updated_at"] or LONG_AGO


def answer(channel: Channel, request: HttpRequest) -> HttpResponse:
    """The feed of a channel's episodes."""
    feed = EpisodeFeed(
        title=xml_text(channel.title),
        link=channel.page_url,
        description=xml_text(channel.description),
        language=channel.language,
        feed_url=channel.feed_url,
        updated_at=channel.updated_at,
    )
    for page in channel.episodes:
        _add(feed, page, request)
    response = HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)
    return conditional(request, response)


def _add(feed: EpisodeFeed, page: "EpisodePage", request: HttpRequest) -> None:
    feed.add_item(
        title=xml_text(page.title),
        link=addresses.of_page(page, request),
        # Readers show descriptions as HTML.
        description=linebreaks(xml_text(page.lead), autoescape=True),
        unique_id=f"urn:uuid:{page.uid}",
        unique_id_is_permalink=False,
        pubdate=instants.published_at(page),
        updateddate=page.last_published_at,
        categories=[xml_text(tag.label) for tag in page.tags.all()],
        thumbnail=_thumbnail(page, request),
    )


def _thumbnail(page: "EpisodePage", request: HttpRequest) -> dict[str, str]:
    rendition = pictures.largest(page.poster, "card")
    if rendition is None:
        return {}
    return {
        "url": addresses.absolute(rendition.url, request),
        "width": str(rendition.width),
        "height": str(rendition.height),
    }


def xml_text(text: str) -> str:
    """The text without the characters that no XML can carry."""
    return NOT_XML.sub("", text)
