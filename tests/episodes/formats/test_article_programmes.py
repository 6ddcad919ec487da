"""Programmes on pages of other houses: hours, tables, sessions with their speakers."""

import pytest

from episodes.formats import article, documents

from .test_article_pages import PROGRAMME, people

TABLE = """# Water day

May 3, 2022

## Program

| Time | Session | Speaker |
|---|---|---|
| 10:00 | Welcome | Vera Malá, Rain Chair |
| 10:15 | Ada Example | Judge Omar bin Said, Court of Wells |
"""


@pytest.mark.parametrize(
    ("line", "guests", "hosts"),
    [
        (
            "9:00 – 9:15 Welcome: Vera Malá, Rain Chief, Office of Wells",
            [("Vera Malá", "Rain Chief", "Office of Wells")],
            [],
        ),
        (
            "9:15 Keynote: “The well that sank” – Vera Malá, Senior Engineer, Office of Wells",
            [("Vera Malá", "Senior Engineer", "Office of Wells")],
            [],
        ),
        (
            "10:00 – Panel: Who owns water? With Vera Malá, a judge, and Omar bin Said, director of "
            "Open Wells. Moderated by Eva Lis, editor of Vrana",
            [("Vera Malá", "judge", None), ("Omar bin Said", "director", "Open Wells")],
            ["Eva Lis"],
        ),
        ("2 p.m. – Opening remarks: Vera Malá", [("Vera Malá", None, None)], []),
        ("11:00 – Film: Vera Malá", [], []),
        ("11:00 – What Vera Malá found out about wells", [], []),
    ],
)
def test_programme_tells_who_takes_part(line, guests, hosts):
    draft = article.parse(PROGRAMME.format(line=line))
    assert people(draft) == (guests, hosts)
    assert draft.headings == ("Agenda",)


def test_chapters_of_a_video_are_no_programme():
    text = (
        "Water\n\nMay 3, 2022\n\nIt rained.\n\n00:00 – Intro\n\n12:30 – Ada Example, a poet of bees"
    )
    assert article.parse(text).guests == ()


def test_programme_may_be_a_table():
    draft = article.parse(documents.read(TABLE.encode(), "water.md"))
    guests = [("Vera Malá", "Rain Chair", None), ("Omar bin Said", "Judge", "Court of Wells")]
    assert people(draft) == (guests, [])


def test_agenda_may_be_a_list_without_hours():
    items = "Welcome – Vera Malá, Rain Lead\n• Clouds: all of them – Omar bin Said, Wells Team\n• Questions"
    draft = article.parse(f"Water\n\nMay 3, 2022\n\nIt rained. It is so.\n\nAgenda:\n\n• {items}")
    guests = [("Vera Malá", "Rain Lead", None), ("Omar bin Said", None, "Wells Team")]
    assert people(draft) == (guests, [])


def test_speakers_of_a_session_may_be_announced_more_than_once():
    heard = "In this session you will hear from the following speakers:"
    text = (
        f"# Quay summit\n\nJune 10, 2020\n\n## First\n\n{heard}\n\n* Vera Malá, Rain Veterans Office, Wells\n"
        f"* Leo Lis, Open Lakes\n\n## Second\n\n{heard}\n\n* Ida Brun, Office of Special Counsel\n"
    )
    draft = article.parse(documents.read(text.encode(), "quay.md"))
    assert people(draft) == (
        [
            ("Vera Malá", None, "Rain Veterans Office, Wells"),
            ("Leo Lis", None, "Open Lakes"),
            ("Ida Brun", None, "Office of Special Counsel"),
        ],
        [],
    )
    assert draft.takeaways == ()


@pytest.mark.parametrize(
    ("line", "guests"),
    [
        (
            "10:00 am - 11:00 am: Rope Opportunities – What they are Speakers: Vera Malá, Rain; Leo Lis and "
            "Ida Brun, OW; Jan Novak, HW",
            [("Vera Malá", None, "Rain"), ("Leo Lis", None, "OW"), ("Ida Brun", None, "OW"),
             ("Jan Novak", None, "HW")],
        ),
        ("10:00 am - 11:00 am: Rope Opportunities – What they are", []),
    ],
)  # fmt: skip
def test_entry_of_a_programme_may_list_its_speakers(line, guests):
    draft = article.parse(PROGRAMME.format(line=line))
    assert people(draft) == (guests, [])


