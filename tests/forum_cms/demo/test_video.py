"""The video that plays from the site itself: small, quick to start, with captions that fit."""

import re
import struct

import pytest
import webvtt

from forum_cms.demo import hum, make_video, material

DEMO = material.load()
EPISODE = next(episode for episode in DEMO.episodes if any(video.file for video in episode.videos))
VIDEO = next(video for video in EPISODE.videos if video.file)


def boxes(data):
    """The outermost boxes of an MP4 file: name -> (place, content)."""
    found, at = {}, 0
    while at < len(data):
        size, name = struct.unpack(">I4s", data[at : at + 8])
        found[name.decode()] = at, data[at + 8 : at + size]
        at += size
    return found


def test_video_belongs_to_the_newest_published_episode():
    published = [episode for episode in DEMO.episodes if not episode.premieres_in_days]
    assert published[-1] == EPISODE
    assert EPISODE.videos[0] == VIDEO


def test_video_is_small_and_starts_before_it_is_loaded():
    data = VIDEO.path.read_bytes()
    assert 200_000 < len(data) < 1_500_000
    found = boxes(data)
    assert found["moov"][0] < found["mdat"][0]
    assert b"avc1" in found["moov"][1] and b"mp4a" in found["moov"][1]
    assert 100_000 < VIDEO.audio_path.stat().st_size < 500_000


def test_video_is_as_long_as_the_catalogue_says():
    header = boxes(boxes(VIDEO.path.read_bytes())["moov"][1])["mvhd"][1]
    units_per_s, length = struct.unpack(">II", header[12:20])
    assert round(length / units_per_s) == VIDEO.duration_s


@pytest.mark.parametrize("captions", VIDEO.captions, ids=lambda captions: captions.language)
def test_captions_fit_the_video_and_name_its_guests(captions):
    cues = webvtt.read(captions.path).captions
    assert len(cues) == 14
    times = [time for cue in cues for time in (cue.start, cue.end)]
    assert times == sorted(set(times))
    assert cues[-1].end_in_seconds <= VIDEO.duration_s
    voices = {cue.voice for cue in cues}
    lead = EPISODE.text.split("\n\n")[2]
    assert len(voices) == 4 and all(name in lead for name in voices)


def test_english_captions_repeat_what_the_article_quotes():
    english = next(captions for captions in VIDEO.captions if captions.language == "en")
    said = " ".join(cue.text for cue in webvtt.read(english.path).captions)
    assert "Opposition is the part of the state that reads the small print" in said
    assert "Opposition is the part of the state that reads the small print" in EPISODE.text


def test_cues_are_timed_one_after_the_other_by_their_length():
    cues = make_video.timed(
        [{"who": "a", "en": "x" * 62, "cs": "y"}, {"who": "b", "en": "No.", "cs": "Ne."}]
    )
    assert [(cue.start_s, cue.end_s) for cue in cues] == [(2.5, 6.5), (6.95, 8.95)]


def test_hum_sounds_only_while_somebody_speaks():
    samples = hum.voices([(1.0, 2.0, "A few words", 200.0)], 3.0)
    levels = hum.loudness(samples)
    assert len(samples) == 3 * hum.SAMPLES_PER_S
    assert max(levels[: hum.LOUDNESS_PER_S]) == 0 == max(levels[-hum.LOUDNESS_PER_S // 2 :])
    assert max(levels) == 1


def test_captions_are_written_with_voices(tmp_path):
    cues = make_video.timed([{"who": "a", "en": "Good evening.", "cs": "Dobrý večer."}])
    make_video.write_captions(tmp_path / "x.vtt", cues, "cs", {"a": "Ada Novotná"})
    text = (tmp_path / "x.vtt").read_text(encoding="utf-8")
    assert re.search(
        r"^00:00:02\.500 --> 00:00:04\.500\n<v Ada Novotná>Dobrý večer\.</v>$", text, re.MULTILINE
    )
