"""Who speaks: names before a colon, and whom of the episode's people they may mean."""

import pytest

from episodes.formats import voices
from episodes.formats.captions import Cue
from episodes.formats.names import Candidate

PEOPLE = [
    Candidate("ana", "Ana Petříčková"),
    Candidate("jan", "Jan van der Berg", ["Johann Vandenberg"]),
    Candidate("eva", "Dr. Eva Nováková"),
    Candidate("petr", "Petr Novák"),
    Candidate("petra", "Petra Novák"),
]


def turns(*texts, **options):
    cues = [Cue(n, n + 1, text) for n, text in enumerate(texts)]
    return [(turn.cue.speaker, turn.cue.text) for turn in voices.turns(cues, **options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ANA NOVÁ: Hello.", ("ANA NOVÁ", "Hello.")),
        (">> ANA: Hello.", ("ANA", "Hello.")),
        ("- Ana: Hello.", ("Ana", "Hello.")),
        ("[Ana] Hello.", ("Ana", "Hello.")),
        ("Speaker 1: Hello.", ("Speaker 1", "Hello.")),
        ("主持人：你好。", ("主持人", "你好。")),
        ("O’Brien: Hello.", ("O’Brien", "Hello.")),
        ("Vít Šťastný: Ahoj.", ("Vít Šťastný", "Ahoj.")),
        ("At 10:30 we met.", (None, "At 10:30 we met.")),
        ("one thing: courts", (None, "one thing: courts")),
        ("https://example.org: here", (None, "https://example.org: here")),
        ("The thing that matters most of all is this: courts",) * 1
        + ((None, "The thing that matters most of all is this: courts"),),
    ],
)
def test_name_before_a_colon_speaks(text, expected):
    assert turns(text, text) == [expected, expected]


def test_word_before_a_colon_once_is_no_name():
    assert turns("Question: why?", "Nobody knew.") == [
        (None, "Question: why?"),
        (None, "Nobody knew."),
    ]


def test_name_once_is_one_where_somebody_knows_it():
    assert turns("Ana: Why?", also={"Ana"}) == [("Ana", "Why?")]


def test_what_an_editor_called_no_voice_stays_in_the_text():
    assert turns("NOTE: Why?", "NOTE: So.", not_voices={"NOTE"}) == [
        (None, "NOTE: Why?"),
        (None, "NOTE: So."),
    ]


def test_several_voices_in_one_cue_share_its_time():
    cue = Cue(10, 20, "ANA: Yes.\nBEN: No, no.")
    found = [(t.cue.start, t.cue.end, t.cue.speaker, t.cue.text) for t in voices.turns([cue])]
    assert found == [(10, 13.636, "ANA", "Yes."), (13.636, 20, "BEN", "No, no.")]


def test_voice_of_the_file_is_kept_and_its_colons_too():
    cue = Cue(0, 1, "NOTE: this.", "Ana")
    assert [turn.cue for turn in voices.turns([cue])] == [cue]


def test_heard_counts_voices_in_their_order():
    cues = [Cue(0, 1, "Hi.", "Ben"), Cue(2, 3, "ANA: Yes."), Cue(4, 5, "No.", "Ben")]
    assert voices.heard(cues) == [
        voices.Voice("Ben", 2, 0, "Hi."),
        voices.Voice("ANA", 1, 2, "Yes."),
    ]


@pytest.mark.parametrize(
    ("voice", "key"),
    [
        ("Ana Petříčková", "ana"),
        ("ANA PETRICKOVA", "ana"),
        ("Ms. Petříčková", "ana"),
        ("Ana", "ana"),
        ("Vandenberg", "jan"),
        ("van der Berg", "jan"),
        ("BERG", "jan"),
        ("Prof. Nováková", "eva"),
        ("Novák", None),
        ("Moderator", None),
        ("Petr Novák", "petr"),
    ],
)
def test_proposal_is_made_only_where_one_person_fits(voice, key):
    assert voices.propose(voice, PEOPLE) == key
