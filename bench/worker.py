"""One site of one size: answers questions about its pages, one a line, until there are no more.

A process of its own, because the memory that it takes is measured, too.
"""

import gc
import json
import os
import sys
import time
from pathlib import Path
from typing import Any


def main(database: str) -> None:
    os.environ["DATABASE_URL"] = database
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    import django  # the settings must be named first

    django.setup()
    site = _Site()
    for line in sys.stdin:
        question, *arguments = json.loads(line)
        print(json.dumps(getattr(site, question)(*arguments)), flush=True)


class _Site:
    def __init__(self) -> None:
        from django.test import Client, override_settings

        self._plain = Client()
        self._plain.get("/")  # its handler reads the settings now
        self._cached = Client()
        with override_settings(PAGE_CACHE_SECONDS=600):
            self._cached.get("/")

    def pages(self) -> dict[str, str]:
        from bench.pages import addresses

        return addresses()

    def queries(self, address: str, cached: bool) -> int:
        """Of one request; the pictures of the page are made and the cache is filled before."""
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        for _twice in range(2):
            self._get(address, cached)
        with CaptureQueriesContext(connection) as captured:
            self._get(address, cached)
        return len(captured)

    def milliseconds(self, address: str, cached: bool) -> tuple[float, float]:
        """What one request took on the clock, and of the processor (no other process counts)."""
        gc.collect()  # or one request pays for the others' litter
        start, start_cpu = time.perf_counter(), time.process_time()
        self._get(address, cached)
        took, took_cpu = time.perf_counter() - start, time.process_time() - start_cpu
        return 1000 * took, 1000 * took_cpu

    def plans(self, address: str) -> list[str]:
        """How the database answers each query that reads the tables of lists."""
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as captured:
            self._get(address, False)
        explain = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN "
        found = []
        for query in captured.captured_queries:
            if any(name in query["sql"] for name in ("listedepisode", "facetedepisode", "_facet")):
                with connection.cursor() as cursor:
                    cursor.execute(explain + query["sql"])
                    found.append("\n".join(str(row[-1]) for row in cursor.fetchall()))
        return found

    def megabytes(self) -> float:
        """What this process holds in memory; 0 where the system doesn't tell."""
        gc.collect()
        status = Path("/proc/self/status")
        lines = status.read_text().splitlines() if status.exists() else []
        return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024

    def _get(self, address: str, cached: bool) -> None:
        client: Any = self._cached if cached else self._plain
        response = client.get(address)
        assert response.status_code == 200, f"{address}: {response.status_code}"
        response.close()


if __name__ == "__main__":
    main(sys.argv[1])
