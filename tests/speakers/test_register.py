"""The lists of people and organisations: one letter or country at a time."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from speakers import register
from speakers.models import SpeakerPage
from tests import factories


@pytest.fixture
def few(people):
    names = {"Ana Čapková": ["CZ"], "Ira Cohen": ["IL", "CZ"], "Zoe Mack": [], "Studio 7": ["DE"]}
    return [
        factories.SpeakerPageFactory(parent=people, title=name, countries=codes)
        for name, codes in names.items()
    ]


@pytest.fixture
def small_pages(monkeypatch):
    monkeypatch.setattr(register, "PAGE_SIZE", 2)


def shown(client, people, query: str = "") -> register.Register:
    return client.get(f"{people.get_url()}{query}").context["register"]


def names(found: register.Register) -> list[str]:
    return [page.title for page in found.pages]


def counts(choices) -> dict[str, int]:
    return {choice.name: choice.count for choice in choices}


def test_few_people_stand_on_one_page_with_true_counts(client, people, few):
    factories.SpeakerPageFactory(parent=people, title="Draft Person", live=False)
    found = shown(client, people)
    assert len(found.pages) == found.total == 4
    assert counts(found.letters) == {"#": 1, "C": 2, "M": 1}
    assert counts(found.countries) == {"Czechia": 2, "Germany": 1, "Israel": 1}


def test_many_people_begin_with_the_first_letter(client, people, few, small_pages):
    found = shown(client, people)
    assert names(found) == ["Ana Čapková", "Ira Cohen"]
    assert [choice.name for choice in found.letters if choice.chosen] == ["C"]
    assert (found.previous_url, found.next_url) == ("", "")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?letter=m", ["Zoe Mack"]),
        ("?country=cz", ["Ana Čapková", "Ira Cohen"]),
        ("?country=IL", ["Ira Cohen"]),
        ("?letter=C&country=DE", ["Studio 7"]),
    ],
)
def test_letter_or_country_narrows_the_list(client, people, few, query, expected):
    found = shown(client, people, query)
    assert names(found) == expected
    assert found.found == len(expected)


@pytest.mark.parametrize("query", ["?letter=Q", "?country=XX", "?page=-1", "?page=zz", "?letter="])
def test_what_is_not_there_is_left_out(client, people, few, query):
    assert shown(client, people, query).found == 4


def test_long_letter_has_pages(client, people, small_pages):
    for number in range(5):
        factories.SpeakerPageFactory(parent=people, title=f"Ana C{number}")
    first = shown(client, people)
    assert names(first) == ["Ana C0", "Ana C1"]
    last = shown(client, people, "?letter=C&page=3")
    assert (names(last), last.next_url) == (["Ana C4"], "")
    assert last.previous_url == f"{people.get_url()}?letter=C&page=2"
    assert names(shown(client, people, "?letter=C&page=99999")) == ["Ana C4"]


def test_letter_follows_the_name(people):
    page = factories.SpeakerPageFactory(parent=people, title="Ana Nová")
    page.sort_name = "Šťastná, Ana"
    page.save()
    assert SpeakerPage.objects.get(pk=page.pk).initial == "S"


def test_organisations_have_letters_and_countries_too(client, organisations):
    factories.OrganisationPageFactory(parent=organisations, title="Écoles", country="FR")
    found = shown(client, organisations, "?country=FR")
    assert (names(found), counts(found.letters)) == (["Écoles"], {"E": 1})


def test_queries_do_not_grow_with_people(client, people, few):
    def count() -> int:
        client.get(people.get_url())
        with CaptureQueriesContext(connection) as captured:
            client.get(people.get_url())
        return len(captured)

    before = count()
    for number in range(20):
        factories.SpeakerPageFactory(parent=people, title=f"Person {number}")
    assert count() == before
