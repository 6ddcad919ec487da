"""Posts in which several people answer, and reports by somebody who was there."""

import pytest

from episodes.formats import article


def guests(text, title="Harbours that listen – Webinar Recap"):
    draft = article.parse(f"{title}\n\nMay 3, 2022\n\n{text}")
    return [(one.name, one.role, one.organisation) for one in draft.guests]


SIGNED = (
    "Recently, {asked} about quays.\n\n“Quays are long.”\n\n– Vera Brun, Director, Open Wells\n\n"
    "“Ropes are short.”\n\n– Omar Said, Dean, Quay College\n\nWe thank all."
)


def test_who_signs_an_answer_is_a_guest():
    assert guests(SIGNED.format(asked="we asked colleagues"), "Advice From Pilots") == [
        ("Vera Brun", "Director", "Open Wells"),
        ("Omar Said", "Dean", "Quay College"),
    ]


def test_mottoes_are_signed_by_no_guests():
    assert guests(SIGNED.format(asked="much was written"), "Advice From Pilots") == []


def test_names_above_the_same_questions_answer_them():
    answers = "\n\nWhat do you tie?\n\nI tie ropes.\n\nWhere do you live?\n\nBy the sea.\n\n"
    text = f"Two pilots tell of their work.\n\nVera Brun{answers}Omar Said{answers}It pays."
    assert guests(text, "Pilots") == [("Vera Brun", None, None), ("Omar Said", None, None)]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "On May 3 I presented with Vera Brun from the Quay Council about ropes.",
            (None, "Quay Council"),
        ),
        ("The May meeting featured Vera Brun’s presentation, Every Rope Counts!", (None, None)),
    ],
)
def test_author_of_a_report_names_who_else_spoke(sentence, told):
    text = f"Ropes matter to us all.\n\n{sentence}\n\nIn this webinar, Brun notes that ropes break."
    assert guests(text) == [("Vera Brun", *told)]


def test_speakers_of_a_report_may_be_listed_behind_a_colon():
    text = (
        "We had many at our summit. Here is more.\n\nThree speakers told of ropes: Vera C.E. Brun and Petr "
        "Lis from the Quay Council, and Omar Said from Open Wells. Some highlights:\n\n  • Ropes break."
    )
    told = guests(text, "What Happened at Our Rope Summit")
    assert [one[0] for one in told] == ["Vera C.E. Brun", "Petr Lis", "Omar Said"]
    assert told[-1] == ("Omar Said", None, "Open Wells")


def test_sentence_that_someone_did_something_tells_who_is_quoted():
    text = (
        "“Ropes hold,” said Vera Brun, head of ropes at Open Wells.\n\n“They break,” said Omar Said, who "
        "helped to tie them."
    )
    assert guests(text) == [("Vera Brun", "head of ropes", "Open Wells"), ("Omar Said", None, None)]


def test_who_we_had_a_chance_to_talk_with_is_a_guest():
    text = (
        "Vera Brun from Open Wells kicks off our blog.\n\nVera is Vice President of Ropes at Open Wells. We "
        "had a chance to sit down and talk with Vera about quays."
    )
    assert guests(text, "Video Blog: Vera Brun, Open Wells") == [
        ("Vera Brun", "Vice President of Ropes", "Open Wells")
    ]


def test_who_will_speak_in_this_session_needs_no_role():
    text = "Ropes break.\n\nIn this session, Vera Brun and Ida Lis-Malá will cover:\n\n  • Knots.\n  • Ropes."
    assert [one[0] for one in guests(text, "Tying Yourself")] == ["Vera Brun", "Ida Lis-Malá"]


@pytest.mark.parametrize(
    ("life", "told"),
    [
        (
            "Vera Brun made ropes in 1997. Since 2014, she has been the Rope Lead for Open Wells.",
            ("Rope Lead", "Open Wells"),
        ),
        (
            "Vera Brun joined the harbour in 2013 and is the rope lead for the Quay Office. She ties.",
            ("rope lead", "Quay Office"),
        ),
    ],
)
def test_life_tells_later_what_somebody_is(life, told):
    text = (
        f"Join us for a webinar on quays.\n\nSpeakers\n\n{life}\n\nOmar Said, Editor, Quay Weekly"
    )
    assert guests(text, "Quays")[0] == ("Vera Brun", *told)


def test_surname_may_be_a_word_where_the_given_name_speaks():
    text = (
        "Ida Rivers talked with Petr Day.\n\nIda Rivers: What did you tie there, and for whom was "
        "it?\n\nPetr Day: "
        "We tied ropes for all.\n\nIda: Which is the best one?\n\nPetr: The green one, and it is long."
    )
    draft = article.parse(f"Q&A With Petr Day About Ropes\n\nMay 3, 2022\n\n{text}")
    assert [one.name for one in draft.guests] == ["Petr Day"]
    assert [one.name for one in draft.hosts] == ["Ida Rivers"]


def test_given_names_may_speak_alone_where_the_text_names_them_in_full():
    text = (
        "After some work, Petr Lis (Quay Hall) met with Ida Nová (Open Wells) to talk.\n\nWhy we tie\n\nIda: "
        "Petr, you tied all of them. Why?\n\nPetr: They hold.\n\nIda: Which do you like?\n\nPetr: All.\n\n"
        "Ida: Is it late?\n\nPetr: It is."
    )
    draft = article.parse(f"A conversation about ropes\n\nMay 3, 2022\n\n{text}")
    told = {(one.name, one.organisation) for one in (*draft.guests, *draft.hosts)}
    assert told == {("Petr Lis", "Quay Hall"), ("Ida Nová", "Open Wells")}


