"""What stands behind the takeaways: sentences on the recording, and remarks."""

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
