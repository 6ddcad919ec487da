"""Many new pages below one parent, as `add_child`, `save_revision` and `publish` would leave them.

One by one, a page costs some forty queries. Here a batch costs about as many: rows of all tables
are inserted together, then revisions, the log, the reference index and the search index.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from anyascii import anyascii
from django.contrib.contenttypes.models import ContentType
from django.db import connections, models, router, transaction
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.text import slugify
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision
from wagtail.search.backends import get_search_backends

from episodes.models import EpisodePage, listing_index
from episodes.search import index
from speakers import register_counts
from speakers.changes import announce
from speakers.models import OrganisationPage, SpeakerPage

MAX_SLUG_LENGTH = 200
#: What else hears of a page when it is saved alone.
FIND = {
    EpisodePage: index.update_episodes,
    SpeakerPage: index.update_speakers,
    OrganisationPage: index.update_organisations,
}


@transaction.atomic
def add_pages(parent: Page, pages: Sequence[Page], user: Any = None) -> None:
    """Put new pages of one model below the parent, in this order; those with `live` published.

    Their children (people, videos, tags) must be in memory. The caller has validated them. The
    slug is found here. Every page gets its first revision.

    `page_published` is not sent: who listens looks for what an older version left behind
    (pictures, translations, addresses in a cache), and a new page has left nothing.
    """
    if not pages:
        return
    now = timezone.now()
    _lay(parent, pages, user, now)
    _add_revisions(pages, user, now)
    _add_log(pages, user, now)
    _add_references(pages)
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(type(pages[0]), pages)
    _tell(pages)


@transaction.atomic
def lay(parent: Page, pages: Sequence[Page]) -> None:
    """The same for what visitors see alone: no revisions, no log, no references."""
    if pages:
        _lay(parent, pages, None, timezone.now())
        _tell(pages)


def _lay(parent: Page, pages: Sequence[Page], user: Any, now: Any) -> None:
    parent = Page.objects.select_for_update().get(pk=parent.pk)
    _hold_children(pages)
    _place(parent, pages)
    for page in pages:
        page.owner = page.owner or user
        page.draft_title = page.title
        page.content_type = ContentType.objects.get_for_model(type(page))
        page.has_unpublished_changes = not page.live
        page.latest_revision_created_at = now
        if page.live:
            page.first_published_at = page.last_published_at = now
    _insert(pages)
    parent_count = models.F("numchild") + len(pages)
    Page.objects.filter(pk=parent.pk).update(numchild=parent_count)
    _insert_children(pages)


def _tell(pages: Sequence[Page]) -> None:
    """The tables that visitors' pages read, and the caches."""
    FIND[type(pages[0])]([page.pk for page in pages])
    if isinstance(pages[0], EpisodePage):
        listing_index.mark(*(page.pk for page in pages))
    else:
        register_counts.refresh(page.pk for page in pages)
    announce()


def _hold_children(parents: Sequence[ClusterableModel]) -> None:
    """Tell each which rows it has, none included: otherwise it would ask the database for them."""
    for relation in get_all_child_relations(type(parents[0])) if parents else ():
        rows = []
        for parent in parents:
            own = list(getattr(parent, relation.get_accessor_name()).all())
            setattr(parent, relation.get_accessor_name(), own)
            rows += own
        if rows and isinstance(rows[0], ClusterableModel):
            _hold_children(rows)


def _place(parent: Page, pages: Sequence[Page]) -> None:
    """Path, depth, language and address of each."""
    last = parent.get_last_child()
    step = Page._str2int(last.path[-Page.steplen :]) if last else 0
    taken = _taken_slugs(parent, pages)
    for number, page in enumerate(pages, start=1):
        page.depth = parent.depth + 1
        page.path = Page._get_path(parent.path, page.depth, step + number)
        page.numchild = 0
        page.locale_id = parent.locale_id
        page.slug = _free(_wished(page), taken)
        taken.add(page.slug)
        page.set_url_path(parent)


def _wished(page: Page) -> str:
    name = page._meta.model_name.removesuffix("page")
    return slugify(anyascii(page.title))[:MAX_SLUG_LENGTH].strip("-") or name


