"""The report of an import as a spreadsheet."""

import csv
from collections.abc import Iterator
from typing import Any

from django.http import StreamingHttpResponse
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _

from episodes.authoring.catalogue.outcome import field_labels
from episodes.models import CatalogueUpload

#: A cell that begins so is a formula to a spreadsheet: it could call out, or run something.
FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def action_labels() -> dict[str, str]:
    return {
        "made": _("made"),
        "updated": _("updated"),
        "unchanged": _("unchanged"),
        "refused": _("refused"),
    }


def answer(upload: CatalogueUpload) -> StreamingHttpResponse:
    """The report as CSV, whatever its length."""
    response = StreamingHttpResponse(_text(upload), content_type="text/csv; charset=utf-8")
    name = slugify(upload.filename.partition(".")[0]) or "catalogue"
    response["Content-Disposition"] = f'attachment; filename="{name}-report.csv"'
    return response


def safe(value: Any) -> str:
    """A cell that every spreadsheet takes for text."""
    written = str(value)
    return f"'{written}" if written.startswith(FORMULA_MARKS) else written


def _text(upload: CatalogueUpload) -> Iterator[str]:
    writer: Any = csv.writer(_Echo(), lineterminator="\r\n")
    labels, actions = field_labels(), action_labels()
    yield "\ufeff"  # or Excel takes it for another encoding
    heads = [_("line"), _("title"), _("what was done"), _("published"), _("address"), _("notes")]
    yield writer.writerow(heads)
    for line in upload.lines.exclude(action="").iterator(500):
        notes = [f"{labels.get(field, field)}: {said}".lstrip(": ") for field, said in line.notes]
        edit = reverse("wagtailadmin_pages:edit", args=[line.episode_id]) if line.episode_id else ""
        live = _("yes") if line.live else _("no")
        cells = [line.number, line.title, actions[line.action], live, edit, " ".join(notes)]
        yield writer.writerow([safe(cell) for cell in cells])


class _Echo:
    """Gives back each line as it is written."""

    def write(self, text: str) -> str:
        return text
