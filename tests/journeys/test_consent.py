"""The question before the first play, and what is kept of the answer."""

from playwright.sync_api import expect

KEPT = "JSON.stringify(Object.entries(localStorage))"


def play(page):
    page.locator(".player-link").click()


def question(page):
    return page.get_by_role("group", name="This video plays from YouTube.")


def test_first_play_says_who_is_called_before_anybody_is(pages, page, witness):
    page.goto(pages["episode"])
    play(page)
    expect(question(page).get_by_text("www.youtube-nocookie.com")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert witness.foreign_requests == []
    question(page).get_by_role("button", name="Not now").click()
    expect(question(page)).to_have_count(0)
    expect(page.locator(".player-link")).to_be_focused()
    assert (page.evaluate(KEPT), page.context.cookies()) == ("[]", [])


def test_answer_without_the_tick_is_not_kept(pages, page, witness):
    page.goto(pages["episode"])
    play(page)
    question(page).get_by_role("button", name="Play").click()
    expect(page.locator("episode-player iframe")).to_have_count(1)
    assert (page.evaluate(KEPT), page.context.cookies()) == ("[]", [])


def test_kept_answer_saves_a_click_and_can_be_taken_back(pages, page, witness):
    page.goto(pages["episode"])
    play(page)
    question(page).get_by_role("checkbox", name="Don't ask again").check()
    question(page).get_by_role("button", name="Play").click()
    assert page.evaluate(KEPT) == '[["play-unasked","[\\"www.youtube-nocookie.com\\"]"]]'

    page.goto(pages["six guests and a long title"])
    play(page)
    expect(page.locator("episode-player iframe")).to_have_count(1)

    page.goto(pages["standard"])
    page.get_by_role("button", name="Ask again").click()
    expect(page.get_by_role("button", name="Ask again")).to_have_count(0)
    assert page.evaluate(KEPT) == "[]"
    page.goto(pages["episode"])
    play(page)
    expect(question(page)).to_be_visible()


def test_one_house_does_not_speak_for_another(pages, page, witness):
    page.goto(pages["episode"])
    page.evaluate("localStorage.setItem('play-unasked', '[\"www.youtube-nocookie.com\"]')")
    page.get_by_role("link", name="Full recording · Vimeo").click()
    expect(page.get_by_role("group", name="This video plays from Vimeo.")).to_be_visible()


def test_rubbish_in_the_store_asks_as_if_nothing_was_kept(pages, page, witness):
    page.goto(pages["episode"])
    page.evaluate("localStorage.setItem('play-unasked', 'null')")
    page.reload()
    play(page)
    expect(question(page)).to_be_visible()
    assert witness.errors == []
