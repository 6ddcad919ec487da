"""The visitor's choice: read from an address, applied, written as an address again."""

import pytest
from django.http import QueryDict

from episodes.filters import PAGE_SIZE, EpisodeFilter, Kind
from episodes.filters.kinds import CHOOSABLE
from episodes.models import fulltext
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
def site(db):
    return content.small_site(5)


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
    """The topics that are offered."""
    topics = next((group for group in listing.groups if group.kind == Kind.TAG), None)
    options = topics.options if topics else []
    return [(one.label, one.count, one.chosen, one.url) for one in options]


def test_listing_counts_what_is_true_for_the_choice(shelf):
    everything = choice("").listing(shelf.shelf, "/chat/")
    assert titles(everything) == [f"Conversation {number}" for number in (4, 3, 2, 1, 0)]
    assert facets(everything) == [
        ("Courts", 3, False, "/chat/tag/courts/"),
        ("Exile", 2, False, "/chat/tag/exile/"),
    ]
    courts = choice("tag=courts").listing(shelf.shelf, "/chat/")
    assert titles(courts) == ["Conversation 3", "Conversation 2", "Conversation 1"]
    assert facets(courts) == [
        ("Courts", 3, True, "/chat/"),
        ("Exile", 2, False, "/chat/?tag=courts&tag=exile"),
    ]
    both = choice("tag=courts&tag=exile").listing(shelf.shelf, "/chat/")
    assert titles(both) == ["Conversation 3", "Conversation 2"]
    assert [(chip.label, chip.url) for chip in both.chips] == [
        ("Courts", "/chat/tag/exile/"),
        ("Exile", "/chat/tag/courts/"),
    ]


def test_listing_counts_only_what_visitors_may_see(shelf):
    hidden = shelf.episodes.get(title="Conversation 3")
    hidden.unpublish()
    listing = choice("tag=exile").listing(shelf.shelf, "/chat/")
    assert (listing.total, facets(listing)[0][:2]) == (1, ("Exile", 1))


def test_listing_of_words_that_too_many_hold_promises_no_counts(site, client, monkeypatch):
    url = f"{site['series'].get_url()}?q=conversation"
    counted = client.get(url).context["listing"]
    assert (counted.total, counted.is_capped) == (5, False)
    monkeypatch.setattr(fulltext, "MAX_FOUND", 3)
    answer = client.get(url)
    listing = answer.context["listing"]
    assert (listing.total, listing.is_capped) == (3, True)
    assert [page.title for page in listing.page] == [f"Conversation {n}" for n in (4, 3, 2)]
    assert {option.count for group in listing.groups for option in group.options} == {None}
    assert "3 conversations and more mentioning “conversation”" in answer.content.decode()
    narrowed = client.get(f"{url}&speaker={site['speakers'][1].slug}").context["listing"]
    assert (narrowed.total, narrowed.is_capped) == (3, False)
    titles = [page.title for page in client.get(f"{url}&sort=title").context["listing"].page]
    assert titles == [f"Conversation {n}" for n in (2, 3, 4)]


@pytest.mark.parametrize(
    "query",
    ["q=xylophone", "q=xylophone&tag=courts", "q=conversation&tag=unused", "tag=unused&sort=title"],
)
@pytest.mark.parametrize("form", ["", "feed/", "calendar/"])
def test_a_choice_that_nothing_meets_is_empty_in_every_form(shelf, client, query, form):
    answer = client.get(f"{shelf.get_url()}{form}?{query}")
    assert answer.status_code == 200
    assert "Conversation 1" not in answer.content.decode()
    assert choice(query).listing(shelf.shelf, "/chat/").total == 0


def test_listing_leaves_an_unknown_tag_out_and_says_so(shelf):
    listing = choice("tag=courts&tag=nowhere").listing(shelf.shelf, "/chat/")
    assert listing.total == 3
    assert listing.url == "/chat/tag/courts/"
    assert listing.problems == ["There is no topic “nowhere” here; it was left out."]


