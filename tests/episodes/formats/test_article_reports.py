"""Pages of other houses: reports of a webinar, interviews for a blog, speakers one after another."""

import pytest

from episodes.formats import article


def people(text, title="Harbours that listen – Webinar Recap"):
    draft = article.parse(f"{title}\n\nMay 3, 2022\n\n{text}")
    guests = [(one.name, one.role, one.organisation) for one in draft.guests]
    return guests, [one.name for one in draft.hosts]


def test_speakers_of_a_report_are_told_one_after_another():
    guests, hosts = people(
        "This webinar looks at quays. Led by port thought leader Ida Nová, a panel of experts from "
        "the Office of Ports, Ministry of Ships and Urban Rivers (MSUR), takes us along.\n\n"
        "Our first speaker, Petr Lis, is Executive Director of the Quay Council. Petr works late.\n\n"
        "The second presenter was Vera Brun from the Wells Institute, who named three challenges.\n\n"
        "Our final speaker, Omar Said, is a harbour pilot at Open Wells."
    )
    assert guests == [
        ("Petr Lis", "Executive Director", "Quay Council"),
        ("Vera Brun", None, "Wells Institute"),
        ("Omar Said", "harbour pilot", "Open Wells"),
    ]
    assert hosts == ["Ida Nová"]


def test_author_of_a_report_is_no_guest():
    guests, _hosts = people(
        "In the May webinar on quays, we heard from two houses.\n\n"
        "Petr Lis, acting director of the Office of Ports, shared the reasons for a new quay.\n\n"
        "The second presenter was Vera Brun from the Wells Institute, who named three challenges.\n\n"
        "Ida Nová is the Senior Designer at the Institute of Museums and Jan Malý is a Public "
        "Affairs Specialist at the Quay Council."
    )
    assert [one[0] for one in guests] == ["Petr Lis", "Vera Brun"]


def test_who_is_asked_for_a_blog_is_its_guest():
    guests, _hosts = people(
        "The harbour got a new look. I recently contacted Vera Brun, the Quay Program Manager, to "
        "ask about the changes.",
        title="An Interview with the Harbour on New Changes",
    )
    assert guests == [("Vera Brun", "Quay Program Manager", None)]


SPEAKERS = "Join us for a webinar on quays.\n\nSpeakers\n\n  • {line}\n\n  • Jan Malý – Editor, Quay Weekly"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "Quay team co-lead, Vera Brun - Director of Data, Open Wells",
            ("Vera Brun", "Quay team co-lead; Director of Data", "Open Wells"),
        ),
        (
            "Vera Brun: For more than ten years, Vera has helped ships to land.",
            ("Vera Brun", None, None),
        ),
    ],
)
def test_line_below_speakers_may_begin_with_an_office_or_tell_a_life(line, told):
    guests, _hosts = people(SPEAKERS.format(line=line))
    assert guests[0] == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Vera Brun: Rope wrangler working with the Quay Office.", ("Rope wrangler", None)),
        ("Vera Brun — serves as Plain Quay Launcher.", ("Plain Quay Launcher", None)),
        ("Vera Brun is from the Quay Institute.", (None, "Quay Institute")),
    ],
)
def test_role_below_speakers_may_be_no_known_trade(line, told):
    guests, _hosts = people(SPEAKERS.format(line=line))
    assert guests[0] == ("Vera Brun", *told)


def test_house_between_speakers_and_their_names_ends_no_list():
    guests, hosts = people(
        "Join us for a webinar on quays.\n\nSpeakers\n\nOffice of Ports; Bureau of Ships\n\n"
        "  • Vera Brun — Program Manager\n\nModerators\n\nQuay Administration (QA)\n\n"
        "  • Jan Malý — Experience Lead\n\nThe office is a group of people who keep ships."
    )
    assert guests == [("Vera Brun", "Program Manager", None)]
    assert hosts == ["Jan Malý"]


def test_who_is_quoted_in_a_report_spoke_at_the_event():
    guests, hosts = people(
        "“Who owns a quay?” Petr Lis, Chief Ships Officer at the Office of Ports, and moderator, "
        "asked the panel.\n\nSome ropes hold longer, said Vera Brun, rope specialist in the Bureau of "
        "Ships.\n\nOthers break, said Omar Said, attorney at the Quay Council. “We must "
        "remember the words of Jan Malý, a poet,” he added.",
        title="Harbour Summit Recap: Ropes",
    )
    assert guests == [
        ("Vera Brun", "rope specialist", "Bureau of Ships"),
        ("Omar Said", "attorney", "Quay Council"),
    ]
    assert hosts == ["Petr Lis"]


