"""Pictures of every kind of page, to be looked at: scripts/contact_sheet.py [WORDS …]

For each page, language and scheme one sheet in var/sheets: the page at 360, 768 and 1280 pixels
beside each other. WORDS choose: `contact_sheet.py episode cs dark` makes the sheets whose names
hold them all. Needs what the tests need. Without VAR_DIR it works on a demonstration in a scratch
folder; with it, on the one that is there, to which it adds pages of extremes.
"""

import io
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Route, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from scripts.screenshots import demo, manage, served  # noqa: E402
from tests.browser import ARGUMENTS, find_chromium  # noqa: E402

SHEETS = Path(os.environ.get("SHEETS_DIR", ROOT / "var/sheets"))
WIDTHS_PX = (360, 768, 1280)
#: A longer page is cut; its end can be had by MOST_PX in the environment.
MOST_PX = int(os.environ.get("MOST_PX", 3200))
GAP_PX = 24
SERIES = "/forum2000online-chat/"
#: Name of the sheet → address in the English tree, and in the Czech one where there is one.
PAGES = {
    "home": ("/", "/cs/"),
    "series": (SERIES, f"/cs{SERIES}"),
    "series-filtered": (f"{SERIES}?tag=courts&sort=oldest", f"/cs{SERIES}?tag=courts&sort=oldest"),
    "series-nothing": (f"{SERIES}?tag=courts&tag=water", f"/cs{SERIES}?tag=courts&tag=water"),
    "tag": (f"{SERIES}tag/courts/", f"/cs{SERIES}tag/courts/"),
    "all-values": (f"{SERIES}all/speaker/", f"/cs{SERIES}all/speaker/"),
    "episode": (f"{SERIES}chair-for-those-who-lost/", f"/cs{SERIES}chair-for-those-who-lost/"),
    "episode-usual": (f"{SERIES}right-to-be-boring/", f"/cs{SERIES}right-to-be-boring/"),
    "episode-announced": (f"{SERIES}people-not-yet-born/", f"/cs{SERIES}people-not-yet-born/"),
    "episode-long": ("/extremes/long/", "/cs/extremes/long/"),
    "episode-minimal": ("/extremes/minimal/", "/cs/extremes/minimal/"),
    "series-extremes": ("/extremes/", "/cs/extremes/"),
    "person": ("/people/thandeka-mokhoathi/", "/cs/lide/thandeka-mokhoathi/"),
    "person-long": ("/people/long-name/", "/cs/lide/long-name/"),
    "organisation": ("/organisations/open-tally-network/", "/cs/organizace/open-tally-network/"),
    "people": ("/people/", "/cs/lide/"),
    "people-country": ("/people/?country=CZ", "/cs/lide/?country=CZ"),
    "organisations": ("/organisations/", "/cs/organizace/"),
    "quotes": (f"{SERIES}quotes/", f"/cs{SERIES}quotes/"),
    "quotes-nothing": (f"{SERIES}quotes/?q=xylophone", f"/cs{SERIES}quotes/?q=xylofon"),
    "search": ("/search/?q=court", "/cs/search/?q=soud"),
    "search-start": ("/search/", "/cs/search/"),
    "search-nothing": ("/search/?q=xylophone+qwrtz", "/cs/search/?q=xylofon+qwrtz"),
    "standard": ("/about/", "/cs/about/"),
    "not-found": ("/nowhere/", "/cs/nikde/"),
    "server-error": ("/server-error/", "/cs/server-error/"),
    "style": ("/style/", None),
}


def prepare() -> str:
    """A series of what is long, empty or missing; the value of a cookie that shows the style page."""
    import django

    django.setup()
    from django.contrib.auth import get_user_model
    from django.test import Client

    from scripts.extremes import make_extremes

    make_extremes()
    manage("make_admin", "--name", f"designer-{time.time_ns()}")
    client = Client()
    client.force_login(get_user_model().objects.filter(is_superuser=True).latest("pk"))
    return client.cookies["sessionid"].value


def broken(route: Route) -> None:
    """The page of an error, which a site that works doesn't show."""
    from django.template.loader import render_to_string
    from django.utils import translation

    with translation.override("cs" if "/cs/" in route.request.url else "en"):
        route.fulfill(status=500, content_type="text/html", body=render_to_string("500.html"))


def wanted(words: list[str]) -> Iterator[tuple[str, str, str]]:
    """Name of the sheet, address and scheme of everything that was asked for."""
    for page, addresses in PAGES.items():
        for language, address in zip(("en", "cs"), addresses, strict=True):
            for scheme in ("light", "dark"):
                name = f"{page}-{language}-{scheme}"
                if address and all(word in (page, language, scheme) for word in words):
                    yield name, address, scheme


def sheet(browser: Browser, site: str, address: str, scheme: str, session: str) -> Image.Image:
    """The page at every width; with the session where only staff see it."""
    taken = []
    for width in WIDTHS_PX:
        tab = browser.new_page(
            base_url=site,
            viewport={"width": width, "height": 900},
            color_scheme=scheme,  # type: ignore[arg-type]
            reduced_motion="reduce",
        )
        if address == "/style/":
            tab.context.add_cookies([{"name": "sessionid", "value": session, "url": site}])
        tab.route("**/server-error/", broken)
        tab.goto(address)
        tab.wait_for_load_state("networkidle")
        tab.reload()  # with the letters, which the first visit may have shown without
        tab.evaluate("document.querySelectorAll('img').forEach(i => { i.loading = 'eager' })")
        tab.wait_for_load_state("networkidle")
        picture = Image.open(io.BytesIO(tab.screenshot(full_page=True))).convert("RGB")
        taken.append(picture.crop((0, 0, picture.width, min(picture.height, MOST_PX))))
        tab.close()
    size = (sum(one.width + GAP_PX for one in taken), max(one.height for one in taken))
    both = Image.new("RGB", size, "#8899aa")
    left = 0
    for one in taken:
        both.paste(one, (left, 0))
        left += one.width + GAP_PX
    return both


def main() -> None:
    chromium = find_chromium()
    if not chromium:
        sys.exit("There is no Chromium here: install it (apt-get install chromium).")
    SHEETS.mkdir(parents=True, exist_ok=True)
    chosen = list(wanted(sys.argv[1:]))
    if not chosen:
        sys.exit(f"No sheet is called so. Pages: {', '.join(PAGES)}; en or cs; light or dark.")
    with demo(article=False):
        session = prepare()
        with served("scripts.sheet_settings") as site, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
            for name, address, scheme in chosen:
                sheet(browser, site, address, scheme, session).save(SHEETS / f"{name}.png")
                sys.stdout.write(f"{SHEETS / name}.png\n")
                sys.stdout.flush()
            browser.close()


if __name__ == "__main__":
    main()
