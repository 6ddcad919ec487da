"""Every kind of page, in English and Czech: narrow, enlarged, by keyboard, without scripts, at rest."""

import pytest
from django.utils import translation
from playwright.sync_api import expect
from wagtail.models import Locale

from episodes.models import EpisodePage, SeriesPage
from forum_cms.models import HomePage, StandardPage
from speakers.models import (
    OrganisationIndexPage,
    OrganisationPage,
    SpeakerIndexPage,
    SpeakerPage,
)
from tests.journeys.test_accessibility import violations

CZECH = ", cs"
#: Parents come first.
TRANSLATED = (
    HomePage, SpeakerIndexPage, OrganisationIndexPage, SpeakerPage, OrganisationPage,
    StandardPage, SeriesPage, EpisodePage,
)  # fmt: skip
SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
  }).observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 50);
})"""
MOVING = """document.getAnimations().filter(one => one.playState === "running").length"""
SEEN = """() => {
  const one = document.activeElement, style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  const ring = style.outlineStyle !== "none" || style.boxShadow !== "none"
    || one.closest(".search-form:focus-within, form:focus-within") !== null;
  return {name: one.outerHTML.slice(0, 90), ring, size: box.width * box.height};
}"""

#: What can't be pressed because a link to somewhere else lies over its middle.
COVERED = """() => {
  const covered = [];
  for (const one of document.querySelectorAll("main a[href], header a[href], header button")) {
    one.scrollIntoView({ block: "center" });
    const box = one.getClientRects()[0];
    if (!box?.width || !one.checkVisibility({ visibilityProperty: true })) continue;
    const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const link = hit?.closest("a[href]");
    if (link && link !== one && link.href !== one.href) covered.push(one.outerHTML.slice(0, 80));
  }
  scrollTo(0, 0);
  return covered.join("; ");
}"""


@pytest.fixture
def both(pages) -> dict[str, str]:
    """Addresses of every kind of page in both languages, and of searches."""
    locale = Locale.objects.get_or_create(language_code="cs")[0]
    for kind in TRANSLATED:
        for page in kind.objects.filter(locale=Locale.get_default()).order_by("path"):
            page.copy_for_translation(locale).save_revision().publish()
    chat = pages["series"]
    english = {
        **pages,
        "quotes": f"{chat}quotes/",
        "all topics": f"{chat}all/tag/",
        "search": "/search/",
        "found": "/search/?q=court",
        "nothing found by words": "/search/?q=xylophone+qwrtz",
        "by country": "/people/?country=CZ",
    }
    czech = {f"{name}{CZECH}": f"/cs{address}" for name, address in english.items()}
    return {**english, **czech}


def test_every_page_keeps_what_we_promise(both, page, witness, live_site):
    """One visit of each page, so that thirty kinds in two languages stay quick."""
    broken = []

    def promise(name: str, holds: bool, what: str) -> None:
        if not holds:
            broken.append(f"{name}: {what}")

    page.emulate_media(reduced_motion="reduce")
    for name, address in both.items():
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(address)
        language = "cs" if name.endswith(CZECH) else "en"
        promise(name, page.evaluate("document.documentElement.lang") == language, "language")
        promise(name, page.evaluate(SHIFTS) == 0, "something moves while it loads")
        promise(name, page.evaluate(MOVING) == 0, "something moves under reduced motion")
        stored = "[document.cookie, localStorage.length, sessionStorage.length].join()"
        promise(name, page.evaluate(stored) == ",0,0", "something is stored")
        covered = page.evaluate(COVERED)
        promise(name, not covered, f"covered by a link to elsewhere: {covered}")
        # 320 pixels are also what is left of 1280 at 400 %.
        page.set_viewport_size({"width": 320, "height": 256})
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        promise(name, not wide, "scrolls sideways at 320 pixels, or at 400 %")
    assert broken == []
    assert page.context.cookies() == []
    assert (witness.foreign_requests, witness.policy_violations) == ([], [])
    missing = {address for name, address in both.items() if name.startswith("not found")}
    failed = {one.removeprefix("404 ").removeprefix(live_site) for one in witness.failed_requests}
    assert failed <= missing


def test_every_page_is_whole_without_scripts(both, chromium, live_site):
    context = chromium.new_context(base_url=live_site, java_script_enabled=False)
    tab = context.new_page()
    lost = []
    for name, address in both.items():
        tab.goto(address)
        heading = tab.locator("main h1")
        if heading.count() != 1 or not heading.inner_text().strip():
            lost.append(name)
    context.close()
    assert lost == []


def test_czech_pages_and_searches_break_no_rule(both, page):
    # The others are looked at in test_accessibility, in both schemes.
    searches = {"quotes", "all topics", "search", "found", "nothing found by words", "by country"}
    found = []
    for name in [one for one in both if one in searches or one.endswith(CZECH)]:
        is_dark = name.endswith(CZECH)
        scheme = "dark" if is_dark else "light"
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size({"width": 360 if is_dark else 1280, "height": 800})
        found += violations(page, both[name])
    assert found == []


def test_keyboard_alone(both, page, witness):
    """Through a page, the menu, the filter, the question before a video, and sharing, in Czech."""
    with translation.override("cs"):
        menu, close, choose, play = map(translation.gettext, ("Menu", "Close", "Filter", "Play"))
    page.set_viewport_size({"width": 1280, "height": 900})
    for name in ("home, cs", "series, cs", "found"):
        page.goto(both[name])
        reached, unseen = set(), []
        for _ in range(30):
            page.keyboard.press("Tab")
            seen = page.evaluate(SEEN)
            if seen["name"].startswith("<body"):
                break  # through
            reached.add(seen["name"])
            unseen += [] if seen["ring"] and seen["size"] else [seen["name"]]
        assert (name, unseen) == (name, [])
        assert len(reached) > 12

    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(both["series, cs"])
    page.get_by_role("button", name=menu).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#menu")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator("#menu").get_by_role("button", name=close)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#menu")).to_be_hidden()
    expect(page.get_by_role("button", name=menu)).to_be_focused()
    page.get_by_role("button", name=choose).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#filters")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#filters")).to_be_hidden()

    page.goto(both["episode, cs"])
    page.locator("#share summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#share-address")).to_be_visible()
    page.locator(".player-link").focus()
    page.keyboard.press("Enter")
    question = page.locator(".consent")
    question.get_by_role("button", name=play).focus()
    assert witness.foreign_requests == []
    page.keyboard.press("Enter")
    expect(page.locator("episode-player iframe")).to_have_count(1)

    # Forced colours take colours away, and never what is chosen or where one is.
    page.emulate_media(forced_colors="active")
    page.goto(both["tag, cs"])
    chip = page.locator(".chip").first
    assert chip.evaluate("one => getComputedStyle(one).borderTopStyle") == "solid"
    chip.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert page.evaluate(SEEN)["ring"]
    page.goto(both["person without portrait"])
    face = page.locator(".profile-face .face-initials")
    assert face.evaluate("one => getComputedStyle(one).borderTopWidth") == "1px"
