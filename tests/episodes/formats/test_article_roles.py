"""Roles in later prose and in clauses, each with its house and country."""

import pytest

from episodes.formats import article
from episodes.formats.article import roles

from .test_article_people import article_of, facts, read


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


@pytest.mark.parametrize(
    ("people", "names", "role", "organisation"),
    [
        (
            "Ida Nová, Petr Lis and Omar bin Said, members of the River Council,",
            ["Ida Nová", "Petr Lis", "Omar bin Said"],
            "member of the River Council",
            "River Council",
        ),
        (
            "Ida Nová and Petr Lis, both senior fellows at the Wells Institute,",
            ["Ida Nová", "Petr Lis"],
            "senior fellow",
            "Wells Institute",
        ),
        ("journalists Ida Nová and Petr Lis", ["Ida Nová", "Petr Lis"], "journalist", None),
        (
            "Professors Ida Nová and Petr Lis of Wells University",
            ["Ida Nová", "Petr Lis"],
            "Professor",
            "Wells University",
        ),
    ],
)
def test_shared_role_is_everybodys(people, names, role, organisation):
    guests = read(people)
    assert [one.name for one in guests] == names
    assert {(one.role, one.organisation) for one in guests} == {(role, organisation)}


def test_role_is_shared_with_those_only_who_have_none():
    people = "Ida Nová, a judge, and Petr Lis and Lea Lee, co-founders of Open Wells,"
    assert [one.role for one in read(people)] == ["judge", "co-founder", "co-founder"]


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (
            "Herman van Ruys, former Prime Minister of Belgium and President of the River Council,",
            ("Herman van Ruys", None, "former Prime Minister; President", "River Council", "Belgium"),
        ),
        (
            "Ida Nová, former Foreign Minister of Slovakia and current Director of Open Wells,",
            ("Ida Nová", None, "former Foreign Minister; current Director", "Open Wells", "Slovakia"),
        ),
        (
            "former US Ambassador to Ukraine William Lis",
            ("William Lis", None, "former Ambassador to Ukraine", None, "United States"),
        ),
        (
            "Ida Nová, Chair of the Department of Political Science at Wells University,",
            ("Ida Nová", None, "Chair of the Department of Political Science", "Wells University", None),
        ),
        (
            "Ida Nová, Director of the Moscow School in Exile,",
            ("Ida Nová", None, "Director", "Moscow School in Exile", None),
        ),
        (
            "Ida Nová, Taiwan’s youngest senator,",
            ("Ida Nová", None, "youngest senator", None, "Taiwan"),
        ),
        (
            "Ida Nová, Open Wells’ Head of Programmes,",
            ("Ida Nová", None, "Head of Programmes", "Open Wells", None),
        ),
    ],
)  # fmt: skip
def test_each_office_has_its_house_and_country(people, expected):
    assert facts(read(people)) == [expected]


def test_rank_of_a_retired_officer_is_no_name():
    [guest] = read("Major General (ret.) Anders Lind of the Academy of Wells")
    assert (guest.name, guest.role, guest.organisation) == (
        "Anders Lind",
        "Major General (ret.)",
        "Academy of Wells",
    )


@pytest.mark.parametrize(
    ("people", "role", "organisation"),
    [
        ("Luis Peña, a fisherman from Galveston,", "fisherman from Galveston", None),
        (
            "Luis Peña, program manager for Asia at Open Wells,",
            "program manager for Asia",
            "Open Wells",
        ),
        (
            "Luis Peña, former Deputy Secretary of State for European Affairs,",
            "former Deputy Secretary of State for European Affairs",
            None,
        ),
        (
            "Luis Peña, adviser to the Assembly of the People,",
            "adviser to the Assembly of the People",
            None,
        ),
        (
            "Luis Peña, Head of the Asia Programme, Institute of Water,",
            "Head of the Asia Programme",
            "Institute of Water",
        ),
        ("Luis Peña, founder of wells.example,", "founder", "wells.example"),
        ("Luis Peña, editor of the digital daily 14wells,", "editor", "14wells"),
    ],
)
def test_house_is_told_from_what_somebody_looks_after(people, role, organisation):
    [guest] = read(people)
    assert (guest.role, guest.organisation) == (role, organisation)


@pytest.mark.parametrize(
    ("people", "role", "organisation", "country"),
    [
        (
            "Ida Nová, President of Latvia from 2019 to 2023,",
            "President from 2019 to 2023",
            None,
            "Latvia",
        ),
        ("Ida Nová, Chair of Open Wells since 2019,", "Chair since 2019", "Open Wells", None),
        (
            "Ida Nová, Chair of Open Wells and Nobel Peace Prize laureate,",
            "Chair; Nobel Peace Prize laureate",
            "Open Wells",
            None,
        ),
        (
            "Ida Nová, a survivor of the North Korean gulag,",
            "survivor of the North Korean gulag",
            None,
            None,
        ),
        (
            "Ida Nová, director of Cloud Services at the Office of Harbours,",
            "director of Cloud Services",
            "Office of Harbours",
            None,
        ),
        (
            "Ida Nová, Head of the East Asia Office of the Wells Foundation,",
            "Head of the East Asia Office",
            "Wells Foundation",
            None,
        ),
        (
            "Ida Nová, Deputy Director for Data, Ministry of Rivers,",
            "Deputy Director for Data",
            "Ministry of Rivers",
            None,
        ),
    ],
)
def test_years_prizes_and_departments_belong_to_the_role(people, role, organisation, country):
    [guest] = read(people)
    assert (guest.role, guest.organisation, guest.country) == (role, organisation, country)


@pytest.mark.parametrize(
    ("people", "role", "organisation"),
    [
        (
            "Ida Nová, Policy Director of the eWells Foundation,",
            "Policy Director",
            "eWells Foundation",
        ),
        (
            "Ida Nová, a Member of the European Parliament for Momentum,",
            "Member of the European Parliament for Momentum",
            "European Parliament",
        ),
        (
            "Ida Nová, coordinator of the Action Committee for Wells,",
            "coordinator",
            "Action Committee for Wells",
        ),
    ],
)
def test_house_has_its_whole_name(people, role, organisation):
    [guest] = read(people)
    assert (guest.role, guest.organisation) == (role, organisation)


def test_what_somebody_does_is_no_part_of_the_role():
    draft = article_of(
        "The defender of rights, Ludvík Lis, gave this interview to our reporter Ema Malá."
    )
    assert [(one.name, one.role) for one in draft.guests] == [("Ludvík Lis", "defender of rights")]
    assert [(one.name, one.role) for one in draft.hosts] == [("Ema Malá", "reporter")]


@pytest.mark.parametrize(
    ("words", "role", "house", "country"),
    [
        (
            "judge of the Rain Court and political prisoner",
            "judge; political prisoner",
            "Rain Court",
            None,
        ),
        ("former Senator of Chile and poet", "former Senator; poet", None, "Chile"),
    ],
)
def test_house_ends_before_an_office_in_small_letters(words, role, house, country):
    assert roles.split(words) == roles.Role(role, house, country)


@pytest.mark.parametrize(
    ("later", "told"),
    [
        ("Ms. Malá is Deputy Rain Officer (DRO) for the Lake Office.", "Deputy Rain Officer (DRO)"),
        ("Vera Malá supports Open Wells as an analyst and teaches ropes.", "analyst"),
    ],
)
def test_later_role_ends_before_letters_and_deeds(later, told):
    role, _house, _country = guest("Vera Malá joined us to discuss water.", later)
    assert role == told
