"""Episodes and all that they name, fetched at once."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.conf import settings
from django.db.models import Q
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, Revision

from episodes.models import EpisodePage, SeriesPage
from speakers.models import OrganisationPage, SpeakerPage
from speakers.names import spellings

from . import checks, remarks
from .facts import Content, Known, Person, Picture, people_of, pictures_of, quoted_in
from .lines import Readiness


def of_episode(page: EpisodePage) -> Readiness:
    """Of a page as it is in memory, saved or not."""
    return _read({page.pk: page.serializable_data()})[page.pk]


def of_episodes(pages: Iterable[EpisodePage]) -> dict[int, Readiness]:
    """Of their newest revisions, by the page's key; a handful of queries for any number."""
    pages = list(pages)
    revisions = Revision.objects.in_bulk([page.latest_revision_id for page in pages])
    contents = {
        page.pk: revisions[page.latest_revision_id].content
        if page.latest_revision_id in revisions
        else page.serializable_data()
        for page in pages
    }
    return _read(contents)


def _read(contents: dict[Any, Content]) -> dict[Any, Readiness]:
    known = _known(contents.values())
    found = {key: remarks.findings(content, known) for key, content in contents.items()}
    namesakes = _namesakes({word for some in found.values() for word in remarks.suspects(some)})
    return {
        key: checks.run(content, known, remarks.of(found[key], namesakes))
        for key, content in contents.items()
    }


def _known(contents: Iterable[Content]) -> Known:
    contents = list(contents)
    named = {key for content in contents for key in people_of(content)}
    people = _people(named | {key for content in contents for key in quoted_in(content)})
    portraits = {person.portrait for person in people.values() if person.portrait}
    shown = {key for content in contents for key in pictures_of(content)}
    locales = dict(Locale.objects.values_list("pk", "language_code"))
    # Languages of the page trees: nothing is translated where there is only one.
    several = getattr(settings, "WAGTAIL_I18N_ENABLED", False) and len(locales) > 1
    trees = locales if several else {}
    return Known(
        people=people,
        pictures=_pictures(portraits | shown),
        languages=dict(SeriesPage.objects.values_list("path", "spoken_language")),
        translations=_translations(contents) if trees else {},
        trees=trees,
        locales=locales,
    )


def _people(keys: set[int]) -> dict[int, Person]:
    rows = SpeakerPage.objects.filter(pk__in=keys).values_list(
        "pk", "title", "biography", "portrait", "other_spellings"
    )
    return {
        pk: Person(pk, name, bool(words), portrait, (name, *spellings(others)))
        for pk, name, words, portrait, others in rows
    }


def _namesakes(words: set[str]) -> frozenset[str]:
    """Those of the words that are part of a name somewhere else on the site."""
    if not words:
        return frozenset()
    holding = reduce(or_, (Q(title__contains=word) for word in words))
    names = [
        *SpeakerPage.objects.filter(holding).values_list("title", flat=True),
        *OrganisationPage.objects.filter(holding).values_list("title", flat=True),
    ]
    there = {part.strip(".,()“”") for name in names for part in name.replace("-", " ").split()}
    return frozenset(words & there)


def _pictures(keys: set[int]) -> dict[int, Picture]:
    model = get_image_model()
    # The host's own image model may know no credit; then nobody can be asked for one.
    knows_credit = any(field.name == "credit" for field in model._meta.get_fields())
    return {
        image.pk: Picture(
            image.title, bool(image.description), not knows_credit or bool(image.credit)
        )
        for image in model._default_manager.filter(pk__in=keys)
    }


def _translations(contents: list[Content]) -> dict[str, set[str]]:
    keys = {content["translation_key"] for content in contents}
    found: dict[str, set[str]] = {}
    rows = Page.objects.filter(translation_key__in=keys, alias_of=None).values_list(
        "translation_key", "locale__language_code"
    )
    for key, code in rows:
        found.setdefault(str(key), set()).add(code)
    return found
