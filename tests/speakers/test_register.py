"""The lists of people and organisations: one letter or country at a time."""

import random
from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from episodes.authoring.catalogue import tree
from speakers import register, register_counts
from speakers.models import RegisterCount, SpeakerPage
from speakers.visibility import visible
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


def kept() -> dict[tuple[int, str, str], int]:
    rows = RegisterCount.objects.filter(count__gt=0)
    return {(row.folder_id, row.kind, row.value): row.count for row in rows}


def counted() -> dict[tuple[int, str, str], int]:
    """The same, counted from the pages that visitors may see."""
    found: Counter[tuple[int, str, str]] = Counter()
    for model, field in register_counts.LISTED.items():
        for page in visible(model.objects.all()):
            folder = page.get_parent().pk
            found[folder, "letter", page.initial] += 1
            codes = str(model.objects.values_list(field, flat=True).get(pk=page.pk) or "")
            for code in filter(None, codes.split(",")):
                found[folder, "country", code] += 1
    return dict(found)


def test_kept_counts_are_the_counted_ones_after_every_edit(home, people, organisations, few):
    factories.OrganisationPageFactory(parent=organisations, title="Écoles", country="FR")
    assert kept() == counted() != {}
    chance = random.Random(4)
    for number in range(30):
        page = chance.choice(few)
        deed = chance.randrange(5)
        if deed == 0:
            page.unpublish() if page.live else page.save_revision().publish()
        elif deed == 1:
            page.sort_name = f"{chance.choice('ABC1')}, {number}"
            page.save_revision().publish()
        elif deed == 2:
            page.countries = chance.sample(["CZ", "GE", "US"], chance.randint(0, 2))
            page.save_revision().publish()
        elif deed == 3:
            few.append(factories.SpeakerPageFactory(parent=people, countries=["UA"]))
        elif len(few) > 3:
            few.remove(page)
            page.delete()
        assert kept() == counted()
    restriction = PageViewRestriction.objects.create(page=people, restriction_type="login")
    assert kept() == counted()
    restriction.delete()
    assert kept() == counted() != {}
    before = kept()
    RegisterCount.objects.update(count=7)
    register_counts.rebuild()
    assert kept() == counted() == before
    people.delete()
    assert kept() == counted()


def test_people_who_are_laid_in_bulk_are_counted(people):
    tree.add_pages(people, [SpeakerPage(title=f"Bo {number}", live=True) for number in range(3)])
    assert kept() == counted() != {}


def test_people_of_a_letter_are_read_in_the_order_of_an_index(client, people, few, small_pages):
    if connection.vendor != "sqlite":
        pytest.skip("of four rows PostgreSQL reads the whole table")
    client.get(people.get_url())
    with CaptureQueriesContext(connection) as captured:
        client.get(people.get_url())
    (asked,) = [one["sql"] for one in captured if '"initial" = ' in one["sql"]]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {asked}")
        plan = "\n".join(str(row[-1]) for row in cursor.fetchall())
    assert "speaker_by_letter" in plan and "TEMP B-TREE" not in plan
