"""Looks for a person through everything that the database keeps, a portion at a time.

Nothing that is found is kept in words: a place is the key of a row, a passage a digest.
"""

import re
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import Q

from speakers.models import FoundPassage, FoundPlace, Protection, SpeakerPage

from . import columns, passages, registry
from .case import Case
from .columns import Column, Table
from .passages import Passage
from .spellings import Form

#: Rows may hold a whole article with its captions.
ROWS = 50
Level = FoundPassage.Level


@dataclass
class _Found:
    """What one portion brought."""

    places: list[FoundPlace] = field(default_factory=list)
    passages: dict[str, FoundPassage] = field(default_factory=dict)


class Search:
    """One protection's search; `step` may be called until it says that all is done."""

    def __init__(self, protection: Protection) -> None:
        self.protection = protection
        self.case = Case.of(protection)
        self.tables = [
            table for label, table in columns.tables().items() if not registry.is_derived(label)
        ]
        self.related = registry.related(self.case.page_ids)
        self.has_namesakes = self._namesakes()
        ids = "|".join(map(str, self.case.page_ids))
        self.by_page = re.compile(rf'"speaker\\*"\s*:\s*(?:{ids})(?!\d)') if ids else None

    def step(self, seconds: float = 2.0) -> bool:
        """Looks on for so many seconds; True when everything was looked through."""
        until = time.monotonic() + seconds
        while self.protection.state == Protection.State.SEARCHING:
            self._portion()
            if time.monotonic() > until:
                break
        return self.protection.state != Protection.State.SEARCHING

    @transaction.atomic
    def _portion(self) -> None:
        progress = self.protection.progress
        number, after = progress.get("table", 0), progress.get("after")
        if number >= len(self.tables):
            self.protection.state = Protection.State.READY
            self.protection.save(update_fields=["state"])
            return
        table = self.tables[number]
        rows = columns.chunk(table, after, ROWS)
        found = _Found()
        for pk, values in rows:
            self._row(table, pk, values, found)
        self._keep(found)
        last = _plain_key(rows[-1][0]) if len(rows) == ROWS else None
        self.protection.progress = {
            "table": number + (last is None),
            "tables": len(self.tables),
            "after": last,
        }
        self.protection.save(update_fields=["progress"])

    def _row(self, table: Table, pk: Any, values: list[str | None], found: _Found) -> None:
        here = []
        for column, raw in zip(table.columns, values, strict=True):
            if not raw or registry.is_derived(table.label, column.name):
                continue
            named = []
            if self.case.sought.may_stand_in(raw):
                value = columns.parsed(column, raw)
                named = passages.of_value(value, column.name, self.case.sought, self.protection.pk)
            if named or (column.is_json and self.by_page and self.by_page.search(raw)):
                here.append((column, named))
        if not here:
            return
        certain = any(passages.is_certain(one) for _column, named in here for one in named)
        close = certain or pk in self.related.get(table.label, ())
        for column, named in here:
            self._place(table, column, pk, named, close, found)

    def _place(
        self,
        table: Table,
        column: Column,
        pk: Any,
        named: list[Passage],
        close: bool,
        found: _Found,
    ) -> None:
        digests = list(dict.fromkeys(one.digest for one in named))
        place = FoundPlace(
            protection=self.protection,
            label=table.label,
            row=_plain_key(pk),
            column=column.name,
            digests=digests,
        )
        found.places.append(place)
        group = registry.group_of(table.label, column.name)
        counts = Counter(one.digest for one in named)
        for one in named:
            level = self._level(one, close)
            passage = found.passages.setdefault(
                one.digest,
                FoundPassage(
                    protection=self.protection,
                    digest=one.digest,
                    form=one.match.form,
                    level=level,
                    group=group,
                    place=place,
                    changeable=False,
                ),
            )
            passage.level = min(passage.level, level)
            passage.changeable |= not registry.is_kept(table.label)
            if count := counts.pop(one.digest, 0):
                passage.groups[group] = passage.groups.get(group, 0) + count

    def _level(self, passage: Passage, close: bool) -> int:
        if passages.is_certain(passage):
            return Level.CERTAIN
        if passage.match.form == Form.EXTRA:
            return Level.PROBABLE
        if close and passage.is_written_as_name and not self.has_namesakes:
            return Level.PROBABLE
        return Level.DOUBTFUL

    def _keep(self, found: _Found) -> None:
        FoundPlace.objects.bulk_create(found.places)
        known = {
            one.digest: one
            for one in self.protection.passages.filter(digest__in=list(found.passages))
        }
        fresh = []
        for digest, passage in found.passages.items():
            if there := known.get(digest):
                there.level = min(there.level, passage.level)
                there.changeable |= passage.changeable
                for group, count in passage.groups.items():
                    there.groups[group] = there.groups.get(group, 0) + count
            else:
                passage.place = passage.place  # it has its key by now
                fresh.append(passage)
        for one in [*known.values(), *fresh]:
            one.chosen = one.changeable and one.level < Level.DOUBTFUL
        FoundPassage.objects.bulk_update(
            known.values(), ["level", "groups", "changeable", "chosen"]
        )
        FoundPassage.objects.bulk_create(fresh)

    def _namesakes(self) -> bool:
        """Whether another person here has the same family name."""
        same = Q()
        for surname in self.case.sought.surnames:
            same |= Q(sort_key__startswith=f"{' '.join(surname)},")
        others = SpeakerPage.objects.exclude(pk__in=self.case.page_ids)
        return bool(same) and others.filter(same).exists()


def begin_again(protection: Protection) -> None:
    """Looks through everything once more; what was decided but not done is forgotten."""
    protection.places.all().delete()
    protection.progress = {}
    protection.state = Protection.State.SEARCHING
    protection.save(update_fields=["progress", "state"])


def _plain_key(pk: Any) -> Any:
    return pk if isinstance(pk, int | str) else str(pk)
