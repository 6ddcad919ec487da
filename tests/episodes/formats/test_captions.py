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


def test_cue_that_ends_before_it_begins_is_kept_told_and_stored_without_length():
    read = captions.read(b"WEBVTT\n\n00:05.000 --> 00:04.000\nback\n", "a.vtt")
    assert read.cues == (Cue(5, 4, "back"),)
    [problem] = read.problems
    assert (problem.line, problem.message, problem.is_lost) == (
        3,
        "The cue ends before it begins.",
        False,
    )
    [stored] = captions.cues_to_json(read.cues)
    assert (stored["start"], stored["end"]) == (5, 5)
    assert "00:00:05.000 --> 00:00:05.000" in captions.write_vtt(read.cues)


def test_vtt_without_its_first_line_is_read_and_told():
    read = captions.read(b"00:01.000 --> 00:02.000\ngood\n", "a.vtt")
    assert (read.cues, [one.line for one in read.problems]) == ((Cue(1, 2, "good"),), [1])


def test_words_without_a_time_are_told_and_lines_of_blanks_are_not():
    data = "WEBVTT\n\n  \n\n \n1\n00:01.000 --> 00:02.000\nOne\n\nLost\n2\n00:03.000 --> 00:04.000\nTwo"
    read = captions.read(data.encode(), "a.vtt")
    assert [cue.text for cue in read.cues] == ["One", "Two"]
    assert [(one.line, "“Lost”" in one.message) for one in read.problems] == [(10, True)]


@pytest.mark.parametrize("block", ["STYLE", "STYLE\n::cue {}", "REGION", "REGION\nid:left"])
def test_cue_right_below_a_style_or_region_is_kept(block):
    text = f"WEBVTT\n\n{block}\n00:01.000 --> 00:02.000\nRight below.\n"
    read = captions.read(text.encode(), "a.vtt")
    assert [cue.text for cue in read.cues] == ["Right below."]
    assert read.problems == ()


def test_cue_in_a_comment_is_left_out_and_told():
    cues = "00:01.000 --> 00:02.000\nTaken out.\n\n00:03.000 --> 00:04.000\nMeant.\n"
    read = captions.read(f"WEBVTT\n\nNOTE later\n{cues}".encode(), "a.vtt")
    assert [cue.text for cue in read.cues] == ["Meant."]
    assert [(problem.line, problem.is_lost) for problem in read.problems] == [(4, True)]


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


SRT = "1\n00:00:01,000 --> 00:00:02,000\nOne\n\n2\n00:00:03,000 --> 00:00:04,000\nTwo\n"


@pytest.mark.parametrize(
    ("written", "instead", "cues"),
    [
        ("00:00:04,000", "00:61:04,000", (Cue(1, 2, "One"), Cue(3, 3664, "Two"))),
        ("00:00:04,000", "00:00:75,000", (Cue(1, 2, "One"), Cue(3, 75, "Two"))),
        (",000", ":000", (Cue(1, 2, "One"), Cue(3, 4, "Two"))),
        (",000", ",500000", (Cue(1.5, 2.5, "One"), Cue(3.5, 4.5, "Two"))),
        ("One", "A --> B", (Cue(1, 2, "A --> B"), Cue(3, 4, "Two"))),
        ("One", "One --> 2 of them", (Cue(1, 2, "One --> 2 of them"), Cue(3, 4, "Two"))),
    ],
)
def test_srt_is_read_as_players_read_it(written, instead, cues):
    read = captions.read(SRT.replace(written, instead).encode(), "a.srt")
    assert (read.cues, read.problems) == (cues, ())


@pytest.mark.parametrize(
    "timing",
    [
        "-00:00:01,000 --> 00:00:02,000",
        "--> 00:00:02,000",
        "soon --> 00:00:02,000",
        "00: 00: 01, 000 --> 00:00:02,000",
    ],
)
def test_srt_times_that_nobody_can_read_take_their_cue_along(timing):
    text = SRT.replace("00:00:01,000 --> 00:00:02,000", timing)
    read = captions.read(text.encode(), "a.srt")
    assert (read.cues, [one.line for one in read.problems]) == ((Cue(3, 4, "Two"),), [2])


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_told_by_the_arrows(encoding):
    words = "Демократия это не только выборы, это ещё и то, что бывает между ними. " * 9
    data = SRT.replace("One", words).encode(encoding)
    read = captions.read(data + b"\x00", "a.srt")
    assert (read.encoding, read.cues[0].text) == (encoding, words.strip())


def test_utf_8_with_a_broken_letter_stays_utf_8():
    words = "Příliš žluťoučký kůň pěl. " * 5
    read = captions.read(SRT.replace("One", words).encode() + b"\xc5\n", "a.srt")
    assert [cue.text for cue in read.cues] == [words.strip(), "Two\n\ufffd"]


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


