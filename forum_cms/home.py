"""What the home page shows, in a fixed number of queries."""

from typing import Any

from django.db.models import Count, Q
from wagtail.models import Page

from episodes.filters import Kind
from episodes.models import EpisodePage, SeriesPage
from speakers import pictures
from speakers.models import OrganisationPage, SpeakerPage
from speakers.visibility import visible

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
    newest = list(aired.newest_first().for_listing("card", "poster", with_people=True)[:NEWEST])
    series_list = list(visible(SeriesPage.objects.child_of(home)).defer("about"))
    # Topics lead into the first series, so they and their counts are those of its episodes.
    main_series = series_list[0] if series_list else None
    featured = newest[0] if newest else None
    return {
        "series_list": series_list,
        "main_series": main_series,
        "featured": featured,
        "featured_series": _series_of(featured, series_list) if featured else None,
        "featured_quote": _quote_of(featured) if featured else None,
        "people_by_id": _people_of(featured) if featured else {},
        "newest": newest[1:],
        "announced": announced,
        "topics": main_series.shelf.most(Kind.TAG, TOPICS) if main_series else [],
        "people": _people(home),
        "partners": _partners(home),
    }


def _series_of(episode: EpisodePage, series_list: list[SeriesPage]) -> SeriesPage | None:
    return next((series for series in series_list if episode.is_child_of(series)), None)


def _quote_of(episode: EpisodePage) -> Any:
    """The episode's first quote, a large one before the others; nothing where nobody is quoted."""
    quotes = [block.value for block in episode.body if block.block_type == "quote"]
    return next((quote for quote in quotes if quote["pulled"]), quotes[0] if quotes else None)


def _people_of(episode: EpisodePage) -> dict[int, SpeakerPage]:
    return {one.speaker_id: one.speaker for one in episode.appearances.all() if one.speaker}


def _people(home: Page) -> list[SpeakerPage]:
    """Those who spoke here most lately, faces first."""
    return list(
        visible(SpeakerPage.objects.descendant_of(home))
        .filter(portrait__isnull=False)
        .defer("biography")
        .prefetch_related(pictures.prefetch("portrait", ["face", "portrait"]))
        .order_by("-latest_revision_created_at")[:FACES]
    )


def _partners(home: Page) -> list[OrganisationPage]:
    """Organisations that helped with most episodes."""
    return list(
        visible(OrganisationPage.objects.descendant_of(home))
        .annotate(episode_count=Count("partnerships", filter=Q(partnerships__episode__live=True)))
        .filter(episode_count__gt=0)
        .defer("description")
        .prefetch_related(pictures.prefetch("logo", ["logo"]))
        .order_by("-episode_count", "title")[:PARTNERS]
    )
