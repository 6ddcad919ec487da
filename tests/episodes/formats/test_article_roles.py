"""Roles in later prose and in clauses, each with its house and country."""

import pytest

from episodes.formats import article


def guest(lead, later=""):
    text = f"Water #Example\n\nMay 3, 2022\n\nIn this week’s #Example Chat, {lead}\n\n{later}"
    [found] = article.parse(text.strip()).guests
    return found.role, found.organisation, found.country


@pytest.mark.parametrize(
    "later",
    [
        "Malá-Lis, who chairs the Committee on Rivers and Lakes of the Assembly, smiled.",
        "Ms. Malá-Lis, the chair of the Committee on Rivers and Lakes of the Assembly, smiled.",
        "Malá-Lis is the chair of the Committee on Rivers and Lakes of the Assembly.",
        "Vera Malá-Lis chairs the Committee on Rivers and Lakes of the Assembly.",
    ],
)
def test_role_is_told_later(later):
    role, house, _country = guest("Vera Malá-Lis joined us to discuss water.", later)
    assert (role, house) == ("chair of the Committee on Rivers and Lakes", "Assembly")


@pytest.mark.parametrize(
    "later",
    [
        "Malá is afraid of the judge.",
        "Malá chairs this debate.",
        "The judge, Ada Example, smiled. Malá smiled, too.",
        "Jan Malá, a judge, smiled.",
    ],
)
def test_what_is_no_role_leaves_it_empty(later):
    assert guest("Vera Malá joined us to discuss water.", later) == (None, None, None)


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (
            "Vera Malá, who heads the Rain Unit at the University of Wells,",
            ("head of the Rain Unit", "University of Wells", None),
        ),
        (
            "judge Vera Malá, who also directs the Wells Institute,",
            ("judge; director", "Wells Institute", None),
        ),
        (
            "Vera Malá, director of the Nairobi-based Centre for Rain,",
            ("director", "Centre for Rain", "Kenya"),
        ),
        (
            "Vera Malá, Kenyan lawyer and former rapporteur of the National Assembly,",
            ("lawyer; former rapporteur", "National Assembly", "Kenya"),
        ),
        (
            "Vera Malá, commissioner of the US Commission on Rain,",
            ("commissioner", "US Commission on Rain", None),
        ),
        (
            "Vera Malá, Chair of the Liberal Group in the Riksdag,",
            ("Chair of the Liberal Group", "Riksdag", None),
        ),
        (
            "Vera Malá, an editor of the weekly Vrana and host of its podcast,",
            ("editor; host of its podcast", "Vrana", None),
        ),
        (
            "Vera Malá, Director of Customer Experience (CX), Office of Wells,",
            ("Director of Customer Experience (CX)", "Office of Wells", None),
        ),
        ("Vera Malá, leader of the #OpenWells movement,", ("leader", "#OpenWells movement", None)),
        (
            "Vera Malá, the United Kingdom’s former Permanent Representative to the OSCE,",
            ("former Permanent Representative to the OSCE", None, "United Kingdom"),
        ),
        (
            "the economist Vera Malá, a former adviser to the Ministry of Rain,",
            ("economist; former adviser to the Ministry of Rain", None, None),
        ),
        (
            "Vera Malá (South Africa), Executive Secretary of the Network for Rain,",
            ("Executive Secretary", "Network for Rain", "South Africa"),
        ),
        ("Vera Malá, Ph.D., Rain Manager at Open Wells,", ("Rain Manager", "Open Wells", None)),
        (
            "Vera Malá, Director of Facilities for the City of Wells,",
            ("Director of Facilities", "City of Wells", None),
        ),
        (
            "Vera Malá, spokesperson of the General Strike Committee,",
            ("spokesperson", "General Strike Committee", None),
        ),
        (
            "Vera Malá, Asia analyst of the Wells for All organization,",
            ("Asia analyst", "Wells for All organization", None),
        ),
        (
            "Vera Malá, former chief negotiator of Serbia with the EU,",
            ("former chief negotiator with the EU", None, "Serbia"),
        ),
        ("Minister of Ports Vera Malá", ("Minister of Ports", None, None)),
        ("Chief Records Officer Vera Malá", ("Chief Records Officer", None, None)),
        ("Ambassador Vera Malá", ("Ambassador", None, None)),
        ("Amb. Vera Malá", (None, None, None)),
    ],
)
def test_clause_and_office_are_the_role(people, expected):
    assert guest(f"{people} joined us to discuss water.") == expected
