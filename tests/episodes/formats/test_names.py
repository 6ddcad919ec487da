"""Names of people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from episodes.formats import names
from episodes.formats.names import Candidate


@pytest.mark.parametrize(
    ("name", "parts", "sort_name"),
    [
        ("Tomáš Petříček", (None, "Tomáš", "Petříček", ""), "Petříček, Tomáš"),
        ("Dr Arunabha Ghosh", ("Dr.", "Arunabha", "Ghosh", ""), "Ghosh, Arunabha"),
        ("Prof. Ing. Jana Nová, CSc.", ("Prof. Ing.", "Jana", "Nová", "CSc."), "Nová, Jana, CSc."),
        ("Konstantin von Eggert", (None, "Konstantin", "von Eggert", ""), "Eggert, Konstantin von"),
        ("J. Michael Cole", (None, "J. Michael", "Cole", ""), "Cole, J. Michael"),
        ("Pieter van der Berg", (None, "Pieter", "van der Berg", ""), "Berg, Pieter van der"),
        ("Mohammed bin Rashid", (None, "Mohammed", "bin Rashid", ""), "Rashid, Mohammed bin"),
        ("Erika Guevara Rosas", (None, "Erika Guevara", "Rosas", ""), "Rosas, Erika Guevara"),
        ("Madonna", (None, "", "Madonna", ""), "Madonna"),
        ("Sammy Davis Jr.", (None, "Sammy", "Davis", "Jr."), "Davis, Sammy, Jr."),
    ],
)
def test_split_name_and_sort_name(name, parts, sort_name):
    assert tuple(names.split_name(name)) == parts
    assert names.sort_name(name) == sort_name


def test_fold_ignores_honorific_accents_and_punctuation():
    assert names.fold("Dr. Franak VIAČORKA-O’Neill") == names.fold("franak viacorka oneill")


@pytest.mark.parametrize(
    ("name", "on_record", "reason"),
    [
        ("Péter Krekó", "Péter Krekó", "same"),
        ("Peter Kreko", "Péter Krekó", "spelling"),
        ("Dr. Péter Krekó", "Péter Krekó", "spelling"),
        ("Kreko Peter", "Péter Krekó", "order"),
        ("Franak Viacorka", "Franak Viachorka", "slip"),
        ("Yevgeniy Zhvotis", "Yevgeniy Zhovtis", "slip"),
        ("P. Krekó", "Péter Krekó", "initials"),
        ("Virginia Marín", "María Virginia Marín", None),
        ("María Marín", "María Virginia Marín", "part left out"),
        ("Petr Novák", "Pavel Novák", None),
        ("Jan Novák", "Jana Nováková", None),
        ("Yevgeny Zhovtys", "Yevgeniy Zhovtis", "similar"),
    ],
)
def test_match_proposes_with_a_reason(name, on_record, reason):
    found = names.match(name, [Candidate(7, on_record)])
    assert [(proposal.key, proposal.reason) for proposal in found] == (
        [(7, reason)] if reason else []
    )


def test_match_looks_at_other_spellings_and_sorts_best_first():
    candidates = [
        Candidate(1, "Andrea Ngombe"),
        Candidate(2, "Andréa Ngombet", ["Andrea Papus Ngombet Malewa"]),
        Candidate(3, "Somebody Else"),
    ]
    assert [(m.key, m.reason) for m in names.match("Andréa Ngombet", candidates)] == [
        (2, "same"),
        (1, "slip"),
    ]
    [other] = names.match("Andrea Papus Ngombet Malewa", candidates)
    assert (other.key, other.reason) == (2, "other spelling")


@given(st.text(), st.text())
def test_names_never_fail_and_comparing_is_symmetrical(one, other):
    names.sort_name(one)
    assert names.compare(one, other) == names.compare(other, one)
    assert 0 <= names.compare(one, other)[0] <= 1
