"""What episodes have to say on the pages of people and organisations."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urljoin

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from episodes.filters import EpisodeFilter, Kind, Listing
from episodes.models import Partnership, quote_index
from episodes.models.shelf import Shelf
from episodes.outputs import channel, json_feed, rss
from speakers import languages, offers, said
from speakers.models import OrganisationPage, SpeakerPage

#: The newest on a person's page; the rest stands in the index.
QUOTES_SHOWN = 12


def versions_of(page: Page) -> list[int]:
    """The keys of a person's or organisation's page in all languages."""
    if not languages.enabled():
        return [page.pk]
    versions = Page.objects.filter(translation_key=page.translation_key)
    return list(versions.values_list("pk", flat=True))


def shelf_of(page: Page, versions: list[int], aired: bool = False) -> Shelf:
    """Episodes in which the person took part, or that have to do with the organisation."""
    kind = Kind.ORGANISATION if isinstance(page, OrganisationPage) else Kind.SPEAKER
    return Shelf(
        carrying=(kind, tuple(map(str, versions))),
        aired=aired,
        reader=page if languages.enabled() else None,
    )


@dataclass(frozen=True)
class Part:
    """A page of the list below a person or organisation, for all sections of one answer."""

    page_id: int
    versions: list[int]
    listing: Listing


def part_of(page: Page, request: HttpRequest) -> Part:
    """The page of the list that the visitor asks for; fetched once, for all sections."""
    kept: Part | None = getattr(request, "_episodes_part", None)
    if kept and kept.page_id == page.pk:
        return kept
    versions = versions_of(page)
    choice = EpisodeFilter(page=EpisodeFilter.from_query(request.GET).page)
    listing = choice.listing(shelf_of(page, versions), base_url=page.get_url(request) or "")
    request._episodes_part = Part(page.pk, versions, listing)  # type: ignore[attr-defined]
    return request._episodes_part  # type: ignore[attr-defined]


def appearances_of_speaker(page: Page, request: HttpRequest) -> dict[str, Any] | None:
    """The person's episodes, newest first, each with the role they had then."""
    if not isinstance(page, SpeakerPage):
        return None
    part = part_of(page, request)
    rows = [
        {
            "episode": episode,
            "appearance": next(
                (one for one in episode.appearances.all() if one.speaker_id in part.versions), None
            ),
        }
        for episode in part.listing.page
    ]
    return {"rows": rows, "listing": part.listing} if rows else None


def quotes_of_speaker(page: Page, request: HttpRequest) -> dict[str, Any] | None:
    """The newest of what the person said, and where all of it stands."""
    if not isinstance(page, SpeakerPage):
        return None
    reader = page if languages.enabled() else None
    versions = part_of(page, request).versions
    rows = quote_index.shown(quote_index.of_person(versions, QUOTES_SHOWN + 1, reader))
    if not rows:
        return None
    # The index stands beside the newest episode; asking for its series would be another query.
    index = urljoin(rows[0].episode.get_url(request) or "", "../quotes/")
    return {
        "rows": rows[:QUOTES_SHOWN],
        "has_more": len(rows) > QUOTES_SHOWN,
        "url": f"{index}?{urlencode({'person': page.slug})}",
    }


def episodes_with_organisation(page: Page, request: HttpRequest) -> dict[str, Any] | None:
    """Episodes made with this organisation, or with somebody who spoke for it then."""
    if not isinstance(page, OrganisationPage):
        return None
    part = part_of(page, request)
    # By episode alone: a database led to the organisation would read all that it ever did.
    partners = Partnership.objects.filter(episode__in=[episode.pk for episode in part.listing.page])
    made_together = {
        episode
        for episode, organisation in partners.values_list("episode_id", "organisation_id")
        if organisation in part.versions
    }
    rows = [
        {
            "episode": episode,
            "made_together": episode.pk in made_together,
            "people": [
                one for one in episode.appearances.all() if one.organisation_id in part.versions
            ],
        }
        for episode in part.listing.page
    ]
    return {"rows": rows, "listing": part.listing} if rows else None


def feed(page: Page, request: HttpRequest) -> HttpResponse:
    """The newest of them as RSS, once they can be watched."""
    shelf = shelf_of(page, versions_of(page), aired=True)
    listing = EpisodeFilter().listing(shelf, base_url=page.get_url(request))
    return rss.answer(_channel(page, listing, request), request)


def as_json(page: Page, request: HttpRequest) -> HttpResponse:
    """A page of them as JSON."""
    asked = EpisodeFilter.from_query(request.GET)
    choice = EpisodeFilter(page=asked.page, problems=asked.problems)
    shelf = shelf_of(page, versions_of(page))
    listing = choice.listing(shelf, base_url=page.get_url(request), with_people=True)
    if listing.problems:
        return channel.refusal(listing.problems)
    return json_feed.answer(_channel(page, listing, request), request)


def _channel(page: Page, listing: Listing, request: HttpRequest) -> channel.Channel:
    title = _("Conversations with %(name)s") % {"name": page.title}
    return channel.Channel.of_listing(page, title, getattr(page, "summary", ""), listing, request)


def register() -> None:
    offers.register(offers.Offer("feed", gettext_lazy("RSS feed"), channel.RSS, feed))
    offers.register(offers.Offer("json", gettext_lazy("JSON"), channel.JSON, as_json))
    sections = [
        ("appearances", appearances_of_speaker, 10),
        ("quotes", quotes_of_speaker, 20),
        ("organisation", episodes_with_organisation, 10),
    ]
    for name, collect, order in sections:
        said.register(
            said.Section(
                name,
                f"episodes/sections/{name}.html",
                collect,
                order,
                stylesheets=(
                    "episodes/episodes.css",
                    "episodes/paging.css",
                    "episodes/quotes.css",
                    "episodes/targets.css",
                ),
            )
        )
