"""What is sent with a button: once, and not into the void when the line or the session has ended."""

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import expect

from episodes.authoring.catalogue import uploads
from episodes.models import DraftLink, EpisodePage
from speakers.models import SpeakerPage
from tests import factories
from tests.journeys.test_catalogue_import import bring

ARTICLE = """A long morning #Example

November 24, 2026

In this week’s episode Ana Osei, the Mayor of Lund, joined us."""


@pytest.fixture
def editor(live_site, sign_in):
    user = get_user_model().objects.create_superuser("editor")
    sign_in(user)
    return user


@pytest.fixture
def series(live_site):
    home = factories.make_site()
    factories.SpeakerIndexPageFactory(parent=home, slug="people")
    return factories.SeriesPageFactory(parent=home, title="Chat", slug="chat", hashtag="#Example")


@pytest.fixture
def draft(series):
    return factories.episode(series, [], video="", live=False, title="Empty")


def test_button_that_is_pressed_twice_makes_one_link(editor, draft, page):
    page.goto(f"/admin/episodes/share/{draft.pk}/")
    page.get_by_role("button", name="Make a link").dblclick()
    expect(page.get_by_text("Here is the link: copy it and send it.")).to_be_visible()
    assert DraftLink.objects.count() == 1


def test_button_of_a_window_that_is_pressed_twice_makes_one_person(editor, draft, page):
    page.goto(f"/admin/pages/{draft.pk}/edit/")
    page.get_by_role("tab", name="People").click()
    page.get_by_role("button", name="Add people").click()
    page.get_by_role("tab", name="New person").click()
    window = page.locator(".modal-body form:has([name$=title])")
    window.locator("[name$=title]").fill("Ana Osei")
    sent = []
    page.on(
        "request", lambda request: sent.append(request.url) if request.method == "POST" else None
    )
    window.locator("[type=submit]").dblclick()
    expect(page.locator("#inline_child_appearances-0").get_by_text("Ana Osei")).to_be_visible()
    assert len([url for url in sent if "chooser" in url]) == 1
    assert SpeakerPage.objects.count() == 1


def test_whoever_is_signed_out_keeps_the_article_that_they_mend(
    editor, series, page, sign_in, browser_context, witness
):
    page.goto("/admin/episodes/from-article/")
    page.locator("select[name=series]").select_option(label="Chat")
    page.locator("#id_text").fill(ARTICLE)
    page.get_by_role("button", name="Read the article").click()
    page.locator("#id_title").fill("A longer morning")
    browser_context.clear_cookies()
    make = page.get_by_role("button", name="Make the draft")
    make.click()
    expect(page.get_by_text("You are signed out, so nothing was sent.")).to_be_visible()
    page.get_by_role("button", name="Close").click()
    sign_in(editor)
    make.click()
    expect(page.get_by_text("The draft is made.").first).to_be_visible()
    assert EpisodePage.objects.get().draft_title == "A longer morning"
    assert witness.policy_violations == []


def test_whoever_has_no_line_is_told_so_and_may_press_again(editor, draft, page, browser_context):
    page.goto(f"/admin/pages/{draft.pk}/edit/")
    browser_context.set_offline(True)
    page.locator("#id_title").fill("Typed in a tunnel")
    save = page.get_by_role("button", name="Save draft")
    save.click()
    expect(page.get_by_text("The site can’t be reached now")).to_be_visible()
    page.get_by_role("button", name="Close").click()
    browser_context.set_offline(False)
    save.click()
    expect(page.get_by_text("Page 'Typed in a tunnel' has been updated.")).to_be_visible()


def test_line_that_is_back_is_not_asked_about(editor, draft, page, browser_context):
    page.goto(f"/admin/pages/{draft.pk}/edit/")
    page.evaluate(
        """() => document.addEventListener("w-autosave:error", () => {
            document.body.dataset.saving = "failed";
        })"""
    )
    browser_context.set_offline(True)
    page.locator("#id_title").fill("Typed in a tunnel")
    expect(page.locator("body[data-saving=failed]")).to_be_attached()
    browser_context.set_offline(False)
    page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_text("Page 'Typed in a tunnel' has been updated.")).to_be_visible()


def test_whoever_edits_a_page_that_is_deleted_keeps_their_words(editor, draft, page):
    page.goto(f"/admin/pages/{draft.pk}/edit/")
    draft.delete()
    page.locator("#id_title").fill("Too late")
    page.get_by_role("button", name="Save draft").click()
    expect(
        page.get_by_text("This page was deleted meanwhile, so nothing was sent.")
    ).to_be_visible()
    expect(page.locator("#id_title")).to_have_value("Too late")


def test_nothing_can_be_typed_into_what_is_being_sent(editor, draft, page):
    page.goto(f"/admin/pages/{draft.pk}/edit/")
    seen = []
    page.on("console", lambda message: seen.append(message.text))
    page.evaluate(
        """document.addEventListener("submit", ({ target }) => setTimeout(() =>
            console.info("closed:", target.inert)))"""
    )
    page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_text("has been updated.")).to_be_visible()
    assert "closed: true" in seen


def test_catalogue_goes_on_when_the_line_is_back(editor, series, page, monkeypatch):
    monkeypatch.setattr(uploads, "STEP_S", 0)
    monkeypatch.setattr(uploads, "BATCH", 3)
    steps = "**/from-catalogue/*/"
    page.route(
        steps, lambda route: route.abort() if route.request.method == "POST" else route.fallback()
    )
    bring(page)
    expect(page.get_by_text("It goes on by itself when the line is back.")).to_be_visible()
    page.unroute(steps)
    expect(page.get_by_text("8 of 8 rows are done")).to_be_visible()


def test_catalogue_tells_who_is_signed_out(editor, series, page, browser_context):
    steps = "**/from-catalogue/*/"
    page.route(
        steps, lambda route: route.abort() if route.request.method == "POST" else route.fallback()
    )
    bring(page)
    expect(page.get_by_text("It goes on by itself when the line is back.")).to_be_visible()
    browser_context.clear_cookies(name="sessionid")
    page.unroute(steps)
    expect(page.get_by_text("You are signed out, or may not do this any more.")).to_be_visible()
