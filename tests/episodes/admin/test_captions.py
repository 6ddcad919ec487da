"""Captions in the editor: a file or its text, kept through drafts, revisions and publishing."""

from django.core.files.uploadedfile import SimpleUploadedFile

from episodes.models import Captions, EpisodePage
from tests import factories

from . import editing

VTT = "WEBVTT\n\n00:01.000 --> 00:02.500\n<v Ana>Courts need neighbours.\n"
SRT = "1\n00:00:01,000 --> 00:00:02,500\nCourts need neighbours.\n"
CUES = [{"start": 1.0, "end": 2.5, "text": "Courts need neighbours.", "speaker": "Ana"}]


def post(editor, series, ana, text="", file=None, **fields):
    form = editing.complete_form(
        ana, videos=[editing.video(captions=[editing.captions(text, **fields)])]
    )
    if file:
        form["videos-0-captions-0-cues_file"] = file
    return editor.post(editing.new_url(series), form)


def draft_captions():
    page = EpisodePage.objects.get().get_latest_revision_as_object()
    return page.videos.get().captions.get()


def test_pasted_captions_become_cues(editor, series, ana):
    post(editor, series, ana, VTT)
    assert draft_captions().cues == CUES


def test_uploaded_captions_become_cues(editor, series, ana):
    file = SimpleUploadedFile("talk.srt", SRT.encode(), "text/plain")
    post(editor, series, ana, file=file)
    assert draft_captions().cues == [{**CUES[0], "speaker": None}]


def test_rubbish_as_captions_is_refused_at_its_field(editor, series, ana):
    file = SimpleUploadedFile("talk.vtt", b"\x00\xff\x00 not captions", "text/plain")
    response = post(editor, series, ana, file=file)
    assert list(editing.errors_of(response)) == ["videos-0-captions-0-cues"]
    assert not EpisodePage.objects.exists()


def test_captions_without_cues_are_kept_in_a_draft_but_not_published(editor, series, ana):
    form = editing.complete_form(ana, videos=[editing.video(captions=[editing.captions()])])
    refused = editor.post(editing.new_url(series), {**form, "action-publish": "1"})
    assert list(editing.errors_of(refused)) == ["videos-0-captions-0-cues"]
    assert editor.post(editing.new_url(series), form).status_code == 302
    assert draft_captions().cues == []


def resend(editor, page, **fields):
    """Opens the editor and sends back what stands there."""
    video = page.videos.get()
    captions = video.captions.get()
    shown = editor.get(editing.edit_url(page)).context["form"]
    row = shown.formsets["videos"].forms[0].formsets["captions"].forms[0]
    _, text = row.fields["cues"].widget.decompress(row.initial["cues"])
    form = editing.complete_form(
        page.appearances.get().speaker,
        people=[editing.person(page.appearances.get().speaker, id=page.appearances.get().pk)],
        videos=[
            editing.video(
                id=video.pk,
                captions=[editing.captions(text, id=captions.pk)],
                initial_captions=1,
            )
        ],
        initial={"appearances": 1, "videos": 1},
        **fields,
    )
    return editor.post(editing.edit_url(page), form)


def published(editor, series, ana):
    form = editing.complete_form(
        ana, videos=[editing.video(captions=[editing.captions(VTT)])], **{"action-publish": "1"}
    )
    editor.post(editing.new_url(series), form)
    return EpisodePage.objects.get()


def test_captions_are_published_and_kept_when_saved_again(editor, series, ana):
    page = published(editor, series, ana)
    before = Captions.objects.get()
    assert (page.live, before.cues) == (True, CUES)
    assert resend(editor, page, title="Again").status_code == 302
    assert draft_captions().cues == CUES
    assert resend(editor, page, **{"action-publish": "1"}).status_code == 302
    assert Captions.objects.get() == before
    assert Captions.objects.get().cues == CUES


def test_captions_typed_while_autosaving_are_stored_once(editor, series, ana):
    page = factories.episode(series, [ana], live=False)
    video = page.videos.get()
    form = editing.episode_form(
        videos=[editing.video(id=video.pk, captions=[editing.captions(VTT)])],
        initial={"videos": 1},
    )
    url = editing.edit_url(page)
    first = editor.post(url, form, HTTP_ACCEPT="application/json").json()
    for name, value in first["field_updates"].items():
        form[name] = value
    editor.post(url, form, HTTP_ACCEPT="application/json")
    assert [row.cues for row in Captions.objects.all()] == [CUES]
