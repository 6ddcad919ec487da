"""Roles that an article tells later: “Ms. Nováková, who chairs the committee, …”.

Asked for those only whose introduction gave no role; a surname alone counts where nobody else of
the episode bears it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .. import names
from . import lexicon, offices, places, roles, sentences
from .draft import Person
from .introductions import Introduction, read_list
from .listings import IS, Block, read_person_line
from .naming import NameSpan
from .parts import EVENT, without_quotations

_NEAR = 200  # characters before a name that may tell an office
_TITLE = r"(?:(?:Mr|Mrs|Ms|Mx|Dr|Prof|Professor|Judge|Sister|Father|Sir|Dame)\.?\s+)*"
_IS_NOW = re.compile(r"\s+(?:(?:is|works as|serves as)\s+)(?:(?:also|currently|now|today)\s+)*")
_WHO = re.compile(r",\s+(?=who(?:['’]s)?\s)")
_HOLDS = re.compile(rf"\s+(?=[a-z-]+\s+(?!(?:the|this|an?|our)\s+(?:[\w-]+\s+)?{EVENT}\b))")
_BESIDE = re.compile(
    r",\s+(?:(?:now|currently)\s+)?(?=(?:(?:an?|the|our|its|their|former|formerly|acting)\s|[A-Z]))"
)
# "Jane Doe supports Open Wells as an analyst"
_AS_AT = re.compile(
    r"\s+(?:(?:now|currently|also)\s+)*(?:supports|serves|works\s+(?:at|for|with|in))\s+"
    r"(?P<house>(?:the\s+)?[A-ZÀ-Ž0-9][^,.;]{2,90}?)\s+as\s+(?:an?|the)\s+"
    r"(?P<role>[^,.;]{3,90}?)"
    r"(?=\s+(?:where|who|and\s+(?:is|has|teaches|leads|works|writes|runs|helps))\b|[,.;]|\Z)"
)
# "Since 2014, he has been the lead of X", behind the name with which the paragraph begins
_SINCE = re.compile(
    r"(?:(?:Since\s+[^,]{4,20}|Currently|Today|Now|In\s+(?:his|her|their)\s+current\s+(?:role|position)),?\s+"
    r"(?:he|she|they|[A-Z][\w’-]+)\s+(?:is|are|serves\s+as|works\s+as|ha(?:s|ve)\s+(?:been|served\s+as))|"
    r"(?:He|She|They)\s+(?:(?:is|are)\s+(?:currently|now)|(?:currently|now)\s+(?:serves?|works?)\s+as))\s+"
    r"(?=(?:an?|the)\s)"
)
# "Jane Doe joined X in 2014 and is the lead of Y"
_AND_IS = re.compile(
    r"\s+and\s+(?:(?:now|currently)\s+)?(?:is|serves\s+as|works\s+as)\s+(?:(?:now|currently)\s+)?(?=(?:an?|the)\s)"
)
_END = re.compile(
    r"(?<![.\s][A-Z])\.\s|[;–—]\s|[.;]?\Z|"
    rf",\s+(?!(?:and|as well as)\s+(?:an?|the|former)\s|(?:{places.COUNTRY})\s*(?:[.,;]|\Z))|"
    r"\s+and\s+(?=(?:is|was|has|had|now|also|teaches|leads|works|writes|serves|lives)\b)"
)
_DETERMINER = re.compile(r"(?:[Tt]he|[Aa]n?)\s+")
_ACRONYM = re.compile(r"\([A-Z]{2,8}\)")  # "Associate Chief Rain Officer (ACRO)"
# What somebody is in the episode, and not besides.
_PART = re.compile(
    r"(?:(?:the|an?|our|your|first|next|last|final|opening|closing|special)\s+)*"
    r"(?:moderator|host|guest|speaker|panell?ist|presenter|interviewer|one)",
    re.I,
)
# Offices that are said with the name and nowhere else: “Ambassador Jane Doe”.
_OFFICES = {
    "Amb.": "Ambassador", "Sen.": "Senator", "Prof.": "Professor", "Bishop": "Bishop",
    "Archbishop": "Archbishop", "Cardinal": "Cardinal", "Rabbi": "Rabbi", "Imam": "Imam",
    "Pastor": "Pastor",
}  # fmt: skip


def described(person: Person, blocks: Sequence[Block], others: Sequence[str]) -> Person:
    """The person with the role that the article tells later, or as an office before the name."""
    told = (
        _told_in_full(person, blocks)
        or _told_by_the_way(person, blocks, others)
        or _told_since(person, blocks)
        or _told_before(person, blocks)
    )
    if told:
        houses = (person.organisation, told.organisation)
        house = "; ".join(dict.fromkeys(filter(None, houses))) or None
        title = person.honorific or told.honorific
        return replace(told, name=person.name, honorific=title, organisation=house)
    office = _OFFICES.get(person.honorific or "")
    if office and any(f"{office} {person.name}" in block.text for block in blocks):
        return replace(person, role=office, as_written=f"{office} {person.name}")
    return person


def _told_in_full(person: Person, blocks: Sequence[Block]) -> Person | None:
    """“Jane Doe is a lawyer and …”"""
    named = re.compile(r"\s+(?:[A-Z]\.\s+)?".join(map(re.escape, person.name.split())))
    for block in blocks:
        for sentence in sentences.split(block.text):
            begins = named.match(sentence.text)
            if begins is None:
                continue
            match = IS.match(sentence.text[begins.end() :])
            told = read_person_line(sentence.text) if match else None
            if told and told.as_written and is_office(told.as_written):
                return told
    return None


def _told_by_the_way(
    person: Person, blocks: Sequence[Block], others: Sequence[str]
) -> Person | None:
    """“Doe, who heads X, …”, “Ms. Doe, the director of X, …”, “Doe is a judge”."""
    surname = names.surname(person.name)
    called = [re.escape(person.name)]
    if not any(surname in other.split() or other.endswith(surname) for other in others):
        called.append(re.escape(surname))
    for middle in person.name.split()[1:-1]:
        # "Ms. Soto" is Jana Soto Brun
        if middle[0].isupper() and not any(middle in other.split() for other in others):
            called.append(rf"(?<=\. ){re.escape(middle)}")
    given = re.escape(person.name.split()[0])
    if not any(other.startswith(f"{person.name.split()[0]} ") for other in others):
        # "Jane is a judge" begins a sentence
        called.append(rf"(?:(?<=\A)|(?<=[.!?] )){given}(?=\s+is\s)")
    mention = re.compile(rf"(?<![\w-]){_TITLE}(?:{'|'.join(called)})(?![\w-])")
    for words in _words_beside(mention, blocks):
        span = NameSpan(person.name, 0, len(person.name), None, sure=True)
        told = Introduction(span, words).as_person()
        if told.role:
            return told
    return None


def _told_since(person: Person, blocks: Sequence[Block]) -> Person | None:
    """“Jane Doe made ropes. Since 2014, she has been the head of X.”"""
    for block in blocks:
        if not names.without_honorific(block.text).startswith(person.name):
            continue
        for number, sentence in enumerate(sentences.split(block.text)):
            match = _SINCE.match(sentence.text) if number else _AND_IS.search(sentence.text)
            words = sentence.text[match.end() :].rstrip(".") if match else ""
            if is_office(words):
                span = NameSpan(person.name, 0, len(person.name), None, sure=True)
                return Introduction(span, words).as_person()
    return None


def _told_before(person: Person, blocks: Sequence[Block]) -> Person | None:
    """“The project's coordinator Jane Doe talks …”"""
    for block in blocks:
        text = without_quotations(block.text)
        for match in re.finditer(rf"(?<![\w-]){re.escape(person.name)}(?![\w-])", text):
            office = offices.held_before(_just_before(text, match))
            led = _DETERMINER.match(office or "")
            if office and led and is_office(office[led.end() :]):
                span = NameSpan(person.name, 0, len(person.name), None, sure=True)
                return Introduction(span, office.strip(" ,")).as_person()
    return None


