"""`audit_pages.py SITE FOLDER`: scores of Lighthouse and errors of the Nu checker, as a table.

One page of each kind, found through the sitemap. Ends with 1 where a score is below 100 or the
checker names an error. `FOLDER` holds the tools of npm and gets the reports.
"""

import json
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

CHROME = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --disable-background-networking "
    "--disable-component-update --disable-sync --no-first-run"
)
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
#: Kind of page → its address on the site; the first address of the sitemap that fits.
KINDS = {
    "home": r"/",
    "people": r"/people/",
    "speaker": r"/people/[^/]+/",
    "organisations": r"/organisations/",
    "organisation": r"/organisations/[^/]+/",
    "series": r"/forum2000online-chat/",
    "episode": r"/forum2000online-chat/[^/]+/",
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


def pages(site: str) -> dict[str, str]:
    """An address of each kind of page."""
    listed = [
        location.removeprefix(site)
        for section in ("pages", "episodes")
        for location in re.findall(r"<loc>([^<]+)", read(f"{site}/sitemap-{section}.xml"))
    ]
    found = {
        kind: next((path for path in listed if re.fullmatch(pattern, path)), None)
        for kind, pattern in KINDS.items()
    }
    if found["series"]:
        tag = re.search(rf'href="({found["series"]}tag/[^/"]+/)"', read(site + found["series"]))
        found["tag"] = tag[1] if tag else None
    found["search"] = (
        "/search/?q=court" if "Page not found" not in read(f"{site}/search/") else None
    )
    return {kind: path for kind, path in found.items() if path}


def lighthouse(folder: Path, address: str, report: Path) -> list[int]:
    """The four scores of a page."""
    subprocess.run(
        [
            *(str(folder / "node_modules/.bin/lighthouse"), address, "--quiet"),
            *("--output", "json", "--output-path", str(report), f"--chrome-flags={CHROME}"),
        ],
        check=True,
    )
    categories = json.loads(report.read_text())["categories"]
    return [round((categories[name]["score"] or 0) * 100) for name in CATEGORIES]


def main() -> None:
    site, folder = sys.argv[1], Path(sys.argv[2])
    reports = folder / "reports"
    reports.mkdir(exist_ok=True)
    wait_for(site)
    found, worst = pages(site), 100
    for kind, path in {**found, "not found": "/nowhere/"}.items():
        (reports / f"{kind}.html").write_text(read(site + path), encoding="utf-8")
    print(f"{'page':14}" + "".join(f"{name:>16}" for name in CATEGORIES))
    for kind, path in found.items():
        scores = lighthouse(folder, site + path, reports / f"{kind}.json")
        worst = min(worst, *scores)
        print(f"{kind:14}" + "".join(f"{score:16}" for score in scores), flush=True)
    jar = next((folder / "node_modules/vnu-jar").rglob("vnu.jar"))
    checked = subprocess.run(
        ["java", "-jar", str(jar), "--errors-only", *map(str, sorted(reports.glob("*.html")))],
        capture_output=True,
        text=True,
        check=False,
    )
    print(checked.stderr or "HTML: no error.")
    sys.exit(worst < 100 or bool(checked.returncode))


if __name__ == "__main__":
    main()
