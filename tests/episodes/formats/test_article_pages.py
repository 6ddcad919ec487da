"""Pages of other houses: lists of speakers, lives, trails above a title."""

import pytest

from episodes.formats import article, documents

PROGRAMME = """\
News | Open Wells

Water day

Open Wells Podcast – May 3, 2022

Come early. It is free.

Agenda

{line}

12:00 Lunch

For questions, write to Ida Example.
"""


def people(draft):
    return [(one.name, one.role, one.organisation) for one in draft.guests], [
        one.name for one in draft.hosts
    ]


def test_trail_is_no_title_and_a_name_may_stand_before_the_day():
    draft = article.parse(PROGRAMME.format(line="11:00 Tea"))
    assert (draft.title, draft.closing_note) == ("Water day", "News | Open Wells")
    assert draft.as_dict()["publication_date"] == "2022-05-03"
    assert article.parse("News | Wells\n\nMay 3, 2022\n\nIt rained.").title == "News | Wells"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("June 8, 2022 at 2:00 PM ET", "2022-06-08"),
        ("Wednesday, June 8, 2022, 2:00 – 3:00 p.m. (ET)", "2022-06-08"),
        ("Wednesday, June 8, 2022 – 2:00 PM EDT", "2022-06-08"),
        ("When: June 8, 2022", "2022-06-08"),
    ],
)
def test_day_stands_before_the_hour(written, expected):
    draft = article.parse(f"Water\n\n{written}\n\n{'It is so. ' * 20}")
    assert draft.as_dict()["publication_date"] == expected


@pytest.mark.parametrize(
    ("intro", "guests", "hosts"),
    [
        ("Water is discussed on May 10. Panelists include:", ["Vera Malá", "Omar bin Said"], []),
        ("Our speakers will be:", ["Vera Malá", "Omar bin Said"], []),
        ("The moderators are:", [], ["Vera Malá", "Omar bin Said"]),
        ("Books of the season:", [], []),
    ],
)
def test_list_is_announced_by_a_sentence(intro, guests, hosts):
    listed = "• Vera Malá, a judge\n• Captain Omar bin Said (Coast Service)"
    draft = article.parse(f"Water\n\nMay 3, 2022\n\nIt rained.\n\n{intro}\n\n{listed}")
    assert [one.name for one in draft.guests] == guests
    assert [one.name for one in draft.hosts] == hosts


def test_lives_below_a_heading_need_no_bold_letters():
    draft = article.parse(
        "Water\n\nMay 3, 2022\n\nIt rained. " + "It is so. " * 9 + "\n\nAbout the presenters\n\n"
        "Vera Malá leads the rain team at the Office of Wells. She has a dog.\n\nAda Example wept.\n\n"
        "Your host\n\nOmar bin Said, Rain Manager, Open Wells\n\nThe talk is recorded. It is free."
    )
    assert people(draft) == (
        [("Vera Malá", "lead of the rain team", "Office of Wells")],
        ["Omar bin Said"],
    )


@pytest.mark.parametrize(
    "lines",
    [
        "Vera Malá\n\nRain Manager, Open Wells\n\nVera has dug wells in three towns. She has a dog.",
        "• Vera Malá (speaker), Rain Manager, Open Wells",
        "Vera Malá, Rain Manager, Open Wells\n\nVera has dug wells in three towns. She has a dog.",
    ],
)
def test_speaker_has_lines_of_her_own(lines):
    rain = "It is so. " * 9
    draft = article.parse(
        f"Water\n\nMay 3, 2022\n\nIt rained. {rain}\n\nSpeakers\n\n{lines}\n\n"
        "Omar bin Said (moderator), director of Open Lakes"
    )
    assert people(draft) == ([("Vera Malá", "Rain Manager", "Open Wells")], ["Omar bin Said"])


def test_facts_of_an_event_are_no_headings():
    body = f"Time: 1:00 – 2:00 PM\n\nHosted by Vera Malá and Omar bin Said\n\n{'It is so. ' * 20}"
    draft = article.parse(f"Water\n\nMay 3, 2022\n\n{body}")
    assert draft.headings == ()
    assert [one.name for one in draft.hosts] == ["Vera Malá", "Omar bin Said"]


@pytest.mark.parametrize(
    ("sentence", "guests", "hosts"),
    [
        (
            "Our speakers, Vera Malá (Open Wells) and Leo Lis (Open Lakes), met. Thanks to Ida Horn, "
            "our moderator, and to Ada Example, who drew it.",
            [("Vera Malá", None, "Open Wells"), ("Leo Lis", None, "Open Lakes")],
            ["Ida Horn"],
        ),
        (
            "Today, judge Vera Malá joined us. The talk was moderated by Radio Wells’ Ida Horn.",
            [("Vera Malá", "judge", None)],
            ["Ida Horn"],
        ),
    ],
)
def test_moderator_is_named_by_the_way(sentence, guests, hosts):
    assert people(article.parse(f"Water\n\nMay 3, 2022\n\n{sentence}")) == (guests, hosts)


