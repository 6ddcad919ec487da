"""CSV as spreadsheets write it: any usual encoding, commas, semicolons or tabs."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from .. import encodings
from ..errors import FormatError, excerpt
from ..errors import gettext_noop as _
from . import record
from .columns import assign
from .row import Refused, Row

MAX_CELL_LENGTH = 131_072
MAX_LINE_LENGTH = 4_000_000
_CHUNK = 1 << 16
#: So much of the letters beyond ASCII is enough to tell which encoding they are in.
_ENOUGH = 1 << 20


def read(stream: BinaryIO, filename: str) -> Iterator[Row | Refused]:
    """A row for each line below the one with the names of columns."""
    try:
        encoding = _encoding(stream, filename)
    except encodings.NotTextError:
        raise damaged(filename) from None
    text = io.TextIOWrapper(stream, encoding, errors="replace", newline="")
    try:
        start = text.read(_CHUNK)
        delimiter = _delimiter(start)
        text.seek(0)
        yield from rows(_cells(text, delimiter), filename)
    finally:
        text.detach()


def damaged(filename: str) -> FormatError:
    return FormatError(
        _("“{filename}” can't be read as a spreadsheet: open it and save it again as .xlsx."),
        filename=excerpt(filename),
    )


def rows(lines: Iterable[tuple[int, list[Any]]], filename: str) -> Iterator[Row | Refused]:
    """Rows of a table whose first line that isn't blank names the columns."""
    names: list[str] | None = None
    for number, cells in lines:
        if not any(cell not in (None, "") for cell in cells):
            continue
        if names is None:
            names = [str(cell or "").strip() for cell in cells]
            _check(names, filename)
        else:
            yield record.read(_named(names, cells), number)
    if names is None:
        raise FormatError(_("“{filename}” is empty."), filename=excerpt(filename))


def _named(names: list[str], cells: list[Any]) -> dict[str, Any]:
    """Cells by column; of columns with the same name, the first that isn't empty."""
    found: dict[str, Any] = {}
    for name, cell in zip(names, cells, strict=False):
        if name and found.get(name) in (None, ""):
            found[name] = cell
    return found


def _check(names: list[str], filename: str) -> None:
    if "title" not in assign(tuple(names)):
        raise FormatError(
            _(
                "“{filename}” has no column “title”. Its first line should name the columns; "
                "it says: {names}."
            ),
            filename=excerpt(filename),
            names=excerpt(", ".join(name for name in names if name), 200),
        )


def _cells(text: io.TextIOWrapper, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(MAX_CELL_LENGTH)
    reader = csv.reader(_lines(text), delimiter=delimiter)
    while True:
        number = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise FormatError(
                _(
                    "Line {line}: a cell has more than {most} characters. Is there a quotation "
                    "mark that is opened and never closed?"
                ),
                line=number,
                most=MAX_CELL_LENGTH,
            ) from None
        yield number, cells


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    """Lines as the table reader wants them; one without end comes in pieces that it refuses."""
    while line := text.readline(MAX_LINE_LENGTH):
        yield line


def _delimiter(start: str) -> str:
    """What stands most often between the names in the first line."""
    first = next((line for line in start.splitlines() if line.strip()), "")
    return max(",;\t|", key=first.count)


def _encoding(stream: BinaryIO, filename: str) -> str:
    """The encoding of the whole file, found in small pieces; leaves the stream at its start."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    start = stream.read(_CHUNK)
    marked = start.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if marked or b"\x00" in start:
        stream.seek(0)
        return encodings.decode(start[: len(start) // 4 * 4], filename).encoding
    strange = bytearray()
    piece, is_utf8 = start, True
    while piece and len(strange) < _ENOUGH:
        if is_utf8:
            try:
                decoder.decode(piece)
            except UnicodeDecodeError:
                is_utf8 = False
        # Whole words: beside which letters another stands tells of its language, too.
        strange += b"".join(word + b" " for word in piece.split() if not word.isascii())
        piece = stream.read(_CHUNK)
    stream.seek(0)
    if is_utf8:
        return "utf-8"
    return encodings.decode(bytes(strange) + b" ", filename).encoding
