"""Every kind of page for everybody: rules of WCAG 2.2 AA, small screens, keyboards, no scripts."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


def violations(page, address: str) -> list[str]:
    page.goto(address)
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{address}: {rule['id']}: {rule['nodes'][0]['html'][:200]}" for rule in found]


@pytest.mark.parametrize(("scheme", "width_px"), [("light", 1280), ("dark", 360)])
def test_pages_break_no_rule(pages, page, scheme, width_px):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width_px, "height": 800})
    found = [problem for address in pages.values() for problem in violations(page, address)]
    assert found == []


def test_checker_finds_what_is_broken(pages, page):
    page.goto(pages["episode"])
    page.evaluate("document.querySelector('main h1').outerHTML = '<img src=data:,>'")
    found = {rule["id"] for rule in Axe().run(page, options=RULES).response["violations"]}
    assert {"image-alt", "page-has-heading-one"} <= found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_drawers_of_a_phone_break_no_rule(pages, page, scheme):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 360, "height": 740})
    for button in ("Menu", "Filter"):
        page.goto(pages["series"])
        page.get_by_role("button", name=button).click()
        assert Axe().run(page, options=RULES).response["violations"] == []


def test_pages_fit_320_pixels(pages, page):
    page.set_viewport_size({"width": 320, "height": 640})
    too_wide = []
    for address in pages.values():
        page.goto(address)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            too_wide.append(address)
    assert too_wide == []


def test_first_tab_skips_to_the_content(pages, page):
    page.goto(pages["series"])
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_topics_are_chosen_without_scripts(chromium, live_site, pages):
    context = chromium.new_context(base_url=live_site, java_script_enabled=False)
    page = context.new_page()
    page.goto(pages["series"])
    page.get_by_role("navigation", name="Filter").get_by_role("link", name="Topic 00 2").click()
    page.wait_for_url(f"**{pages['tag']}")
    expect(
        page.get_by_role("heading", name="2 conversations on Topic 00, newest first")
    ).to_be_visible()
    page.get_by_role("link", name="Take away: Topic 00").click()
    page.wait_for_url(f"**{pages['series']}")
    context.close()


def test_choice_that_finds_nothing_offers_others(pages, page):
    page.goto(pages["nothing found"])
    expect(page.get_by_text("There is no topic “nowhere” here; it was left out.")).to_be_visible()
    expect(page.get_by_role("heading", name="Perhaps one of these")).to_be_visible()
    assert page.locator(".row").count() == 3


def test_nothing_moves_while_an_episode_loads(pages, page):
    page.goto(pages["episode"])
    shift = page.evaluate(
        """() => new Promise((resolve) => {
            let sum = 0;
            new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) sum += entry.value;
            }).observe({ type: "layout-shift", buffered: true });
            setTimeout(() => resolve(sum), 500);
        })"""
    )
    assert shift == 0
