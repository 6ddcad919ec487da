"""Keeps the index: writes what changed, forgets what visitors may no longer see.

Everything is read from the database, never from a page in memory, which may be a draft.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Prefetch
from wagtail.models import Page

from episodes.models import (
    Appearance,
    EpisodePage,
    EpisodeTag,
    Partnership,
    SearchEntry,
    SearchText,
    SearchWord,
    TaggedEpisode,
    listing_quotes,
)
from episodes.models.queryset import organisations
from speakers import changes
from speakers.models import OrganisationPage, SpeakerPage
from speakers.visibility import visible

from . import passages
from .entries import Entry, Kind, of_episode, of_organisation, of_speaker, of_tag, words_of

BATCH = 100
FIELDS = ["kind", "title", "published_on", "page_id", "tag_id", "locale_id"]
#: A page keeps its kind, its key and its language.
CHANGEABLE = ["title", "published_on"]
COLUMNS = ["names", "labels", "summary", "body", "excerpt"]


def update_episodes(keys: Iterable[int]) -> None:
    """What the index says of these episodes, and of the topics that they carry."""
    for batch in _batches(keys):
        _write_episodes(batch)


def update_speakers(keys: Iterable[int]) -> None:
    """What it says of these people, and of the episodes where their names have changed."""
    for batch in _batches(keys):
        if renamed := _write_speakers(batch):
            update_episodes(_episodes_with(speaker__in=renamed))


def update_organisations(keys: Iterable[int]) -> None:
    """The same for organisations, and for the people who belong to them."""
    for batch in _batches(keys):
        if renamed := _write_organisations(batch):
            members = SpeakerPage.objects.filter(organisation__in=renamed)
            _write_speakers(members.values_list("pk", flat=True))
            update_episodes(_episodes_with(organisation__in=renamed))


def update_tag(key: int) -> None:
    """A topic that was renamed, and the episodes that carry it."""
    update_episodes(
        TaggedEpisode.objects.filter(tag=key).values_list("content_object_id", flat=True)
    )
    _update_topics({key})


def update_below(page: Page) -> None:
    """Everything at and below a page that was moved, or made private or public."""
    kinds: list[tuple[Any, Any]] = [
        (OrganisationPage, update_organisations),
        (SpeakerPage, update_speakers),
        (EpisodePage, update_episodes),
    ]
    for model, update in kinds:
        update(model.objects.descendant_of(page, inclusive=True).values_list("pk", flat=True))


def rebuild() -> Iterator[int]:
    """Looks at every page again, the oldest episodes first; gives how many were looked at.

    In small transactions and in place: visitors can search and editors can save meanwhile.
    """
    done = 0
    kinds: list[tuple[Any, Any, list[str]]] = [
        (OrganisationPage, _write_organisations, ["pk"]),
        (SpeakerPage, _write_speakers, ["pk"]),
        (EpisodePage, _write_episodes, ["published_on", "pk"]),
    ]
    for model, write, order in kinds:
        for batch in _batches(model.objects.order_by(*order).values_list("pk", flat=True)):
            write(batch)
            done += len(batch)
            yield done


def _write_episodes(keys: Iterable[int]) -> list[int]:
    pages = list(_episodes(keys))
    renamed = _replace(Kind.EPISODE, keys, [of_episode(page) for page in pages])
    _write_passages(pages)
    _update_topics({tag.pk for page in pages for tag in page.tags.all()})
    return renamed


def _write_passages(pages: list[EpisodePage]) -> None:
    rows = SearchEntry.objects.filter(page__in=pages).values_list("page_id", "pk")
    entries = dict(rows)
    known = passages.known_digests(list(entries.values()))
    for page in pages:
        with transaction.atomic():
            passages.update(page, entries[page.pk], known.get(entries[page.pk], {}))
    listing_quotes.refresh(entries)


def _write_speakers(keys: Iterable[int]) -> list[int]:
    organisation = Prefetch("organisation", visible(OrganisationPage.objects.all()))
    people = visible(SpeakerPage.objects.filter(pk__in=keys)).prefetch_related(organisation)
    return _replace(Kind.PERSON, keys, [of_speaker(page) for page in people])


def _write_organisations(keys: Iterable[int]) -> list[int]:
    pages = visible(OrganisationPage.objects.filter(pk__in=keys))
    return _replace(Kind.ORGANISATION, keys, [of_organisation(page) for page in pages])


def _episodes(keys: Iterable[int]) -> Any:
    speakers = visible(SpeakerPage.objects.all()).defer("biography")
    appearances = Appearance.objects.annotate(
        speaker_title=F("speaker__title"), own_organisation_title=F("organisation__title")
    ).prefetch_related(Prefetch("speaker", speakers), organisations())
    partnerships = Partnership.objects.annotate(
        own_organisation_title=F("organisation__title")
    ).prefetch_related(organisations())
    return (
        EpisodePage.objects.filter(pk__in=keys)
        .published()
        .order_by("published_on", "pk")
        .prefetch_related(
            Prefetch("appearances", appearances),
            Prefetch("partnerships", partnerships),
            "tags",
            "takeaways",
            "videos__captions",
        )
    )


def _update_topics(keys: set[int]) -> None:
    tags = EpisodeTag.objects.filter(pk__in=keys).filter(
        Exists(_carried().filter(tag=OuterRef("pk")))
    )
    _replace(Kind.TOPIC, keys, [of_tag(tag) for tag in tags])
    forget_empty_topics()


def forget_empty_topics() -> None:
    """Only topics that a visible episode carries are found; those of drafts are not public."""
    topics = SearchEntry.objects.filter(kind=Kind.TOPIC)
    topics.filter(~Exists(_carried().filter(tag=OuterRef("tag")))).delete()


def _carried() -> Any:
    # One row at a time: as a list of all episodes, SQLite went through it for each topic.
    is_found = SearchEntry.objects.filter(kind=Kind.EPISODE, page=OuterRef("content_object_id"))
    return TaggedEpisode.objects.filter(Exists(is_found))


@transaction.atomic
def _replace(kind: str, keys: Iterable[int], entries: list[Entry]) -> list[int]:
    """Writes those of the entries that differ from what is there, deletes the rest of the keys.

    Gives the keys whose names were added, changed or taken back.
    """
    key = "tag_id" if kind == Kind.TOPIC else "page_id"
    there = SearchEntry.objects.filter(**{f"{key}__in": list(keys)}).select_related("text")
    known = {getattr(row, key): row for row in there}
    stale = known.keys() - {getattr(entry, key) for entry in entries}
    SearchEntry.objects.filter(pk__in=[known[page].pk for page in stale]).delete()
    renamed, changed = list(stale), []
    for entry in entries:
        row, columns = known.get(getattr(entry, key)), entry.columns()
        if row is None or row.text.names != columns["names"]:
            renamed.append(getattr(entry, key))
        if row is None or _differs(row, entry, columns):
            changed.append((row or SearchEntry(), entry, columns))
    _write(changed)
    return renamed


def _differs(row: SearchEntry, entry: Entry, columns: dict[str, str]) -> bool:
    same = all(getattr(row, name) == getattr(entry, name) for name in FIELDS)
    return not same or any(getattr(row.text, name) != text for name, text in columns.items())


def _write(changed: list[tuple[SearchEntry, Entry, dict[str, str]]]) -> None:
    if changed:
        changes.announce()  # pages of results were kept with what was found before
    for row, entry, _columns in changed:
        for name in FIELDS:
            setattr(row, name, getattr(entry, name))
    rows = [row for row, _entry, _columns in changed]
    SearchEntry.objects.bulk_update([row for row in rows if row.pk], CHANGEABLE)
    SearchWord.objects.filter(entry__in=[row for row in rows if row.pk]).delete()
    SearchEntry.objects.bulk_create([row for row in rows if not row.pk])
    SearchText.objects.bulk_create(
        [SearchText(entry=row, **columns) for row, _entry, columns in changed],
        update_conflicts=True,
        unique_fields=["entry"],
        update_fields=COLUMNS,
    )
    SearchWord.objects.bulk_create(
        [
            SearchWord(entry=row, word=word)
            for row, _entry, columns in changed
            for word in sorted(words_of(columns))
        ]
    )


def _episodes_with(**condition: Any) -> list[int]:
    """Keys of the episodes where a person or an organisation takes part."""
    models: list[Any] = [Appearance] if "speaker__in" in condition else [Appearance, Partnership]
    return sorted(
        {
            key
            for model in models
            for key in model.objects.filter(**condition).values_list("episode_id", flat=True)
        }
    )


def _batches(keys: Iterable[int]) -> Iterator[list[int]]:
    listed = list(keys)
    return (listed[start : start + BATCH] for start in range(0, len(listed), BATCH))
