"""Announced episodes as iCalendar (RFC 5545), for the calendars of those who want to be there."""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING

import icalendar
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from speakers import addresses

if TYPE_CHECKING:
    from episodes.models import EpisodePage

CONTENT_TYPE = "text/calendar; charset=utf-8"
PRODUCT = "-//wagtail-episodes//Announced episodes//EN"
#: A premiere whose length nobody knows yet.
USUAL_LENGTH = datetime.timedelta(minutes=30)


def answer(
    pages: Iterable["EpisodePage"], name: str, filename: str, request: HttpRequest
) -> HttpResponse:
    """The file: one event for each page that says when it premieres."""
    calendar = icalendar.Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", PRODUCT)
    calendar.add("METHOD", "PUBLISH")
    calendar.add("X-WR-CALNAME", _plain(name))
    events = [_event(page, request) for page in pages if page.premieres_at is not None]
    for event in events:
        calendar.add_component(event)
    if events:
        calendar.add_missing_timezones()
    return HttpResponse(
        calendar.to_ical(),
        content_type=CONTENT_TYPE,
        headers={"Content-Disposition": f'attachment; filename="{filename}.ics"'},
    )


def _event(page: "EpisodePage", request: HttpRequest) -> icalendar.Event:
    starts = timezone.localtime(page.premieres_at)
    length = datetime.timedelta(seconds=page.duration_s) if page.duration_s else USUAL_LENGTH
    changed = page.last_published_at or page.first_published_at or timezone.now()
    address = addresses.of_page(page, request)
    event = icalendar.Event()
    event.add("UID", f"{page.uid}@{request.get_host().partition(':')[0]}")
    event.add("DTSTAMP", changed.astimezone(datetime.UTC))
    event.add("LAST-MODIFIED", changed.astimezone(datetime.UTC))
    event.add("DTSTART", starts)
    event.add("DTEND", starts + length)
    event.add("SUMMARY", _plain(page.title))
    event.add("DESCRIPTION", _plain(f"{page.lead}\n\n{address}".strip()))
    event.add("URL", address)
    return event


def _plain(text: str) -> str:
    """Without characters that a calendar may not hold; lines stay."""
    return "".join(char for char in text if char == "\n" or char.isprintable())
