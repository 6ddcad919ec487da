"""Prints queries and median times of each kind of page with 3 and with 300 episodes.

Runs on a scratch database, in one process, without a web server: what is compared is the work
of the site itself. Times differ from machine to machine; the ratios should not.
"""

import os
import statistics
import tempfile
import time
from pathlib import Path

SMALL, LARGE = 3, 300
REPEATS = 15


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="forum-cms-bench-") as folder:
        database = Path(folder) / "db.sqlite3"
        os.environ["DATABASE_URL"] = f"sqlite:///{database}"
        os.environ["DJANGO_SETTINGS_MODULE"] = "forum_cms.settings.test"
        import django  # the settings must be named first

        django.setup()
        from tests.database import copy_template

        copy_template(database)
        run()


def run() -> None:
    from tests import content

    print(f"Making {SMALL} and then {LARGE} episodes …", flush=True)
    site = content.small_site(SMALL)
    pages = addresses(site)
    small = {name: measure(address) for name, address in pages.items()}
    made = (site["series"], site["speakers"], site["organisation"], site["tags"])
    content.fill(*made, LARGE - SMALL, first=SMALL)
    large = {name: measure(address) for name, address in pages.items()}

    print(f"\n{'':14}{'queries':>16}{'':4}{'median time in ms':>24}")
    head = f"{'page':14}" + f"{SMALL:>8}{LARGE:>8}" + f"{SMALL:>12}{LARGE:>8}{'ratio':>8}"
    print(f"{head}\n{'-' * len(head)}")
    for name in pages:
        (few, few_ms), (many, many_ms) = small[name], large[name]
        print(f"{name:14}{few:8}{many:8}{few_ms:12.1f}{many_ms:8.1f}{many_ms / few_ms:8.1f}")


def addresses(site: dict) -> dict[str, str]:
    """One page of each kind; the episode is the newest of the few."""
    series = site["series"].get_url()
    return {
        "home": site["home"].get_url(),
        "series": series,
        "tag": f"{series}tag/courts/",
        "episode": site["episodes"][-1].get_url(),
        "speaker": site["speaker"].get_url(),
        "organisation": site["organisation"].get_url(),
    }


def measure(address: str) -> tuple[int, float]:
    """Queries of one request, and the median of its times in milliseconds."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client()
    assert client.get(address).status_code == 200, address  # makes picture sizes, fills caches
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    queries = len(captured)  # now: the next request empties the log
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        client.get(address)
        times.append(1000 * (time.perf_counter() - start))
    return queries, statistics.median(times)


if __name__ == "__main__":
    main()
