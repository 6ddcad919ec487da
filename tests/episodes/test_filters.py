"""The visitor's choice: read from an address, applied, written as an address again."""

import pytest
from django.http import QueryDict

from episodes.filters import PAGE_SIZE, EpisodeFilter
from tests import content, factories


def choice(query: str, tag: str = "") -> EpisodeFilter:
    return EpisodeFilter.from_query(QueryDict(query), tag=tag)


@pytest.mark.parametrize(
    ("query", "tags", "page"),
    [
        ("", (), 1),
        ("tag=courts", ("courts",), 1),
        ("tag=courts&tag=exile&tag=courts&page=3", ("courts", "exile"), 3),
        ("tag=", (), 1),
    ],
)
def test_filter_reads_tags_and_page(query, tags, page):
    read = choice(query)
    assert (read.tags, read.page, read.problems) == (tags, page, ())


@pytest.mark.parametrize("page", ["0", "-1", "x", "1.5", "", "9" * 5000, "٣", "\x00"])
def test_filter_takes_the_first_page_for_one_that_cannot_be_and_says_so(page):
    read = EpisodeFilter.from_query(_query("page", page))
    assert read.page == 1
    assert read.problems == ("That address names no page of results; this is the first one.",)


@pytest.mark.parametrize(
    "rubbish", ["\x00", "a b", "<script>", "'" * 10_000, "x" * 10_000, "\ud83d"]
)
def test_filter_leaves_out_what_is_no_topic_and_says_so(rubbish):
    read = EpisodeFilter.from_query(_query("tag", rubbish))
    assert read.tags == ()
    assert len(read.problems) == 1
    assert read.problems[0].startswith("There is no topic “")
    assert len(read.problems[0]) < 100


def _query(name: str, value: str) -> QueryDict:
    query = QueryDict(mutable=True)
    query[name] = value
    return query


def test_filter_writes_one_tag_as_a_clean_address_and_several_as_a_query():
    assert choice("").url("/chat/") == "/chat/"
    assert choice("tag=courts").url("/chat/") == "/chat/tag/courts/"
    assert choice("page=2", tag="courts").url("/chat/") == "/chat/tag/courts/?page=2"
    several = "/chat/?tag=courts&tag=exile"
    assert choice("tag=exile&tag=courts").url("/chat/") == several
    assert choice("tag=courts", tag="exile").url("/chat/") == several


@pytest.fixture
def shelf(series, people, organisations):
    """Five episodes: three on courts, two of them also on exile, two on nothing."""
    person = factories.SpeakerPageFactory(parent=people)
    organisation = factories.OrganisationPageFactory(parent=organisations)
    courts, exile = (factories.TagFactory(name=name) for name in ("Courts", "Exile"))
    factories.TagFactory(name="Unused")
    for number, tags in enumerate([[], [courts], [courts, exile], [courts, exile], []]):
        content.fill(series, [person], organisation, tags, 1, first=number)
    return series


def titles(listing) -> list[str]:
    return [episode.title for episode in listing.page]


def facets(listing) -> list[tuple[str, int, bool, str]]:
    return [(one.tag.name, one.count, one.chosen, one.url) for one in listing.facets]


def test_listing_counts_what_is_true_for_the_choice(shelf):
    everything = choice("").listing(shelf.episodes, "/chat/")
    assert titles(everything) == [f"Conversation {number}" for number in (4, 3, 2, 1, 0)]
    assert facets(everything) == [
        ("Courts", 3, False, "/chat/tag/courts/"),
        ("Exile", 2, False, "/chat/tag/exile/"),
    ]
    courts = choice("tag=courts").listing(shelf.episodes, "/chat/")
    assert titles(courts) == ["Conversation 3", "Conversation 2", "Conversation 1"]
    assert facets(courts) == [
        ("Courts", 3, True, "/chat/"),
        ("Exile", 2, False, "/chat/?tag=courts&tag=exile"),
    ]
    both = choice("tag=courts&tag=exile").listing(shelf.episodes, "/chat/")
    assert titles(both) == ["Conversation 3", "Conversation 2"]
    assert [(chip.tag.name, chip.url) for chip in both.chips] == [
        ("Courts", "/chat/tag/exile/"),
        ("Exile", "/chat/tag/courts/"),
    ]


def test_listing_counts_only_what_visitors_may_see(shelf):
    hidden = shelf.episodes.get(title="Conversation 3")
    hidden.unpublish()
    listing = choice("tag=exile").listing(shelf.episodes, "/chat/")
    assert (listing.total, facets(listing)[0][:2]) == (1, ("Courts", 1))


def test_listing_leaves_an_unknown_tag_out_and_says_so(shelf):
    listing = choice("tag=courts&tag=nowhere").listing(shelf.episodes, "/chat/")
    assert listing.total == 3
    assert listing.url == "/chat/tag/courts/"
    assert listing.problems == ["There is no topic “nowhere” here; it was left out."]


def test_listing_of_a_known_tag_that_nothing_carries_is_empty(shelf):
    listing = choice("tag=unused").listing(shelf.episodes, "/chat/")
    assert (listing.total, listing.problems) == (0, [])
    assert [chip.tag.name for chip in listing.chips] == ["Unused"]


def test_listing_pages_and_answers_a_page_too_far_with_the_last_one(series, people, organisations):
    person = factories.SpeakerPageFactory(parent=people)
    organisation = factories.OrganisationPageFactory(parent=organisations)
    content.fill(series, [person], organisation, [], PAGE_SIZE + 1)
    first = choice("").listing(series.episodes, "/chat/")
    assert (len(titles(first)), first.previous_url, first.next_url) == (
        PAGE_SIZE,
        "",
        "/chat/?page=2",
    )
    last = choice("page=99999").listing(series.episodes, "/chat/")
    assert titles(last) == ["Conversation 0"]
    assert (last.url, last.previous_url, last.next_url) == ("/chat/?page=2", "/chat/", "")
    assert last.problems == ["There is no page 99999; this is the last one."]
    assert last.pages == [(1, "/chat/"), (2, "/chat/?page=2")]
