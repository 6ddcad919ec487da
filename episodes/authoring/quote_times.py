"""Quotes and takeaways of an episode, and the passages of its captions where they are said.

Times are seconds in the main video, so its captions alone are searched, in whatever language
they are: a quote that is found in several is taken from where it is surest.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor

from episodes.formats.alignment import Passage, Transcript
from episodes.formats.captions import Cue, cues_from_json
from episodes.models import EpisodePage
from episodes.models.video import Captions

#: Times that differ by no more than this name the same passage.
SAME_S = 3
SPOKEN = (Captions.Kind.CAPTIONS, Captions.Kind.SUBTITLES)


@dataclass(frozen=True)
class Found:
    """A passage of the captions in one language: whole seconds, and the words that stand there."""

    start: int
    end: int
    confidence: float
    said: str
    language: str


@dataclass(frozen=True)
class Claim:
    """A quote or takeaway of an episode. `key` names it as long as the revision is the same."""

    key: str
    is_quote: bool
    text: str
    who: str
    start: int | None
    end: int | None
    found: Found | None

    @property
    def is_as_found(self) -> bool:
        """Whether the time that is set already is that of the passage."""
        return (
            self.found is not None
            and self.start is not None
            and abs(self.start - self.found.start) <= SAME_S
        )

    @property
    def is_offered(self) -> bool:
        return self.found is not None and not self.is_as_found


def spoken_captions(page: EpisodePage) -> list[Captions]:
    """The captions that hold what is said in the main video."""
    video = page.main_video
    captions = video.captions.all() if video else []
    return [one for one in captions if one.kind in SPOKEN and one.cues]


def claims(page: EpisodePage) -> list[Claim]:
    """All quotes and takeaways of the page as it is given, each with its passage if there is one."""
    tracks = [_Track(one) for one in spoken_captions(page)]
    quotes = [
        Claim(
            key=f"quote-{block.id}",
            is_quote=True,
            text=block.value["text"] or "",
            who=block.value.attribution,
            start=block.value["start"],
            end=block.value["end"],
            found=_surest(block.value["text"] or "", tracks),
        )
        for block in page.body
        if block.block_type == "quote"
    ]
    takeaways = [
        Claim(
            key=f"takeaway-{number}",
            is_quote=False,
            text=takeaway.text,
            who="",
            start=takeaway.start_s,
            end=takeaway.end_s,
            found=_surest(takeaway.text, tracks),
        )
        for number, takeaway in enumerate(page.takeaways.all())
    ]
    return quotes + takeaways


def take_over(page: EpisodePage, keys: Iterable[str]) -> list[Claim]:
    """Give these claims of the page the times of their passages; the page isn't saved.

    What isn't offered is left as it is. Returns the claims that changed.
    """
    asked = set(keys)
    taken = {one.key: one for one in claims(page) if one.key in asked and one.is_offered}
    for block in page.body:
        found = _found(taken, f"quote-{block.id}")
        if found is not None:
            block.value["start"], block.value["end"] = found.start, found.end
    takeaways = list(page.takeaways.all())
    for number, takeaway in enumerate(takeaways):
        found = _found(taken, f"takeaway-{number}")
        if found is not None:
            takeaway.start_s, takeaway.end_s = found.start, found.end
    page.takeaways = takeaways
    return list(taken.values())


def _found(taken: dict[str, Claim], key: str) -> Found | None:
    return taken[key].found if key in taken else None


class _Track:
    """Captions in one language, read once for all quotes."""

    def __init__(self, captions: Captions) -> None:
        self.language = captions.language
        self._cues: list[Cue] = cues_from_json(captions.cues)
        self._transcript = Transcript(self._cues)

    def find(self, text: str) -> Found | None:
        passage = self._transcript.find(text)
        return self._with_words(passage) if passage else None

    def _with_words(self, passage: Passage) -> Found:
        cues = self._cues[passage.first_cue : passage.last_cue + 1]
        start = floor(passage.start)
        return Found(
            start=start,
            end=max(ceil(passage.end), start + 1),
            confidence=passage.confidence,
            said=" ".join(" ".join(cue.text.split()) for cue in cues),
            language=self.language,
        )


def _surest(text: str, tracks: Iterable[_Track]) -> Found | None:
    found = [one for track in tracks if (one := track.find(text))]
    return max(found, key=lambda one: one.confidence, default=None)
