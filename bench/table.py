"""The figures, side by side."""

from dataclasses import dataclass, field
from statistics import median


@dataclass
class Figures:
    """Of one page on one site."""

    queries: int = 0
    cached_queries: int = 0
    times: list[float] = field(default_factory=list)
    cached_times: list[float] = field(default_factory=list)


def lines(sizes: list[int], pages: dict[str, list[Figures]]) -> list[str]:
    """A line for each page: queries and medians of each size, and last by first."""
    wide = max(map(len, pages)) + 2
    each = "".join(f"{size:>9}" for size in sizes)
    head = f"{'':{wide}}{each}{each}{'ratio':>8}{each}{each}"
    groups = ("queries", "median ms", "cached", "cached ms")
    width = 9 * len(sizes)
    over = f"{'':{wide}}" + "".join(
        f"{name:>{width + (8 if name == 'median ms' else 0)}}" for name in groups
    )
    found = [over, head, "-" * len(head)]
    for name, figures in pages.items():
        times = [median(one.times) for one in figures]
        cells = [f"{one.queries:9}" for one in figures]
        cells += [f"{one:9.1f}" for one in times] + [f"{times[-1] / times[0]:8.2f}"]
        cells += [f"{one.cached_queries:9}" for one in figures]
        cells += [f"{median(one.cached_times):9.2f}" for one in figures]
        found.append(f"{name:{wide}}{''.join(cells)}")
    return found
