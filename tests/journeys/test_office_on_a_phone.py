"""The lists of the admin on a telephone: nothing is out of reach, no button is dead."""

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import expect

from episodes.models import Captions, EpisodePage
from tests import factories

PHONE = {"width": 360, "height": 740}


@pytest.fixture
def episodes(live_site, sign_in, page):
    home = factories.make_site()
    series = factories.SeriesPageFactory(parent=home, title="Online Chat", slug="chat")
    people = factories.SpeakerIndexPageFactory(parent=home, slug="people")
    guest = factories.SpeakerPageFactory(parent=people, title="Ben Oseyi")
    made = [factories.episode(series, [guest], title=f"Benches {number}") for number in range(3)]
    sign_in(get_user_model().objects.create_superuser("ada", "ada@example.org", "secret"))
    page.set_viewport_size(PHONE)
    return made


def is_within(locator):
    box = locator.bounding_box()
    return box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"]


def test_every_column_of_a_list_can_be_reached(episodes, page):
    page.goto("/admin/episodes/")
    last = page.locator("table.listing thead th").last
    assert not is_within(last)
    # By hand: a script moves even what hides the rest.
    page.locator("table.listing").locator("xpath=..").hover()
    page.mouse.wheel(2000, 0)
    expect(last).to_be_in_viewport(ratio=1)


def test_what_can_be_done_with_chosen_rows_stays_in_view(episodes, page):
    page.goto("/admin/episodes/")
    page.locator(".bulk-action-checkbox").first.check(force=True)
    actions = page.locator(".bulk-actions-buttons")
    expect(
        actions.get_by_role("link", name="Publish selected pages", exact=True)
    ).to_be_in_viewport(ratio=1)
    more = actions.locator("button")
    expect(more).to_be_in_viewport(ratio=1)
    assert all(map(is_within, [more, *actions.get_by_role("link").all()]))


def test_tags_that_nobody_wrote_are_asked_for(episodes, page, witness):
    chosen = "&".join(f"id={one.pk}" for one in episodes)
    page.goto(f"/admin/bulk/wagtailcore/page/add_tags/?next=/admin/episodes/&{chosen}")
    page.get_by_role("button", name="Add tags").click()
    expect(page.get_by_text("This field is required.")).to_be_visible()
    assert not EpisodePage.objects.exclude(tags=None).exists()
    assert witness.errors == []


def test_editor_fits_the_window_and_stays_in_it(episodes, page):
    page.goto(f"/admin/pages/{episodes[0].pk}/edit/")
    page.get_by_role("tab", name="People").click()
    country = page.locator("select[name='appearances-0-country']")
    country.scroll_into_view_if_needed()
    assert is_within(country)
    pushed = "(content) => { content.scrollLeft = 100; return content.scrollLeft; }"
    assert page.locator(".content-wrapper").evaluate(pushed) == 0


def test_voices_can_be_chosen(episodes, page):
    video = episodes[0].videos.get()
    cues = [{"start": 0.0, "end": 2.0, "text": "Courts need neighbours.", "speaker": "Ben"}]
    guest = episodes[0].appearances.get().speaker
    guest.title = "Benedikta Oseyiová-Kvapilíková-Hanzlíčková"
    guest.save()
    video.captions.add(Captions(language="en", cues=cues))
    episodes[0].videos.add(video)
    episodes[0].save_revision().publish()
    page.goto(f"/admin/episodes/voices/{episodes[0].pk}/")
    assert is_within(page.get_by_label("Ben"))


def test_the_way_to_another_series_is_in_view_where_a_page_is_chosen(episodes, page):
    page.goto(f"/admin/bulk/wagtailcore/page/move/?id={episodes[0].pk}&next=/admin/episodes/")
    page.get_by_role("button", name="Choose a page").click()
    below = page.locator(".modal-body td.children a").first
    expect(below).to_be_in_viewport(ratio=1)
    below.click()
    page.locator(".modal-body").get_by_role("link", name="Online Chat", exact=True).click()
    expect(page.get_by_text("Online Chat").first).to_be_visible()


def test_two_versions_name_their_fields_whole(episodes, page):
    episodes[0].title = "Stairs"
    episodes[0].save_revision()
    page.goto(f"/admin/pages/{episodes[0].pk}/revisions/compare/earliest...latest/")
    name, change = page.locator("table.listing tr", has_text="Stairs").locator("td").all()
    assert name.bounding_box()["width"] > PHONE["width"] / 2
    assert is_within(change)


def test_a_shared_draft_is_taken_back_without_moving_the_table(episodes, page):
    page.goto(f"/admin/episodes/share/{episodes[0].pk}/")
    page.get_by_label("For whom").fill("Ben")
    page.get_by_role("button", name="Make a link").click()
    assert is_within(page.get_by_role("button", name="Take back"))
    expect(page.get_by_text("Made by")).not_to_be_visible()