@settings(max_examples=300)
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


SIZE = 2_000_000


@pytest.mark.parametrize(
    "unit",
    ["<", "<v ", "<v.a", "</b", "<b ", "{\\a", "&#9999999999", "&#x", " ", "\n", "x\n\n", "-->\n"],
)
@pytest.mark.parametrize("name", ["talk.vtt", "talk.srt"])
def test_a_hostile_file_is_read_in_a_moment(name, unit):
    head = "WEBVTT\n\n" if name.endswith("vtt") else ""
    text = head + "00:00:00.000 --> 00:00:09.000\n" + unit * (SIZE // len(unit))
    started = time.process_time()
    read = captions.read(text.encode(), name)
    assert time.process_time() - started < 5
    assert len(read.problems) <= captions.MAX_PROBLEMS + 1


@pytest.mark.parametrize(
    "timing",
    [
        "9" * 5000 + ":00:00.000 --> 00:09.000",
        "00:00.000 --> 00:09.0000",
        "00:00.000" + " " * SIZE + "->-->",
        "-->" * 1000,
    ],
)
def test_a_hostile_time_leaves_its_cue_out(timing):
    started = time.process_time()
    read = captions.read(f"WEBVTT\n\n{timing}\nx\n\n00:01.000 --> 00:02.000\ny".encode(), "a.vtt")
    assert time.process_time() - started < 2
    assert [cue.text for cue in read.cues] == ["y"]
    assert [problem.line for problem in read.problems] == [3]


def test_hours_of_one_figure_are_hours():
    read = captions.read(b"WEBVTT\n\n1:00:01.000 --> 1:00:02.000\nx", "a.vtt")
    assert [(cue.start, cue.end) for cue in read.cues] == [(3601, 3602)]
    assert read.problems == ()


def test_two_cues_of_a_million_lines_do_not_roll_for_ever():
    lines = "a\n" * 500_000
    text = f"WEBVTT\n\n00:00.000 --> 00:01.000\n{lines}\n00:01.000 --> 00:02.000\n{lines}"
    started = time.process_time()
    captions.read(text.encode(), "a.vtt")
    assert time.process_time() - started < 5


def test_more_problems_than_anybody_mends_are_not_listed():
    read = captions.read(b"WEBVTT\n\n" + b"x\n\n" * 5000, "a.vtt")
    assert len(read.problems) == captions.MAX_PROBLEMS + 1
    assert "not listed" in read.problems[-1].message


def test_what_is_written_can_be_read_whatever_was_in_the_text():
    cues = [Cue(0, 1, "\x01\x02\x03", "\x04"), Cue(1, 2, "a\x00b\n\x01\nc")]
    read = captions.read(captions.write_vtt(cues).encode(), "a.vtt")
    assert [cue.text for cue in read.cues] == ["", "ab\nc"]
    assert read.problems == ()


SENTENCES = {
    "windows-1251": "Мы считаем, что демократия — это не только выборы, а то, что между ними.",
    "koi8-r": "Мы считаем, что демократия - это не только выборы, а то, что между ними.",
    "windows-1253": "Πιστεύουμε ότι η δημοκρατία δεν είναι μόνο εκλογές, αλλά και γείτονες.",
    "windows-1254": "Şöyle söyleyeyim: demokrasinin sadece seçim olmadığını düşünüyoruz.",
    "windows-1255": "אנחנו מאמינים שדמוקרטיה היא לא רק בחירות אלא מה שקורה ביניהן",
    "windows-1256": "نحن نعتقد أن الديمقراطية ليست مجرد انتخابات، بل هي ما يحدث بينها",
    "gb18030": "我们认为民主不仅仅是选举，更重要的是选举之间发生的事情。",
    "big5": "我們認為民主不僅僅是選舉，更重要的是選舉之間發生的事情。",
    "shift_jis": "私たちは民主主義は選挙だけではないと考えています。",
    "euc-kr": "우리는 민주주의가 선거만이 아니라고 생각합니다.",
    "windows-1250": "Demokracie není jen o volbách, říká příští ministryně.",
    "iso8859-2": "Říká se, že každý šestý člověk už vůbec nic neříká.",
    "windows-1252": "On n'a pas fermé l'école parce qu'elle était vide, c'est très sévère.",
}


@pytest.mark.parametrize("encoding", SENTENCES)
def test_encodings_of_old_are_told_by_their_letters(encoding):
    text = SENTENCES[encoding]
    data = f"1\n00:00:01,000 --> 00:00:02,000\n{text}\n".encode(encoding)
    read = captions.read(data, "a.srt")
    assert (read.encoding, read.cues[0].text) == (encoding, text)
