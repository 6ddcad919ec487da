"""How long a search takes at size: `python -m bench.search [EPISODES] [SAID] [CUES]`.

Makes a scratch database (or uses the one that DATABASE_URL names, which must be empty) with
published episodes, some of them with captions, and asks the questions below in turn. Titles and
captions are real ones where `../shared` is there, else a few sentences of our own.
"""

import datetime
import gzip
import json
import os
import random
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
ROUNDS = 7
QUESTIONS = {
    "a name": "willison",
    "a slip in a name": "wilison",
    "a word of many titles": "python",
    "two words": "data science",
    "a phrase": '"machine learning"',
    "a beginning": "p",
    "a word said everywhere": "que",
    "a phrase said": '"je suis"',
    "nothing": "qqqxzzy vvvw",
}


def main() -> None:
    episodes, said, cues = [int(text) for text in [*sys.argv[1:], *"12000 2000 1000".split()][:3]]
    with tempfile.TemporaryDirectory(prefix="forum-cms-bench-") as folder:
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{Path(folder) / 'db.sqlite3'}")
        os.environ["DJANGO_SETTINGS_MODULE"] = "forum_cms.settings.test"
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        fill(episodes, said, cues)
        report()


def fill(episodes: int, said: int, cues: int) -> None:
    """Publishes episodes behind the back of the pages' own methods, then makes the index."""
    from django.db import connection, transaction
    from wagtail.models import Page

    from episodes.models import Appearance, Captions, EpisodePage, EpisodeVideo, TaggedEpisode
    from episodes.search import index
    from tests import content, factories

    site = content.small_site(1)
    first = EpisodePage.objects.get()
    tags = [factories.TagFactory(name=f"Subject {number}") for number in range(60)]
    columns = [field.column for field in EpisodePage._meta.local_fields]
    row = EpisodePage.objects.values(*[f.attname for f in EpisodePage._meta.local_fields]).get()
    names = ", ".join(connection.ops.quote_name(column) for column in columns)
    insert = (
        f"INSERT INTO episodes_episodepage ({names}) VALUES ({', '.join(['%s'] * len(columns))})"
    )
    fields = EpisodePage._meta.local_fields
    parent, source = Page.objects.get(pk=site["series"].pk), _captions(cues)
    talks = list(_talks(episodes))
    for start in range(0, episodes, 500):
        batch = list(enumerate(talks[start : start + 500], start + 2))
        with transaction.atomic():
            pages = Page.objects.bulk_create(
                [_page(first, parent, number, talk["title"]) for number, talk in batch]
            )
            rows = []
            for page, (number, talk) in zip(pages, batch, strict=True):
                day = datetime.date(1990, 1, 1) + datetime.timedelta(days=number)
                new = {"page_ptr_id": page.pk, "uid": uuid.uuid4(), "lead": talk["text"]}
                values = {**row, **new, "published_on": day}
                rows.append([_stored(field, values[field.attname]) for field in fields])
            with connection.cursor() as cursor:
                cursor.executemany(insert, rows)
            keys = [page.pk for page in pages]
            Appearance.objects.bulk_create(
                Appearance(episode_id=key, name=name, sort_order=0)
                for key, (_number, talk) in zip(keys, batch, strict=True)
                for name in talk["speakers"] or ["Somebody"]
            )
            TaggedEpisode.objects.bulk_create(
                TaggedEpisode(content_object_id=key, tag=tag)
                for key in keys
                for tag in random.Random(key).sample(tags, 3)
            )
            speaking = keys[: max(0, said - start)]
            videos = EpisodeVideo.objects.bulk_create(
                EpisodeVideo(episode_id=key, link="https://www.youtube.com/watch?v=abcdefghijk")
                for key in speaking
            )
            Captions.objects.bulk_create(
                (
                    Captions(video=video, language="fr", cues=next(source), sort_order=0)
                    for video in videos
                ),
                batch_size=50,
            )
        print(f"\r{start + len(batch)} episodes", end="", flush=True)
    begun = time.perf_counter()
    for done in index.rebuild():
        print(f"\r{done} pages in the index", end="", flush=True)
    seconds = time.perf_counter() - begun
    from episodes.models import SaidPassage

    print(
        f"\rIndex of {episodes} episodes, {SaidPassage.objects.count()} passages: {seconds:.0f} s"
    )


def report() -> None:
    """Median times of the page of results and of suggestions, in milliseconds."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext, setup_test_environment

    setup_test_environment()  # or answers come without their context
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    client = Client()
    print(
        f"\n{'':24}{'found':>7}{'queries':>9}{'page ms':>9}{'suggest ms':>12}   ({connection.vendor})"
    )
    for name, query in QUESTIONS.items():
        page, suggest = [], []
        with CaptureQueriesContext(connection) as captured:
            answer = client.get("/search/", {"q": query})
        queries, found = len(captured), answer.context["results"].total
        for _ in range(ROUNDS):
            for address, times in (("/search/", page), ("/search/suggest/", suggest)):
                begun = time.perf_counter()
                client.get(address, {"q": query}, headers={"authorization": "measured anew"})
                times.append(1000 * (time.perf_counter() - begun))
        medians = statistics.median(page), statistics.median(suggest)
        print(f"{name:24}{found:>7}{queries:>9}{medians[0]:>9.0f}{medians[1]:>12.0f}", flush=True)


def _page(first: Any, parent: Any, number: int, title: str) -> Any:
    from django.contrib.contenttypes.models import ContentType
    from wagtail.models import Page

    return Page(
        title=title[:255],
        draft_title=title[:255],
        slug=f"talk-{number}",
        url_path=f"{parent.url_path}talk-{number}/",
        path=Page._get_path(parent.path, parent.depth + 1, number),
        depth=parent.depth + 1,
        live=True,
        locale_id=parent.locale_id,
        content_type=ContentType.objects.get_for_model(first),
    )


def _stored(field: Any, value: Any) -> Any:
    from django.db import connection

    return field.get_db_prep_save(value, connection)


def _talks(count: int) -> Iterator[dict[str, Any]]:
    file = SHARED / "talks.ndjson.gz"
    rows = [{"title": "Courts and their neighbours", "speakers": ["Vera Quill"], "description": ""}]
    if file.exists():
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
    for number in range(count):
        row = rows[number % len(rows)]
        yield {
            "title": row["title"] or "Untitled",
            "speakers": [name[:200] for name in row["speakers"]][:4],
            "text": (row["description"] or "").replace("\0", "")[:4000],
        }


def _captions(count: int) -> Iterator[list[dict[str, Any]]]:
    """So many cues each, in the order of a real talk but from another place every time."""
    from episodes.formats import captions

    file = SHARED / "captions" / "long_talk_fr.vtt"
    texts = ["Que dire d'un tribunal ?", "Je suis juge."]
    if file.exists():
        texts = [cue.text for cue in captions.read(file.read_bytes(), file.name).cues]
    chance = random.Random(1)
    while True:
        at = chance.randrange(len(texts))
        yield [
            {"start": 4 * n, "end": 4 * n + 4, "text": texts[(at + n) % len(texts)], "speaker": ""}
            for n in range(count)
        ]


if __name__ == "__main__":
    main()
