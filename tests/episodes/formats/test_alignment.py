"""Quotes and the passages in which they are said."""

import random
import re
import time

import pytest

from episodes.formats import captions
from episodes.formats.alignment import Transcript
from episodes.formats.alignment.numbers import in_figures
from episodes.formats.alignment.words import quoted_words
from episodes.formats.captions import Cue


def said(*lines, length_s=10):
    """A cue for each line, one after the other."""
    return [Cue(at * length_s, (at + 1) * length_s, line) for at, line in enumerate(lines)]


ENGLISH = said(
    "So, you know, we don't, we don't really think that twenty-five judges",
    "are going to to save the constitution, uh, by themselves.",
    "It is the neighbours, honestly, that won't let a court fall.",
    "[applause] Thank you. When I was a clerk in the valley court",
    "we had one stove for three rooms, and the accused sat next to it,",
    "because he was the only one without a coat.",
    "It taught me that a court is a warm room first of all",
    "and only then a place of law. Thank you.",
)
CZECH = said(
    "No, ehm, já si myslím, že demokracie není jenom o volbách,",
    "víte, ona je hlavně o tom, co se děje mezi nimi.",
    "A soudy, soudy potřebují sousedy, kteří se jich zastanou, když je nejhůř.",
    "V roce dva tisíce dvanáct nás bylo pětadvacet, dnes je nás sto dvacet.",
)
FRENCH = said(
    "Euh, on n'a pas fermé l'école, hein, parce qu'elle était vide.",
    "On l'a fermée parce que personne n'a demandé qu'elle reste ouverte.",
    "Voilà, et ça, ça nous a coûté vingt-deux élèves.",
)
CHINESE = said("我们认为民主不仅仅是选举，", "更重要的是选举之间发生的事情。", "法院需要邻居。")
GEORGIAN = said("დემოკრატია მხოლოდ არჩევნები არ არის", "მთავარია ის რაც მათ შორის ხდება")
ARABIC = said("نحن نعتقد أن الديمقراطية ليست مجرد انتخابات", "بل هي أساسا ما يحدث بينها")
HINDI = said("हम मानते हैं कि लोकतंत्र केवल चुनाव नहीं है", "बल्कि यह है कि उनके बीच क्या होता है")


@pytest.mark.parametrize(
    "cues, quote, start, end",
    [
        (ENGLISH, "We had one stove for three rooms, and the accused sat next to it", 40, 50),
        # Tidied: fillers and repetitions dropped, contractions and numbers written otherwise.
        (
            ENGLISH,
            "We do not really think that 25 judges are gonna save the Constitution by themselves.",
            3.7,
            20,
        ),
        # Shortened and explained.
        (ENGLISH, "A court is a warm room […] and only then a place of law.", 62, 77),
        (ENGLISH, "The accused sat next to [the stove], (…) the only one without a coat", 45, 60),
        # Words changed and moved.
        (ENGLISH, "The neighbours honestly are those who won't let a court fall", 21, 30),
        (CZECH, "Demokracie není jen o volbách, je hlavně o tom, co se děje mezi nimi.", 4, 20),
        (CZECH, "DEMOKRACIE NENI JENOM O VOLBACH", 4, 10),
        (CZECH, "V roce 2012 nás bylo pětadvacet, dnes je nás 120.", 30, 40),
        (FRENCH, "On n’a pas fermé l’école parce qu’elle était vide", 0.5, 10),
        (FRENCH, "Ça nous a coûté 22 élèves", 22, 30),
        (CHINESE, "民主不仅是选举，更重要的是选举之间发生的事情", 3.5, 20),
        (GEORGIAN, "დემოკრატია მხოლოდ არჩევნები არ არის, მთავარია ის, რაც მათ შორის ხდება.", 0, 20),
        (ARABIC, "الديمقراطيّة ليست مجرّد انتخابات، بل هي ما يحدث بينها", 3, 20),
        (HINDI, "लोकतंत्र केवल चुनाव नहीं है", 3.7, 10),
    ],
)
def test_quote_is_found_within_three_seconds(cues, quote, start, end):
    passage = Transcript(cues).find(quote)
    assert passage is not None
    assert passage.start == pytest.approx(start, abs=3)
    assert passage.end == pytest.approx(end, abs=3)
    assert 0 < passage.confidence <= 1


@pytest.mark.parametrize(
    "quote",
    [
        "",
        "[…]",
        "!?",
        "Judges save nothing by themselves, and neighbours are seldom honest.",
        "I think that the constitution is really going to be a place of law.",
        "The court in our valley had a stove.",
        "We never asked who would clean the rooms of the court afterwards.",
        "Demokracie není jenom o volbách",
        "法院需要邻居",
    ],
)
def test_what_is_not_said_is_not_offered(quote):
    assert Transcript(ENGLISH).find(quote) is None


def test_nothing_is_found_where_nothing_is_said():
    assert Transcript([]).find("We had one stove for three rooms") is None
    assert Transcript(said("", "[applause]")).find("We had one stove for three rooms") is None


