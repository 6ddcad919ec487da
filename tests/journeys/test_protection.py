"""A guest is in danger: a moderator takes their name out of sight, an editor can't."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from playwright.sync_api import expect

from speakers.models import SpeakerPage
from tests import factories

NAME = "Zdislava Orlíková"


@pytest.fixture
def person(live_site):
    home = factories.make_site()
    series = factories.SeriesPageFactory(parent=home, title="Chat", slug="chat")
    people = factories.SpeakerIndexPageFactory(parent=home, slug="people")
    page = factories.SpeakerPageFactory(
        parent=people,
        title=NAME,
        slug="zdislava-orlikova",
        portrait=factories.image("Portrait of Zdislava Orlikova", 400, 500),
    )
    page.save_revision().publish()
    factories.episode(
        series,
        [page],
        title="A court is a room",
        slug="room",
        lead=f"{NAME} talks about courts. Ms. Orlíková is a judge.",
        body='[{"type": "paragraph", "value": "<p>Bez Orlíkové by to nešlo.</p>"}]',
    )
    return page


def log_in(page, role):
    user = get_user_model().objects.create_user("marta", "marta@example.org", "a long password")
    user.groups.add(Group.objects.get(name=role))
    page.goto("/admin/")
    page.get_by_label("Username").fill("marta")
    page.get_by_label("Password").fill("a long password")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/admin/")


def test_journey_of_a_moderator_who_protects_a_guest(person, page, witness):
    log_in(page, "Moderators")
    page.goto("/admin/people/")
    page.get_by_role("button", name=f"More options for '{NAME}'").click()
    page.get_by_role("link", name="Protect this person").click()

    page.get_by_role("radio", name="Give them another name").check()
    page.get_by_role("textbox", name="The name instead").fill("Jarmila Tichá")
    page.get_by_role("textbox", name="Why, without the name").fill("She asked for it by telephone.")
    page.get_by_role("button", name="Look for every place").click()

    sure = page.get_by_role("region", name="Certainly this person")
    lead = sure.get_by_role("checkbox", name=re.compile("^Zdislava Orlíková talks"))
    expect(lead.first).to_be_checked()
    maybe = page.get_by_role("checkbox", name="Bez Orlíkové by to nešlo.")
    expect(maybe).to_be_checked()
    maybe.uncheck()
    expect(page.get_by_role("checkbox", name=re.compile("Portrait: it goes"))).to_be_disabled()
    page.get_by_role("button", name="Protect this person now").click()

    expect(page.get_by_text("It is done.")).to_be_visible()
    expect(page.locator("body")).not_to_contain_text("Orlíkov")
    page.get_by_role("checkbox", name=re.compile("Google keeps copies")).check()
    page.get_by_role("button", name="Note what is seen to").click()
    expect(page.get_by_role("checkbox", name=re.compile("Google keeps copies"))).to_be_checked()
    expect(page.get_by_role("button", name="Bring everything back")).to_have_count(0)

    page.goto("/chat/room/")
    expect(page.locator("main")).to_contain_text("Jarmila Tichá talks about courts.")
    expect(page.locator("main")).to_contain_text("Bez Orlíkové by to nešlo.")
    assert page.goto("/people/zdislava-orlikova/").status == 404
    assert witness.policy_violations == []


def test_journey_of_an_editor_who_is_refused(person, page):
    log_in(page, "Editors")
    page.goto(f"/admin/pages/{person.pk}/edit/")
    page.get_by_role("button", name="Actions", exact=True).first.click()
    expect(page.get_by_role("link", name="Protect this person")).to_have_count(0)
    page.goto(f"/admin/protections/person/{person.pk}/")
    expect(page.get_by_text("you do not have permission")).to_be_visible()
    assert SpeakerPage.objects.get().title == NAME
