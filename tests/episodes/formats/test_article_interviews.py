"""Posts written from an interview: questions and answers, letters for names, one who is quoted."""

import pytest

from episodes.formats import article, documents


def people(text, title="Ropes for everybody", form="rope.md"):
    source = f"---\ntitle: {title}\ndate: 2022-05-03\n---\n\n{text}"
    draft = article.parse(documents.read(source.encode(), form))
    return [(one.name, one.role, one.organisation) for one in draft.guests], [
        one.name for one in draft.hosts
    ]


QUESTIONS = """\
{lead}

**What do you do at the quay?**

{answer} I tie ropes.

**How did you find your way there?**

My aunt sailed, and we saw Port Example.

**What would you tell others?**

Tie well.
"""


@pytest.mark.parametrize(
    ("lead", "answer", "told"),
    [
        (
            "Since she left the sea, Vera Brun has tied ropes. Vera shows what she has learnt.",
            "Much.",
            (None, None),
        ),
        ("A rope maker, Vera Brun of the Quay Office, answers.", "Much.", (None, "Quay Office")),
        ("The quay is long.", "My name is Vera Brun and I am busy.", (None, None)),
    ],
)
def test_who_is_named_above_the_questions_answers_them(lead, answer, told):
    assert people(QUESTIONS.format(lead=lead, answer=answer)) == ([("Vera Brun", *told)], [])


def test_chapters_may_be_called_like_questions():
    text = "Vera Brun tied ropes.\n\n## What is a rope?\n\nI think it is long.\n\n## Why ropes?\n\nI like it."
    assert people(text) == ([], [])


TALK = """\
I sat in a boat with Vera Brun, a pilot at the Quay Council, and later asked rope designer Omar Said if he
would join.

**Omar Said:** We tie.

**{asks}:** Why do you tie?

**{first}:** Because of the sea.

**{asks}:** And why the sea?

**{second}:** It is wet.
"""


@pytest.mark.parametrize(
    ("asks", "first", "second"), [("Editors", "VB", "OS"), ("Q", "Brun", "Omar")]
)
def test_names_in_a_conversation_may_be_shortened_to_letters(asks, first, second):
    guests, hosts = people(TALK.format(asks=asks, first=first, second=second))
    assert ("Omar Said", "rope designer", None) in guests
    assert hosts == []


def test_one_name_suffices_where_others_ask():
    text = (
        "**Quay team:** Why ropes?\n\n**Vera Brun:** They hold.\n\n**Quay team:** For how long?\n\n"
        "**Brun:** Long."
    )
    assert people(text) == ([("Vera Brun", None, None)], [])


def test_names_with_what_somebody_is_may_be_headings():
    text = (
        "We asked what they had learnt.\n\n## Vera Brun, Rope Designer\n\nI learnt to tie.\n\n"
        "## Omar “Omi” Said, Pilot\n\nI learnt to swim.\n\n## Port Example, again\n\nIt is there."
    )
    assert people(text)[0] == [
        ("Vera Brun", "Rope Designer", None),
        ("Omar “Omi” Said", "Pilot", None),
    ]


QUOTED = (
    "Vera Brun, Quay Lead at Open Wells, made a rope for children.\n\n“It is short,” Brun said. Omar Said, a "
    "pilot, disagrees.\n\n“Children like it,” {second} said. “They tie,” said Omar Said.\n\n“It holds,” Brun "
    "explained."
)


@pytest.mark.parametrize(("second", "found"), [("Brun", ["Vera Brun"]), ("the mayor", [])])
def test_who_is_quoted_again_and_again_was_asked(second, found):
    guests, _hosts = people(QUOTED.format(second=second))
    assert [one[0] for one in guests] == found


@pytest.mark.parametrize(
    "lead",
    [
        "Vera Brun has tied ropes for long. The quay team asked her to share some thoughts.",
        "After years as a sailor, Vera Brun came ashore. Vera shares how ropes are tied.",
    ],
)
def test_who_is_given_the_floor_is_a_guest(lead):
    assert people(f"{lead}\n\n## Ropes\n\nMy first rope was short.")[0] == [
        ("Vera Brun", None, None)
    ]


def test_lines_of_a_wrapped_page_may_hold_long_links():
    text = (
        "We recently sat down with rope designer Vera Brun and asked her a few\n"
        "questions about the sea. It was in [the harbour](https://harbour.example/quays/ropes) which is\n"
        "long.\n\nIt rained all day when we talked, as it often does in towns near the\nsea."
    )
    assert people(text)[0] == [("Vera Brun", "rope designer", None)]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Quay Radio interviews Port Example’s new Chief Rope Officer Vera Brun about knots.",
            [("Vera Brun", "new Chief Rope Officer", "Port Example")],
        ),
        (
            "Port Example Chief Rope Officer Vera Brun and Director of Innovation Omar Said discuss knots.",
            [
                ("Vera Brun", "Chief Rope Officer", "Port Example"),
                ("Omar Said", "Director of Innovation", None),
            ],
        ),
    ],
)
def test_a_page_may_be_little_more_than_a_recording(sentence, told):
    assert people(f"## Listen\n\n{sentence}")[0] == told


@pytest.mark.parametrize(
    ("office", "role", "house"),
    [
        ("Open Wells CEO", "CEO", "Open Wells"),
        ("the new rope app Tie co-founder", "co-founder", "Tie"),
        ("Quay Office Deputy Chief Rope Officer", "Deputy Chief Rope Officer", "Quay Office"),
        ("the Town of Quays’ CIO", "CIO", "Town of Quays"),
        ("Chief Information Officer", "Chief Information Officer", None),
        ("poet and festival founder", "poet and festival founder", None),
    ],
)
def test_house_may_stand_before_the_office(office, role, house):
    text = f"We asked {office} Vera Brun to share her thoughts on ropes.\n\nRopes are long."
    assert people(text)[0] == [("Vera Brun", role, house)]