def test_who_joins_forces_in_a_report_speaks_with_the_other():
    guests, _hosts = people(
        "That is the point of the third webinar in our series on ropes.\n\nVera Brun, innovation "
        "manager for the Quay Council, joined forces with Petr Lis and Dr. Ida Nová, of Open Wells, "
        "to offer some help.",
        title="Experts Plot the Steps",
    )
    assert [one[0] for one in guests] == ["Vera Brun", "Petr Lis", "Ida Nová"]
    assert guests[2][2] == "Open Wells"


def test_who_said_it_in_a_webinar_is_its_guest():
    guests, _hosts = people(
        "Begin with ropes, said Vera Brun, Rope Program Manager at the Quay Council (QC), in a Sept. "
        "18 webinar sponsored by the harbour.\n\n“Count them,” Brun said.",
        title="Secrets of a Rope Program",
    )
    assert guests == [("Vera Brun", "Rope Program Manager", "Quay Council (QC)")]


def test_programme_with_minutes_names_nobody():
    guests, _hosts = people(
        "Join us for a webinar on quays.\n\nAgenda\n\n  • Welcome (5 minutes)\n\n"
        "  • Opening Presentation (10 minutes)\n\n  • Audience Question and Answer (15 minutes)"
    )
    assert guests == []


def test_questions_are_moderated_by_one_and_answered_by_the_other():
    guests, hosts = people(
        "Questions were moderated by Quay Community chairwoman Vera Brun, of the Office of Quays, "
        "and answered by Director of Ropes for the Bureau of Ships, Petr Lis.\n\nQ: What is a rope?\n\n"
        "A: It holds a ship.",
        title="Ropes: A Q&A With Petr Lis",
    )
    assert [one[:1] for one in guests] == [("Petr Lis",)]
    assert guests[0][1:] == ("Director of Ropes", "Bureau of Ships")
    assert hosts == ["Vera Brun"]


def test_presenter_who_joins_us_is_a_guest():
    guests, hosts = people(
        "Come and learn about ropes. Joining us will be presenter Vera Brun, a rope practitioner at QC.",
        title="How the Harbour Did It",
    )
    assert guests == [("Vera Brun", "rope practitioner", "QC")]
    assert hosts == []


def test_who_sat_down_to_talk_is_a_guest():
    guests, _hosts = people(
        "You can't find Ben Example's boat. Recently, rope analyst Vera Brun sat down to discuss "
        "the work of the harbour, including:\n\n  • What it does\n\n  • Why it needs ropes",
        title="Harbour Podcast: Ropes",
    )
    assert [one[:2] for one in guests] == [("Vera Brun", "rope analyst")]


AUTHOR = (
    "Jan Malý is a Research Specialist with the Quay Library. The views expressed herein are those "
    "of the author."
)


def test_whose_words_go_on_in_a_report_spoke_there():
    guests, _hosts = people(
        "They hosted a workshop on ropes.\n\nPetr Lis, who is involved in the harbour’s effort, talked "
        "about his work. Lis noted that ropes cost.\n\nVera Brun explained how ropes are made. Brun "
        "is product manager for Open Wells, a shop. “They hold,” Brun said.\n\nIda Nová visited the "
        f"harbour once.\n\n{AUTHOR}",
        title="Rope Workshop Recap",
    )
    assert guests == [("Petr Lis", None, None), ("Vera Brun", "product manager", "Open Wells")]


def test_life_of_the_author_below_an_article_makes_no_guest():
    assert people(f"Ropes hold a ship.\n\n**{AUTHOR[:8]}**{AUTHOR[8:]}", title="Ropes") == ([], [])


def test_life_without_a_heading_names_who_is_announced():
    text = (
        "Ropes hold a ship.\n\nIn this session, Vera Brun will give an overview of ropes.\n\n"
        "Vera Brun is Open Wells’s Director of Rope Solutions and is based in the port."
    )
    guests, _hosts = people(text, title="Using Ropes")
    assert [one[0] for one in guests] == ["Vera Brun"]
    joined, _hosts = people(text.replace("In this session, Vera Brun will", "Join Vera Brun to"))
    assert [one[0] for one in joined] == ["Vera Brun"]


