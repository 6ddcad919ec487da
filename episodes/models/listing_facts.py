"""What is true of episodes, as lists need it: read from the pages themselves."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from wagtail.models import Page

from episodes.filters import Kind
from speakers.models import OrganisationPage, SpeakerPage
from speakers.names import folded
from speakers.visibility import visible

from .appearance import Appearance, Partnership
from .episode import EpisodePage
from .listed import SORT_TITLE_LENGTH
from .series import SeriesPage
from .tags import EpisodeTag, TaggedEpisode

#: (kind, value)
Choice = tuple[str, str]


@dataclass
class Facts:
    """One episode that visitors may see."""

    series_id: int
    published_on: datetime.date
    premieres_at: datetime.datetime | None
    sort_title: str
    choices: set[Choice] = field(default_factory=lambda: {(Kind.ALL.value, "")})


def facts(episode_ids: Collection[int]) -> dict[int, Facts]:
    """Of those of the episodes that any visitor may see, by key; in six queries."""
    rows = list(
        EpisodePage.objects.filter(pk__in=episode_ids)
        .published()
        .order_by()
        .values("pk", "path", "title", "published_on", "premieres_at", "spoken_language")
    )
    series = _series(row["path"] for row in rows)
    found = {}
    for row in rows:
        parent = series.get(_parent_path(row["path"]))
        if parent is None:
            continue
        one = found[row["pk"]] = Facts(
            series_id=parent[0],
            published_on=row["published_on"] or datetime.date.min,
            premieres_at=row["premieres_at"],
            sort_title=folded(row["title"])[:SORT_TITLE_LENGTH],
        )
        one.choices.add((Kind.LANGUAGE.value, row["spoken_language"] or parent[1]))
        if row["published_on"]:
            one.choices.add((Kind.YEAR.value, str(row["published_on"].year)))
    for pk, choice in _carried(list(found)):
        found[pk].choices.add(choice)
    return found


def _parent_path(path: str) -> str:
    return path[: -Page.steplen]


def _series(paths: Iterable[str]) -> dict[str, tuple[int, str]]:
    """Key and language of the series above these episodes, by the series' path."""
    above = {_parent_path(path) for path in paths}
    rows = SeriesPage.objects.filter(path__in=above).order_by()
    return {
        path: (pk, language)
        for path, pk, language in rows.values_list("path", "pk", "spoken_language")
    }


def _carried(episode_ids: list[int]) -> Iterable[tuple[int, Choice]]:
    """Tags, people, organisations and the countries of guests."""
    tagged = TaggedEpisode.objects.filter(content_object__in=episode_ids)
    for pk, tag in tagged.values_list("content_object_id", "tag_id"):
        yield pk, (Kind.TAG.value, str(tag))
    took_part = Appearance.objects.filter(episode__in=episode_ids).order_by()
    columns = ("episode_id", "speaker_id", "organisation_id", "capacity", "country")
    for pk, speaker, organisation, capacity, country in took_part.values_list(*columns):
        if speaker:
            yield pk, (Kind.SPEAKER.value, str(speaker))
        if organisation:
            yield pk, (Kind.ORGANISATION.value, str(organisation))
        if country and capacity in Appearance.GUESTS:
            yield pk, (Kind.COUNTRY.value, str(country))
    helped = Partnership.objects.filter(episode__in=episode_ids, organisation__isnull=False)
    for pk, organisation in helped.order_by().values_list("episode_id", "organisation_id"):
        yield pk, (Kind.ORGANISATION.value, str(organisation))


@dataclass(frozen=True)
class Name:
    """How a choice is called, in an address and in a list, and whether visitors may know."""

    slug: str
    label: str
    shown: bool = True


def names(kind: str, values: Collection[str], language: str) -> dict[str, Name]:
    """What these values of one kind are called in a language; codes are their own slugs."""
    if kind == Kind.TAG:
        tags = EpisodeTag.objects.filter(pk__in=values).order_by()
        return {str(tag.pk): Name(tag.slug, tag.name_in(language)) for tag in tags}
    model: Any = {Kind.SPEAKER: SpeakerPage, Kind.ORGANISATION: OrganisationPage}.get(Kind(kind))
    if model is None:
        return {value: Name(value, "") for value in values}
    pages = model.objects.filter(pk__in=values).order_by()
    shown = set(visible(pages).values_list("pk", flat=True))
    return {
        str(pk): Name(slug, label[:255], pk in shown)
        for pk, slug, label in pages.values_list("pk", "slug", "title")
    }


def languages_of(series_ids: Collection[int]) -> dict[int, str]:
    """The language of the pages of each series."""
    rows = SeriesPage.objects.filter(pk__in=series_ids).order_by()
    return dict(rows.values_list("pk", "locale__language_code"))
