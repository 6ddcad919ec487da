"""`make bench-data N=12000`: a site with so many published episodes, through the importer."""

import os
import sys
import time
from argparse import ArgumentParser
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "var" / "bench"
SLUG = "bench"


def main() -> None:
    parser = ArgumentParser(prog="make bench-data", description=__doc__)
    parser.add_argument("number", type=int, help="how many episodes")
    number = parser.parse_args().number
    if number < 1:
        parser.error("at least one episode")
    set_up(os.environ.get("DATABASE_URL") or address(number))
    load(number)


def address(number: int) -> str:
    """Where the database of this size is, unless another one is named."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    return f"sqlite:///{FOLDER / f'{number}.sqlite3'}"


def set_up(database: str) -> None:
    os.environ["DATABASE_URL"] = database
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "forum_cms.settings.dev")
    import django  # the settings must be named first

    django.setup()


def load(number: int) -> float:
    """Bring the bench series to so many episodes; gives the seconds that the import took.

    Safe to run again: what is there already is left alone.
    """
    from django.core.management import call_command

    from bench import talks
    from episodes.authoring.catalogue.importer import CatalogueImport, Options
    from episodes.authoring.catalogue.run import run
    from episodes.management.progress import Progress

    call_command("migrate", verbosity=0)
    print(f"{number} episodes from {talks.source().name}", file=sys.stderr)
    work = CatalogueImport(Options(_series(), publish=True))
    progress = Progress(sys.stderr)
    start = time.monotonic()
    refused = 0
    for done, outcome in enumerate(run(work, talks.rows(number)), start=1):
        refused += not outcome.live
        progress.show(done / number, done)
    progress.end()
    seconds = time.monotonic() - start
    print(f"{number - refused} published, {refused} not, in {seconds:.0f} s", file=sys.stderr)
    return seconds


def _series():
    from episodes.models import SeriesPage
    from forum_cms.start import publish, start_site

    series = SeriesPage.objects.filter(slug=SLUG).first()
    if series is None:
        from forum_cms.models import HomePage

        home = HomePage.objects.first() or start_site("Bench", mark="#Bench").home
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
