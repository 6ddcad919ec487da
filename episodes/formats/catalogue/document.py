"""JSON documents: a video, a list of them, or a playlist of yt-dlp with its `entries`.

It is read piece by piece: a channel's document may be larger than memory, one video is not.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from ..errors import FormatError
from ..errors import gettext_noop as _
from . import record
from .row import Refused, Row

#: A longer value is no part of what is known of a video.
MAX_VALUE_LENGTH = 8_000_000
#: Channel, tab, playlist, video; nothing lies deeper.
MAX_DEPTH = 6
_CHUNK = 1 << 16
_BLANKS = " \t\r\n"


def read(stream: BinaryIO) -> Iterator[Row | Refused]:
    """A row for each video, numbered from 1 in the order of the document."""
    for number, found in enumerate(_Reader(stream).videos(), start=1):
        if isinstance(found, dict):
            yield record.read(found, number)
        else:
            error = FormatError(_("It is not a JSON object with names and values."))
            yield Refused(number, "", error)


class _Reader:
    """Reads ahead only as far as the value that is asked for."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._decode = codecs.getincrementaldecoder("utf-8-sig")()
        self._text, self._at, self._line = "", 0, 1
        self._decoder = json.JSONDecoder()

    def videos(self) -> Iterator[Any]:
        while self._next():
            yield from self._videos(0)

    def _videos(self, depth: int) -> Iterator[Any]:
        """The videos of the value that comes next: of a list each, of a playlist its entries."""
        if depth > MAX_DEPTH:
            raise self._broken()
        mark = self._next()
        if mark == "[":
            yield from self._list(depth)
        elif mark == "{":
            yield from self._object(depth)
        else:
            yield self._value()

    def _list(self, depth: int) -> Iterator[Any]:
        self._take("[")
        while self._next() != "]":
            yield from self._videos(depth + 1)
            if self._next() != "]":
                self._take(",")
        self._take("]")

    def _object(self, depth: int) -> Iterator[Any]:
        self._take("{")
        own: dict[str, Any] = {}
        is_list = False
        while self._next() != "}":
            name = self._value()
            self._take(":")
            if name == "entries" and self._next() == "[":
                is_list = True
                yield from self._list(depth)
            else:
                own[str(name)] = self._value()
            if self._next() != "}":
                self._take(",")
        self._take("}")
        if not is_list:
            yield own

    def _value(self) -> Any:
        """The whole value that comes next."""
        self._next()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            except (ValueError, RecursionError):
                end = -1
            # A number at the end of what was read may go on.
            if not self._at < end < len(self._text):
                length = end - self._at
                if self._more():
                    continue
                if end < 0:
                    raise self._broken()
                end = self._at + length
            self._line += self._text.count("\n", self._at, end)
            self._at = end
            return value

    def _next(self) -> str:
        """The next character that isn't blank, not taken yet; nothing at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _BLANKS:
                self._line += self._text[self._at] == "\n"
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def _take(self, mark: str) -> None:
        if self._next() != mark:
            raise self._broken()
        self._at += 1

    def _more(self) -> bool:
        """Read on; whether there was more. A waiting value doubles what is read at a time."""
        left = self._text[self._at :]
        if len(left) > MAX_VALUE_LENGTH:
            raise FormatError(
                _("Line {line}: a value is longer than {most} MB."), line=self._line, most=8
            )
        data = self._stream.read(max(_CHUNK, len(left)))
        try:
            new = self._decode.decode(data, final=not data)
        except UnicodeDecodeError:
            raise FormatError(_("The file is not in UTF-8: save it in this encoding.")) from None
        self._text, self._at = left + new, 0
        return bool(data)

    def _broken(self) -> FormatError:
        return FormatError(
            _("Line {line}: this is not JSON, or the file is cut off."), line=self._line
        )
