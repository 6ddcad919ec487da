"""Dates as articles write them, in English and Czech."""

from __future__ import annotations

import datetime as dt
import re

from ..text import fold

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan leden ledna",
            "february feb unor unora",
            "march mar brezen brezna",
            "april apr duben dubna",
            "may kveten kvetna",
            "june jun cerven cervna",
            "july jul cervenec cervence",
            "august aug srpen srpna",
            "september sep sept zari",
            "october oct rijen rijna",
            "november nov listopad listopadu",
            "december dec prosinec prosince",
        ),
        start=1,
    )
    for name in names.split()
}
_WORD = r"(?P<month>[^\W\d_]{3,10})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_WEEKDAY = (
    r"(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"pondělí|úterý|středa|čtvrtek|pátek|sobota|neděle),?\s+)?"
)
_FORMS = tuple(
    re.compile(rf"(?<![\w.]){form}(?!\w)", re.IGNORECASE)
    for form in (
        rf"{_WEEKDAY}{_WORD} {_DAY},? {_YEAR}",
        rf"{_WEEKDAY}(?:the )?{_DAY}\.?(?: of)? {_WORD},? {_YEAR}",
        rf"{_DAY}\. ?(?P<month>\d{{1,2}})\. ?{_YEAR}",
        rf"{_YEAR}-(?P<month>\d{{2}})-(?P<day>\d{{2}})",
        rf"{_YEAR}/(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})",
    )
)
_SLASHED = re.compile(rf"(?<![\w.])(?P<one>\d{{1,2}})/(?P<two>\d{{1,2}})/{_YEAR}(?!\w)")
_LABEL = (
    r"(?:(?:first|when|date and time|event date|published|released|issued|dated|posted|date|updated|"
    r"publikováno|datum|on|news|praha|prague)\b[\s:,|]*)*"
)
_AUTHOR_BEFORE = (
    r"(?:(?:posted |published |written )?by\s+[^|·•,–—]{3,60}?(?:[|·•,–—]|\s+on\b)\s*)?"
)
# "Open Wells Podcast – November 3, 2021"
_NAME_BEFORE = r"(?:[^|·•–—\d.:,]{3,40}\s[|·•–—]\s)?"
_HOUR = (
    r"\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?|noon|h)?(?:\s*(?:[–—-]|to|until)\s*\d{1,2}\b.{0,20})?"
)
_AUTHOR_BEHIND = (
    rf"(?:[\s.|]*|\s+by\s+[^.]{{2,60}}|\s*[|·•]\s*[^.]{{2,60}}|(?:\s*[|·•,–—]\s*|\s+)(?:(?:at|from)\s+)?{_HOUR}"
    r"[\s,]*\(?(?:[A-Z]{2,4}|(?:Eastern|Central|Mountain|Pacific)(?: Time)?)?\)?)"
)
_ALONE = re.compile(
    rf"{_NAME_BEFORE}{_AUTHOR_BEFORE}{_LABEL}(?P<date>.{{6,40}}?){_AUTHOR_BEHIND}", re.IGNORECASE
)
_DATELINE = re.compile(
    r"[A-ZÀ-Ž][^\W\d_]*(?:[ -][A-ZÀ-Ž][^\W\d_]*){0,4}(?:,\s*[A-ZÀ-Ž][\w. ]{1,20})?\s*[,(]\s*"
    r"(?P<date>[^–—:]{6,30}?)\)?\s*(?:[–—:]|\s-)\s"
)


class UnclearDate(ValueError):
    """Words that look like a date but do not say which day."""


def find(text: str) -> tuple[dt.date, int, int] | None:
    """The first date in ``text`` with where it begins and ends.

    Raises ``UnclearDate`` with its words for a day that does not exist, or 03/04/2021.
    """
    found = [match for form in _FORMS for match in form.finditer(text) if _is_month(match)]
    slashed = list(_SLASHED.finditer(text))
    if not found and not slashed:
        return None
    match = min([*found, *slashed], key=lambda one: one.start())
    year = int(match["year"])
    if match in slashed:
        one, two = int(match["one"]), int(match["two"])
        if one <= 12 and two <= 12 and one != two:
            raise UnclearDate(match[0])
        month, day = (two, one) if one > 12 else (one, two)
    else:
        month, day = _month(match["month"]), int(match["day"])
    try:
        return dt.date(year, month, day), match.start(), match.end()
    except ValueError:
        raise UnclearDate(match[0]) from None


def read_alone(text: str) -> dt.date | None:
    """The date of a line that holds nothing else but words such as “Published:”.

    Raises ``UnclearDate`` as ``find`` does.
    """
    if len(text) > 120 or not (match := _ALONE.fullmatch(text)):
        return None
    written = match["date"]
    found = find(written)
    return found[0] if found and found[1:] == (0, len(written)) else None


def read_dateline(text: str) -> dt.date | None:
    """The day with which a report begins: “VIENNA, 14 September 2021 – …”."""
    match = _DATELINE.match(text)
    if not match:
        return None
    try:
        found = find(match["date"])
    except UnclearDate:
        return None
    return found[0] if found and found[1:] == (0, len(match["date"])) else None


def _is_month(match: re.Match[str]) -> bool:
    return match["month"].isdigit() or fold(match["month"]) in _MONTHS


def _month(written: str) -> int:
    return int(written) if written.isdigit() else _MONTHS[fold(written)]
