"""`make bench-search`: how long a search takes among 12,000 episodes and 2 million cues.

Each question is asked for the page of results and for suggestions. The database is made once,
by `bench.data` and `bench.spoken`, and kept in var/bench; with DATABASE_URL, where that says.
At the end some episodes are changed, which must cost the same however many there are.
"""

import os
import statistics
import time
from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from bench import data, spoken

ROUNDS = 7
EDITS = 7
#: A search takes at most so many milliseconds.
GOAL_MS = 150
QUESTIONS = {
    "a name": "willison",
    "a slip in a name": "wilison",
    "a word of many titles": "python",
    "two words": "data science",
    "a phrase": '"machine learning"',
    "a beginning": "p",
    "a word said everywhere": "que",
    "two words said everywhere": "que les",
    "a phrase said": '"je suis"',
    "nothing": "qqqxzzy vvvw",
}
ADDRESSES = {"page": "/search/", "suggestions": "/search/suggest/"}


def main() -> None:
    parser = ArgumentParser(prog="make bench-search", description=__doc__)
    parser.add_argument("episodes", nargs="?", type=int, default=12_000)
    parser.add_argument("said", nargs="?", type=int, default=2_000)
    parser.add_argument("cues", nargs="?", type=int, default=1_000)
    parser.add_argument("--fill", action="store_true", help="make the database, measure nothing")
    options = parser.parse_args()
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    own = f"search-{options.episodes}-{options.said}-{options.cues}"
    data.set_up(os.environ.get("DATABASE_URL") or data.address(own))
    data.load(options.episodes)
    seconds = spoken.fill(options.said, options.cues)
    if seconds is not None:
        print(f"{options.said} x {options.cues} cues read into the index in {seconds:.0f} s")
    if not options.fill:
        report(options.cues)


def report(cues: int) -> None:
    """Median milliseconds of every question, then those of the edits."""
    from django.db import connection
    from django.test.utils import setup_test_environment

    from episodes.models import SaidPassage, SearchEntry

    setup_test_environment()  # or answers come without their context
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    entries, passages = SearchEntry.objects.count(), SaidPassage.objects.count()
    print(f"\n{connection.vendor}: {entries} entries, {passages} passages; goal {GOAL_MS} ms\n")
    print(
        f"{'':28}{'found':>7}{'queries':>9}{'page ms':>9}{'by goal':>9}"
        f"{'queries':>9}{'suggestions ms':>16}{'by goal':>9}"
    )
    for name, query in QUESTIONS.items():
        cells = f"{name:28}{_found(query):>7}"
        for address, wide in zip(ADDRESSES.values(), (9, 16), strict=True):
            queries, median = _measured(address, query)
            cells += f"{queries:>9}{median:>{wide}.0f}{median / GOAL_MS:>9.2f}"
        print(cells, flush=True)
    times: dict[str, list[float]] = {}
    for name, took in spoken.changes(EDITS, cues):
        times.setdefault(name, []).append(took)
    print("\nThe index after an edit of one episode with captions, in ms:")
    for name, each in times.items():
        print(f"{name:28}{statistics.median(each):>7.0f}")


def _found(query: str) -> int:
    return _get("/search/", query).context["results"].total


def _measured(address: str, query: str) -> tuple[int, float]:
    """Queries of a request, and the median of its milliseconds."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        _get(address, query)
        queries = len(captured)
    times = [_milliseconds(lambda: _get(address, query)) for _round in range(ROUNDS)]
    return queries, statistics.median(times)


def _get(address: str, query: str) -> Any:
    from django.test import Client

    answer = Client().get(address, {"q": query})
    assert answer.status_code == 200, f"{address}: {answer.status_code}"
    return answer


def _milliseconds(work: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begun)


if __name__ == "__main__":
    main()