def test_author_of_a_page_is_no_guest():
    end = "Vera Malá is a writer at the Office of Wells. She has two goats."
    draft = article.parse(
        f"Water\n\nBy Vera Malá and Omar bin Said\n\nMay 3, 2022\n\nIt rained. It is so.\n\n{end}"
    )
    assert (draft.guests, draft.hosts, draft.headings) == ((), (), ())
    assert draft.lead == "It rained. It is so."
    assert draft.closing_note == "By Vera Malá and Omar bin Said"


RECAP = """\
What we heard at the rain summit

May 3, 2022

Chief Records Officer Vera Malá opened the summit. Then Omar bin Said, an analyst at Open Wells,
walked attendees through the flood.

Leo Lis, director of Open Lakes, moderated a panel with poet Ida Horn (Museum of Rain).

It ended with a greeting by Ada Example.
"""


def test_report_of_an_event_tells_who_took_the_floor():
    draft = article.parse(RECAP)
    assert [one.name for one in draft.guests] == ["Vera Malá", "Omar bin Said", "Ida Horn"]
    assert [one.name for one in draft.hosts] == ["Leo Lis"]


@pytest.mark.parametrize(
    ("sentence", "guests", "hosts"),
    [
        (
            "Minister of Ports Vera Malá will deliver the opening address. Speakers are Leo Lis, a poet, "
            "and Ida Horn, a judge.",
            ["Vera Malá", "Leo Lis", "Ida Horn"],
            [],
        ),
        (
            "The bureau invites you to a discussion with Vera Malá, the author of Rain, and Leo Lis, a "
            "judge, about water.",
            ["Vera Malá", "Leo Lis"],
            [],
        ),
        (
            "Today’s guests, Vera Malá, a judge, and Leo Lis, a poet, spoke with Ida Horn, an adviser at "
            "Open Wells.",
            ["Vera Malá", "Leo Lis"],
            ["Ida Horn"],
        ),
    ],
)
def test_event_is_announced_in_many_words(sentence, guests, hosts):
    draft = article.parse(f"#31 – Water\n\nMay 3, 2022\n\n{sentence}")
    assert [one.name for one in draft.guests] == guests
    assert [one.name for one in draft.hosts] == hosts
    assert draft.title == "#31 – Water"


@pytest.mark.parametrize(
    ("sentence", "guests", "hosts"),
    [
        (
            "This event features an interview with Vera Malá, who leads the Rain Program at the Office of "
            "Wells, and a demonstration by Leo Lis, a designer.",
            [
                ("Vera Malá", "lead of the Rain Program", "Office of Wells"),
                ("Leo Lis", "designer", None),
            ],
            [],
        ),
        (
            "The centre is pleased to welcome Professor Vera Malá of Wells University. The evening will be "
            "chaired by the Dean, Dr. Ida Horn.",
            [("Vera Malá", "Professor", "Wells University")],
            ["Ida Horn"],
        ),
        (
            "When the bureau hired Vera Malá, it rained. We asked Malá, now its Director of Training, why.",
            [("Vera Malá", "Director of Training", None)],
            [],
        ),
        (
            "The debate is followed by a discussion with Dr Vera Malá (Department of Wells) and PhD "
            "student Leo Lis.",
            [("Vera Malá", None, "Department of Wells"), ("Leo Lis", "PhD student", None)],
            [],
        ),
        (
            "Your moderator for this session: Ida Horn, Rain Lead\n\nGuest: Lt. Cmdr. Vera Malá, Rain Corps",
            [("Vera Malá", "Lt. Cmdr", "Rain Corps")],
            ["Ida Horn"],
        ),
    ],
)
def test_page_says_what_somebody_gives(sentence, guests, hosts):
    text = f"Water\n\nMay 3, 2022\n\nIt rained. It is so. It was so.\n\n{sentence}"
    assert people(article.parse(text)) == (guests, hosts)


def test_section_says_who_moderates():
    draft = article.parse(
        "Water\n\nMay 3, 2022\n\nIt rained. It is so. It was so.\n\nSpeakers\n\n• Vera Malá, a judge\n\n"
        "Moderated by\n\nIda Horn, Circle of Wells\n\nIt is free and open to everybody who likes rain."
    )
    assert people(draft) == ([("Vera Malá", "judge", None)], ["Ida Horn"])


def test_only_the_last_clause_tells_who_moderates():
    draft = article.parse(
        "Water\n\nMay 3, 2022\n\nThe library will stream a conversation between poet Vera Malá and Judge "
        "Omar bin Said on Thursday. Clerk Leo Lis will open it, and Ida Horn, an editor, will moderate."
    )
    assert people(draft) == (
        [("Vera Malá", "poet", None), ("Omar bin Said", "Judge", None)],
        ["Ida Horn"],
    )


EVENT = """\
Wells for Towns

June 10, 2020

Come and see how a town digs a well that stays.

{lines}

Related Links

- The well digger's handbook
- Rain Process Automation

This talk is presented by the Digital Wells and User Experience Teams.
"""


