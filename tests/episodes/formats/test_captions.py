"""Caption files."""

import json
import re
import time
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from episodes.formats import captions
from episodes.formats.captions import Cue
from episodes.formats.errors import FormatError

VTT = """WEBVTT - a talk
Kind: captions

NOTE a remark
00:00 not a time

STYLE
::cue { color: red }

first
00:01.000 --> 00:02.500 align:start position:10%
<v.loud Vera Malá>Wells &amp; rain</v>

00:00:03.000 --> 01:00:00.000
<c.yellow>two</c>
<i>lines</i> <00:00:04.000>here
"""


def plain(text):
    return unescape(re.sub(r"<[^>]*>", "", text)).strip()


def test_every_keyed_file_gives_its_cues(shared):
    key = json.loads((shared / "captions" / "expected.json").read_text())
    for name, expected in key.items():
        path = shared / name
        read = captions.read(path.read_bytes(), path.name, as_written=True)
        count = expected.get("cues", expected.get("srt_library"))
        assert len(read.cues) == count, name
        listed = expected.get("cue_list", [])
        assert [(one.start, one.end, one.text) for one in read.cues[: len(listed)]] == [
            (one["start"], one["end"], plain(one["text"])) for one in listed
        ], name
        for at, end in ((0, "first"), (-1, "last")):
            if end in expected:
                assert read.cues[at].start == expected[end]["start"], name
                assert read.cues[at].end == expected[end]["end"], name
                if "text" in expected[end]:
                    assert read.cues[at].text == plain(expected[end]["text"]), name


def test_damaged_time_is_named_with_its_line(shared):
    path = shared / "captions" / "invalid_timeframe.vtt"
    read = captions.read(path.read_bytes(), path.name)
    assert [(one.line, "00:00:1d.890" in one.message) for one in read.problems] == [(6, True)]


def test_rolling_captions_come_out_without_doubled_words(shared):
    path = shared / "captions" / "youtube_dl.vtt"
    read = captions.read(path.read_bytes(), path.name)
    assert [(one.start, one.end, one.text) for one in read.cues] == [
        (286.07, 286.47, "yeah"),
        (286.47, 304.08, "what"),
        (304.08, 305.4, "this will happen is I'm telling"),
    ]


def test_long_file_is_read_in_a_moment(shared):
    data = (shared / "captions" / "long_talk_fr.vtt").read_bytes()
    started = time.process_time()
    read = captions.read(data, "long.vtt")
    assert time.process_time() - started < 1
    assert len(read.cues) == 1369
    assert read.problems == ()


def test_vtt_gives_times_text_and_voices():
    read = captions.read(VTT.encode(), "a.vtt")
    assert read.cues == (
        Cue(1, 2.5, "Wells & rain", "Vera Malá"),
        Cue(3, 3600, "two\nlines here"),
    )
    assert read.problems == ()


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1250"])
def test_encodings_and_line_ends_are_recognised(encoding, line_end):
    text = VTT.replace("rain", "déšť a příšery").replace("\n", line_end)
    read = captions.read(text.encode(encoding), "a.vtt")
    assert read.cues[0] == Cue(1, 2.5, "Wells & déšť a příšery", "Vera Malá")
    assert read.encoding == encoding


def test_srt_is_read_with_missing_numbers_and_blank_lines():
    text = (
        "1\n00:00:01,000 --> 00:00:02,000\nOne\n\nmore\n\n"
        "00:00:03.5 --> 00:00:04,250 X1:10 X2:20\n{\\an8}<i>Two</i> < three\n3\n"
        "0:00:05,000 --> 0:00:06,000\nThree"
    )
    assert captions.read(text.encode(), "a.srt").cues == (
        Cue(1, 2, "One\nmore"),
        Cue(3.5, 4.25, "Two < three"),
        Cue(5, 6, "Three"),
    )


@pytest.mark.parametrize(
    ("timing", "says"),
    [
        ("00:61:00.000 --> 00:62:00.000", "is not a time"),
        ("00:00:05.000 --> 00:00:04.000", "ends before it begins"),
        ("00:00:05,000 --> 00:00:06,000", "is not a time"),
        ("--> 00:00:04.000", "is not a time"),
    ],
)
def test_bad_cues_are_left_out_with_line_and_reason(timing, says):
    text = f"WEBVTT\n\n{timing}\nbad\n\n00:01.000 --> 00:02.000\ngood\n"
    read = captions.read(text.encode(), "a.vtt")
    assert read.cues == (Cue(1, 2, "good"),)
    [problem] = read.problems
    assert problem.line == 3
    assert says in problem.message


def test_vtt_without_its_first_line_is_read_and_told():
    read = captions.read(b"00:01.000 --> 00:02.000\ngood\n", "a.vtt")
    assert (read.cues, [one.line for one in read.problems]) == ((Cue(1, 2, "good"),), [1])


def test_several_voices_in_a_cue_become_cues_of_their_own():
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Yes?\n<v Bob>No.\n"
    assert captions.read(text.encode(), "a.vtt").cues == (
        Cue(1, 2, "Yes?", "Ann"),
        Cue(1, 2, "No.", "Bob"),
    )


def test_repeated_words_stay_where_nothing_rolls():
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\nNo.\n\n00:02.000 --> 00:03.000\nNo.\n"
    assert [cue.text for cue in captions.read(text.encode(), "a.vtt").cues] == ["No.", "No."]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"  \n ", "is empty"),
        (b"Only words here.", "holds no captions"),
        (b"\x00\x01\x02\xff" * 500, "is not text"),
        (b"x" * 5_000_001, "too much for captions"),
    ],
)
def test_files_without_captions_are_refused(data, says):
    with pytest.raises(FormatError, match=says):
        captions.read(data, "a.vtt")


TEXTS = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"]), min_size=1, max_size=30
)


@given(
    st.lists(
        st.tuples(st.integers(0, 9_000_000), st.integers(0, 9000), TEXTS, st.none() | TEXTS),
        max_size=8,
    )
)
def test_written_cues_are_read_again(rows):
    cues = tuple(
        Cue(start / 1000, (start + length) / 1000, text, speaker)
        for start, length, text, speaker in rows
    )
    read = captions.read(captions.write_vtt(cues).encode(), "a.vtt", as_written=True)
    assert read.cues == cues


def test_cues_survive_being_stored():
    cues = captions.read(VTT.encode(), "a.vtt").cues
    assert (
        tuple(captions.cues_from_json(json.loads(json.dumps(captions.cues_to_json(cues))))) == cues
    )


@settings(max_examples=300, deadline=None)
@given(
    st.binary(max_size=400)
    | st.text(max_size=300).map(lambda text: f"WEBVTT\n\n{text}".encode())
    | st.lists(
        st.sampled_from(
            ["WEBVTT", "", "00:01.000 --> 00:02.000", "1", "NOTE", "-->", "<v A>x", "&lt;", "a\x00"]
        )
    ).map(lambda lines: "\n".join(lines).encode()),
    st.sampled_from(["a.vtt", "a.srt"]),
)
def test_read_raises_only_format_errors(data, filename):
    try:
        read = captions.read(data, filename)
    except FormatError:
        return
    assert all(0 <= cue.start <= cue.end for cue in read.cues)
