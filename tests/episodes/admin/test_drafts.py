"""Saving a draft: anything may be missing, nothing may be wrong."""

import pytest
from wagtail.test.utils.form_data import streamfield

from episodes.models import EpisodePage
from tests import factories

from . import editing


def save(editor, series, **form):
    return editor.post(editing.new_url(series), editing.episode_form(**form))


def test_draft_is_saved_with_a_title_alone(editor, series):
    response = save(editor, series)
    page = editing.saved_episode()
    assert response.status_code == 302
    assert (page.title, page.live) == ("A conversation", False)


def test_draft_is_saved_with_empty_rows_and_blocks(editor, series):
    quote = {"text": "", "speaker": "", "speaker_name": "", "start": "", "end": ""}
    links = {"links": streamfield([("item", {"title": "", "page": "", "url": ""})])}
    response = save(
        editor,
        series,
        people=[editing.person()],
        partners=[editing.partner()],
        videos=[editing.video(link="", captions=[editing.captions("", language="")])],
        takeaways=[editing.takeaway("")],
        body=[
            ("heading", ""),
            ("quote", quote),
            ("image", {"image": "", "caption": ""}),
            ("video", {"link": "", "title": ""}),
            ("document", {"document": "", "label": ""}),
            ("links", links),
        ],
    )
    assert response.status_code == 302, editing.errors_of(response)
    page = editing.saved_episode().get_latest_revision_as_object()
    assert len(page.body) == 6


@pytest.mark.parametrize(
    "title, saved",
    [
        ("Courts\u00a0and   judges #Example", "Courts and judges"),
        ("Courts\r\nand judges", "Courts and judges"),
        ("#Example", "#Example"),
        ("Zrušit\u200b soudy?", "Zrušit soudy?"),
        ("مرحبا 👋", "مرحبا 👋"),
    ],
)
def test_draft_title_is_cleaned(editor, series, title, saved):
    save(editor, series, title=title)
    assert editing.saved_episode().title == saved


def test_draft_without_visible_title_is_refused(editor, series):
    response = save(editor, series, title="\u200b\u2060")
    assert editing.errors_of(response) == {
        "title": ["Write a title: this one has no visible letters."]
    }
    assert not EpisodePage.objects.exists()


@pytest.mark.parametrize(
    "link, sentence",
    [
        ("https://example.org/clip", "example.org"),
        ("https://www.youtube.com/playlist?list=PL123", "playlist"),
        ("javascript:alert(1)", "URL"),
    ],
)
def test_draft_refuses_a_wrong_video_address_at_its_field(editor, series, link, sentence):
    response = save(editor, series, videos=[editing.video(link=link)])
    errors = editing.errors_of(response)
    assert list(errors) == ["videos-0-link"]
    assert sentence in errors["videos-0-link"][0]


@pytest.mark.parametrize("written", ["99:99", "-5", "soon", "1:2:3:4", "9999999999"])
def test_draft_refuses_a_wrong_time_with_a_sentence(editor, series, written):
    response = save(editor, series, takeaways=[editing.takeaway("Courts matter.", written)])
    errors = editing.errors_of(response)
    assert list(errors) == ["takeaways-0-start_s"]
    assert "is not a time in a video" in errors["takeaways-0-start_s"][0]


def test_draft_keeps_times_in_seconds(editor, series):
    save(editor, series, takeaways=[editing.takeaway("Courts matter.", "12:34", "1:00:01")])
    takeaway = editing.saved_episode().takeaways.get()
    assert (takeaway.start_s, takeaway.end_s) == (754, 3601)


def test_draft_refuses_an_end_before_its_start(editor, series):
    response = save(editor, series, takeaways=[editing.takeaway("Courts.", "2:00", "1:00")])
    assert editing.errors_of(response) == {"takeaways-0-end_s": ["The end comes before the start."]}


@pytest.mark.parametrize("field", ["published_on", "recorded_on", "premieres_at", "go_live_at"])
@pytest.mark.parametrize("year", ["0001", "9999"])
def test_draft_refuses_a_year_out_of_reach(editor, series, field, year):
    time = " 00:00" if field.endswith("_at") else ""
    response = save(editor, series, **{field: f"{year}-01-01{time}"})
    assert response.status_code == 200
    assert list(editing.errors_of(response)) == [field]


def test_draft_is_saved_by_autosave_as_it_is(editor, series):
    response = editor.post(
        editing.new_url(series), editing.episode_form(), HTTP_ACCEPT="application/json"
    )
    assert response.json()["success"] is True
    page = editing.saved_episode()
    form = editing.episode_form(videos=[editing.video(link="https://example.org/")])
    refused = editor.post(editing.edit_url(page), form, HTTP_ACCEPT="application/json")
    assert refused.json()["error_code"] == "validation_error"
    form = editing.episode_form(videos=[editing.video(link="")])
    again = editor.post(editing.edit_url(page), form, HTTP_ACCEPT="application/json")
    assert again.json()["success"] is True


def test_live_episode_takes_an_incomplete_draft_and_stays_as_it_is(editor, series, ana):
    page = factories.episode(series, [ana], title="Live")
    response = editor.post(editing.edit_url(page), editing.episode_form(title="Live, changed"))
    page.refresh_from_db()
    assert response.status_code == 302
    assert (page.live, page.title, page.appearances.count()) == (True, "Live", 1)
    assert page.get_latest_revision_as_object().title == "Live, changed"
