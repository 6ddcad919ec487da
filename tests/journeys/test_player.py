"""The player: nobody is called before the click, and without a script there is a real link."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser import agree_to_play

WATCH = "https://www.youtube.com/watch?v=abcdefghijk"


@pytest.fixture
def without_script(chromium, live_site):
    """A tab of a visitor whose browser runs no scripts."""
    context = chromium.new_context(base_url=live_site, java_script_enabled=False)
    yield context.new_page()
    context.close()


def asking(live_site, **fields):
    """The query of YouTube's frame: it plays at once, and answers the page that it names."""
    return {"autoplay": ["1"], "enablejsapi": ["1"], "origin": [live_site], **fields}


def press_play(page):
    page.locator("episode-player .player-link").first.click()
    agree_to_play(page)
    return page.locator("episode-player iframe").first


def test_player_calls_nobody_before_the_click(pages, page, witness):
    page.goto(pages["episode"])
    page.wait_for_load_state("networkidle")
    assert witness.foreign_requests == []
    expect(
        page.get_by_text("Plays from YouTube, which then learns that you watch.")
    ).to_be_visible()


def test_player_builds_the_frame_of_the_video_on_a_click(pages, page, witness, live_site):
    page.goto(pages["episode"])
    frame = press_play(page)
    expect(frame).to_have_attribute("title", "The need for coordination")
    expect(frame).to_have_attribute("referrerpolicy", "strict-origin-when-cross-origin")
    address = urlsplit(frame.get_attribute("src"))
    assert (address.netloc, address.path) == ("www.youtube-nocookie.com", "/embed/abcdefghijk")
    assert parse_qs(address.query) == asking(live_site)
    page.wait_for_load_state("networkidle")
    assert {urlsplit(url).netloc for url in witness.foreign_requests} == {
        "www.youtube-nocookie.com"
    }
    assert witness.policy_violations == []


def test_player_starts_at_the_second_of_a_takeaway(pages, page, witness, live_site):
    page.goto(pages["episode"])
    page.get_by_role("link", name="Play from 1:30").click()
    agree_to_play(page)
    address = urlsplit(page.locator("episode-player iframe").get_attribute("src"))
    assert parse_qs(address.query) == asking(live_site, start=["90"])


def test_player_changes_to_another_source(pages, page, witness):
    page.goto(pages["episode"])
    press_play(page)
    page.get_by_role("link", name="Full recording · Vimeo").click()
    agree_to_play(page)
    frame = page.locator("episode-player iframe")
    expect(frame).to_have_attribute(
        "src", re.compile(r"^https://player\.vimeo\.com/video/76979871")
    )
    expect(page.locator(".source[aria-current]")).to_have_text("Full recording · Vimeo")


def test_player_works_from_the_keyboard(pages, page, witness):
    page.goto(pages["episode"])
    page.locator(".player-link").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".consent [data-go]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".player-link")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.locator("episode-player iframe")).to_be_focused()


def test_player_is_a_real_link_without_scripts(pages, without_script):
    without_script.goto(pages["episode"])
    link = without_script.get_by_role("link", name="Play: The need for coordination")
    expect(link).to_have_attribute("href", WATCH)
    mark = without_script.get_by_role("link", name="Play from 12:34").first
    expect(mark).to_have_attribute("href", f"{WATCH}&t=754s")


def test_own_file_plays_natively_with_captions(pages, without_script, live_site):
    without_script.goto(pages["own file"])
    video = without_script.locator("video")
    assert video.get_attribute("controls") is not None
    track = video.locator("track")
    assert (track.get_attribute("kind"), track.get_attribute("srclang")) == ("captions", "en")
    answer = without_script.request.get(live_site + track.get_attribute("src"))
    assert answer.headers["content-type"].startswith("text/vtt")
    assert "Good evening." in answer.text()


def test_announced_episode_says_when_instead_of_playing(pages, page):
    page.goto(pages["announced"])
    expect(page.get_by_text("The conversation will play here.")).to_be_visible()
    assert page.locator("episode-player").count() == 0
