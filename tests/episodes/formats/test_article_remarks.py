"""Remarks: what stands behind the takeaways, and words that are nobody's."""

import datetime as dt

import pytest

from episodes.formats import article

HEAD = """\
Benches that nobody may sleep on #Example

March 4, 2024

In this episode of #Example Chat, Nino Abashidze, the Director of the Shade Institute, joined us.

A square is not a corridor

People meet where they may stay.

In this video, you will learn that:

  • A bench says who is welcome.

"""
RECORDED = "The discussion was recorded on February 20, 2024 in cooperation with Four Lamps."
REMARK = "The benches on the photograph are no longer there."


@pytest.mark.parametrize(
    ("closing", "remarks"),
    [
        (RECORDED, []),
        (f"{RECORDED}\n\n{REMARK}", [REMARK]),
        (f"{REMARK}\n\n{RECORDED}", [REMARK]),
        (f"{RECORDED}\n\n{REMARK}\n\n{REMARK}", [REMARK, REMARK]),
    ],
)
def test_closing_takes_the_recording_and_leaves_remarks_in_the_body(closing, remarks):
    draft = article.parse(HEAD + closing)
    assert draft.recorded_date == dt.date(2024, 2, 20)
    assert [partner.name for partner in draft.partners] == ["Four Lamps"]
    assert draft.closing_note == RECORDED
    assert [part.text for part in draft.body] == [
        "A square is not a corridor",
        "People meet where they may stay.",
        *remarks,
    ]


@pytest.mark.parametrize("tail", ["somebody added", "one of the neighbours said"])
def test_words_of_a_person_without_a_name_are_nobodys(tail):
    sentence = f"Ms. Abashidze recalled that on a wall “nobody knows what will come next,” {tail}."
    draft = article.parse(HEAD.replace("People meet where they may stay.", sentence) + RECORDED)
    assert [(quote.speaker, quote.text) for quote in draft.quotes] == [
        (None, "nobody knows what will come next")
    ]
    assert [problem.where for problem in draft.problems] == ["quotes"]


@pytest.mark.parametrize(
    ("item", "quotes"),
    [
        ("“Shade is a right,” Ms. Abashidze said.", [("Nino Abashidze", "Shade is a right")]),
        ("Who remembers “The Bench Incident of 1999”?", []),
        ("“Shade is a right for those who wait,” somebody said.", []),
    ],
)
def test_items_of_a_list_are_quoted_where_their_speaker_is_certain(item, quotes):
    body = f"They spoke of three things:\n\n• {item}\n\n• It rained?\n\nThen they left."
    draft = article.parse(HEAD.replace("People meet where they may stay.", body) + RECORDED)
    assert [(quote.speaker, quote.text) for quote in draft.quotes] == quotes
    assert draft.problems == ()


def test_title_that_is_far_too_long_is_a_title_where_the_day_follows():
    title = "Rain, ropes and wells " * 12
    draft = article.parse(f"{title}\n\nMay 3, 2022\n\nVera Malá, a judge, joined us.")
    assert draft.title == title.strip()
    without_day = article.parse(f"{title}\n\nVera Malá, a judge, joined us.")
    assert [one.where for one in without_day.problems][:1] == ["title"]
