"""Chapters: from lines, descriptions and caption files; YouTube's rules; what the world reads."""

import pytest

from episodes.formats import captions, chapters
from episodes.formats.chapters import Chapter, ChapterErrors

THREE = [Chapter(0, "Welcome"), Chapter(90, "Courts"), Chapter(3723, "Questions")]
LINES = "0:00 Welcome\n1:30 Courts\n1:02:03 Questions"


def errors(written):
    with pytest.raises(ChapterErrors) as caught:
        chapters.read(written)
    return [str(error) for error in caught.value.errors]


def test_lines_are_read_and_written():
    assert chapters.read(LINES) == THREE
    assert chapters.write_lines(THREE) == LINES


@pytest.mark.parametrize(
    "line",
    ["1:30 Courts", "01:30 - Courts", "• 1:30 – Courts", "[01:30] Courts", "(1:30) Courts",
     "1:30: Courts", "00:01:30 | Courts", "1:30 - 2:45 Courts", "▶️ 1:30 Courts", "1:30\tCourts"],
)  # fmt: skip
def test_line_is_read_however_people_write_it(line):
    assert chapters.read(line) == [Chapter(90, "Courts")]


def test_title_may_hold_numbers_and_times():
    assert chapters.read("0:00 2020: a year\n1:00 At 10:30 we met") == [
        Chapter(0, "2020: a year"),
        Chapter(60, "At 10:30 we met"),
    ]


def test_description_around_chapters_is_passed_over():
    description = f"Two people talk.\n\nChapters:\n{LINES}\n\nFollow us: https://example.org"
    assert chapters.read(description) == THREE


def test_chapter_file_is_read():
    assert chapters.read(chapters.write_vtt(THREE, 4000)) == THREE


def test_nothing_is_no_chapters():
    assert chapters.read(" \n ") == []


@pytest.mark.parametrize(
    ("written", "sentences"),
    [
        (
            "0:00 A\nCourts\n2:00 C",
            ["Line 2: “Courts” has no time. Write it first, for example 12:34 Title."],
        ),
        ("0:00 A\n1:75 B", ["Line 2: “1:75” is no time; minutes and seconds go up to 59."]),
        ("0:00 A\n1:30", ["Line 2: the chapter at 1:30 has no title."]),
        ("1:00 A\n0:30 B", ["Line 2: 0:30 is not later than the chapter before, at 1:00."]),
        ("1:00 A\n1:00 B", ["Line 2: 1:00 is not later than the chapter before, at 1:00."]),
        ("A 0:00\nB 1:00", ["Line 1: write the time before the title, for example 12:34 Title."]),
        (
            "\nwelcome",
            ["There is no time in these lines. Write one chapter a line, for example 12:34 Title."],
        ),
        (f"0:00 {'a' * 201}", ["Line 1: the title is too long, 200 characters are the most."]),
    ],
)
def test_damage_is_named_with_its_line(written, sentences):
    assert errors(written) == sentences


def test_damage_in_a_chapter_file_is_named_with_its_line():
    assert errors("WEBVTT\n\n00:70.000 --> 00:80.000\nOne") == [
        "Line 3: “00:70.000 --> 00:80.000” is not a time like 00:01:02.500 --> 00:01:05.000; "
        "this cue was left out."
    ]


@pytest.mark.parametrize(
    ("written", "duration_s", "sentences"),
    [
        (LINES, 4000, []),
        (LINES, None, []),
        (
            "0:05 A\n1:00 B",
            100,
            [
                "The first chapter must begin at 0:00, “A” begins at 0:05.",
                "There must be at least 3 chapters, here are 2.",
            ],
        ),
        (
            "0:00 A\n0:09 B\n1:00 C",
            65,
            [
                "“A” at 0:00 lasts 9 s: at least 10 s are needed.",
                "“C” at 1:00 lasts 5 s: at least 10 s are needed.",
            ],
        ),
        ("0:00 A\n0:10 B\n1:00 C", 60, ["“C” begins at 1:00, when the video is over."]),
        ("", 60, []),
    ],
)
def test_rules_of_youtube_are_said_in_sentences(written, duration_s, sentences):
    broken = chapters.broken_rules(chapters.read(written), duration_s)
    assert [str(error) for error in broken] == sentences


def test_track_ends_each_chapter_where_the_next_begins():
    read = captions.read(chapters.write_vtt(THREE, 4000).encode(), "chapters.vtt")
    assert read.problems == ()
    assert [(cue.start, cue.end, cue.text) for cue in read.cues] == [
        (0, 90, "Welcome"),
        (90, 3723, "Courts"),
        (3723, 4000, "Questions"),
    ]


def test_podcast_reads_json_of_version_1_2():
    assert chapters.to_podcast(THREE, None, title="A talk") == {
        "version": "1.2.0",
        "title": "A talk",
        "chapters": [
            {"startTime": 0, "title": "Welcome", "endTime": 90},
            {"startTime": 90, "title": "Courts", "endTime": 3723},
            {"startTime": 3723, "title": "Questions"},
        ],
    }


def test_stored_chapters_come_back():
    assert chapters.from_json(chapters.to_json(THREE)) == THREE
