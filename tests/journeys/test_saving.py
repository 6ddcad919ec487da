"""Saved in the background and by hand, on a slow line: nothing is lost, and nothing is there twice."""

import re

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import expect

from episodes.models import Captions, EpisodePage, EpisodeVideo
from tests import factories
from tests.journeys.test_publishing import publish

EDITOR = re.compile(r"/admin/pages/(\d+/edit|add/.*)/$")
SAVED = "#w-autosave-indicator[data-w-autosave-state-value='saved']"


@pytest.fixture(autouse=True)
def editor(live_site, sign_in):
    sign_in(get_user_model().objects.create_superuser("editor"))


@pytest.fixture
def series(live_site):
    return factories.SeriesPageFactory(parent=factories.make_site(), title="Chat", slug="chat")


@pytest.fixture
def draft(series):
    return factories.episode(series, [], video="", live=False, title="Empty")


class SlowLine:
    """Lets the saves in the background reach the site, and keeps the answers to itself."""

    def __init__(self, page):
        self.page = page
        self.held = []
        self.posts = []
        self.is_slow = True
        page.route(EDITOR, self._answer)

    def _answer(self, route):
        request = route.request
        if request.method == "POST":
            self.posts.append(request)
            if self.is_slow and request.headers["accept"] == "application/json":
                self.held.append((route, route.fetch()))
                return
        route.fallback()

    def wait(self):
        """Until an answer is held."""
        for _ in range(200):
            if self.held:
                return
            self.page.wait_for_timeout(50)
        pytest.fail("Nothing was saved in the background.")

    def answer(self):
        """The answers arrive, and those that come after at once."""
        self.is_slow = False
        for route, response in self.held:
            route.fulfill(response=response)


def newest():
    return EpisodePage.objects.get().get_latest_revision_as_object()


def test_save_waits_for_the_one_in_the_background(draft, page, witness):
    page.goto(f"/admin/pages/{draft.pk}/edit/")
    line = SlowLine(page)
    page.get_by_role("tab", name="People").click()
    page.get_by_role("button", name="Add a name without a page").click()
    page.locator("#id_appearances-0-name").fill("Ana Osei")
    line.wait()
    page.locator("#id_appearances-0-role").fill("Mayor")
    page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_role("button", name="Saving…")).to_be_disabled()
    assert [request.headers["accept"] for request in line.posts] == ["application/json"]
    line.answer()
    expect(page.get_by_text("Page 'Empty' has been updated.")).to_be_visible()
    assert [(row.display_name, row.role) for row in newest().appearances.all()] == [
        ("Ana Osei", "Mayor")
    ]
    # What is sent anyway isn't saved in the background once more.
    assert len(line.posts) == 2
    assert witness.policy_violations == []


def test_new_episode_is_made_once(series, page):
    page.goto(f"/admin/pages/add/episodes/episodepage/{series.pk}/")
    line = SlowLine(page)
    page.locator("#id_title").fill("Courts and neighbours")
    line.wait()
    page.get_by_role("button", name="Save draft").click()
    page.wait_for_timeout(300)
    line.answer()
    expect(page.get_by_text("has been updated.")).to_be_visible()
    assert newest().title == "Courts and neighbours"


def test_what_is_published_stays_published(series, page):
    ana = factories.SpeakerPageFactory(parent=series.get_parent(), title="Ana Osei")
    draft = factories.episode(series, [ana], live=False, title="Empty")
    page.goto(f"/admin/pages/{draft.pk}/edit/")
    line = SlowLine(page)
    page.locator("#id_title").fill("Full")
    line.wait()
    page.locator("#id_title").fill("Fuller")
    publish(page)
    line.answer()
    page.get_by_role("button", name="Publish it like this").click()
    expect(page.get_by_text("is published").first).to_be_visible()
    draft.refresh_from_db()
    assert (draft.title, draft.live, draft.has_unpublished_changes) == ("Fuller", True, False)


def test_words_of_the_first_seconds_are_saved(draft, page):
    page.goto(f"/admin/pages/{draft.pk}/edit/", wait_until="domcontentloaded")
    page.locator("#id_title").fill("Typed at once")
    expect(page.locator(SAVED)).to_be_visible()
    assert newest().title == "Typed at once"


def test_words_that_are_typed_during_a_save_are_saved_after_it(draft, page):
    page.goto(f"/admin/pages/{draft.pk}/edit/")
    line = SlowLine(page)
    page.locator("#id_title").fill("First")
    line.wait()
    page.locator("#id_title").fill("First and second")
    line.answer()
    for _ in range(100):
        if newest().title == "First and second":
            break
        page.wait_for_timeout(50)
    assert newest().title == "First and second"


def test_each_change_is_saved_once(draft, page):
    page.goto(f"/admin/pages/{draft.pk}/edit/")
    line = SlowLine(page)
    line.answer()
    page.get_by_role("tab", name="People").click()
    page.get_by_role("button", name="Add a name without a page").click()
    page.locator("#id_appearances-0-name").fill("Ana Osei")
    page.wait_for_timeout(5000)
    assert len(line.posts) == 1
    page.locator("#inline_child_appearances-0").get_by_role("button", name="Delete").click()
    page.wait_for_timeout(3000)
    assert len(line.posts) == 2
    assert not newest().appearances.exists()


def test_whoever_leaves_with_voices_that_are_not_saved_is_asked(draft, page):
    video = EpisodeVideo(link="https://vimeo.com/76979871")
    cue = {"start": 0.5, "end": 3.0, "text": "Good evening.", "speaker": "Ana"}
    video.captions.add(Captions(language="en", cues=[cue]))
    draft.videos.add(video)
    draft.save_revision()
    page.goto(f"/admin/episodes/voices/{draft.pk}/")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.wait_for_timeout(2500)  # Wagtail looks for changes from then on.
    page.get_by_label("Ana").select_option("nobody")
    page.wait_for_timeout(1000)
    page.get_by_role("link", name="Empty").first.click()
    page.wait_for_url("**/edit/")
    assert asked == ["beforeunload"]
