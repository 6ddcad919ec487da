"""Voices in the admin: proposed, confirmed once by an editor, shown to visitors after that."""

import pytest
from django.urls import reverse

from episodes.models import Appearance, Captions, EpisodePage
from tests import factories

from . import editing

CUES = [
    {"start": 0.0, "end": 2.0, "text": "PETRICKOVA: Courts need neighbours.", "speaker": None},
    {"start": 2.0, "end": 4.0, "text": "Why?", "speaker": "Ben"},
    {"start": 4.0, "end": 6.0, "text": "NOTE: this.", "speaker": None},
]


@pytest.fixture
def episode(series, ana):
    page = factories.episode(series, [ana], live=False)
    page.appearances.add(Appearance(name="Jan Hora", capacity="host"))
    video = page.videos.get()
    video.captions.add(Captions(language="en", cues=CUES))
    page.videos.add(video)
    page.save_revision().publish()
    return EpisodePage.objects.get()


def url(episode):
    return reverse("episodes:voices", args=[episode.pk])


def parts(editor, episode):
    (cast,) = editor.get(url(episode)).context["casts"]
    return [(one.voice.name, one.choice, one.is_confirmed) for one in cast.parts]


def test_page_says_which_episode_it_is(editor, episode):
    shown = editor.get(url(episode)).content.decode()
    assert f'<a href="{editing.edit_url(episode)}">{episode.title}</a></h2>' in shown


def send(editor, episode, **answers):
    fields = {"revision": editor.get(url(episode)).context["revision"]}
    fields |= {name.replace("_", "-"): value for name, value in answers.items()}
    return editor.post(url(episode), fields, follow=True)


def names(client, episode):
    return [one.name for one in client.get(episode.get_url()).context["transcript"].parts]


def test_person_is_proposed_and_shown_to_nobody_until_confirmed(editor, episode):
    assert parts(editor, episode) == [
        ("PETRICKOVA", "0", False),
        ("Ben", "", False),
        ("NOTE", "", False),
    ]
    assert names(editor, episode) == ["PETRICKOVA", "Ben", "NOTE"]


def test_confirmed_voices_are_shown_once_published(editor, episode):
    send(editor, episode, voice_0_0_0="0", voice_0_0_1="other", voice_0_0_2="nobody")
    assert names(editor, episode) == ["PETRICKOVA", "Ben", "NOTE"]
    assert parts(editor, episode) == [
        ("PETRICKOVA", "0", True),
        ("Ben", "other", True),
        ("NOTE", "nobody", True),
    ]
    EpisodePage.objects.get().get_latest_revision().publish()
    assert names(editor, episode) == ["Ana Petříčková", "Ben", ""]
    assert Captions.objects.get().cues == CUES


def test_answer_that_nobody_can_choose_settles_nothing(editor, episode):
    send(editor, episode, voice_0_0_0="7", voice_0_0_1="²", voice_0_0_2="-1")
    assert [one[2] for one in parts(editor, episode)] == [False, False, False]


def test_name_that_holds_is_kept(editor, episode):
    send(editor, episode, last_0_0="on")
    draft = EpisodePage.objects.get().get_latest_revision_as_object()
    assert draft.videos.get().captions.get().voices_last is True


@pytest.mark.parametrize("is_in_background", [False, True])
def test_nothing_is_saved_over_somebody_elses_change(editor, episode, is_in_background):
    before = editor.get(url(episode)).context["revision"]
    editing.save_again(EpisodePage.objects.get(), is_in_background)
    answer = editor.post(url(episode), {"revision": before, "voice-0-0-0": "0"}, follow=True)
    assert "nothing was saved" in answer.content.decode()
    assert parts(editor, episode)[0] == ("PETRICKOVA", "0", False)


def test_editor_of_an_episode_leads_to_its_voices(editor, episode):
    shown = editor.get(reverse("wagtailadmin_pages:edit", args=[episode.pk]))
    assert url(episode) in shown.content.decode()


def test_visitor_is_sent_to_the_login(client, episode):
    assert client.get(url(episode)).status_code == 302
