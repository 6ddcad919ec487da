"""A month of what is planned and published, with the days that are still free."""

import calendar
import datetime
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from episodes.authoring import slots
from episodes.models import SeriesPage

from .readiness_views import OfficeView

FREE_DAYS = 31
YEARS = range(1990, 2100)


class CalendarView(OfficeView):
    """`?month=2026-12`; this month where that says nothing."""

    page_title = _("Calendar")
    header_icon = "calendar-alt"
    template_name = "episodes/admin/calendar.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = timezone.localdate()
        first = _first_of_month(self.request.GET.get("month", ""), today)
        days = list(calendar.Calendar().itermonthdates(first.year, first.month))
        planned: dict[datetime.date, list[slots.Planned]] = {}
        for one in slots.planned(days[0], days[-1]):
            planned.setdefault(one.day, []).append(one)
        for one in slots.scheduled(days[0], days[-1]):
            there = planned.setdefault(one.day, [])
            there[:] = [*(other for other in there if other.page.pk != one.page.pk), one]
        # A translated series comes out on the days of its original.
        series = {page.translation_key: page for page in SeriesPage.objects.order_by("-pk")}
        free: dict[datetime.date, list[SeriesPage]] = {}
        for page in sorted(series.values(), key=lambda page: page.title):
            for day in slots.free_days(page, FREE_DAYS, max(today, days[0] - DAY)):
                free.setdefault(day, []).append(page)
        taken = {day: set(map(_series_path, ones)) for day, ones in planned.items()}
        cells = [
            {
                "day": day,
                "planned": planned.get(day, []),
                "free": [page for page in free.get(day, []) if page.path not in taken.get(day, ())],
                "clash": _clashes(planned.get(day, [])),
            }
            for day in days
        ]
        return super().get_context_data(
            first=first,
            today=today,
            weeks=[cells[start : start + 7] for start in range(0, len(cells), 7)],
            previous=first - DAY,
            next=days[-1] if days[-1].month != first.month else days[-1] + DAY,
            **kwargs,
        )


DAY = datetime.timedelta(days=1)


def _first_of_month(text: str, today: datetime.date) -> datetime.date:
    try:
        asked = parse_date(f"{text}-01")
    except ValueError:
        asked = None
    return asked if asked and asked.year in YEARS else today.replace(day=1)


def _clashes(planned: list[slots.Planned]) -> bool:
    """Whether two episodes of one series stand on this day."""
    parents = list(map(_series_path, planned))
    return len(parents) != len(set(parents))


def _series_path(planned: slots.Planned) -> str:
    return planned.page.path[: -planned.page.steplen]
