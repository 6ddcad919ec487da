"""JSON: an object on each line, or one document of yt-dlp."""

import datetime as dt
import gzip
import json
from pathlib import Path

import pytest

from episodes.formats.catalogue import Refused, Row
from episodes.formats.errors import FormatError

SHARED = Path(__file__).resolve().parents[5] / "shared" / "data" / "video_meta"
VIDEO = {
    "id": "sample00001",
    "title": "A bench",
    "upload_date": "20210314",
    "duration": 1810.0,
    "tags": ["courts"],
    "webpage_url": "https://www.youtube.com/watch?v=sample00001",
    "extractor": "youtube",
    "language": "en-GB",
    "uploader": "A channel that is nobody's name",
    "description": "First.\n\nSecond.",
}
ROW = Row(
    line=1,
    title="A bench",
    tags=("courts",),
    published_on=dt.date(2021, 3, 14),
    duration_s=1810,
    language="en",
    description="First.\n\nSecond.",
    video_url="https://www.youtube.com/watch?v=sample00001",
)


@pytest.mark.parametrize(
    "data",
    [
        json.dumps(VIDEO),
        json.dumps(VIDEO, indent=2),
        json.dumps([VIDEO]),
        json.dumps({"_type": "playlist", "title": "Channel", "entries": [VIDEO]}),
        json.dumps({"entries": [{"title": "Videos", "entries": [VIDEO]}], "id": 1}, indent=1),
        "\ufeff" + json.dumps(VIDEO) + "\n\n",
    ],
    ids=["line", "document", "list", "playlist", "channel", "mark"],
)
def test_a_video_is_the_same_however_it_is_wrapped(read, data):
    assert read(data.encode(), "videos.json") == [ROW]
    assert read(gzip.compress(data.encode()), "videos.json.gz") == [ROW]


def test_a_damaged_line_stops_no_other(read):
    lines = ['{"title": "One', '{"title": "Two"}', "[1]", '{"title": 3}', "", "\xff", "{}"]
    rows = read("\n".join(lines).encode("latin-1"), "talks.ndjson")
    assert [(row.line, row.title) for row in rows] == [
        (1, ""), (2, "Two"), (3, ""), (4, "3"), (6, ""), (7, ""),
    ]  # fmt: skip
    assert [str(row.error) for row in rows if isinstance(row, Refused)] == [
        "The line is not JSON: look at its character 15.",
        "The line is not a JSON object with names and values.",
        "The line is not in UTF-8: save the file in this encoding.",
        "There is no title.",
    ]


def test_private_videos_of_a_playlist_are_refused(read):
    gone = {"id": "x", "title": "[Private video]", "url": "https://youtu.be/sample00001"}
    (row,) = read(json.dumps({"entries": [gone]}).encode(), "channel.json")
    assert str(row.error) == "This video is private or was deleted."


@pytest.mark.parametrize(
    "data, sentence",
    [
        (b'{\n"title": "A bench",\n"tags": [', "Line 3: this is not JSON, or the file is cut off."),
        (b'[{"title": "A bench"}, oh]', "Line 1: this is not JSON, or the file is cut off."),
        (b"[" * 2000, "Line 1: this is not JSON, or the file is cut off."),
        (b"{\n" + b'"a":' * 100, "Line 2: this is not JSON, or the file is cut off."),
        (b"{\n\xff", "The file is not in UTF-8: save it in this encoding."),
    ],
)
def test_what_is_no_json_gets_a_sentence(read, data, sentence):
    with pytest.raises(FormatError) as caught:
        read(data, "videos.json")
    assert str(caught.value) == sentence


def test_a_cut_archive_gets_a_sentence(read):
    data = gzip.compress(json.dumps(VIDEO).encode())
    with pytest.raises(FormatError) as caught:
        read(data[:-12], "talks.ndjson.gz")
    assert str(caught.value) == "“talks.ndjson.gz” is damaged: it can't be unpacked to its end."


def test_a_long_document_is_read_in_pieces(read):
    videos = [{**VIDEO, "title": f"Video {n}", "formats": ["x" * 1000] * 50} for n in range(40)]
    rows = read(json.dumps({"entries": videos}).encode(), "channel.json")
    assert [row.title for row in rows] == [f"Video {n}" for n in range(40)]


@pytest.mark.skipif(not SHARED.exists(), reason="the samples are not beside the repository")
def test_real_files_of_downloaders(read):
    (row,) = read((SHARED / "youtube_2016.info.json").read_bytes(), "video.info.json")
    assert (row.title, row.duration_s, row.published_on) == (
        "Mountain 3 - Video Background HD 1080p", 10, dt.date(2015, 1, 5),
    )  # fmt: skip
    assert (row.video_url, row.guests) == ("https://www.youtube.com/watch?v=6iRV8liah8A", ())
    (refused,) = read((SHARED / "minimal_metadata.json").read_bytes(), "minimal.json")
    assert str(refused.error) == "There is no title."
