"""Episodes and all that they name, fetched at once."""

from collections.abc import Iterable

from django.conf import settings
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, Revision

from episodes.models import EpisodePage, SeriesPage
from speakers.models import SpeakerPage

from . import checks
from .facts import Content, Known, Person, Picture, people_of, pictures_of
from .lines import Readiness


def of_episode(page: EpisodePage) -> Readiness:
    """Of a page as it is in memory, saved or not."""
    content = page.serializable_data()
    return checks.run(content, _known([content]))


def of_episodes(pages: Iterable[EpisodePage]) -> dict[int, Readiness]:
    """Of their newest revisions, by the page's key; five queries for any number."""
    pages = list(pages)
    revisions = Revision.objects.in_bulk([page.latest_revision_id for page in pages])
    contents = {
        page.pk: revisions[page.latest_revision_id].content
        if page.latest_revision_id in revisions
        else page.serializable_data()
        for page in pages
    }
    known = _known(contents.values())
    return {key: checks.run(content, known) for key, content in contents.items()}


def _known(contents: Iterable[Content]) -> Known:
    contents = list(contents)
    people = _people({key for content in contents for key in people_of(content)})
    portraits = {person.portrait for person in people.values() if person.portrait}
    shown = {key for content in contents for key in pictures_of(content)}
    trees = _trees()
    return Known(
        people=people,
        pictures=_pictures(portraits | shown),
        languages=dict(SeriesPage.objects.values_list("path", "spoken_language")),
        translations=_translations(contents) if trees else {},
        trees=trees,
    )


def _people(keys: set[int]) -> dict[int, Person]:
    rows = SpeakerPage.objects.filter(pk__in=keys).values_list(
        "pk", "title", "biography", "portrait"
    )
    return {pk: Person(pk, name, bool(words), portrait) for pk, name, words, portrait in rows}


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


def _trees() -> dict[int, str]:
    """Languages of the page trees; nothing where there is only one."""
    if not getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        return {}
    trees = dict(Locale.objects.values_list("pk", "language_code"))
    return trees if len(trees) > 1 else {}


def _translations(contents: list[Content]) -> dict[str, set[str]]:
    keys = {content["translation_key"] for content in contents}
    found: dict[str, set[str]] = {}
    rows = Page.objects.filter(translation_key__in=keys, alias_of=None).values_list(
        "translation_key", "locale__language_code"
    )
    for key, code in rows:
        found.setdefault(str(key), set()).add(code)
    return found
