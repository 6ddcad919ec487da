"""What an episode's page shows of what was said, and what it costs to fetch."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from episodes.models import Appearance, Captions, EpisodeVideo
from tests import factories

CUE = {"start": 1.5, "end": 3.0, "text": "Courts need neighbours.", "speaker": None}


@pytest.fixture
def ana(people):
    return factories.SpeakerPageFactory(parent=people, title="Ana Petříčková", role="Judge")


@pytest.fixture
def episode(series, ana):
    return factories.episode(series, [ana])


def cues(*texts, speaker=None):
    return [
        {"start": n * 2.0, "end": n * 2 + 2.0, "text": text, "speaker": speaker}
        for n, text in enumerate(texts)
    ]


def add_captions(episode, language="en", video=None, **fields):
    fields = {"cues": [CUE], **fields}
    return Captions.objects.create(video=video or episode.videos.get(), language=language, **fields)


def shown(client, episode, query=""):
    return client.get(episode.get_url() + query).context["transcript"]


def test_episode_without_captions_has_no_transcript(client, episode):
    assert shown(client, episode) is None


def test_language_is_that_of_the_page_unless_the_address_names_another(client, episode):
    czech, english = add_captions(episode, "cs"), add_captions(episode, "en")
    default, chosen = shown(client, episode), shown(client, episode, "?transcript=cs")
    assert (default.captions, default.is_chosen) == (english, False)
    assert (chosen.captions, chosen.is_chosen) == (czech, True)
    assert shown(client, episode, "?transcript=rubbish").captions == english
    assert list(default.choices) == [czech, english]


def test_language_that_is_spoken_comes_before_others(client, episode):
    add_captions(episode, "de")
    slovak = add_captions(episode, "sk")
    episode.spoken_language = "sk"
    episode.save()
    assert shown(client, episode).captions == slovak


def test_captions_of_another_source_with_the_same_seconds_are_shown(client, episode):
    full = EpisodeVideo(kind="full", link="https://vimeo.com/76979871")
    other = EpisodeVideo(link="https://vimeo.com/76979872")
    episode.videos.add(full, other)
    episode.save_revision().publish()
    full, other = EpisodeVideo.objects.order_by("sort_order")[1:]
    add_captions(episode, "en", video=full)
    assert shown(client, episode) is None
    english = add_captions(episode, "en", video=other)
    assert shown(client, episode).captions == english


def test_descriptions_and_chapters_are_no_transcript(client, episode):
    add_captions(episode, kind="descriptions")
    add_captions(episode, kind="chapters")
    assert shown(client, episode) is None


def test_right_to_left_is_known(client, episode):
    add_captions(episode, "ar")
    assert (shown(client, episode).language, shown(client, episode).direction) == ("ar", "rtl")
    body = client.get(episode.get_url()).content.decode()
    assert 'lang="ar" dir="rtl"' in body


def parts(client, episode):
    return [
        (one.name, one.appearance, one.is_first, [sentence.text for sentence in one.sentences])
        for one in shown(client, episode).parts
    ]


def test_voice_that_nobody_confirmed_is_a_name_and_no_person(client, episode):
    add_captions(episode, cues=cues("Hello.", speaker="Ana Petříčková"))
    assert parts(client, episode) == [("Ana Petříčková", None, True, ["Hello."])]


def test_confirmed_voice_is_the_person_of_that_day(client, episode, ana):
    ana.role = "Minister"
    ana.save_revision().publish()
    said = [*cues("Hello.", speaker="ANA"), {**CUE, "start": 8, "end": 9, "speaker": "ANA"}]
    add_captions(episode, cues=said, voices={"ANA": {"speaker": ana.pk, "name": "Ana P."}})
    appearance = episode.appearances.get()
    assert parts(client, episode) == [
        ("Ana Petříčková", appearance, True, ["Hello."]),
        ("", None, False, ["Courts need neighbours."]),
    ]
    body = client.get(episode.get_url()).content.decode()
    name = f'<a class="part-name" href="{ana.get_url()}">Ana Petříčková</a>'
    assert name + '<span class="part-role">Judge</span>' in body


def test_page_of_a_hidden_person_is_not_linked(client, episode, ana):
    add_captions(
        episode,
        cues=cues("Hello.", speaker="ANA"),
        voices={"ANA": {"speaker": ana.pk, "name": "Ana"}},
    )
    ana.unpublish()
    body = client.get(episode.get_url()).content.decode()
    assert '<span class="part-name">Ana Petříčková</span>' in body
    assert ana.get_url() not in body


def test_voice_of_a_copy_is_known_by_name(client, episode):
    add_captions(
        episode,
        cues=cues("Hello.", speaker="JH"),
        voices={"JH": {"speaker": 99_999, "name": "Jan Hora"}},
    )
    episode.appearances.add(Appearance(name="JAN HORA", role="Host", capacity="host"))
    episode.save_revision().publish()
    assert parts(client, episode)[0][0] == "JAN HORA"


def test_what_an_editor_called_no_person_is_part_of_the_text(client, episode):
    said = cues("NOTE: this.", "NOTE: that.")
    captions = add_captions(episode, cues=said)
    assert [one[0] for one in parts(client, episode)] == ["NOTE", ""]
    Captions.objects.filter(pk=captions.pk).update(voices={"NOTE": {"nobody": True}})
    assert parts(client, episode) == [("", None, True, ["NOTE: this.", "NOTE: that."])]


def test_names_last_where_an_editor_said_so(client, episode):
    add_captions(episode, cues=cues("ANA: One.", "Two."), voices_last=True)
    assert parts(client, episode) == [("ANA", None, True, ["One.", "Two."])]


def test_chapters_of_the_editor_come_before_those_of_a_file(client, episode):
    chapters = [{"start": 0.0, "end": 9.0, "text": "Beginning", "speaker": None}]
    add_captions(episode, kind="chapters", cues=chapters)
    context = client.get(episode.get_url()).context
    assert [(one.start_s, one.title) for one in context["chapters"]] == [(0, "Beginning")]
    EpisodeVideo.objects.update(chapters=[{"start": 0, "title": "Written"}])
    context = client.get(episode.get_url()).context
    assert [(one.start_s, one.title) for one in context["chapters"]] == [(0, "Written")]


def queries(client, episode):
    client.get(episode.get_url())
    with CaptureQueriesContext(connection) as captured:
        assert client.get(episode.get_url()).status_code == 200
    return captured


def test_transcript_and_chapters_cost_one_query_however_much_was_said(client, episode):
    before = len(queries(client, episode))
    add_captions(episode, "en", cues=cues(*["Courts need neighbours."] * 3))
    small = len(queries(client, episode))
    add_captions(episode, "cs", cues=cues(*["NEVER SHOWN"] * 2000))
    add_captions(episode, kind="chapters")
    Captions.objects.filter(language="en", kind="captions").update(
        cues=cues(*["Courts need neighbours."] * 1500)
    )
    large = queries(client, episode)
    assert (small, len(large)) == (before + 1, before + 1)
    fetching = [one["sql"] for one in large if '"cues"' in one["sql"]]
    assert len(fetching) == 1
