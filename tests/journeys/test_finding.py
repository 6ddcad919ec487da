"""A visitor narrows a list down: with scripts, without them, on a phone, by keyboard."""

import gzip
import re

import pytest
from playwright.sync_api import expect

COURTS = "Topic 00"


@pytest.fixture
def plain_page(chromium, live_site, pages):
    """A tab that runs no scripts."""
    context = chromium.new_context(base_url=live_site, java_script_enabled=False)
    yield context.new_page()
    context.close()


def facet(page, name: str):
    return page.get_by_role("navigation", name="Filter").get_by_role("link", name=name)


def test_choice_is_swapped_in_without_loading_the_page(pages, page, witness):
    page.goto(pages["series"])
    page.evaluate("window.stayed = true")
    facet(page, COURTS).click()
    expect(page.get_by_role("heading", level=2, name=re.compile(f"on {COURTS}"))).to_be_visible()
    assert page.url.endswith(pages["tag"])
    assert page.title().startswith(COURTS)
    # The same value has the focus, now chosen, and a screen reader is told what is shown.
    assert page.evaluate("document.activeElement.getAttribute('aria-current')") == "true"
    expect(page.locator("episode-listing > [role=status]")).to_have_text(
        f"2 conversations on {COURTS}, newest first"
    )
    page.get_by_role("link", name=f"Take away: {COURTS}").click()
    expect(page.locator("#choice")).not_to_contain_text(COURTS)
    assert page.url.endswith(pages["series"])
    expect(page.locator("#choice")).to_be_focused()
    page.go_back()
    expect(page.locator("#choice")).to_contain_text(COURTS)
    assert page.url.endswith(pages["tag"])
    assert page.evaluate("window.stayed") is True
    assert (witness.errors, witness.foreign_requests) == ([], [])


def test_order_is_changed_and_words_are_sought_by_keyboard(pages, page):
    page.goto(pages["series"])
    page.get_by_label("Order").focus()
    page.get_by_label("Order").select_option("oldest")
    expect(page.locator("#choice")).to_contain_text("oldest first")
    assert "sort=oldest" in page.url
    expect(page.get_by_label("Order")).to_be_focused()
    page.get_by_label("With the words").press_sequentially("coordination")
    page.keyboard.press("Enter")
    expect(page.locator("#choice")).to_contain_text("1 conversation mentioning")
    expect(page.get_by_role("link", name="The need for coordination")).to_be_visible()


def test_words_and_order_work_without_scripts(pages, plain_page):
    plain_page.goto(f"{pages['tag']}")
    plain_page.get_by_label("With the words").fill("coordination")
    plain_page.get_by_role("button", name="Show").click()
    expect(plain_page.locator("#choice")).to_contain_text(f"on {COURTS} mentioning")
    canonical = plain_page.locator("link[rel=canonical]").get_attribute("href")
    assert canonical.endswith("?tag=topic-00&q=coordination&sort=newest")
    robots = plain_page.locator("meta[name=robots]").get_attribute("content")
    assert robots == "noindex, follow"


def test_choice_of_nothing_says_what_to_take_away(pages, plain_page):
    plain_page.goto(f"{pages['series']}?tag=topic-00&year=1999")
    loosened = plain_page.locator(".loosened a")
    assert loosened.all_inner_texts() == ["Without 1999\n2 conversations"]
    assert plain_page.locator(".row").count() == 3
    loosened.click()
    plain_page.wait_for_url(f"**{pages['tag']}")


def test_drawer_of_a_phone_stays_open_while_choosing(pages, page):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(pages["series"])
    page.get_by_role("button", name="Filter").click()
    facet(page, COURTS).click()
    expect(page.locator("#choice")).to_contain_text(COURTS)
    expect(page.locator("#filters")).to_be_visible()
    page.get_by_role("button", name="Close").click()
    expect(page.locator("#filters")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_script_of_lists_is_small(settings):
    script = settings.BASE_DIR / "episodes/static/episodes/listing.js"
    assert len(gzip.compress(script.read_bytes())) <= 1500
