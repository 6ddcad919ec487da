"""`make bench`: queries, times and memory of each kind of page with 300 and with 12,000 episodes.

The sites are made once, with `bench.data`, and kept in var/bench. Times are taken in rounds that
ask the sites in turn, the first one last in every other round, so that whatever else the machine
does hits both alike. They differ from machine to machine; the ratios of the processor's time
should not. `--plans` adds how the database answers the lists.
"""

import json
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from bench import data
from bench.table import Figures, lines

SMALL, LARGE = 300, 12_000
ROUNDS = 31


def main() -> None:
    parser = ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[SMALL, LARGE])
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--only", default="", help="pages whose names begin so")
    parser.add_argument("--invented", action="store_true", help="not the catalogue's talks")
    parser.add_argument("--plans", action="store_true", help="print query plans of the lists")
    options = parser.parse_args()
    sizes = sorted({SMALL, *options.sizes} if len(options.sizes) == 1 else options.sizes)
    # Like with like: where one site has to be invented, all are.
    invented = options.invented or sizes[-1] > data.CATALOGUE
    seconds = [prepare(size, invented) for size in sizes]
    workers = [Worker(data.address(size, invented)) for size in sizes]
    try:
        report(sizes, seconds, workers, options)
    finally:
        for worker in workers:
            worker.close()


def prepare(size: int, invented: bool) -> float:
    """Make the site of this size, unless it is there; the seconds that its import took."""
    mark = data.file_of(size, invented, "json")
    # In a process of its own: one process knows one database. It brings an older one up to date.
    flags = ["--own", *(["--invented"] if invented else [])]
    subprocess.run([sys.executable, "-m", "bench.data", str(size), *flags], check=True)
    return json.loads(mark.read_text())["seconds"]


class Worker:
    """A process that has one of the sites, and answers questions about it."""

    def __init__(self, database: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bench.worker", database],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, *question: Any) -> Any:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise SystemExit("A worker stopped; its reason stands above.")
        return json.loads(answer)

    def close(self) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait()


def report(
    sizes: list[int], seconds: list[float], workers: list[Worker], options: Namespace
) -> None:
    addresses = [worker.ask("pages") for worker in workers]
    names = [name for name in addresses[0] if all(name in known for known in addresses)]
    pages = {
        name: [Figures() for _size in sizes] for name in names if name.startswith(options.only)
    }
    for name, figures in pages.items():
        for one, worker, known in zip(figures, workers, addresses, strict=True):
            one.queries = worker.ask("queries", known[name], False)
            one.cached_queries = worker.ask("queries", known[name], True)
    before = [worker.ask("megabytes") for worker in workers]
    for number in range(options.rounds):
        for name, figures in pages.items():
            turns = list(zip(figures, workers, addresses, strict=True))
            for one, worker, known in turns if number % 2 else reversed(turns):
                took, took_cpu = worker.ask("milliseconds", known[name], False)
                one.times.append(took)
                one.cpu_times.append(took_cpu)
                one.cached_times.append(worker.ask("milliseconds", known[name], True)[0])
    after = [worker.ask("megabytes") for worker in workers]
    print("\n" + "\n".join(lines(sizes, pages)) + "\n")
    for size, start, end, took in zip(sizes, before, after, seconds, strict=True):
        asked = options.rounds * len(pages) * 2
        print(
            f"{size:>7} episodes: a worker holds {start:.0f} MB, and {end - start:+.1f} MB after "
            f"{asked} requests; imported in {took:.0f} s, {size / max(took, 0.1):.0f} a second"
        )
    if options.plans:
        for name in pages:
            print(f"\n{name}, {sizes[-1]} episodes")
            for plan in workers[-1].ask("plans", addresses[-1][name]):
                print("  " + plan.replace("\n", "\n    "))


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    main()
