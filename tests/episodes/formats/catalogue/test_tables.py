"""CSV and XLSX as spreadsheets write them."""

import codecs
import datetime as dt
import io
import zipfile

import pytest
from openpyxl import Workbook

from episodes.formats.catalogue import Refused, Row
from episodes.formats.errors import FormatError

ENGLISH = "Title;Speakers;Tags;Recorded;Length;Video URL\r\n"
CZECH = "Název;Hosté;Štítky;Natočeno;Délka;Odkaz\r\n"
LINE = (
    "Lavička;Alžběta Zkušebná|Bertil Vzorek;soudy, rozhlas;14. 3. 2021;41:30;https://youtu.be/x\r\n"
)
EXPECTED = Row(
    line=2,
    title="Lavička",
    guests=("Alžběta Zkušebná", "Bertil Vzorek"),
    tags=("soudy", "rozhlas"),
    recorded_on=dt.date(2021, 3, 14),
    duration_s=2490,
    video_url="https://youtu.be/x",
)


@pytest.mark.parametrize(
    "data",
    [
        (ENGLISH + LINE).encode(),
        (CZECH + LINE).encode(),
        codecs.BOM_UTF8 + (CZECH + LINE).encode(),
        (CZECH + LINE).encode("windows-1250"),
        codecs.BOM_UTF16_LE + (CZECH + LINE).encode("utf-16-le"),
        (ENGLISH + LINE).replace(";", "\t").encode(),
    ],
    ids=["english", "czech", "mark", "windows-1250", "utf-16", "tabs"],
)
def test_tables_of_every_origin_are_the_same(read, data):
    assert read(data) == [EXPECTED]


def test_a_spreadsheet_is_read_with_its_own_days_and_times(read, sheet):
    data = sheet(
        ["Title", "Speakers", "Tags", "Recorded", "Length", "Video URL"],
        [
            "Lavička",
            "Alžběta Zkušebná; Bertil Vzorek",
            "soudy; rozhlas",
            dt.date(2021, 3, 14),
            dt.time(0, 41, 30),
            "https://youtu.be/x",
        ],
        [],
        ["Second"],
    )
    assert read(data, "talks.xlsx") == [EXPECTED, Row(line=4, title="Second")]


def test_a_czech_host_is_a_guest(read):
    (czech,) = read("Název,Host,Jazyk\nLavička,Jan Zkušebný,čeština\n".encode())
    assert (czech.guests, czech.hosts, czech.language) == (("Jan Zkušebný",), (), "cs")
    (english,) = read(b"Title,Host,Language\nA bench,Jan Probe,Czech\n")
    assert (english.guests, english.hosts, english.language) == ((), ("Jan Probe",), "cs")


def test_names_are_not_divided_by_guessing(read):
    surname_first, several = read(
        'Title,Speakers\nOne,"Novák, Jan"\nTwo,"Jan Novák, Ana Nová"\n'.encode()
    )
    assert surname_first.guests == ()
    assert [(p.field, str(p.error)) for p in surname_first.problems] == [
        (
            "guests",
            "“Novák, Jan” may be one name or several: write a semicolon between names.",
        )
    ]
    assert several.guests == ("Jan Novák", "Ana Nová")


@pytest.mark.parametrize(
    "column, written, sentence",
    [
        ("recorded", "03/04/2021", "“03/04/2021” is not a day"),
        ("recorded", "2021-02-30", "“2021-02-30” is not a day"),
        ("recorded", "3021-02-03", "The year 3021 is not between"),
        ("length", "41:30:00", "A video of 42 hours?"),
        ("length", "long", "“long” is not a time in a video"),
        ("language", "Klingon", "“Klingon” is not a language that we know"),
    ],
)
def test_a_value_that_is_not_sure_is_left_out_and_named(read, column, written, sentence):
    (row,) = read(f"title,{column}\nA bench,{written}\n".encode())
    assert [str(one.error).startswith(sentence) for one in row.problems] == [True]
    assert Row(line=2, title="A bench", problems=row.problems) == row


def test_lines_are_numbered_as_an_editor_sees_them(read):
    rows = read(b'title,description\nOne,"first\nsecond"\n\n,nothing\nTwo,\n')
    assert [(row.line, row.title) for row in rows] == [(2, "One"), (5, ""), (6, "Two")]
    assert isinstance(rows[1], Refused)
    assert str(rows[1].error) == "There is no title."


def test_what_looks_like_a_formula_is_text(read):
    (row,) = read(b"title\n=1+1\n")
    assert row.title == "=1+1"


@pytest.mark.parametrize(
    "data, sentence",
    [
        (b"", "“talks.csv” is empty."),
        (b"\n\n", "“talks.csv” is empty."),
        (b"one,two\n1,2\n", "“talks.csv” has no column “title”."),
        (b'title\n"' + b"x" * 200_000, "Line 2: a cell has more than 131072 characters."),
        (
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\x00\xff\xfe",
            "“talks.csv” can't be read as a spreadsheet",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "“talks.csv” is an old or protected Excel file"),
        (b"PK\x03\x04 and nothing else", "“talks.csv” can't be read as a spreadsheet"),
    ],
)
def test_what_is_no_table_gets_a_sentence(read, data, sentence):
    with pytest.raises(FormatError) as caught:
        read(data)
    assert str(caught.value).startswith(sentence)


def test_a_spreadsheet_that_unpacks_without_end_is_refused_at_once(read, sheet):
    bomb = io.BytesIO(sheet(["title"], ["A bench"]))
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/media/zeros", b"0" * 70_000_000)
    with pytest.raises(FormatError) as caught:
        read(bomb.getvalue())
    assert str(caught.value).startswith("“talks.csv” unpacks to more than we read")


def test_a_cut_spreadsheet_gets_a_sentence(read, sheet):
    data = sheet(["title"], ["A bench"])
    with pytest.raises(FormatError) as caught:
        read(data[: len(data) // 2])
    assert "can't be read as a spreadsheet" in str(caught.value)


def test_entities_of_a_spreadsheet_do_not_multiply(read, sheet):
    lol = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "' + b"x" * 1000 + b'">'
    for name, before in zip("bcdef", "abcde", strict=True):
        lol += f'<!ENTITY {name} "{f"&{before};" * 50}">'.encode()
    lol += b"]><worksheet>&f;</worksheet>"
    source, target = zipfile.ZipFile(io.BytesIO(sheet(["title"]))), io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        for name in source.namelist():
            packed.writestr(name, lol if "sheet1" in name else source.read(name))
    with pytest.raises(FormatError):
        read(target.getvalue())


def test_the_first_sheet_that_says_something_is_read(read):
    book = Workbook()
    book.active.append([None, ""])
    talks = book.create_sheet("Talks")
    talks.append(["title"])
    talks.append(["A bench"])
    book.create_sheet("Notes").append(["Ask Jana"])
    buffer = io.BytesIO()
    book.save(buffer)
    assert [row.title for row in read(buffer.getvalue(), "talks.xlsx")] == ["A bench"]
