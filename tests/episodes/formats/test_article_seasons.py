"""Ways in which a series has introduced its guests over the years, each once."""

import pytest

from episodes.formats import article
from episodes.formats.article import roles

HEAD = "\n\nMay 3, 2022\n\n"
JOIN = "\n\nJoin our #Example Chat whenever you like."


def read(title, text):
    draft = article.parse(f"{title} #Example{HEAD}{text}")
    return [
        [(one.name, one.role, one.organisation, one.country) for one in side]
        for side in (draft.guests, draft.hosts)
    ]


@pytest.mark.parametrize(
    ("title", "text", "guests", "hosts"),
    [
        (
            "Vera Malá",
            "Rain will vote, says Wells activist and the leader of the political party Ten Ropes, Vera "
            f"Malá. The rest is silt.{JOIN}",
            [("Vera Malá", "Wells activist; leader", "Ten Ropes", None)],
            [],
        ),
        (
            "Vera Malá",
            f"Rain will vote, says young Czech rain activist, Vera Malá.{JOIN}",
            [("Vera Malá", "young rain activist", None, "Czech Republic")],
            [],
        ),
        (
            "Vera Malá",
            "Rain will vote, says Vera Malá, leading Czech opposition figure, journalist and long-time "
            f"colleague of Leo Lis.{JOIN}",
            [
                (
                    "Vera Malá",
                    "leading opposition figure, journalist and long-time colleague of Leo Lis",
                    None,
                    "Czech Republic",
                )
            ],
            [],
        ),
        (
            "Vera Malá",
            f"Rain will vote, says Vera Malá, Chairmain of Ten Ropes for Rain.{JOIN}",
            [("Vera Malá", "Chairmain", "Ten Ropes for Rain", None)],
            [],
        ),
        (
            "Rain in two towns",
            "We discussed rain and what it does to towns with Vera Malá and Leo Lis of the respected "
            f"think-tank Open Wells.{JOIN}",
            [("Vera Malá", None, "Open Wells", None), ("Leo Lis", None, "Open Wells", None)],
            [],
        ),
        (
            "Rain in exile",
            "Seventy years of rain have passed.\n\nVera Malá, the Speaker of the Wells Assembly in exile "
            f"since 2011, says that rain is owed. Jan Kos nods.{JOIN}",
            [("Vera Malá", "Speaker since 2011", "Wells Assembly in exile", None)],
            [],
        ),
        (
            "Is rain a remedy?",
            "“Is it?“\n\nVera Malá, Baroness Malá of The Wells, is a Scottish barrister. In our newest "
            "#Example Chat, we discuss the vote of May 6.",
            [("Vera Malá", "barrister", None, "Scotland")],
            [],
        ),
        (
            "Ropes wear plain clothes",
            "Lena Dlouhá interviewed Vera Malá, a Czech rope artist detained for her ropes on several "
            "occasions in the last years.",
            [
                (
                    "Vera Malá",
                    "rope artist detained for her ropes on several occasions in the last years",
                    None,
                    "Czech Republic",
                )
            ],
            [("Lena Dlouhá", None, None, None)],
        ),
        (
            "A rain of its own",
            "“It's dry”, says Vera Malá in this week’s #Example Chat. Ms. Malá, a Czech philosopher, "
            "professor at the Wells Global University, and RDC Member, joined Azerbaijani journalist "
            "and member of the Wells 10 Program Council Lena Dlouhá, to talk about rain.",
            [
                (
                    "Vera Malá",
                    "philosopher; professor; Member",
                    "Wells Global University; RDC",
                    "Czech Republic",
                )
            ],
            [
                (
                    "Lena Dlouhá",
                    "journalist and member of the Wells 10 Program Council",
                    "Wells 10 Program Council",
                    "Azerbaijan",
                )
            ],
        ),
        (
            "Vera Malá",
            "Watch the full interview with the Chairman of Million Ropes for Rain, Vera Malá here. "
            "According to Malá, rain pays.",
            [("Vera Malá", "Chairman", "Million Ropes for Rain", None)],
            [],
        ),
        (
            "The world has lost eight wells",
            "Vera Malá, one of the authors of the report, will be the guest of Leo Lis in our #Example "
            "Chat. Watch the interview on Thursday.",
            [("Vera Malá", "one of the authors of the report", None, None)],
            [("Leo Lis", None, None, None)],
        ),
        (
            "Czech journalist Vera Mala on rain",
            "Czech journalist Vera Malá talks about rain. Watch the interview led by the Azerbaijani "
            "journalist Lena Dlouhá here.",
            [("Vera Malá", "journalist", None, "Czech Republic")],
            [("Lena Dlouhá", "journalist", None, "Azerbaijan")],
        ),
        (
            "What lies behind rain?",
            "Political scientist Vera Malá uncovers the roots of rain in our #Example interview.",
            [("Vera Malá", "Political scientist", None, None)],
            [],
        ),
        (
            "Vera Malá: Rain means nothing",
            "“Rain never asks,” comments Vera Malá for #Example Chat, as she explains the sea. Vera is "
            "an independent journalist contributing to Quay TV, and the leading expert on silt.",
            [
                (
                    "Vera Malá",
                    "independent journalist contributing to Quay TV; leading expert on silt",
                    None,
                    None,
                )
            ],
            [],
        ),
        (
            "What do wells reveal?",
            "“They are deep,” says Vera Malá from W-Info about wells.\n\nThe project´s general "
            "coordinator Vera Malá talks in our #Example Chat about ropes.",
            [("Vera Malá", "general coordinator", "W-Info", None)],
            [],
        ),
        (
            "China, rain and ropes",
            "In this week’s #Example Chat, Vera Malá, Head of the Wells Centre for Rain and Indo-Pacific "
            "Affairs (WCR-IPA) at the Institute for Ropes (IR), Sweden, joined Leo Lis, analyst at Quay, a "
            "project of the Institute of Silt at Wells University in Prague, Czech Republic, to talk.",
            [
                (
                    "Vera Malá",
                    "Head",
                    "Wells Centre for Rain and Indo-Pacific Affairs (WCR-IPA) at the Institute for "
                    "Ropes (IR)",
                    "Sweden",
                )
            ],
            [("Leo Lis", "analyst", "Quay", "Czech Republic")],
        ),
    ],
)
def test_guest_and_host_of_each_season(title, text, guests, hosts):
    assert read(title, text) == [guests, hosts]


