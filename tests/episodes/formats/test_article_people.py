"""People of an article: shared roles, nicknames, clergy, two offices, lives without a heading."""

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


def test_rank_of_a_retired_officer_is_no_name():
    [guest] = read("Major General (ret.) Anders Lind of the Academy of Wells")
    assert (guest.name, guest.role, guest.organisation) == (
        "Anders Lind",
        "Major General (ret.)",
        "Academy of Wells",
    )


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


def test_kind_of_a_text_is_not_its_title():
    draft = article.parse("PRESS RELEASE\n\nWells open\n\nMay 3, 2022\n\n" + "It is so. " * 20)
    assert (draft.title, draft.closing_note) == ("Wells open", "PRESS RELEASE")


def test_borrowed_word_is_no_quote():
    draft = article_of(
        "Ida Nová, a judge, joined us. Ms. Nová spoke of the “wellisation” of towns."
    )
    assert draft.quotes == ()


@pytest.mark.parametrize(
    ("lead", "guests", "hosts"),
    [
        (
            "Ada Brun, a historian, and her guest Leo Lis, a Venezuelan opposition leader, discuss wells.",
            ["Leo Lis"],
            ["Ada Brun"],
        ),
        (
            "This week’s guest of the #Example Chat is Wai Aung, a poet. She talks with Igor Brun, head "
            "of the Water Programme at Open Wells.",
            ["Wai Aung"],
            ["Igor Brun"],
        ),
        (
            "“Hope is work,” says Ada Lis, editor of Wells, in our latest #Example Chat moderated by "
            "Leo Brun, a judge.",
            ["Ada Lis"],
            ["Leo Brun"],
        ),
        (
            "Bobi Lis, a musician, joined the #Example Chat from Kampala. The interview was led by Ida "
            "Malá, reporter.",
            ["Bobi Lis"],
            ["Ida Malá"],
        ),
        (
            "In this week’s #Example Chat, Alfons Lis SJ, a Jesuit, joined Sr. Angela Brun, a nurse, to "
            "talk about wells.",
            ["Alfons Lis"],
            ["Angela Brun"],
        ),
        (
            "In this week’s #Example Chat, Franak Lis, Senior Advisor to Ada Example, joined Ida Malá.",
            ["Franak Lis"],
            ["Ida Malá"],
        ),
        (
            "Join Teresa O’Lis of the City of Marrow and Bob Brun, her colleague at Marrow Libraries, "
            "for a webinar. Moderation: Eva Malá (Wells Café).",
            ["Teresa O’Lis", "Bob Brun"],
            ["Eva Malá"],
        ),
        (
            "Our colleague Hugo Brun spoke to judge Ida Malá and to farmer Josef Lis about drought.",
            ["Ida Malá", "Josef Lis"],
            ["Hugo Brun"],
        ),
        (
            "Panellists were Uta Lis, MP; and Nino Brun, a judge. Moderator was Silvia Malá.",
            ["Uta Lis", "Nino Brun"],
            ["Silvia Malá"],
        ),
        (
            "Rector Milena Malá and President Petr Lis opened the new Campus Wells. Lake Victoria and "
            "New Zealand sent greetings, and the Johns Wells University signed the Open Rivers Pledge.",
            [],
            [],
        ),
    ],
)
def test_guests_are_told_from_hosts(lead, guests, hosts):
    draft = article_of(lead)
    assert [one.name for one in draft.guests] == guests
    assert [one.name for one in draft.hosts] == hosts


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
    ("people", "names"),
    [
        (
            "Hosted by Ida Nová, Head of the Wells Office, our latest #Example Chat brings together Minh "
            "Lis (Vietnam), blogger and co-founder of Wells Abroad; and H.E. Vera Brun, Ambassador of Chile.",
            ["Minh Lis", "Vera Brun"],
        ),
        (
            "We bring you a summer special with singer-songwriter Eva Lis, historian and Member of the "
            "Wells Sejm Prof. Jan Malý and Leo Brun, the head of Open Wells.",
            ["Eva Lis", "Jan Malý", "Leo Brun"],
        ),
    ],
)
def test_guests_are_brought_together(people, names):
    draft = article.parse(f"#Example Chat: Water\n\nMay 3, 2022\n\n{people}")
    assert draft.title == "Water"
    assert [guest.name for guest in draft.guests] == names
    assert draft.partners == ()


