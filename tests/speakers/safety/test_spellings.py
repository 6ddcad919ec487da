"""A person is found however they are written, and others are not."""

import json

import pytest

from speakers.safety import passages, strings
from speakers.safety.spellings import Form, Sought

SOUGHT = Sought(("Tomáš Petříček", "Petříček, Tomáš", "თინა ხიდაშელი"), ("Tomík",))


@pytest.mark.parametrize(
    "text, found",
    [
        ("Tomáš Petříček said", ["Tomáš Petříček"]),
        ("Petříček, Tomáš", ["Petříček, Tomáš"]),
        ("TOMÁŠ PETŘÍČEK", ["TOMÁŠ PETŘÍČEK"]),
        ("Tomas Petricek", ["Tomas Petricek"]),
        ("Tomáš Petr\u030ci\u0301c\u030cek again", ["Tomáš Petr\u030ci\u0301c\u030cek"]),
        ("Tomáš&nbsp;Petříček", ["Tomáš&nbsp;Petříček"]),
        ("Tomáš J. Petříček", ["Tomáš J. Petříček"]),
        ("T. Petříček", ["T. Petříček"]),
        ("/people/tomas-petricek-2/", ["tomas-petricek"]),
        ("tomas_petricek.jpg", ["tomas_petricek"]),
        ("#TomasPetricek2020", ["TomasPetricek"]),
        ("s Tomášem Petříčkem", ["Tomášem Petříčkem"]),
        ("Tina Khidasheli", ["Tina Khidasheli"]),
        ("თინა ხიდაშელი", ["თინა ხიდაშელი"]),
    ],
)
def test_full_name_is_certain_in_every_spelling(text, found):
    matches = SOUGHT.matches(text)
    assert [text[one.start : one.end] for one in matches] == found
    assert all(one.certain and one.form == Form.FULL for one in matches)


@pytest.mark.parametrize(
    "text, form, certain",
    [
        ("Mr. Petříček said", Form.ADDRESS, True),
        ("Petříček said", Form.SURNAME, False),
        ("bez Petříčka", Form.INFLECTED, False),
        ("dům Petříčkových", Form.INFLECTED, False),
        ("as Tomík says", Form.EXTRA, False),
    ],
)
def test_family_name_alone_is_only_offered(text, form, certain):
    (match,) = SOUGHT.matches(text)
    assert (match.form, match.certain) == (form, certain)


@pytest.mark.parametrize("text", ["Tomáš Novák", "Petr", "petriceks", "Tom", "", "překvapení"])
def test_others_are_not_found(text):
    assert SOUGHT.matches(text) == []


@pytest.mark.parametrize("ascii_only", [True, False])
def test_quick_look_misses_nothing_in_json_within_json(ascii_only):
    inner = json.dumps([{"value": "o Petříčkovi"}], ensure_ascii=ascii_only)
    raw = json.dumps({"body": inner}, ensure_ascii=ascii_only)
    assert SOUGHT.may_stand_in(raw)
    assert not SOUGHT.may_stand_in(raw.replace("P", "B"))


@pytest.mark.parametrize("more", [r"C:\users", r"é C:\users", "é", r"\ud83d", r"\u"])
def test_quick_look_bears_whatever_stands_beside_the_name(more):
    for ascii_only in (True, False):
        inner = json.dumps(["o Petříčkovi", more], ensure_ascii=True)
        assert SOUGHT.may_stand_in(json.dumps(["é", inner], ensure_ascii=ascii_only))
        assert SOUGHT.may_stand_in(f"Petříček {more}")


def test_texts_are_rewritten_in_names_and_values_of_nested_documents():
    value = {"Tomáš Petříček": {"name": "Tomáš Petříček"}, "n": [1, None, '["Tomáš Petříček"]']}
    changed = strings.rewritten(value, lambda text, name: text.replace("Tomáš Petříček", "X"))
    assert changed == {"X": {"name": "X"}, "n": [1, None, '["X"]']}


def test_only_chosen_passages_are_replaced():
    text = "Petříček came. Nobody else was there, only snow and the long road, till Petříček left."
    first, second = passages.of_value(text, "", SOUGHT, 1)
    assert first.digest != second.digest
    done = passages.replaced(text, "", SOUGHT, 1, {second.digest}, lambda one: "N. N.")
    assert done == text[: text.rindex("Petříček")] + "N. N. left."
