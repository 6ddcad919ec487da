"""The bench series with captions for its latest talks: what a search looks through at size.

The words are those of a real talk where `../shared` is there, from another place for each
episode, else a few sentences of our own.
"""

import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
OWN = ["Que dire d'un tribunal ?", "Je suis juge.", "Un phare", "a des gardiens."]
#: Episodes of which the captions are stored, and read by the search, at once.
BATCH = 100


def fill(said: int, cues: int) -> float | None:
    """Give captions of so many cues to the latest `said` episodes, and have them indexed.

    Gives the seconds that the index took; nothing where all have theirs. Goes on after an
    interruption.
    """
    from episodes.management.progress import Progress
    from episodes.models import EpisodePage, SearchEntry
    from episodes.search import index

    newest = EpisodePage.objects.live().order_by("-published_on", "-pk")
    keys = list(newest.values_list("pk", flat=True)[:said])
    spoken = SearchEntry.objects.filter(passages__kind="said").values_list("page_id", flat=True)
    silent = sorted(set(keys) - set(spoken.distinct()))
    if not silent:
        return None
    progress, texts, seconds = Progress(sys.stderr), words(), 0.0
    for start in range(0, len(silent), BATCH):
        batch = silent[start : start + BATCH]
        store(batch, cues, texts)
        begun = time.perf_counter()
        index.update_episodes(batch)
        seconds += time.perf_counter() - begun
        progress.show((start + len(batch)) / len(silent), start + len(batch))
    progress.end()
    return seconds


def store(keys: list[int], cues: int, texts: list[str]) -> None:
    """Captions in place of those that the main videos of these episodes have."""
    from django.db import transaction

    from episodes.models import Captions, EpisodeVideo

    videos: dict[int, Any] = {}
    for video in EpisodeVideo.objects.filter(episode__in=keys):
        videos.setdefault(video.episode_id, video)
    with transaction.atomic():
        Captions.objects.filter(video__in=videos.values()).delete()
        Captions.objects.bulk_create(
            Captions(video=video, language="fr", sort_order=0, cues=_cues(texts, cues, key * 7))
            for key, video in videos.items()
        )


def _cues(texts: list[str], number: int, begin: int) -> list[dict[str, Any]]:
    return [
        {"start": 4 * at, "end": 4 * at + 4, "text": texts[(begin + at) % len(texts)]}
        for at in range(number)
    ]


def words() -> list[str]:
    """What the cues of a long talk say, one after another."""
    from episodes.formats import captions

    file = SHARED / "captions" / "long_talk_fr.vtt"
    if not file.exists():
        return OWN
    return [cue.text for cue in captions.read(file.read_bytes(), file.name).cues]


def changes(number: int, cues: int) -> Iterator[tuple[str, float]]:
    """What one edit costs, in milliseconds: names of edits with a time, `number` of each."""
    from episodes.models import EpisodePage
    from episodes.search import index

    texts = words()
    newest = EpisodePage.objects.live().filter(videos__captions__isnull=False)
    for at, page in zip(count(), newest.order_by("-published_on", "-pk")[:number], strict=False):
        store([page.pk], cues, [*texts[at + 1 :], f"Round {time.time_ns()}"])
        for name in ("new captions", "nothing new"):
            begun = time.perf_counter()
            index.update_episodes([page.pk])
            yield name, 1000 * (time.perf_counter() - begun)
        EpisodePage.objects.filter(pk=page.pk).update(title=f"{page.title[:200]} ({at})")
        begun = time.perf_counter()
        index.update_episodes([page.pk])
        yield "another title", 1000 * (time.perf_counter() - begun)
        EpisodePage.objects.filter(pk=page.pk).update(title=page.title)
        index.update_episodes([page.pk])
