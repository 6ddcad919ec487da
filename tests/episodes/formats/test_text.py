"""Normalising and folding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from episodes.formats import text


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("human \u202f rights", "human rights"),
        ("a\u00a0b\tc  d", "a b c d"),
        ("soft\u00adware\u200b\ufeff", "software"),
        ("Petr\u030ci\u0301c\u030cek", "Petříček"),
        ("  two\nlines ", "two lines"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("no\u200djoiner", "nojoiner"),
        ("\u202eright\u202c", "right"),
    ],
)
def test_clean_gives_plain_text(written, expected):
    assert text.clean(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Tomáš\u00a0PETŘÍČEK", "tomas petricek"),
        ("Łukasz Żółć", "lukasz zolc"),
        ("Straße", "strasse"),
        ("O’Brien", "o'brien"),
        ("ﬁn", "fin"),
        ("İstanbul", "istanbul"),
        ("Ayşe Işık", "ayse isik"),
        ("Søren Ærø", "soren aero"),
    ],
)
def test_fold_takes_accents_and_case_off(written, expected):
    assert text.fold(written) == expected


def test_split_lines_knows_every_line_end():
    assert text.split_lines("a\r\nb\rc\nd\u2028e\x85f") == ["a", "b", "c", "d", "e", "f"]


@given(st.text())
def test_clean_and_fold_change_nothing_the_second_time(written):
    assert text.clean(text.clean(written)) == text.clean(written)
    assert text.fold(text.fold(written)) == text.fold(written)
