"""The command `align_quotes`: where quotes are said in a caption file."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

VTT = """\
WEBVTT

00:05.000 --> 00:10.000
<v Ana Novotná>We had one stove, uh, for three rooms,

00:10.000 --> 00:15.000
and the accused sat next to it.
"""


@pytest.fixture
def talk(tmp_path):
    path = tmp_path / "talk.vtt"
    path.write_text(VTT, encoding="utf-8")
    return path


def run(talk, quotes, *options):
    path = talk.parent / "quotes.json"
    path.write_text(quotes if isinstance(quotes, str) else json.dumps(quotes), encoding="utf-8")
    out = StringIO()
    call_command(
        "align_quotes", "--captions", str(talk), "--quotes", str(path), *options, stdout=out
    )
    return out.getvalue()


def test_json_says_where_each_quote_is_said_and_null_where_it_is_not(talk):
    quotes = [
        {"text": "We had one stove for three rooms and the accused sat next to it."},
        {"text": "Nobody ever asked me about the price of coal."},
    ]
    assert json.loads(run(talk, quotes, "--json")) == [
        {**quotes[0], "start": 5.0, "end": 15.0, "confidence": 1.0},
        {**quotes[1], "start": None, "end": None, "confidence": None},
    ]


def test_text_is_for_people(talk):
    quotes = [{"text": "We had one stove for three rooms"}, {"text": "The price of coal"}]
    first, second = run(talk, quotes).splitlines()
    assert first.startswith("0:05–0:10")
    assert second == "not found  The price of coal"


@pytest.mark.parametrize(
    "quotes, sentence",
    [
        ("{", "not JSON"),
        ('{"text": "x"}', "should hold a list"),
        ('[{"text": "x"}, {"words": "y"}]', "quote 2 has no text"),
        ('["x"]', "quote 1 has no text"),
    ],
)
def test_bad_quotes_are_refused_with_a_sentence(talk, quotes, sentence):
    with pytest.raises(CommandError, match=sentence):
        run(talk, quotes)


def test_files_that_cannot_be_read_are_named(talk, tmp_path):
    with pytest.raises(CommandError, match="cannot be opened"):
        run(tmp_path / "none.vtt", [])
    empty = tmp_path / "empty.vtt"
    empty.write_bytes(b"")
    with pytest.raises(CommandError, match="is empty"):
        run(empty, [])
