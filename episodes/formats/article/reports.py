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
    rf"\b(?i:during|at|in)\s+(?:an?|the|our|this)\s+(?:(?:[\w.,’'-]+\s+){{0,5}}{_MEETING}|[A-Z]\w+\s+event)\b|"
    r"\b(?:experts|speakers|presenters|panell?ists)\b(?:[^.]|(?<=[A-Z])\.){0,80}\s(?:presented|spoke)\s+(?:on|about)\s|"
    rf"\bheld\s+(?:an?|the|its|our)\s+(?:[\w’'-]+\s+){{0,4}}(?i:chat|meeting|{_MEETING})\b|"
    rf"\bthe\s+(?:latest|first|second|third|fourth|fifth|last|final)\s+{_MEETING}\b"
)
_HANDLE = re.compile(r"\s\(@\w+\)")
_TOOK_THE_FLOOR = re.compile(
    r"\b(?:(?:walked|guided|took|showed|told|reminded|taught)\s+(?:the\s+)?(?:attendees|participants|audience|"
    r"viewers|guests|listeners|us)|presented\s+(?:her|his|their)|shared\s+(?:her|his|their|the|some|how|what|tips)|"
    r"led\s+(?:the\s+|us\b)?(?:attendees\s|participants\s|audience\s|group\s)?\s*through|"
    rf"demonstrated|kicked off|(?:opened|closed)\s+the\s+(?i:{EVENT}|summit|conference)|"
    r"talked\s+about|spoke\s+about|also\s+spoke|"
    rf"joined\s+[A-ZÀ-Ž][^.;:]{{2,80}}?\s+(?:for|in)\s+(?:an?|the|this)\s+(?:[\w-]+\s+){{0,3}}{EVENT}|"
    r"(?:gave|delivered|provided)\s+(?:an?|the)\s+(?:\w+\s+)?"
    r"(?:talk|presentation|demo|demonstration|keynote|address|overview|remarks))\b"
)
# "A, an analyst at X, talked about …", "A of X and B, of Y, showed …"
_SPOKE = re.compile(r",?\s+(?:also\s+|then\s+)?(?P<verb>[a-z]+)\b(?=[\s,:])")
_SAID = re.compile(r"(?:,\s+who\s[^,]{3,100},)?\s+(?P<verb>[a-z]+)\b")
_SHOWED = frozenset(
    "talked spoke discussed showed showcased shared presented introduced offered outlined detailed "
    "explored reviewed covered advocates advocated collaborated laid".split()
)
_TELLS_NOTHING = frozenset("is was found felt held holds put puts saw sees remarks".split())
_JOINTLY = re.compile(r"\b(?:joined forces|teamed up|presented together)\s+with\s+")
_PANELIST = re.compile(r"\b(?i:panell?ist|presenter)\s+(?=[A-ZÀ-Ž])")
# "I presented with A", "the meeting featured A’s presentation"
_BESIDE_AUTHOR = re.compile(
    r"\b(?:I|[Ww]e)\s+(?:co-?presented|presented|spoke)\s+(?:together\s+)?with\s+(?=[A-ZÀ-Ž])"
)
# "Jane was joined in Wells by her colleague, John Roe, head of X"
_JOINED_BY = re.compile(
    r"\A[^,.;]{0,60}\bwas\s+joined\s+(?:in\s+[A-ZÀ-Ž]\w+\s+)?by\s+(?:(?:his|her|their)\s+colleague,?\s+)?"
)
_FEATURED = re.compile(
    rf"\b(?:{EVENT}|summit)\s+(?:featured|features|included|includes)\s+(?=[A-ZÀ-Ž])"
)
_THEIR_TALK = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,2}(?:presentation|talk|keynote|lecture|demo)\b")
# "Three speakers looked at ropes: A and B of X, and C of Y."
_SPEAKERS_ARE = re.compile(
    r"\b(?:two|three|four|five|six|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Oo]ur|[Tt]he)\s+(?:[\w-]+\s+)?"
    r"(?:speakers|presenters|panell?ists|experts)\b[^.:]{0,80}:\s+(?=[A-ZÀ-Ž])"
)
_TELLS_ON = re.compile(
    r",\s+(?:[^.;:]|\.(?=\S)|(?<=[A-Z])\.){5,160}?,\s+(?!is\b|was\b|has\b)(?P<verb>[a-z]{3,}(?:s|ed|w))\s(?!and\b)"
)
_WHO_DID = re.compile(r",\s+who\s+[a-z]")
_OPENING = 8  # blocks in which a report says where it was; they may be short
_MODERATES = re.compile(r"(?:\A|\b(?:and|the)\s+)(?:panel\s+)?moderator\b")