def test_listing_of_a_known_tag_that_nothing_carries_is_empty(shelf):
    listing = choice("tag=unused").listing(shelf.shelf, "/chat/")
    assert (listing.total, listing.problems) == (0, [])
    assert [chip.label for chip in listing.chips] == ["Unused"]


def test_listing_pages_and_answers_a_page_too_far_with_the_last_one(series, people, organisations):
    person = factories.SpeakerPageFactory(parent=people)
    organisation = factories.OrganisationPageFactory(parent=organisations)
    content.fill(series, [person], organisation, [], PAGE_SIZE + 1)
    first = choice("").listing(series.shelf, "/chat/")
    assert (len(titles(first)), first.previous_url, first.next_url) == (
        PAGE_SIZE,
        "",
        "/chat/?page=2",
    )
    last = choice("page=99999").listing(series.shelf, "/chat/")
    assert titles(last) == ["Conversation 0"]
    assert (last.url, last.previous_url, last.next_url) == ("/chat/?page=2", "/chat/", "")
    assert last.problems == ["There is no page 99999; this is the last one."]
    assert last.pages == [(1, "/chat/"), (2, "/chat/?page=2")]


@pytest.mark.parametrize(
    ("query", "values"),
    [
        (
            "country=ge&year=2021&language=SK",
            {"country": ("GE",), "year": ("2021",), "language": ("sk",)},
        ),
        (
            "speaker=ana&speaker=ira&organisation=arc",
            {"speaker": ("ana", "ira"), "organisation": ("arc",)},
        ),
        ("utm_source=post&fbclid=1", {}),
    ],
)
def test_filter_reads_every_kind_and_passes_over_what_means_nothing(query, values):
    read = choice(query)
    assert {kind.value: read.values(kind) for kind in CHOOSABLE if read.values(kind)} == values
    assert read.problems == ()


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("country=XX", "“XX” is no country's code; it was left out."),
        ("year=20x1", "“20x1” is no year; it was left out."),
        ("year=0001", "“0001” is no year; it was left out."),
        ("language=klingon", "“klingon” is no language that we know; it was left out."),
        ("speaker=a b", "There is nobody called “a b” here; the name was left out."),
        ("sort=best", "That address names an order that isn't known; this is the usual one."),
        ("q=" + "x" * 200, "Only the first 100 letters of the words were looked for."),
        (
            "&".join(f"tag=t{number}" for number in range(9)),
            "Only the first 8 choices of one kind were looked at.",
        ),
    ],
)
def test_filter_says_what_it_could_not_read(query, sentence):
    assert choice(query).problems == (sentence,)


def test_filter_writes_every_choice_in_one_order():
    query = "q=two%20words&year=2021&tag=courts&sort=oldest&country=ge&page=3&year=2020"
    assert choice(query).url("/chat/") == (
        "/chat/?country=GE&tag=courts&year=2020&year=2021&q=two+words&sort=oldest&page=3"
    )
    assert choice("sort=title", tag="courts").url("/chat/") == "/chat/tag/courts/?sort=title"
    assert choice("sort=newest").url("/chat/") == "/chat/"
    assert choice("q=law&sort=relevance").url("/chat/") == "/chat/?q=law"
    assert choice("q=law&sort=newest").url("/chat/") == "/chat/?q=law&sort=newest"


@pytest.mark.parametrize(
    "query",
    ["", "tag=courts", "tag=exile&tag=courts&country=GE&page=2", "q=a%00b&sort=title&year=2020"],
)
def test_filter_reads_its_own_address_as_the_same_choice(query):
    written = choice(query).url("/chat/")
    path, _, rest = written.partition("?")
    named = path.removeprefix("/chat/").removeprefix("tag/").strip("/")
    assert choice(rest, tag=named).url("/chat/") == written


def test_only_everything_and_one_topic_are_for_search_engines():
    own = ["", "tag=courts", "page=2"]
    others = ["tag=courts&tag=exile", "country=GE", "q=law", "sort=title", "tag=courts&year=2020"]
    assert [choice(query).is_of_its_own for query in own] == [True] * len(own)
    assert [choice(query).is_of_its_own for query in others] == [False] * len(others)
