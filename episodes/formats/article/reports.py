"""Reports of an event: who spoke at the webinar or on the panel that an article sums up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from .. import names
from . import lexicon, naming, sentences
from .introductions import Introduction, read_list
from .listings import Block
from .parts import EVENT, EVENT_PAGE, LIKELY, SAYS, SURE, Part, read_subjects, without_quotations

_MEETING = r"(?:webinar|panel|workshop|training|summit|conference|seminar|symposium|hangout)"
_RECAP = re.compile(rf"\b(?:recap|{_MEETING})\b", re.IGNORECASE)
_HELD = re.compile(
    rf"\b(?i:during|at|in)\s+(?:an?|the|our|this)\s+(?:[\w.,’'-]+\s+){{0,5}}{_MEETING}\b|"
    rf"\bthe\s+(?:latest|first|second|third|fourth|fifth|last|final)\s+{_MEETING}\b"
)
_TOOK_THE_FLOOR = re.compile(
    r"\b(?:(?:walked|guided|took|showed|told|reminded|taught)\s+(?:the\s+)?(?:attendees|participants|audience|"
    r"viewers|guests|listeners|us)|presented\s+(?:her|his|their)|shared\s+(?:her|his|their|the|some|how|what|tips)|"
    rf"demonstrated|kicked off|(?:opened|closed)\s+the\s+(?:{EVENT}|summit|conference)|"
    r"(?:gave|delivered)\s+(?:an?|the)\s+(?:\w+\s+)?(?:talk|presentation|demo|demonstration|keynote|address|overview))\b"
)
# "A, an analyst at X, talked about …", "A of X and B, of Y, showed …"
_SPOKE = re.compile(r",?\s+(?:also\s+|then\s+)?(?P<verb>[a-z]+)\b(?=\s)")
_SAID = re.compile(r"(?:,\s+who\s[^,]{3,100},)?\s+(?P<verb>[a-z]+)\b")
_SHOWED = frozenset(
    "talked spoke discussed showed showcased shared presented introduced offered outlined detailed "
    "explored reviewed covered advocates advocated collaborated".split()
)
_TELLS_NOTHING = frozenset("is was found felt held holds put puts saw sees".split())
_JOINTLY = re.compile(r"\b(?:joined forces|teamed up|presented together)\s+with\s+")
_PANELIST = re.compile(r"\b(?i:panell?ist|presenter)\s+(?=[A-ZÀ-Ž])")
_MODERATES = re.compile(r"\b(?:and|the)\s+(?:panel\s+)?moderator\b")


def from_report(title: str | None, blocks: Sequence[Block], guests: Sequence[Part]) -> list[Part]:
    """“A, an analyst at X, walked attendees through …”: with two or more, ``guests`` included."""
    texts = [without_quotations(block.text) for block in blocks]
    is_report = _RECAP.search(title or "") is not None
    if any(part.weight >= SURE for part in guests) and not is_report:
        return []
    if not any(EVENT_PAGE.search(text) for text in (title or "", *texts)):
        return []
    is_report = is_report or any(_HELD.search(text) for text in texts[:4])
    told: list[Part] = []
    known = {part.person.name for part in guests}
    everything = " ".join(texts)
    for number, text in enumerate(texts):
        for sentence in sentences.split(text):
            spoke = list(_speakers(sentence.text) if is_report else _on_the_floor(sentence.text))
            if is_report and not spoke:
                spoke = _speaking_on(sentence.text, everything)
            told += [
                Part(one.as_person(), _MODERATES.search(one.words) is not None, LIKELY, number)
                for one in spoke
                if one.span.text not in known
            ]
    spoke_again = is_report and len(told) == 1 and _goes_on(told[0].person.name, everything)
    several = len(known | {part.person.name for part in told}) > 1
    return told if several or spoke_again else []


def _on_the_floor(text: str) -> Iterable[Introduction]:
    match = _TOOK_THE_FLOOR.search(text)
    return [one for one in read_subjects(text[: match.start()]) if one.words] if match else []


def _speakers(text: str) -> Iterator[Introduction]:
    """Those whom a sentence lets speak, where it says who they are."""
    if match := _JOINTLY.search(text):
        subjects = read_subjects(text[: match.start()])
        if any(one.words for one in subjects):
            yield from subjects
            yield from read_list(text[match.end() :], is_object=True)
        return
    for match in islice(_PANELIST.finditer(text), 5):
        yield from read_list(text[match.end() :], is_object=True)[:1]
    for match in islice(SAYS.finditer(text), 5):
        named = read_list(text[match.end() : match.end() + 400], is_object=True)
        yield from (one for one in named if one.words)
    yield from _on_the_floor(text)
    for match in islice(_SPOKE.finditer(text), 40):
        if _tells(match["verb"]):
            listed = read_subjects(text[: match.start()])
            yield from (one for one in listed if one.words and listed[0].span.start < 40)
            return


def _speaking_on(text: str, everything: str) -> list[Introduction]:
    """“A explained how …”: one of whom no more is said, but whose words go on."""
    span = next(iter(naming.find(text)), None)
    match = _SAID.match(text, span.end) if span and span.sure else None
    if (
        span is None
        or match is None
        or text[: span.start].strip() not in ("", span.honorific or "")
    ):
        return []
    is_speaker = _tells(match["verb"]) and _goes_on(span.text, everything)
    return [Introduction(span, "")] if is_speaker else []


def _goes_on(name: str, everything: str) -> bool:
    """Whether somebody is quoted by the surname: “Malá said”."""
    surname = re.escape(names.surname(name))
    said = re.finditer(rf"(?<!\w\s){surname}\s(?P<verb>[a-z]+)\b|\bsaid\s{surname}\b", everything)
    return any(again["verb"] is None or lexicon.is_saying(again["verb"]) for again in said)


def _tells(verb: str) -> bool:
    return verb not in _TELLS_NOTHING and (lexicon.is_saying(verb) or verb in _SHOWED)
