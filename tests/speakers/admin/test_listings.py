"""The lists of people and organisations in the menu."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import factories


def titles(editor, name, **query):
    response = editor.get(reverse(f"{name}:index"), query)
    assert response.status_code == 200
    return [page.title for page in response.context["object_list"]]


def test_people_are_listed_by_family_name_with_who_they_are(editor, tomas, people):
    factories.SpeakerPageFactory(parent=people, title="Zora Adamová")
    assert titles(editor, "people") == ["Zora Adamová", "Tomáš Říčka"]
    page = editor.get(reverse("people:index")).content.decode()
    for words in ("Former Minister", "Ministry of Rivers", "Czechia, Slovakia", "draft"):
        assert words in page


@pytest.mark.parametrize(
    "query, expected",
    [
        ({"q": "ricka"}, ["Tomáš Říčka"]),
        ({"country": "SK"}, ["Tomáš Říčka"]),
        ({"country": "SK", "q": "ric"}, ["Tomáš Říčka"]),
        ({"country": "DE"}, ["Ana Weiss"]),
        ({"live": "live"}, ["Ana Weiss"]),
        ({"country": "XX"}, ["Tomáš Říčka", "Ana Weiss"]),
    ],
)
def test_people_are_narrowed(editor, tomas, people, query, expected):
    factories.SpeakerPageFactory(parent=people, title="Ana Weiss", countries=["DE"])
    assert sorted(titles(editor, "people", **query)) == sorted(expected)


@pytest.mark.parametrize(
    "query",
    [{"q": "mor"}, {"kind": "government"}, {"country": "CZ"}, {"kind": "government", "q": "min"}],
)
def test_organisations_are_narrowed(editor, tomas, organisations, query):
    tomas.organisation.kind = "government"
    tomas.organisation.save()
    factories.OrganisationPageFactory(parent=organisations, title="Institute")
    assert titles(editor, "organisations", **query) == ["Ministry of Rivers"]


@pytest.mark.parametrize("name", ["people", "organisations"])
def test_listing_costs_the_same_for_one_and_three(editor, tomas, people, organisations, name):
    def queries():
        titles(editor, name)
        with CaptureQueriesContext(connection) as captured:
            titles(editor, name)
        return len(captured)

    factories.SpeakerPageFactory(parent=people)
    one = queries()
    for _ in range(2):
        factories.SpeakerPageFactory(
            parent=people, organisation=factories.OrganisationPageFactory(parent=organisations)
        )
    assert queries() == one


def test_people_narrow_to_those_who_lack_something(editor, tomas, people):
    portrait = factories.image("Weiss")
    portrait.credit = ""
    portrait.save()
    factories.SpeakerPageFactory(
        parent=people, title="Ana Weiss", portrait=portrait, biography="<p>A judge.</p>", role=""
    )
    found = {
        lacks: titles(editor, "people", lacks=lacks)
        for lacks in ("portrait", "credit", "biography", "role")
    }
    assert found == {
        "portrait": ["Tomáš Říčka"],
        "credit": ["Ana Weiss"],
        "biography": ["Tomáš Říčka"],
        "role": ["Ana Weiss"],
    }
    assert len(titles(editor, "people", lacks="nonsense")) == 2


@pytest.mark.parametrize("lacks", ["logo", "website", "description"])
def test_organisations_narrow_to_those_that_lack_something(editor, tomas, organisations, lacks):
    full = factories.OrganisationPageFactory(
        parent=organisations,
        logo=factories.image("Logo"),
        website="https://example.org",
        description="<p>Rivers.</p>",
    )
    assert full.title not in titles(editor, "organisations", lacks=lacks)
    assert titles(editor, "organisations", lacks=lacks) == [tomas.organisation.title]
