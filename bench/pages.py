"""One address of each kind of page, of the bench series of this database."""

from typing import Any

from django.db.models import Count
from django.urls import NoReverseMatch, reverse

from episodes.models import EpisodePage, EpisodeTag, SeriesPage
from speakers.models import OrganisationPage, SpeakerPage

from .data import SLUG


def addresses() -> dict[str, str]:
    """By name; the busiest tag, person and organisation, because they are the dearest."""
    series = SeriesPage.objects.get(slug=SLUG)
    listing = series.get_url()
    episode = EpisodePage.objects.child_of(series).live().order_by("-published_on", "-pk").first()
    tag, other = _busiest(EpisodeTag.objects.all(), "tagged_episodes")[:2]
    speaker = _busiest(SpeakerPage.objects.live(), "appearances")[0]
    organisation = _busiest(OrganisationPage.objects.live(), "partnerships")[0]
    found = {
        "home": series.get_parent().get_url(),
        "series": listing,
        "series, last page": f"{listing}?page=99999",
        "series, year": f"{listing}?year={episode.published_on.year}",
        "series, two tags": f"{listing}?tag={tag.slug}&tag={other.slug}",
        "tag": f"{listing}tag/{tag.slug}/",
        "feed": f"{listing}feed/",
        "episode": episode.get_url(),
        "speaker": speaker.get_url(),
        "organisation": organisation.get_url(),
    }
    try:
        found["search"] = f"{reverse('site_search')}?q={speaker.title.split()[-1].lower()}"
        found["search, two words"] = f"{reverse('site_search')}?q=python+data"
    except NoReverseMatch:
        pass
    return found


def _busiest(rows: Any, relation: str) -> list[Any]:
    return list(rows.annotate(busy=Count(relation)).order_by("-busy", "pk")[:2])
