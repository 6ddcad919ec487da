"""Several tags become one; nothing that carried one of them loses it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from wagtail.log_actions import log
from wagtail.models import Revision

from episodes.models import EpisodePage, EpisodeTag, TaggedEpisode, listing_index
from episodes.models.former_tags import FormerTagAddress, remember

#: Drafts are read in portions: each holds a whole article.
PORTION = 200


@dataclass(frozen=True)
class Preview:
    """What a merge would change."""

    kept: EpisodeTag
    gone: list[EpisodeTag]
    #: Episodes that carry one of those that go.
    episodes: int
    #: Of these, how many carry the one that stays already.
    already: int


def preview(kept: EpisodeTag, gone: Iterable[EpisodeTag]) -> Preview:
    gone = [tag for tag in gone if tag.pk != kept.pk]
    carrying = TaggedEpisode.objects.filter(tag__in=gone).values("content_object").distinct()
    already = carrying.filter(content_object__tagged_items__tag=kept)
    return Preview(kept, gone, carrying.count(), already.count())


@transaction.atomic
def merge(kept: EpisodeTag, gone: Iterable[EpisodeTag], user: Any = None) -> int:
    """Gives what carried one of `gone` the tag that stays; gives the number of episodes.

    Drafts that are not published yet follow. The names of those that go become other names of
    the one that stays, and their addresses lead to it.
    """
    gone = [tag for tag in gone if tag.pk != kept.pk]
    keys = [tag.pk for tag in gone]
    carrying = set(
        TaggedEpisode.objects.filter(tag__in=keys).values_list("content_object", flat=True)
    )
    there = set(
        TaggedEpisode.objects.filter(tag=kept, content_object__in=carrying).values_list(
            "content_object", flat=True
        )
    )
    with listing_index.collecting():
        listing_index.mark(*carrying)
        TaggedEpisode.objects.filter(tag__in=keys).delete()
        TaggedEpisode.objects.bulk_create(
            TaggedEpisode(tag=kept, content_object_id=key) for key in sorted(carrying - there)
        )
    _follow_in_drafts(kept.pk, set(keys))
    _keep_names(kept, gone)
    for tag in gone:
        FormerTagAddress.objects.filter(tag=tag).update(tag=kept)
        slug, name = tag.slug, tag.name
        tag.delete()
        remember(slug, kept)
        log(instance=kept, action="episodes.merge_tag", user=user, data={"name": name})
    return len(carrying)


def _keep_names(kept: EpisodeTag, gone: list[EpisodeTag]) -> None:
    names = [*kept.other_names.splitlines(), *(name for tag in gone for name in tag.names)]
    own = {name.casefold() for name in (kept.name, "")}
    kept.other_names = "\n".join(
        dict.fromkeys(name.strip() for name in names if name.strip().casefold() not in own)
    )
    kept.save()


def _follow_in_drafts(kept: int, gone: set[int]) -> None:
    """A draft names tags by their keys; a key that is gone would be dropped on publishing."""
    pages = ContentType.objects.get_for_model(EpisodePage, for_concrete_model=False)
    current = EpisodePage.objects.exclude(latest_revision=None).values("latest_revision")
    revisions = Revision.objects.filter(content_type=pages).filter(
        Q(pk__in=current) | Q(approved_go_live_at__isnull=False)
    )
    for revision in revisions.iterator(chunk_size=PORTION):
        items = revision.content.get("tagged_items") or []
        if not any(item.get("tag") in gone for item in items):
            continue
        seen: set[int] = set()
        followed = []
        for item in items:
            key = kept if item.get("tag") in gone else item.get("tag")
            if key not in seen:
                seen.add(key)
                followed.append({**item, "tag": key})
        revision.content = {**revision.content, "tagged_items": followed}
        revision.save(update_fields=["content"])
