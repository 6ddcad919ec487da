"""NDJSON: one JSON object on each line."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import BinaryIO

from ..errors import FormatError
from ..errors import gettext_noop as _
from . import record
from .row import Refused, Row

#: A line longer than this is no description of a video.
MAX_LINE_BYTES = 4_000_000


def read(stream: BinaryIO) -> Iterator[Row | Refused]:
    """A row for each line that isn't blank; a line that can't be read doesn't stop the others."""
    number = 0
    while data := stream.readline(MAX_LINE_BYTES):
        number += 1
        if number == 1:
            data = data.removeprefix(codecs.BOM_UTF8)
        if len(data) == MAX_LINE_BYTES and not data.endswith(b"\n"):
            _skip_line(stream)
            yield _refused(number, _("The line is longer than {most} MB."), most=4)
        elif data.strip():
            yield _row(data, number)


def _row(data: bytes, number: int) -> Row | Refused:
    try:
        found = json.loads(data)
    except UnicodeDecodeError:
        return _refused(number, _("The line is not in UTF-8: save the file in this encoding."))
    except json.JSONDecodeError as error:
        return _refused(
            number,
            _("The line is not JSON: look at its character {column}."),
            column=error.colno,
        )
    except (RecursionError, ValueError):
        return _refused(number, _("The line is nested too deeply, or holds a number too long."))
    if not isinstance(found, dict):
        return _refused(number, _("The line is not a JSON object with names and values."))
    return record.read(found, number)


def _skip_line(stream: BinaryIO) -> None:
    while data := stream.readline(MAX_LINE_BYTES):
        if data.endswith(b"\n"):
            return


def _refused(number: int, template: str, **params: object) -> Refused:
    return Refused(number, "", FormatError(template, **params))
