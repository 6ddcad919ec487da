"""What a search found, in words: read anew from where it stands, for the eyes of an editor."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import ForeignKey, Model
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import gettext
from wagtail.images import get_image_model
from wagtail.models import Page, Revision

from speakers.models import FoundPassage, Protection

from . import columns, passages, registry
from .case import Case


@dataclass(frozen=True)
class Shown:
    """A passage as the preview shows it."""

    key: int
    level: int
    before: str
    found: str
    after: str
    instead: str
    chosen: bool
    changeable: bool
    places: list[tuple[str, int]]
    title: str = ""
    url: str = ""


def groups(protection: Protection) -> list[tuple[str, int]]:
    """How often the person is named in which group; the most first."""
    counts: Counter[str] = Counter()
    for found in protection.passages.values_list("groups", flat=True).iterator():
        for group, count in found.items():
            counts[registry.group_label(group)] += count
    return counts.most_common()


def shown(case: Case, rows: Iterable[FoundPassage]) -> list[Shown]:
    """These passages with their words; one that was changed meanwhile is left out."""
    rows = list(rows)
    here = _words(case, rows)
    owners = _owners({(row.place.label, row.place.row) for row in rows})
    found = []
    for row in rows:
        passage = here.get(row.digest)
        if passage is None:
            continue
        title, url = owners.get((row.place.label, row.place.row), ("", ""))
        found.append(
            Shown(
                key=row.pk,
                level=row.level,
                before=_plain(_more(passage.before) + passage.before),
                found=passage.found,
                after=_plain(passage.after + _more(passage.after)),
                instead=_instead(case, row, passage),
                chosen=row.chosen,
                changeable=row.changeable,
                places=[(registry.group_label(key), count) for key, count in row.groups.items()],
                title=title,
                url=url,
            )
        )
    return found


def _more(text: str) -> str:
    """A mark where the words go on."""
    return "…" if len(text) == passages.AROUND else ""


def _instead(case: Case, row: FoundPassage, passage: passages.Passage) -> str:
    if columns.tables()[row.place.label].column(row.place.column).is_file:
        return gettext("a file name that tells nothing")
    return case.instead(passage)


def _plain(text: str) -> str:
    """Without the marks of a text's form, also where they are cut."""
    text = strip_tags(text.replace("&nbsp;", " "))
    head, bracket, tail = text.rpartition("<")
    text = head if bracket and ">" not in tail else text
    head, bracket, tail = text.partition(">")
    return tail if bracket and "<" not in head else text


def _words(case: Case, rows: list[FoundPassage]) -> dict[str, passages.Passage]:
    by_column = defaultdict(set)
    for row in rows:
        by_column[row.place.label, row.place.column].add(row.place.row)
    found: dict[str, passages.Passage] = {}
    for (label, name), keys in by_column.items():
        table = columns.tables()[label]
        column = table.column(name)
        for raw in columns.read_many(table.model, sorted(keys), name).values():
            value = columns.parsed(column, raw)
            for one in passages.of_value(value, name, case.sought, case.protection.pk):
                found.setdefault(one.digest, one)
    return found


def _owners(places: set[tuple[str, Any]]) -> dict[tuple[str, Any], tuple[str, str]]:
    """The page or picture that a row belongs to: its title and where one edits it."""
    by_label = defaultdict(list)
    for label, row in places:
        by_label[label].append(row)
    of_pages: dict[tuple[str, Any], int] = {}
    found: dict[tuple[str, Any], tuple[str, str]] = {}
    for label, keys in by_label.items():
        model = columns.tables()[label].model
        if model is get_image_model():
            for image in model._default_manager.filter(pk__in=keys):
                url = reverse("wagtailimages:edit", args=[image.pk])
                found[label, image.pk] = (image.title, url)
        elif issubclass(model, Revision):
            rows = Revision.objects.page_revisions().filter(pk__in=keys)
            pairs = rows.values_list("pk", "object_id")
            of_pages |= {(label, pk): int(page) for pk, page in pairs}
        elif way := _way_to_page(model):
            pairs = model._base_manager.filter(pk__in=keys).values_list("pk", way)
            of_pages |= {(label, pk): page for pk, page in pairs if page}
    titles = dict(
        Page.objects.filter(pk__in=set(of_pages.values())).values_list("pk", "draft_title")
    )
    for place, page in of_pages.items():
        if page in titles:
            found[place] = (titles[page], reverse("wagtailadmin_pages:edit", args=[page]))
    return found


def _way_to_page(model: type[Model], depth: int = 2) -> str:
    """The lookup that leads from a row to its page; nothing where none does."""
    if issubclass(model, Page):
        return "pk"
    keys = [one for one in model._meta.local_concrete_fields if isinstance(one, ForeignKey)]
    for field in keys:
        target = field.related_model
        if isinstance(target, type) and issubclass(target, Page) and field.name != "speaker":
            return f"{field.name}_id"
    for field in keys if depth > 1 else []:
        if way := _way_to_page(field.related_model, depth - 1):
            return f"{field.name}__{way}"
    return ""
