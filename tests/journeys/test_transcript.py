"""The transcript in a browser: it follows the video, is searched, and works without any of it."""

import re

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from playwright.sync_api import expect
from wagtailmedia.models import get_media_model

from episodes.models import Captions, EpisodeVideo
from tests.journeys import talks
from tests.journeys.talks import open_transcript, said
from tests.journeys.test_accessibility import RULES, Axe

FILM = settings.BASE_DIR / "forum_cms/demo/media/chair-for-those-who-lost.mp4"


def in_part(route, request):
    """The film in parts, as the site sends it: the server of the tests sends files whole only."""
    film = FILM.read_bytes()
    start = int(request.headers.get("range", "bytes=0-").removeprefix("bytes=").split("-")[0])
    part = f"bytes {start}-{len(film) - 1}/{len(film)}"
    headers = {"Content-Type": "video/mp4", "Accept-Ranges": "bytes", "Content-Range": part}
    route.fulfill(status=206, body=film[start:], headers=headers)


@pytest.fixture
def site(live_site):
    return talks.publisher()


@pytest.fixture
def film(site, browser_context):
    """The address of an episode with a video of our own."""
    browser_context.route("**/*.mp4", in_part)
    file = ContentFile(FILM.read_bytes(), name="film.mp4")
    media = get_media_model().objects.create(title="Film", duration=65, type="video", file=file)
    return site(EpisodeVideo(media=media, duration_s=65), title="Own file", slug="film")


def second(page):
    return page.evaluate("document.querySelector('video').currentTime")


def play_at(page, start):
    """Moves the video like somebody at its bar; it stands still, so that tests know where."""
    page.evaluate("(start) => { document.querySelector('video').currentTime = start }", start)


def test_transcript_follows_the_video_in_its_own_box(film, page):
    words = open_transcript(page, film)
    # Where the reader sees it: what changes further up is the browser's to make up for.
    top = "(box) => Math.round(box.getBoundingClientRect().top)"
    before = words.evaluate(top)
    play_at(page, 4.5)
    expect(said(page)).to_have_text("Café number 2!")
    play_at(page, 51)
    expect(said(page)).to_have_text("Café number 25!")
    expect(said(page)).to_be_in_viewport()
    expect(page.locator(".chapter[aria-current]")).to_contain_text("Habits")
    assert words.evaluate("(box) => box.scrollTop") > 0
    assert words.evaluate(top) == before


def test_transcript_follows_while_the_video_plays(film, page):
    open_transcript(page, film)
    page.evaluate("document.querySelector('video').muted = true")
    page.get_by_text("Café number 3!").click()
    expect(said(page)).to_have_text("Café number 3!")
    expect(said(page)).to_have_text("Café number 4!", timeout=15_000)


def test_captions_are_fetched_and_shown_when_somebody_plays(film, page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(film)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "/captions/" in url] == []
    with page.expect_request("**/captions/*/"):
        page.locator("a[data-play]").first.click()
    modes = "[...document.querySelector('video').textTracks].map(({ kind, mode }) => [kind, mode])"
    assert page.evaluate(modes) == [
        ["captions", "showing"],
        ["subtitles", "disabled"],
        ["chapters", "disabled"],
    ]


def test_captions_that_a_visitor_chose_stay_as_they_are(film, page):
    page.goto(film)
    page.evaluate("document.querySelector('video').textTracks[1].mode = 'showing'")
    page.evaluate(
        """() => new Promise((ready) => {
            document.addEventListener("player:ready", () => ready());
            document.querySelector("a[data-play]").click();
        })"""
    )
    assert page.evaluate("document.querySelector('video').textTracks[0].mode") == "disabled"


WATCH = """
const added = EventTarget.prototype.addEventListener;
window.onSentences = 0;
EventTarget.prototype.addEventListener = function (...rest) {
  if (this instanceof Element && this.closest?.("[data-s]")) window.onSentences += 1;
  return added.apply(this, rest);
};
window.shifts = [];
const within = (inner, outer) => inner.x >= outer.x && inner.right <= outer.right
  && inner.y >= outer.y && inner.bottom <= outer.bottom;
const place = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(" ");
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (entry.hadRecentInput) continue;
    for (const { node, previousRect, currentRect } of entry.sources) {
      // The browser's own captions come and go on the film.
      const film = document.querySelector("video")?.getBoundingClientRect();
      if (!node && film && within(currentRect, film)) continue;
      const name = (node?.outerHTML ?? node?.textContent ?? "").slice(0, 80);
      window.shifts.push(`${name}: ${place(previousRect)} to ${place(currentRect)}`);
    }
  }
}).observe({ type: "layout-shift", buffered: true });
"""
CHANGES = """() => {
  window.changed = [];
  new MutationObserver((list) => window.changed.push(...list.map((one) => one.target)))
    .observe(document.querySelector("transcript-words"), { attributes: true, subtree: true });
}"""


