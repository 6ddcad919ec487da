"""Who changes what visitors see: nearly everybody, so the few who don't are named.

A model that nobody has thought of renews the pages once too often, which is slow; the other way
round visitors would read what isn't so any more.
"""

from typing import Any

from django.apps import apps
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import Signal
from django_tasks.backends.immediate import ImmediateBackend
from django_tasks.signals import task_finished
from wagtail.images import get_image_model
from wagtail.models import COMMENTS_RELATION_NAME
from wagtail.signals import page_unpublished, post_page_move

from forum_cms.page_cache.version import renew_on_commit
from speakers.changes import content_changed

#: Apps and models whose rows no public page shows.
QUIET_APPS = {
    "admin", "auth", "axes", "contenttypes", "django_tasks_db", "django_tasks_database",
    "sessions", "wagtailadmin", "wagtailsearch", "wagtailsearchpromotions", "wagtailusers",
}  # fmt: skip
QUIET_MODELS = {
    "episodes.catalogueentry",
    "episodes.draftlink",
    # The index tells of itself; receivers would make each deletion fetch its many rows.
    "episodes.saidpassage",
    "episodes.searchtext",
    "episodes.searchword",
    "forum_cms.contentversion",
    # What is protected, is announced; a record of it is shown to staff alone.
    "speakers.foundpassage",
    "speakers.foundplace",
    "speakers.protection",
    "speakers.sealedchange",
    "speakers.sealedfile",
    "wagtailcore.apitoken",
    "wagtailcore.comment",
    "wagtailcore.commentreply",
    "wagtailcore.groupapprovaltask",
    "wagtailcore.groupcollectionpermission",
    "wagtailcore.grouppagepermission",
    "wagtailcore.groupsitepermission",
    "wagtailcore.modellogentry",
    "wagtailcore.pagelogentry",
    "wagtailcore.pagesubscription",
    "wagtailcore.referenceindex",
    "wagtailcore.revision",
    "wagtailcore.task",
    "wagtailcore.taskstate",
    "wagtailcore.uploadedfile",
    "wagtailcore.workflow",
    "wagtailcore.workflowcontenttype",
    "wagtailcore.workflowpage",
    "wagtailcore.workflowstate",
    "wagtailcore.workflowtask",
}
#: What saving a draft writes into the page that visitors see, and they don't see.
DRAFT_FIELDS = {
    COMMENTS_RELATION_NAME,
    "draft_title",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
    "locked",
    "locked_at",
    "locked_by",
}
#: A page of results changes when the index does, which may be after the page.
INDEXING = "modelsearch.tasks.insert_or_update_object_task"


def is_quiet(model: type[Model]) -> bool:
    """Whether no public page shows anything of this model."""
    # A picture in one more size changes nothing; one that is replaced is saved itself.
    if model is get_image_model().get_rendition_model():
        return True
    return model._meta.app_label in QUIET_APPS or model._meta.label_lower in QUIET_MODELS


def listen() -> None:
    """Renew the pages of visitors after every change of something that they show."""
    for model in apps.get_models(include_auto_created=True):
        # One by one: a receiver of everything would make each deletion fetch its rows first.
        if not is_quiet(model):
            for signal in (post_save, post_delete):
                signal.connect(_changed, sender=model, dispatch_uid="page_cache")
    others: list[Signal] = [m2m_changed, page_unpublished, post_page_move, content_changed]
    for other in others:
        other.connect(_changed, dispatch_uid="page_cache")
    task_finished.connect(_task_finished, dispatch_uid="page_cache")


def _changed(sender: Any, update_fields: Any = None, **more: Any) -> None:
    if "model" in more and is_quiet(more["model"]):
        return  # m2m_changed, of a group's permissions and the like
    if update_fields and DRAFT_FIELDS.issuperset(update_fields):
        return
    renew_on_commit()


def _task_finished(sender: Any, task_result: Any, **more: Any) -> None:
    if task_result.task.module_path != INDEXING:
        return
    app_label, model_name, pk = task_result.args
    changed = apps.get_model(app_label, model_name)._default_manager.filter(pk=pk).first()
    if not getattr(changed, "live", True):
        return
    # At once, the index still tells a draft from what is published; a worker that comes later
    # can't know what else was saved meanwhile.
    at_once = issubclass(sender, ImmediateBackend)
    if not (at_once and getattr(changed, "has_unpublished_changes", False)):
        renew_on_commit()
