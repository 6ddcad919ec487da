"""What the home page shows, in a fixed number of queries."""

from typing import Any

from django.db.models import Count
from wagtail.models import Page

from episodes.models import EpisodePage, SeriesPage
from speakers import pictures
from speakers.models import OrganisationPage, SpeakerPage

NEWEST = 7
ANNOUNCED = 3
TOPICS = 18
FACES = 16
PARTNERS = 12


def context(home: Page) -> dict[str, Any]:
    """The template's variables, besides `page` itself."""
    episodes = EpisodePage.objects.descendant_of(home).published()
    announced = list(episodes.announced().for_listing()[:ANNOUNCED])
    aired = episodes.exclude(pk__in=[page.pk for page in announced])
    newest = list(aired.newest_first().for_listing()[:NEWEST])
    return {
        "series_list": list(SeriesPage.objects.child_of(home).live().public().defer("about")),
        "featured": newest[0] if newest else None,
        "newest": newest[1:],
        "announced": announced,
        "topics": episodes.tag_counts()[:TOPICS],
        "people": _people(home),
        "partners": _partners(home),
    }


def _people(home: Page) -> list[SpeakerPage]:
    """Those who spoke here most lately, faces first."""
    return list(
        SpeakerPage.objects.descendant_of(home)
        .live()
        .public()
        .filter(portrait__isnull=False)
        .defer("biography")
        .prefetch_related(pictures.prefetch("portrait", ["face", "portrait"]))
        .order_by("-latest_revision_created_at")[:FACES]
    )


def _partners(home: Page) -> list[OrganisationPage]:
    """Organisations that helped with most episodes."""
    return list(
        OrganisationPage.objects.descendant_of(home)
        .live()
        .public()
        .annotate(episode_count=Count("partnerships"))
        .filter(episode_count__gt=0)
        .defer("description")
        .prefetch_related(pictures.prefetch("logo", ["logo"]))
        .order_by("-episode_count", "title")[:PARTNERS]
    )


