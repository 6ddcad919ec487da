"""The people of an episode: chosen several at once, made on the way, or named without a page."""

import pytest
from playwright.sync_api import expect

from episodes.models import EpisodePage
from speakers.models import SpeakerPage
from tests import factories
from tests.journeys.test_publishing import log_in

ROWS = "#id_appearances-FORMS > [data-inline-panel-child]"


@pytest.fixture
def draft(live_site):
    """An empty draft, a person with a page and the house that they work for."""
    home = factories.make_site()
    series = factories.SeriesPageFactory(parent=home, title="Chat", slug="chat")
    people = factories.SpeakerIndexPageFactory(parent=home)
    organisations = factories.OrganisationIndexPageFactory(parent=home)
    bureau = factories.OrganisationPageFactory(parent=organisations, title="Bureau of Doors")
    for name in ("Tomáš Říčka", "Ana Osei"):
        factories.SpeakerPageFactory(
            parent=people, title=name, role=f"Role of {name}", organisation=bureau, countries=["CZ"]
        )
    return factories.episode(series, [], video="", live=False, title="Empty")


def value(page, row, field):
    return page.locator(f"#id_appearances-{row}-{field}").input_value()


def test_people_are_chosen_made_and_named_in_the_editor(draft, page, witness):
    log_in(page)
    page.goto(f"/admin/pages/{draft.pk}/edit/")
    page.get_by_role("tab", name="People").click()

    page.get_by_role("button", name="Add people").click()
    modal = page.locator(".modal-body")
    modal.get_by_label("Tomáš Říčka").check()
    modal.get_by_label("Ana Osei").check()
    modal.get_by_role("button", name="Confirm selection").click()
    expect(page.locator(ROWS)).to_have_count(2)
    roles = {value(page, row, "role") for row in (0, 1)}
    assert roles == {"Role of Tomáš Říčka", "Role of Ana Osei"}
    assert [value(page, row, "country") for row in (0, 1)] == ["CZ", "CZ"]
    expect(page.locator(ROWS).get_by_text("Bureau of Doors")).to_have_count(2)

    page.get_by_role("button", name="Add people").click()
    modal.get_by_role("tab", name="New person").click()
    modal.get_by_label("Name").fill("Eva Nová")
    modal.get_by_label("Present role").fill("Mayor")
    modal.get_by_role("button", name="Make a draft and choose it").click()
    expect(page.locator(ROWS)).to_have_count(3)
    assert value(page, 2, "role") == "Mayor"

    page.get_by_role("button", name="Add a name without a page").click()
    expect(page.locator(ROWS)).to_have_count(4)
    page.locator("#id_appearances-3-name").fill("Guest of the day")
    page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_text("Page 'Empty' has been updated.")).to_be_visible()

    saved = EpisodePage.objects.get().get_latest_revision_as_object()
    names = [row.display_name for row in saved.appearances.all()]
    assert sorted(names[:2]) == ["Ana Osei", "Tomáš Říčka"]
    assert names[2:] == ["Eva Nová", "Guest of the day"]
    assert not SpeakerPage.objects.get(title="Eva Nová").live
    assert witness.policy_violations == []


def test_role_that_the_editor_wrote_is_kept_when_the_person_changes(draft, page):
    log_in(page)
    page.goto(f"/admin/pages/{draft.pk}/edit/")
    page.get_by_role("tab", name="People").click()
    page.get_by_role("button", name="Add a name without a page").click()
    page.locator("#id_appearances-0-role").fill("Minister")
    page.get_by_role("button", name="Choose a person").click()
    modal = page.locator(".modal-body")
    modal.get_by_label("Search term").fill("ricka")
    expect(modal.get_by_role("link", name="Ana Osei")).to_have_count(0)
    modal.get_by_role("link", name="Tomáš Říčka").click()
    expect(page.locator("#id_appearances-0-country")).to_have_value("CZ")
    assert value(page, 0, "role") == "Minister"
