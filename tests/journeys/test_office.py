"""A draft on its way: an editor writes and submits, a colleague reads, a moderator lets it out."""

import json
import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from playwright.sync_api import expect

from episodes.models import DraftLink, EpisodePage
from tests import factories

WORDS = "<p>Rules last where people use them, said Dr. Osey.</p>"


@pytest.fixture
def draft(live_site):
    home = factories.make_site()
    series = factories.SeriesPageFactory(parent=home, title="Online Chat", slug="chat")
    people = factories.SpeakerIndexPageFactory(parent=home, slug="people")
    guest = factories.SpeakerPageFactory(parent=people, title="Ben Oseyi")
    body = json.dumps([{"type": "paragraph", "value": WORDS, "id": "0c7d"}])
    return factories.episode(series, [guest], title="Benches", body=body, live=False)


@pytest.fixture
def work_as(browser_context, sign_in):
    """Signs in as a new member of a group, whoever was there before."""

    def work_as(name: str, group: str) -> None:
        user = get_user_model().objects.create_user(name, f"{name}@example.org", "secret")
        user.groups.add(Group.objects.get(name=group))
        browser_context.clear_cookies()
        sign_in(user)

    return work_as


def more_actions(page):
    page.get_by_role("button", name="More actions").click()


def test_a_draft_goes_through_three_pairs_of_hands(draft, work_as, page, witness, chromium):
    edit = f"/admin/pages/{draft.pk}/edit/"

    work_as("eva", "Editors")
    page.goto(edit)
    page.get_by_role("button", name="What is still missing").click()
    page.locator("[data-readiness-words=Osey]").click()
    page.wait_for_function(
        "() => String(getSelection()) == 'Osey' && document.activeElement.isContentEditable"
    )
    more_actions(page)
    expect(page.get_by_role("button", name="Publish", exact=True)).to_have_count(0)
    page.get_by_role("button", name="Submit to Two-step approval").click()
    page.wait_for_url(lambda url: not url.endswith("/edit/"))
    assert not EpisodePage.objects.get(pk=draft.pk).live

    page.goto(f"/admin/episodes/share/{draft.pk}/")
    page.get_by_label("For whom").fill("Ben")
    page.get_by_role("button", name="Make a link").click()
    expect(page.locator("[data-draft-link]")).to_have_value(DraftLink.objects.get().address())
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the link for Ben").click()
    expect(page.get_by_role("status").filter(has_text="Copied.")).to_have_count(1)
    assert page.evaluate("navigator.clipboard.readText()") == DraftLink.objects.get().address()
    guest = chromium.new_context(base_url=page.url.split("/admin")[0])
    reading = guest.new_page()
    parts = DraftLink.objects.get().parts
    reading.goto(f"/chat/draft/{parts['key']}/{parts['signature']}/")
    expect(reading.get_by_role("heading", level=1)).to_have_text("Benches")
    assert guest.cookies() == []
    guest.close()

    work_as("jan", "Editors")
    page.goto(edit)
    more_actions(page)
    page.get_by_role("button", name="Approve", exact=True).click()
    expect(page.get_by_role("heading", name="Approve it like this?")).to_be_visible()
    expect(page.get_by_text("People who can't hear, or not now, can't follow.")).to_be_visible()
    page.get_by_role("button", name="Approve it like this").click()
    expect(page.get_by_text("“Benches” is approved.")).to_be_visible()

    work_as("marta", "Moderators")
    page.goto("/admin/")
    expect(page.get_by_role("link", name="Benches").first).to_be_visible()
    page.goto(edit)
    more_actions(page)
    page.get_by_role("button", name="Approve with comment").click()
    window = page.get_by_role("dialog")
    expect(window.get_by_text("Nobody finds it by its topic.")).to_be_visible()
    window.get_by_label("Comment").fill("Well done.")
    window.get_by_role("button", name="Approve with comment").click()
    page.wait_for_url(lambda url: not url.endswith("/edit/"))
    assert EpisodePage.objects.get(pk=draft.pk).live
    assert witness.policy_violations == []


def test_a_new_episode_saved_in_the_background_says_what_it_lacks(draft, work_as, page, witness):
    work_as("eva", "Editors")
    # What is typed before Wagtail took note of the empty form is no change to it.
    noted = "document.addEventListener('w-unsaved:watch-edits', () => (window.isNoted = true))"
    page.add_init_script(noted)
    page.goto(f"/admin/pages/add/episodes/episodepage/{draft.get_parent().pk}/")
    page.get_by_role("button", name="What is still missing").click()
    page.get_by_role("textbox", name="Title").click()
    page.wait_for_function("() => window.isNoted")
    page.keyboard.type("Stairs")
    expect(page).to_have_url(re.compile("/edit/"), timeout=15_000)
    beside = page.locator("[data-side-panel=readiness]")
    expect(beside.get_by_text("Nobody finds it by its topic.")).to_be_visible()
    assert witness.errors == []
