"""Programmes of an event: “10:00 – Panel: Who owns water? With Jane Doe, a judge, and …”.

A line of a programme begins with the time of day, or is an item below “Agenda”. Whoever is named in
it with what they are takes part; a name alone does so only behind a word such as “Welcome”, for
talks bear names as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from . import lexicon, naming, sentences
from .draft import Person
from .introductions import Introduction, read_list
from .listings import PROGRAMME, Block, read_people_line, read_person_line
from .parts import SURE, Part, without_quotations

_CLOCK = r"(?:\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?|noon|midday)"
_ENTRY = re.compile(
    rf"(?P<first>{_CLOCK})(?P<until>\s*(?:[–—-]|to|until)\s*{_CLOCK})?"
    r"(?:,?\s*\(?(?:[A-Z]{2,4}T|ET|CT|PT|MT|UTC|GMT|h|hrs)\b\)?)?(?P<joint>\s*[:–—|,-]\s*|\s+|\Z)(?P<words>.*)",
    re.IGNORECASE,
)
# The chapters of a video begin at its first second.
_OF_VIDEO = re.compile(r"[\[(]?(?:0?0:)?0?0:\d\d\b")
_LED_BY = re.compile(
    r"[\s,;.(–—-]*\b(?:(?:moderated|chaired|facilitated|hosted)\s+by:?|(?:moderators?|chairs?|"
    r"facilitators?|hosts?|moderation):)\s+",
    re.IGNORECASE,
)
_BORDER = re.compile(
    r"\s[–—-]\s+|:\s+|[?!]\s+|[”\"»]\s*,?\s+|\s*\|\s*|(?<=[a-z)])\.\s+|\(\s*(?=[A-ZÀ-Ž][^()]*,)|"
    r"(?i:(?<!people )(?<!those )\b(?:with|by|from|featuring|and guests?))\s+(?=[A-ZÀ-Ž])"
)
_BY_NAME = re.compile(
    r"(?:welcome|opening|closing|introduct|keynote|remarks|address|speakers?|presenters?|panel|q&a|"
    r"talk|lecture|presentation|conversation|discussion|fireside|wrap-?up|moderat)",
    re.IGNORECASE,
)
# "10:15 Ropes. Speakers: A and B, Open Wells; C, Open Lakes"
_SPEAKERS = re.compile(
    r"(?:\A|\s)(?:speakers?|presenters?|panell?ists?|instructors?):\s+", re.IGNORECASE
)
_IN_BRACKETS = re.compile(
    r"[”\"»]\s*(?:[–—-]\s+)?(?P<house>(?:the\s+)?[A-ZÀ-Ž][^()“”\"]{2,120}?)\s+\((?P<who>[^()]+)\)\s*\Z"
)
_IS_QUESTION = re.compile(r"(?:what|why|how|when|where|who|which)\b", re.IGNORECASE)
# Above a list, within a programme whose parts are headings
_OPENS = re.compile(
    r"(?:welcome|introductions|opening|closing|keynotes?|fireside)(?:\s+(?:and|&|remarks|introductions?|welcome|"
    r"address|speech|chat|speakers?))*\Z",
    re.IGNORECASE,
)


def is_entry(text: str) -> bool:
    """Whether a line begins with the time of day, as those of a programme do."""
    return _ENTRY.match(text) is not None


def _is_set_apart(match: re.Match[str]) -> bool:
    """“9:00 –”, “9 a.m.”, “9:00–9:30”: more than a number with a colon."""
    is_spoken = re.search(r"[ap]\.?m|noon", match["first"], re.IGNORECASE) is not None
    return is_spoken or match["until"] is not None or bool(match["joint"].strip())


def from_programme(blocks: Sequence[Block]) -> list[Part]:
    """The people of a programme, in its order."""
    found: list[Part] = []
    if any(_OF_VIDEO.match(block.text) for block in blocks):
        return []
    entries = [match for block in blocks if (match := _ENTRY.match(block.text))]
    is_running = False
    for number, block in enumerate(blocks):
        match = _ENTRY.match(block.text)
        under = PROGRAMME.fullmatch(block.heading or "") is not None
        if match and (under or (len(entries) > 1 and _is_set_apart(match))):
            found += _of_entry(match["words"], number)
            is_running = True
        elif (under and block.is_bullet) or (
            not block.is_bullet and _ENTRY.match(block.heading or "")
        ):
            found += _of_entry(block.text, number)
        elif block.is_bullet and _OPENS.match(block.heading or ""):
            person = read_person_line(block.text)
            found += [Part(person, False, SURE, number)] if person and person.organisation else []
        elif under and is_running and (person := read_person_line(block.text)):
            # The speaker on a line of their own, below that of the talk.
            is_told = (person.role or person.organisation) is not None
            if is_told and naming.find(block.text)[0].sure:
                found.append(Part(person, False, SURE, number))
        elif under and is_running and _BY_NAME.match(block.text):
            found += _of_entry(block.text, number)
    return found


def _of_entry(words: str, number: int) -> Iterator[Part]:
    before, led_by, leaders = _partition(words)
    hosts = read_list(leaders, is_object=True) if led_by else []
    if speakers := _SPEAKERS.search(before):
        for introduction in read_list(before[speakers.end() :], is_object=True):
            yield Part(introduction.as_person(), False, SURE, number)
        before = ""
    for one in _named(before):
        yield Part(one, False, SURE, number)
    for introduction in hosts:
        yield Part(introduction.as_person(), True, SURE, number)


def _partition(words: str) -> tuple[str, str, str]:
    match = _LED_BY.search(words)
    return (words[: match.start()], match[0], words[match.end() :]) if match else (words, "", "")


def _named(words: str) -> Iterator[Person]:
    """Those with whom a part of the line begins, if it says what they are."""
    if bracketed := list(_in_brackets(words)):
        yield from bracketed
        return
    outside = without_quotations(words)
    together = read_people_line(outside)
    if together and all(_is_housed(one) for one in together):
        yield from together
        return
    is_announced = is_behind = False
    at = 0
    for border in [*_BORDER.finditer(outside), None]:
        part = outside[at : border.start() if border else len(outside)]
        listed = _listed(outside[at:]) if part.strip(" –—-") else []
        listed = [] if any(_IS_QUESTION.match(one.words) for one in listed) else listed
        if listed and (all(one.words for one in listed) or (is_behind and listed[-1].words)):
            yield from (one.as_person() for one in listed)
            return
        if is_announced and naming.is_name(part.strip(" .")):
            yield Person(*naming.find(part)[0][:1])
            return
        is_behind = border is not None and border[0].strip() in ("–", "—", "-", ":")
        is_announced = is_announced or _BY_NAME.match(part.strip()) is not None
        at = border.end() if border else at


def _in_brackets(words: str) -> Iterator[Person]:
    """““Wells at night” – Open Wells (Jane Doe and John Roe)”: names alone, behind their house."""
    match = _IN_BRACKETS.search(words)
    if match is None:
        return
    people = read_people_line(match["who"])
    if not people and naming.is_name(match["who"]):
        people = [Person(*naming.find(match["who"])[0][:1])]
    for person in people:
        yield replace(person, organisation=match["house"])


def _is_housed(person: Person) -> bool:
    """Whether the house is one beyond doubt: letters, or with a word for a house."""
    return any(
        word.lower() in lexicon.ORGANISATION_WORDS or (len(word) > 1 and word.isupper())
        for word in (person.organisation or "").split()
    )


def _listed(text: str) -> list[Introduction]:
    """The list with which ``text`` begins; nothing where other words stand before it."""
    sentence = sentences.split(text.lstrip(" –—-"))[0].text.strip().rstrip(")")
    listed = read_list(sentence, is_object=True)
    if not listed:
        return []
    before = sentence[: listed[0].span.start].strip()
    own = {listed[0].office, listed[0].span.honorific or ""}
    return listed if before in own or before.startswith(listed[0].office or "\0") else []
