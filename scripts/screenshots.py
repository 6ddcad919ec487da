"""Takes the pictures of README and docs from the demonstration site: scripts/screenshots.py

Needs what the tests need: `make setup` and a Chromium. Without VAR_DIR in the environment it
works in a scratch folder that is thrown away; with it, on the demonstration that is there. An
article is imported on the way, and stays a draft.
"""

import io
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser import ARGUMENTS, find_chromium  # noqa: E402

IMAGES = ROOT / "docs/images"
WIDE, PHONE = {"width": 1280, "height": 860}, {"width": 390, "height": 860}
QUALITY = 72
SERIES = "forum2000online-chat"
EPISODE = f"/{SERIES}/observers-who-stay/"
EPISODE_ON_PHONE = f"/{SERIES}/rumour-supply-chain/"
TITLE = "The archive that nobody ordered"
ARTICLE = f"""{TITLE} #Forum2000online

November 24, 2026

In this week’s episode of #Forum2000online Chat, Torbjørn Ås, the Coordinator of the Long Winter \
Archive, and Tamta Gvelesashvili, the Editor-in-Chief of Rioni Dispatch, joined us to discuss who \
should keep the papers of a country that would rather forget them.

Boxes in the cellar

Most of what an archive holds was meant for the stove. “We did not collect these papers, we were \
late in throwing them away,” Mr. Ås admitted. A law would have saved more, and sooner.

Readers before owners

Ms. Gvelesashvili prints one page of the archive every week. “People write to us that they knew \
the handwriting,” she said.

In this video, you will learn that:

  • Archives survive by accident where no law asks for them.
  • A page in a newspaper brings witnesses whom no call for witnesses has reached.

The discussion was recorded on November 3, 2026. An abridged version of the recording has been \
used to make the video.
"""


def manage(*arguments: str) -> str:
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout  # noqa: S603


@contextmanager
def demo(article: bool = True) -> Iterator[None]:
    """The demonstration; with the article that is still to be published, if it is wanted."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "forum_cms.settings.dev"
    with tempfile.TemporaryDirectory() as folder:
        if "VAR_DIR" not in os.environ:
            # All three: a developer's own .env must not bring in a site that is in use.
            scratch = {"VAR_DIR": "", "MEDIA_ROOT": "media", "DATABASE_URL": "db.sqlite3"}
            for name, file in scratch.items():
                scheme = "sqlite:///" if name == "DATABASE_URL" else ""
                os.environ[name] = f"{scheme}{Path(folder) / file}"
        manage("migrate", "--verbosity", "0")
        manage("load_demo", "--if-empty")
        if article:
            file = Path(folder) / "the-archive-that-nobody-ordered.txt"
            file.write_text(ARTICLE, encoding="utf-8")
            manage("import_article", str(file), "--series", SERIES)
        yield


@contextmanager
def served(settings: str = "forum_cms.settings.dev") -> Iterator[str]:
    """The address of the running site."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [sys.executable, "manage.py", "runserver", "--noreload", f"127.0.0.1:{port}"]
    server = subprocess.Popen(  # noqa: S603
        command,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": settings},
    )
    site = f"http://127.0.0.1:{port}"
    try:
        for _ in range(100):
            try:
                urlopen(f"{site}/healthz").close()  # noqa: S310
                break
            except OSError:
                time.sleep(0.2)
        yield site
    finally:
        server.terminate()
        server.wait()


def look(page: Page, height_px: int | None = None) -> Image.Image:
    """What the page shows now, cut at the height."""
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(400)  # for what slides in
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    return picture.crop((0, 0, picture.width, height_px or picture.height))


def keep(picture: Image.Image, name: str, width_px: int) -> None:
    """As docs/images/NAME.webp, so wide."""
    height_px = round(picture.height * width_px / picture.width)
    file = IMAGES / f"{name}.webp"
    picture.resize((width_px, height_px), Image.Resampling.LANCZOS).save(
        file, quality=QUALITY, method=6
    )
    sys.stdout.write(f"{file.relative_to(ROOT)}: {file.stat().st_size // 1024} kB\n")


def beside(wide: Image.Image, narrow: Image.Image) -> Image.Image:
    """Two pictures of one height on white."""
    gap_px = 40
    both = Image.new("RGB", (wide.width + gap_px + narrow.width, wide.height), "white")
    both.paste(wide, (0, 0))
    both.paste(narrow, (wide.width + gap_px, 0))
    return both


def visit(browser: Browser, site: str) -> None:
    page = browser.new_page(base_url=site, viewport=WIDE, locale="en-GB")
    phone = browser.new_page(
        base_url=site, viewport=PHONE, locale="en-GB", color_scheme="dark", is_mobile=True
    )
    page.goto("/")
    page.wait_for_load_state("networkidle")
    page.reload()  # with the letters, which the first visit may have shown without
    phone.goto(EPISODE_ON_PHONE)
    keep(beside(look(page), look(phone)), "site", 1400)
    page.goto(f"/{SERIES}/tag/courts/")
    keep(look(page), "topic", 1000)
    page.set_viewport_size({"width": 1280, "height": 1500})
    page.goto(EPISODE)
    keep(look(page), "episode", 1000)
    page.close()
    phone.close()


def edit(browser: Browser, site: str, name: str, password: str) -> None:
    page = browser.new_page(base_url=site, viewport=WIDE, locale="en-GB")
    page.goto("/admin/login/")
    page.locator("#id_username").fill(name)
    page.locator("#id_password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("link", name="Episodes", exact=True).first.click()
    page.wait_for_url("**/admin/episodes/")
    keep(look(page, 560), "episodes", 1000)
    page.get_by_role("link", name=TITLE, exact=True).first.click()
    page.get_by_role("tab", name="Words").wait_for()
    keep(look(page), "editor", 1000)
    for tab in ("People", "Video"):
        page.get_by_role("tab", name=tab, exact=True).click()
        page.evaluate("scrollTo(0, 0)")
        keep(look(page, 700), f"editor-{tab.lower()}", 1000)
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish", exact=True).click()
    page.get_by_text("This episode can't be published yet:").first.wait_for()
    keep(look(page, 420), "refusal", 1000)
    page.close()


def main() -> None:
    chromium = find_chromium()
    if not chromium:
        sys.exit("There is no Chromium here: install it (apt-get install chromium).")
    IMAGES.mkdir(parents=True, exist_ok=True)
    with demo(), served() as site, sync_playwright() as playwright:
        name = f"photographer-{time.time_ns()}"
        (password,) = re.findall(r"password: (\S+)", manage("make_admin", "--name", name))
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        visit(browser, site)
        edit(browser, site, name, password)
        browser.close()


if __name__ == "__main__":
    main()
