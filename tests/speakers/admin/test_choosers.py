"""Choosing a person or an organisation, and making one on the way."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from speakers.models import OrganisationPage, SpeakerPage
from tests import factories

PERSON = "person_chooser"
ORGANISATION = "organisation_chooser"


def opened(client, chooser=PERSON, **query):
    response = client.get(reverse(f"{chooser}:choose"), query)
    assert response.status_code == 200
    return response.json()["html"]


def found(client, chooser=PERSON, **query):
    response = client.get(reverse(f"{chooser}:choose_results"), query)
    assert response.status_code == 200
    return [page.title for page in response.context["results"]]


def make(client, chooser=PERSON, query="", **fields):
    response = client.post(reverse(f"{chooser}:create") + query, fields)
    assert response.status_code == 200
    return response.json()


def test_person_chooser_opens_on_a_list_that_tells_who_they_are(editor, tomas):
    html = opened(editor)
    for words in (
        "Tomáš Říčka",
        "Former Minister",
        "Ministry of Rivers",
        "Czechia, Slovakia",
        "draft",
    ):
        assert words in html


def test_organisation_chooser_opens_on_a_list_that_tells_what_they_are(editor, tomas):
    html = opened(editor, ORGANISATION)
    for words in ("Ministry of Rivers", "MoR", "Czechia", "live"):
        assert words in html


@pytest.mark.parametrize(
    "query", ["ricka", "Říčka", "TOMAS", "tomas ric", "ritschka", "Ржичка", "rzhichka"]
)
def test_person_is_found_without_accents_and_by_other_spellings(editor, tomas, people, query):
    factories.SpeakerPageFactory(parent=people, title="Ana Osei")
    assert found(editor, q=query) == ["Tomáš Říčka"]


@pytest.mark.parametrize("query", ["ministry", "mor", "RIVERS"])
def test_organisation_is_found_by_its_short_name_too(editor, tomas, query):
    assert found(editor, ORGANISATION, q=query) == ["Ministry of Rivers"]


@pytest.mark.parametrize(
    "query", ["nobody", "???", '"*(){}[]^~:\\ OR NEAR', "x" * 10_000, "\u200b", "<script>", "' --"]
)
def test_person_chooser_says_that_nobody_is_found(editor, tomas, query):
    assert found(editor, q=query) == []


def test_person_chooser_shows_page_after_page(editor, people):
    for number in range(16):
        factories.SpeakerPageFactory(parent=people, title=f"Ana {number:02}")
    assert len(found(editor)) == 15
    assert found(editor, p=2) == ["Ana 15"]
    assert editor.get(reverse(f"{PERSON}:choose_results"), {"p": 99}).status_code == 404


@pytest.mark.parametrize("chooser", [PERSON, ORGANISATION])
def test_chooser_costs_the_same_for_one_and_three(editor, tomas, people, organisations, chooser):
    def queries():
        opened(editor, chooser)
        with CaptureQueriesContext(connection) as captured:
            opened(editor, chooser)
        return len(captured)

    one = queries()
    for _ in range(2):
        factories.SpeakerPageFactory(
            parent=people, organisation=factories.OrganisationPageFactory(parent=organisations)
        )
    assert queries() == one


def test_chosen_people_are_told_with_name_and_editor(editor, tomas, people):
    ana = factories.SpeakerPageFactory(parent=people, title="Ana Osei")
    url = reverse(f"{PERSON}:chosen_multiple")
    answer = editor.get(f"{url}?multiple=1&id={tomas.pk}&id={ana.pk}").json()
    chosen = {item["title"]: item["edit_url"] for item in answer["result"]}
    assert chosen == {
        page.title: reverse("wagtailadmin_pages:edit", args=[page.pk]) for page in (tomas, ana)
    }


def test_chosen_person_brings_along_who_they_are_today(editor, tomas):
    answer = editor.get(reverse(f"{PERSON}:chosen", args=[tomas.pk])).json()
    assert answer["result"]["present"] == {
        "honorific": "",
        "role": "Former Minister",
        "country": "",
        "organisation": {
            "id": str(tomas.organisation.pk),
            "title": "Ministry of Rivers",
            "edit_url": reverse("wagtailadmin_pages:edit", args=[tomas.organisation.pk]),
        },
    }


def test_new_person_is_a_draft_below_the_list_of_people(editor, administrator, people):
    answer = make(editor, title=" Łukasz\u00a0 Nowak ", role="Mayor of Brno")
    page = SpeakerPage.objects.get()
    assert answer["step"] == "chosen"
    assert answer["result"]["id"] == str(page.pk)
    assert (page.title, page.role, page.sort_name) == (
        "Łukasz Nowak",
        "Mayor of Brno",
        "Nowak, Łukasz",
    )
    assert (page.slug, page.live, page.owner) == ("lukasz-nowak", False, administrator)
    assert page.get_parent().pk == people.pk
    assert page.get_latest_revision_as_object().role == "Mayor of Brno"


def test_new_organisation_is_a_draft_below_the_list_of_organisations(editor, organisations):
    make(editor, ORGANISATION, title="Institute of Courts", short_name="IC")
    page = OrganisationPage.objects.get()
    assert (page.title, page.short_name, page.live) == ("Institute of Courts", "IC", False)


def test_new_person_is_added_to_the_chosen_several(editor, people):
    answer = make(editor, query="?multiple=1", title="Ana Osei")
    assert [item["title"] for item in answer["result"]] == ["Ana Osei"]


def test_new_person_with_a_name_in_use_needs_a_second_yes(editor, tomas):
    answer = make(editor, title="tomas RICKA")
    assert answer["step"] == "reshow_creation_form"
    assert "There is a page of Tomáš Říčka already" in answer["htmlFragment"]
    assert 'type="checkbox" name="is_another"' in answer["htmlFragment"]
    assert SpeakerPage.objects.count() == 1
    make(editor, title="tomas RICKA", is_another="on")
    assert SpeakerPage.objects.count() == 2


@pytest.mark.parametrize("title", ["", "   ", "\u200b", "x" * 256])
def test_new_person_needs_a_name(editor, people, title):
    assert make(editor, title=title)["step"] == "reshow_creation_form"
    assert not SpeakerPage.objects.exists()


def test_new_person_with_a_script_for_a_name_is_shown_as_text(editor, people):
    make(editor, title="<script>alert(1)</script>", role="<img src=x onerror=alert(1)>")
    html = opened(editor)
    assert "<script>alert(1)" not in html
    assert "<img src=x" not in html


def test_new_person_without_a_list_of_people_gets_a_sentence(editor, home):
    assert "There is no list of people yet." in opened(editor)
    answer = make(editor, title="Ana Osei")
    assert answer["step"] == "reshow_creation_form"
    assert not SpeakerPage.objects.exists()


def test_new_person_goes_to_the_chosen_one_of_several_lists(editor, home, people):
    other = factories.SpeakerIndexPageFactory(
        parent=factories.StandardPageFactory(parent=home), title="Abroad"
    )
    assert "In which list" in opened(editor)
    assert make(editor, title="Ana Osei")["step"] == "reshow_creation_form"
    make(editor, title="Ana Osei", parent=other.pk)
    assert SpeakerPage.objects.get().get_parent().pk == other.pk


def test_author_without_rights_on_people_chooses_but_makes_none(author, tomas):
    html = opened(author)
    assert "Tomáš Říčka" in html
    assert "New person" not in html
    refused = author.post(reverse(f"{PERSON}:create"), {"title": "Ana Osei"})
    assert refused.status_code == 302
    assert SpeakerPage.objects.count() == 1


@pytest.mark.parametrize("name", ["choose", "choose_results", "create", "chosen_multiple"])
def test_chooser_is_for_staff_only(client, tomas, name):
    response = client.get(reverse(f"{PERSON}:{name}"))
    assert response.status_code == 302
    assert response.url.startswith(reverse("wagtailadmin_login"))


def test_person_form_chooses_its_organisation(editor, tomas):
    page = editor.get(reverse("wagtailadmin_pages:edit", args=[tomas.pk])).content.decode()
    assert json.dumps(reverse(f"{ORGANISATION}:choose")).strip('"') in page
