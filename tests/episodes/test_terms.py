"""What a visitor types, read as words and phrases."""

import pytest

from episodes.terms import MAX_TERMS, MAX_WORD, Term, Terms, one_slip_away, plain


def word(text: str, open_end: bool = False) -> Term:
    return Term(((text,),), open_end)


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("Petříček", [word("petricek", open_end=True)]),
        ("ქეთი Жовтіс", [word("keti"), word("zhovtis", open_end=True)]),
        ('"rule of law" now', [Term((("rule", "of", "law"),)), word("now", open_end=True)]),
        ("„vláda práva“ «état»", [Term((("vlada", "prava"),)), word("etat")]),
        ('"rule of', [word("rule"), word("of", open_end=True)]),
        ("O’Brien", [Term((("o", "brien"),), open_end=True)]),
        ("北京", [Term((("bei", "jing"),), open_end=True)]),
        ("NEAR(a b) OR NOT* c:d ^e", None),
        ("?! … ()", []),
        ("", []),
        ("a\x00b", [Term((("a", "b"),), open_end=True)]),
    ],
)
def test_query_is_read(query, terms):
    read = Terms.parse(query)
    if terms is None:  # operators are words like any others
        assert [one for term in read.terms for words in term.phrases for one in words] == [
            *("near", "a", "b", "or", "not", "c", "d", "e")
        ]
    else:
        assert list(read.terms) == terms
    assert read.cut is False


def test_long_query_is_cut():
    read = Terms.parse("word " * 2000)
    assert (len(read.terms), read.cut) == (MAX_TERMS, True)
    assert read.terms[-1].open_end is False
    assert plain("a" * 10_000) == ["a" * MAX_WORD]


def test_loosened_leaves_forms_of_address_out():
    assert Terms.parse("Ms. Zhovtis rights").loosened() == Terms(
        (word("zhovtis", open_end=True), word("rights", open_end=True))
    )
    assert Terms.parse("Lady").loosened() == Terms((word("lady", open_end=True),))


@pytest.mark.parametrize("slip", ["zhvotis", "zovtis", "zhovtiss", "zhowtis"])
def test_one_slip_leads_to_the_word(slip):
    assert "zhovtis" in one_slip_away(slip)


def test_two_slips_and_short_words_lead_nowhere():
    assert "zhovtis" not in one_slip_away("zhvotsi")
    assert one_slip_away("law") == set()
    assert one_slip_away("a" * 39) == set()
