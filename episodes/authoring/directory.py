"""Who and what is on record: finds the person or organisation that an article names.

A name is matched only where nothing is left to decide: the same letters but for accents, case
and honorifics, or a spelling that an editor wrote down. Everything else is a sentence for the
editor, never a merge.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

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

#: So many similar names are shown; more would be no help.
MOST_SIMILAR = 3
#: The page with this primary key, a new draft, or a name without a page.
Decision = int | Literal["new", "leave"]


@dataclass(frozen=True)
class Decisions:
    """What an editor decided of names, by the name as the article has it; the rest is undecided."""

    people: Mapping[str, Decision] = field(default_factory=dict)
    organisations: Mapping[str, Decision] = field(default_factory=dict)


@dataclass(frozen=True)
class OnRecord:
    """Primary keys of the pages that have a name, and of those whose names are like it."""

    same: tuple[int, ...] = ()
    similar: tuple[int, ...] = ()


def folder(index_class: type[Page], locale: Locale) -> Page | None:
    """The page that new people or organisations of this language are put under."""
    return index_class.objects.filter(locale=locale).order_by("path").first()


@dataclass
class Directory:
    """All names of people and organisations in one language tree, read in two queries."""

    locale: Locale
    create: bool = False
    decisions: Decisions = field(default_factory=Decisions)
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

        def make() -> Page:
            title, sort_name = names.without_honorific(name), names.sort_name(name)
            return SpeakerPage(title=title, sort_name=sort_name, **fields)

        decision = self.decisions.people.get(name)
        return self._settle(self._people, name, decision, make, SpeakerIndexPage)

    def organisation(self, name: str, **fields: Any) -> int | None:
        """The organisation's primary key, of a new draft where that is wished, or nothing."""

        def make() -> Page:
            return OrganisationPage(title=name, **fields)

        decision = self.decisions.organisations.get(name)
        return self._settle(self._organisations, name, decision, make, OrganisationIndexPage)

    def person_is_called(self, pk: int | None, name: str) -> bool:
        """Whether the page with this key answers to the name."""
        return pk in self._people.find(name)

    def organisation_is_called(self, pk: int | None, name: str) -> bool:
        """Whether the page with this key answers to the name."""
        return pk in self._organisations.find(name)

    def people_like(self, name: str) -> OnRecord:
        """Who might be meant by the name."""
        return self._people.on_record(name)

    def organisations_like(self, name: str) -> OnRecord:
        """Which organisations might be meant by the name."""
        return self._organisations.on_record(name)

    def _settle(
        self,
        known: "_Names",
        name: str,
        decision: Decision | None,
        make: Callable[[], Page],
        index_class: type[Page],
    ) -> int | None:
        if decision == "leave":
            return None
        if isinstance(decision, int):
            if decision not in known:
                raise ImportFailed(
                    _("The page chosen for “%(name)s” isn't there any more: choose again.")
                    % {"name": name}
                )
            return decision
        if decision == "new":
            pk = known.made.get(name)
        else:
            pk = self._find(known, name)
            if not self.create or known.is_ambiguous(name):
                return pk
        if pk is None:
            page = make()
            pk = self._add(page, index_class)
            known.add(pk, page.title, [])
            known.made[name] = pk
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
        index = folder(index_class, self.locale)
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
        self.made: dict[str, int] = {}
        for pk, name, others in rows:
            self.add(pk, name, others)

    def __contains__(self, pk: int) -> bool:
        return any(candidate.key == pk for candidate in self._candidates)

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
        proposals = self._matches(name)
        return proposals[0].name if proposals else ""

    def on_record(self, name: str) -> OnRecord:
        same = tuple(dict.fromkeys(self.find(name)))
        similar = [int(str(match.key)) for match in self._matches(name)]
        return OnRecord(same, tuple(pk for pk in similar if pk not in same)[:MOST_SIMILAR])

    def _matches(self, name: str) -> list[names.Match]:
        return names.match(name, self._candidates, least_score=0.85)
