"""The search page, its suggestions, and what it tells browsers."""

import xml.etree.ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, PageViewRestriction

from episodes.models import fulltext
from tests import content, factories
from tests.episodes.search.hostile import HOSTILE


@pytest.fixture
def site(db):
    return content.small_site(3)


@pytest.fixture
def found(site):
    """Pages that are built in a test and found by it."""
    bureau = factories.OrganisationPageFactory(parent=site["organisations"], title="Krill Bureau")
    person = factories.SpeakerPageFactory(
        parent=site["people"], title="Krillian Žofka", role="Krill counter", organisation=bureau
    )
    tag = factories.TagFactory(name="Krill")
    return factories.episode(
        site["series"], [person], title="Krill and law", lead="About krill.", tags=[tag]
    )


def results(client, query: str, **more: str):
    answer = client.get("/search/", {"q": query, **more})
    assert answer.status_code == 200
    return answer.context["results"]


def test_results_stand_in_groups(client, found):
    shown = results(client, "krill")
    assert [page.title for page in shown.people] == ["Krillian Žofka"]
    assert [page.title for page in shown.organisations] == ["Krill Bureau"]
    assert [(tag.name, url) for tag, url in shown.topics] == [
        ("Krill", f"{found.get_parent().get_url()}tag/krill/")
    ]
    assert [one.episode.title for one in shown.conversations] == ["Krill and law"]
    html = client.get("/search/", {"q": "krill"}).content.decode()
    assert '<link rel="canonical" href="http://testserver/search/">' in html
    assert "<mark>Krill</mark> and law" in html and "About <mark>krill</mark>." in html


def test_slip_is_forgiven_and_said(client, found):
    shown = results(client, "zokfa")
    assert ([page.title for page in shown.people], shown.meant) == (["Krillian Žofka"], ["zofka"])
    html = client.get("/search/", {"q": "zokfa"}).content.decode()
    assert "Did you mean" in html and 'href="/search/?q=zofka"' in html


def test_nothing_found_says_what_to_loosen(client, found):
    html = client.get("/search/", {"q": "krill xyzzyq"}).content.decode()
    assert "Nothing found for “krill xyzzyq”" in html
    assert 'href="/search/?q=krill"' in html and 'href="/search/?q=xyzzyq"' in html
    assert "All conversations of Chat" in html
    html = client.get("/search/", {"q": "?!"}).content.decode()
    assert "There are no letters or digits in it." in html


def test_pages_of_results(client, site):
    content.fill(site["series"], site["speakers"], site["organisation"], [], 20, first=10)
    first, second = results(client, "conversation"), results(client, "conversation", page="2")
    assert (first.total, len(first.conversations), len(second.conversations)) == (23, 10, 10)
    shown = [one.episode.pk for one in [*first.conversations, *second.conversations]]
    assert len(set(shown)) == 20
    assert second.people == []
    for number in ("0", "-1", "x", "9" * 30, "٣", ""):
        assert results(client, "conversation", page=number).page.number == 1
    assert results(client, "conversation", page="999").page.number == 3


def test_word_that_is_everywhere_finds_the_best_and_says_that_there_are_more(
    client, site, found, monkeypatch
):
    monkeypatch.setattr(fulltext, "MAX_FOUND", 2)
    shown = results(client, "court")  # the lead of all of them says it
    assert (shown.total, shown.is_capped) == (2, True)
    assert "2 conversations and more" in client.get("/search/?q=court").content.decode()
    named = results(client, "krill")
    assert ([one.episode for one in named.conversations], named.is_capped) == ([found], False)
    both = results(client, "conversation")
    assert [one.episode.title for one in both.conversations] == ["Conversation 2", "Conversation 1"]


def test_texts_in_another_language_hide_none_in_this_one(client, site, monkeypatch):
    """However many texts hold it that aren't looked for, one that is hides behind none of them."""
    czech, _new = Locale.objects.get_or_create(language_code="cs")
    foreign = site["series"].copy_for_translation(czech, copy_parents=True)
    foreign.save_revision().publish()
    for title in ("Krill poprvé", "Krill podruhé"):
        factories.episode(foreign, site["speakers"][:1], title=title)
    factories.episode(site["series"], site["speakers"][:1], title="Krill at last")
    for few in (1, 2, 300):
        monkeypatch.setattr(fulltext, "FEW", few)
        shown = results(client, "kril")
        assert [one.episode.title for one in shown.conversations] == ["Krill at last"]
        assert shown.meant == []


def test_private_and_drafts_are_not_found(client, site, found):
    PageViewRestriction.objects.create(page=found, restriction_type="login")
    shown = results(client, "krill")
    assert (shown.total, shown.topics) == (0, [])
    answer = client.get("/search/suggest/", {"q": "krill and"})
    assert answer.json() == {"suggestions": []}


def test_czech_address_searches_the_czech_tree(client, found):
    Locale.objects.get_or_create(language_code="cs")
    html = client.get("/cs/search/", {"q": "krill"}).content.decode()
    assert '<html lang="cs"' in html
    assert "Krill and law" not in html


def test_hostile_queries_get_an_answer(client, found):
    for query in HOSTILE:
        for address in ("/search/", "/search/suggest/"):
            answer = client.get(address, {"q": query.encode("utf-8", "replace").decode()})
            assert (query[:20], address, answer.status_code) == (query[:20], address, 200)
    assert client.get("/search/?q=%00%ff%fe").status_code == 200
    assert client.post("/search/", {"q": "krill"}).status_code == 405


def test_suggestions_are_small_and_public(client, found):
    answer = client.get("/search/suggest/", {"q": "kril"})
    assert [(one["kind"], one["title"]) for one in answer.json()["suggestions"]] == [
        ("Person", "Krillian Žofka"),
        ("Topic", "Krill"),
        ("Organisation", "Krill Bureau"),
        ("Conversation", "Krill and law"),
    ]
    assert len(answer.content) <= 3000
    assert answer.cookies == {} and "max-age=60" in answer["Cache-Control"]


def test_suggestions_of_long_titles_stay_below_three_kilobytes(client, site):
    for number in range(8):
        factories.episode(
            site["series"], site["speakers"][:1], title=f"{number} Krill " + "ř" * 230
        )
    assert len(client.get("/search/suggest/", {"q": "krill"}).content) <= 3000


def test_browsers_learn_how_to_search(client, found):
    root = ET.fromstring(client.get("/search/opensearch.xml").content)
    url = root.find("{http://a9.com/-/spec/opensearch/1.1/}Url")
    assert url.get("template") == "http://testserver/search/?q={searchTerms}"


def test_queries_do_not_grow(client, site):
    def count(query: str) -> int:
        client.get("/search/", {"q": query})
        with CaptureQueriesContext(connection) as captured:
            client.get("/search/", {"q": query})
        return len(captured)

    few = count("conversation"), count("habits outlast")
    content.fill(site["series"], site["speakers"], site["organisation"], [], 40, first=10)
    assert (count("conversation"), count("habits outlast")) == few
