"""The command `check_captions`: what is in caption files, and what is wrong with them."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from episodes.formats import captions

VTT = """\
WEBVTT

00:01.000 --> 00:02.500
<v Ana Novotná>Good evening.

00:09.000 --> 00:1y.000
Untimed.
"""


def run(*paths: object) -> list[dict]:
    out = StringIO()
    call_command("check_captions", *map(str, paths), "--json", stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_check_prints_cues_and_problems_with_their_lines(tmp_path):
    path = tmp_path / "talk.vtt"
    path.write_text(VTT, encoding="utf-8")
    [row] = run(path)
    assert {key: row[key] for key in ("file", "format", "encoding", "cues")} == {
        "file": "talk.vtt",
        "format": "vtt",
        "encoding": "utf-8",
        "cues": [{"start": 1, "end": 2.5, "text": "Good evening.", "speaker": "Ana Novotná"}],
    }
    assert [problem["line"] for problem in row["problems"]] == [6]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("rubbish.vtt", bytes(range(256)) * 20),
        ("empty.srt", b""),
        ("words.vtt", b"Just some words.\n"),
        ("large.vtt", b"WEBVTT\n\n" + b"x" * (captions.MAX_FILE_BYTES + 1)),
    ],
)
def test_check_of_what_is_no_captions_says_so(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    good = tmp_path / "good.vtt"
    good.write_text(VTT, encoding="utf-8")
    out = StringIO()
    with pytest.raises(CommandError, match=r"1 of 2 files could not be read\."):
        call_command("check_captions", str(path), str(good), "--json", stdout=out)
    bad, read = map(json.loads, out.getvalue().splitlines())
    assert (bad["file"], bad["format"], bad["cues"]) == (name, None, [])
    assert bad["problems"][0]["message"].endswith(".")
    assert len(read["cues"]) == 1


def test_check_of_a_missing_file_says_so(tmp_path):
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("check_captions", str(tmp_path / "gone.vtt"), stdout=out)
    assert "cannot be opened" in out.getvalue()


def test_check_of_a_folder_reads_the_captions_in_it(tmp_path):
    (tmp_path / "talks" / "deep").mkdir(parents=True)
    for name in ("b.vtt", "a.SRT", "deep/c.vtt", "notes.txt"):
        (tmp_path / "talks" / name).write_text(VTT, encoding="utf-8")
    assert [row["file"] for row in run(tmp_path / "talks")] == ["a.SRT", "b.vtt", "c.vtt"]


@pytest.mark.parametrize("name", ["", "nul\x00byte.vtt", "\udcff.vtt"])
def test_check_answers_for_every_path_that_it_was_given(tmp_path, name):
    out = StringIO()
    with pytest.raises(CommandError, match=r"1 of 1 files could not be read\."):
        call_command("check_captions", str(tmp_path / name), "--json", stdout=out)
    [row] = [json.loads(line) for line in out.getvalue().splitlines()]
    assert row["format"] is None
    assert len(row["problems"]) == 1
    out.getvalue().encode()
