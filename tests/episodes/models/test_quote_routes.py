"""The index of quotes: who said what, on their page and below the series, and no draft's words."""

import datetime
import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from episodes.filters import Kind
from episodes.models import Facet, FacetedQuote, SaidPassage, listing_index
from episodes.models.quote_index import Quotes, facets
from episodes.search import index
from tests import content, factories


def quote(text: str, person=None, start: int | None = 60, name: str = "") -> dict:
    value = {"text": text, "speaker": person.pk if person else None, "start": start}
    return {"type": "quote", "value": value | {"speaker_name": name}}


def conversation(series, person, said: list[dict], day: int = 1, **fields):
    return factories.episode(
        series,
        [person],
        body=json.dumps(said),
        published_on=datetime.date(2020, 5, day),
        **fields,
    )


@pytest.fixture
def ana(people):
    return factories.SpeakerPageFactory(
        parent=people, title="Ana Novotná", slug="ana", role="Minister"
    )


@pytest.fixture
def bo(people):
    return factories.SpeakerPageFactory(parent=people, title="Bo Lind", slug="bo", role="Poet")


def texts(client, series, **query) -> list[str]:
    answer = client.get(f"{series.get_url()}quotes/", query)
    assert answer.status_code == 200
    return [one.text for one in answer.context["listing"].quotes]


def test_quotes_stand_newest_first_with_who_said_them_and_their_second(client, series, ana, bo):
    conversation(series, ana, [quote("Fog is a border.", ana, 33)], day=1, title="Coasts")
    conversation(
        series, bo, [quote("Salt keeps.", bo, None), quote("I hum.", None, 7, "A voice")], day=2
    )
    ana.role = "Former minister"
    ana.save_revision().publish()
    answer = client.get(f"{series.get_url()}quotes/")
    assert [
        (one.text, one.name, one.appearance and one.appearance.role, one.start_s)
        for one in answer.context["listing"].quotes
    ] == [
        ("Salt keeps.", "Bo Lind", "Poet", None),
        ("I hum.", "A voice", None, 7),
        ("Fog is a border.", "Ana Novotná", "Minister", 33),
    ]
    page = answer.content.decode()
    coasts = series.get_children().get(title="Coasts").get_url()
    assert f'href="{coasts}?t=33"' in page
    assert f'href="{ana.get_url()}"' in page
    (canonical,) = re.findall(r'rel="canonical" href="https?://[^/"]+([^"]*)"', page)
    assert canonical == f"{series.get_url()}quotes/"
    assert "noindex" not in page


def test_person_tag_and_words_narrow_the_quotes(client, series, ana, bo):
    courts = factories.TagFactory(name="Courts")
    conversation(series, ana, [quote("Fog is a border.", ana)], day=1, tags=[courts])
    conversation(series, ana, [quote("Judges háčkují.", ana)], day=2)
    conversation(series, bo, [quote("Fog is a friend.", bo)], day=3, tags=[courts])
    assert texts(client, series, person="ana") == ["Judges háčkují.", "Fog is a border."]
    assert texts(client, series, tag="courts") == ["Fog is a friend.", "Fog is a border."]
    assert texts(client, series, q="hackuj") == ["Judges háčkují."]
    assert texts(client, series, q="og") == []
    assert texts(client, series, q='"is a fri"') == []
    assert texts(client, series, q="fog", person="ana", tag="courts") == ["Fog is a border."]
    both = client.get(f"{series.get_url()}quotes/?person=ana&tag=courts").content.decode()
    assert '<meta name="robots" content="noindex, follow">' in both
    one = client.get(f"{series.get_url()}quotes/?person=ana").content.decode()
    assert "noindex" not in one


@pytest.mark.parametrize(
    "query",
    ["person=%00", "person=nobody", "tag=%F0%9F%90%99", "page=-1", "page=9999999", "page=²"],
)
def test_bad_addresses_show_all_quotes(client, series, ana, query):
    conversation(series, ana, [quote("Fog is a border.", ana)])
    answer = client.get(f"{series.get_url()}quotes/?{query}")
    assert answer.status_code == 200
    assert [one.text for one in answer.context["listing"].quotes] == ["Fog is a border."]


