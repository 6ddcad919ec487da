"""What a careful reader points out, and what they let stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from episodes.formats.proofreading import (
    Cast,
    Kind,
    Piece,
    blanks,
    misspelt,
    quotation_marks,
    stranger,
)

CAST = Cast.of(
    [
        ["Yevgeniy Zhovtis"],
        ["Tomáš Petříček"],
        ["Jana Nová"],
        ["Alan Green"],
        ["Sviatlana Tsikhanouskaya", "Svetlana Tikhanovskaya"],
        ["Konstantin von Eggert"],
        ["Matt Manning"],
    ]
)


def slips(text: str, language: str = "en", cast: Cast = CAST) -> list[tuple[str, str]]:
    return [(one.words, one.suggestion) for one in misspelt(Piece("x", text), cast, language)]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Dr. Zhvotis underlined that", "Zhovtis"),
        ("as Zhovtys’s friend", "Zhovtis"),
        ("Tomáš Petřiček", "Petříček"),
        ("Tomáš Petricek", "Petříček"),
        ("Mr. Pertřiček", "Petříček"),
        ("Mr. Greem", "Green"),
        ("Alan Geen", "Green"),
        ("Egert said", "Eggert"),
        ("Tsikhanouskaia said", "Tsikhanouskaya"),
    ],
)
def test_a_slip_in_a_surname_is_pointed_out(text, meant):
    assert [suggestion for _word, suggestion in slips(text)] == [meant]


@pytest.mark.parametrize(
    "text",
    [
        "Zhovtis, Zhovtis’s, Zhovtis' and ZHOVTIS",
        "the Zhovtis-led bureau",
        "Greek letters, a Greece of Greens, and the Great",
        "the Greens",
        "Tikhanovskaya, as others spell her",
        "the petricek of lower case",
        "Morning after Manning",
        "Petříčková, his wife",
        "Nova",
    ],
)
def test_what_is_right_or_something_else_is_let_stand(text):
    cast = Cast.of([["Jana Nováková"]]) if text == "Nova" else CAST
    assert slips(text, cast=cast) == []


def test_czech_inflects_names():
    text = (
        "Petříčka Petříčkovi Petříčkem Petříčkova Zhovtisovi Zhovtisem Nové Novou Greena "
        "Greenovi Eggerta Tsikhanouskou Tsikhanouské Manninga"
    )
    assert slips(text, "cs") == []


def test_a_slip_is_seen_before_a_czech_ending():
    assert slips("řekli Zhvotisovi", "cs") == [("Zhvotisovi", "Zhovtis")]


def test_a_slip_made_twice_is_told_once():
    [finding] = misspelt(Piece("lead", "Zhvotis, and Zhvotis again"), CAST, "en")
    assert (finding.kind, finding.field, finding.times) == (Kind.SURNAME, "lead", 2)


def marks(*paragraphs: str, language: str = "en") -> list[tuple[str, str, str]]:
    pieces = [Piece(str(number), text) for number, text in enumerate(paragraphs)]
    found = quotation_marks(pieces, language)
    return [(one.field, one.kind.value, one.suggestion) for one in found]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ('“stuck in the past".', "en", ("mixed marks", "“…”")),
        ('"prosperous,” he said', "en", ("mixed marks", "“…”")),
        ("“closed as it is opened“", "en", ("mixed marks", "“…”")),
        ("„po česku a anglicky”", "cs", ("mixed marks", "„…“")),
        ('„po česku a rovně"', "cs", ("mixed marks", "„…“")),
        ("“never closed", "en", ("not closed", "")),
        ("never opened” at all", "en", ("not opened", "")),
        ("“once “twice” over", "en", ("not closed", "")),
    ],
)
def test_marks_that_do_not_fit_are_pointed_out(text, language, expected):
    assert marks(text, language=language) == [("0", *expected)]


@pytest.mark.parametrize(
    ("paragraphs", "language"),
    [
        (["“One” and “two,” she said: “(three)”—“four”."], "en"),
        (['"Straight", and "straight" throughout.'], "en"),
        (["„Tak,“ řekla, „a ‚ne‘ jinak.“"], "cs"),
        (["„slovo »uvnitř« věty“"], "cs"),
        (["« à la française »"], "en"),
        (['He is 5\'10" tall and holds a 12.5" screen.'], "en"),
        (["“A quotation over paragraphs", "“is opened again and closed once.”"], "en"),
        (['“She said "no" to me.”'], "en"),
        (["It’s the workers’ day, in ’68."], "en"),
    ],
)
def test_marks_that_fit_are_let_stand(paragraphs, language):
    assert marks(*paragraphs, language=language) == []


def test_of_two_kinds_in_one_text_the_rarer_or_foreign_is_pointed_out():
    assert marks("“One.”", '"Two" and "three".', "“Four.”") == [("1", "mixed marks", "“…”")]
    assert marks("„Jedna.“", "“Dvě.” “Tři.”", language="cs") == [("1", "mixed marks", "„…“")]


def test_blanks_that_nobody_wanted_are_shown_as_signs():
    piece = Piece("lead", "We live in\u00a0a world of  human \u202frights in\u00a0Prague.")
    found = {one.kind: one for one in blanks(piece, "en")}
    assert found[Kind.NO_BREAK].words == "We live in°a world of  human"
    assert found[Kind.NO_BREAK].times == 3
    assert found[Kind.DOUBLED].times == 2
    assert "world of··human" in found[Kind.DOUBLED].words
    assert Kind.NO_BREAK not in {one.kind for one in blanks(piece, "cs")}
    assert blanks(Piece("lead", " At the ends they don't matter "), "en") == []


PEOPLE = ["Ana Petříčková", "Ben Osei"]


@pytest.mark.parametrize("name", ["Ana Petříčková", "Dr. Ana Petrickova", "Osei Ben", "ben osei"])
def test_who_takes_part_may_be_quoted(name):
    assert stranger("body", name, PEOPLE) is None


@pytest.mark.parametrize(("name", "meant"), [("Kofi Annan", ""), ("Ben Ossei", "Ben Osei")])
def test_who_does_not_take_part_is_pointed_out(name, meant):
    finding = stranger("body", name, PEOPLE)
    assert (finding.kind, finding.words, finding.suggestion) == (Kind.STRANGER, name, meant)


@given(st.lists(st.text(alphabet='“”„"«»‚‘ \u00a0.,aZhvotis\u2028é😀-', max_size=40), max_size=4))
def test_any_text_is_read_and_every_finding_has_its_place(paragraphs):
    pieces = [Piece(str(number), text) for number, text in enumerate(paragraphs)]
    found = quotation_marks(pieces, "cs")
    for piece in pieces:
        found += blanks(piece, "en") + misspelt(piece, CAST, "cs")
    assert all(one.field in {piece.field for piece in pieces} and one.times > 0 for one in found)
    assert all(one.words for one in found if one.kind is Kind.SURNAME)