def test_word_for_word_is_surer_than_reworded_and_twice_less_sure_than_once():
    once = Transcript(ENGLISH)
    quote = "It taught me that a court is a warm room first of all"
    exact = once.find(quote).confidence
    reworded = once.find("It taught me that a court is a warm room above all").confidence
    twice = Transcript([*ENGLISH, *(Cue(c.start + 80, c.end + 80, c.text) for c in ENGLISH)])
    assert exact == 1
    assert reworded < exact
    assert twice.find(quote).confidence == exact / 2


def test_passage_names_its_first_and_last_cue():
    passage = Transcript(ENGLISH).find("the accused sat next to it, because he was the only one")
    assert (passage.first_cue, passage.last_cue) == (4, 5)


def test_rolling_captions_are_searched_without_their_doubles():
    lines = ["rivers need judges and", "judges need rivers so", "that both of them", "may run free"]
    text = "WEBVTT\n"
    for at, line in enumerate(lines):
        before = f"{lines[at - 1]}\n" if at else ""
        text += f"\n00:0{at}.000 --> 00:0{at + 1}.000\n{before}{line}\n"
    cues = captions.read(text.encode(), "rolling.vtt").cues
    passage = Transcript(cues).find("Judges need rivers, so that both may run free.")
    assert (passage.start, passage.end) == (1, 4)


def test_marks_of_the_editor_are_understood():
    words = quoted_words("We [the court] stayed … and (...) went")
    assert [(word.text, word.after_omission, word.is_inserted) for word in words] == [
        ("we", False, False),
        ("the", False, True),
        ("court", False, True),
        ("stayed", False, False),
        ("and", True, False),
        ("went", True, False),
    ]


@pytest.mark.parametrize(
    "written, figures",
    [
        ("two thousand twenty six", "2026"),
        ("quatre vingt dix sept", "97"),
        ("dix huit ans", "18 ans"),
        ("pet set lidi", "500 lidi"),
        ("12 000 people and one more", "12000 people and one more"),
        ("a hundred reasons", "a hundred reasons"),
    ],
)
def test_numbers_in_letters_are_figures(written, figures):
    assert in_figures(written.split()) == figures.split()


def changed(words, chance):
    """Words as an editor changes them: tidied, shortened, one in twelve replaced or moved."""
    words = [re.sub(r"[.,;:!?«»\"–]", "", word) for word in words]
    if len(words) > 12:
        at = chance.randrange(3, len(words) - 6)
        words[at : at + 3] = ["[…]"]
    for _ in range(len(words) // 12):
        at = chance.randrange(1, len(words) - 1)
        if chance.random() < 0.5:
            words[at] = "cependant"
        else:
            words[at], words[at + 1] = words[at + 1], words[at]
    return " ".join(words)


def timed_words(cues):
    for cue in cues:
        text = re.sub(r"\[[^\]]*\]", "", cue.text)
        for word in re.finditer(r"\S+", text):
            yield word[0], cue.start + (cue.end - cue.start) * word.start() / len(text)


def test_quotes_of_a_long_talk_are_found_and_those_of_its_other_half_are_not(shared):
    path = shared / "captions" / "long_talk_fr.vtt"
    cues = captions.read(path.read_bytes(), path.name).cues
    words, chance = list(timed_words(cues)), random.Random(5)
    half = len(cues) // 2
    whole, second = Transcript(cues), Transcript(cues[half:])
    near = offered = 0
    for _ in range(60):
        length = chance.randrange(10, 40)
        at = chance.randrange(len(words) - length)
        passage = whole.find(changed([word for word, _ in words[at : at + length]], chance))
        near += passage is not None and abs(passage.start - words[at][1]) <= 3
        # What is said in the first half is not in the second.
        if words[at + length][1] < cues[half].start:
            text = " ".join(word for word, _ in words[at : at + length])
            offered += second.find(text) is not None
    assert near >= 57
    assert offered == 0


def test_twenty_quotes_are_found_in_ninety_minutes_in_two_seconds():
    chance = random.Random(1)
    vocabulary = [
        "".join(chance.choice("aeioustrnlmd") for _ in range(chance.randrange(1, 9)))
        for _ in range(4000)
    ]
    cues = [
        Cue(
            at * 4,
            at * 4 + 4,
            " ".join(chance.choice(vocabulary[: 10 ** chance.randrange(1, 5)]) for _ in range(10)),
        )
        for at in range(1350)
    ]
    quotes = [" ".join(cue.text for cue in cues[at : at + 4]) for at in range(0, 1340, 67)]
    started = time.process_time()
    transcript = Transcript(cues)
    found = [transcript.find(quote) for quote in quotes]
    assert time.process_time() - started < 2
    assert [passage.start for passage in found] == [at * 4 for at in range(0, 1340, 67)]


EVERYDAY = said(
    "So how does one go about it, then? We will come back to it.",
    "That is what I wanted to say. That is the whole question, I believe.",
    "You see what I mean, and that is how it goes, as everybody knows.",
)


@pytest.mark.parametrize(
    "quote",
    [
        "So. How do you go about it?",
        "I will come back to it.",
        "That is how it is.",
        "The question!",
        "That is what I mean, as you know.",
    ],
)
def test_everyday_phrases_that_are_said_a_little_otherwise_are_not_offered(quote):
    assert Transcript(EVERYDAY).find(quote) is None
