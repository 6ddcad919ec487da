"""The demonstration's articles are read by the importer's own parser, without a doubt left."""

import pytest

from episodes.formats.article import parse
from forum_cms.demo import material

DEMO = material.load()
KNOWN = {person.name for person in DEMO.people.values()} | set(DEMO.people_without_page)
HOUSES = {organisation.title for organisation in DEMO.organisations.values()}


@pytest.fixture(scope="module")
def drafts():
    return {episode: parse(episode.text) for episode in DEMO.episodes}


def test_articles_leave_no_doubt(drafts):
    assert {
        episode.key: draft.problems for episode, draft in drafts.items() if draft.problems
    } == {}


def test_articles_give_everybody_who_is_named_in_the_lead(drafts):
    for episode, draft in drafts.items():
        named = {name for name in KNOWN if name in draft.lead}
        assert {person.name for person in (*draft.guests, *draft.hosts)} == named, episode.key


def test_articles_give_each_quotation_with_its_speaker(drafts):
    for episode, draft in drafts.items():
        quotes = draft.as_dict()["quotes"]
        assert len(quotes) == episode.text.count("“"), episode.key
        assert {quote["speaker"] for quote in quotes} <= {person.name for person in draft.guests}


def test_articles_name_organisations_of_the_catalogue(drafts):
    partners = {partner.name for draft in drafts.values() for partner in draft.partners}
    affiliations = {
        person.organisation
        for draft in drafts.values()
        for person in (*draft.guests, *draft.hosts)
        if person.organisation
    }
    assert partners <= HOUSES
    assert affiliations - HOUSES == {"Dolma Valley School"}
    assert sum(1 for draft in drafts.values() if not draft.partners) == 1


def test_roles_change_with_the_years(drafts):
    roles = [
        (episode.name[:4], person.role)
        for episode, draft in drafts.items()
        for person in draft.guests
        if person.name == "Sorin Vlădăreanu-Iordache"
    ]
    assert roles == [
        ("2023", "Minister of Justice"),
        ("2024", "Minister of Justice"),
        ("2025", "former Minister of Justice"),
    ]
