"""Who is brought together in an article of the series, by whom, and with what words beside them."""

import pytest

from episodes.formats import article

from .test_article_people import article_of


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


def test_speakers_of_an_event_keep_the_order_in_which_it_names_them():
    draft = article.parse(
        "Wells without fear\n\nMay 3, 2022\n\nJoin Leo Malý and Ida Brun of the Wells Library and learn to "
        "dig.\n\nSpeakers and Panelists\n\n  • Leo Malý — Systems Librarian, Wells Library\n\n  • Ida Brun — "
        "Contractor, Wells Library"
    )
    told = [(one.name, one.role, one.organisation) for one in draft.guests]
    assert told == [
        ("Leo Malý", "Systems Librarian", "Wells Library"),
        ("Ida Brun", "Contractor", "Wells Library"),
    ]


def test_rank_without_its_dot_is_no_house():
    draft = article.parse(
        "Wells\n\nMay 3, 2022\n\nThis event is a panel discussion.\n\nPresenters:\n\n  • Leo Malý - "
        "Census\n\n  • Maj Ida Brun - WWMC"
    )
    told = [(one.name, one.role, one.organisation) for one in draft.guests]
    assert told == [("Leo Malý", None, "Census"), ("Ida Brun", "Maj", "WWMC")]


def test_a_link_to_read_is_no_video():
    draft = article.parse(
        "Wells\n\nMay 3, 2022\n\nIn this #Example Chat, Leo Malý, a poet, joined us.\n\nRelevant link: "
        "https://example.org/create"
    )
    assert (draft.video_url, draft.problems) == (None, ())


def test_end_of_a_house_is_no_name():
    draft = article.parse(
        "Wells\n\nMay 3, 2022\n\nIn this #Example Chat, Leo Malý, the Director of Ten Thousand Wells, and "
        "Ida Brun, the Legal Director of the Alliance of Riverside Cities, joined us."
    )
    told = [(one.name, one.role, one.organisation) for one in draft.guests]
    assert told == [
        ("Leo Malý", "Director", "Ten Thousand Wells"),
        ("Ida Brun", "Legal Director", "Alliance of Riverside Cities"),
    ]


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


def test_house_behind_a_moderator_is_nobody():
    draft = article_of(
        f"{CHAT}The interview was moderated by Asia editor Barbara Lis, Deník Východ."
    )
    assert [(one.name, one.role, one.organisation) for one in draft.hosts] == [
        ("Barbara Lis", "Asia editor", "Deník Východ")
    ]


def test_several_may_say_it_together():
    lead = (
        "Wells divide, argue Vera Malá, General Secretary of the League of Wells, and Leo Lis, a poet, in "
        "this week’s #Example Chat moderated by Ida Horn jr., a judge at the Court of Rain."
    )
    draft = article.parse(f"Wells #Example\n\nMay 3, 2022\n\n{lead}")
    assert [(one.name, one.role, one.organisation) for one in draft.guests] == [
        ("Vera Malá", "General Secretary", "League of Wells"),
        ("Leo Lis", "poet", None),
    ]
    assert [one.name for one in draft.hosts] == ["Ida Horn jr."]


def test_of_two_who_talked_the_one_who_is_quoted_answers():
    lead = (
        "Vera Malá, a poet and author of the memoir Wells at Night, visited Wells and sat down with Leo Lis, "
        "a geologist, for a new #Example Chat."
    )
    draft = article.parse(
        f"Wells #Example\n\nMay 3, 2022\n\n{lead}\n\n“It rained”, says Vera Malá."
    )
    assert [(one.name, one.role) for one in draft.guests] == [
        ("Vera Malá", "poet and author of the memoir Wells at Night")
    ]
    assert [one.name for one in draft.hosts] == ["Leo Lis"]


def test_who_accepts_an_invitation_is_a_guest():
    lead = "Vera Malá, a poet, took up our invitation to the #Example Chat. She talked to Leo Lis, a judge."
    draft = article.parse(f"Wells #Example\n\nMay 3, 2022\n\n{lead}")
    assert [one.name for one in draft.guests] == ["Vera Malá"]
    assert [one.name for one in draft.hosts] == ["Leo Lis"]


@pytest.mark.parametrize(
    ("words", "role", "house"),
    [
        (
            "Chairman of the Quay Union and deputy rope editor of Quay News",
            "Chairman; deputy rope editor",
            "Quay Union; Quay News",
        ),
        (
            "Director of the Lis Wells Institute at Rain University",
            "Director",
            "Lis Wells Institute at Rain University",
        ),
    ],
)
def test_offices_and_houses_are_told_apart(words, role, house):
    lead = f"In this week’s #Example Chat, Vera Malá, {words}, joined Leo Lis, a poet, to talk."
    [guest] = article.parse(f"Wells #Example\n\nMay 3, 2022\n\n{lead}").guests
    assert (guest.role, guest.organisation) == (role, house)
