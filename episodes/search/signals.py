"""When the index is brought up to date: with whatever changes what visitors may find."""

from typing import Any

from django.apps import AppConfig
from django.core.exceptions import FieldDoesNotExist
from django.db.models.signals import post_delete, post_migrate, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import post_page_move

from episodes.models import (
    Captions,
    EpisodePage,
    EpisodeTag,
    SaidPassage,
    SearchEntry,
    TaggedEpisode,
)
from episodes.models.search import episode_saved
from speakers.models import OrganisationPage, SpeakerPage

from . import index

#: Migrations after which the passages are read again: they say more since.
READ_AGAIN = ("episodes", "0010_said_by")
#: A draft is saved with none of these; what it says is nobody's business yet.
SHOWN = {"live", "title", "lead", "body", "published_on", "locale"}


@receiver(episode_saved)
def episode_changed(pk: int, update_fields: Any = None, **kwargs: Any) -> None:
    if update_fields is None or SHOWN & set(update_fields):
        index.update_episodes([pk])


@receiver(post_delete, sender=EpisodePage)
def episode_gone(**kwargs: Any) -> None:
    """The database forgot the episode itself; the last one of a topic takes the topic along."""
    index.forget_empty_topics()


@receiver(post_save, sender=SpeakerPage)
@receiver(post_save, sender=OrganisationPage)
def person_or_organisation_changed(
    sender: Any, instance: Page, update_fields: Any = None, raw: bool = False, **kwargs: Any
) -> None:
    if raw or (update_fields is not None and not {"live", "title"} & set(update_fields)):
        return
    update = index.update_speakers if sender is SpeakerPage else index.update_organisations
    update([instance.pk])


@receiver(post_save, sender=EpisodeTag)
def tag_changed(instance: EpisodeTag, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if not created and not raw:
        index.update_tag(instance.pk)


@receiver(pre_delete, sender=EpisodeTag)
def tag_goes(instance: EpisodeTag, **kwargs: Any) -> None:
    """Afterwards nobody knows any more who carried it."""
    carriers = TaggedEpisode.objects.filter(tag=instance)
    instance.carriers = list(carriers.values_list("content_object_id", flat=True))


@receiver(post_delete, sender=EpisodeTag)
def tag_gone(instance: Any, **kwargs: Any) -> None:
    index.update_episodes(instance.carriers)


@receiver(post_page_move)
def page_moved(instance: Page, **kwargs: Any) -> None:
    index.update_below(instance)


@receiver(post_save, sender=PageViewRestriction)
@receiver(post_delete, sender=PageViewRestriction)
def privacy_changed(instance: PageViewRestriction, **kwargs: Any) -> None:
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is not None:
        index.update_below(page)


@receiver(post_migrate)
def first_index(sender: AppConfig, apps: Any, plan: Any = (), **kwargs: Any) -> None:
    """A site that had episodes before it had an index gets one with the migration.

    `plan` are the migrations that were applied just now, each with whether it was taken back.
    """
    if sender.name != "episodes":
        return
    try:
        apps.get_model("episodes", "SaidPassage")._meta.get_field("said_by")
    except (LookupError, FieldDoesNotExist):  # migrated back to a time before it
        return
    is_behind = EpisodePage.objects.exists() and not SearchEntry.objects.exists()
    says_more = any(
        not is_back and (one.app_label, one.name) == READ_AGAIN for one, is_back in plan
    )
    lacks_passages = Captions.objects.exists() and not SaidPassage.objects.exists()
    if is_behind or lacks_passages or (says_more and SearchEntry.objects.exists()):
        for _done in index.rebuild():
            pass
