"""Who and what is on record: finds the person or organisation that an article names.

A name is matched only where nothing is left to decide: the same letters but for accents, case
and honorifics, or a spelling that an editor wrote down. Everything else is a sentence for the
editor, never a merge.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Locale, Page

from episodes.formats import names
from speakers.models import (
    OrganisationIndexPage,
    OrganisationPage,
    SpeakerIndexPage,
    SpeakerPage,
)
from speakers.names import spellings

from .errors import ImportFailed


@dataclass
class Directory:
    """All names of people and organisations in one language tree, read in two queries."""

    locale: Locale
    create: bool = False
    problems: list[str] = field(default_factory=list)
    created: list[Page] = field(default_factory=list)

    def __post_init__(self) -> None:
        rows = SpeakerPage.objects.filter(locale=self.locale)
        self._people = _Names(
            (pk, title, spellings(other))
            for pk, title, other in rows.values_list("pk", "title", "other_spellings")
        )
        organisations = OrganisationPage.objects.filter(locale=self.locale)
        self._organisations = _Names(
            (pk, title, [short, *spellings(other)])
            for pk, title, short, other in organisations.values_list(
                "pk", "title", "short_name", "other_spellings"
            )
        )

    def person(self, name: str, **fields: Any) -> int | None:
        """The person's primary key, of a new draft where that is wished, or nothing."""
        pk = self._find(self._people, name)
        if pk is None and self.create and not self._people.is_ambiguous(name):
            page = SpeakerPage(
                title=names.without_honorific(name), sort_name=names.sort_name(name), **fields
            )
            pk = self._add(page, SpeakerIndexPage)
            self._people.add(pk, page.title, [])
        return pk

    def organisation(self, name: str, **fields: Any) -> int | None:
        """The organisation's primary key, of a new draft where that is wished, or nothing."""
        pk = self._find(self._organisations, name)
        if pk is None and self.create and not self._organisations.is_ambiguous(name):
            page = OrganisationPage(title=name, **fields)
            pk = self._add(page, OrganisationIndexPage)
            self._organisations.add(pk, name, [])
        return pk

    def _find(self, known: "_Names", name: str) -> int | None:
        found = known.find(name)
        if len(found) == 1:
            return found[0]
        if found:
            self.problems.append(
                _("There are several pages for “%(name)s”: choose the right one.") % {"name": name}
            )
        elif not self.create and (similar := known.similar(name)):
            self.problems.append(
                _("“%(name)s” has no page. Is it “%(similar)s”? Then choose that page.")
                % {"name": name, "similar": similar}
            )
        return None

    def _add(self, page: Page, index_class: type[Page]) -> int:
        index = index_class.objects.filter(locale=self.locale).order_by("path").first()
        if index is None:
            raise ImportFailed(
                _("There is no “%(list)s” page yet to put “%(name)s” under: make one first.")
                % {"list": index_class._meta.verbose_name, "name": page.title}
            )
        page.live = False
        page.locale = self.locale
        index.add_child(instance=page)
        page.save_revision()
        self.created.append(page)
        return page.pk


class _Names:
    """Primary keys by folded name, with other spellings."""

    def __init__(self, rows: Iterable[tuple[int, str, list[str]]]) -> None:
        self._keys: dict[str, list[int]] = defaultdict(list)
        self._candidates: list[names.Candidate] = []
        for pk, name, others in rows:
            self.add(pk, name, others)

    def add(self, pk: int, name: str, others: list[str]) -> None:
        others = [other for other in others if other]
        for spelling in {names.fold(one) for one in (name, *others)}:
            self._keys[spelling].append(pk)
        self._candidates.append(names.Candidate(pk, name, others))

    def find(self, name: str) -> list[int]:
        return self._keys.get(names.fold(name), [])

    def is_ambiguous(self, name: str) -> bool:
        return len(self.find(name)) > 1

    def similar(self, name: str) -> str:
        proposals = names.match(name, self._candidates, least_score=0.85)
        return proposals[0].name if proposals else ""