@pytest.mark.parametrize(
    ("words", "role", "house", "country"),
    [
        ("the founder and Chair of Rivers Today", "founder and Chair", "Rivers Today", None),
        (
            "the Head of Development of Rain Initiative for Wells based in Serbia",
            "Head of Development",
            "Rain Initiative for Wells",
            "Serbia",
        ),
        (
            "director of Campaign for Wells based in Washington D.C., U.S.",
            "director",
            "Campaign for Wells",
            "United States",
        ),
        (
            "member of the Wells 10 Rope Union, researcher, and journalist from Chile",
            "member of the Wells 10 Rope Union; researcher, and journalist",
            "Wells 10 Rope Union",
            "Chile",
        ),
        ("Chief Analyst of Quay News (", "Chief Analyst", "Quay News", None),
        ("head of the Directory of Wells", "head", "Directory of Wells", None),
    ],
)
def test_role_house_and_country_of_each_season(words, role, house, country):
    assert tuple(roles.split(words)) == (role, house, country)


def test_address_ends_the_life_before_the_next():
    guests, hosts = read(
        "Silt against markets",
        "In this week’s #Example Chat, Vera Malá and Jan Kos joined Leo Lis, a judge, to look at silt. "
        "Vera Malá is the Regional Director at the Center for Rain (CR) in Washington, D.C. Jan Kos is "
        "the founder of the Wells Collective, a Paris-based organization.",
    )
    assert guests == [
        ("Vera Malá", "Regional Director", "Center for Rain (CR)", "United States"),
        ("Jan Kos", "founder", "Wells Collective", None),
    ]
    assert [one[0] for one in hosts] == ["Leo Lis"]


def test_institute_that_bears_a_name_is_nobody():
    [guests, hosts] = read(
        "Rain", "In this #Example Chat, Vera Malá, a judge, joined us from the Institute Jan Kos."
    )
    assert [one[0] for one in guests] == ["Vera Malá"] and hosts == []


def test_title_may_end_with_the_name_of_the_chat():
    assert article.parse(f"Vera Malá #Example Chat{HEAD}Rain falls.").title == "Vera Malá"
