"""The figures, side by side."""

from dataclasses import dataclass, field
from statistics import median


@dataclass
class Figures:
    """Of one page on one site; times in milliseconds."""

    queries: int = 0
    cached_queries: int = 0
    times: list[float] = field(default_factory=list)
    cpu_times: list[float] = field(default_factory=list)
    cached_times: list[float] = field(default_factory=list)


def lines(sizes: list[int], pages: dict[str, list[Figures]]) -> list[str]:
    """A line for each page: queries and medians of each size, and last by first."""
    wide = max(map(len, pages)) + 2
    each = "".join(f"{size:>8}" for size in sizes)
    ratio = f"{'ratio':>7}"
    head = f"{'':{wide}}{each}{each}{ratio}{each}{ratio}{each}{each}"
    width = 8 * len(sizes)
    groups = [("queries", 0), ("median ms", 7), ("CPU ms", 7), ("cached", 0), ("cached ms", 0)]
    over = f"{'':{wide}}" + "".join(f"{name:>{width + more}}" for name, more in groups)
    found = [over, head, "-" * len(head)]
    for name, figures in pages.items():
        cells = "".join(f"{one.queries:8}" for one in figures)
        for times in ([one.times for one in figures], [one.cpu_times for one in figures]):
            medians = [median(each) for each in times]
            cells += "".join(f"{one:8.1f}" for one in medians)
            cells += f"{medians[-1] / medians[0]:7.2f}"
        cells += "".join(f"{one.cached_queries:8}" for one in figures)
        cells += "".join(f"{median(one.cached_times):8.2f}" for one in figures)
        found.append(f"{name:{wide}}{cells}")
    return found
