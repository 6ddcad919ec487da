"""The talks that are measured: real ones where they are at hand, else our own invented ones.

A measured episode must be published, and publishing demands a guest, a lead, a day and a video.
What a talk lacks is filled in so that nobody can take it for true: guests are called "Invented
Guest 12", videos have the mark `bench000012`, leads say that they are invented. The event of a
talk stands in for the organisation that helped.
"""

import datetime
import gzip
import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from episodes.authoring.catalogue.identity import video_of
from episodes.formats.catalogue import Row, record

HERE = Path(__file__).resolve().parent
REAL = HERE.parents[1] / "shared" / "data" / "talks.ndjson.gz"
OWN = HERE / "talks.ndjson"

INVENTED_LEAD = "Invented for measuring: the catalogue says nothing about this talk."
INVENTED_GUESTS = 500
SOME_DAY = datetime.date(2020, 1, 1)


def source() -> Path:
    return REAL if REAL.exists() else OWN


def rows(number: int) -> Iterator[Row]:
    """So many complete rows; where there are fewer talks, they come again with variations."""
    made = 0
    for again in count():
        for line, talk in enumerate(_talks(), start=1):
            if made == number:
                return
            row = record.read({**talk, "partners": [talk["event"]]}, line)
            if isinstance(row, Row):
                made += 1
                yield complete(replace(row, line=made), again)


def _talks() -> Iterator[dict[str, Any]]:
    path = source()
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as file:
        for line in file:
            yield json.loads(line)


def complete(row: Row, again: int) -> Row:
    """The row with all that publishing demands; `again` says which time it comes."""
    guest = f"Invented Guest {row.line % INVENTED_GUESTS}"
    guests = row.guests or (guest,)
    if again % 2:
        # A larger catalogue has more people, not only more talks of the same.
        guests = (f"Invented Guest {row.line}", *guests[1:])
    invented = f"https://www.youtube.com/watch?v=bench{row.line:06}"
    day = row.recorded_on or SOME_DAY
    return replace(
        row,
        title=f"{row.title[:240]} ({again + 1})" if again else row.title,
        source_key=f"{row.source_key}#{again}",
        guests=guests,
        description=row.description or INVENTED_LEAD,
        recorded_on=day,
        published_on=day + datetime.timedelta(days=again),
        video_url=row.video_url if video_of(row) and not again else invented,
        problems=(),
    )
