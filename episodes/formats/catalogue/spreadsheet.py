"""XLSX, a row at a time."""

from __future__ import annotations

import warnings
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook

from ..errors import FormatError, excerpt
from ..errors import gettext_noop as _
from . import table
from .row import Refused, Row

#: Unpacked. Shared strings, styles and the like are held in memory, the sheet is not.
MAX_HELD_BYTES = 60_000_000
MAX_SHEET_BYTES = 600_000_000
MAX_PARTS = 2000
MAX_COLUMNS = 200
#: A sheet nests cells in rows; what nests deeper is held in memory, whatever its size.
MAX_DEPTH = 5000


def read(stream: BinaryIO, filename: str) -> Iterator[Row | Refused]:
    """A row for each line below the names of columns, of the first sheet that isn't blank.

    Formulas are read as the value that the spreadsheet showed last.
    """
    _check_size(stream, filename)
    try:
        with warnings.catch_warnings():
            # What openpyxl doesn't support (a print layout, a drop-down list) is not for us.
            warnings.simplefilter("ignore")
            book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        try:
            if not book.worksheets:
                raise FormatError(_("“{filename}” has no sheet."), filename=excerpt(filename))
            sheet = next(filter(_says_something, book.worksheets), book.worksheets[0])
            yield from table.rows(_lines(sheet), filename)
        finally:
            book.close()
    except (zipfile.BadZipFile, ParseError, KeyError, ValueError, OSError, EOFError) as error:
        if isinstance(error, FormatError):
            raise
        raise table.damaged(filename) from None


def _says_something(sheet: Any) -> bool:
    return any(cell not in (None, "") for _number, cells in _lines(sheet) for cell in cells)


def _lines(sheet: Any) -> Iterator[tuple[int, list[Any]]]:
    sheet.reset_dimensions()  # what the file says of its size may be wrong
    for number, cells in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS), start=1):
        yield number, [None if cell.data_type == "e" else cell.value for cell in cells]


def _check_size(stream: BinaryIO, filename: str) -> None:
    """Refuse what unpacks to more than any list of videos; no part can be longer than it says."""
    try:
        with zipfile.ZipFile(stream) as packed:
            parts = packed.infolist()
            for part in parts:
                if "worksheets/" in part.filename and part.file_size <= MAX_SHEET_BYTES:
                    _check_nesting(packed, part, filename)
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError) as error:
        if isinstance(error, FormatError):
            raise
        raise table.damaged(filename) from None
    stream.seek(0)
    sheets = sum(part.file_size for part in parts if "worksheets/" in part.filename)
    held = sum(part.file_size for part in parts) - sheets
    if len(parts) > MAX_PARTS or held > MAX_HELD_BYTES or sheets > MAX_SHEET_BYTES:
        raise FormatError(
            _("“{filename}” unpacks to more than we read: save its sheet as CSV."),
            filename=excerpt(filename),
        )


def _check_nesting(packed: zipfile.ZipFile, part: zipfile.ZipInfo, filename: str) -> None:
    """Refuse elements inside of elements without end, by counting tags: XML writes no bare `>`."""
    opened = closed = ends = 0
    with packed.open(part) as sheet:
        while piece := sheet.read(1 << 20):
            opened += piece.count(b"<")
            ends += piece.count(b">")
            closed += 2 * piece.count(b"</") + piece.count(b"/>")
            if opened - closed > MAX_DEPTH or abs(opened - ends) > MAX_DEPTH:
                raise table.damaged(filename)
