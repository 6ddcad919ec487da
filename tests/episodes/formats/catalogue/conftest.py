"""Catalogues made in memory."""

import io

import pytest
from openpyxl import Workbook

from episodes.formats.catalogue import open_catalogue


@pytest.fixture
def read():
    """All rows of a catalogue with these bytes."""

    def read(data: bytes, filename: str = "talks.csv") -> list:
        return list(open_catalogue(io.BytesIO(data), filename))

    return read


@pytest.fixture
def sheet():
    """An XLSX file with these rows."""

    def sheet(*rows: list) -> bytes:
        book = Workbook()
        for row in rows:
            book.active.append(row)
        buffer = io.BytesIO()
        book.save(buffer)
        return buffer.getvalue()

    return sheet
