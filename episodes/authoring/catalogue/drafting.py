"""What a row says, as an episode that isn't saved: everything in its field, nothing invented."""

from collections.abc import Iterable
from html import escape
from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db.models import ForeignKey, Model
from django.utils.translation import gettext as _

from episodes.fields import LANGUAGE_CODES
from episodes.formats import names
from episodes.formats.catalogue import Row
from episodes.formats.video_links import VideoLink
from episodes.forms import TRAILING_HASHTAGS
from episodes.models import (
    Appearance,
    EpisodePage,
    EpisodeVideo,
    Partnership,
    SeriesPage,
    TaggedEpisode,
)
from episodes.models.video import validate_link

from .outcome import Note
from .register import MAX_TAG_LENGTH, SEVERAL, Organisations, People, Topics

MAX_NAME_LENGTH = 255


class Drafting:
    """Makes episodes of rows; people, organisations and tags are made for a batch at once."""

    def __init__(
        self,
        series: SeriesPage,
        people: People,
        organisations: Organisations | None,
        topics: Topics,
    ) -> None:
        self.series = series
        self.people, self.organisations, self.topics = people, organisations, topics

    def prepare(self, rows: Iterable[Row]) -> None:
        """Make the pages and tags that the rows name and nobody has yet."""
        rows = list(rows)
        self.people.make(
            name for row in rows for name in (*row.guests, *row.hosts) if _is_name(name)
        )
        partners = [name for row in rows for name in row.partners if _is_name(name)]
        if partners and self.organisations is None:
            self.organisations = Organisations(
                self.series.locale, self.people.user, self.people.live, self.people.may_create
            )
        if partners and self.organisations:
            self.organisations.make(partners)
        self.topics.make(tag for row in rows for tag in row.tags if len(tag) <= MAX_TAG_LENGTH)

    def draft(self, row: Row, link: VideoLink | None) -> tuple[EpisodePage, list[Note]]:
        """The episode, and a sentence for each thing that was left out of it."""
        notes: list[Note] = []
        language = row.language if row.language in LANGUAGE_CODES else ""
        page = EpisodePage(
            title=TRAILING_HASHTAGS.sub("", row.title) or row.title,
            live=False,
            recorded_on=row.recorded_on,
            published_on=row.published_on or row.recorded_on,
            spoken_language="" if language == self.series.spoken_language else language,
        )
        first, *others = row.description.split("\n\n")
        page.lead = " ".join(first.split())
        page.body = EpisodePage._meta.get_field("body").to_python(
            [_paragraph(text) for text in others]
        )
        page.appearances = self._appearances(row, notes)
        page.partnerships = self._partnerships(row, notes)
        page.videos = self._videos(row, link, notes)
        page.tagged_items = self._tags(row, notes)
        return page, notes

    def _appearances(self, row: Row, notes: list[Note]) -> list[Appearance]:
        made: dict[str, Appearance] = {}
        for field, capacity in (
            ("guests", Appearance.Capacity.GUEST),
            ("hosts", Appearance.Capacity.HOST),
        ):
            for name in getattr(row, field):
                if not _is_name(name):
                    notes.append(Note(field, _no_name(name)))
                    continue
                folded = names.fold(name)
                if folded in made:
                    continue
                pk = self.people.find(name)
                if pk == SEVERAL:
                    notes.append(Note(field, _several(name)))
                appearance = Appearance(
                    speaker_id=pk or None,
                    name="" if pk else name,
                    honorific=(names.split_name(name).honorific or "")[:40],
                    capacity=capacity,
                    sort_order=len(made),
                )
                # What a listing would annotate: spares the page of each person.
                appearance.speaker_title = names.without_honorific(name)
                made[folded] = appearance
        return list(made.values())

    def _partnerships(self, row: Row, notes: list[Note]) -> list[Partnership]:
        made: dict[str, Partnership] = {}
        for name in row.partners:
            if not _is_name(name):
                notes.append(Note("partners", _no_name(name)))
                continue
            pk = self.organisations.find(name) if self.organisations else None
            if pk == SEVERAL:
                notes.append(Note("partners", _several(name)))
            made[names.fold(name)] = Partnership(
                organisation_id=pk or None,
                organisation_name="" if pk else name,
                sort_order=len(made),
            )
        return list(made.values())

    def _videos(self, row: Row, link: VideoLink | None, notes: list[Note]) -> list[EpisodeVideo]:
        if link:
            return [EpisodeVideo(link=link.watch_url, duration_s=row.duration_s, sort_order=0)]
        if row.video_url:
            try:
                validate_link(row.video_url)
            except ValidationError as error:
                notes += [Note("video_url", sentence) for sentence in error.messages]
        return []

    def _tags(self, row: Row, notes: list[Note]) -> list[TaggedEpisode]:
        keys: dict[int, None] = {}
        for tag in row.tags:
            pk = self.topics.find(tag)
            if pk:
                keys[pk] = None
            else:
                notes.append(Note("tags", _("“%(tag)s” is no tag.") % {"tag": tag[:80]}))
        return [TaggedEpisode(tag_id=pk) for pk in keys]


def check(page: EpisodePage) -> None:
    """Raises ValidationError for values that don't fit their field; asks the database nothing."""
    _check(page, left_out=["slug", "path", "depth", "url_path", "draft_title", "content_type"])
    for accessor in ("appearances", "partnerships", "videos"):
        for row in getattr(page, accessor).all():
            _check(row, left_out=["episode"])


def _check(one: Model, left_out: list[str]) -> None:
    keys = [field.name for field in one._meta.fields if isinstance(field, ForeignKey)]
    one.clean_fields(exclude={*keys, *left_out})


def _paragraph(text: str) -> dict[str, Any]:
    lines = "<br/>".join(escape(line, quote=False) for line in text.splitlines())
    return {"type": "paragraph", "value": f"<p>{lines}</p>", "id": str(uuid4())}


def _is_name(name: str) -> bool:
    return len(name) <= MAX_NAME_LENGTH and bool(names.fold(name))


def _no_name(name: str) -> str:
    return _("“%(name)s” is no name that we can keep.") % {"name": name[:80]}


def _several(name: str) -> str:
    return _("There are several pages for “%(name)s”: choose the right one.") % {"name": name}