def test_host_who_leads_the_sentence_is_told_to_its_end():
    people = (
        "Hosted by Ida Nová, Head of the Wells Office, our latest #Example Chat brings together "
    )
    draft = article.parse(
        f"Water\n\nMay 3, 2022\n\n{people}Leo Lis, a poet, and Eva Brun, a judge."
    )
    [host] = draft.hosts
    assert (host.name, host.role, host.organisation) == ("Ida Nová", "Head", "Wells Office")


def test_office_of_two_halves_belongs_to_the_name_behind_it():
    draft = article.parse(
        "Water\n\nMay 3, 2022\n\nIn this #Example Chat, we spoke with singer-songwriter Eva Lis, historian "
        "and Member of the Wells Sejm Prof. Jan Malý and Ambassador (ret.) Ida Brun, formerly of the WHO."
    )
    told = [(one.name, one.role, one.organisation) for one in draft.guests]
    assert told == [
        ("Eva Lis", "singer-songwriter", None),
        ("Jan Malý", "historian and Member of the Wells Sejm", "Wells Sejm"),
        ("Ida Brun", "Ambassador (ret.)", "WHO"),
    ]


def test_those_who_met_at_this_chat_are_its_guests_and_a_house_of_many_is_no_role():
    draft = article.parse(
        "Wells | #Example Chat\n\nMay 3, 2022\n\nA year later, Eva Lis, a judge, Ida Brun of Open Wells, who "
        "joined us by phone, and Leo Malý (Human Wells Defenders, Sweden) met at the #Example Chat."
    )
    told = [(one.name, one.role, one.organisation, one.country) for one in draft.guests]
    assert told == [
        ("Eva Lis", "judge", None, None),
        ("Ida Brun", None, "Open Wells", None),
        ("Leo Malý", None, "Human Wells Defenders", "Sweden"),
    ]
    assert (draft.title, draft.hashtags) == ("Wells", ("#Example",))


def test_who_joins_the_host_together_with_a_guest_is_a_guest():
    draft = article.parse(
        "Wells\n\nMay 3, 2022\n\nEva Lis, a judge, joined Leo Malý for the first #Example Chat of the year, "
        "together with journalist Ida Brun, the founder of Open Wells."
    )
    assert [one.name for one in draft.guests] == ["Eva Lis", "Ida Brun"]
    assert [one.name for one in draft.hosts] == ["Leo Malý"]


def test_office_with_its_town_stands_before_the_name():
    draft = article.parse(
        "Wells? (#Example)\n\nMay 3, 2022\n\nThis time, our guests were the mayor of Wells-Upon-Sea, Eva "
        "Lis, and political scientist Leo Malý."
    )
    told = [(one.name, one.role) for one in draft.guests]
    assert told == [("Eva Lis", "mayor of Wells-Upon-Sea"), ("Leo Malý", "political scientist")]
    assert (draft.title, draft.hashtags) == ("Wells?", ("#Example",))


def test_house_with_a_number_in_its_name_is_whose_the_host_is():
    draft = article.parse(
        "Water\n\nMay 3, 2022\n\nIn this #Example Chat, Eva Lis, a poet, joined us. Wells 2000’s Ida Nová "
        "put the questions."
    )
    assert [(host.name, host.organisation) for host in draft.hosts] == [("Ida Nová", "Wells 2000")]


CHAT = (
    "In this week’s #Example Chat, Vera Malá, a judge from Slovakia, joined us to discuss courts. "
)


