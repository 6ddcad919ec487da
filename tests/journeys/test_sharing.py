"""Passing an episode on and citing it, with scripts and without."""

import pytest
from playwright.sync_api import expect


def opened(page, address):
    page.goto(address)
    page.get_by_text("Share and cite").click()
    return page.locator("share-tools")


def test_link_and_citation_are_copied(pages, page, witness, live_site):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    box = opened(page, pages["episode"])
    box.get_by_role("button", name="Copy the link").click()
    expect(box.get_by_role("status")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == live_site + pages["episode"]
    box.get_by_role("button", name="Copy the citation").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(
        f"The need for coordination [Video]. Online Chat. {live_site}/chat/full/"
    )
    assert witness.foreign_requests == []


def test_present_second_goes_into_every_address(pages, page, witness, live_site):
    box = opened(page, pages["episode"])
    page.evaluate(
        """document.querySelector("episode-player").dispatchEvent(
            new CustomEvent("player:time", { bubbles: true, detail: { time: 754.2 } }))"""
    )
    box.get_by_role("checkbox", name="From the present second").check()
    expect(box.get_by_label("Address of this conversation")).to_have_value(
        f"{live_site}{pages['episode']}?t=754"
    )
    expect(box.get_by_role("link", name="BibTeX")).to_have_attribute(
        "href", f"{pages['episode']}cite/bibtex/?t=754"
    )
    expect(box.get_by_role("link", name="Facebook")).to_have_attribute(
        "href", f"https://www.facebook.com/sharer/sharer.php?u={encoded(live_site, pages)}"
    )


def encoded(live_site, pages) -> str:
    from urllib.parse import quote

    return quote(f"{live_site}{pages['episode']}?t=754", safe="")


def test_without_scripts_there_are_links_and_files(pages, chromium, live_site):
    context = chromium.new_context(base_url=live_site, java_script_enabled=False)
    page = context.new_page()
    box = opened(page, f"{pages['episode']}?t=90")
    expect(box.get_by_label("Address of this conversation")).to_have_value(
        f"{live_site}{pages['episode']}?t=90"
    )
    expect(box.get_by_role("button")).to_have_count(0)
    answer = page.request.get(live_site + box.get_by_role("link", name="RIS").get_attribute("href"))
    assert f"UR  - {live_site}{pages['episode']}?t=90\r\n" in answer.text()
    context.close()


@pytest.mark.parametrize("name", ["episode", "announced"])
def test_paper_has_the_words_and_the_address_but_no_player(pages, page, live_site, name):
    page.goto(pages[name])
    page.emulate_media(media="print")
    expect(page.get_by_text(live_site + pages[name], exact=True)).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    hidden = page.locator(".player, .share, .premiere-calendar")
    assert not any(one.is_visible() for one in hidden.all())