def test_panelists_behind_a_colon_are_told_with_their_houses():
    guests, hosts = people(
        "Vera Brun, National Rope Institute (NRI), and Ida Nová, Office of Ports (OP), moderated the "
        "discussion. This article sums up what was said by the panelists: Petr Lis, Library of Ropes "
        "(LR), Omar Said, Department of Ships (DS), and Jan Malý, NRI.\n\nThe final panelist, Omar "
        "Said, works on a campaign for ropes."
    )
    assert guests == [
        ("Petr Lis", None, "Library of Ropes (LR)"),
        ("Omar Said", None, "Department of Ships (DS)"),
        ("Jan Malý", None, "NRI"),
    ]
    assert hosts == ["Vera Brun", "Ida Nová"]


def test_who_joins_the_host_is_a_guest_whatever_stands_before_the_name():
    guests, hosts = people(
        "Ropes are honed here. Joining Vera Brun are Rope Product Manager Ida Nová, NRI Petr Lis, and "
        "Quay.org's Omar Said. The series is hosted by rope leaders, Vera Brun and Jan Malý.",
        title="Rope Series, Part Two",
    )
    assert guests == [
        ("Ida Nová", "Rope Product Manager", None),
        ("Petr Lis", None, "NRI"),
        ("Omar Said", None, "Quay.org"),
    ]
    assert hosts == ["Vera Brun", "Jan Malý"]


def test_office_of_what_somebody_directs_may_stand_before_the_name():
    guests, hosts = people(
        "During a recent event, Quay Council Director of Digital Strategy Vera Brun answered questions "
        "from moderator Jan Malý, Senior Rope Strategist at the Office of Ships, and the audience.",
        title="Key Insights on Ropes",
    )
    assert guests == [("Vera Brun", "Quay Council Director of Digital Strategy", None)]
    assert hosts == ["Jan Malý"]


def test_house_is_no_speaker_and_none_has_a_role():
    guests, _hosts = people(
        "Speakers included Vera Brun from the National Institutes of Rope and Infectious Quays Health "
        "(NIRQ), and Petr Lis from the Department of Ships (DS)."
    )
    assert [one[0] for one in guests] == ["Vera Brun", "Petr Lis"]
    listed, _hosts = people(SPEAKERS.format(line="Vera Brun, U.S. Department of Veterans Affairs"))
    assert listed[0] == ("Vera Brun", None, "U.S. Department of Veterans Affairs")
    dashed, _hosts = people(SPEAKERS.format(line="Vera Brun, Rope Team Co-lead — Office of Ships"))
    assert dashed[0] == ("Vera Brun", "Rope Team Co-lead", "Office of Ships")


def test_programme_of_talks_names_nobody():
    guests, _hosts = people(
        "Join us for a meeting on ropes.\n\nAgenda\n\n  • 9:00-9:15 a.m. – Intro: Why a rope?\n\n"
        "  • 9:15-10:00 a.m. – Panel 1: Getting Started - Content\n\n  • 10:00 - 10:15 a.m. – BREAK"
    )
    assert guests == []


def test_those_of_a_house_whom_a_report_lets_speak_are_guests():
    guests, _hosts = people(
        "Vera Brun of the Rope Museum advised to pull. Petr Lis of the Office of Ships and Ida Nová, of "
        "the Quay Council, showcased knots. Next up in the Expert Training Series is a module on sails.",
        title="Rope Summit: What Holds",
    )
    assert guests == [
        ("Vera Brun", None, "Rope Museum"),
        ("Petr Lis", None, "Office of Ships"),
        ("Ida Nová", None, "Quay Council"),
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Vera Brun supports the Office of Ships as an analyst. She ties.", ("analyst", "Office of Ships")),
        ("Major Vera Brun, a native daughter of Ohio, has flown for years.", ("Major", None)),
        ("Vera Brun, an 18-year civil servant, is praised a lot.", ("18-year civil servant", None)),
        ("Vera Brun, MSOD, is the Rope Assistant at the Quay House, Bethesda, MD. She ties.",
         ("Rope Assistant", "Quay House")),
        ("Vera Brun, Deputy Secretary for Ropes, Department of Ships – Office of Knots",
         ("Deputy Secretary for Ropes", "Department of Ships")),
        ("Vera Brun is a designer from Pittsburgh, PA She is the author of a book.", ("designer", None)),
    ],
)  # fmt: skip
def test_life_below_speakers_gives_what_somebody_is(line, told):
    guests, _hosts = people(SPEAKERS.format(line=line))
    assert guests[0] == ("Vera Brun", *told)


