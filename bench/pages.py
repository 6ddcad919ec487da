"""One address of each kind of page, of the bench series of this database."""

from typing import Any

from django.db.models import Count
from django.urls import NoReverseMatch, reverse

from episodes.filters.kinds import CHOOSABLE
from episodes.models import EpisodePage, EpisodeTag, Facet, FacetedEpisode, SeriesPage
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
        "series, by title": f"{listing}?sort=title",
        **_choices(series, listing),
        "series, two tags": f"{listing}?tag={tag.slug}&tag={other.slug}",
        "series, words": f"{listing}?q=python",
        "tag": f"{listing}tag/{tag.slug}/",
        "tag, last page": f"{listing}tag/{tag.slug}/?page=99999",
        "feed": f"{listing}feed/",
        "calendar": f"{listing}calendar/",
        "quotes": f"{listing}quotes/",
        "episode": episode.get_url(),
        "people": speaker.get_parent().get_url(),
        "speaker": speaker.get_url(),
        "organisation": organisation.get_url(),
    }
    try:
        found["search"] = f"{reverse('site_search')}?q={speaker.title.split()[-1].lower()}"
        found["search, two words"] = f"{reverse('site_search')}?q=python+data"
    except NoReverseMatch:
        pass
    return found


def _choices(series: SeriesPage, listing: str) -> dict[str, str]:
    """The busiest value of each kind, and one of every kind that an episode carries together."""
    found, together = {}, []
    for kind in CHOOSABLE:
        facets = Facet.objects.filter(series=series, kind=kind, shown=True, count__gt=0)
        busiest = facets.order_by("-count", "label").first()
        if busiest:
            found[f"series, {kind}"] = f"{listing}?{kind}={busiest.slug}"
    fullest = FacetedEpisode.objects.filter(facet__series=series).values("listed")
    carried = fullest.annotate(kinds=Count("facet__kind", distinct=True)).order_by(
        "-kinds", "listed"
    )
    for kind in CHOOSABLE:
        facets = Facet.objects.filter(kind=kind, shown=True)
        own = facets.filter(
            pk__in=FacetedEpisode.objects.filter(listed=carried[0]["listed"]).values("facet")
        ).order_by("-count")
        together += [f"{kind}={facet.slug}" for facet in own[:1]]
    return {**found, "series, every kind": f"{listing}?{'&'.join(together)}"}


def _busiest(rows: Any, relation: str) -> list[Any]:
    return list(rows.annotate(busy=Count(relation)).order_by("-busy", "pk")[:2])
