"""Takes the pictures of README and docs from the demonstration site: scripts/screenshots.py

Needs what the tests need: `make setup` and a Chromium. Without VAR_DIR in the environment it
works in a scratch folder that is thrown away; with it, on the demonstration that is there. An
article is imported on the way, with a slip in a name, and stays a draft.
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

from scripts import office_pictures  # noqa: E402
from scripts.office_pictures import Office  # noqa: E402
from tests.browser import ARGUMENTS, find_chromium  # noqa: E402

IMAGES = ROOT / "docs/images"
WIDE, PHONE = {"width": 1280, "height": 860}, {"width": 390, "height": 860}
QUALITY = 72
SERIES = "forum2000online-chat"
EPISODE = f"/{SERIES}/observers-who-stay/"
EPISODE_ON_PHONE = f"/{SERIES}/rumour-supply-chain/"
MONTH = "2026-12"
WITH_CAPTIONS = "Keep a chair for the people who lost"
READY = "What a street is called"
GUEST = "Ibtisam Elkhalig"
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

Ms. Gvelesashvilli prints one page of the archive every week. “People write to us that they knew \
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


def signed_in(browser: Browser, site: str) -> Office:
    """The office of a new administrator."""
    name = f"editor-{time.time_ns() % 10_000}"
    (password,) = re.findall(r"password: (\S+)", manage("make_admin", "--name", name))
    page = browser.new_page(base_url=site, viewport=WIDE, locale="en-GB")
    page.goto("/admin/login/")
    page.locator("#id_username").fill(name)
    page.locator("#id_password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/admin/")
    return Office(page, keep, look)


def work(browser: Browser, site: str) -> None:
    """A working day, from the article to the guest who has to be protected."""
    office = signed_in(browser, site)
    office_pictures.import_review(office, ARTICLE)
    draft = office_pictures.key_of(office.page, TITLE)
    office_pictures.lists(office, MONTH)
    office_pictures.editor(office, draft)
    office_pictures.said(office, office_pictures.key_of(office.page, WITH_CAPTIONS))
    office_pictures.share(office, draft)
    ready = office_pictures.key_of(office.page, READY)
    office_pictures.submit(office, ready)
    office_pictures.last_look(signed_in(browser, site), ready)
    office_pictures.merge(office)
    office_pictures.catalogue(office)
    office_pictures.translation(office, draft)
    office_pictures.protection(office, GUEST)


def main() -> None:
    chromium = find_chromium()
    if not chromium:
        sys.exit("There is no Chromium here: install it (apt-get install chromium).")
    IMAGES.mkdir(parents=True, exist_ok=True)
    settings = "scripts.picture_settings"
    with demo(article=False), served(settings) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        visit(browser, site)
        work(browser, site)
        browser.close()


if __name__ == "__main__":
    main()