def _taken_slugs(parent: Page, pages: Iterable[Page]) -> set[str]:
    """Of the slugs that the pages wish for, those that are taken, with their numbered kin."""
    siblings = parent.get_children()
    wished = {_wished(page) for page in pages}
    taken = set(siblings.filter(slug__in=wished).values_list("slug", flat=True))
    for slug in tuple(taken):
        kin = siblings.filter(slug__startswith=f"{slug}-").values_list("slug", flat=True)
        taken |= set(kin)
    return taken


def _free(wished: str, taken: set[str]) -> str:
    if wished not in taken:
        return wished
    number = 2
    while f"{wished}-{number}" in taken:
        number += 1
    return f"{wished}-{number}"


def _insert(pages: Sequence[Page]) -> None:
    """The rows of a page's two tables. Django's bulk_create refuses models with a parent."""
    model = type(pages[0])
    copied = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
    base = Page.objects.bulk_create(
        [Page(**{name: getattr(page, name) for name in copied}) for page in pages]
    )
    for page, row in zip(pages, base, strict=True):
        page.pk = page.id = row.pk
        page._state.adding = False
        page._state.db = row._state.db
    fields = model._meta.local_concrete_fields
    using = router.db_for_write(model)
    at_once = connections[using].ops.bulk_batch_size([field.name for field in fields], pages)
    for start in range(0, len(pages), at_once):
        model._base_manager._insert(pages[start : start + at_once], fields=fields, using=using)


def _insert_children(parents: Sequence[ClusterableModel]) -> None:
    for relation in get_all_child_relations(type(parents[0])):
        accessor, field = relation.get_accessor_name(), relation.field.name
        rows = []
        for parent in parents:
            for row in getattr(parent, accessor).all():
                setattr(row, field, parent)
                rows.append(row)
        if rows:
            relation.related_model._base_manager.bulk_create(rows)
            if issubclass(relation.related_model, ClusterableModel):
                _insert_children(rows)


def _add_revisions(pages: Sequence[Page], user: Any, now: Any) -> None:
    base = ContentType.objects.get_for_model(Page)
    revisions = Revision.objects.bulk_create(
        [
            Revision(
                content_type=page.content_type,
                base_content_type=base,
                object_id=str(page.pk),
                object_str=str(page),
                created_at=now,
                user=user,
                content=page.serializable_data(),
            )
            for page in pages
        ]
    )
    for page, revision in zip(pages, revisions, strict=True):
        page.latest_revision = revision
        page.live_revision = revision if page.live else None
    first = Revision.objects.filter(
        base_content_type=base, object_id=Cast(models.OuterRef("pk"), models.CharField())
    ).values("pk")[:1]
    rows = Page.objects.filter(pk__in=[page.pk for page in pages])
    rows.update(latest_revision=first)
    rows.filter(live=True).update(live_revision=first)


def _add_log(pages: Sequence[Page], user: Any, now: Any) -> None:
    entries = [
        PageLogEntry(
            content_type=page.content_type,
            label=page.get_admin_display_title()[:255],
            action=action,
            timestamp=now,
            page_id=page.pk,
            user=user,
            revision=page.latest_revision,
            content_changed=True,
        )
        for page in pages
        for action in ("wagtail.create", *(("wagtail.publish",) if page.live else ()))
    ]
    PageLogEntry.objects.bulk_create(entries)


def _add_references(pages: Sequence[Page]) -> None:
    base = ReferenceIndex._get_base_content_type(pages[0])
    rows = defaultdict(list)
    for page in pages:
        for to_type, to_pk, model_path, path in set(
            ReferenceIndex._extract_references_from_object(page)
        ):
            rows[page.pk].append(
                ReferenceIndex(
                    content_type=page.content_type,
                    base_content_type=base,
                    object_id=str(page.pk),
                    to_content_type_id=to_type,
                    to_object_id=to_pk,
                    model_path=model_path,
                    content_path=path,
                    content_path_hash=ReferenceIndex._get_content_path_hash(path),
                )
            )
    ReferenceIndex.objects.bulk_create([row for found in rows.values() for row in found])
