"""Opening a catalogue: which format it is, and how far it has been read."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from ..errors import FormatError, excerpt
from ..errors import gettext_noop as _
from . import lines
from .row import Refused, Row

SUFFIXES = (".ndjson", ".jsonl", ".gz")
_GZIP = b"\x1f\x8b"
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
        data = self._stream
        if self._starts_with(_GZIP):
            packed = gzip.GzipFile(fileobj=self._stream)
            data = io.BufferedReader(_Unpacked(packed, self.filename))
        yield from lines.read(data)

    @property
    def share_read(self) -> float:
        """How much of the file has been read, from 0 to 1."""
        return self._stream.tell() / self._size if self._size else 1.0

    def _starts_with(self, mark: bytes) -> bool:
        found = self._stream.read(len(mark)) == mark
        self._stream.seek(0)
        return found


class _Unpacked(io.RawIOBase):
    """A gzip file that turns damage and endless expansion into sentences."""

    def __init__(self, packed: gzip.GzipFile, filename: str) -> None:
        self._packed, self._filename, self._read = packed, filename, 0

    def readable(self) -> bool:
        return True

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
