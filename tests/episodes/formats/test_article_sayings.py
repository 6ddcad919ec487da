"""Guests whom an article lets speak first, and presents only by the way."""

import pytest

from episodes.formats import article

HEAD = "Wells #Example\n\nMay 3, 2022\n\n"
SAYS = "“Rain keeps no diary,” says Vera Malá, a judge, about the wells of her town."


def people(text):
    draft = article.parse(HEAD + text)
    return (
        [(one.name, one.role, one.organisation) for one in draft.guests],
        [(one.name, one.role, one.organisation) for one in draft.hosts],
    )


VERA, LEO = ("Vera Malá", "judge", None), ("Leo Lis", "journalist", None)


@pytest.mark.parametrize(
    ("behind", "guests", "hosts"),
    [
        ("Watch the #Example Chat with Vera Malá led by journalist Leo Lis.", [VERA], [LEO]),
        ("Watch the #Example Chat with Vera Malá.", [VERA], []),
        ("Watch our #Example Chat now.", [VERA], []),
        # Somebody else is named by the way, or introduced: then it is not said who of them talked.
        ("Watch our #Example Chat. Ropes are kept by Jana Dlouhá.", [VERA], []),
        ("Watch our #Example Chat. Ropes are kept by Jana Dlouhá, a designer.", [], []),
        ("Watch our #Example Chat. Ropes help, says Jana Dlouhá.", [], []),
        # No chat at all.
        ("Wells are deep.", [], []),
    ],
)
def test_who_says_something_first_is_the_guest_where_the_text_confirms_it(behind, guests, hosts):
    assert people(f"{SAYS}\n\n{behind}") == (guests, hosts)


def test_of_those_who_discussed_something_the_single_one_asks():
    guests, hosts = people(
        "Vera Malá, a judge, and Ana Osei, co-founder of Open Wells, discussed ropes and rain "
        "with Leo Lis, journalist at Quay News."
    )
    assert guests == [VERA, ("Ana Osei", "co-founder", "Open Wells")]
    assert hosts == [("Leo Lis", "journalist", "Quay News")]


def test_party_is_named_behind_its_kind_and_a_letter_is_no_surname():
    guests, hosts = people(
        "In this #Example Chat, Vera Malá, National Coordinator of the political party Open Wells, "
        "talks about rain. The interview was moderated by Leo Lis, Editor, Deník W, Slovakia."
    )
    assert guests == [("Vera Malá", "National Coordinator", "Open Wells")]
    assert hosts == [("Leo Lis", "Editor", "Deník W")]


def test_takeaways_may_be_according_to_our_guests():
    draft = article.parse(
        HEAD
        + "In this week’s #Example Chat, Vera Malá, a judge, joined Leo Lis, a journalist, to talk."
        "\n\nAccording to our guests, you will learn that:\n\n  • Rain keeps no diary.\n  • Wells do."
    )
    assert draft.takeaways == ("Rain keeps no diary.", "Wells do.")
    assert ([one.name for one in draft.guests], len(draft.hosts)) == (["Vera Malá"], 1)


def test_whoever_sits_down_with_one_of_our_staff_is_the_guest():
    guests, hosts = people(
        "Vera Malá, a judge, sat down with our Program Coordinator, Leo Lis, for this week’s "
        "#Example Chat."
    )
    assert (guests, hosts) == ([VERA], [("Leo Lis", "Program Coordinator", None)])


def test_two_of_one_trade_and_different_houses():
    guests, hosts = people(
        "Two exiled journalists, Vera Malá (Quay News) and Ana Osei (Open Wells), meet in our "
        "#Example Chat hosted by Leo Lis, Director of Lakes."
    )
    assert guests == [
        ("Vera Malá", "exiled journalist", "Quay News"),
        ("Ana Osei", "exiled journalist", "Open Wells"),
    ]
    assert hosts == [("Leo Lis", "Director", "Lakes")]


@pytest.mark.parametrize(
    "text",
    [
        "Vera Malá is a judge. In our new #Example Chat, she talks with Leo Lis, a journalist, about rain.",
        "Vera Malá, a judge, discussed rain with Leo Lis, a journalist. The #Example Chat was recorded "
        "on May 1, 2022.",
    ],
)
def test_whoever_is_behind_with_asks_somebody_who_was_presented(text):
    assert people(text) == ([VERA], [LEO])


def test_takeaways_may_be_according_to_somebody_and_no_more():
    draft = article.parse(
        HEAD
        + "In this week’s #Example Chat, Vera Malá, a judge, joined Leo Lis, a journalist, to talk. "
        "According to Vera Malá:\n\n  • Rain keeps no diary.\n  • Wells do."
    )
    assert draft.takeaways == ("Rain keeps no diary.", "Wells do.")


def test_whose_secretary_one_was_is_no_part_of_the_house():
    guests, _hosts = people(
        "In this #Example Chat, Vera Malá, Executive Director of the Wells Library and Lis’s former "
        "press secretary, talks about rain."
    )
    assert guests == [("Vera Malá", "Executive Director", "Wells Library")]


def test_who_says_it_in_a_chat_with_somebody_is_their_guest():
    draft = article.parse(
        HEAD
        + "“Rain is not an absolute. You can't keep it, but you can ask it to stay a while”, says "
        "Vera Soto Malá in this week's #Example Chat with Leo Lis. Ms. Soto is the Acting Director of "
        "the Rain Division at Open Wells, USA. Mr. Lis is an Associate Fellow at Quay 7, Czechia. "
        "What does rain ask of us?"
    )
    [guest], [host] = draft.guests, draft.hosts
    assert (guest.name, guest.honorific) == ("Vera Soto Malá", "Ms.")
    assert guest.role == "Acting Director of the Rain Division"
    assert (guest.organisation, guest.country) == ("Open Wells", "United States")
    assert (host.name, host.role) == ("Leo Lis", "Associate Fellow")
    assert (host.organisation, host.country) == ("Quay 7", "Czechia")
    assert draft.lead and draft.lead.endswith("What does rain ask of us?")
    assert [quote.speaker for quote in draft.lead_quotes] == ["Vera Soto Malá"]


def test_quotation_with_who_says_it_is_no_introduction():
    draft = article.parse(HEAD + "“Rain keeps no diary,” says Vera Malá.\n\nShe is a judge.")
    assert draft.lead is None


def test_title_of_a_work_belongs_to_the_role_and_is_said_by_nobody():
    draft = article.parse(
        HEAD
        + "In this week’s #Example Chat, Vera Malá, senior analyst at Open Wells and a coauthor of "
        "“Keeping Rain in Exile”, joined Leo Lis, author of the book “Ropes, Knots and the Sea”, to talk."
    )
    assert draft.lead_quotes == ()
    [guest], [host] = draft.guests, draft.hosts
    assert guest.role == "senior analyst; coauthor of “Keeping Rain in Exile”"
    assert guest.organisation == "Open Wells"
    assert host.role == "author of the book “Ropes, Knots and the Sea”"
