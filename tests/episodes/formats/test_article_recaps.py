"""Recaps of events: who spoke there, who opened it, and what is nobody."""

import pytest

from .test_article_reports import people


def test_things_that_are_something_are_nobody():
    guests, hosts = people(
        "Quiet History is such a wide field, and this session shows it.\n\nIn a May 4 webinar on Post-War "
        "Industry and Post-Prize Impact, experts explored the rest.\n\nJoin us for this webinar."
    )
    assert (guests, hosts) == ([], [])


def test_report_may_say_late_where_it_was_and_who_joined_whom():
    before = "\n\n".join(f"It rained on day {day}." for day in ("one", "two", "three", "four"))
    guests, _hosts = people(
        f"{before}\n\nIn a May 4 webinar on quays, experts looked back.\n\n“It was wet,” said Vera "
        "Brun, associate in rope design at Open Wells.\n\n“And long,” said Petr Lis, chief of quays "
        "at the Wells Institute.\n\nQuay Council Director of Operations Ida Nová joined Brun and Lis "
        "for a long discussion.",
        title="The Day After: Ropes",
    )
    assert [one[0] for one in guests] == ["Vera Brun", "Petr Lis", "Ida Nová"]


def test_whom_a_clause_names_beside_a_speaker_is_no_guest():
    guests, _hosts = people(
        "Vera Brun, who co-leads the Quay Goal with Petr Lis, from the Wells Institute, shared a status "
        "update on the ropes.\n\n“Pull,” said Brun."
    )
    assert guests == [("Vera Brun", "co-lead", "Quay Goal")]


def test_remarks_at_the_end_leave_the_house_whole():
    guests, _hosts = people(
        "Office of Rain and Wells (ORW) Chief Rain Officer (CRO) Vera Brun kicked off the summit.\n\n"
        "Petr Lis, Director of Quays at the Wells Institute (WI), provided the closing remarks for the "
        "summit."
    )
    assert guests == [
        ("Vera Brun", "Chief Rain Officer", "Office of Rain and Wells (ORW)"),
        ("Petr Lis", "Director of Quays", "Wells Institute (WI)"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Office of Ports’s Vera Brun, who also serves as the volunteer lead for the Quay Community, "
            "led the participants through ropes in a workshop.\n\nBrun noted that they are short.",
            ("Vera Brun", "volunteer lead", "Quay Community"),
        ),
        (
            "Vera Brun, ‘rope ace,’ from the Quay Office, shared her ropes at our first webinar.\n\nBrun "
            "said that they are short.",
            ("Vera Brun", None, "Quay Office"),
        ),
        (
            "Vera Brun, Chief Rope Officer, opened the Summit.\n\nBrun said that ropes are short.",
            ("Vera Brun", "Chief Rope Officer", None),
        ),
    ],
)
def test_who_leads_through_a_workshop_or_opens_it_spoke_there(text, told):
    assert people(text)[0] == [told]


def test_who_will_be_presenting_is_a_guest():
    guests, _hosts = people(
        "Vera Brun, of the Rope Centre (RC) at the Office of Ports, will be presenting on ropes.\n\n"
        "Questions about this event? Send them to us.",
        title="Quay Community Monthly Meeting",
    )
    assert [one[0] for one in guests] == ["Vera Brun"]


def test_experts_who_presented_are_told_one_after_another():
    guests, _hosts = people(
        "On May 4, experts from the U.S., U.K., and Wells presented on ropes. A recording is available.\n\n"
        "Ropes should be short, said Vera Brun, Director of Open Wells. Vera stressed it.\n\nPetr Lis, Rope "
        "Lead for the Quay Service, laid out common knots, three.\n\nPetr was joined in London by his "
        "colleague, Ida Nová, Head of Quays at the Rope Office. She laid out the rest.",
        title="Ropes: An Incident",
    )
    assert guests == [
        ("Vera Brun", "Director", "Open Wells"),
        ("Petr Lis", "Rope Lead", "Quay Service"),
        ("Ida Nová", "Head of Quays", "Rope Office"),
    ]
