"""Which episodes: everything that lists them starts here."""

from collections.abc import Iterable
from typing import Any, Self

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Prefetch, Q, Value
from django.utils import timezone
from wagtail.models import Page
from wagtail.query import PageQuerySet

from episodes.filters import Kind
from episodes.terms import Terms
from speakers import languages, pictures
from speakers.models import OrganisationPage, SpeakerPage
from speakers.visibility import visible

from . import fulltext
from .appearance import Appearance, Partnership
from .listed import FacetedEpisode


def people(*frames: str) -> Prefetch:
    """Appearances with their people, as far as visitors may see them.

    A person whose page is a draft or private is not fetched: only the name that the editor
    put into the episode is known then (`Appearance.display_name`).
    """
    speakers = (
        visible(SpeakerPage.objects.all())
        .defer("biography", "other_spellings", "search_description")
        .prefetch_related(pictures.prefetch("portrait", frames or ("face",)))
    )
    named = _named().prefetch_related(Prefetch("speaker", speakers), organisations())
    return Prefetch("appearances", named)


def named_people() -> Prefetch:
    """Appearances with the names of people and organisations, without their pages."""
    return Prefetch("appearances", _named())


def _named() -> Any:
    return Appearance.objects.annotate(
        speaker_title=F("speaker__title"), own_organisation_title=F("organisation__title")
    )


def organisations(lookup: str = "organisation") -> Prefetch:
    """Organisations that visitors may see."""
    return Prefetch(lookup, visible(OrganisationPage.objects.all()).defer("description"))


def partners() -> Prefetch:
    """Partnerships with their organisations and logos, as far as visitors may see them."""
    shown = (
        visible(OrganisationPage.objects.all())
        .defer("description")
        .prefetch_related(pictures.prefetch("logo", ["logo"]))
    )
    return Prefetch(
        "partnerships",
        Partnership.objects.annotate(
            own_organisation_title=F("organisation__title")
        ).prefetch_related(Prefetch("organisation", shown)),
    )


class EpisodeQuerySet(PageQuerySet):
    """Episodes, narrowed and fetched the way that pages need them."""

    def published(self) -> Self:
        """What any visitor may see."""
        return visible(self)

    def one_version_for(self, page: Page) -> Self:
        """Each conversation once: in the page's language, else in the one that there is."""
        if not languages.enabled():
            return self
        twins = visible(Page.objects.filter(translation_key=OuterRef("translation_key"))).exclude(
            pk=OuterRef("pk")
        )
        site_language = Q(locale__language_code=settings.LANGUAGE_CODE)
        return self.filter(
            Q(locale=page.locale_id)
            | ~Exists(twins.filter(Q(locale=page.locale_id)))
            & (site_language | ~Exists(twins.filter(site_language)))
        )

    def newest_first(self) -> Self:
        return self.order_by("-published_on", "-pk")

    def announced(self) -> Self:
        """Those whose premiere is still to come, the next one first."""
        return self.filter(premieres_at__gt=timezone.now()).order_by("premieres_at")

    def aired(self) -> Self:
        """Those that can be watched: none whose premiere is still to come."""
        return self.exclude(premieres_at__gt=timezone.now())

    def carrying(self, kind: Kind, slugs: Iterable[str]) -> Self:
        """Those of them in lists that carry one of these values, as addresses name it."""
        carried = FacetedEpisode.objects.filter(
            facet__kind=kind, facet__slug__in=list(slugs), facet__shown=True
        )
        return self.filter(pk__in=carried.values("listed_id"))

    def matching(self, words: str) -> Self:
        """Those in which all of the words occur, as a subquery; no words leave them as they are.

        Accents and alphabets are folded, quotation marks hold a phrase, the last word may go on.
        Where nothing is found, forms of address are left out and one slip in a word is forgiven.
        `relevance` orders them: title and people (2), topics and organisations (1), the rest (0).
        """
        terms = Terms.parse(words)
        if not terms:
            unfiltered = self if not words.strip() else self.none()
            return unfiltered.annotate(relevance=Value(0))
        terms = fulltext.understood(terms, lambda some: fulltext.matching(self, some).exists())
        return fulltext.matching(self, terms)

    def for_listing(self, *frames: str, with_people: bool = False) -> Self:
        """With all that a row or card shows, in as many queries for one as for a hundred.

        `frames` are those in which the poster is shown, else the card's. Rows say names only;
        `with_people` brings along the people's pages and faces.
        """
        posters = pictures.prefetch("poster", frames or ["card"])
        named = people("face") if with_people else named_people()
        return (
            self.defer("body", "search_description")
            .select_related("locale")
            .prefetch_related(named, posters, "tags", "videos")
        )
