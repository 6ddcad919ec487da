"""Lists as spreadsheets: what is in them, and that nothing in them runs."""

import csv
import io

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from speakers.admin.exports import harmless
from tests import factories


def rows_of_csv(client, name, **query):
    response = client.get(reverse(name), {"export": "csv", **query})
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def rows_of_xlsx(client, name):
    response = client.get(reverse(name), {"export": "xlsx"})
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content))).active
    return [[cell.value for cell in row] for row in sheet.iter_rows()], sheet


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+420 123", "'+420 123"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("a\x00b", "ab"),
        ("\x01=1", "'=1"),
        ("a = b", "a = b"),
        (-2, -2),
        (None, None),
    ],
)
def test_text_stays_text(value, shown):
    assert harmless(value) == shown


def test_people_are_exported_as_they_are_filtered(editor, people):
    factories.SpeakerPageFactory(parent=people, title="Tomáš Řehoř", role="=cmd|'/c calc'!A1")
    factories.SpeakerPageFactory(parent=people, title="Draft", live=False)
    rows = rows_of_csv(editor, "people:index", live="live")
    assert [row["Name"] for row in rows] == ["Tomáš Řehoř"]
    assert rows[0]["Present role"] == "'=cmd|'/c calc'!A1"
    assert rows[0]["Address"].endswith("/people/tomas-rehor/")


def test_xlsx_holds_no_formula_and_no_control_character(editor, people):
    factories.SpeakerPageFactory(parent=people, title="Ana", role='=HYPERLINK("http://x")\x07')
    rows, sheet = rows_of_xlsx(editor, "people:index")
    assert rows[1][:3] == ["Ana", "Ana", '\'=HYPERLINK("http://x")']
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}


def test_episodes_and_tags_are_exported_in_the_same_queries(editor, series, people):
    ana = factories.SpeakerPageFactory(parent=people, title="Ana Novotná")
    tag = factories.TagFactory(name="Courts")

    def queries():
        with CaptureQueriesContext(connection) as captured:
            rows = rows_of_csv(editor, "episodes:index")
        return len(captured), rows

    factories.episode(series, [ana], tags=[tag], title="First")
    queries()
    few, rows = queries()
    assert [rows[0][name] for name in ("Title", "Guests", "Tags", "Length")] == [
        "First",
        "Ana Novotná",
        "Courts",
        "30:10",
    ]
    for _n in range(3):
        factories.episode(series, [ana], tags=[tag])
    many, rows = queries()
    assert (many, len(rows)) == (few, 4)
    counted = rows_of_csv(editor, "wagtailsnippets_episodes_episodetag:list")
    assert [(row["Name"], row["Episodes"]) for row in counted] == [("Courts", "4")]
