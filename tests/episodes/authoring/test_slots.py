"""The next free day of a series, and days on which two episodes stand."""

import datetime

import pytest
import time_machine

from episodes.authoring import slots
from tests import factories

TUESDAY, THURSDAY = 1, 3


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def put(series, text, **fields):
    """A draft on its day."""
    return factories.episode(series, [], published_on=day(text), live=False, **fields)


@pytest.fixture(autouse=True)
def monday_noon():
    with time_machine.travel(datetime.datetime(2026, 11, 23, 11, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def chat(series):
    series.cadence_days, series.cadence_weeks = [TUESDAY, THURSDAY], 1
    series.save()
    return series


def test_a_series_without_a_rhythm_proposes_nothing(series):
    assert slots.free_days(series, 3) == []


def test_free_days_are_the_days_of_the_series_on_which_nothing_stands(chat):
    put(chat, "2026-11-24")
    put(chat, "2026-12-01")
    assert slots.free_days(chat, 3) == [day("2026-11-26"), day("2026-12-03"), day("2026-12-08")]


def test_today_is_no_free_day(chat):
    chat.cadence_days = [0]
    assert slots.free_days(chat) == [day("2026-11-30")]


def test_the_day_of_the_newest_draft_counts(chat, people):
    ana = factories.SpeakerPageFactory(parent=people)
    page = factories.episode(chat, [ana], published_on=day("2026-11-24"))
    page.published_on = day("2026-11-26")
    page.save_revision()
    assert slots.free_days(chat, 2) == [day("2026-11-24"), day("2026-12-01")]


def test_every_second_week_is_counted_from_the_newest_episode(chat):
    chat.cadence_days, chat.cadence_weeks = [TUESDAY], 2
    put(chat, "2026-11-19")
    assert slots.free_days(chat, 2) == [day("2026-12-01"), day("2026-12-15")]


def test_other_episodes_of_the_day_are_told_within_a_series(chat, home):
    page = put(chat, "2026-12-01")
    twin = put(chat, "2026-12-01", title="Twin")
    other = factories.SeriesPageFactory(parent=home)
    put(other, "2026-12-01")
    assert [one.page.pk for one in slots.same_day(page, day("2026-12-01"))] == [twin.pk]
    assert slots.same_day(page, day("2026-12-03")) == []


def test_planned_lists_all_series_in_the_order_of_time(chat, home):
    late = put(chat, "2026-12-31")
    other = factories.SeriesPageFactory(parent=home)
    early = put(other, "2026-12-01")
    put(chat, "2027-01-01")
    found = slots.planned(day("2026-12-01"), day("2026-12-31"))
    assert [(one.day.day, one.page.pk) for one in found] == [(1, early.pk), (31, late.pk)]


def test_a_draft_without_a_day_takes_none(chat):
    page = factories.episode(chat, [], published_on=None, live=False)
    assert page.get_latest_revision().content["published_on"] is None
    assert slots.free_days(chat) == [day("2026-11-24")]
    assert slots.planned(day("2026-11-01"), day("2026-12-31")) == []
