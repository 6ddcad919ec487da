"""Where a visitor may go on from an episode."""

import datetime

import pytest

from episodes.models import Appearance, neighbourhood
from tests import factories


@pytest.fixture
def person(people):
    return lambda name: factories.SpeakerPageFactory(parent=people, title=name)


def on(day: int) -> datetime.date:
    return datetime.date(2024, 5, day)


def test_neighbours_are_the_next_published_ones_of_the_series_in_time(home, series, person):
    ana = person("Ana")
    older, page, newer = (
        factories.episode(series, [ana], published_on=on(day)) for day in (3, 5, 5)
    )
    factories.episode(series, [ana], published_on=on(4), live=False)
    other = factories.SeriesPageFactory(parent=home, title="Other")
    factories.episode(other, [ana], published_on=on(4))
    factories.episode(series, [ana], published_on=on(9))
    around = neighbourhood.of(page)
    assert (around.older, around.newer) == (older, newer)
    assert neighbourhood.of(older).older is None


def test_related_share_people_before_topics_and_say_which(series, person):
    ana, ira, jan = (person(name) for name in ("Ana", "Ira", "Jan"))
    courts, press = (factories.TagFactory(name=name) for name in ("Courts", "Press"))
    page = factories.episode(series, [ana, ira], [courts, press])
    topics = factories.episode(series, [jan], [courts, press])
    topic = factories.episode(series, [jan], [courts])
    same_person = factories.episode(series, [ana, jan])
    factories.episode(series, [jan])
    factories.episode(series, [ana], [courts], live=False)
    found = [(one.episode, one.people, one.tags) for one in neighbourhood.of(page).related]
    assert found == [
        (same_person, ["Ana"], []),
        (topics, [], ["Courts", "Press"]),
        (topic, [], ["Courts"]),
    ]


def test_host_of_every_episode_relates_none(series, person):
    host = person("Host")
    pages = [factories.episode(series, [person(name)], live=False) for name in ("Ana", "Ira")]
    for page in pages:
        page.appearances.add(Appearance(speaker=host, capacity="host"))
        page.save_revision().publish()
        page.refresh_from_db()
    assert neighbourhood.of(pages[0]).related == []


def test_page_shows_what_is_related_and_why(series, person, client):
    ana = person("Ana Nová")
    page, other = (factories.episode(series, [ana], title=title) for title in ("One", "Two"))
    html = client.get(page.get_url()).content.decode()
    assert "Related conversations" in html
    assert "Also with Ana Nová" in html
    assert f'href="{other.get_url()}"' in html


def test_page_hides_people_whose_page_is_a_draft(series, person, client):
    hidden = person("Hidden Person")
    page = factories.episode(series, [hidden])
    hidden.unpublish()
    html = client.get(page.get_url()).content.decode()
    assert "Hidden Person" in html
    assert hidden.url_path.removeprefix("/home") not in html
