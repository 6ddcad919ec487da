"""Those whom a text lets speak: “A will show …”, “says A”, “we asked Doe”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from .. import names
from . import naming, sentences
from .draft import Person
from .introductions import Introduction, read_list
from .listings import Block
from .naming import NameSpan
from .parts import (
    EVENT,
    EVENT_PAGE,
    LIKELY,
    POSSIBLE,
    SAYS,
    Part,
    read_subjects,
    without_quotations,
)

_SPEAKS = re.compile(
    r",?\s+(?:will\s+|have\s+|has\s+)?(?:talk|discuss|speak|spoke|explain|share|explore|describe|"
    r"analy[sz]e|comment|reflect|look|answer|assess|debate|examine|outline|address|consider|offer|tell|"
    r"told|argue|warn|give|gave|present|exchange|meet|met|sat down|sit down|disagree|agree|ask|point|"
    r"introduce|summari[sz]e|speculate|compare|provide|call|show|recall|uncover|unpack|reveal)(?:s|es|ed|d)?\b"
)
_SOME_PEOPLE = re.compile(
    r"\b(?:two|three|four|five|six|seven|our|these|several)\s+(?:[\w-]+\s+){0,2}[a-z]+(?:s|men|women|people)\b"
)
_QUOTES = re.compile(r"\b(?:quote|cite|name|mention|thank|remember|recall)(?:s|d|ed)?\b")
_WE_ASKED = re.compile(
    r"\b[Ww]e\s+(?:asked|interviewed|(?:spoke|talked|sat down|caught up|met)\s+(?:to|with)|"
    r"had\s+(?:an?|the)\s+(?:chance|opportunity|pleasure)\s+(?:to|of)\s+(?:sit(?:ting)?\s+down\s+and\s+)?"
    r"(?:talk|speak|chat|sit|meet|catch)(?:ing)?\s+(?:down\s+|up\s+)?(?:to|with))\s+"
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s+)?(?P<called>[A-ZÀ-Ž][\w’'-]+)(?!\s+[A-ZÀ-Ž])"
)
# "Doe sat down with Open Wells to …"
_SAT_DOWN = re.compile(
    r"(?<![A-ZÀ-Ž]\w\s)\b(?P<called>[A-ZÀ-Ž][\w’'-]+)\s+sat\s+down\s+(?:with|to)\s"
)
# "Doe shares how …", "Jane tells us why …"
_SHARES = re.compile(
    r"(?:\A|(?<=[.!?] ))(?P<called>[A-ZÀ-Ž][\w’'-]+)\s+(?:shares|discusses|explains|describes|talks|tells us|"
    r"told us|walks us|reflects|answers)\s"
)
# "the team asked her to share some thoughts"
_ASKED_TO_SHARE = re.compile(
    r"\b(?:asked|invited)\s+(?:him|her|them)\s+to\s+(?:share|tell|talk|answer|reflect|write|explain)\b"
)
WILL = re.compile(
    r",?\s+will\s+(?:be\s+(?:present|speak|talk|discuss|shar|teach|demonstrat)ing|talk|discuss|share|show|tell|explain|present|walk|provide|teach|give|explore|"
    r"do|deliver|conduct|offer|guide|describe|answer|demonstrate|speak|lead|start|begin|open|kick|review|cover|highlight|go|dive|introduce)\b"
)
# "In this session, A and B will cover …"
_IN_THIS = re.compile(
    rf"\s*(?:In|During)\s+(?:this|our)\s+(?:[\w-]+\s+)?{EVENT},\s+(?=(?P<who>[A-ZÀ-Ž][^,.;]{{4,80}})\s+will\s+[a-z])"
)
# A page that carries the talk itself
_RECORDING = re.compile(
    r"\b(?:podcast|mp3|radio|transcript|recording)\b|\blisten\s+(?:to|in|here|now)\b|\bwatch\s+the\b|\Alisten\Z",
    re.IGNORECASE,
)
_INTERVIEWS = re.compile(r"\b(?:interviews|interviewed|talks (?:to|with)|speaks (?:to|with))\s+")
_MOST_SAYINGS = 200  # more is no article, and would take long
_NEAR = 400  # characters in which it is told who says something
_BEGINNING = 2  # paragraphs in which a guest says something first
_OPENING = 6  # paragraphs in which an article may still say who speaks
# "…, argue A, a judge, and B, a poet"
_SAY_TOGETHER = re.compile(
    r"[,”\"]\s+(?:say|argue|explain|warn|believe|agree|stress|think|write|conclude)\s+(?=[A-ZÀ-Ž])"
)
_OF_INTERVIEW = re.compile(
    r"\bguests?\b|\b(?:in|for|during)\s+(?:the|our|an?|this)\s+(?:[\w#.’'-]+\s+){0,3}"
    r"(?:interview|chat|podcast|conversation|episode|webinar)\b",
    re.IGNORECASE,
)

# "Watch the #Example Chat with Jane Doe"
_TALK_WITH = (
    r"\b(?:[Cc]hat|[Ii]nterview|[Cc]onversation|[Ee]pisode|[Tt]alk|[Dd]iscussion)\s+with\s+"
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s+)?"
)


def from_surname(blocks: Sequence[Block]) -> list[Part]:
    """“We asked Malá …”, “Vera shares …”, where one full name before holds that word."""
    known: dict[str, list[NameSpan]] = {}
    everybody: dict[str, NameSpan] = {}
    for number, block in enumerate(blocks):
        outside = without_quotations(block.text)
        for span in naming.find(outside):
            if span.sure:
                everybody[span.text] = span
                for called in {names.surname(span.text), span.text.split()[0]}:
                    known.setdefault(called, []).append(span)
        patterns = (_WE_ASKED, _SAT_DOWN, _SHARES) if number < _OPENING else (_WE_ASKED, _SAT_DOWN)
        for match in (one for pattern in patterns for one in pattern.finditer(outside)):
            bearers = {span.text: span for span in known.get(match["called"], ())}
            if len(bearers) == 1:
                span = next(iter(bearers.values()))
                return [Part(Person(span.text, span.honorific), False, LIKELY, number)]
        if number < _OPENING and len(everybody) == 1 and _ASKED_TO_SHARE.search(outside):
            span = next(iter(everybody.values()))
            return [Part(Person(span.text, span.honorific), False, LIKELY, number)]
    return []


def from_speaking(blocks: Sequence[Block], title: str | None = None) -> list[Part]:
    """“In this week's chat, Jane Doe, the director of X, talks about …”."""
    is_event = any(EVENT_PAGE.search(block.text) for block in blocks)
    words = (title or "", *(one or "" for block in blocks for one in (block.heading, block.text)))
    is_recording = any(_RECORDING.search(one) for one in words)
    for number, block in enumerate(blocks[:_OPENING]):
        for sentence in sentences.split(block.text):
            text = without_quotations(sentence.text)
            colon = re.search(r":\s+(?=[A-ZÀ-Ž])", text)
            if colon and not _QUOTES.search(text[: colon.start()]):
                listed = read_list(text[colon.end() :], is_object=True)
                told = [bool(one.words) for one in listed]
                if len(listed) > 1 and (
                    all(told) or (any(told) and _SOME_PEOPLE.search(text[: colon.start()]))
                ):
                    return [Part(one.as_person(), False, LIKELY, number) for one in listed]
            if (invited := WILL.search(text)) and is_event:
                listed = read_subjects(text[: invited.start()])
                if listed and all(one.words for one in listed):
                    return [Part(one.as_person(), False, LIKELY, number) for one in listed]
            if session := _IN_THIS.match(text):
                listed = read_subjects(text[session.end() : session.end("who")])
                if listed and all(one.span.sure for one in listed):
                    return [Part(one.as_person(), False, LIKELY, number) for one in listed]
            is_ours = re.search(rf"#\w|\b(?:{EVENT}|this week|our|us|we)\b", text, re.IGNORECASE)
            if not is_ours and not is_recording:
                continue
            if is_recording and (asks := _INTERVIEWS.search(text)):
                listed = read_list(text[asks.end() :], is_object=True)
                if listed and all(one.words for one in listed):
                    return [Part(one.as_person(), False, LIKELY, number) for one in listed]
            for match in islice(_SPEAKS.finditer(text), 20):
                if re.search(r"\b(?:never|not)\s*\Z", text[: match.start()]):
                    continue
                listed = read_subjects(text[: match.start()])
                if listed and any(one.words for one in listed):
                    return [Part(one.as_person(), False, LIKELY, number) for one in listed]
    return []