def test_speaker_of_a_report_may_be_alone_and_the_moderator_named_after_the_words():
    lone = (
        "Vera Brun, Rope Lead at Open Wells, spoke about knots during the summit.\n\nBrun argued that all "
        "ropes are short."
    )
    assert people(lone, "Rope Summit Recap: Knots") == (
        [("Vera Brun", "Rope Lead", "Open Wells")],
        [],
    )
    panel = (
        "How long is a rope, asked Vera Brun, manager of the Rope Program and panel moderator.\n\nIt is "
        "short, said Omar Said, pilot at the Quay Office."
    )
    assert people(panel, "Rope Summit Recap: Knots") == (
        [("Omar Said", "pilot", "Quay Office")],
        ["Vera Brun"],
    )


def test_headings_tell_with_whom_the_questions_are():
    text = (
        "### Q & A with Vera Brun, Ph.D., MLS, Librarian (QO)\n\n**Why ropes?**\n\n“They hold.”\n\n"
        "### Q & A with Omar Said, Quays.example Program Manager (Quay Hall)\n\n**Why?**\n\n“They float.”"
    )
    assert people(text)[0] == [
        ("Vera Brun", "Librarian", "QO"),
        ("Omar Said", "Quays.example Program Manager", "Quay Hall"),
    ]


def test_panel_is_listed_with_the_offices_before_the_names():
    text = (
        "The panel included QO Administrator Vera Anna Brun, Acting Rope Service (RS) Commissioner Omar "
        "Said, Chief Rope Officer Ida Lis and Executive Director of 9Q Jan Novak."
    )
    assert people(text, "Rope day, a look back")[0] == [
        ("Vera Anna Brun", "Administrator", "QO"),
        ("Omar Said", "Acting Rope Service (RS) Commissioner", None),
        ("Ida Lis", "Chief Rope Officer", None),
        ("Jan Novak", "Executive Director", "9Q"),
    ]


@pytest.mark.parametrize(
    ("title", "text", "guests", "hosts"),
    [
        ("Meet Vera Brun", "We are asking all pilots.\n\nMeet Vera Brun.", ["Vera Brun"], []),
        (
            "Open Wells founder Vera Brun on 'Tying Ropes'",
            "A talk on ropes by Open Wells founder Vera Brun.",
            ["Vera Brun"],
            [],
        ),
        (
            "This week on Quay TV",
            "This week's Quay TV discusses rope 2.0 with Wells Correspondent Vera Brun and host Omar Said.",
            ["Vera Brun"],
            ["Omar Said"],
        ),
        ("Remembering Vera Brun", "Vera Brun tied ropes all her life.", [], []),
    ],
)
def test_title_may_name_who_speaks(title, text, guests, hosts):
    found, asking = people(text, title)
    assert [one[0] for one in found] == guests
    assert asking == hosts


@pytest.mark.parametrize(
    ("title", "text", "person"),
    [
        (
            "Vera Brun: knots first",
            "“We tie,” said Vera Brun, a pilot at Open Wells.\n\n“We tie again,” Brun said.",
            ("Vera Brun", "pilot", "Open Wells"),
        ),
        (
            "Quays 2022: Vera Brun",
            "We talk with all who tie.\n\nMeet Vera Brun, a pilot.",
            ("Vera Brun", "pilot", None),
        ),
        (
            "Ropes for ports",
            "O'Wells Media's Omar Said interviewed Port Example Mayor Vera Brun this week.",
            ("Vera Brun", "Port Example Mayor", None),
        ),
        (
            "Rain Chief Vera Brun on Ropes",
            "Vera Brun ties ropes in this talk.",
            ("Vera Brun", "Rain Chief", None),
        ),
    ],
)
def test_who_is_in_the_title_needs_little_more(title, text, person):
    assert people(text, title)[0] == [person]


def test_two_who_are_named_together_share_the_quotations():
    text = (
        "Two new pilots, Vera Brun and Omar Said, came to the quay.\n\n“We tie,” said Vera Brun.\n\n“We "
        "tie again,” Brun said.\n\n“And we knot,” Brun added.\n\n“I float,” said Said.\n\n“So do I,” said "
        "Ida Lis."
    )
    assert [one[0] for one in people(text)[0]] == ["Vera Brun", "Omar Said"]


def test_relative_of_somebody_known_is_a_guest_of_her_own():
    text = (
        "Lara Bran, a pilot and poet, and Jan Kos’s sister-in-law Vera Malá accepted our invitation to the "
        "#Rain Chat. They talked to Omar Said, analyst at Open Wells."
    )
    assert people(text)[0] == [
        ("Lara Bran", "pilot and poet", None),
        ("Vera Malá", "Jan Kos’s sister-in-law", None),
    ]


@pytest.mark.parametrize(
    ("words", "role", "house"),
    [
        ("editor-in-chief of the Slovak daily QXY", "editor-in-chief", "QXY"),
        ("the director of the think tank Open Ropes", "director", "Open Ropes"),
        ("director of the NGO Quays.example", "director", "Quays.example"),
    ],
)
def test_house_told_by_its_kind_stands_before_the_name(words, role, house):
    text = f"In the new #Rain Chat, {words} Andrei Malá answered the questions of Omar Said, a reporter."
    assert people(text) == ([("Andrei Malá", role, house)], ["Omar Said"])


def test_house_told_by_its_kind_behind_a_name_is_nobody_else():
    text = "Vera Brun, editor of the weekly Open Wells Now, answered the questions of Omar Said, a reporter."
    assert [one[0] for one in people(text)[0]] == ["Vera Brun"]
