"""The preview of a page that nobody has saved yet, whatever is missing in it."""

import pytest
from django.urls import reverse

from tests import factories

from . import editing

QUOTE = {"text": "Rules last.", "speaker_name": "", "start": "", "end": "", "speaker": ""}


def preview_of_new(editor, series, form):
    url = reverse("wagtailadmin_pages:preview_on_add", args=["episodes", "episodepage", series.pk])
    return shown(editor, url, form)


def shown(editor, url, form):
    answer = editor.post(url, form).json()
    assert answer == {"is_valid": True, "is_available": True}
    response = editor.get(url)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(
    "rows",
    [
        {},
        {"title": ""},
        {"people": [editing.person()]},
        {"people": [editing.person(name="Somebody")]},
        {"videos": [editing.video(link="")]},
        {"videos": [editing.video(captions=[editing.captions("")])]},
        {"partners": [editing.partner()]},
        {"partners": [editing.partner(organisation_name="Four Lamps")]},
        {"takeaways": [editing.takeaway("")]},
        {"body": [("quote", QUOTE), ("heading", ""), ("video", {"link": "", "title": ""})]},
        {"body": [("image", {"image": "", "caption": ""}), ("document", {"document": ""})]},
        {"premieres_at": "2090-01-01 10:00"},
        {"tags": '"Courts", "New one"'},
    ],
)
def test_preview_of_an_unsaved_incomplete_episode(editor, series, rows):
    form = editing.episode_form(**{"title": "Unsaved", **rows})
    page = preview_of_new(editor, series, form)
    assert rows.get("title", "Unsaved") in page


def test_preview_shows_unsaved_people_videos_and_words(editor, series, ana, institute):
    form = editing.complete_form(
        ana,
        title="Unsaved",
        people=[editing.person(ana, role="Judge then", organisation=institute.pk)],
        partners=[editing.partner(organisation=institute.pk)],
        takeaways=[editing.takeaway("Courts need neighbours.", "0:30")],
        body=[("quote", {**QUOTE, "speaker": ana.pk})],
    )
    page = preview_of_new(editor, series, form)
    for words in ("Ana Petříčková", "Judge then", "Institute of Courts", "Courts need neighbours."):
        assert words in page
    assert "Rules last." in page


def test_preview_of_a_live_episode_shows_what_is_being_changed(editor, series, ana, ben):
    page = factories.episode(series, [ana], title="Live")
    form = editing.episode_form(title="Changed", people=[editing.person(ben)])
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    html = shown(editor, url, form)
    assert "Changed" in html and "Ben Osei" in html


def test_saved_draft_without_anything_is_shown(editor, series):
    page = factories.episode(series, [], video="", live=False, lead="", published_on=None)
    response = editor.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert response.status_code == 200


def test_unsaved_words_are_shown_as_others_will_meet_them(editor, series, ana):
    form = editing.complete_form(
        ana, title="Unsaved", lead="Who talks about what.", search_description="A short one."
    )
    url = reverse("wagtailadmin_pages:preview_on_add", args=["episodes", "episodepage", series.pk])
    assert editor.post(url, form).json()["is_valid"]
    expected = {
        "card": ["In the list of its series", 'class="card"', "Ana Petříčková"],
        "search": ["In a search engine", "Who talks about what.", "A short one."],
        "shared": ["Sent in a messenger", "A short one.", "Without a poster"],
    }
    for mode, texts in expected.items():
        page = editor.get(url, {"mode": mode}).content.decode()
        for text in ("Unsaved", 'content="noindex"', *texts):
            assert text in page, (mode, text)


@pytest.mark.parametrize("mode", ["card", "search", "shared", "nonsense"])
def test_a_draft_without_anything_is_shown_in_every_way(editor, series, mode):
    page = factories.episode(series, [], video="", live=False, lead="", published_on=None)
    page.poster = factories.image("Poster")
    page.save_revision(clean=False)
    url = reverse("wagtailadmin_pages:view_draft", args=[page.pk])
    assert editor.get(url, {"mode": mode}).status_code == 200
