"""The pictures of the editors' guide, in the order of a working day; `screenshots` takes them."""

import re
from collections.abc import Callable

from PIL import Image
from playwright.sync_api import Locator, Page

Keep = Callable[[Image.Image, str, int], None]
Look = Callable[..., Image.Image]
WIDTH_PX = 900
SHARED_CAPTIONS = """\
WEBVTT

00:01.000 --> 00:04.000
Most of what an archive holds was meant for the stove.

00:09.000 --> 00:05.000
We did not collect these papers.

00:10.000 --> 00:14.000
We were late in throwing them away.
"""
TABLE = """\
Title;Speakers;Recorded;Video url
A street without a name;Ines Calder;2021-03-14;https://www.youtube.com/watch?v=aaaaaaaaaaa
The ferry that votes;Boaz Lerner, Amina Toure;2021-04-11;https://www.youtube.com/watch?v=bbbbbbbbbbb
Ink;;03/04/2021;https://example.org/ink
"""


class Office:
    """A signed-in browser, and what becomes of its pictures."""

    def __init__(self, page: Page, keep: Keep, look: Look) -> None:
        self.page, self._keep, self._look = page, keep, look
        page.on("dialog", lambda dialog: dialog.accept())  # leaves what isn't saved

    def take(self, name: str, height_px: int | None = None) -> None:
        self._keep(self._look(self.page, height_px), name, WIDTH_PX)

    def panel(self, label: str) -> Locator:
        """Opens a panel beside the editor."""
        button = self.page.get_by_role("button", name=label)
        button.click()
        return button

    def tab(self, name: str) -> None:
        # The name of a tab with mistakes ends with how many they are.
        self.page.get_by_role("tab", name=re.compile(rf"^{name}\b")).click()
        self.page.evaluate("scrollTo(0, 0)")


def import_review(office: Office, article: str) -> None:
    """What was understood, beside the article; and the choices for people."""
    page = office.page
    page.goto("/admin/episodes/from-article/")
    page.locator("select[name=series]").select_option(index=1)
    file = {"name": "archive.txt", "mimeType": "text/plain", "buffer": article.encode()}
    page.locator("[name=file]").set_input_files([file])
    page.get_by_role("button", name="Read the article").click()
    make = page.get_by_role("button", name="Make the draft")
    make.wait_for()
    office.take("import-review")
    page.get_by_text("Guests", exact=True).first.evaluate("place => place.scrollIntoView()")
    office.take("import-people", 700)
    make.click()
    page.wait_for_url("**/edit/**")


def editor(office: Office, key: str) -> None:
    """The tabs, the panels beside them, and captions that can't be read."""
    page = office.page
    page.goto(f"/admin/pages/{key}/edit/")
    page.get_by_role("tab", name="Words").wait_for()
    office.take("editor")
    office.tab("People")
    office.take("editor-people", 700)
    office.tab("Video")
    office.take("editor-video", 700)
    office.tab("Tags")
    office.take("editor-tags", 420)
    office.tab("Words")
    office.panel("What is still missing")
    office.take("readiness")
    page.locator(".remarks").scroll_into_view_if_needed()
    page.locator("[data-readiness-words]").first.click()
    office.take("second-look")
    preview(office)
    page.goto(f"/admin/pages/{key}/edit/")
    captions(office)
    page.goto(f"/admin/pages/{key}/edit/")
    refusal(office)


def preview(office: Office) -> None:
    office.panel("Toggle preview")
    mode = office.page.locator("#id_preview_mode")
    mode.select_option("shared")
    office.page.wait_for_timeout(4000)
    office.take("preview", 700)
    mode.select_option("")
    office.panel("Toggle preview")


def refusal(office: Office) -> None:
    page = office.page
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish", exact=True).click()
    page.get_by_text("This episode can't be published yet:").first.wait_for()
    page.evaluate("scrollTo(0, 0)")
    office.take("refusal", 420)


