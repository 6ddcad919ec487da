"""`make bench-data N=12000`: a site with so many published episodes, through the importer.

Sizes that the catalogue hasn't are invented (`bench.invented`) and laid in bulk.
"""

import json
import os
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[1] / "var" / "bench"
SLUG = "bench"
#: Above this, episodes are invented.
CATALOGUE = 20_000


def main() -> None:
    parser = ArgumentParser(prog="make bench-data", description=__doc__)
    parser.add_argument("number", type=int, help="how many episodes")
    parser.add_argument("--invented", action="store_true", help="no catalogue; so is all above it")
    parser.add_argument("--own", action="store_true", help="whatever DATABASE_URL says")
    options = parser.parse_args()
    if options.number < 1:
        parser.error("at least one episode")
    named = "" if options.own else os.environ.get("DATABASE_URL", "")
    invented = options.invented or options.number > CATALOGUE
    set_up(named or address(options.number, invented))
    seconds = load(options.number, invented)
    mark = file_of(options.number, invented, "json")
    if not named and (seconds is not None or not mark.exists()):
        mark.write_text(json.dumps({"seconds": seconds or 0}))


def address(name: int | str, invented: bool = False) -> str:
    """Where the database of this size (or name) is, unless another one is named."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    return f"sqlite:///{file_of(name, invented, 'sqlite3')}"


def file_of(name: int | str, invented: bool, ending: str) -> Path:
    return FOLDER / f"{'invented-' if invented else ''}{name}.{ending}"


def set_up(database: str) -> None:
    os.environ["DATABASE_URL"] = database
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "forum_cms.settings.dev")
    import django  # the settings must be named first

    django.setup()


def load(number: int, invented: bool = False) -> float | None:
    """Bring the bench series to so many episodes; gives the seconds that it took.

    Nothing where they are there already. After an interruption it goes on.
    """
    from django.core.management import call_command

    from episodes.management.progress import Progress
    from episodes.models import EpisodePage

    call_command("migrate", verbosity=0)
    series = _series()
    if series.get_children().live().count() >= number:
        return None
    progress = Progress(sys.stderr)
    start = time.monotonic()
    for done in (_invent if invented else _import)(series, number):
        progress.show(done / number, done)
    progress.end()
    seconds = time.monotonic() - start
    published = EpisodePage.objects.child_of(series).live().count()
    print(f"{published} of {number} published, in {seconds:.0f} s", file=sys.stderr)
    return seconds


def _invent(series: Any, number: int) -> Iterator[int]:
    from bench import invented

    print(f"{number} invented episodes", file=sys.stderr)
    return invented.fill(series, number)


def _import(series: Any, number: int) -> Iterator[int]:
    from bench import talks
    from episodes.authoring.catalogue.importer import CatalogueImport, Options
    from episodes.authoring.catalogue.run import run

    print(f"{number} episodes from {talks.source().name}", file=sys.stderr)
    work = CatalogueImport(Options(series, publish=True))
    for done, _outcome in enumerate(run(work, talks.rows(number)), start=1):
        yield done


def _series():
    from episodes.models import SeriesPage
    from forum_cms.start import publish, start_site

    series = SeriesPage.objects.filter(slug=SLUG).first()
    if series is None:
        from forum_cms.models import HomePage

        home = HomePage.objects.first()
        if home is None:
            home = start_site("Bench", mark="#Bench").home
            home.introduction = "A site for measuring."
            home.save_revision().publish()
        series = SeriesPage(
            title="Bench",
            slug=SLUG,
            hashtag="#Bench",
            introduction="Talks for measuring; nothing of this is published anywhere.",
        )
        publish(home, series)
    return series


if __name__ == "__main__":
    main()
