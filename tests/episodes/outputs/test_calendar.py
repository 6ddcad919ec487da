"""Announced episodes as iCalendar."""

import datetime
import zoneinfo

import icalendar
import pytest
import time_machine

from tests import factories

PRAGUE = zoneinfo.ZoneInfo("Europe/Prague")
PREMIERE = datetime.datetime(2030, 7, 2, 18, 0, tzinfo=PRAGUE)
NOW = datetime.datetime(2030, 6, 1, tzinfo=datetime.UTC)


@pytest.fixture
def announced(series, people):
    with time_machine.travel(NOW):
        person = factories.SpeakerPageFactory(parent=people)
        title = "Čtyři židle; a table, and \\ " + "příliš žluťoučký kůň " * 4
        yield factories.episode(
            series, [person], title=title.strip(), slug="next", video="", premieres_at=PREMIERE
        )


def events(answer) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(answer.content).walk("VEVENT"))


def test_one_premiere_is_an_event_in_the_zone_of_the_site(client, announced):
    answer = client.get(f"{announced.get_url()}calendar/")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    [event] = events(answer)
    assert event["UID"] == f"{announced.uid}@testserver"
    assert (event["DTSTART"].dt, event["DTSTART"].params["TZID"]) == (PREMIERE, "Europe/Prague")
    assert event["DTEND"].dt - event["DTSTART"].dt == datetime.timedelta(minutes=30)
    assert event["SUMMARY"] == announced.title
    assert event["DTSTAMP"].dt == announced.last_published_at.replace(microsecond=0)
    zones = icalendar.Calendar.from_ical(answer.content).walk("VTIMEZONE")
    assert [str(zone["TZID"]) for zone in zones] == ["Europe/Prague"]


def test_lines_end_and_fold_as_the_standard_wants(client, announced):
    lines = client.get(f"{announced.get_url()}calendar/").content.split(b"\r\n")
    assert lines[-1] == b""
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(len(line) for line in lines) <= 75
    for line in lines:
        line.decode()  # no character is cut in two


def test_series_lists_what_is_announced_and_nothing_else(client, series, people, announced):
    factories.episode(series, [factories.SpeakerPageFactory(parent=people)])
    answer = client.get(f"{series.get_url()}calendar/")
    assert [str(event["UID"]) for event in events(answer)] == [f"{announced.uid}@testserver"]


def test_calendar_of_a_series_follows_the_choice(client, series, people, announced):
    person = factories.SpeakerPageFactory(parent=people)
    tag = factories.TagFactory(name="Courts")
    later = PREMIERE + datetime.timedelta(days=1)
    other = factories.episode(series, [person], slug="later", video="", premieres_at=later)
    other.tags.add(tag)
    other.save_revision().publish()
    base = series.get_url()
    both, tagged = [announced.uid, other.uid], [other.uid]
    for address, expected in [
        ("calendar/", both),
        (f"calendar/?tag={tag.slug}", tagged),
        (f"tag/{tag.slug}/calendar/", tagged),
        (f"calendar/?speaker={person.slug}&sort=title&page=4", tagged),
        ("calendar/?year=1999", []),
    ]:
        found = [str(event["UID"]) for event in events(client.get(base + address))]
        assert found == [f"{uid}@testserver" for uid in expected], address
    page = client.get(f"{base}tag/{tag.slug}/").content.decode()
    assert f'href="{base}tag/{tag.slug}/calendar/"' in page
    refused = client.get(f"{base}calendar/?speaker=nobody")
    assert refused.status_code == 404
    assert "nobody" in refused.content.decode()


def test_calendar_of_nothing_is_empty_and_an_aired_episode_has_none(client, series, people):
    page = factories.episode(series, [factories.SpeakerPageFactory(parent=people)])
    assert events(client.get(f"{series.get_url()}calendar/")) == []
    assert client.get(f"{page.get_url()}calendar/").status_code == 404


def test_page_of_an_announced_episode_links_to_it(client, announced):
    html = client.get(announced.get_url()).content.decode()
    assert f'href="{announced.get_url()}calendar/"' in html
