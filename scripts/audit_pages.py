"""`audit_pages.py SITE FOLDER`: scores of Lighthouse and errors of the Nu checker, as a table.

One page of each kind, found through the sitemap. Ends with 1 where a score is below 100 (for the
speed of the page with a long transcript: 95) or the checker names an error. `FOLDER` holds the
tools of npm and gets the reports. `--series` is the slug of the series, `--talk` the address of an
episode with a long transcript, `--runs` how often each page is judged: a score is the median.
"""

import json
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from argparse import ArgumentParser
from pathlib import Path
from statistics import median

CHROME = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --disable-background-networking "
    "--disable-component-update --disable-sync --no-first-run"
)
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
#: What the score of performance is made of, and how many of it make a unit.
METRICS = {
    "first-contentful-paint": ("FCP s", 1000),
    "largest-contentful-paint": ("LCP s", 1000),
    "total-blocking-time": ("TBT ms", 1),
    "cumulative-layout-shift": ("CLS", 1),
    "server-response-time": ("server ms", 1),
}
#: Kind of page → what its speed must score, where that isn't everything.
FAST_ENOUGH = {"transcript": 95}
#: Kind of page → its address on the site; the first address of the sitemap that fits.
KINDS = {
    "home": r"/",
    "people": r"/people/",
    "speaker": r"/people/[^/]+/",
    "organisations": r"/organisations/",
    "organisation": r"/organisations/[^/]+/",
    "series": r"/{series}/",
    "episode": r"/{series}/[^/]+/",
    "standard": r"/about/",
}


def read(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return answer.read().decode()
    except urllib.error.HTTPError as error:  # the page of an error is a page as well
        with error:
            return error.read().decode()


def wait_for(site: str) -> None:
    for _ in range(100):
        try:
            return urllib.request.urlopen(f"{site}/healthz", timeout=30).close()
        except OSError:
            time.sleep(0.3)
    sys.exit(f"Nothing answers at {site}.")


def pages(site: str, series: str) -> dict[str, str]:
    """An address of each kind of page."""
    parts = re.findall(r"<loc>[^<]*(/sitemap-[^<]+)", read(f"{site}/sitemap.xml"))
    # All parts of the pages, and one of the episodes: they are alike.
    wanted = [part for part in parts if "episodes" not in part] + ["/sitemap-episodes.xml"]
    listed = [
        re.sub(r"^https?://[^/]+", "", location)
        for part in wanted
        for location in re.findall(r"<loc>([^<]+)", read(site + part))
    ]
    found = {
        kind: next(filter(re.compile(pattern.replace("{series}", series)).fullmatch, listed), None)
        for kind, pattern in KINDS.items()
    }
    if found["series"]:
        tag = re.search(rf'href="({found["series"]}tag/[^/"]+/)"', read(site + found["series"]))
        found["tag"] = tag[1] if tag else None
        found["quotes"] = f"{found['series']}quotes/"
    found["search"] = "/search/?q=court"
    return {kind: path for kind, path in found.items() if path}


def checked_alone(site: str, found: dict[str, str]) -> dict[str, str]:
    """Pages of which only the HTML is judged."""
    czech = re.findall(rf"<loc>{site}(/cs/[^<]*)", read(f"{site}/sitemap-episodes.xml"))
    return {
        "not found": "/nowhere/",
        "search of nothing": "/search/",
        "choice": f"{found['series']}?sort=title&year=2020&year=2021",
        "empty choice": f"{found['series']}?q=qqqxzzy",
        "all topics": f"{found['series']}all/tag/",
        "czech home": "/cs/",
        **({"czech episode": czech[0]} if czech else {}),
    }


def lighthouse(folder: Path, address: str, report: Path) -> list[float]:
    """The four scores of a page, then its metrics."""
    command = [
        *(str(folder / "node_modules/.bin/lighthouse"), address, "--quiet"),
        *("--output", "json", "--output-path", str(report), f"--chrome-flags={CHROME}"),
    ]
    # Now and then the browser's record of a page has no beginning, and there is no score.
    if subprocess.run(command, check=False).returncode:
        subprocess.run(command, check=True)
    found = json.loads(report.read_text())
    scores = [round((found["categories"][name]["score"] or 0) * 100) for name in CATEGORIES]
    audits = found["audits"]
    return [
        *scores,
        *(audits[name].get("numericValue", 0) / by for name, (_head, by) in METRICS.items()),
    ]


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("site")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--series", default="forum2000online-chat")
    parser.add_argument("--talk", help="the address of an episode with a long transcript")
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--only", nargs="*", default=[], help="kinds of pages")
    options = parser.parse_args()
    site, folder = options.site, options.folder
    reports = folder / "reports"
    reports.mkdir(exist_ok=True)
    wait_for(site)
    found, missed = pages(site, options.series), False
    if options.talk:
        found["transcript"] = options.talk
    for kind, path in {**found, **checked_alone(site, found)}.items():
        (reports / f"{kind}.html").write_text(read(site + path), encoding="utf-8")
    heads = [*CATEGORIES, *(head for head, _by in METRICS.values())]
    print(f"{'page':14}" + "".join(f"{name:>15}" for name in heads))
    for kind, path in found.items():
        if options.only and kind not in options.only:
            continue
        report = reports / f"{kind}.json"
        runs = [lighthouse(folder, site + path, report) for _run in range(options.runs)]
        medians = [median(each) for each in zip(*runs, strict=True)]
        scores = medians[: len(CATEGORIES)]
        goals = [FAST_ENOUGH.get(kind, 100), *[100] * (len(CATEGORIES) - 1)]
        missed |= any(score < goal for score, goal in zip(scores, goals, strict=True))
        cells = [f"{score:15.0f}" for score in scores]
        cells += [f"{one:15.2f}" for one in medians[len(CATEGORIES) :]]
        print(f"{kind:14}" + "".join(cells), flush=True)
    jar = next((folder / "node_modules/vnu-jar").rglob("vnu.jar"))
    checked = subprocess.run(
        ["java", "-jar", str(jar), "--errors-only", *map(str, sorted(reports.glob("*.html")))],
        capture_output=True,
        text=True,
        check=False,
    )
    print(checked.stderr or "HTML: no error.")
    sys.exit(missed or bool(checked.returncode))


if __name__ == "__main__":
    main()
