"""Names of a catalogue on record: finds pages and tags by name, makes what is missing at once.

A name is matched as `authoring.directory` does: the same letters but for accents, case and
honorifics, or a spelling that an editor wrote down. Only digests of names stay in memory.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Locale, Page

from episodes.authoring.directory import folder
from episodes.authoring.errors import ImportFailed
from episodes.formats import names
from episodes.formats.text import fold
from episodes.models import EpisodeTag
from speakers.models import (
    OrganisationIndexPage,
    OrganisationPage,
    SpeakerIndexPage,
    SpeakerPage,
)
from speakers.names import spellings

from .tree import add_pages

#: Stands for a name that several have.
SEVERAL = 0
MAX_TAG_LENGTH = 100
ROWS_AT_ONCE = 2000


class Register:
    """Primary keys by folded name."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        self._fold = fold
        self._keys: dict[int, int] = {}

    def add(self, pk: int, spellings: Iterable[str]) -> None:
        for mark in {hash(self._fold(one)) for one in spellings if one}:
            known = self._keys.get(mark)
            self._keys[mark] = pk if known in (None, pk) else SEVERAL

    def find(self, name: str) -> int | None:
        """The one who has the name, SEVERAL where more than one has, else nothing."""
        return self._keys.get(hash(self._fold(name)))

    def unknown(self, wanted: Iterable[str]) -> list[str]:
        """Those that nobody has, each spelling of a name once."""
        found = {self._fold(name): name for name in reversed(list(wanted))}
        return [
            name for folded, name in reversed(found.items()) if folded and self.find(name) is None
        ]


class People:
    """Persons of one language tree; `user` owns the pages that are made."""

    model: type[Page] = SpeakerPage
    index: type[Page] = SpeakerIndexPage

    def __init__(self, locale: Locale, user: Any, live: bool, may_create: bool = True) -> None:
        self.user, self.live = user, live
        self.parent = folder(self.index, locale)
        if self.parent is None and may_create:
            raise ImportFailed(
                _("There is no “%(list)s” page yet to put people under: make one first.")
                % {"list": self.index._meta.verbose_name}
            )
        self.may_create = may_create
        self.register = Register(names.fold)
        rows = self.model.objects.filter(locale=locale)
        for pk, *written in rows.values_list("pk", *self.spelled()).iterator(ROWS_AT_ONCE):
            *own, others = written
            self.register.add(pk, [*own, *spellings(others)])

    def spelled(self) -> Sequence[str]:
        return ("title", "other_spellings")

    def find(self, name: str) -> int | None:
        return self.register.find(name)

    def make(self, wanted: Iterable[str]) -> list[Page]:
        """Pages for those that have none."""
        missing = self.register.unknown(wanted) if self.may_create else []
        pages = [self.new(name) for name in missing]
        if pages:
            add_pages(self.parent, pages, self.user)
        for page in pages:
            self.register.add(page.pk, [page.title])
        return pages

    def new(self, name: str) -> Page:
        return SpeakerPage(
            title=names.without_honorific(name),
            honorific=(names.split_name(name).honorific or "")[:40],
            sort_name=names.sort_name(name),
            live=self.live,
        )


class Organisations(People):
    model = OrganisationPage
    index = OrganisationIndexPage

    def spelled(self) -> Sequence[str]:
        return ("title", "short_name", "other_spellings")

    def new(self, name: str) -> Page:
        return OrganisationPage(title=name, kind=OrganisationPage.Kind.OTHER, live=self.live)


class Topics:
    """Tags by name or other name, whatever the case and accents."""

    def __init__(self) -> None:
        self._register = Register(fold)
        for pk, name, others in EpisodeTag.objects.values_list("pk", "name", "other_names"):
            self._register.add(pk, [name, *spellings(others)])

    def make(self, wanted: Iterable[str]) -> None:
        for name in self._register.unknown(wanted):
            self._register.add(EpisodeTag.objects.create(name=name).pk, [name])

    def find(self, name: str) -> int | None:
        return self._register.find(name)
