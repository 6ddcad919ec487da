"""What the home page shows, in a fixed number of queries."""

from typing import Any

from django.db.models import prefetch_related_objects
from wagtail.models import Page

from episodes.blocks import people_known
from episodes.filters import Kind
from episodes.models import EpisodePage, SeriesPage, episode_people, front
from speakers import gallery
from speakers.models import OrganisationPage, SpeakerPage
from speakers.visibility import visible

NEWEST = 7
ANNOUNCED = 3
TOPICS = 18
FACES = 16
PARTNERS = 12


def context(home: Page) -> dict[str, Any]:
    """The template's variables, besides `page` itself."""
    series_list = list(_shown(SeriesPage, home).child_of(home).defer("about"))
    series = [one.pk for one in series_list]
    announced, newest = _episodes(series)
    people, partners = _people(home), _partners(home, series)
    # Topics lead into the first series, so they and their counts are those of its episodes.
    main_series = series_list[0] if series_list else None
    featured = newest[0] if newest else None
    featured_quote = _fetch_rows([*announced, *newest], featured)
    _hang_pictures(newest, people, partners)
    return {
        "series_list": series_list,
        "main_series": main_series,
        "featured": featured,
        "featured_series": _series_of(featured, series_list) if featured else None,
        "featured_quote": featured_quote,
        "people_by_id": _people_of(featured) if featured else {},
        "newest": newest[1:],
        "announced": announced,
        "topics": main_series.shelf.most(Kind.TAG, TOPICS) if main_series else [],
        "people": people,
        "partners": partners,
    }


def _episodes(series: list[int]) -> tuple[list[EpisodePage], list[EpisodePage]]:
    """Those announced, the next one first, and the newest besides them."""
    announced = list(front.announced(series, ANNOUNCED))
    newest = front.newest(series, NEWEST + ANNOUNCED)
    return announced, [one for one in newest if one not in announced][:NEWEST]


def _fetch_rows(episodes: list[EpisodePage], featured: EpisodePage | None) -> Any:
    """Brings along people and videos of all, and gives the quote of the featured one."""
    prefetch_related_objects(episodes, episode_people.appearances(), "videos")
    quote = None
    if featured:
        # The body names the same people: read it while they are at hand.
        with people_known(one.speaker for one in featured.appearances.all() if one.speaker):
            quote = _quote_of(featured)
    for episode in episodes:
        for row in episode.appearances.all():
            episode_people.hide(row)
    return quote


def _hang_pictures(
    newest: list[EpisodePage], people: list[SpeakerPage], partners: list[OrganisationPage]
) -> None:
    quoted = _people_of(newest[0]).values() if newest else []
    gallery.hang(
        [
            *((episode, "poster", ("card", "poster")) for episode in newest),
            *((person, "portrait", ("face", "portrait")) for person in [*people, *quoted]),
            *((organisation, "logo", ("logo",)) for organisation in partners),
        ]
    )


def _shown(model: Any, home: Page, **narrowed: Any) -> Any:
    """Pages of a kind below the home page that visitors may see."""
    # Named by the table of the kind: SQLite would walk over all pages of the site.
    keys = model.objects.filter(**narrowed).order_by().values("pk")
    return visible(model.objects.descendant_of(home).filter(pk__in=keys))


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
        _shown(SpeakerPage, home, portrait__isnull=False)
        .defer("biography", "other_spellings", "search_description")
        .order_by("-latest_revision_created_at")[:FACES]
    )


def _partners(home: Page, series: list[int]) -> list[OrganisationPage]:
    """Organisations that helped, busiest first."""
    organisations = _shown(OrganisationPage, home).defer("description")
    return list(front.helpers(organisations, series)[:PARTNERS])
