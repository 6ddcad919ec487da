"""What the page of an episode shows of what was said: the transcript in one language, chapters."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import get_language

from episodes.formats import captions as captions_format
from episodes.formats import chapters as chapters_format
from episodes.formats import scripts, transcript
from episodes.formats.chapters import Chapter
from episodes.formats.transcript import Sentence

from . import voices
from .appearance import Appearance
from .video import Captions, EpisodeVideo

if TYPE_CHECKING:
    from .episode import EpisodePage

SPOKEN = (Captions.Kind.CAPTIONS, Captions.Kind.SUBTITLES)


@dataclass(frozen=True)
class Part:
    """A paragraph, and who speaks where the captions or an editor say so.

    `name` is empty where the paragraph before has it already; `is_first` the first time.
    """

    start: float
    sentences: Sequence[Sentence]
    name: str = ""
    appearance: Appearance | None = None
    is_first: bool = False
    is_named: bool = False


@dataclass(frozen=True)
class Transcript:
    """One language of what was said, and the captions of the other languages."""

    captions: Captions
    choices: Sequence[Captions]
    parts: Sequence[Part]
    is_chosen: bool

    @property
    def language(self) -> str:
        return self.captions.language

    @property
    def direction(self) -> str:
        return scripts.direction(self.language)


def videos_in_time(page: "EpisodePage") -> list[EpisodeVideo]:
    """Videos with the same seconds: those of the kind that plays first, this one before others."""
    main = page.main_video
    if main is None:
        return []
    same = [one for one in page.videos.all() if one.is_playable and one.kind == main.kind]
    return sorted(same, key=lambda one: one is not main)


def context(page: "EpisodePage", query: Mapping[str, str]) -> dict[str, Any]:
    """The template's variables; cues are fetched for what is shown, in one query."""
    videos = videos_in_time(page)
    choices = _choices(videos)
    chosen = _chosen(page, choices, query.get("transcript", ""))
    file = _chapter_file(videos)
    _fetch_cues([one for one in (chosen, file) if one])
    shown = None
    if chosen:
        is_chosen = chosen.language == query.get("transcript")
        shown = Transcript(chosen, choices, parts(page, chosen), is_chosen)
    return {"transcript": shown, "chapters": chapters_of(page)}


def _chosen(page: "EpisodePage", choices: Sequence[Captions], wanted: str) -> Captions | None:
    """What was said in the language of the address (`?transcript=cs`), the page, or the talk."""
    spoken = page.spoken_language or page.series.spoken_language
    by_language = {one.language: one for one in choices}
    languages = [wanted, get_language() or "", spoken]
    found = next((by_language[code] for code in languages if code in by_language), None)
    return found or next(iter(choices), None)


def _fetch_cues(captions: Sequence[Captions]) -> None:
    """Cues are long, so pages leave them out: these are the ones that are needed after all."""
    without = [one for one in captions if "cues" in one.get_deferred_fields()]
    if without:
        rows = Captions.objects.filter(pk__in=[one.pk for one in without])
        cues = dict(rows.values_list("pk", "cues"))
        for one in without:
            one.cues = cues.get(one.pk, [])


def parts(page: "EpisodePage", captions: Captions) -> list[Part]:
    """The paragraphs of captions with their people, as they were on that day."""
    return list(_parts(paragraphs(captions), captions.voices, page.appearances.all()))


def paragraphs(captions: Captions) -> list[transcript.Paragraph]:
    """The paragraphs of captions with the voices as an editor left them."""
    return transcript.paragraphs(
        captions_format.cues_from_json(captions.cues),
        voices.not_people(captions.voices),
        voices.people(captions.voices),
        lasting=captions.voices_last,
    )


def plain(page: "EpisodePage", captions: Captions) -> str:
    """The transcript as a text file, with the names of the people where they are known."""
    people = list(page.appearances.all())
    return transcript.plain(
        transcript.Paragraph(_name(one.speaker, captions.voices, people), one.sentences)
        for one in paragraphs(captions)
    )


def chapters_of(page: "EpisodePage") -> list[Chapter]:
    """The chapters that an editor wrote; else those of a chapter file, in the page's language."""
    videos = videos_in_time(page)
    for video in videos:
        if video.chapters:
            return chapters_format.from_json(video.chapters)
    file = _chapter_file(videos)
    return chapters_format.from_cues(captions_format.cues_from_json(file.cues)) if file else []


def _chapter_file(videos: Sequence[EpisodeVideo]) -> Captions | None:
    """The chapter file that is used: none where an editor wrote chapters."""
    if any(video.chapters for video in videos):
        return None
    files = _of_kinds(videos, (Captions.Kind.CHAPTERS,))
    language = get_language()
    return next((one for one in files if one.language == language), next(iter(files), None))


def _choices(videos: Iterable[EpisodeVideo]) -> list[Captions]:
    """Captions to read, one for each language."""
    by_language: dict[str, Captions] = {}
    for captions in _of_kinds(videos, SPOKEN):
        by_language.setdefault(captions.language, captions)
    return list(by_language.values())


def _of_kinds(videos: Iterable[EpisodeVideo], kinds: Sequence[str]) -> list[Captions]:
    return [one for video in videos for one in video.captions.all() if one.kind in kinds]


def _name(voice: str | None, known: voices.Voices, people: Sequence[Appearance]) -> str | None:
    if voice in voices.not_people(known):
        return None
    appearance = voices.appearance_of(known.get(voice or ""), people)
    return appearance.display_name if appearance else voice


def _parts(
    found: Iterable[transcript.Paragraph], known: voices.Voices, people: Iterable[Appearance]
) -> Iterator[Part]:
    people = list(people)
    by_voice = {name: voices.appearance_of(entry, people) for name, entry in known.items()}
    nobodies = voices.not_people(known)
    before: str | None = None
    seen: set[str] = set()
    for one in found:
        appearance = by_voice.get(one.speaker or "")
        name = appearance.display_name if appearance else one.speaker or ""
        name = "" if one.speaker in nobodies else name
        is_same = bool(name) and name == before
        yield Part(
            one.start,
            one.sentences,
            name="" if is_same else name,
            appearance=None if is_same else appearance,
            is_first=name not in seen,
            is_named=bool(name),
        )
        before = name
        seen.add(name)
