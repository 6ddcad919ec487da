"""What episodes have to say on the pages of people and organisations."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from episodes import quotes
from episodes.models import EpisodePage
from speakers import said
from speakers.models import OrganisationPage, SpeakerPage


def appearances_of_speaker(page: Page, request: HttpRequest) -> dict[str, Any] | None:
    """The person's episodes, newest first, each with the role they had then."""
    if not isinstance(page, SpeakerPage):
        return None
    episodes = (
        EpisodePage.objects.filter(appearances__speaker=page)
        .published()
        .newest_first()
        .distinct()
        .for_listing()
    )
    rows = [
        {
            "episode": episode,
            "appearance": next(
                one for one in episode.appearances.all() if one.speaker_id == page.pk
            ),
        }
        for episode in episodes
    ]
    return {"rows": rows} if rows else None


def quotes_of_speaker(page: Page, request: HttpRequest) -> dict[str, Any] | None:
    """What the person said, with the episode where they said it."""
    if not isinstance(page, SpeakerPage):
        return None
    episodes = (
        EpisodePage.objects.filter(appearances__speaker=page)
        .published()
        .newest_first()
        .distinct()
        .prefetch_related("videos")
    )
    rows = [
        {"episode": episode, "quote": quote}
        for episode in episodes
        for quote in quotes.quotes(episode.body)
        if quote.speaker_id == page.pk
    ]
    return {"rows": rows} if rows else None


def episodes_with_organisation(page: Page, request: HttpRequest) -> dict[str, Any] | None:
    """Episodes made with this organisation, or with somebody who spoke for it then."""
    if not isinstance(page, OrganisationPage):
        return None
    published = EpisodePage.objects.published().newest_first().distinct()
    made_with = list(published.filter(partnerships__organisation=page).for_listing())
    spoke_for = list(
        published.filter(appearances__organisation=page)
        .exclude(pk__in=[episode.pk for episode in made_with])
        .for_listing()
    )
    if not made_with and not spoke_for:
        return None
    return {"made_with": made_with, "spoke_for": spoke_for}


def register() -> None:
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
