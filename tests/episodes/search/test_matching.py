"""Which episodes a visitor's words find."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from episodes.models import Appearance, EpisodePage, Partnership, Takeaway
from episodes.search import index
from tests import factories
from tests.episodes.search.hostile import HOSTILE


@pytest.fixture
def episodes(series, people, organisations):
    """Three episodes, each with something that the others lack."""
    petricek = factories.SpeakerPageFactory(
        parent=people, title="Tomáš Petříček", other_spellings="Томаш Петршичек"
    )
    zhovtis = factories.SpeakerPageFactory(parent=people, title="Yevgeniy Zhovtis")
    bureau = factories.OrganisationPageFactory(
        parent=organisations, title="Bureau of Doors", short_name="BOD", other_spellings="Door Desk"
    )
    body = [
        {"type": "paragraph", "value": "<p>Rules <b>outlast</b> their makers.</p>"},
        {"type": "quote", "value": {"text": "A museum piece.", "speaker_name": "Vera Quill"}},
        {
            "type": "table",
            "value": {
                "caption": "Turnout",
                "table": {
                    "columns": [{"type": "text", "heading": "Year"}],
                    "rows": [{"values": ["Nineteen"]}],
                    "caption": "",
                },
            },
        },
    ]
    first = factories.episode(
        series,
        [],
        title="The need for coordination",
        lead="What keeps a judge honest.",
        body=json.dumps(body),
        tags=[factories.TagFactory(name="Energy", other_names="Energetika\nჯართი")],
        live=False,
    )
    first.appearances = [
        Appearance(speaker=petricek, honorific="Dr.", role="Minister", organisation=bureau)
    ]
    first.takeaways = [Takeaway(text="Habits outlive laws.")]
    first.save_revision().publish()
    second = factories.episode(series, [zhovtis], title="Prisons of Kazakhstan", live=False)
    second.partnerships = [Partnership(organisation_name="Kiosk Press")]
    second.save_revision().publish()
    vera = factories.SpeakerPageFactory(parent=people, title="Vera Quill")
    third = factories.episode(
        series, [vera], title="Krekó’s numbers", lead="Law and the rule of it."
    )
    return {"first": first, "second": second, "third": third}


def found(words: str) -> set[str]:
    return set(EpisodePage.objects.published().matching(words).values_list("title", flat=True))


FIRST, SECOND, THIRD = "The need for coordination", "Prisons of Kazakhstan", "Krekó’s numbers"


FINDS = {
    "petricek": {FIRST},
    "PETŘÍČEK minister": {FIRST},
    "Петршичек": {FIRST},
    "petr": {FIRST},
    "p": {FIRST, SECOND},
    "m": set(),
    "law n": {THIRD},
    "rules p": {FIRST},
    "Dr. Tomas Petricek": {FIRST},
    "Ms. Zhovtis": {SECOND},
    "zhovtis": {SECOND},
    "Zhvotis": {SECOND},
    "zhvotis prisons": {SECOND},
    "kreko": {THIRD},
    "energetika": {FIRST},
    "ჯართი": {FIRST},
    "enegry": {FIRST},
    "door desk": {FIRST},
    "BOD": {FIRST},
    "kiosk": {SECOND},
    "outlive": {FIRST},
    "keeps judge honest": {FIRST, SECOND},
    "outlast their": {FIRST},
    "museum piece quill": {FIRST},
    "nineteen turnout": {FIRST},
    '"need for coordination"': {FIRST},
    '"coordination need"': set(),
    '"rule of law"': set(),
    "law": {FIRST, THIRD},
    "judgement": set(),
    "kazakhstan petricek": set(),
    "": {FIRST, SECOND, THIRD},
    "?!": set(),
}


def test_words_find(episodes):
    assert {words: found(words) for words in FINDS} == FINDS


def test_hostile_words_find_something_or_nothing(episodes):
    everything = {FIRST, SECOND, THIRD}
    assert [words for words in HOSTILE if not found(words) <= everything] == []


def test_match_is_a_subquery_that_others_can_narrow(episodes):
    with CaptureQueriesContext(connection) as captured:
        matching = EpisodePage.objects.published().matching("law")
        assert len(captured) == 1  # whether anything is found as it is written
        narrowed = EpisodePage.objects.filter(pk__in=matching.values("pk"), lead__contains="rule")
        assert [page.title for page in narrowed] == [THIRD]
        assert len(captured) == 2


def test_relevance_puts_title_and_people_first(episodes):
    ordered = EpisodePage.objects.matching("prisons").order_by("-relevance", "-published_on")
    assert [(page.title, page.relevance) for page in ordered] == [(SECOND, 2)]
    ordered = EpisodePage.objects.matching("minister").order_by("-relevance")
    assert [(page.title, page.relevance) for page in ordered] == [(FIRST, 1)]
    ordered = EpisodePage.objects.matching("keeps").order_by("-relevance", "title")
    assert [(page.title, page.relevance) for page in ordered] == [(SECOND, 0), (FIRST, 0)]
    assert {page.relevance for page in EpisodePage.objects.matching("")} == {0}


def test_slip_costs_the_same_few_queries(episodes):
    found("zhvotis")  # what is asked once for all requests is known by now
    with CaptureQueriesContext(connection) as captured:
        EpisodePage.objects.published().matching("zhvotis")
    # As written in the index and in what was said, the near words, and those again.
    assert len(captured) == 5


def test_index_says_the_same_when_it_is_made_again(episodes):
    def content():
        rows = index.SearchText.objects.order_by("entry__page_id", "entry__tag_id")
        return list(rows.values("names", "labels", "summary", "body", "excerpt"))

    before = content()
    index.SearchEntry.objects.all().delete()
    assert found("petricek") == set()
    assert list(index.rebuild())
    assert content() == before
    assert found("petricek") == {FIRST}
