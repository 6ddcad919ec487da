"""An upload in the admin, imported step by step: no step outlasts a request.

All that is left to do stands in the database. A browser that is closed, a server that restarts:
the next step goes on where the last one was kept.
"""

import time
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, BinaryIO

from django.db import transaction
from django.db.models import Count
from django.utils.translation import gettext as _

from episodes.authoring.errors import ImportFailed
from episodes.formats.catalogue import Refused, Row, open_catalogue, storing
from episodes.models import CatalogueLine, CatalogueUpload, SeriesPage
from episodes.sentences import translated

from .identity import key_of, video_of
from .importer import CatalogueImport, Options
from .outcome import Outcome

MAX_ROWS = 20_000
AT_ONCE = 500
#: So many rows are a transaction; so many seconds, then the browser is answered.
BATCH, STEP_S = 50, 3.0


@transaction.atomic
def receive(
    file: BinaryIO, filename: str, series: SeriesPage, user: Any, publish: bool
) -> CatalogueUpload:
    """Read the whole catalogue and keep its rows until they are imported.

    Raises FormatError or ImportFailed, and keeps nothing, where it can't be read to its end.
    """
    upload = CatalogueUpload.objects.create(
        series=series, user=user, publish=publish, filename=filename[:255]
    )
    lines = _lines(upload, open_catalogue(file, filename))
    total = 0
    while batch := list(islice(lines, AT_ONCE)):
        total += len(batch)
        if total > MAX_ROWS:
            raise ImportFailed(
                _("The catalogue has more than %(most)s rows: divide it into smaller files.")
                % {"most": MAX_ROWS}
            )
        CatalogueLine.objects.bulk_create(batch)
    if not total:
        raise ImportFailed(_("The catalogue names its columns, and nothing else."))
    return upload


def _lines(upload: CatalogueUpload, rows: Iterable[Row | Refused]) -> Iterator[CatalogueLine]:
    seen: dict[str, int] = {}
    for row in rows:
        line = CatalogueLine(upload=upload, number=row.line, title=row.title[:255])
        if isinstance(row, Refused):
            line.action, line.notes = "refused", [[row.field, translated(row.error)]]
        elif (first := seen.setdefault(key_of(row, video_of(row)), row.line)) != row.line:
            sentence = _("It is in the file twice: line %(line)s has it already.")
            line.action, line.notes = "refused", [["", sentence % {"line": first}]]
        else:
            line.row = storing.to_json(row)
        yield line


def step(upload: CatalogueUpload, user: Any, may_create_people: bool) -> None:
    """Import some of the rows that wait. Raises ImportFailed where the site isn't ready."""
    options = Options(upload.series, upload.publish, user, may_create_people=may_create_people)
    until = time.monotonic() + STEP_S
    work = CatalogueImport(options)
    while _take_batch(upload, work) and time.monotonic() < until:
        pass


@transaction.atomic
def _take_batch(upload: CatalogueUpload, work: CatalogueImport) -> bool:
    """Import the next rows; whether there were any."""
    # Two open pages would otherwise import the same rows.
    CatalogueUpload.objects.select_for_update().get(pk=upload.pk)
    waiting = list(upload.lines.filter(action="")[:BATCH])
    rows = [storing.from_json(line.row) for line in waiting]
    for line, outcome in zip(waiting, work.take(rows), strict=True):
        _keep(line, outcome)
    CatalogueLine.objects.bulk_update(
        waiting, ["row", "title", "action", "episode", "live", "notes"]
    )
    return bool(waiting)


def _keep(line: CatalogueLine, outcome: Outcome) -> None:
    line.row, line.title = None, outcome.title[:255]
    line.action, line.live, line.episode_id = outcome.action, outcome.live, outcome.page
    line.notes = [[note.field, note.sentence] for note in outcome.notes]


def counts(upload: CatalogueUpload) -> dict[str, int]:
    """How many rows there are of each action; those that wait are under "waiting"."""
    rows = upload.lines.order_by().values_list("action").annotate(count=Count("pk"))
    return {action or "waiting": count for action, count in rows}
