"""What this app knows of a person: their pages in all languages, their drafts, their portrait."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model
from wagtail.models import Page, Revision

from speakers import register_counts
from speakers.fields import DerivedField
from speakers.models import SpeakerLink, SpeakerPage
from speakers.names import sort_name, spellings

from . import addresses, registry
from .case import Case
from .journal import Journal
from .registry import Places, Rows

Content = dict[str, Any]

GROUPS = {
    "wagtailcore.page": _("Pages: titles and what search engines read"),
    "wagtailcore.page.slug": _("Addresses"),
    "wagtailcore.revision": _("Drafts and old versions"),
    "wagtailcore.comment": _("Comments of editors"),
    "wagtailcore.commentreply": _("Comments of editors"),
    "wagtailcore.taskstate": _("Comments of editors"),
    "wagtailcore.pagelogentry": _("Log of changes"),
    "wagtailcore.modellogentry": _("Log of changes"),
    "wagtailredirects.redirect": _("Redirects"),
    "speakers.speakerpage": _("The person’s page"),
    "speakers.speakerlink": _("The person’s page"),
    "speakers.organisationpage": _("Organisations"),
    "wagtaildocs.document": _("Documents: titles"),
    "wagtaildocs.document.file": _("Documents: file names"),
}
DERIVED = frozenset(
    {"wagtailcore.page.url_path", "speakers.registeredpage", "speakers.registercount"}
)


def register() -> None:
    image = get_image_model()
    label = image._meta.label_lower
    rendition = image.get_rendition_model()._meta.label_lower
    groups = {
        **GROUPS,
        label: _("Pictures: titles, descriptions, credits"),
        f"{label}.file": _("Pictures: file names"),
        rendition: _("Pictures: file names of their sizes"),
    }
    registry.register(
        "speakers",
        Places(
            groups=groups,
            derived=DERIVED,
            removed=frozenset({"wagtailredirects.redirect"}),
            kept=frozenset({get_user_model()._meta.label_lower}),
            names=names,
            related=related,
            refresh=refresh,
            pictures=portraits,
            rewrite=rewrite,
            change=change,
        ),
    )


def refresh(touched: Rows) -> None:
    """Counts in lists of names."""
    labels = ("wagtailcore.page", "speakers.speakerpage", "speakers.organisationpage")
    register_counts.refresh({key for label in labels for key in touched.get(label, ())})


def own_revisions(keys: Iterable[int]) -> Any:
    """All versions of these pages that were ever saved."""
    page = ContentType.objects.get_for_model(Page)
    return Revision.objects.filter(base_content_type=page, object_id__in=[str(key) for key in keys])


def names(keys: list[int]) -> list[str]:
    """Today's names, in all languages and versions."""
    found = []
    fields = ("title", "draft_title", "sort_name", "other_spellings")
    for title, draft, sorting, others in SpeakerPage.objects.filter(pk__in=keys).values_list(
        *fields
    ):
        found += [title, draft, sorting, *spellings(others)]
    for revision in own_revisions(keys).iterator(chunk_size=50):
        content = revision.content
        found += [str(content.get(name) or "") for name in ("title", "sort_name")]
        found += spellings(str(content.get("other_spellings") or ""))
    return found


def related(keys: list[int]) -> Rows:
    return {
        "wagtailcore.page": set(keys),
        "speakers.speakerpage": set(keys),
        "wagtailcore.revision": set(own_revisions(keys).values_list("pk", flat=True)),
    }


def portraits(keys: list[int]) -> list[int]:
    """Of today and of every version."""
    found = list(SpeakerPage.objects.filter(pk__in=keys).values_list("portrait", flat=True))
    found += [one.content.get("portrait") for one in own_revisions(keys).iterator(chunk_size=50)]
    return [pk for pk in dict.fromkeys(found) if pk]


def _said_anew(case: Case) -> Content:
    """The fields of the person's page, as they are from now on."""
    emptied = {
        "seo_title": "",
        "search_description": "",
        "honorific": "",
        "summary": "",
        "biography": "",
        "other_spellings": "",
        "portrait": None,
    }
    keepable: Content = {"role": "", "organisation": None, "countries": ""}
    return {
        **emptied,
        **{field: nothing for field, nothing in keepable.items() if not case.keeps(field)},
        "title": case.title,
        "draft_title": case.title,
        "sort_name": case.title if case.is_withdrawal else sort_name(case.title),
    }


def rewrite(case: Case, label: str, column: str, value: Any) -> Any:
    """A version of the person's own page."""
    is_own = label == "wagtailcore.revision" and isinstance(value, dict) and "sort_name" in value
    if not is_own or value.get("pk") not in case.page_ids:
        return value
    said = {key: one for key, one in _said_anew(case).items() if key in value}
    slug = _slug(case, Page.objects.get(pk=value["pk"]))
    address = addresses.rewritten_address(str(value.get("url_path") or "/"), slug)
    return {**value, **said, "slug": slug, "url_path": address, "links": []}


def change(case: Case, journal: Journal) -> None:
    """The person's pages as they stand, and what is planned for them."""
    said = _said_anew(case)
    for page in SpeakerPage.objects.filter(pk__in=case.page_ids):
        for model in (Page, SpeakerPage):
            columns = {field.name: field for field in model._meta.local_concrete_fields}
            values = {columns[name].column: one for name, one in said.items() if name in columns}
            if model is Page:
                values["slug"] = _slug(case, page)
                if case.is_withdrawal:
                    values["live"] = False
            for field in columns.values():
                if isinstance(field, DerivedField):
                    values[field.column] = field.make(said[field.of])[: field.max_length]
            journal.change(model, page.pk, values)
    for pk in SpeakerLink.objects.filter(speaker__in=case.page_ids).values_list("pk", flat=True):
        journal.delete(SpeakerLink, pk)
    if case.is_withdrawal:
        planned = own_revisions(case.page_ids).filter(approved_go_live_at__isnull=False)
        for pk in planned.values_list("pk", flat=True):
            journal.change(Revision, pk, {"approved_go_live_at": None})


def _slug(case: Case, page: Page) -> str:
    """The part of the address: the same in all versions."""
    taken = set(page.get_siblings(inclusive=False).values_list("slug", flat=True))
    number, free = 1, case.slug
    while free in taken:
        number += 1
        free = f"{case.slug}-{number}"
    return free