def test_words_that_are_no_words_and_an_empty_index_get_a_sentence(client, series, ana):
    nothing = client.get(f"{series.get_url()}quotes/").content.decode()
    assert "The first quote is still to be said." in nothing
    conversation(series, ana, [quote("Fog is a border.", ana)])
    none = client.get(f"{series.get_url()}quotes/?q=%22%25_%27").content.decode()
    assert "Nobody said that here." in none


def hide_episode(series, episode, ana):
    episode.unpublish()


def private_episode(series, episode, ana):
    PageViewRestriction.objects.create(page=episode, restriction_type="login")


def private_series(series, episode, ana):
    PageViewRestriction.objects.create(page=series, restriction_type="login")


def withdraw(series, episode, ana):
    episode.body = json.dumps([quote("Mist is a border.", ana)])
    episode.save_revision().publish()


@pytest.mark.parametrize("hide", [hide_episode, private_episode, private_series, withdraw])
def test_what_visitors_may_no_longer_see_is_quoted_nowhere(client, series, ana, hide):
    episode = conversation(series, ana, [quote("Fog is a border.", ana)])
    said_elsewhere = factories.SeriesPageFactory(parent=series.get_parent(), title="Other")
    conversation(said_elsewhere, ana, [quote("Salt keeps.", ana)], day=2)
    assert "Fog is a border." in client.get(ana.get_url()).content.decode()
    hide(series, episode, ana)
    assert "Fog is a border." not in client.get(ana.get_url()).content.decode()
    assert "Fog is a border." not in client.get(f"{series.get_url()}quotes/").content.decode()
    assert not SaidPassage.objects.filter(text="Fog is a border.").exists()


def test_a_draft_is_not_quoted(client, series, ana):
    conversation(series, ana, [quote("Fog is a border.", ana)], live=False)
    published = conversation(series, ana, [quote("Salt keeps.", ana)], day=2)
    published.body = json.dumps([quote("Salt drafts.", ana)])
    published.save_revision()
    assert texts(client, series) == ["Salt keeps."]
    assert "Salt drafts." not in client.get(ana.get_url()).content.decode()


def test_an_unpublished_person_keeps_the_name_and_loses_the_page(client, series, ana):
    conversation(series, ana, [quote("Fog is a border.", ana)])
    ana.unpublish()
    answer = client.get(f"{series.get_url()}quotes/")
    (one,) = answer.context["listing"].quotes
    assert (one.name, one.speaker) == ("Ana Novotná", None)
    assert answer.context["listing"].people == []
    assert f'href="{ana.get_url()}"' not in answer.content.decode()
    assert answer.context["listing"].person is None


def test_a_persons_page_shows_a_dozen_and_leads_to_the_rest(client, series, ana):
    for day in range(1, 15):
        conversation(series, ana, [quote(f"Day {day}.", ana)], day=day, title=f"No. {day}")
    page = client.get(ana.get_url()).content.decode()
    assert re.findall(r"<p>(Day \d+\.)</p>", page) == [f"Day {day}." for day in range(14, 2, -1)]
    address = f"{series.get_url()}quotes/?person=ana"
    assert f'href="{address}"' in page
    assert len(client.get(address).context["listing"].quotes) == 14


def test_the_index_can_be_made_again(series, ana):
    conversation(series, ana, [quote("Fog is a border.", ana, None)])
    SaidPassage.objects.all().delete()
    for _done in index.rebuild():
        pass
    (kept,) = SaidPassage.objects.all()
    assert (kept.text, kept.said_by_id, kept.start_s) == ("Fog is a border.", ana.pk, None)