def test_list_may_tell_what_each_will_talk_about():
    text = (
        "Quay summit\n\nJune 10, 2020\n\nThe summit is near. It includes:\n\n"
        "  • Vera Malá, Rain Chief of Wells, talking about ropes\n"
        "  • Leo Lis, Data Officer at Open Lakes, moderating a panel on boats\n"
    )
    guests = [("Vera Malá", "Rain Chief", "Wells")]
    assert people(article.parse(text)) == (guests, ["Leo Lis"])


def test_moderators_and_speakers_above_a_day_are_no_episodes():
    session = (
        "Moderator: {0}\n\nSpeakers: {1}, Leo Lis\n\nWhen: May {2}, 2018, 10:30 - 11:45\n\n"
        + ("It is so. " * 20)
    )
    first, second = (
        session.format("Ida Brun", "Vera Malá", 3),
        session.format("Jan Novak", "Eva Lis", 4),
    )
    draft = article.parse(f"Quays at the summit\n\nMay 1, 2018\n\n{first}\n\n{second}")
    assert [one.name for one in draft.guests] == ["Vera Malá", "Leo Lis", "Eva Lis"]
    assert [one.name for one in draft.hosts] == ["Ida Brun", "Jan Novak"]


HOURS = """# Water day

May 3, 2022

## 9:00 am - 9:10 am<br />Opening Remarks: Chief Rain Officer, Ida Nová, Office of Wells

## 9:10 am - 9:40 am<br />Building for People With Quiet Ropes (And All Others)

In this session you will hear from the following speaker:

* **Vera Malá** — Rain Designer, Open Wells
"""


def test_hours_as_headings_name_who_opens_and_no_people_with_something():
    guests, _hosts = people(article.parse(documents.read(HOURS.encode(), "water.md")))
    assert guests == [
        ("Ida Nová", "Chief Rain Officer", "Office of Wells"),
        ("Vera Malá", "Rain Designer", "Open Wells"),
    ]


def test_two_of_one_house_below_a_point_of_the_programme():
    text = (
        "Water day\n\nMay 3, 2022\n\nCome early.\n\nAgenda\n\n  • Welcome (livestreamed)\n\n  • Ida Nová and "
        "Vera Malá, QC Office\n\n  • Ropes Rising and Quiet Rivers, An Evening\n\n  • Free time\n\nCome."
    )
    guests, _hosts = people(article.parse(text))
    assert guests == [("Ida Nová", None, "QC Office"), ("Vera Malá", None, "QC Office")]


@pytest.mark.parametrize(
    ("line", "guests"),
    [
        (
            "1:00 to 1:15 “Ropes at night” - Rope Office (Ida C. Nová)",
            [("Ida C. Nová", None, "Rope Office")],
        ),
        (
            '1:30 to 2:15 "Using ropes" Office of Ports, Quay Service (Ida Nová, Jan Turner, and Eva Lis)',
            [
                (name, None, "Office of Ports, Quay Service")
                for name in ("Ida Nová", "Jan Turner", "Eva Lis")
            ],
        ),
        (
            "2:00 - 2:45 pm — Knots that hold with Mr. J.R. Nový, Rope Lead, Quay Command",
            [("J.R. Nový", "Rope Lead", "Quay Command")],
        ),
        ("2:00 - 2:45 pm — Lunch (Rose Garden)", []),
    ],
)
def test_programme_names_people_in_brackets_and_by_initials(line, guests):
    text = f"Water day\n\nMay 3, 2022\n\nCome.\n\nAgenda\n\n  • 12:30 - 1:00 pm Tea\n\n  • {line}\n\nCome."
    draft = article.parse(text)
    assert people(draft)[0] == guests
    assert all(one.as_written is None or one.role for one in draft.guests)