@pytest.mark.parametrize(
    "others",
    [
        "She wrote The Empty Bench with Jan Lis, a lawyer, and Ana Brun, a journalist at Vrana.",
        "The appeal was signed by Ada Example, a chess champion, and Leo Lis, the former head of state.",
        "Her father, Josef Malý, a professor, was imprisoned. Her colleague Petra Lis met with him.",
        "Ida Brun, a lawyer, won. Minister Maria Lis hosted a debate with Commissioner Leo Brun.",
        "The Jan Lis Centre, the Ida Brun Award and the Leo Lis Foundation are named after others.",
        "Photo: Ida Brun. Translation: Eva Lis. We thank Petr Brun for the camera.",
        "Last month, our guest was Ivan Lis, an economist; next week, we will talk to Ida Brun.",
        "Ms. Malá was interviewed by the radio’s Jeremy Brun in 2015.",
        "Together with Ida Brun and Leo Lis, she faces charges.",
        "Today, she asked Ida Brun, a lawyer, to help. Ida Brun, a survivor, walked us through the ruins.",
        "Minister of Ports Jan Lis presented his plan, and General Leo Brun, the chief, opened the summit.",
        "In 2014, she led a panel with Jan Lis, a poet, and Ida Brun, a painter.",
        "At 10:30 – she remembers it well – Jan Lis, the prosecutor, entered the room.",
        "He quotes two authors: Jan Lis, a poet, and Ida Brun, a painter.",
        "President Jan Lis will deliver a speech at the summit. Her friend Ida Brun, our host’s aunt, came.",
        "Jan Lis, who heads the Supreme Court, was elected. By Jan Lis, Open Wells",
        "Among her teachers were Ernest Lis and Jan Brun, members of the first court.",
    ],
)
def test_who_is_only_named_is_no_guest(others):
    draft = article_of(CHAT + others)
    assert [one.name for one in draft.guests] == ["Vera Malá"]
    assert draft.hosts == ()


def test_house_behind_a_moderator_is_nobody():
    draft = article_of(
        f"{CHAT}The interview was moderated by Asia editor Barbara Lis, Deník Východ."
    )
    assert [(one.name, one.role, one.organisation) for one in draft.hosts] == [
        ("Barbara Lis", "Asia editor", "Deník Východ")
    ]


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


@pytest.mark.parametrize(
    ("lead", "guests", "hosts"),
    [
        (
            "Cartoonist Musa Lis and lawyer Ida Brun sat down with Hana Malá, our Istanbul "
            "correspondent, to draw a trial.",
            ["Musa Lis", "Ida Brun"],
            ["Hana Malá"],
        ),
        (
            "Forester Gudrun Lis and architect Paolo Brun discuss wooden cities with our editor Zoe Malá.",
            ["Gudrun Lis", "Paolo Brun"],
            ["Zoe Malá"],
        ),
        (
            "In this edition of DigitalWells Live, we hear from Marisol Lis, an officer. They are joined "
            "by Jess Brun, moderator and lead of the community.",
            ["Marisol Lis"],
            ["Jess Brun"],
        ),
        (
            "Prudence Lis, Branch Manager at Open Wells, took your questions about newsletters.",
            ["Prudence Lis"],
            [],
        ),
        (
            "In this week’s #Example Chat, Ida Malá, Policy Director at the Cyber Policy Center, Wells "
            "University, and a former senator, and Sir Julian Lis KCMG, a former judge, joined us.",
            ["Ida Malá", "Julian Lis"],
            [],
        ),
    ],
)
def test_who_asks_is_told_from_who_answers(lead, guests, hosts):
    draft = article_of(lead)
    assert [one.name for one in draft.guests] == guests
    assert [one.name for one in draft.hosts] == hosts


def test_label_of_one_person_names_one():
    draft = article.parse(
        "Wells\n\n4 October 2022\n\nGuest: Ida Malá, a clerk, Open Wells\n\nInterviewer: Thomas Lis, Wells "
        "Observer\n\nThey met. " + "It is so. " * 20
    )
    assert [(one.name, one.organisation) for one in draft.guests] == [("Ida Malá", "Open Wells")]
    assert [(one.name, one.organisation) for one in draft.hosts] == [
        ("Thomas Lis", "Wells Observer")
    ]


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


def test_what_somebody_does_is_no_role():
    draft = article_of(
        "The defender of rights, Ludvík Lis, gave this interview to our reporter Ema Malá."
    )
    assert [(one.name, one.role) for one in draft.guests] == [("Ludvík Lis", None)]
    assert [(one.name, one.role) for one in draft.hosts] == [("Ema Malá", "reporter")]