def captions(office: Office) -> None:
    page = office.page
    office.tab("Video")
    page.get_by_role("button", name="Add video").click()
    page.locator("#id_videos-0-link").fill("https://www.youtube.com/watch?v=ccccccccccc")
    page.locator("#id_videos-0-captions-ADD").click()
    page.locator("[name='videos-0-captions-0-language']").select_option("en")
    file = {"name": "a.vtt", "mimeType": "text/vtt", "buffer": SHARED_CAPTIONS.encode()}
    page.locator("[name='videos-0-captions-0-cues_file']").set_input_files(file)
    page.get_by_role("button", name="Save draft").click()
    page.get_by_text("Line ").first.wait_for(state="attached")
    office.tab("Video")
    page.locator("[name='videos-0-captions-0-cues_text']").scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, 120)")
    office.take("captions", 640)


def said(office: Office, key: str) -> None:
    """Voices and times, of an episode whose video has captions."""
    for name in ("voices", "quote-times"):
        office.page.goto(f"/admin/episodes/{name}/{key}/")
        office.take(name, 640)


def submit(office: Office, key: str) -> None:
    page = office.page
    page.goto(f"/admin/pages/{key}/edit/")
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Submit to Two-step approval").click()
    page.wait_for_url(lambda url: not url.endswith("/edit/"))


def last_look(colleague: Office, key: str) -> None:
    """What somebody else sees of what was submitted."""
    page = colleague.page
    page.goto("/admin/")
    colleague.take("dashboard", 760)
    page.goto(f"/admin/episodes/approve/{key}/")
    colleague.take("approve", 760)


def share(office: Office, key: str) -> None:
    page = office.page
    page.goto(f"/admin/episodes/share/{key}/")
    page.get_by_label("For whom").fill("Office of Ms. Gvelesashvili")
    page.get_by_role("button", name="Make a link").click()
    office.take("share", 700)


def lists(office: Office, month: str) -> None:
    page = office.page
    for name, url, height_px in (
        ("episodes", "/admin/episodes/", 560),
        ("people", "/admin/people/", 480),
        ("board", "/admin/episodes/board/", 620),
        ("calendar", f"/admin/episodes/calendar/?month={month}", 640),
    ):
        page.goto(url)
        office.take(name, height_px)


def catalogue(office: Office) -> None:
    page = office.page
    page.goto("/admin/episodes/from-catalogue/")
    page.locator("select[name=series]").select_option(index=1)
    table = {"name": "talks.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
    page.locator("[name=file]").set_input_files([table])
    page.get_by_role("button", name="Read the catalogue").click()
    page.get_by_role("link", name="Download the report").wait_for()
    office.take("catalogue", 700)


def merge(office: Office) -> None:
    """Two tags of the list become one: what would change."""
    page = office.page
    page.goto("/admin/snippets/episodes/episodetag/")
    office.take("tags", 480)
    keys = dict.fromkeys(re.findall(r"/episodetag/edit/(\d+)/", page.content()))
    chosen = "".join(f"&id={key}" for key in list(keys)[:2])
    page.goto(f"/admin/bulk/episodes/episodetag/merge/?next=/admin/{chosen}")
    office.take("merge", 640)


def protection(office: Office, name: str) -> None:
    page = office.page
    page.goto(f"/admin/people/?q={name}")
    href = page.get_by_role("link", name=name, exact=True).first.get_attribute("href") or ""
    (key,) = re.findall(r"/pages/(\d+)/", href)
    page.goto(f"/admin/protections/person/{key}/")
    office.take("protect", 760)


def translation(office: Office, key: str) -> None:
    office.page.goto(f"/admin/translation/submit/page/{key}/")
    office.take("translate", 520)


def key_of(page: Page, title: str) -> str:
    """The key of an episode, from the list."""
    page.goto(f"/admin/episodes/?q={title}")
    href = page.get_by_role("link", name=title, exact=True).first.get_attribute("href") or ""
    (key,) = re.findall(r"/pages/(\d+)/", href)
    return str(key)
