"""Captions, transcripts and chapters as files below an episode's address."""

import pytest

from episodes.formats import captions
from episodes.models import Captions, EpisodeVideo
from tests import factories

SAID = [
    {"start": 1.0, "end": 2.0, "text": "Why courts?", "speaker": "ANA"},
    {"start": 2.0, "end": 4.0, "text": "Because.", "speaker": None},
]
CHAPTERS = [{"start": 0, "title": "Welcome & more"}, {"start": 60, "title": "Courts"}]


@pytest.fixture
def ana(people):
    return factories.SpeakerPageFactory(parent=people, title="Ana Petříčková")


@pytest.fixture
def episode(series, ana):
    page = factories.episode(series, [ana], title="A talk")
    Captions.objects.create(
        video=page.videos.get(),
        language="en",
        cues=SAID,
        voices={"ANA": {"speaker": ana.pk, "name": "Ana"}},
    )
    return page


def get(client, episode, name):
    return client.get(episode.get_url() + name)


def test_text_names_who_spoke(client, episode):
    answer = get(client, episode, f"transcript/{Captions.objects.get().pk}/")
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode() == "Ana Petříčková: Why courts?\n\nBecause.\n"


def test_captions_may_be_read_from_other_sites(client, episode):
    answer = get(client, episode, f"captions/{Captions.objects.get().pk}/")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    read = captions.read(answer.content, "captions.vtt")
    assert captions.cues_to_json(read.cues) == SAID


def test_chapters_are_json_of_podcasting_and_a_track(client, episode):
    EpisodeVideo.objects.update(chapters=CHAPTERS)
    answer = get(client, episode, "chapters/")
    assert answer.headers["Content-Type"] == "application/json+chapters"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.json() == {
        "version": "1.2.0",
        "title": "A talk",
        "chapters": [
            {"startTime": 0, "title": "Welcome & more", "endTime": 60},
            {"startTime": 60, "title": "Courts", "endTime": 1810},
        ],
    }
    track = captions.read(get(client, episode, "chapters/track/").content, "chapters.vtt")
    assert [(cue.start, cue.end, cue.text) for cue in track.cues] == [
        (0, 60, "Welcome & more"),
        (60, 1810, "Courts"),
    ]


@pytest.mark.parametrize("name", ["chapters/", "chapters/track/", "transcript/99999/"])
def test_what_is_not_there_is_not_found(client, episode, name):
    assert get(client, episode, name).status_code == 404


def test_files_of_another_episode_are_not_found(client, episode, series, ana):
    other = factories.episode(series, [ana])
    pk = Captions.objects.get().pk
    assert get(client, other, f"captions/{pk}/").status_code == 404
    assert get(client, other, f"transcript/{pk}/").status_code == 404


def test_descriptions_are_no_text_of_what_was_said(client, episode):
    Captions.objects.update(kind="descriptions")
    pk = Captions.objects.get().pk
    assert get(client, episode, f"transcript/{pk}/").status_code == 404
    assert get(client, episode, f"captions/{pk}/").status_code == 200


def test_draft_gives_no_files(client, episode):
    episode.unpublish()
    assert get(client, episode, f"transcript/{Captions.objects.get().pk}/").status_code == 404
