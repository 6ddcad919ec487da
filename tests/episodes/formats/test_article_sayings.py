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
        # Somebody else is named, too: who of them talked is not said.
        ("Watch our #Example Chat. Ropes are kept by Jana Dlouhá.", [], []),
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
