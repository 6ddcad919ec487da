"""People of an article: nicknames, clergy, lives without a heading, who is a guest and who is not."""

import pytest

from episodes.formats import article, documents

LIVES = """# Ink that remembers

June 21, 2022

Join us for an evening on letters and paper.

**Dana Kolář-Lis** is the keeper of letters at the Moravian House of Paper. She wrote of Ada Example.

**Abdul-Karim Nazari** is a cartographer with Maps Without Borders.

The evening will be moderated by **Eduard Krečmar**, editor of the monthly Obzor."""


def read(people):
    draft = article.parse(
        f"Water #Example\n\nMay 3, 2022\n\nIn this week’s #Example Chat, {people} joined us to "
        "discuss water."
    )
    assert draft.hosts == ()
    return draft.guests


def facts(people):
    return [(one.name, one.honorific, one.role, one.organisation, one.country) for one in people]


@pytest.mark.parametrize(
    "name", ["William “Bill” Browne", 'William "Bill" Browne', "Aleksandr (Sasha) Petrov"]
)
def test_nickname_belongs_to_its_name(name):
    for people in (
        f"{name}, founder of Clean Rivers, and Ida Nová, a poet,",
        f"Ida Nová, a poet, and {name}, founder of Clean Rivers,",
    ):
        draft = article.parse(
            f"Water #Example\n\nMay 3, 2022\n\nIn this week’s #Example Chat, {people} joined us."
        )
        found = {one.name: (one.role, one.organisation) for one in draft.guests}
        assert found == {name: ("founder", "Clean Rivers"), "Ida Nová": ("poet", None)}
        assert draft.quotes == ()


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (
            "Rabbi Menachem Adler, Chairman of the Wells Council,",
            ("Menachem Adler", "Rabbi", "Chairman", "Wells Council", None),
        ),
        (
            "Imam Yusuf bin Idris, a poet from Jordan,",
            ("Yusuf bin Idris", "Imam", "poet", None, "Jordan"),
        ),
        ("Father Tomáš Lis, a priest,", ("Tomáš Lis", "Fr.", "priest", None, None)),
        (
            "Sister Anna Wrona, director of Casa Speranza,",
            ("Anna Wrona", "Sister", "director", "Casa Speranza", None),
        ),
        (
            "Bishop Václav Lis, a theologian,",
            ("Václav Lis", "Bishop", "theologian", None, None),
        ),
        (
            "Pinchas Gold, former Chief Rabbi of Moscow,",
            ("Pinchas Gold", None, "former Chief Rabbi of Moscow", None, None),
        ),
        (
            "former Ambassador Jane Doe",
            ("Jane Doe", None, "former Ambassador", None, None),
        ),
    ],
)
def test_clergy_is_addressed_and_an_office_of_the_past_is_a_role(people, expected):
    assert facts(read(people)) == [expected]


def test_lives_that_begin_with_bold_names_are_the_guests():
    draft = article.parse(documents.read(LIVES.encode(), "ink.md"))
    assert [(one.name, one.role, one.organisation) for one in draft.guests] == [
        ("Dana Kolář-Lis", "keeper of letters", "Moravian House of Paper"),
        ("Abdul-Karim Nazari", "cartographer", "Maps Without Borders"),
    ]
    assert [(one.name, one.organisation) for one in draft.hosts] == [("Eduard Krečmar", "Obzor")]


def test_one_life_told_without_bold_letters_makes_no_guest():
    text = LIVES.replace("**Abdul-Karim Nazari** is", "Mr. Nazari is").replace("**", "")
    assert article.parse(text).guests == ()


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("VIENNA, 14 September 2021 – The Wells Institute published a conversation.", "2021-09-14"),
        ("Posted on March 8th, 2023 by the editors", "2023-03-08"),
    ],
)
def test_day_stands_in_the_dateline_or_before_the_author(first, expected):
    draft = article.parse(f"Water\n\n{first}\n\nIt rained. {'It is so. ' * 20}")
    assert draft.as_dict()["publication_date"] == expected


def article_of(lead, title="Water #Example", date="May 3, 2022"):
    return article.parse("\n\n".join((title, date, lead)))


def test_names_with_articles_and_conjunctions_are_whole():
    people = (
        "Annelies van 't Hoff, a judge, Ferran Puig i Soler, a poet, Elisabeth “Lisl” von Berg, a "
        "baker, and Matthias Freiherr von und zu Thal, a farmer,"
    )
    assert [(one.name, one.role) for one in read(people)] == [
        ("Annelies van 't Hoff", "judge"),
        ("Ferran Puig i Soler", "poet"),
        ("Elisabeth “Lisl” von Berg", "baker"),
        ("Matthias Freiherr von und zu Thal", "farmer"),
    ]


def test_title_that_is_a_name_has_no_other_guest():
    draft = article_of(
        "A well is a promise, says Wu Jie-min, research fellow at the Institute of Water and our "
        "next guest. In the past weeks, we talked to Ada Example and Petr Lis.",
        title="Wu Jie-min #Example",
    )
    assert [(one.name, one.organisation) for one in draft.guests] == [
        ("Wu Jie-min", "Institute of Water")
    ]


def test_guests_of_other_episodes_are_nobodys_guests():
    lead = "In our previous episodes, we talked to Ada Example, a poet, and Petr Lis, a judge."
    assert article_of(lead).guests == ()


