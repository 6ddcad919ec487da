"""Opening a catalogue: which format it is, and how far it has been read."""

from __future__ import annotations

import codecs
import gzip
import io
import json
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from ..errors import FormatError, excerpt
from ..errors import gettext_noop as _
from . import document, lines, spreadsheet, table
from .row import Refused, Row

SUFFIXES = (".ndjson", ".jsonl", ".json", ".csv", ".tsv", ".xlsx", ".gz")
_GZIP = b"\x1f\x8b"
_ZIP = b"PK\x03\x04"
#: Excel before 2007, and whatever Excel protects with a password.
_OLE = b"\xd0\xcf\x11\xe0"
#: The first object of a catalogue is hardly longer.
_PEEK = 1 << 18
#: Unpacked; much more than any list of videos.
MAX_BYTES = 2_000_000_000


class Catalogue:
    """The rows of a file, read as they are asked for, once."""

    def __init__(self, stream: BinaryIO, filename: str) -> None:
        self._stream = stream
        self.filename = filename
        stream.seek(0, io.SEEK_END)
        self._size = stream.tell()
        stream.seek(0)

    def __iter__(self) -> Iterator[Row | Refused]:
        """Raises FormatError where the rest of the file can't be read."""
        start = self._start(self._stream)
        if start.startswith(_ZIP):
            yield from spreadsheet.read(self._stream, self.filename)
        elif start.startswith(_OLE):
            raise FormatError(
                _("“{filename}” is an old or protected Excel file: save it as .xlsx, unprotected."),
                filename=excerpt(self.filename),
            )
        elif start.startswith(_GZIP):
            packed = gzip.GzipFile(fileobj=self._stream)
            yield from self._text(io.BufferedReader(_Unpacked(packed, self.filename)))
        else:
            yield from self._text(self._stream)

    def _text(self, stream: BinaryIO) -> Iterator[Row | Refused]:
        start = self._start(stream)
        bare = start.removeprefix(codecs.BOM_UTF8).lstrip()
        if not bare:
            raise FormatError(_("“{filename}” is empty."), filename=excerpt(self.filename))
        if not bare.startswith((b"{", b"[")):
            yield from table.read(stream, self.filename)
        elif _is_lines(bare):
            yield from lines.read(stream)
        else:
            yield from document.read(stream)

    @property
    def share_read(self) -> float:
        """How much of the file has been read, from 0 to 1."""
        return self._stream.tell() / self._size if self._size else 1.0

    def _start(self, stream: BinaryIO) -> bytes:
        found = stream.read(_PEEK)
        stream.seek(0)
        return found


def _is_lines(start: bytes) -> bool:
    """Whether each line is an object of its own, rather than all of them one document.

    One damaged line must not hide that the next one begins an object, too.
    """
    first, _end, rest = start.partition(b"\n")
    if not first.startswith(b"{"):
        return False
    if rest.lstrip().startswith(b"{"):
        return True
    try:
        found = json.loads(first)
    except (ValueError, RecursionError):
        return False
    return not isinstance(found.get("entries"), list)


class _Unpacked(io.RawIOBase):
    """A gzip file that turns damage and endless expansion into sentences."""

    def __init__(self, packed: gzip.GzipFile, filename: str) -> None:
        self._packed, self._filename, self._read = packed, filename, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._packed.seek(offset, whence)

    def tell(self) -> int:
        return self._packed.tell()

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self._packed.read(len(buffer))
        except (OSError, EOFError, zlib.error):
            raise FormatError(
                _("“{filename}” is damaged: it can't be unpacked to its end."),
                filename=excerpt(self._filename),
            ) from None
        self._read += len(data)
        if self._read > MAX_BYTES:
            raise FormatError(
                _("“{filename}” unpacks to more than {most} GB: divide it into smaller files."),
                filename=excerpt(self._filename),
                most=MAX_BYTES // 1_000_000_000,
            )
        buffer[: len(data)] = data
        return len(data)


def open_catalogue(stream: BinaryIO, filename: str) -> Catalogue:
    """The catalogue in a binary file that can be rewound.

    Raises FormatError, here or while it is read, for a file that is no catalogue.
    """
    return Catalogue(stream, filename)