@pytest.mark.parametrize(
    ("lines", "guests", "hosts"),
    [
        (
            "Moderator: Ida Brun, Rain Office\n\nPanelist #1: Jan Lis, House of Wells\n"
            "Jan K. Lis serves as the Chief of Pumps at the House of Wells.\n\n"
            "Panelist #2: Vera Malá, House of Rain\nVera Malá is a painter of wells.",
            ["Jan Lis", "Vera Malá"],
            ["Ida Brun"],
        ),
        (
            "Presenters:\n\nJan Lis began his career in 2007 as a digger.\n\nOutside of work, Jan’s interest "
            "is rain.\n\nVera Malá made her first well in 1997.\n\nIda Brun has provided water to towns.",
            ["Jan Lis", "Vera Malá", "Ida Brun"],
            [],
        ),
        (
            "Speakers\n\nIda A F Brun is a digger at the Rain Office.\n\nDig A Well for every town.",
            ["Ida A F Brun"],
            [],
        ),
        (
            "Presenter:\n\nMajor Vera M. Malá is the Chief of Pumps at the School of Rain.",
            ["Vera M. Malá"],
            [],
        ),
        (
            "Presenters:\n\n- Ida Brun - Rain Office\n- Maj Jan Lis - House of Wells",
            ["Ida Brun", "Jan Lis"],
            [],
        ),
        (
            "The Rain Office is hosting a conversation to help towns.\n\n"
            "Vera Malá, the Executive Director for the House of Rain, will start off with an overview.",
            ["Vera Malá"],
            [],
        ),
    ],
)
def test_page_of_an_event_names_its_people_and_nobody_else(lines, guests, hosts):
    draft = article.parse(documents.read(EVENT.format(lines=lines).encode(), "event.txt"))
    assert ([one.name for one in draft.guests], [one.name for one in draft.hosts]) == (
        guests,
        hosts,
    )


def test_role_behind_a_comma_and_a_verb_is_the_role():
    lines = (
        "About the Presenter\n\nDr. Vera Malá, is a technical adviser in the House of Rain.\n\n"
        "Ida Brun leads the Pump Group in the Center for Wells at the U.S. Rain Bureau."
    )
    draft = article.parse(documents.read(EVENT.format(lines=lines).encode(), "event.txt"))
    assert people(draft) == (
        [
            ("Vera Malá", "technical adviser", "House of Rain"),
            ("Ida Brun", "lead of the Pump Group", "Center for Wells at the U.S. Rain Bureau"),
        ],
        [],
    )


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("🎤 Vera Brun is the director of Open Wells.", ("Vera Brun", "director", "Open Wells")),
        (":anchor: Vera Brun manages the ropes of Open Wells.", ("Vera Brun", None, None)),
        ("Vera Brun (she/her), Director, Open Wells", ("Vera Brun", "Director", "Open Wells")),
        (
            "At the Quay Lab, Dr. Vera Brun serves as team lead for ropes.",
            ("Vera Brun", "team lead for ropes", "the Quay Lab"),
        ),
        ("Vera Press — Rope Designer, Open Wells", ("Vera Press", "Rope Designer", "Open Wells")),
    ],
)
def test_line_below_speakers_may_begin_otherwise(line, told):
    text = f"Water day\n\nMay 3, 2022\n\nCome early, all of you.\n\nSpeakers\n\n{line}\n\nJan Malý is a poet."
    guests, _hosts = people(article.parse(text))
    assert guests[0][0] == told[0]
    assert told[1] is None or guests[0] == told
    assert len(guests) == 2


@pytest.mark.parametrize("line", ["Open Press — Lakes and ropes", "Quay House — a home"])
def test_house_below_speakers_is_nobody(line):
    text = (
        f"Water day\n\nMay 3, 2022\n\nCome early.\n\nSpeakers\n\n  • {line}\n\n  • Jan Malý – Poet"
    )
    assert [one[0] for one in people(article.parse(text))[0]] == ["Jan Malý"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "Vera Brun and Petr van Lis, Rope Outreach Team, Open Wells",
            [("Vera Brun", None, "Rope Outreach Team, Open Wells")] * 2,
        ),
        (
            "Vera Brun and Petr van Lis are rope designers at Open Wells.",
            [("", "rope designer", "Open Wells")] * 2,
        ),
        (
            "Will Brun provides ropes to all, and Will’s quays have been praised.",
            [("Will Brun", None, None)],
        ),
    ],
)
def test_line_below_speakers_may_name_two_or_somebody_called_will(line, told):
    text = f"Water day\n\nMay 3, 2022\n\nCome early, all.\n\nPresenters\n\n{line}\n\nJan Malý is a poet"
    guests, _hosts = people(article.parse(text))
    assert guests[-1][0] == "Jan Malý"
    assert [one[1:] for one in guests[:-1]] == [one[1:] for one in told]