def test_handle_behind_a_name_is_no_role():
    text = (
        "We met at the RopeGov event in Wells.\n\nRope designer Vera Brun (@vera) from the Rope Service "
        "observed that ropes hold.\n\nOmar Said (@omar), Co-Founder of Quay Hall, stressed that they break."
        "\n\nA panel told more."
    )
    assert guests(text, "RopeGov on Knots") == [
        ("Vera Brun", "Rope designer", "Rope Service"),
        ("Omar Said", "Co-Founder", "Quay Hall"),
    ]


def test_who_opens_a_programme_takes_part():
    text = (
        "Join us.\n\nAgenda\n\nWelcome and Introductions\n\n  • Vera Brun, Quay "
        "Hall\n\nWorkshop\n\n  • Rope Hall"
    )
    assert guests(text, "Ropes of the Quay") == [("Vera Brun", None, "Quay Hall")]


def test_role_may_stand_behind_who_is():
    text = (
        "This month, we introduce Vera Brun, who’s the Senior Rope Editor for Open Wells. We asked "
        "Vera a few questions."
    )
    assert guests(text, "Spotlight – Vera Brun, Open Wells") == [
        ("Vera Brun", "Senior Rope Editor", "Open Wells")
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "In this month’s community meeting, we will hear of ropes.\n\nVera Brun has worked at the Rope "
            "Bureau for years.",
            ("Vera Brun", None, None),
        ),
        (
            "Ropes must hold.\n\nVera Brun, co-lead of the Rope Council, knows a lot about them. "
            "This webinar "
            "gives you insights into her work.",
            ("Vera Brun", "co-lead", "Rope Council"),
        ),
        (
            "Ropes must hold.\n\nDuring this free session Vera Brun, Head of Knots at Open Wells, "
            "will discuss "
            "ropes.",
            ("Vera Brun", "Head of Knots", "Open Wells"),
        ),
        (
            "“Ropes hold,” noted keynote speaker Vera Brun, chief rope officer for Open Wells, at "
            "our summit.",
            ("Vera Brun", "chief rope officer", "Open Wells"),
        ),
    ],
)
def test_one_speaker_of_an_event_may_be_told_by_the_way(text, told):
    assert guests(text, "Ropes of the Quay") == [told]


def test_what_somebody_directs_for_a_house_is_no_house():
    text = (
        "In June, the new Rope Community hosted Vera Brun, Director of Rope Operations and Guest "
        "Experience of "
        "the Wells Nationals, to share what holds."
    )
    assert guests(text, "Ropes of the Quay") == [
        ("Vera Brun", "Director of Rope Operations and Guest Experience", "Wells Nationals")
    ]


def test_house_may_be_told_by_work_alone():
    text = "We recently sat down with Vera Brun, who’s leading work at the Office of Ships (OS) on ropes."
    assert guests(text, "A Conversation on Ropes") == [("Vera Brun", None, "Office of Ships (OS)")]


SHARED = (
    "{announced}\n\nMy aunt was born on a raft. She still rows.\n\n— Vera Brun (she/her), Rope Designer, "
    "Quay Lab\n\nA quay is what waits.\n\nIt never leaves.\n\n— Ida Miller\n\nThat was May."
)


def test_who_signs_what_they_share_is_a_guest():
    announced = "Below, members of the Quay Lab share what moved them."
    assert guests(SHARED.format(announced=announced), "Rafts All Year") == [
        ("Vera Brun", "Rope Designer", "Quay Lab"),
        ("Ida Miller", None, None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        SHARED.format(announced="It rained in May."),
        "Reflections of May.\n\n“A quay waits.”\n\n— Vera Brun\n\n“Ropes are short.”\n\n— Omar Said"
        "\n\nThat was May.",
    ],
)
def test_who_signs_a_motto_shares_nothing(text):
    assert guests(text, "Rafts All Year") == []


def test_who_is_asked_the_same_below_a_heading_is_a_guest_whatever_it_tells():
    asked = "Why do you row?\n\n{answer} I have rowed for more than half of my long and quiet life by now."
    answers = (
        ("Vera Brun, Quays.example — Rope Portfolio, Open Wells", "As a child."),
        ("Petr Lis, Rope Engineer — 18R", "To rest."),
        ("Ida Nová Malá, Ropes and Knots — Quay Corps", "To see."),
    )
    told = "\n\n".join(f"{one}\n\n{asked.format(answer=answer)}" for one, answer in answers)
    found = guests(
        f"We asked those who row, and we thank them all for this.\n\n{told}", "Rowing at Open Wells"
    )
    assert [one[0] for one in found] == ["Vera Brun", "Petr Lis", "Ida Nová Malá"]
    assert found[1] == ("Petr Lis", "Rope Engineer", "18R")


def test_who_signs_a_post_shares_nothing():
    text = SHARED.format(announced="Many shared their rafts.")
    text = text.replace("(she/her)", "(@vera)").replace(
        "— Ida Miller", "— Ida Miller (@ida) May 3, 2022"
    )
    assert guests(text, "Rafts All Year") == []
