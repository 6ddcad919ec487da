"""Places in a video."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from episodes.formats import timecode
from episodes.formats.errors import FormatError


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("12:34", 754),
        ("1:02:03", 3723),
        ("00:00", 0),
        ("90", 90),
        ("90s", 90),
        ("1m30s", 90),
        ("1h2m3s", 3723),
        (" 75:00 ", 4500),
        ("00:00:01.500", 1.5),
        ("3,25", 3.25),
    ],
)
def test_parse_reads_what_people_write(written, seconds):
    assert timecode.parse(written) == seconds


@pytest.mark.parametrize(
    "written", ["", "12:60", "1:75:00", "ten", "-5", "1:2", "12:34:56:78", "٣:٠٠"]
)
def test_parse_refuses_with_a_sentence(written):
    with pytest.raises(FormatError, match=r"Write minutes and seconds"):
        timecode.parse(written)


@given(st.integers(0, 359_999))
def test_format_comes_back_through_parse(seconds):
    assert timecode.parse(timecode.format(seconds)) == seconds


@given(st.text())
def test_parse_raises_only_format_errors(written):
    with contextlib.suppress(FormatError):
        timecode.parse(written)
