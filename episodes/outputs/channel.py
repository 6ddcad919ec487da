"""A choice of episodes that can be followed, as RSS and as JSON."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, set_response_etag
from django.utils.text import get_text_list
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from episodes.filters import Listing
from speakers import addresses

if TYPE_CHECKING:
    from django.core.paginator import Page as ResultPage

RSS = "application/rss+xml"
JSON = "application/feed+json"


@dataclass(frozen=True)
class Channel:
    """One page of a choice with all that its readers are told; every address is absolute."""

    title: str
    description: str
    language: str
    page_url: str
    feed_url: str
    json_url: str
    previous_url: str
    next_url: str
    episodes: "ResultPage"
    updated_at: Any

    @classmethod
    def of_listing(
        cls, page: Any, title: str, description: str, listing: Listing, request: HttpRequest
    ) -> "Channel":
        """What a listing on this page shows; what is chosen becomes part of the title."""

        def address(number: int | None, document: str) -> str:
            path = listing.address(number, document) if number else ""
            return addresses.absolute(path, request)

        results = listing.page
        return cls(
            title=title_of(title, listing),
            description=description or title,
            language=get_language() or "",
            page_url=address(1, ""),
            feed_url=address(1, "feed/"),
            json_url=address(results.number, "json/"),
            previous_url=address(
                results.previous_page_number() if results.has_previous() else None, "json/"
            ),
            next_url=address(results.next_page_number() if results.has_next() else None, "json/"),
            episodes=results,
            updated_at=page.last_published_at or page.latest_revision_created_at,
        )


def title_of(title: str, listing: Listing) -> str:
    """The title with what is chosen: "Chat: Courts and Georgia"."""
    chosen = [chip.label for chip in listing.chips]
    words = [_("“%(words)s”") % {"words": listing.choice.words}] if listing.choice.words else []
    named = get_text_list([*chosen, *words], _("and"))
    return f"{title}: {named}" if named else title


def conditional(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The response with its ETag; 304 for a reader who has it already.

    The tag is made from what is said, so an edited name or a removed episode changes it. There
    is no Last-Modified: the newest date among the episodes would not tell of either.
    """
    set_response_etag(response)
    return get_conditional_response(request, etag=response["ETag"], response=response) or response


def refusal(problems: list[str]) -> HttpResponse:
    """What couldn't be read in the address, a sentence each.

    A page shows its visitor the nearest choice beside the sentence. Nobody reads a sentence in
    a feed, and a feed of everything isn't what was asked for.
    """
    text = "\n".join(problems)
    return HttpResponse(text, status=404, content_type="text/plain; charset=utf-8")
