"""What happens to an episode reaches its rows in lists, in the same transaction."""

from typing import Any

from django.db.migrations import CreateModel
from django.db.models import Model, QuerySet
from django.db.models.signals import (
    post_delete,
    post_migrate,
    post_save,
    pre_delete,
    pre_save,
)
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import post_page_move

from episodes.filters import Kind
from speakers.models import OrganisationPage, SpeakerPage

from . import listing_index, listing_pairs, listing_quotes
from .appearance import Appearance, Partnership
from .episode import EpisodePage
from .listed import Facet, FacetedQuote, FacetPair, ListedEpisode
from .series import SeriesPage
from .tags import EpisodeTag, TaggedEpisode

PAGES: dict[Any, Kind] = {SpeakerPage: Kind.SPEAKER, OrganisationPage: Kind.ORGANISATION}


def list_saved_episode(instance: EpisodePage, raw: bool, **kwargs: Any) -> None:
    if not raw:
        listing_index.mark(instance.pk)


def forget_deleted_episode(instance: EpisodePage, **kwargs: Any) -> None:
    listing_index.forget([instance.pk])


def list_episode_of_saved_row(instance: Any, raw: bool, **kwargs: Any) -> None:
    if not raw:
        listing_index.mark(_episode_id(instance))


def list_episode_of_deleted_row(instance: Any, origin: Any, **kwargs: Any) -> None:
    if isinstance(instance, _origin(origin)):  # else it goes with its episode or with its tag
        listing_index.mark(_episode_id(instance))


def _episode_id(row: Any) -> int:
    return row.content_object_id if isinstance(row, TaggedEpisode) else row.episode_id


def _origin(origin: Any) -> type[Model]:
    """The model whose deletion was asked for."""
    return origin.model if isinstance(origin, QuerySet) else type(origin)


def rename_facets_of_saved_tag(instance: EpisodeTag, created: bool, **kwargs: Any) -> None:
    if not created:
        listing_index.refresh_names(Kind.TAG, [str(instance.pk)])


def forget_deleted_tag(instance: EpisodeTag, **kwargs: Any) -> None:
    Facet.objects.filter(kind=Kind.TAG, value=str(instance.pk)).delete()


def rename_facets_of_saved_page(
    sender: type[Page], instance: Page, created: bool, **kwargs: Any
) -> None:
    if not created:
        listing_index.refresh_names(PAGES[sender], [str(instance.pk)])


def forget_deleted_page(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    Facet.objects.filter(kind=PAGES[sender], value=str(instance.pk)).delete()


def remember_language_of_series(instance: SeriesPage, **kwargs: Any) -> None:
    before = SeriesPage.objects.filter(pk=instance.pk).values_list("spoken_language", flat=True)
    instance._language_before = before.first() if instance.pk else None


def list_episodes_of_series_with_other_language(
    instance: SeriesPage, created: bool, **kwargs: Any
) -> None:
    if not created and instance._language_before != instance.spoken_language:
        _refresh_below(instance)


def refresh_moved_pages(instance: Page, **kwargs: Any) -> None:
    _refresh_below(instance)


def refresh_pages_of_changed_privacy(instance: PageViewRestriction, **kwargs: Any) -> None:
    if not issubclass(_origin(kwargs.get("origin", instance)), Page):
        _refresh_below(instance.page)


def _refresh_below(page: Page) -> None:
    below = {"path__startswith": page.path}
    episodes = EpisodePage.objects.filter(**below).order_by()
    listing_index.mark(*episodes.values_list("pk", flat=True))
    for model, kind in PAGES.items():
        pages = model.objects.filter(**below).order_by().values_list("pk", flat=True)
        listing_index.refresh_names(kind, [str(pk) for pk in pages])


def fill_tables_that_were_just_made(plan: Any = (), **kwargs: Any) -> None:
    """Existing episodes get their rows when the site is migrated to this version."""
    made = {
        operation.name
        for migration, backwards in plan
        if migration.app_label == "episodes" and not backwards
        for operation in migration.operations
        if isinstance(operation, CreateModel)
    }
    if ListedEpisode.__name__ in made and not ListedEpisode.objects.exists():
        listing_index.rebuild()
        return
    if FacetPair.__name__ in made and not FacetPair.objects.exists():
        listing_pairs.fill()
    if FacetedQuote.__name__ in made:
        listing_quotes.refresh(ListedEpisode.objects.values_list("pk", flat=True))


def connect(app_config: Any) -> None:
    """Called once, when all apps are there."""
    post_save.connect(list_saved_episode, sender=EpisodePage)
    pre_delete.connect(forget_deleted_episode, sender=EpisodePage)
    for row in (Appearance, Partnership, TaggedEpisode):
        post_save.connect(list_episode_of_saved_row, sender=row)
        post_delete.connect(list_episode_of_deleted_row, sender=row)
    post_save.connect(rename_facets_of_saved_tag, sender=EpisodeTag)
    pre_delete.connect(forget_deleted_tag, sender=EpisodeTag)
    for page in PAGES:
        post_save.connect(rename_facets_of_saved_page, sender=page)
        pre_delete.connect(forget_deleted_page, sender=page)
    pre_save.connect(remember_language_of_series, sender=SeriesPage)
    post_save.connect(list_episodes_of_series_with_other_language, sender=SeriesPage)
    post_page_move.connect(refresh_moved_pages)
    post_save.connect(refresh_pages_of_changed_privacy, sender=PageViewRestriction)
    post_delete.connect(refresh_pages_of_changed_privacy, sender=PageViewRestriction)
    post_migrate.connect(fill_tables_that_were_just_made, sender=app_config)
