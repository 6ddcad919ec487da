"""What became of one row, for the report."""

from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

Action = Literal["made", "updated", "unchanged", "refused"]


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence about a field of the row; no field where it is about the whole."""

    field: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """`page` is the episode's primary key; `live` says whether visitors see it now."""

    line: int
    title: str
    action: Action
    page: int | None = None
    live: bool = False
    notes: tuple[Note, ...] = ()


def refused(line: int, title: str, sentence: str, field: str = "") -> Outcome:
    return Outcome(line, title, "refused", notes=(Note(field, sentence),))


def field_labels() -> dict[str, str]:
    """What the fields of a row are called in a report."""
    return {
        "title": _("title"),
        "source_key": _("identifier"),
        "guests": _("guests"),
        "hosts": _("hosts"),
        "people": _("people"),
        "partners": _("partners"),
        "tags": _("tags"),
        "recorded_on": _("recorded on"),
        "published_on": _("published on"),
        "language": _("language"),
        "duration_s": _("length"),
        "description": _("description"),
        "video_url": _("video"),
        "publish": _("publishing"),
    }
