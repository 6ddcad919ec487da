"""Which rows made an episode before, or belong to one that stands in the series already."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from episodes.formats.errors import FormatError
from episodes.models import EpisodePage, EpisodeVideo, SeriesPage
from episodes.models.catalogue import CatalogueEntry
from episodes.models.video import parse_link

from .identity import video_key


@dataclass
class Known:
    """An entry of the catalogue with its episode; the entry isn't saved where it is new."""

    entry: CatalogueEntry
    episode: EpisodePage | None

    @property
    def is_deleted(self) -> bool:
        return self.episode is None


class Memory:
    """What a series remembers of earlier imports, and what editors made of the same videos."""

    def __init__(self, series: SeriesPage) -> None:
        self.series = series
        self._by_editors: dict[str, set[int]] = defaultdict(set)
        rows = EpisodeVideo.objects.filter(
            episode__path__startswith=series.path, episode__catalogue_entries__isnull=True
        ).exclude(link="")
        for link, episode in rows.values_list("link", "episode").iterator():
            try:
                self._by_editors[video_key(parse_link(link))].add(episode)
            except FormatError:
                continue

    def find(self, batch: Sequence[Any]) -> dict[str, Known]:
        """By the key of each row that is known.

        A row is known by its key, else by its video: where one entry or one editor's episode has
        it. Two rows that have names of their own in a catalogue are two, whatever they play.
        """
        wanted = {read.key for read in batch}
        found = {entry.key: entry for entry in self._entries(key__in=wanted)}
        others = [read for read in batch if read.key not in found and read.link]
        found |= self._by_video(others)
        keys = [entry.episode_id for entry in found.values() if entry.episode_id]
        episodes = EpisodePage.objects.in_bulk(keys)
        return {key: Known(entry, episodes.get(entry.episode_id)) for key, entry in found.items()}

    def others_with(self, batch: Iterable[Any]) -> dict[str, str]:
        """By video, the title of an episode that an earlier row of another name made of it."""
        videos = {video_key(read.link) for read in batch if read.link}
        if not videos:
            return {}
        others = self._entries(video__in=videos, episode__isnull=False)
        return dict(others.order_by("pk").values_list("video", "episode__title"))

    def _entries(self, **which: Any) -> QuerySet[CatalogueEntry]:
        return CatalogueEntry.objects.filter(series=self.series, **which)

    def _by_video(self, batch: list[Any]) -> dict[str, CatalogueEntry]:
        candidates: dict[str, list[CatalogueEntry]] = defaultdict(list)
        videos = {video_key(read.link) for read in batch}
        for entry in self._entries(video__in=videos) if videos else ():
            candidates[entry.video].append(entry)
        found = {}
        for read in batch:
            video = video_key(read.link)
            fitting = [one for one in candidates[video] if not _are_two(one.key, read.key)]
            if not candidates[video]:
                fitting = [
                    CatalogueEntry(series=self.series, key=read.key, video=video, episode_id=pk)
                    for pk in self._by_editors.get(video, ())
                ]
            if len(fitting) == 1:
                found[read.key] = fitting[0]
        return found


def _are_two(one: str, other: str) -> bool:
    return one.startswith("source:") and other.startswith("source:")
