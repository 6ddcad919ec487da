"""From cues to what people read: sentences with their seconds, paragraphs with their speakers."""

import pytest

from episodes.formats import transcript
from episodes.formats.captions import Cue
from episodes.formats.sentence_ends import sentences


def cues(*rows, length_s=2.0):
    """Cues one after another; a row is a text, or a speaker and a text."""
    found = []
    for number, row in enumerate(rows):
        speaker, text = (None, row) if isinstance(row, str) else row
        found.append(Cue(number * length_s, (number + 1) * length_s, text, speaker))
    return found


def said(found):
    """Paragraphs as speaker and sentences."""
    return [(one.speaker, [sentence.text for sentence in one.sentences]) for one in found]


def split(text):
    return [text[start:end] for start, end in sentences(text)]


def test_sentences_run_through_cues_and_know_their_seconds():
    found = transcript.paragraphs(
        cues("Courts need", "neighbours. Rules last", "where we use them.")
    )
    assert [(one.start, one.end, one.text) for one in found[0].sentences] == [
        (0.0, 3.0, "Courts need neighbours."),
        (3.09, 6.0, "Rules last where we use them."),
    ]


def test_paragraphs_are_cut_by_speaker():
    rows = [("Ana", "Why?"), ("Ben", "Because."), ("Ben", "It is law."), ("Ana", "Thank you.")]
    assert said(transcript.paragraphs(cues(*rows))) == [
        ("Ana", ["Why?"]),
        ("Ben", ["Because.", "It is law."]),
        ("Ana", ["Thank you."]),
    ]


def test_sentence_is_finished_by_who_began_it_and_the_next_is_nobodys():
    rows = [("Ana", "We began in"), "a kitchen. Then others came."]
    assert said(transcript.paragraphs(cues(*rows))) == [
        ("Ana", ["We began in a kitchen."]),
        (None, ["Then others came."]),
    ]


def test_names_last_where_an_editor_says_so():
    rows = [("Ana", "We began."), "Then others came.", "- Why?"]
    assert said(transcript.paragraphs(cues(*rows), lasting=True)) == [
        ("Ana", ["We began.", "Then others came."]),
        (None, ["Why?"]),
    ]


def test_pause_begins_a_paragraph():
    two = [Cue(0, 2, "One."), Cue(4.4, 6, "Two."), Cue(8.6, 9, "Three.")]
    assert said(transcript.paragraphs(two)) == [(None, ["One.", "Two."]), (None, ["Three."])]


def test_long_silence_ends_a_sentence_that_never_ended():
    assert said(transcript.paragraphs([Cue(0, 2, "and so"), Cue(10, 12, "hello")])) == [
        (None, ["and so"]),
        (None, ["hello"]),
    ]


def test_long_paragraph_ends_with_its_sentence():
    found = transcript.paragraphs(
        cues(*[f"Sentence number {n} of many others." for n in range(40)])
    )
    lengths = [len(one.text) for one in found]
    assert len(found) == 3
    assert max(lengths) < transcript.PARAGRAPH_LENGTH + 60


def test_captions_without_full_stops_are_cut_at_cues():
    words = "and then we went on to say what nobody had said before"
    found = transcript.paragraphs(cues(*[words] * 20))
    pieces = [sentence for one in found for sentence in one.sentences]
    assert max(len(piece.text) for piece in pieces) <= 2 * transcript.PIECE_LENGTH
    assert {piece.start % 2.0 for piece in pieces} == {0.0}


def test_cues_out_of_order_are_read_in_time():
    assert said(transcript.paragraphs([Cue(5, 6, "Two."), Cue(3, 4, "One.")])) == [
        (None, ["One.", "Two."])
    ]


def test_nothing_said_is_no_paragraph():
    assert transcript.paragraphs([Cue(0, 1, "  \n ")]) == []
    assert transcript.plain([]) == ""


def test_plain_text_names_the_speakers():
    found = transcript.paragraphs(cues(("Ana", "Why?"), (None, "Because.")))
    assert transcript.plain(found) == "Ana: Why?\n\nBecause.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dr. Novák met Mr. Dell. They spoke.", ["Dr. Novák met Mr. Dell.", "They spoke."]),
        ("J. F. Kennedy came. He left.", ["J. F. Kennedy came.", "He left."]),
        ("It cost 3.5 million. Much!", ["It cost 3.5 million.", "Much!"]),
        ("Bylo 17. Listopadu náměstí. Ano.", ["Bylo 17. Listopadu náměstí.", "Ano."]),
        ("Stalo se to např. Praze. Tak.", ["Stalo se to např. Praze.", "Tak."]),
        ("“Why?” he asked. “Nobody knows.” So it is.",
         ["“Why?” he asked.", "“Nobody knows.”", "So it is."]),
        ("And then… we left… We came back.", ["And then… we left…", "We came back."]),
        ("Was it 2020? Yes! It was 2021. Then", ["Was it 2020?", "Yes!", "It was 2021.", "Then"]),
        ("هل هذا صحيح؟ نعم. شكرا.", ["هل هذا صحيح؟", "نعم.", "شكرا."]),
        ("我们开始吧。你好！谢谢", ["我们开始吧。", "你好！", "谢谢"]),
        ("「はい。」そうです。", ["「はい。」", "そうです。"]),
        ("「はい。」と言いました。次に。", ["「はい。」と言いました。", "次に。"]),
        ("यह सच है। हाँ।", ["यह सच है।", "हाँ।"]),
        ("Այո։ Ոչ։", ["Այո։", "Ոչ։"]),
    ],
)  # fmt: skip
def test_sentences_end_where_readers_see_it(text, expected):
    assert split(text) == expected


def test_scripts_without_blanks_are_joined_without():
    found = transcript.paragraphs(cues("我们开始\n谈话", "吧。你好。"))
    assert said(found) == [(None, ["我们开始谈话吧。", "你好。"])]
    assert found[0].text == "我们开始谈话吧。你好。"


def test_numbers_stand_close_to_scripts_without_blanks():
    found = transcript.paragraphs(cues("谈话！", "2021年", "NATO", "2021"))
    assert found[0].text == "谈话！2021年 NATO 2021"


def test_phrases_in_thai_keep_the_blank_between_them():
    found = transcript.paragraphs(cues("เรื่องของศาล", "ศาลปกป้องประชาชน"))
    assert found[0].text == "เรื่องของศาล ศาลปกป้องประชาชน"
