"""Players of other houses in a frame: followed and moved by messages of their own origin alone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from episodes.models import EpisodeVideo
from tests.browser import agree_to_play
from tests.journeys import talks
from tests.journeys.talks import open_transcript, said

FRAMES = Path(__file__).with_name("frames")
LINKS = {
    "youtube": ("https://www.youtube.com/watch?v=abcdefghijk", "www.youtube-nocookie.com"),
    "vimeo": ("https://vimeo.com/76979871", "player.vimeo.com"),
    "peertube": ("https://video.example.org/w/9c9de5e8-0a1e-484a-b099-e80766180a6d", "video.example.org"),
}  # fmt: skip
ASKED = {
    "youtube": [
        {"event": "command", "func": "seekTo", "args": [26, True]},
        {"event": "command", "func": "playVideo", "args": []},
    ],
    "vimeo": [{"method": "setCurrentTime", "value": 26}, {"method": "play", "value": None}],
    "peertube": [
        {"id": 1, "method": "peertube::seek", "params": 26},
        {"id": 2, "method": "peertube::play"},
    ],
}


@pytest.fixture
def site(live_site):
    return talks.publisher()


@pytest.fixture
def peertube_host(settings):
    settings.EPISODES_PEERTUBE_HOSTS = ["video.example.org"]
    policy = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    frames = [*policy["frame-src"], "https://video.example.org"]
    settings.CONTENT_SECURITY_POLICY = {"DIRECTIVES": {**policy, "frame-src": frames}}


def stand_in(page, provider, host):
    """Answers for the provider: the page sees its real origin, and no network is used."""
    body = (FRAMES / f"{provider}.html").read_text()
    page.route(
        f"https://{host}/**", lambda route: route.fulfill(body=body, content_type="text/html")
    )


def frame_of(page, host):
    frame = page.locator("episode-player iframe").element_handle().content_frame()
    frame.wait_for_url(f"https://{host}/**")
    frame.wait_for_load_state()
    return frame


@pytest.mark.parametrize("provider", LINKS)
def test_frame_is_followed_and_moved_by_messages(site, page, witness, peertube_host, provider):
    link, host = LINKS[provider]
    stand_in(page, provider, host)
    open_transcript(page, site(EpisodeVideo(link=link, duration_s=65), title="A talk", slug="talk"))
    modules = [url for url in page.evaluate(
        "performance.getEntriesByType('resource').map((one) => one.name)"
    ) if "/players/" in url]  # fmt: skip
    assert modules == []
    page.locator(".player-link").click()
    agree_to_play(page)
    frame = frame_of(page, host)
    # Say it until the page listens.
    for start, sentence in ((4.5, "Café number 2!"), (51, "Café number 25!")):
        frame.evaluate("(at) => { window.telling = setInterval(() => tell(at), 100) }", start)
        expect(said(page)).to_have_text(sentence)
        frame.evaluate("clearInterval(window.telling)")
    page.evaluate("window.stayed = document.querySelector('iframe').src")
    frame.evaluate("heard.length = 0")
    page.get_by_text("Café number 13!").click()
    page.wait_for_timeout(300)
    assert frame.evaluate("heard.filter((one) => one.event !== 'listening')") == ASKED[provider]
    assert page.evaluate("window.stayed === document.querySelector('iframe').src")
    assert witness.policy_violations == []


def test_messages_of_strangers_are_not_heard(site, page, witness):
    link, host = LINKS["youtube"]
    stand_in(page, "youtube", host)
    open_transcript(page, site(EpisodeVideo(link=link), title="A talk", slug="talk"))
    page.locator(".player-link").click()
    agree_to_play(page)
    frame = frame_of(page, host)
    frame.evaluate("window.telling = setInterval(() => tell(4.5), 100)")
    expect(said(page)).to_have_text("Café number 2!")
    frame.evaluate("clearInterval(window.telling)")
    page.evaluate(
        """() => {
            const message = JSON.stringify({ event: "infoDelivery", info: { currentTime: 51 } });
            window.postMessage(message, "*");
            const frame = document.querySelector("iframe").contentWindow;
            const origin = "https://www.youtube-nocookie.com.example.org";
            dispatchEvent(new MessageEvent("message", { data: message, origin, source: frame }));
        }"""
    )
    page.wait_for_timeout(400)
    expect(said(page)).to_have_text("Café number 2!")


def test_video_with_other_seconds_moves_no_transcript(site, page, witness):
    link, host = LINKS["youtube"]
    stand_in(page, "youtube", host)
    full = EpisodeVideo(kind="full", link="https://youtu.be/zzzzzzzzzzz")
    address = site(EpisodeVideo(link=link), full, title="A talk", slug="talk")
    open_transcript(page, address)
    page.get_by_role("link", name="Full recording · YouTube").click()
    agree_to_play(page)
    frame = frame_of(page, host)
    frame.evaluate("setInterval(() => tell(51), 100)")
    page.wait_for_timeout(1000)
    expect(said(page)).to_have_count(0)
    page.get_by_text("Café number 13!").click()
    expect(page.locator("episode-player iframe")).to_have_attribute(
        "src", re.compile("/embed/abcdefghijk.*start=26")
    )


def test_somebody_may_ask_before_a_frame_is_built(site, page, witness):
    page.goto(site(EpisodeVideo(link=LINKS["youtube"][0]), title="A talk", slug="talk"))
    page.evaluate(
        """document.addEventListener("player:ask", (event) => {
            event.preventDefault();
            window.go = event.detail.go;
        }, { once: true })"""
    )
    page.locator(".player-link").click()
    assert page.locator("iframe").count() == 0
    page.evaluate("window.go()")
    expect(page.locator("episode-player iframe")).to_be_focused()
