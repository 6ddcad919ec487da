"""When the next episode could go out: the days of a series, those taken and those free."""

import datetime
from dataclasses import dataclass
from itertools import islice

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, F, QuerySet, TextField, Value, When
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, NullIf, Substr
from django.utils import timezone
from wagtail.models import Revision

from episodes.models import EpisodePage, SeriesPage

#: Further ahead nobody plans.
HORIZON_DAYS = 400


@dataclass(frozen=True)
class Planned:
    """An episode on its day, as its newest draft says; `at` where its schedule says it."""

    day: datetime.date
    page: EpisodePage
    at: datetime.datetime | None = None

    @property
    def title(self) -> str:
        return self.page.draft_title or self.page.title


def planned(first: datetime.date, last: datetime.date) -> list[Planned]:
    """Episodes of all series between two days, both included, in the order of time."""
    pages = _with_day(EpisodePage.objects.filter(alias_of=None)).filter(
        day__range=(first.isoformat(), last.isoformat())
    )
    pages = pages.defer("body").order_by("day", "pk")
    return [Planned(datetime.date.fromisoformat(page.day), page) for page in pages]


def scheduled(first: datetime.date, last: datetime.date) -> list[Planned]:
    """What goes out by itself between two days, both included, in the order of time."""
    due = Revision.objects.filter(
        content_type=ContentType.objects.get_for_model(EpisodePage),
        approved_go_live_at__date__range=(first, last),
    ).order_by("approved_go_live_at", "pk")
    times = dict(due.values_list("object_id", "approved_go_live_at"))
    pages = EpisodePage.objects.defer("body").in_bulk(times)
    return [
        Planned(timezone.localdate(at), pages[int(key)], at)
        for key, at in times.items()
        if int(key) in pages
    ]


def same_day(page: EpisodePage, day: datetime.date | None) -> list[Planned]:
    """Other episodes of the series that stand on this day."""
    if day is None or not page.path:
        return []
    others = _with_day(EpisodePage.objects.sibling_of(page, inclusive=False))
    rows = others.filter(alias_of=None, day=day.isoformat()).defer("body").order_by("pk")
    return [Planned(day, other) for other in rows]


def free_days(series: SeriesPage, count: int = 1, after: datetime.date | None = None) -> list:
    """The next days on which the series is due and nothing stands yet; none without a rhythm.

    A series of every second week counts the weeks from its newest episode.
    """
    if not series.cadence_days:
        return []
    today = after or timezone.localdate()
    taken = _days_of(series)
    anchor = max((day for day in taken if day <= today), default=None)
    due = (
        day
        for day in (today + datetime.timedelta(days=n) for n in range(1, HORIZON_DAYS))
        if day.weekday() in series.cadence_days
        and _is_due(day, anchor, series.cadence_weeks)
        and day not in taken
    )
    return list(islice(due, count))


def _days_of(series: SeriesPage) -> set[datetime.date]:
    """The days that are taken from last year's on: enough to count weeks from."""
    since = (timezone.localdate() - datetime.timedelta(days=HORIZON_DAYS)).isoformat()
    pages = _with_day(EpisodePage.objects.child_of(series)).filter(day__gte=since)
    return {datetime.date.fromisoformat(day) for day in pages.values_list("day", flat=True)}


def _is_due(day: datetime.date, anchor: datetime.date | None, every_weeks: int) -> bool:
    if anchor is None or every_weeks <= 1:
        return True
    weeks = (_monday(day) - _monday(anchor)).days // 7
    return weeks % every_weeks == 0


def _monday(day: datetime.date) -> datetime.date:
    return day - datetime.timedelta(days=day.weekday())


def _with_day(pages: QuerySet[EpisodePage]) -> QuerySet[EpisodePage]:
    """With `day`, written as 2026-12-01: that of the newest draft, where there is one."""
    published = Substr(Cast(F("published_on"), TextField()), 1, 10)
    # SQLite reads a JSON null as the word.
    said = KeyTextTransform("published_on", "latest_revision__content")
    drafted = NullIf(said, Value("null"), output_field=TextField())
    return pages.annotate(
        day=Case(
            When(has_unpublished_changes=True, latest_revision__isnull=False, then=drafted),
            default=published,
            output_field=TextField(),
        )
    )
