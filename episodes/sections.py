"""What episodes have to say on the pages of people and organisations."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from episodes import quotes
from episodes.filters import EpisodeFilter, Listing
from episodes.models import Appearance, EpisodePage, Partnership
from episodes.outputs import channel, json_feed, rss
from speakers import languages, offers, said
from speakers.models import OrganisationPage, SpeakerPage


def versions_of(page: Page) -> list[int]:
    """The keys of a person's or organisation's page in all languages."""
    if not languages.enabled():
        return [page.pk]
    versions = Page.objects.filter(translation_key=page.translation_key)
    return list(versions.values_list("pk", flat=True))


def appearances_of_speaker(page: Page, request: HttpRequest) -> dict[str, Any] | None:
    """The person's episodes, newest first, each with the role they had then."""
    if not isinstance(page, SpeakerPage):
        return None
    versions = versions_of(page)
    episodes = (
        EpisodePage.objects.filter(appearances__speaker__in=versions)
        .published()
        .one_version_for(page)
        .newest_first()
        .distinct()
        .for_listing()
    )
    rows = [
        {
            "episode": episode,
            "appearance": next(
                one for one in episode.appearances.all() if one.speaker_id in versions
            ),
        }
        for episode in episodes
    ]
    return {"rows": rows} if rows else None


def quotes_of_speaker(page: Page, request: HttpRequest) -> dict[str, Any] | None:
    """What the person said, with the episode where they said it."""
    if not isinstance(page, SpeakerPage):
        return None
    versions = versions_of(page)
    episodes = (
        EpisodePage.objects.filter(appearances__speaker__in=versions)
        .published()
        .one_version_for(page)
        .newest_first()
        .distinct()
        .prefetch_related("videos")
    )
    rows = [
        {"episode": episode, "quote": quote}
        for episode in episodes
        for quote in quotes.quotes(episode.body)
        if quote.speaker_id in versions
    ]
    return {"rows": rows} if rows else None


def episodes_with_organisation(page: Page, request: HttpRequest) -> dict[str, Any] | None:
    """Episodes made with this organisation, or with somebody who spoke for it then."""
    if not isinstance(page, OrganisationPage):
        return None
    published = EpisodePage.objects.published().one_version_for(page).newest_first().distinct()
    versions = versions_of(page)
    made_with = list(published.filter(partnerships__organisation__in=versions).for_listing())
    spoke_for = list(
        published.filter(appearances__organisation__in=versions)
        .exclude(pk__in=[episode.pk for episode in made_with])
        .for_listing()
    )
    if not made_with and not spoke_for:
        return None
    return {"made_with": made_with, "spoke_for": spoke_for}


def episodes_of(page: Page) -> Any:
    """Episodes in which the person took part, or that have to do with the organisation."""
    versions = versions_of(page)
    if isinstance(page, OrganisationPage):
        made_with = Partnership.objects.filter(organisation__in=versions).values("episode")
        spoke_for = Appearance.objects.filter(organisation__in=versions).values("episode")
        found = EpisodePage.objects.filter(Q(pk__in=made_with) | Q(pk__in=spoke_for))
    else:
        took_part = Appearance.objects.filter(speaker__in=versions).values("episode")
        found = EpisodePage.objects.filter(pk__in=took_part)
    return found.published().one_version_for(page).newest_first()


def feed(page: Page, request: HttpRequest) -> HttpResponse:
    """The newest of them as RSS, once they can be watched."""
    listing = EpisodeFilter().listing(episodes_of(page).aired(), base_url=page.get_url(request))
    return rss.answer(_channel(page, listing, request), request)


def as_json(page: Page, request: HttpRequest) -> HttpResponse:
    """A page of them as JSON."""
    asked = EpisodeFilter.from_query(request.GET)
    choice = EpisodeFilter(page=asked.page, problems=asked.problems)
    listing = choice.listing(episodes_of(page), base_url=page.get_url(request))
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
                    "episodes/quotes.css",
                    "episodes/targets.css",
                ),
            )
        )
