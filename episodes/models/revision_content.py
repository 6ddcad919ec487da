"""What a revision says, made fit for the page as it is today.

A revision is a frozen copy: it may name a person whose page was deleted since, and the revision
of a copied page names the captions of the original.
"""

from typing import Any

from django.db.models import PROTECT, ForeignKey, Model
from modelcluster.models import get_all_child_relations

Content = dict[str, Any]


def mended(page: Any, content: Content) -> Content:
    """The content of a revision of this page, without what is gone or belongs to another page.

    The given content stays as it is.
    """
    found = _without_vanished(type(page), content)
    if found.get("videos"):
        own = _own_captions(page)
        found["videos"] = [_with_own_captions(video, own) for video in found["videos"]]
    return found


def _without_vanished(model: type[Model], content: Content) -> Content:
    """References to deleted pages and files are emptied: modelcluster refuses protected ones."""
    found = dict(content)
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        for field in relation.related_model._meta.fields:
            if isinstance(field, ForeignKey) and field.remote_field.on_delete is PROTECT:
                found[name] = _emptied(found.get(name) or [], field)
    return found


def _emptied(rows: list[Content], field: Any) -> list[Content]:
    keys = {row[field.name] for row in rows if row.get(field.name) is not None}
    if not keys:
        return rows
    there = set(field.related_model._base_manager.filter(pk__in=keys).values_list("pk", flat=True))
    gone = keys - there
    return [{**row, field.name: None} if row.get(field.name) in gone else row for row in rows]


def _own_captions(page: Any) -> set[int]:
    videos = type(page)._meta.get_field("videos").related_model
    captions = videos._meta.get_field("captions").related_model
    own = captions._base_manager.filter(video__episode_id=page.pk)
    return set(own.values_list("pk", flat=True))


def _with_own_captions(video: Content, own: set[int]) -> Content:
    """Captions keep their key only where they are this page's; others become new ones.

    Their video is told to them when they are saved. It must not be read from the revision: where
    it was deleted since, modelcluster would drop the captions with it.
    """
    captions = [
        {**row, "pk": row.get("pk") if row.get("pk") in own else None, "video": None}
        for row in video.get("captions") or []
    ]
    return {**video, "captions": captions}
