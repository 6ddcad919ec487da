from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.utils import translation

from speakers.letters import by_letter
from speakers.templatetags.speakers_tags import initials, tone


def register(*names: str) -> dict[str, list[str]]:
    people = [SimpleNamespace(sort_name=name) for name in names]
    return {one.name: [person.sort_name for person in one.people] for one in by_letter(people)}


def test_by_letter_orders_accents_and_alphabets_as_plain_letters():
    assert register("Zhovtis", "Čapek", "Cohen", "ბერიძე", "Ádám", "4 walls") == {
        "#": ["4 walls"],
        "A": ["Ádám"],
        "B": ["ბერიძე"],
        "C": ["Čapek", "Cohen"],
        "Z": ["Zhovtis"],
    }


def test_by_letter_of_nobody_is_empty():
    assert by_letter([]) == []


def test_initials_are_the_first_and_the_last_word():
    assert initials("Tomáš Petříček") == "TP"
    assert initials("Maria Magdalena Brzeszczykiewicz") == "MB"
    assert initials("cher") == "C"
    assert initials("Laila Haddad (ليلى حداد)") == "LH"
    assert initials("") == "?"


def test_initials_stay_in_letters_that_fonts_draw():
    assert initials("ნინო ბერიძე") == "ნბ"


def test_tone_of_a_name_is_always_the_same():
    assert tone("Tomáš Petříček") == tone("Tomáš Petříček")
    assert {tone(f"Name {number}") for number in range(40)} == {1, 2, 3, 4, 5, 6}


@pytest.mark.parametrize(
    ("language", "shown"), [("en", "12,000 · 999 · "), ("cs", "12\xa0000 · 999 · ")]
)
def test_numbers_are_grouped_as_the_language_writes_them(language, shown):
    text = "{% load speakers_tags %}{{ many|grouped }} · {{ few|grouped }} · {{ none|grouped }}"
    with translation.override(language):
        said = Template(text).render(Context({"many": 12_000, "few": 999, "none": None}))
    assert said == shown