def from_report(title: str | None, blocks: Sequence[Block], guests: Sequence[Part]) -> list[Part]:
    """“A, an analyst at X, walked attendees through …”: with two or more, ``guests`` included."""
    texts = [_HANDLE.sub("", without_quotations(block.text)) for block in blocks]
    is_report = _RECAP.search(title or "") is not None
    if any(part.weight >= SURE for part in guests) and not is_report:
        return []
    was_held = any(_HELD.search(text) for text in texts[:_OPENING])
    if not was_held and not any(EVENT_PAGE.search(text) for text in (title or "", *texts)):
        return []
    is_report = is_report or was_held
    told: list[Part] = []
    has_author = False  # “I presented with A”: there are two of them
    known = {part.person.name for part in guests}
    everything = " ".join(texts)
    if is_report:
        told += _paragraph_each(texts, known)
        known |= {part.person.name for part in told}
    for number, text in enumerate(texts):
        for sentence in sentences.split(text):
            spoke = list(_speakers(sentence.text) if is_report else _on_the_floor(sentence.text))
            if is_report and not spoke:
                spoke = _speaking_on(sentence.text, everything)
            has_author = has_author or (
                is_report and _BESIDE_AUTHOR.search(sentence.text) is not None
            )
            told += [
                Part(one.as_person(), _MODERATES.search(one.words) is not None, LIKELY, number)
                for one in spoke
                if one.span.text not in known
            ]
    speaking = {part.person.name for part in told}
    spoke_again = is_report and len(speaking) == 1 and _goes_on(speaking.copy().pop(), everything)
    several = has_author or len(known | speaking) > 1
    return told if several or spoke_again else []


def _paragraph_each(texts: Sequence[str], known: set[str]) -> list[Part]:
    """Paragraphs that begin alike, “A, an analyst at X, knows …”: those of two speakers or more."""
    begun: list[Part] = []
    for number, text in enumerate(texts):
        sentence = sentences.split(text)[0].text if text else ""
        span = next(iter(naming.find(sentence)), None)
        match = (
            _TELLS_ON.match(sentence, span.end) if span and span.sure and not span.start else None
        )
        if span is None or match is None or span.text in known:
            continue
        listed = read_subjects(sentence[: match.start("verb")])
        if len(listed) == 1 and listed[0].words:
            begun.append(Part(listed[0].as_person(), False, LIKELY, number))
    return begun if len({part.person.name for part in begun}) > 1 else []


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
        yield from (
            one for one in named if one.words or _WHO_DID.match(text, match.end() + one.span.end)
        )
    if joined := _JOINED_BY.search(text):
        yield from (one for one in read_list(text[joined.end() :], is_object=True)[:1] if one.words)
    if beside := _BESIDE_AUTHOR.search(text):
        yield from read_list(text[beside.end() :], is_object=True)
    if announced := _SPEAKERS_ARE.search(text):
        listed = read_list(text[announced.end() :], is_object=True)
        yield from listed if len(listed) > 1 and any(one.words for one in listed) else []
    if featured := _FEATURED.search(text):
        span = next(iter(naming.find(text[featured.end() :])), None)
        if span and span.sure and _THEIR_TALK.match(text, featured.end() + span.end):
            yield Introduction(span, "")
    yield from _on_the_floor(text)
    for match in islice(_SPOKE.finditer(text), 40):
        if _tells(match["verb"]):
            listed = read_subjects(text[: match.start()])
            begins = bool(listed) and listed[0].span.start - len(listed[0].office) < 40
            yield from (one for one in listed if one.words and begins)
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
