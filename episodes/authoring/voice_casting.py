"""Who is who in the captions of an episode: voices, whom they may be, and what an editor says.

Proposals are made for the editor's eyes only; visitors see a person where one was confirmed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from episodes.formats import captions as captions_format
from episodes.formats import names
from episodes.formats import voices as voices_format
from episodes.formats.voices import Voice
from episodes.models import Appearance, Captions, EpisodePage, EpisodeVideo, voices
from episodes.models.transcript_view import SPOKEN

OTHER, NOBODY = "other", "nobody"


@dataclass(frozen=True)
class Part:
    """A voice of some captions: what is chosen for it, or else proposed.

    `choice` is the number of an appearance, "other", "nobody" or nothing.
    """

    key: str
    voice: Voice
    choice: str
    is_confirmed: bool


@dataclass(frozen=True)
class Cast:
    """The voices of one language of one video."""

    key: str
    video: EpisodeVideo
    captions: Captions
    parts: list[Part]


def casts(episode: EpisodePage) -> list[Cast]:
    """Captions that name somebody, in the order of the editor; keys hold for this revision."""
    people = list(episode.appearances.all())
    found = []
    for number, video in enumerate(episode.videos.all()):
        for place, captions in enumerate(video.captions.all()):
            if captions.kind in SPOKEN:
                key = f"{number}-{place}"
                parts = _parts(key, captions, people)
                if parts:
                    found.append(Cast(key, video, captions, parts))
    return found


def store(episode: EpisodePage, answers: Mapping[str, str]) -> int:
    """Writes what an editor said to the captions of this object; how many voices are settled.

    A voice without an answer, or with one that nobody could have chosen, stays unconfirmed.
    """
    people = list(episode.appearances.all())
    count = 0
    for cast in casts(episode):
        settled: voices.Voices = {}
        for part in cast.parts:
            entry = _entry(answers.get(f"voice-{part.key}", ""), people)
            if entry:
                settled[part.voice.name] = entry
        cast.captions.voices = settled
        cast.captions.voices_last = f"last-{cast.key}" in answers
        cast.video.captions.add(cast.captions)
        episode.videos.add(cast.video)
        count += len(settled)
    return count


def _parts(key: str, captions: Captions, people: list[Appearance]) -> list[Part]:
    cues = captions_format.cues_from_json(captions.cues)
    candidates = [_candidate(number, one) for number, one in enumerate(people)]
    known = set(captions.voices)
    maybe = {name for name in voices_format.possible(cues) if _proposed(name, candidates)}
    parts = []
    for number, voice in enumerate(voices_format.heard(cues, also=known | maybe)):
        entry = captions.voices.get(voice.name)
        chosen = _choice(entry, people)
        choice = chosen or _proposed(voice.name, candidates)
        parts.append(Part(f"{key}-{number}", voice, choice, bool(chosen)))
    return parts


def _candidate(number: int, appearance: Appearance) -> names.Candidate:
    speaker = appearance.speaker
    spellings = [speaker.title, *speaker.other_spellings.splitlines()] if speaker else []
    return names.Candidate(str(number), appearance.display_name, spellings)


def _proposed(name: str, candidates: list[names.Candidate]) -> str:
    key = voices_format.propose(name, candidates)
    return "" if key is None else str(key)


def _choice(entry: dict | None, people: list[Appearance]) -> str:
    if entry == voices.OTHER:
        return OTHER
    if entry == voices.NOBODY:
        return NOBODY
    appearance = voices.appearance_of(entry, people)
    return "" if appearance is None else str(people.index(appearance))


def _entry(answer: str, people: list[Appearance]) -> dict | None:
    if answer == OTHER:
        return voices.OTHER
    if answer == NOBODY:
        return voices.NOBODY
    is_number = answer.isascii() and answer.isdigit() and len(answer) < 4
    if is_number and int(answer) < len(people):
        return voices.entry_of(people[int(answer)])
    return None