@pytest.mark.parametrize(
    "title", ["Wells: a conversation with Ida Nová", "Three questions for Ida Nová"]
)
def test_title_says_who_is_asked(title):
    draft = article_of("When Ida Nová opens the door, it rains. She smiles.", title=title)
    assert [one.name for one in draft.guests] == ["Ida Nová"]


def test_people_are_found_on_the_lines_of_a_panel():
    draft = article.parse(
        "Evening panel\n\n12 July 2023\n\nTopic: Who owns water?\n\nPanel:\n• Mayor Lea Král-Petrović "
        "(Novi Sad)\n• Deputy Mayor Ferran Puig, City of Wells\n\nChair: Jakub Horn, Wells Institute\n"
    )
    assert [(one.name, one.role, one.organisation) for one in draft.guests] == [
        ("Lea Král-Petrović", "Mayor", "Novi Sad"),
        ("Ferran Puig", "Deputy Mayor", "City of Wells"),
    ]
    assert [one.name for one in draft.hosts] == ["Jakub Horn"]


def test_kind_of_a_text_is_not_its_title():
    draft = article.parse("PRESS RELEASE\n\nWells open\n\nMay 3, 2022\n\n" + "It is so. " * 20)
    assert (draft.title, draft.closing_note) == ("Wells open", "PRESS RELEASE")


def test_borrowed_word_is_no_quote():
    draft = article_of(
        "Ida Nová, a judge, joined us. Ms. Nová spoke of the “wellisation” of towns."
    )
    assert draft.quotes == ()


def test_person_in_a_role_is_no_house():
    [guest] = read("Ida Nová, lawyer of the family of Ada Example and founder of the Bench Fund,")
    assert guest.role == "lawyer of the family of Ada Example; founder"
    assert guest.organisation == "Bench Fund"


def test_bold_names_with_their_roles_are_the_guests_but_not_under_books():
    text = """# Small data

May 3, 2022

In this hour, you will meet two people.

### Counting bees

**Inge Müller-Lis**, Entomologist, Pollinator Office

### Counting books

**Desmond Brun Jr.**, Head Librarian, Wells Library

### Further reading

**Karl Lis**, biologist, The Bee Book
"""
    draft = article.parse(documents.read(text.encode(), "small.md"))
    assert [(one.name, one.organisation) for one in draft.guests] == [
        ("Inge Müller-Lis", "Pollinator Office"),
        ("Desmond Brun Jr.", "Wells Library"),
    ]


def test_label_of_one_person_names_one():
    draft = article.parse(
        "Wells\n\n4 October 2022\n\nGuest: Ida Malá, a clerk, Open Wells\n\nInterviewer: Thomas Lis, Wells "
        "Observer\n\nThey met. " + "It is so. " * 20
    )
    assert [(one.name, one.organisation) for one in draft.guests] == [("Ida Malá", "Open Wells")]
    assert [(one.name, one.organisation) for one in draft.hosts] == [
        ("Thomas Lis", "Wells Observer")
    ]


EVENT_PAGE = """# Data for everyone

May 3, 2022

Every number has a story. **Nadia Lis** (Census Office) and **Gil Brun** (Data Lab) will tell four.

They wrote *Bar Charts* with a foreword by Hans Example.

Moderator: **Hye-jin Park**, Data Community Manager
"""
SPEAKERS = """# Web for everyone

May 3, 2022

Andrew Lis, director of Wells Online, will talk with Charlotte Brun, a tester at the Wells Bureau.

## About the speakers

**Andrew Lis** leads Wells Online. Previously, he served under Ada Example.

**Charlotte Brun** has been with the bureau since 2010.
"""


def test_event_page_announces_its_guests():
    draft = article.parse(documents.read(EVENT_PAGE.encode(), "data.md"))
    assert [(one.name, one.organisation) for one in draft.guests] == [
        ("Nadia Lis", "Census Office"),
        ("Gil Brun", "Data Lab"),
    ]
    assert [one.name for one in draft.hosts] == ["Hye-jin Park"]


def test_list_of_speakers_decides_who_is_a_guest():
    draft = article.parse(documents.read(SPEAKERS.encode(), "web.md"))
    assert {(one.name, one.role) for one in draft.guests} == {
        ("Andrew Lis", "director"),
        ("Charlotte Brun", "tester"),
    }
    assert draft.hosts == ()


@pytest.mark.parametrize(
    ("lead", "guests", "hosts"),
    [
        (
            "On July 15, Wells University hosted Rachel Lis, co-chair of the River Community, and Bill "
            "Brun, a manager, for a webinar on happiness.",
            ["Rachel Lis", "Bill Brun"],
            [],
        ),
        (
            "Colleen Lis, a designer at the Digital Corps, worked in three states. She is joined by "
            "Officer Raul Brun of the Border Office. Jean Malá, co-lead of the community, will moderate.",
            ["Colleen Lis", "Raul Brun"],
            ["Jean Malá"],
        ),
        ("Secretary Ida Lis, head of Wells, announced a plan for the Dr. Brun Centre.", [], []),
    ],
)
def test_other_houses_bring_people_together_in_their_own_words(lead, guests, hosts):
    draft = article_of(lead)
    assert [one.name for one in draft.guests] == guests
    assert [one.name for one in draft.hosts] == hosts
