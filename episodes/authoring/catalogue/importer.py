"""A batch of rows becomes episodes: new ones together, known ones each as an editor would.

Whole batches are transactions. What was done stays, whatever happens afterwards; the next run
finds it and goes on.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext as _

from episodes.formats.catalogue import Refused, Row
from episodes.formats.video_links import VideoLink
from episodes.models import SeriesPage
from episodes.models.catalogue import CatalogueEntry
from episodes.sentences import translated

from . import state, updating
from .drafting import Drafting, check
from .identity import key_of, row_digest, video_key, video_of
from .known import Memory
from .outcome import Note, Outcome, field_labels, refused
from .register import People, Topics
from .tree import add_pages

#: Long enough to be fast, short enough not to keep editors waiting for the database.
BATCH = 200


@dataclass(frozen=True)
class Options:
    """How to import. `publish` publishes what is complete, and the people it names."""

    series: SeriesPage
    publish: bool = False
    user: Any = None
    dry_run: bool = False
    may_create_people: bool = True
    with_deleted: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """A row with what it is known by."""

    row: Row
    link: VideoLink | None
    key: str


class CatalogueImport:
    """One run. Raises ImportFailed where the site has no list of people yet."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self._seen: dict[int, int] = {}
        self._filmed: dict[int, int] = {}
        self._memory = Memory(options.series)
        self._drafting = self._new_drafting()

    def _new_drafting(self) -> Drafting:
        series, user, live = self.options.series, self.options.user, self.options.publish
        people = People(series.locale, user, live, self.options.may_create_people)
        return Drafting(series, people, None, Topics())

    def take(self, rows: Sequence[Row | Refused]) -> list[Outcome]:
        """What became of each row, in their order; `BATCH` of them are a good number."""
        outcomes: dict[int, Outcome] = {}
        good = list(self._good(rows, outcomes))
        try:
            outcomes |= self._take_batch(good)
        except (ValidationError, DataError, IntegrityError):
            # One of them doesn't fit: each for itself, so that the others come in.
            self._drafting = self._new_drafting()
            for read in good:
                outcomes |= self._take_one(read)
        return [outcomes[row.line] for row in rows]

    def _good(self, rows: Iterable[Row | Refused], outcomes: dict[int, Outcome]) -> Iterable[Read]:
        for row in rows:
            if isinstance(row, Refused):
                sentence = translated(row.error)
                outcomes[row.line] = refused(row.line, row.title, sentence, row.field)
                continue
            link = video_of(row)
            read = Read(row, link, key_of(row, link))
            first = self._seen.setdefault(hash(read.key), row.line)
            if first != row.line:
                sentence = _("It is in the file twice: line %(line)s has it already.")
                outcomes[row.line] = refused(row.line, row.title, sentence % {"line": first})
            else:
                yield read

    def _take_one(self, read: Read) -> dict[int, Outcome]:
        try:
            return self._take_batch([read])
        except ValidationError as error:
            self._drafting = self._new_drafting()
            return {read.row.line: _refused_by(read.row, error)}
        except (DataError, IntegrityError):
            self._drafting = self._new_drafting()
            sentence = _("Something in this row is too long for its field: shorten it.")
            return {read.row.line: refused(read.row.line, read.row.title, sentence)}

    def _take_batch(self, batch: list[Read]) -> dict[int, Outcome]:
        with transaction.atomic():
            outcomes = self._write(batch)
            if self.options.dry_run:
                transaction.set_rollback(True)
        if self.options.dry_run:
            self._drafting = self._new_drafting()
        return {outcome.line: outcome for outcome in outcomes}

    def _write(self, batch: list[Read]) -> list[Outcome]:
        known = self._memory.find(batch)
        outcomes, changed, new = [], [], []
        for read in batch:
            found = known.get(read.key)
            if found is None or (found.is_deleted and self.options.with_deleted):
                new.append((read, found))
            elif found.is_deleted:
                outcomes.append(_deleted(read.row))
            elif updating.is_settled(found, read.row, self.options):
                outcomes.append(updating.unchanged(found, read.row))
            else:
                changed.append((read, found))
        self._drafting.prepare(read.row for read, _found in [*new, *changed])
        if new:
            outcomes += self._make(new)
        for read, found in changed:
            wanted, notes = self._drafting.draft(read.row, read.link)
            check(wanted)
            outcomes.append(updating.update(found, read, wanted, notes, self.options))
        return outcomes

    def _make(self, new: list[tuple[Read, Any]]) -> list[Outcome]:
        pages, outcomes, entries = [], [], []
        earlier = self._memory.others_with(read for read, _found in new)
        for read, _found in new:
            page, notes = self._drafting.draft(read.row, read.link)
            notes += self._same_video(read, earlier)
            check(page)
            if self.options.publish:
                missing = page.missing()
                page.live = not missing
                notes += [Note("publish", sentence) for sentence in missing]
            pages.append((page, notes))
        add_pages(self.options.series, [page for page, _notes in pages], self.options.user)
        for (read, found), (page, notes) in zip(new, pages, strict=True):
            entry = (
                found.entry if found else CatalogueEntry(series=self.options.series, key=read.key)
            )
            entry.episode = page
            entry.video = video_key(read.link)
            entry.row, entry.fields = row_digest(read.row), state.digests(page)
            entry.revision = page.latest_revision_id
            entries.append(entry)
            outcomes.append(
                Outcome(
                    read.row.line, page.title, "made", page.pk, page.live,
                    (*problems_of(read.row), *notes),
                )
            )  # fmt: skip
        CatalogueEntry.objects.bulk_create([one for one in entries if one.pk is None])
        for entry in entries:
            if entry.pk is not None and not entry._state.adding:
                entry.save()
        return outcomes

    def _same_video(self, read: Read, earlier: dict[str, str]) -> list[Note]:
        """Two rows with identifiers of their own may show one video, but seldom mean to."""
        if not read.link:
            return []
        video = video_key(read.link)
        line = self._filmed.setdefault(hash(video), read.row.line)
        if line != read.row.line:
            sentence = _("Line %(line)s has the same video: delete one if they are the same talk.")
            return [Note("video_url", sentence % {"line": line})]
        if video in earlier:
            sentence = _("“%(title)s” has the same video: delete one if they are the same talk.")
            return [Note("video_url", sentence % {"title": earlier[video]})]
        return []


def problems_of(row: Row) -> list[Note]:
    return [Note(one.field, translated(one.error)) for one in row.problems]


def _refused_by(row: Row, error: ValidationError) -> Outcome:
    labels = field_labels()
    if hasattr(error, "error_dict"):
        name, messages = next(iter(error.message_dict.items()))
        sentence = " ".join(messages)
        return refused(row.line, row.title, sentence, name if name in labels else "")
    return refused(row.line, row.title, " ".join(error.messages))


def _deleted(row: Row) -> Outcome:
    sentence = _("Somebody deleted this episode since, so it isn't made again.")
    return refused(row.line, row.title, sentence)