def from_sayings(title: str | None, blocks: Sequence[Block]) -> list[Part]:
    """“…, says Political Scientist Jane Doe”: only where the title or “guest” confirms it.

    In an article of a series the one person who says something is the guest, unless somebody else
    is introduced.
    """
    found: list[Part] = []
    only: list[Part] = []
    left = _MOST_SAYINGS
    is_chat = any(re.search(r"#\w", block.text) for block in blocks)
    for number, block in enumerate(blocks):
        for sentence in sentences.split(block.text):
            text = without_quotations(sentence.text)
            if together := _SAY_TOGETHER.search(text):
                listed = read_list(text[together.end() :], is_object=True)
                if len(listed) > 1 and _OF_INTERVIEW.search(text[together.end() :]):
                    found += [Part(one.as_person(), False, LIKELY, number) for one in listed]
                    continue
            for match in islice(SAYS.finditer(text), left):
                left -= 1
                one = _who_says(text, match)
                if one is None:
                    continue
                behind = text[match.end() + one.span.end :]
                in_title = names.fold(one.span.text) in names.fold(title or "")
                if in_title or _is_talked_with(one, blocks) or _OF_INTERVIEW.search(behind):
                    weight = LIKELY if in_title else POSSIBLE
                    found.append(Part(one.as_person(), False, weight, number))
                only.append(Part(one.as_person(), False, POSSIBLE, number))
    first = only[0] if only and is_chat and not found else None
    if first and first.order < _BEGINNING and _is_alone(first.person, only, blocks):
        return [first]
    return found


def _who_says(text: str, match: re.Match[str]) -> Introduction | None:
    """“…, says A, a judge” or “A, a judge, says that …”."""
    listed = read_list(text[match.end() : match.end() + _NEAR], is_object=True)
    if not listed and match["verb"].islower() and match["verb"] != "according to":
        before = text[max(0, match.start() - _NEAR) : match.start()]
        listed = [one for one in read_subjects(before) if one.words][-1:]
    return listed[0] if listed else None


def _is_talked_with(one: Introduction, blocks: Sequence[Block]) -> bool:
    """Whether the text says elsewhere “our chat with Jane Doe”, and here what she is."""
    told = re.compile(rf"{_TALK_WITH}{re.escape(one.span.text)}\b")
    return bool(one.words) and any(told.search(block.text) for block in blocks)


def _is_alone(person: Person, saying: Sequence[Part], blocks: Sequence[Block]) -> bool:
    """Whether nobody else says anything or is introduced, and it is told what this one is."""
    if not (person.role or person.organisation):
        return False
    if any(part.person.name != person.name for part in saying):
        return False
    for block in blocks:
        outside = without_quotations(block.text)
        for span in naming.find(outside):
            if span.sure and span.text != person.name:
                told = read_list(outside[span.start : span.start + 400], is_object=True)
                if told and told[0].span.start == 0 and told[0].words:
                    return False
    return True