def test_long_transcript_is_followed_without_touching_the_rest_of_it(site, browser_context, page):
    browser_context.route("**/*.mp4", in_part)
    file = ContentFile(FILM.read_bytes(), name="film.mp4")
    media = get_media_model().objects.create(title="Film", duration=65, type="video", file=file)
    address = site(EpisodeVideo(media=media, duration_s=65), title="Long", slug="long")
    many = [
        {"start": n / 25, "end": (n + 1) / 25, "text": f"Sentence {n} of many!", "speaker": ""}
        for n in range(1500)
    ]
    Captions.objects.filter(language="en").update(cues=many, voices={})
    page.add_init_script(WATCH)
    open_transcript(page, address)
    assert page.locator("transcript-words [data-s]").count() == 1500
    play_at(page, 10.02)
    expect(said(page)).to_have_count(1)
    page.evaluate(CHANGES)
    for start, number in ((20.05, "50"), (59.05, "147"), (1.05, "3")):
        play_at(page, start)
        expect(said(page)).to_have_text(re.compile(rf"Sentence {number}\d of many!"))
        expect(said(page)).to_be_in_viewport()
    # The sentence that was and the one that is, each time.
    assert page.evaluate("window.changed.length") <= 6
    assert page.evaluate("window.onSentences") == 0
    assert page.evaluate("window.shifts") == []


def test_reader_who_scrolls_is_left_alone_until_they_come_back(film, page):
    words = open_transcript(page, film)
    play_at(page, 51)
    expect(said(page)).to_be_in_viewport()
    words.hover()
    page.mouse.wheel(0, -5000)
    back = page.get_by_role("button", name="Back to what is being said")
    expect(back).to_be_visible()
    page.wait_for_function("() => document.querySelector('transcript-words').scrollTop === 0")
    play_at(page, 53)
    expect(said(page)).to_have_text("Café number 26!")
    assert words.evaluate("(box) => box.scrollTop") == 0
    back.click()
    expect(said(page)).to_be_in_viewport()
    expect(back).to_be_hidden()


@pytest.mark.parametrize(
    ("press", "start"),
    [
        (lambda page: page.get_by_text("Café number 13!"), 26),
        (lambda page: page.locator(".part-time", has_text="0:20"), 20),
        (lambda page: page.get_by_role("link", name="0:20 Courts"), 20),
        (lambda page: page.get_by_role("link", name="Play from 0:40").first, 40),
    ],
    ids=["sentence", "time", "chapter", "takeaway"],
)
def test_press_plays_from_there_on_the_same_page(film, page, press, start):
    open_transcript(page, film)
    page.evaluate("document.querySelector('video').muted = true")
    page.evaluate("window.stayed = true")
    press(page).click()
    page.wait_for_function(
        "(start) => { const at = document.querySelector('video').currentTime;"
        " return at >= start && at < start + 2 }",
        arg=start,
    )
    assert page.evaluate("window.stayed")


def test_search_steps_through_what_it_finds(film, page):
    open_transcript(page, film)
    field = page.get_by_role("searchbox", name="Search in the transcript")
    field.fill("CAFE NUMBER 1")
    count = page.locator(".transcript-count")
    expect(count).to_have_text("1 of 11")
    field.press("Enter")
    expect(count).to_have_text("2 of 11")
    expect(page.locator("[data-found]")).to_have_text("Café number 10!")
    field.press("Shift+Enter")
    field.press("Shift+Enter")
    expect(count).to_have_text("11 of 11")
    expect(page.locator("[data-found]")).to_be_in_viewport()
    marks = "[...CSS.highlights.get('transcript-found')].map(String)"
    assert page.evaluate(marks) == ["Café number 1"] * 11
    page.get_by_role("button", name="Next place").click()
    expect(count).to_have_text("1 of 11")
    field.fill("nobody said this")
    expect(count).to_have_text("Not found")
    expect(page.get_by_role("button", name="Next place")).to_be_disabled()
    field.press("Escape")
    expect(count).to_be_empty()
    assert page.evaluate(marks) == []


def test_place_that_was_found_is_played_and_linked_from_the_keyboard(film, page, browser_context):
    browser_context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_transcript(page, film)
    page.evaluate("document.querySelector('video').muted = true")
    field = page.get_by_role("searchbox", name="Search in the transcript")
    field.fill("number 22")
    copy = page.get_by_role("button", name="Copy the link to 0:44")
    expect(copy).to_be_visible()
    copy.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Copied", exact=True)).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.url
    assert copied.endswith("/chat/film/?t=44")
    page.get_by_role("button", name="Play from 0:44").focus()
    page.keyboard.press("Enter")
    expect(said(page)).to_have_text("Café number 22!")


def test_box_scrolls_from_the_keyboard(film, page):
    words = open_transcript(page, film)
    # Before its first frame the parts have the height that was guessed, and nothing to scroll.
    page.wait_for_function(
        "() => (box => box.scrollHeight > box.clientHeight)(document.querySelector('transcript-words'))"
    )
    words.focus()
    page.keyboard.press("End")
    page.wait_for_function("() => document.querySelector('transcript-words').scrollTop > 10")


