"""Pages that tempt to take somebody twice, or something for somebody."""

import pytest

from episodes.formats import article
from episodes.formats.documents.markdown import from_markdown

TITLE = "Quays of Today"


def people(text, title=TITLE):
    draft = article.parse(f"{title}\n\nMay 3, 2022\n\n{text}")
    guests = [(one.name, one.role, one.organisation) for one in draft.guests]
    return guests, [(one.name, one.role, one.organisation) for one in draft.hosts]


def test_short_form_of_a_name_is_the_same_person():
    guests, _hosts = people(
        "Join us for a summit on quays.\n\nAgenda\n\n9:00 am - Rules for Ropes – Joe Novak, Director, "
        "Quay Hall\n\n10:00 am - Panel: Ropes – Rob Brun, Pilot, Open Wells\n\n"
        "Speakers\n\nJoseph Novak – Director, Quay Hall\n\nRobert Brun – Pilot, Open Wells"
    )
    assert guests == [
        ("Joseph Novak", "Director", "Quay Hall"),
        ("Robert Brun", "Pilot", "Open Wells"),
    ]


def test_life_under_the_full_name_tells_of_who_is_announced_with_the_short_one():
    guests, _hosts = people(
        "In this talk, Quay Director Rob Brun will explore how ropes are drawn.\n\n"
        "Robert Brun, Ph.D., is the Director of the Wells Institute. Dr. Brun draws.",
        title="Quay Director Rob Brun: Learning to Draw",
    )
    assert guests == [("Robert Brun", "Director", "Wells Institute")]


@pytest.mark.parametrize("other", ["Jana Novak", "Pavel Novak", "Joseph Lis"])
def test_other_names_are_other_people(other):
    guests, _hosts = people(
        "Join us for a webinar on quays.\n\nSpeakers\n\nJan Novak – Pilot, Open Wells\n\n"
        f"{other} – Pilot, Open Wells"
    )
    assert [one[0] for one in guests] == ["Jan Novak", other]


def test_prize_of_a_house_is_nobody():
    guests, _hosts = people(
        "“Ropes hold,” said Vera Brun, head of ropes at Open Wells.\n\n“They break,” said Omar Said, "
        "head of knots at Quay Hall.\n\nQHA’s Binding Ropes Grand Challenge continues to tell us more.",
        title="Ropes: Webinar Series Recap",
    )
    assert [one[0] for one in guests] == ["Vera Brun", "Omar Said"]


def test_what_somebody_manages_is_no_second_host():
    guests, hosts = people(
        "At the Harbour Summit last Friday, Petr Lis, Manager, Floating Programs at the Office of Ships, "
        "led a panel on quays.\n\nVera Brun, Rope Lead at Open Wells, knows this from her work. “Ropes "
        "hold.”\n\nOmar Said, Knot Manager, at the U.S. Knot Hall, works on knots.",
        title="Harbour Summit Recap",
    )
    assert [one[0] for one in guests] == ["Vera Brun", "Omar Said"]
    assert [one[:2] for one in hosts] == [("Petr Lis", "Manager")]


def test_who_was_invited_elsewhere_is_no_guest():
    guests, hosts = people(
        "We tried calls with pictures.\n\nThe Harbour’s Acting Director Vera Brun was invited to join "
        "Omar Said on Quay Live, to discuss ropes. This interview was a chance to share our work."
    )
    assert (guests, hosts) == ([], [])


def test_who_will_host_somebody_is_the_host():
    guests, hosts = people(
        "Vera Brun, the Quay Community of Practice Manager, will host Omar Said, Rope Director for the "
        "Office of Ships, to discuss ropes."
    )
    assert guests == [("Omar Said", "Rope Director", "Office of Ships")]
    assert hosts == [("Vera Brun", "Manager", "Quay Community of Practice")]


def test_life_below_a_post_that_names_nobody_else_is_of_its_author():
    document = from_markdown(
        "# Ropes hold\n\nMay 3, 2022\n\nWe tied ropes for our harbour.\n\nThey held for years.\n\n"
        "_**Vera Brun** is a rope manager at Open Wells._"
    )
    draft = article.parse(document)
    assert (draft.guests, draft.hosts) == ((), ())


def test_clause_on_the_moderator_ends_where_the_sentence_goes_on():
    _guests, hosts = people(
        "The panel, moderated by Quay manager Ida Nová, included experts and a visit from poet and rope "
        "maven, Omar Said."
    )
    assert [one[0] for one in hosts] == ["Ida Nová"]


def test_things_with_what_they_are_are_no_conversation():
    guests, hosts = people("Rope Version: two\n\nKnot Kind: three of them\n\nQuay Length: four")
    assert (guests, hosts) == ([], [])


def test_what_a_title_is_about_is_nobody():
    guests, _hosts = people(
        "How to go about mending RopeWare is told here.", title="Mending RopeWare"
    )
    assert guests == []