def test_programs_read_the_same(client, series, ana):
    conversation(series, ana, [quote("Fog is a border.", ana, 33)], title="Coasts", slug="coasts")
    found = client.get(f"{series.get_url()}quotes/json/?person=ana").json()
    assert found == {
        "total": 1,
        "page": 1,
        "problems": [],
        "quotes": [
            {
                "text": "Fog is a border.",
                "name": "Ana Novotná",
                "role": "Minister",
                "date": "2020-05-01",
                "episode": "Coasts",
                "start": 33,
                "url": f"http://localhost{series.get_url()}coasts/?t=33",
            }
        ],
    }


def test_the_series_leads_to_its_quotes(client, series):
    assert f'href="{series.get_url()}quotes/"' in client.get(series.get_url()).content.decode()


@pytest.mark.django_db
def test_queries_stay_the_same_with_300_quotes(client):
    def count() -> int:
        address = f"{site['series'].get_url()}quotes/?q=habit"
        assert client.get(address).status_code == 200
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        return len(captured)

    site = content.small_site(23)
    few = count()
    content.fill(
        site["series"], site["speakers"], site["organisation"], site["tags"], 277, first=23
    )
    assert count() == few


def quoted(series) -> dict[str, int]:
    """The counts of quotes that are kept for a series."""
    rows = Facet.objects.filter(series=series, quotes__gt=0).order_by()
    return {
        f"{kind} {label}".strip(): count
        for kind, label, count in rows.values_list("kind", "label", "quotes")
    }


def test_counts_of_quotes_follow_every_edit(client, series, people, ana, bo):
    courts = factories.TagFactory(name="Courts")
    first = conversation(
        series,
        ana,
        [quote("Fog.", ana), quote("Salt.", bo), quote("Hum.", name="A voice")],
        tags=[courts],
    )
    conversation(series, bo, [quote("Mist.", bo)], day=2)
    full = {"all": 4, "tag Courts": 3, "speaker Ana Novotná": 1, "speaker Bo Lind": 2}
    assert quoted(series) == full
    first.tags.clear()
    first.save_revision().publish()
    assert quoted(series) == {"all": 4, "speaker Ana Novotná": 1, "speaker Bo Lind": 2}
    first.unpublish()
    assert quoted(series) == {"all": 1, "speaker Bo Lind": 1}
    first.tags.add(courts)
    first.body = json.dumps([quote("Fog.", ana)])
    first.save_revision().publish()
    assert quoted(series) == {
        "all": 2,
        "tag Courts": 1,
        "speaker Ana Novotná": 1,
        "speaker Bo Lind": 1,
    }
    first.published_on = datetime.date(2021, 1, 1)
    first.save_revision().publish()
    assert texts(client, series) == ["Fog.", "Mist."]
    other = factories.SeriesPageFactory(parent=series.get_parent(), title="Other")
    first.move(other, "last-child")
    assert (quoted(series), quoted(other)["all"]) == ({"all": 1, "speaker Bo Lind": 1}, 1)
    kept = {(row.facet_id, row.passage_id) for row in FacetedQuote.objects.all()}
    for _done in index.rebuild():
        pass
    assert {(row.facet_id, row.passage_id) for row in FacetedQuote.objects.all()} == kept
    listing_index.rebuild()
    assert (quoted(series), quoted(other)["all"]) == ({"all": 1, "speaker Bo Lind": 1}, 1)
    first.delete()
    courts.delete()
    assert quoted(other) == {}
    assert FacetedQuote.objects.count() == 2


def test_quotes_of_one_person_are_read_in_the_order_of_an_index(client, series, ana):
    conversation(series, ana, [quote("Fog.", ana)])
    plans = [
        Quotes((facets(Kind.SPEAKER, [ana.pk]),))._rows(),
        Quotes((facets(Kind.ALL, [""]),))._rows(),
    ]
    for rows in plans:
        plan = rows.order_by("-published_on", "-listed", "passage")[:20].explain()
        if connection.vendor == "sqlite":
            assert "faceted_quote_newest" in plan and "TEMP B-TREE" not in plan