def test_given_name_tells_on_and_subjects_are_nobody():
    guests, _hosts = people(
        "Join us for a webinar on quays.\n\nSpeakers\n\nVera Brun — Institutes of Rope (IR)\n\nVera is an "
        "Associate Director for Knots at the Rope House, who ties. Vera’s degrees in Knot Science, Applied "
        "Ropery, and English Literature help.\n\nIda-Maria Nová — Quay Center (QC)\n\nIda-Maria C. Nová is "
        "the Knot Assistant at the Quay Center. She pulls."
    )
    assert [one[:2] for one in guests] == [
        ("Vera Brun", "Associate Director for Knots"),
        ("Ida-Maria Nová", "Knot Assistant"),
    ]


def test_some_of_those_who_were_interviewed_are_named():
    guests, _hosts = people(
        "I had the opportunity to interview several people from the harbour, including Vera Brun from "
        "the Office of Ships, Petr Lis from the Rope House, and many more.",
        title="Harbour Summit: Reflections",
    )
    assert guests == [("Vera Brun", None, "Office of Ships"), ("Petr Lis", None, "Rope House")]


def test_one_life_on_the_page_of_a_talk_is_its_speaker():
    life = "Vera Brun is co-product owner of the Rope Tool at the Office of Ships. She ties."
    told = [("Vera Brun", "co-product owner of the Rope Tool", "Office of Ships")]
    assert people(f"This talk is on ropes.\n\n{life}", title="Ropes of Today")[0] == told
    assert people(f"Join us.\n\n{life}", title="Rope Webinar Series, Episode 7")[0] == told
    assert people(f"They held a webinar on ropes.\n\n{life}", title="Rope Webinar Recap")[0] == []


def test_mentors_stand_below_a_heading_of_their_own():
    guests, _hosts = people(
        "This session is on careers.\n\nMentors:\n\nVera Brun, Deputy Rope Officer, Office of Ships\n\n"
        "Vera Brun was selected in May 2016 to serve as an officer.\n\nPetr Lis has 12+ years of "
        "experience with ropes.",
        title="Rope Session",
    )
    assert guests == [
        ("Vera Brun", "Deputy Rope Officer", "Office of Ships"),
        ("Petr Lis", None, None),
    ]


def test_two_who_will_speak_are_told_below():
    guests, _hosts = people(
        "Ida Nová and Vera Brun will share details of the harbour.\n\nVera Brun is a rope analyst "
        "with experience. She ties.\n\nIda Nová is a quay professional. Once, she sailed.",
        title="The Harbour Can Help",
    )
    assert [one[0] for one in guests] == ["Vera Brun", "Ida Nová"]


def test_who_sat_down_by_surname_is_known_by_the_full_name():
    guests, _hosts = people(
        "This is one of many insights offered by Vera Brun, Vice President of Ropes at the Quay Bank.\n\n"
        "In May, Brun sat down with the harbour to dig deeper.",
        title="Harbour Podcast: Leaders Come and Go",
    )
    assert guests == [("Vera Brun", "Vice President of Ropes", "Quay Bank")]


def test_panelists_of_a_report_may_stand_inside_a_sentence():
    guests, _hosts = people(
        "Some doubt it, but panelist Vera Brun, Deputy Director for Ropes, Quay House, recommends it.\n\n"
        "Ropes are cheap, according to Petr Lis from the Office of Ships and Ida Nová from the Rope House.",
        title="Quay Summit Recap",
    )
    assert [one[0] for one in guests] == ["Vera Brun", "Petr Lis", "Ida Nová"]


def test_one_speaker_of_a_report_is_its_guest_where_the_words_go_on():
    text = "In May, Vera Brun, Chief Rope Officer of the Quay, delivered the keynote address at the summit. "
    assert people(f"{text}“Ropes hold,” Brun said.", title="Rope Summit Recap")[0] == [
        ("Vera Brun", "Chief Rope Officer", "Quay")
    ]
    assert people(f"{text}It rained.", title="Rope Summit Recap")[0] == []


def test_who_manages_what_the_talk_is_on_is_its_speaker():
    life = "Vera Brun manages the rope archive of the Office of Ships. She ties."
    guests, _hosts = people(f"In this webinar, we’ll share how it works.\n\n{life}", title="Ropes")
    assert guests == [("Vera Brun", "manager of the rope archive", "Office of Ships")]
    assert people(f"They held a webinar on ropes.\n\n{life}", title="Ropes")[0] == []