def _just_before(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - _NEAR) : match.start()]


def _words_beside(mention: re.Pattern[str], blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        text = without_quotations(block.text)
        for match in mention.finditer(text):
            before = _just_before(text, match)
            if _is_other(before):
                continue
            opens = not before.rstrip() or before.rstrip()[-1] in ".!?”"
            now = _IS_NOW.match(text, match.end()) if opens else None
            holds = _HOLDS.match(text, match.end()) if opens and not now else None
            if opens and (works := _AS_AT.match(text, match.end())):
                yield f"{works['role']} at {works['house']}"
                continue
            beside = (
                holds or now or _WHO.match(text, match.end()) or _BESIDE.match(text, match.end())
            )
            if beside is None:
                continue
            end = _END.search(text, beside.end())
            words = text[beside.end() : end.start() if end else len(text)]
            if not (holds or now) and text[beside.end() : beside.end() + 3] != "who":
                words = max(words, _whole(text[match.end() :]), key=len)
            if holds:
                words = f"who {words}"
            if roles.holds_office(words) or is_office(words):
                yield words


def _whole(after: str) -> str:
    """“, a judge, head of X, and a poet, …”: all that stands beside a name."""
    listed = read_list(f"Jane Doe{after}", is_object=True)[:1]
    return listed[0].words if listed and listed[0].span.start == 0 else ""


def _is_other(before: str) -> bool:
    """“Jan” before “Malá”: somebody else of that surname."""
    word = re.search(r"(?P<word>[^\W\d_a-z][\w’'.-]*)\s\Z", before)
    if word is None:
        return False
    if word["word"].endswith(".") and len(word["word"]) > len("J."):
        return False  # the sentence before ends there
    bare = word["word"].lower().rstrip(".")
    return bare not in lexicon.COMMON_WORDS and not lexicon.is_role_noun(bare)


def is_office(words: str) -> bool:
    """Whether words begin with what somebody is: “a judge of X”, not “afraid of the judge”."""
    phrase = re.split(
        r"[,;]|\.(?=\s|\Z)|\s(?:of|at|for|in|with|who|and|to|on|from|that|by|within)\s",
        words,
        maxsplit=1,
    )[0].split()
    if len(phrase) > 1 and _ACRONYM.fullmatch(phrase[-1]):
        phrase.pop()
    if not phrase or (
        any(word[0].isupper() for word in phrase[1:-1]) and read_list(words, is_object=True)
    ):
        return False
    if len(phrase) > 1 and phrase[-1].endswith("ing") and lexicon.is_role_noun(phrase[-2]):
        phrase.pop()  # "a journalist contributing to X"
    return lexicon.is_role_noun(phrase[-1]) and not _PART.fullmatch(" ".join(phrase))
