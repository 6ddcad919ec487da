"""The parts of an episode that an article fills, as lines: to be compared, and to be remembered."""

import hashlib
import json
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.utils.formats import date_format
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from episodes.models import EpisodePage

from .article_body import OF_ARTICLES


@dataclass(frozen=True)
class Difference:
    """What an import would change in one part of a draft.

    `gone` stands in the draft alone, `new` in the article alone, line by line. `was_touched` says
    whether somebody wrote there since the article was brought the last time, or whether nobody
    knows.
    """

    gone: tuple[str, ...]
    new: tuple[str, ...]
    was_touched: bool


def lines(page: EpisodePage) -> dict[str, list[str]]:
    """Every part of the page that an article can fill, by its name, as an editor would read it."""
    return {
        "title": [page.title] if page.title else [],
        "publication_date": _day(page.published_on),
        "recorded_date": _day(page.recorded_on),
        "lead": [page.lead] if page.lead else [],
        "people": [_person(one) for one in page.appearances.all()],
        "body": [_block(block) for block in _blocks(page) if block["type"] in OF_ARTICLES],
        "takeaways": [one.text for one in page.takeaways.all()],
        "partners": [
            f"{one.get_relation_display()}: {one.organisation_title}"
            for one in page.partnerships.all()
        ],
        "notes": _notes(page),
    }


def digests(page: EpisodePage) -> dict[str, str]:
    """What tells later whether a part was touched; independent of the reader's language."""
    from django.utils.translation import override

    with override("en"):
        found = lines(page)
    return {
        part: hashlib.sha256(json.dumps(text).encode()).hexdigest()[:16]
        for part, text in found.items()
    }


def differences(
    before: EpisodePage, after: EpisodePage, remembered: dict[str, str]
) -> dict[str, Difference]:
    """Where the two differ; `remembered` are the digests of the last import."""
    now, then, present = lines(after), lines(before), digests(before)
    return {
        part: Difference(*_changed(then[part], now[part]), remembered.get(part) != present[part])
        for part in now
        if now[part] != then[part]
    }


def _changed(before: list[str], after: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    gone: list[str] = []
    new: list[str] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind != "equal":
            gone += before[start:end]
            new += after[other_start:other_end]
    return tuple(gone), tuple(new)


def _day(day: Any) -> list[str]:
    return [date_format(day, "DATE_FORMAT")] if day else []


def _person(row: Any) -> str:
    country = str(row.country.name) if row.country else ""
    words = (row.honorific, row.display_name, row.role, row.organisation_title, country)
    return f"{row.get_capacity_display()}: {', '.join(one for one in words if one)}"


def _blocks(page: EpisodePage) -> list[dict[str, Any]]:
    return [dict(block) for block in page.body.raw_data] if page.body else []


def _block(block: dict[str, Any]) -> str:
    value = block["value"]
    if block["type"] == "quote":
        return f"“{value.get('text') or ''}” {value.get('speaker_name') or ''}".strip()
    return strip_tags(str(value)).strip()


def _notes(page: EpisodePage) -> list[str]:
    marks = [(page.special, _("Special episode")), (page.abridged, _("Abridged"))]
    notes = [str(label) for is_set, label in marks if is_set]
    return [*notes, *(one for one in (page.abridged_note, page.language_note) if one)]
