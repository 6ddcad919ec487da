"""Searching the site: by keyboard, without scripts, on a phone, for everybody."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from wagtail.models import Locale

from tests.journeys.test_accessibility import RULES, violations


@pytest.mark.parametrize(("scheme", "width_px"), [("light", 1280), ("dark", 320)])
def test_search_pages_break_no_rule_and_fit(pages, page, scheme, width_px):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width_px, "height": 700})
    for query in (
        "",
        "?q=habits",
        "?q=dora",
        "?q=reheakova",
        "?q=habits+nowhere",
        "?q=coordination",
    ):
        assert violations(page, f"/search/{query}") == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_name_is_found_from_the_header_by_keyboard(pages, page, witness):
    page.goto(pages["series"])
    page.get_by_role("button", name="Search", exact=True).click()
    field = page.get_by_role("combobox", name="Search people, topics and what was said")
    expect(field).to_be_focused()
    page.keyboard.type("rehak")
    option = page.get_by_role("option", name="Dora Řeháková")
    expect(option).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    assert Axe().run(page, options=RULES).response["violations"] == []
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{pages['person']}")
    assert (witness.errors, witness.foreign_requests) == ([], [])


def test_escape_closes_the_list_and_enter_searches_all_words(pages, page):
    page.goto("/search/")
    field = page.get_by_role("main").get_by_role("combobox")
    field.press_sequentially("coordination")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=coordination")
    expect(page.get_by_role("heading", name="1 conversation")).to_be_visible()
    expect(page.get_by_role("main").locator("mark").first).to_have_text("coordination")


def test_passage_plays_from_its_second(pages, page):
    page.goto("/search/?q=habits+outlast")
    page.get_by_role("link", name="Play “The need for coordination” from 1:30").click()
    page.wait_for_url(f"**{pages['episode']}?t=90")


def test_search_works_without_scripts_in_czech(chromium, live_site, pages):
    Locale.objects.get_or_create(language_code="cs")  # else the address shows the English tree
    context = chromium.new_context(base_url=live_site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/cs/search/")
    page.get_by_role("main").get_by_role("searchbox").fill("rehakova")
    page.get_by_role("main").get_by_role("button", name="Hledat").click()
    page.wait_for_url("**/cs/search/?q=rehakova")
    expect(page.get_by_text("Pro „rehakova“ jsme nic nenašli")).to_be_visible()
    context.close()


def test_slip_is_forgiven_without_scripts(chromium, live_site, pages):
    context = chromium.new_context(base_url=live_site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/search/?q=rehkaova")
    expect(page.get_by_role("link", name="Dora Řeháková")).to_be_visible()
    page.get_by_role("link", name="rehakova", exact=True).click()
    page.wait_for_url("**/search/?q=rehakova")
    context.close()
