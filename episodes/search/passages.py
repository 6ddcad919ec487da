"""What was said in an episode, in passages that can be found and played.

Only captions that have changed are read again: a passage keeps the digest of its source.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from episodes import quotes
from episodes.formats import captions, transcript
from episodes.models import Captions, EpisodePage, SaidPassage
from episodes.terms import plain
from speakers import changes
from speakers.models import SpeakerPage
from speakers.visibility import visible

Kind = SaidPassage.Kind
SPOKEN = (Captions.Kind.CAPTIONS, Captions.Kind.SUBTITLES)


@dataclass(frozen=True)
class Source:
    """Where passages come from; `read` makes them, if the digest isn't known already."""

    name: str
    digest: str
    read: Callable[[], list[SaidPassage]]


def update(page: EpisodePage, entry_id: int, known: dict[str, str]) -> None:
    """Makes the passages of an episode what its captions, quotes and takeaways say.

    `known` are the digests by source of the passages that are there. Needs the videos with
    their captions, the appearances and the takeaways fetched.
    """
    sources = {source.name: source for source in _sources(page)}
    stale = [name for name in known if name not in sources or sources[name].digest != known[name]]
    if stale:
        SaidPassage.objects.filter(entry=entry_id, source__in=stale).delete()
    for source in sources.values():
        if known.get(source.name) != source.digest:
            passages = source.read()
            for passage in passages:
                passage.entry_id, passage.source = entry_id, source.name
                passage.digest = source.digest
                passage.words = " ".join(plain(passage.text))
            SaidPassage.objects.bulk_create(passages, batch_size=200)
            stale.append(source.name)
    if stale:
        changes.announce()  # pages of results were kept with what was said before


def known_digests(entry_ids: list[int]) -> dict[int, dict[str, str]]:
    """Digests by source, for each of the entries."""
    rows = SaidPassage.objects.filter(entry__in=entry_ids).values_list(
        "entry_id", "source", "digest"
    )
    known: dict[int, dict[str, str]] = {}
    for entry_id, source, digest in rows.distinct():
        known.setdefault(entry_id, {})[source] = digest
    return known


def _sources(page: EpisodePage) -> Iterator[Source]:
    video = page.main_video
    for row in video.captions.all() if video else []:
        if row.kind in SPOKEN:
            # By what they say: each publishing may give them another key.
            digest = _digest(row.cues)
            yield Source(f"captions:{row.language}:{digest}", digest, partial(_of_captions, row))
    marked = [*_of_quotes(page), *_of_takeaways(page)]
    if marked:
        said = [[one.kind, one.speaker, one.said_by_id, one.starts, one.text] for one in marked]
        yield Source("marked", _digest(said), lambda: marked)


def _digest(content: Any) -> str:
    text = json.dumps(content, sort_keys=True)
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def _of_captions(row: Captions) -> list[SaidPassage]:
    found = []
    for paragraph in transcript.paragraphs(captions.cues_from_json(row.cues)):
        text, starts = "", []
        for sentence in paragraph.sentences:
            whole = transcript.joined([text, sentence.text]) if text else sentence.text
            starts.append([len(whole) - len(sentence.text), int(sentence.start)])
            text = whole
        found.append(_passage(Kind.SAID, text, starts, paragraph.speaker, row.language))
    return found


def _of_quotes(page: EpisodePage) -> list[SaidPassage]:
    said = [quote for quote in quotes.quotes(page.body) if quote.text]
    names = _names(page, {quote.speaker_id for quote in said if quote.speaker_id})
    found = []
    for quote in said:
        passage = _passage(
            Kind.QUOTE,
            quote.text,
            [] if quote.start is None else [[0, quote.start]],
            quote.speaker_name or names.get(quote.speaker_id, ""),
        )
        passage.said_by_id = quote.speaker_id
        found.append(passage)
    return found


def _names(page: EpisodePage, quoted: set[int]) -> dict[int | None, str]:
    """As they were called on that day; who isn't among the episode's people, as today."""
    names = {one.speaker_id: one.display_name for one in page.appearances.all() if one.speaker_id}
    if others := quoted - names.keys():
        people = visible(SpeakerPage.objects.filter(pk__in=others))
        names.update(people.values_list("pk", "title"))
    return names


def _of_takeaways(page: EpisodePage) -> list[SaidPassage]:
    return [
        _passage(Kind.TAKEAWAY, takeaway.text, [[0, takeaway.start_s]])
        for takeaway in page.takeaways.all()
        if takeaway.start_s is not None
    ]


def _passage(
    kind: str, text: str, starts: list[list[int]], speaker: str | None = "", language: str = ""
) -> SaidPassage:
    return SaidPassage(
        kind=kind, text=text, starts=starts, speaker=(speaker or "")[:255], language=language
    )
