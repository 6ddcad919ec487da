"""Conversations word for word, and who of two that talk is the host."""

import pytest

from episodes.formats import article

TURNS = """\
The wells hour

May 3, 2022

This transcript has been edited. Maggie McLeod-Lis is a geologist at Open Wells.

{host}: Welcome to the hour. I’m Vera Malá, a reporter at Radio Wells. What do you dig?

{guest}: Wells, as Ada Example did.

{host}: And why?

{short}: Because it rains. She used to say: “A well never lies to those who drink.”
"""


@pytest.mark.parametrize(
    ("host", "guest", "short"),
    [
        ("VERA MALÁ", "MAGGIE MCLEOD-LIS", "MCLEOD-LIS"),
        ("Vera Malá", "Maggie McLeod-Lis", "Maggie"),
        ("VERA MALÁ (Radio Wells)", "MAGGIE MCLEOD-LIS", "MAGGIE MCLEOD-LIS"),
    ],
)
def test_who_speaks_word_for_word_takes_part(host, guest, short):
    draft = article.parse(TURNS.format(host=host, guest=guest, short=short))
    assert [(one.name, one.role, one.organisation) for one in draft.guests] == [
        ("Maggie McLeod-Lis", "geologist", "Open Wells")
    ]
    assert [one.name for one in draft.hosts] == ["Vera Malá"]
    assert not any(heading.isupper() or "MALÁ" in heading for heading in draft.headings)


def test_notes_with_colons_are_no_conversation():
    text = "Wells\n\nMay 3, 2022\n\nAda Example: a life.\n\nLeo Example: another one.\n\nIt rained."
    assert article.parse(text).guests == ()


def sides(lead):
    draft = article.parse(f"Water #Example\n\nMay 3, 2022\n\n{lead}")
    return [one.name for one in draft.guests], [one.name for one in draft.hosts]


@pytest.mark.parametrize(
    ("lead", "guests", "hosts"),
    [
        (
            "In this #Example Chat, Vera Malá, a judge, talks with Leo Lis, a reporter of Vrana.",
            ["Vera Malá"],
            ["Leo Lis"],
        ),
        (
            "In this #Example Chat, our host Vera Malá, a judge, talks with Leo Lis, a reporter.",
            ["Leo Lis"],
            ["Vera Malá"],
        ),
        (
            "Wells wait, says Vera Malá. In this #Example Chat she speaks with Leo Lis, a reporter.",
            ["Vera Malá"],
            ["Leo Lis"],
        ),
        (
            "“Wells wait,” says Professor Emeritus Vera Malá.\n\nVera Malá, a Dutch geologist, taught "
            "at the University of Wells.\n\nIn our #Example Chat, Ms. Malá speaks about wells.",
            ["Vera Malá"],
            [],
        ),
        (
            "Each month we talk. This month we caught up with Vera Malá, who manages Open Wells.",
            ["Vera Malá"],
            [],
        ),
        (
            "On this Podcast, co-hosts Ida Horn and Eva Brun welcome City Clerk Vera Malá and her former "
            "student, Leo Lis, who came late.",
            ["Vera Malá", "Leo Lis"],
            ["Ida Horn", "Eva Brun"],
        ),
        (
            "Our podcast is about wells, where Vera Malá found a bone. Host Leo Lis asked her why.",
            ["Vera Malá"],
            ["Leo Lis"],
        ),
        (
            "On this Podcast, our host Vera Malá asks Leo Lis, a digger, about wells.",
            ["Leo Lis"],
            ["Vera Malá"],
        ),
        (
            "In this #Example Chat, Vera Malá, a judge, joined us. Ida Example, the owner of a well, "
            "did not answer our questions.",
            ["Vera Malá"],
            [],
        ),
    ],
)
def test_whose_trade_it_is_to_ask_asks(lead, guests, hosts):
    assert sides(lead) == (guests, hosts)


@pytest.mark.parametrize(
    ("who", "is_open"),
    [
        ("the judge Vera Malá", True),
        ("host Vera Malá", False),
        ("Vera Malá, host of the Wells Hour,", False),
        ("reporter Vera Malá", False),
    ],
)
def test_who_only_talks_may_be_either(who, is_open):
    draft = article.parse(f"Wells\n\nMay 3, 2022\n\nToday, {who} spoke with Leo Lis, a geologist.")
    assert [one.name for one in draft.hosts] == ["Vera Malá"]
    assert any("Check who asked" in problem.message for problem in draft.problems) == is_open


def test_who_is_told_of_in_an_interview_is_asked():
    draft = article.parse(
        "Q&A: Wells\n\nMay 3, 2022\n\nVera Malá is an engineer at Open Wells. She spoke to our paper.\n\n"
        "Who helped?\n\nVera: A poet. And our director, Leo Example, who never asked when it ends."
    )
    assert [(one.name, one.role) for one in draft.guests] == [("Vera Malá", "engineer")]
    assert draft.hosts == ()
