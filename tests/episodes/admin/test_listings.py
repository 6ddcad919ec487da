"""The list of episodes: what it tells, how it is narrowed, what it costs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale
from wagtail.users.models import UserProfile

from tests import factories

URL = "episodes:index"


def rows(response):
    return [page.title for page in response.context["object_list"]]


def listed(editor, **query):
    response = editor.get(reverse(URL), query)
    assert response.status_code == 200
    return rows(response)


def test_menu_leads_to_episodes_people_organisations_and_tags(editor, home):
    page = editor.get(reverse("wagtailadmin_home")).content.decode()
    for name in (URL, "people:index", "organisations:index"):
        assert reverse(name) in page
    assert reverse("wagtailsnippets_episodes_episodetag:list") in page


def test_listing_tells_guests_series_date_and_status(editor, series, ana, ben):
    factories.episode(series, [ana, ben], title="Courts", published_on="2024-05-06")
    page = editor.get(reverse(URL)).content.decode()
    for words in ("Courts", "Ana Petříčková, Ben Osei", "Chat", "6 May 2024", "live"):
        assert words in page


@pytest.mark.parametrize("live", [True, False])
def test_listing_costs_the_same_for_one_and_three(editor, series, ana, ben, live):
    def queries():
        editor.get(reverse(URL))
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert editor.get(reverse(URL)).status_code == 200
        return len(captured)

    factories.episode(series, [ana], live=live)
    one = queries()
    for _ in range(2):
        factories.episode(series, [ana, ben], live=live)
    assert queries() == one


@pytest.fixture
def three(home, series, ana, ben):
    """Two episodes here, one draft in another series."""
    other = factories.SeriesPageFactory(parent=home, title="Other")
    tag = factories.TagFactory(name="Courts")
    factories.episode(series, [ana], title="First", tags=[tag], published_on="2024-01-01")
    factories.episode(series, [ben], title="Second", published_on="2024-02-01")
    factories.episode(other, [ben], title="Third", live=False, published_on="2024-03-01")
    return {"tag": tag.pk, "series": other.pk, "person": ana.pk}


@pytest.mark.parametrize(
    "query, titles",
    [
        ({}, ["First", "Second", "Third"]),
        ({"live": "draft"}, ["Third"]),
        ({"live": "live"}, ["First", "Second"]),
        ({"published_on_from": "2024-01-15", "published_on_to": "2024-02-15"}, ["Second"]),
        ({"q": "petrickova"}, ["First"]),
        ({"q": "Petříčková"}, ["First"]),
        ({"q": "thi", "live": "draft"}, ["Third"]),
    ],
)
def test_listing_is_narrowed(editor, three, query, titles):
    assert sorted(listed(editor, **query)) == titles


@pytest.mark.parametrize(
    "name, titles", [("tag", ["First"]), ("series", ["Third"]), ("person", ["First"])]
)
@pytest.mark.parametrize("search", [{}, {"q": "fir"}])
def test_listing_is_narrowed_by_choice(editor, three, name, titles, search):
    expected = titles if not search else [title for title in titles if title == "First"]
    assert listed(editor, **{name: three[name]}, **search) == expected


@pytest.mark.parametrize(
    "query",
    [
        {"q": '"*(){}[]^~:\\ OR NEAR'},
        {"q": "\u202e\u200b🙂" * 50},
        {"q": "x" * 10_000},
        {"tag": "none", "series": "-1", "person": "x"},
        {"p": "0"},
        {"ordering": "nothing"},
        {"published_on_from": "never"},
    ],
)
def test_listing_survives_odd_questions(editor, three, query):
    assert editor.get(reverse(URL), query).status_code in (200, 404)


@pytest.mark.parametrize("ordering", ["published_on", "-published_on"])
def test_listing_is_sorted_by_date_also_while_searching(editor, series, ana, ordering):
    for day in ("2024-02-02", "2024-01-01", "2024-03-03"):
        factories.episode(series, [ana], title=f"Talk {day}", published_on=day)
    days = [title.split()[1] for title in listed(editor, ordering=ordering, q="talk")]
    assert days == sorted(days, reverse=ordering.startswith("-"))


def test_new_episode_starts_in_the_only_series(editor, series):
    response = editor.get(reverse("episodes:choose_parent"))
    assert response.url == reverse(
        "wagtailadmin_pages:add", args=["episodes", "episodepage", series.pk]
    )


def test_series_lists_its_episodes_with_guests(editor, series, ana):
    factories.episode(series, [ana], title="Courts", published_on="2024-05-06")
    url = reverse("wagtailadmin_explore", args=[series.pk])
    page = editor.get(url).content.decode()
    for words in ("Courts", "Ana Petříčková", "6 May 2024"):
        assert words in page
    assert rows(editor.get(url, {"q": "petrickova"})) == ["Courts"]


def test_list_below_a_series_costs_the_same_for_one_and_three(editor, series, ana, ben):
    url = reverse("wagtailadmin_explore", args=[series.pk])

    def queries():
        editor.get(url)
        with CaptureQueriesContext(connection) as captured:
            assert editor.get(url).status_code == 200
        return len(captured)

    factories.episode(series, [ana])
    one = queries()
    for _ in range(2):
        factories.episode(series, [ana, ben])
    assert queries() == one


def test_listing_narrows_to_what_lacks_something(editor, three):
    assert sorted(listed(editor, lacks="tags")) == ["Second", "Third"]
    assert listed(editor, lacks="tags", live="draft", q="thi") == ["Third"]
    assert listed(editor, lacks="words") == []
    assert len(listed(editor, lacks="nonsense")) == 3


def test_people_and_organisations_tell_in_how_many_episodes_they_stand(
    editor, series, ana, ben, institute
):
    page = factories.episode(series, [ana], published_on="2024-05-06")
    factories.episode(series, [ana], published_on="2023-05-06")
    page.appearances.update(organisation=institute)
    page.partnerships.create(organisation=institute)
    shown = editor.get(reverse("people:index")).content.decode()
    assert "<td>2 <span" in shown and "last 6 May 2024" in shown and "<td>0</td>" in shown
    assert "<td>1 <span" in editor.get(reverse("organisations:index")).content.decode()
    rows = editor.get(reverse("people:index"), {"export": "csv"}).getvalue().decode().splitlines()
    assert [row.rsplit(",", 2)[1:] for row in rows] == [
        ["Episodes", "Last episode"],
        ["0", ""],
        ["2", "2024-05-06"],
    ]


def test_downloaded_list_speaks_the_language_of_its_reader(editor, administrator, series, ana):
    UserProfile.objects.create(user=administrator, preferred_language="cs")
    factories.episode(series, [ana], live=False)
    for url in (reverse(URL), reverse("people:index")):
        rows = editor.get(url, {"export": "csv"}).getvalue().decode("utf-8-sig").splitlines()
        assert rows[0].startswith(("Název,Hosté", "Jméno,"))
        assert "koncept" in "".join(rows[1:]) or "ublik" in "".join(rows[1:])


def test_list_without_a_match_says_what_to_do(editor, series, ana):
    assert "Nothing here yet." in editor.get(reverse(URL)).content.decode()
    factories.episode(series, [ana], title="Courts")
    shown = editor.get(reverse(URL), {"q": "zzz"}).content.decode()
    assert "Nothing found. Use fewer words, or take a filter away." in shown
    assert "Nothing found" not in editor.get(reverse(URL), {"q": "courts"}).content.decode()


def test_tags_narrow_to_those_that_nothing_carries(editor, three):
    factories.TagFactory(name="Idle")
    url = reverse("wagtailsnippets_episodes_episodetag:list")
    found = {
        used: [tag.name for tag in editor.get(url, {"used": used}).context["object_list"]]
        for used in ("no", "once", "odd")
    }
    assert found["no"] == ["Idle"] and found["once"] == ["Courts"]


@pytest.mark.parametrize(
    "url", [URL, "episodes:from_article", "episodes:from_catalogue", "episodes:board"]
)
def test_series_of_one_name_are_told_apart_by_their_language(editor, home, series, url):
    page = editor.get(reverse(url)).content.decode()
    assert "(English)" not in page
    czech = Locale.objects.get_or_create(language_code="cs")[0]
    factories.SeriesPageFactory(parent=home, title=series.title, slug="hovory", locale=czech)
    page = editor.get(reverse(url)).content.decode()
    for language in ("English", "Czech"):
        assert f"{series.title} ({language})" in page


@pytest.mark.parametrize(
    ("url", "name"),
    [
        (URL, "episodes"),
        ("people:index", "people"),
        ("organisations:index", "organisations"),
        ("wagtailsnippets_episodes_episodetag:list", "tags"),
    ],
)
def test_downloaded_list_is_named_after_what_it_lists(editor, series, url, name):
    sent = editor.get(reverse(url), {"export": "csv"})
    assert sent["Content-Disposition"] == f'attachment; filename="{name}.csv"'
