"""A bulletin of several episodes: its parts, each to be opened and made a draft of its own."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.core import signing

from episodes.authoring.earlier import find_episode
from episodes.authoring.errors import ImportFailed
from episodes.formats import article
from episodes.formats.article import several
from episodes.formats.documents import Document
from episodes.formats.errors import FormatError
from episodes.models import EpisodePage, SeriesPage
from episodes.sentences import translated

from .article_parcel import Parcel


@dataclass(frozen=True)
class Part:
    """One episode of a bulletin; `parcel` opens it, `episode` is what it made already.

    A part that can't be opened has a sentence as `problem` instead.
    """

    title: str
    day: datetime.date | None
    parcel: str
    episode: EpisodePage | None = None
    problem: str = ""


def parts_of(document: Document, series: SeriesPage) -> list[Part]:
    """The episodes of a bulletin, in its order."""
    return [_part(Parcel(one, series.pk), series) for one in several.split(document)]


def opened_again(sealed: Iterable[str], all_series: Iterable[SeriesPage]) -> list[Part]:
    """The same parts later, with what became of them; what can't be opened is passed over."""
    by_key = {series.pk: series for series in all_series}
    parts = []
    for one in sealed:
        try:
            parcel = Parcel.open(one)
        except signing.BadSignature:
            continue
        if parcel.series_pk in by_key:
            parts.append(_part(parcel, by_key[parcel.series_pk]))
    return parts


def _part(parcel: Parcel, series: SeriesPage) -> Part:
    first = parcel.document.lines[0].text if parcel.document.lines else ""
    try:
        draft = article.parse(parcel.document)
        episode = find_episode(draft, series, parcel.document.filename)
        return Part(draft.title or first, draft.publication_date, parcel.seal(), episode)
    except FormatError as error:
        return Part(first, None, "", problem=translated(error))
    except ImportFailed as failure:
        return Part(first, None, "", problem=str(failure))
