"""People by what is said of them: lines under “Speakers”, “Jane Doe is …”, “says Jane Doe”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .. import names
from . import lexicon, naming, offices, sentences
from .descriptions import is_office
from .draft import Person
from .introductions import OPENS_SENTENCE, read_list
from .listings import (
    IS,
    LABEL,
    ONE_ONLY,
    SECTION,
    TALKING,
    TITLED,
    Block,
    begins_life,
    is_host_line,
    odd_name,
    read_people_line,
    read_person_line,
)
from .meetings import read_sentence
from .naming import NameSpan
from .parts import (
    EVENT,
    FAIR,
    LIKELY,
    LISTED,
    SURE,
    Part,
    without_quotations,
)
from .sides import is_of_press
from .speaking import WILL

_LIFE_BESIDE = re.compile(
    r",\s+(?P<words>(?:an?|the)\s+[^.;]{3,120}?),\s+(?:is|was|has|had|taught|teaches|worked|works|served|serves|"
    r"spent|studied|studies|led|leads|founded|wrote|writes|lives|grew|became|joined|left|headed|heads)\b"
)
_LIFE_FIRST = re.compile(
    r"(?P<who>[A-ZÀ-Ž][\w’'-]+\s[^.;:]{8,160}?),\s+[a-z]{3,}(?:s|ed|w)\s(?!and\b)"
)
# "Host Jane Doe asked him what was inside."
_ASKED_THEM = re.compile(
    r"(?:[Oo]ur |[Tt]he )?(?:[Hh]ost|[Mm]oderator|[Ii]nterviewer|[Rr]eporter)\s+"
    r"(?P<who>[A-ZÀ-Ž][^.,;]{3,60}?)\s+"
    r"(?:asked|asks|(?:talks|talked|speaks|spoke|sat down)\s+(?:to|with))\s+(?:him|her|them)\b"
)
_THEY_TALK = re.compile(
    rf"(?:(?:In|For|On|During)\s+(?:the|our|this)\s+(?:[\w#’'-]+\s+){{0,4}}(?i:{EVENT}),?\s+)?"
    r"(?i:he|she|they)\s+(?:talks?|talked|speaks?|spoke|(?:is|are) in conversation)\s+(?:with|to)\s+"
)
_THEY_ARE_JOINED = re.compile(r"\b(?:She|He|They)\s+(?:is|are|was|were|will be)\s+joined\s+by\s")
_AND_OTHERS = r"(?:(?:,|,?\s+and)\s+[A-ZÀ-Ž][\w’'-]+(?:\s[A-ZÀ-Ž][\w’'.-]+){1,2})*"
_LEADS = re.compile(r"\b(?:will (?:moderate|host|chair|lead)|moderates|moderated|moderating)\b")
_READING = re.compile(
    r"(?:further|related|suggested|more|our|the|recommended)?\s*(?:reading|resources|references|books|"
    r"literature|sources|credits|team|contacts?)\b",
    re.IGNORECASE,
)
# A page on one talk, with one life below it, tells of its speaker; a report may tell of its author.
_OF_TALK = re.compile(
    r"\b[Tt]his\s+(?:webinar|session|talk|workshop|training|class)\s+(?:will|is|was|covers|introduces|gives|shows|explores)\b|"
    r"\b[Ii]n\s+this\s+(?:month[’']s\s+)?(?:[a-z]+\s+)?(?:webinar|session|talk|workshop|training|class|meeting),?"
    r"\s+(?:we|you)\b"
)
_TALK_TITLE = re.compile(r"(?!.*\brecap\b).*\b(?:webinar|session|workshop|talks?)\b", re.IGNORECASE)
_MEETING = re.compile(
    rf"\b[Jj]oin us\b|\b(?:our|this|the|these) (?:\w+ )?(?:{EVENT}|evening|guests?|speakers?|panell?ists?)\b"
)
_ASKED = re.compile(
    r"(?:\A|[\s:–—(-])(?:(?:questions|interview|talk)\s+(?:for|to)|with|meet)\s+(?!.*\bwith\b)",
    re.IGNORECASE,
)
# "Open Wells: founder Jane Doe on rain"
_ON = re.compile(r"\s+on\s+(?=(?:(?:her|his|their|the|why|how|what)\b|[“‘'\"A-ZÀ-Ž]))")
# "Candidates 2022: Jane Doe", where the text presents her
_MEET = re.compile(r"\b(?:Meet\s+[A-ZÀ-Ž]|[Ii]nterview(?:s|ed|ing)?\b)")
_IS_INTERVIEW = re.compile(r"\bq ?& ?a\b|\binterview\b|\bquestions\b", re.IGNORECASE)
_WAS_INTERVIEW = re.compile(
    r"\b(?:[Ss]he|[Hh]e|[Tt]hey)\s+(?:spoke|talked|answered)\s+(?:(?:to|with)\s+)?(?:us|our)\b|"
    r"\b[Ii]n (?:our|this) (?:[\w-]+ )?#\w+ (?:[Cc]hat|[Tt]alk|[Ii]nterview),? we (?:discuss|talk|speak)\b|"
    r"\b[Tt]h(?:e|is) (?:\w+ )?(?:interview|conversation|chat)\b[^.]{0,80}?"
    r"\b(?:recorded|moderated|conducted|led|filmed)\b"
)


def read_block(block: Block, number: int) -> list[Part]:
    section = SECTION.fullmatch(block.heading) if block.heading else None
    if section and (several := read_people_line(block.text)):
        return [Part(one, section["host"] is not None, LISTED, number) for one in several]
    if section and (line := read_person_line(block.text) or begins_life(block) or odd_name(block)):
        is_host = section["host"] is not None or is_host_line(block.text)
        return [Part(line, is_host, LISTED, number)]
    label = None if OPENS_SENTENCE.search(block.text) else LABEL.match(block.text)
    if label:
        words = block.text[label.end() :]
        listed = read_list(words, is_object=False)
        if ONE_ONLY.match(block.text) and not re.search(r"\band\b|[;&]", words):
            # "Interviewer: A, Wells Observer", "Guest: Lt. Cmdr. A, Wells Corps"
            listed = listed[:1]
            person = read_person_line(words)
            if person and (listed or person.role):
                return [Part(person, bool(label["host"]), SURE, number)]
        if listed:
            return [Part(one.as_person(), bool(label["host"]), SURE, number) for one in listed]
    found: list[Part] = []
    if not block.is_bullet:
        before = ""
        for sentence in sentences.split(block.text):
            found += _met_by_them(sentence.text, number, found, before) or read_sentence(
                sentence.text, number
            )
            before = sentence.text
        found = [*_joined_by_others(block, number), *found]
    return found


def _joined_by_others(block: Block, number: int) -> list[Part]:
    """“A, a designer, worked … She is joined by B”: whom B joins is a guest as well."""
    first = sentences.split(block.text)[0]
    if not _THEY_ARE_JOINED.search(block.text, first.end):
        return []
    listed = read_list(first.text, is_object=True)[:1]
    return [Part(one.as_person(), False, SURE, number) for one in listed if one.words]


def _met_by_them(sentence: str, number: int, found: Sequence[Part], before: str) -> list[Part]:
    """“She talks with B”: B asks where she is a guest, and is the guest where she asks.

    Where only the sentence before names her, B's trade must be to ask.
    """
    match = _THEY_TALK.match(sentence)
    if not match:
        asked = None if found else _ASKED_THEM.match(sentence)
        guest = _only_named(before) if asked and naming.is_name(asked["who"]) else None
        if asked is None or guest is None:
            return []
        host = Person(asked["who"])
        return [Part(guest, False, SURE, number), Part(host, True, SURE, number)]
    listed = read_list(without_quotations(sentence)[match.end() :], is_object=True)[:1]
    if not listed or not listed[0].words:
        return []
    other = listed[0].as_person()
    kinds = {part.is_host for part in found}
    if len(kinds) == 1:
        return [Part(other, not found[0].is_host, SURE, number)]
    person = _only_named(before)
    if found or person is None or not is_of_press(listed[0].words):
        return []
    return [Part(person, False, SURE, number), Part(other, True, SURE, number)]


def _only_named(sentence: str) -> Person | None:
    """The one person whom a sentence names in full."""
    outside = without_quotations(sentence)
    named = [span for span in naming.find(outside) if span.sure]
    if len(named) != 1:
        return None
    told = read_list(outside[named[0].start :], is_object=True)[:1]
    return told[0].as_person() if told else Person(named[0].text, named[0].honorific)


def from_interview(title: str | None, blocks: Sequence[Block]) -> list[Part]:
    """The one person whose life is told, where the article says that it was an interview."""
    is_said = any(_WAS_INTERVIEW.search(without_quotations(block.text)) for block in blocks)
    headings = [title or "", *(block.heading or "" for block in blocks[:1])]
    if not is_said and not any(_IS_INTERVIEW.search(one) for one in headings):
        return []
    told = {part.person.name: part for part in told_of(blocks)}
    return list(told.values()) if len(told) == 1 else []


def from_biographies(title: str | None, blocks: Sequence[Block]) -> list[Part]:
    """“Jane Doe is a lawyer …” of somebody who is also asked, quoted or in the title."""
    everything = "\n".join(block.text for block in blocks)
    return [part for part in told_of(blocks) if _speaks(part.person.name, title, everything)]


def from_entries(title: str | None, blocks: Sequence[Block]) -> list[Part]:
    """Paragraphs that each begin with somebody: “**Jane Doe** is a lawyer …”, one after another."""
    bold: list[Part] = []
    told: list[Part] = []
    is_told = False
    for number, block in enumerate(blocks):
        span = next(iter(naming.find(block.text)), None)
        if span is None or names.without_honorific(block.text[: span.end]) != span.text:
            continue
        person = read_person_line(block.text)
        if person is None or not (person.role or person.organisation):
            continue
        if not _is_somebody(span, person):
            continue
        part = Part(person, _LEADS.search(block.text) is not None, LIKELY, number)
        if block.is_bullet and TALKING.search(block.text):
            bold.append(part)
            is_told = True
            continue
        has_verb = IS.match(block.text[span.end :]) is not None and person.role is not None
        if names.without_honorific(block.opening) == span.text:
            if has_verb or not _READING.match(block.heading or ""):
                bold.append(part)
                is_told = is_told or has_verb
        elif has_verb:
            told.append(part)
    is_talk = any(_OF_TALK.search(block.text) for block in blocks)
    is_titled = _TALK_TITLE.match(title or "") is not None
    if (
        len([*bold, *told]) == 1
        and not (is_talk or is_titled)
        and _signs((bold or told)[0], blocks)
    ):
        return []
    if bold and (is_told or len(bold) > 1):
        return bold
    is_meeting = any(_MEETING.search(block.text) for block in blocks)
    if len(told) == 1:
        return told if is_talk or is_titled else []
    if not told and is_talk:
        # "Jane Doe manages …"
        lives = [
            (number, begins_life(block) or _told_first(block))
            for number, block in enumerate(blocks)
        ]
        begun = [Part(person, False, LIKELY, number) for number, person in lives if person]
        return begun if len(begun) == 1 else []
    return told if is_meeting else []


def _signs(life: Part, blocks: Sequence[Block]) -> bool:
    """Whether a life stands at the very end, of somebody named nowhere else: that of the author."""
    others = [block for number, block in enumerate(blocks) if number != life.order]
    surname = names.surname(life.person.name)
    return life.order >= len(blocks) - 2 and not any(
        re.search(rf"\b{re.escape(surname)}\b", block.text) for block in others
    )


def _told_first(block: Block) -> Person | None:
    """“Jane Doe, co-lead of X, knows …”, where the paragraph goes on to this talk of hers."""
    match = _LIFE_FIRST.match(block.text)
    listed = read_list(match["who"], is_object=False) if match else []
    told = len(listed) == 1 and listed[0].span.start == 0 and listed[0].words
    return listed[0].as_person() if told and _OF_TALK.search(block.text) else None


def told_of(blocks: Sequence[Block]) -> Iterator[Part]:
    """Sentences that say who somebody is."""
    for number, block in enumerate(blocks):
        for sentence in sentences.split(block.text):
            text = without_quotations(sentence.text)
            span = next(iter(naming.find(text)), None)
            if span is not None and (beside := _told_beside(text, span)):
                yield Part(beside, False, LIKELY, number)
            if span is None or not IS.match(TITLED.sub(" ", text[span.end :])):
                continue
            if names.without_honorific(text[: span.end].strip()) != span.text:
                continue
            person = read_person_line(text)
            if person and person.role and _is_somebody(span, person):
                yield Part(person, False, LIKELY, number)


def _is_somebody(span: NameSpan, person: Person) -> bool:
    """“Samantha Power is an administrator”, and not “Black History is a wide field”."""
    return span.sure or is_office(person.role or "")


def _told_beside(text: str, span: NameSpan) -> Person | None:
    """“Jane Doe, a Dutch lawyer, taught …” at the beginning of a sentence."""
    match = _LIFE_BESIDE.match(text, span.end)
    if match is None or names.without_honorific(text[: span.end].strip()) != span.text:
        return None
    listed = read_list(f"{text[: match.end('words')]},", is_object=False)
    return listed[0].as_person() if len(listed) == 1 and listed[0].words else None


def _speaks(name: str, title: str | None, everything: str) -> bool:
    """Whether the article lets somebody speak, other than by quoting a book."""
    if title and names.fold(name) in names.fold(title):
        return True
    called = "|".join(map(re.escape, [names.surname(name), *name.split()]))
    mention = rf"(?:{re.escape(name)}|(?:Mr|Mrs|Ms|Dr|Prof)\.? (?:{called}))"
    verbs = (
        r"(?:talks?|talked|speaks?|spoke|discusses|discussed|says|said|explains|explained|shares)"
    )
    return (
        re.search(rf"\b(?:{verbs}|[Jj]oin)\s+{mention}", everything) is not None
        or re.search(rf"{mention}{_AND_OTHERS}{WILL.pattern}", everything) is not None
        or re.search(rf"{mention}\s+{verbs}\b", everything) is not None
        or re.search(rf"\b(?:chat|interview|conversation)\b[^.]{{0,80}}{mention}", everything, re.I)
        is not None
    )


def title_person(title: str | None) -> str | None:
    """The name of which a title consists."""
    spans = naming.find(title or "")
    is_whole = len(spans) == 1 and names.fold(title or "") == names.fold(spans[0].text)
    return spans[0].text if is_whole and spans[0].sure else None


def from_title(title: str | None, blocks: Sequence[Block]) -> list[Part]:
    """A title of names, or one that ends with “with” them, where the text speaks of them."""
    if on := _ON.search(title or ""):
        speaking = [span for span in naming.find((title or "")[: on.start()]) if span.sure][-1:]
        if speaking and speaking[0].end == on.start():
            return [
                _told_in_title(part, title or "", span)
                for span in speaking
                if (part := in_text(span, blocks))
            ]
    _series, colon, name = (title or "").rpartition(": ")
    if colon and naming.is_name(name) and any(_MEET.search(block.text) for block in blocks):
        return from_title(name, blocks)
    asked = _ASKED.search(title or "")
    bare = (title or "")[asked.end() :] if asked else title or ""
    spans = naming.find(bare)
    between = re.sub(r"\band\b|[,&]", " ", "".join(_outside(bare, spans)))
    if not spans or between.split() or not all(one.sure for one in spans):
        return []
    return [part for span in spans if (part := in_text(span, blocks))]


def _told_in_title(part: Part, title: str, span: NameSpan) -> Part:
    """With the office that the title alone tells: “Rain Chief Jane Doe on wells”."""
    told = None if part.person.role else _introduced_in(title, span)
    return part._replace(person=told) if told and not part.person.organisation else part


def _outside(text: str, spans: Sequence[NameSpan]) -> Iterator[str]:
    """What is left of ``text`` without names and their honorifics."""
    at = 0
    for span in spans:
        words = text[at : span.start].split()
        yield " ".join(word for word in words if not _is_title(word))
        at = span.end
    yield text[at:]


def _is_title(word: str) -> bool:
    return names.honorific(word) is not None or (word[0].isupper() and lexicon.is_role_noun(word))


def in_text(span: NameSpan, blocks: Sequence[Block]) -> Part | None:
    """Somebody who is named, with what the text says beside the name."""
    last = span.text.split()[-1]
    surname = names.fold(last)
    everything = "\n".join(block.text for block in blocks)
    if span.text not in everything and re.search(rf"\b{re.escape(last.lower())}\b", everything):
        return None  # "Building Bridges": what the text writes small is no surname
    for number, block in enumerate(blocks):
        if surname not in names.fold(block.text):
            continue
        for sentence in sentences.split(block.text):
            if told := _introduced_in(sentence.text, span):
                return Part(told, False, LIKELY, number)
        return Part(Person(span.text, span.honorific), False, LIKELY, number)
    return None


def _introduced_in(sentence: str, span: NameSpan) -> Person | None:
    """Somebody with what a sentence says beside the name."""
    at = sentence.find(span.text)
    office = offices.held_before(sentence[:at]) if at > 0 else None
    for text in (sentence, sentence[max(at, 0) - len(office or "") :]):
        for introduction in read_list(text, is_object=True):
            if names.fold(introduction.span.text) == names.fold(span.text) and introduction.words:
                return introduction.as_person()
    return None


def are_introduced(text: str) -> bool:
    """Whether a paragraph itself brings guests to the episode: “… joined us”."""
    return any(
        part.weight >= FAIR and not part.is_host
        for sentence in sentences.split(text)
        for part in read_sentence(sentence.text, 0)
    )
