"""Odd and hostile input through the editor: a sentence or a plain text, never an error page."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils.html import escape
from wagtail.test.utils.form_data import rich_text
from wagtailmedia.models import get_media_model

from episodes.models import EpisodePage, EpisodeVideo
from tests import factories

from . import editing

SCRIPT = "<script>alert(1)</script>"
TEXTS = {
    "script": SCRIPT,
    "attribute": "\"><img src=x onerror=alert(1)>'",
    "template": "{{ settings.SECRET_KEY }}{% include 'x' %}",
    "emoji": "👩🏽‍🚀🏳️‍🌈",
    "right-to-left": "\u202eمرحبا بالعالم\u202c",
    "zero-width": "a\u200bb\ufeffc",
    "long": "x" * 10_000,
    "control": "a\x01b\x1fc",
    "spaces": " \t\n ",
}


def everywhere(text):
    """A form with this text in every field; the keys that choosers write stay empty."""
    return {
        "title": text,
        "slug": text,
        "published_on": text,
        "premieres_at": text,
        "abridged_note": text,
        "language_note": text,
        "spoken_language": text,
        "lead": text,
        "tags": text,
        "seo_title": text,
        "search_description": text,
        "go_live_at": text,
        "people": [editing.person(name=text, honorific=text, role=text, capacity=text,
                                  organisation_name=text, country=text)],
        "partners": [editing.partner(organisation_name=text, relation=text)],
        "videos": [editing.video(link=text, duration_s=text, kind=text, language=text,
                                 captions=[editing.captions(text, label=text, language=text)])],
        "takeaways": [editing.takeaway(text, text, text)],
        "body": [
            ("heading", text),
            ("paragraph", rich_text(f"<p>{escape(text)}</p>")),
            ("quote", {"text": text, "speaker": "", "speaker_name": text, "start": text,
                       "end": text}),
            ("image", {"image": "", "caption": text}),
            ("video", {"link": text, "title": text}),
            ("document", {"document": "", "label": text}),
        ],
    }  # fmt: skip


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_any_text_in_every_field_gets_sentences(editor, series, text):
    form = {**editing.episode_form(**everywhere(text)), "action-publish": "1"}
    response = editor.post(editing.new_url(series), form)
    assert response.status_code == 200
    assert editing.errors_of(response)
    assert not EpisodePage.objects.exists()
    assert SCRIPT not in response.content.decode()
    preview = reverse(
        "wagtailadmin_pages:preview_on_add", args=["episodes", "episodepage", series.pk]
    )
    assert editor.post(preview, form).status_code == 200
    assert editor.get(preview).status_code == 200


@pytest.mark.parametrize("name", ["script", "attribute", "template", "emoji", "right-to-left"])
def test_text_is_shown_as_text_everywhere(editor, series, people, organisations, name):
    text = TEXTS[name]
    person = factories.SpeakerPageFactory(parent=people, title=text, slug="x", role=text)
    house = factories.OrganisationPageFactory(parent=organisations, title=text, slug="x")
    page = factories.episode(series, [person], title=text, slug="x", lead=text)
    form = editing.complete_form(
        person,
        title=text,
        lead=text,
        tags=f'"{text.replace(chr(34), "")}"',
        language_note=text,
        abridged_note=text,
        people=[editing.person(person, role=text, organisation=house.pk, honorific=text[:40])],
        partners=[editing.partner(organisation=house.pk)],
        takeaways=[editing.takeaway(text)],
        body=[
            ("heading", text),
            (
                "quote",
                {"text": text, "speaker": person.pk, "start": "", "end": "", "speaker_name": ""},
            ),
        ],
        **{"action-publish": "1", "slug": "y"},
    )
    answer = editor.post(editing.new_url(series), form)
    assert answer.status_code == 302, editing.errors_of(answer)
    new = EpisodePage.objects.exclude(pk=page.pk).get()
    addresses = [
        editing.edit_url(new),
        reverse("episodes:index"),
        reverse("people:index"),
        reverse("organisations:index"),
        reverse("wagtailsnippets_episodes_episodetag:list"),
        reverse("person_chooser:choose_results"),
        reverse("wagtailadmin_explore", args=[series.pk]),
        reverse("wagtailadmin_pages:usage", args=[person.pk]),
        reverse("wagtailadmin_pages:delete", args=[person.pk]),
        reverse("wagtailadmin_pages:history", args=[new.pk]),
        new.get_url(),
        person.get_url(),
        house.get_url(),
        series.get_url(),
    ]
    for address in addresses:
        response = editor.get(address, follow=True)
        assert response.status_code == 200, address
        html = response.content.decode()
        assert SCRIPT not in html, address
        assert "<img src=x onerror" not in html, address


def test_unknown_people_and_files_are_refused(editor, series):
    form = editing.episode_form(
        people=[editing.person(speaker=None) | {"speaker": "99999"}],
        videos=[editing.video(link="", media="99999")],
        poster="99999",
    )
    errors = editing.errors_of(editor.post(editing.new_url(series), form))
    assert set(errors) == {"appearances-0-speaker", "videos-0-media", "poster"}


@pytest.mark.parametrize("speaker", ["series", "episode"])
def test_page_of_another_kind_is_no_person(editor, series, ana, speaker):
    page = series if speaker == "series" else factories.episode(series, [ana])
    form = editing.episode_form(people=[editing.person(page)])
    errors = editing.errors_of(editor.post(editing.new_url(series), form))
    assert list(errors) == ["appearances-0-speaker"]


def test_link_and_file_in_one_video_are_refused(editor, series):
    media = get_media_model().objects.create(
        title="Film", type="video", file=ContentFile(b"film", name="film.mp4"), duration=1
    )
    form = editing.episode_form(videos=[editing.video(media=media.pk)])
    errors = editing.errors_of(editor.post(editing.new_url(series), form))
    assert list(errors) == ["videos-0-link"]
    assert not EpisodeVideo.objects.exists()


def test_rows_without_their_count_are_refused_and_not_lost(editor, series, ana):
    page = factories.episode(series, [ana], live=False)
    form = editing.episode_form()
    del form["appearances-TOTAL_FORMS"]
    response = editor.post(editing.edit_url(page), form)
    assert response.status_code in (200, 400)
    assert EpisodePage.objects.get().appearances.count() == 1