def test_language_changes_while_the_video_stays_where_it_is(film, page):
    open_transcript(page, film)
    play_at(page, 51)
    page.evaluate("window.stayed = true")
    page.get_by_role("link", name="Czech", exact=True).click()
    expect(page.get_by_text("Kavárna číslo 3!")).to_be_visible()
    words = page.get_by_role("region", name="Transcript")
    assert words.get_attribute("lang") == "cs"
    assert page.evaluate("window.stayed")
    assert page.url.endswith("?transcript=cs")
    assert second(page) == 51
    play_at(page, 5)
    expect(said(page)).to_have_text("Kavárna číslo 2!")
    page.get_by_role("searchbox", name="Search in the transcript").fill("kavarna cislo 29")
    expect(page.locator(".transcript-count")).to_have_text("1 of 1")


def test_transcript_is_whole_without_scripts(film, chromium, live_site):
    context = chromium.new_context(base_url=live_site, java_script_enabled=False)
    page = context.new_page()
    page.goto(film)
    assert page.locator("transcript-words").text_content().count("Café number") == talks.COUNT
    page.locator("summary", has_text="Transcript").click()
    expect(page.get_by_role("searchbox", name="Search in the transcript")).to_be_hidden()
    expect(page.get_by_role("link", name="Ana Petříčková").last).to_be_visible()
    page.get_by_role("link", name="Czech", exact=True).click()
    expect(page.get_by_text("Kavárna číslo 3!")).to_be_visible()
    page.locator(".part-time", has_text="0:20").click()
    page.wait_for_url("**/chat/film/?t=20&transcript=cs#player")
    assert page.locator("video source").get_attribute("src").endswith("#t=20")
    expect(page.get_by_text("Kavárna číslo 3!")).to_be_visible()
    context.close()


def test_paper_has_the_transcript_that_is_open_in_dark_letters(film, page):
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(film)
    expect(page.get_by_text("Café number 1!")).to_be_hidden()
    page.goto(f"{film}?transcript=en")
    expect(page.get_by_text("Café number 1!")).to_be_visible()
    expect(page.get_by_role("searchbox", name="Search in the transcript")).to_be_hidden()
    expect(page.locator(".player")).to_be_hidden()
    ink = page.evaluate("getComputedStyle(document.body).color")
    assert max(int(part) for part in re.findall(r"\d+", ink)[:3]) < 80


@pytest.mark.parametrize("width_px", [1280, 360])
def test_transcript_from_the_right_has_its_times_on_the_right(site, page, width_px):
    video = EpisodeVideo(link="https://www.youtube.com/watch?v=abcdefghijk", duration_s=65)
    video.captions.add(Captions(language="ar", cues=talks.cues("الحق عادة")))
    address = site(video, title="Right", slug="right")
    page.set_viewport_size({"width": width_px, "height": 800})
    page.goto(f"{address}?transcript=ar")
    words = page.get_by_role("region", name="Transcript")
    assert (words.get_attribute("lang"), words.get_attribute("dir")) == ("ar", "rtl")
    box, time = words.bounding_box(), words.locator(".part-time").first.bounding_box()
    sentence = words.locator("[data-s]").first.bounding_box()
    assert box["x"] + box["width"] / 2 < time["x"]
    assert time["x"] + time["width"] <= box["x"] + box["width"]
    if width_px == 1280:
        assert time["x"] >= sentence["x"] + sentence["width"]


def test_one_letter_is_searched_where_it_is_a_word(site, page):
    video = EpisodeVideo(link="https://www.youtube.com/watch?v=abcdefghijk", duration_s=65)
    video.captions.add(Captions(language="zh-hans", cues=talks.cues("法院")))
    page.goto(f"{site(video, title='One', slug='one')}?transcript=zh-hans")
    search = page.get_by_role("searchbox", name="Search in the transcript")
    search.fill("法")
    expect(page.locator(".transcript-count")).to_have_text("1 of 30")
    search.fill("国")
    expect(page.locator(".transcript-count")).to_have_text("Not found")
    search.fill("a")
    expect(page.locator(".transcript-count")).to_have_text("")


@pytest.mark.parametrize(("scheme", "width_px"), [("light", 1280), ("dark", 320)])
@pytest.mark.parametrize("language", ["", "cs/"])
def test_open_transcript_breaks_no_rule(film, page, scheme, width_px, language):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width_px, "height": 800})
    open_transcript(page, film)
    page.get_by_role("searchbox", name="Search in the transcript").fill("number")
    expect(page.locator(".transcript-count")).to_have_text("1 of 30")
    play_at(page, 51)
    expect(said(page)).to_have_text("Café number 25!")
    assert page.evaluate("document.documentElement.scrollWidth") <= width_px
    found = Axe().run(page, options=RULES).response["violations"]
    assert [rule["nodes"][0]["html"] for rule in found] == []
