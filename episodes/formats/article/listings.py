"""Lines that name somebody of the episode: “Guest: …”, and what stands under “Speakers”."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from .. import names
from . import affiliations, lexicon, naming, roles, sentences
from .draft import Person
from .introductions import Introduction, read_list

LABEL = re.compile(
    r"(?P<label>(?:our |your |special |invited )?(?P<guest>guests?|speakers?|panell?ists?|participants?|"
    r"with|featuring|interviewees?|presenters?|presented by|discussants?)|"
    r"(?:the |your |our )?(?P<host>moderators?|moderated by|hosts?|hosted by|"
    r"interviewers?|interviewed by|chair|moderation|facilitators?))"
    r"(?:\s+#?\d{1,2})?"
    r"(?:(?:\s+for (?:this|the) (?:session|event|webinar|talk|panel))?\s*[:–—-]\s*|(?<=\bby)\s+(?=\w))",
    re.IGNORECASE,
)
ONE_ONLY = re.compile(
    r"(?:our |special |invited |the )?(?:guest|speaker|interviewee|moderator|host|interviewer|chair|"
    r"facilitator)\s*[:–—-]",
    re.IGNORECASE,
)
SECTION = re.compile(
    r"(?:(?:about|meet|our|your|the|today[’']s|featured|guest|keynote|event|invited|special|confirmed)\s+)*(?:(?P<guest>"
    r"guests?|speakers?|panel|panell?ists?|participants?|presenters?|discussants?|featuring|instructors?|"
    r"trainers?|interviewees?|mentors?|experts)|(?P<host>moderators?|hosts?|facilitators?|interviewers?|chairs?|"
    r"(?:moderated|hosted|facilitated|chaired|led) by))"
    r"(?:\s+(?:bios?|biographies|and (?:guests|panell?ists|presenters|speakers)))?\s*:?",
    re.IGNORECASE,
)
PROGRAMME = re.compile(
    r"(?:(?:the|full|event|draft|final|preliminary|our|today[’']s)\s+)*"
    r"(?:agenda|program(?:me)?|schedule|timetable|running order|order of the day)(?:\s+.{0,40})?:?",
    re.IGNORECASE,
)
# "Panelists include:" above a list
_ANNOUNCES = re.compile(
    r"(?:\A|\b)(?:(?P<guest>guests?|speakers?|panell?ists?|participants?|presenters?|discussants?|experts|"
    r"interviewees)|(?P<host>moderators?|hosts?|facilitators?))\b(?!\s+will\s+(?!be\b|include\b))[^.:]{0,60}?"
    r"(?:\b(?:include[sd]?|are|were|will be|is|was|featur(?:es?|ed|ing))\b[^.:]{0,20})?:\Z|"
    r"\b(?:hear|learn) from[^.:]{0,40}:\Z|\bfeaturing:\Z",
    re.IGNORECASE,
)
# The verb with which the life of somebody goes on: “Jane Doe leads the office of …”.
_LIVES = re.compile(
    r",?\s+(?:(?:who|also|currently|now|has|have|proudly)\s+)*(?:is|was|been|has|had|co-leads|[a-z]{3,}(?:s|ed)|"
    r"began|made|grew|built|led|left|ran|taught|went|won|wrote|became|spent)\b"
)
# "Team lead, " before a name: a few words, and no sentence
_OFFICE = re.compile(r"(?!.*\s(?:is|was|has|in)\s)[^,.;:]{3,60},")
# "Jane Doe, MSc, is …", "Jane Doe, Baroness Doe of Wells, is …"
TITLED = re.compile(
    r"\A,\s+(?:(?:[A-Z][\w.]{1,7},\s+){1,3}|(?:Baroness|Baron|Lord|Lady|Viscount|Viscountess|Earl|Countess|"
    r"Count|Dame|Sir)\s[^,.;]{3,60},\s+)(?=(?:is|was|serves|works)\s)"
)
_NATIVE = re.compile(r"(?:,\s+|\A)an?\s+(?:proud\s+)?native(?:\s+(?:son|daughter))?\s+of\s+[^,]+")
_DID = re.compile(
    r"(?:,\s+|\A)(?:who\s+)?(?P<verb>is|was|has|have|had|holds|grew|joined|spent|brings|served)\s+"
)
# "Jane Doe was selected in May": what was done with her
_WAS_MADE = re.compile(
    r"(?:\w+ly\s+)?(?:[a-z]+ed|born|chosen|known)\s+(?:as|at|by|for|from|in|on|to|the|with)\s"
)
_SERVES = re.compile(r"\A\s*[–—:,-]\s*(?:currently\s+)?(?:serves|works|acts)\s+as\s+")
# "Jane Doe, a judge, talking about rain"
TALKING = re.compile(
    r",\s+(?:talking|speaking|presenting|moderating|discussing|sharing|explaining|will)\s"
)
IS = re.compile(
    r"\s+(?:is|was|are|were|has been|works as|serves as|served as|currently serves as|"
    r"is currently|currently works as)\s+"
)


_RANK = re.compile(
    rf"(?:(?:{lexicon.RANKS}|Rear|Vice|Major|General|Colonel|Captain|Commander|Lieutenant|Admiral|Brigadier|"
    r"Sergeant)\.?\s*)+"
)
# "Jane Doe (she/her)"
_PRONOUNS = re.compile(r"\s*\((?:she|he|they|any)(?:\s*/\s*[a-z]+){1,2}\)", re.IGNORECASE)
# "Jane Press — Designer", "Will Doe supports …"
_ODD_NAME = re.compile(
    r"(?P<given>[A-ZÀ-Ž][a-zà-ž]+)(?:\s[A-Z]\.)?\s(?P<last>[A-ZÀ-Ž][a-zà-ž]+)"
    r"(?=\s+[–—-]\s|,\s|\s+[a-z]{2,}s\s)"
)
# "Jane Doe and John Roe are (designers of X)"
_ARE = re.compile(r"\s+(?:are|were)\s+(?:both\s+|the\s+)?")
_JOINED = re.compile(r"(?:,|,?\s+(?:and|&))\s+")
# "At Open Wells, Jane Doe serves as …"
_AT_HOUSE = re.compile(r"At\s+(?P<house>(?:the\s+)?[A-ZÀ-Ž][^,.;:]{1,60}),\s+(?=[A-ZÀ-Ž])(?!At\s)")
_AS = re.compile(
    r"\s*\((?P<as>(?P<host>(?:co-)?(?:moderator|host|chair|facilitator))|speaker|panell?ist|presenter|guest)\)",
    re.IGNORECASE,
)


class Block(NamedTuple):
    """A paragraph or a line under a heading; ``heading`` is the nearest one above.

    ``opening`` are the bold words with which it begins; ``is_dashed`` that a long dash does.
    """

    text: str
    heading: str | None
    is_bullet: bool = False
    opening: str = ""
    is_dashed: bool = False


def is_host_line(line: str) -> bool:
    """“Jane Doe (moderator), director of X”"""
    match = _AS.search(line)
    return match is not None and match["host"] is not None


def read_person_line(line: str) -> Person | None:
    """“Jane Doe – Director, X”, “Jane Doe, Director of X”, “Jane Doe is the director of X”."""
    line = _PRONOUNS.sub("", _AS.sub("", line, count=1), count=1)
    if at := _AT_HOUSE.match(line):
        person = read_person_line(line[at.end() :])
        if person is None or person.role is None:
            return None
        return replace(person, organisation=person.organisation or at["house"])
    span = next(iter(naming.find(line)), None)
    if span is None:
        return None
    office = ""
    before = line[: span.start].strip()
    if before not in ("", span.honorific or "") and not names.honorific(before):
        listed = read_list(line, is_object=False)
        office = listed[0].office if listed and listed[0].span == span else ""
        office = before if _RANK.fullmatch(before) else office
        if _OFFICE.fullmatch(before) and affiliations.looks_like_role(before):
            office, before = before[:-1], before[:-1]  # "Team lead, Jane Doe – Director, X"
        if not office or before != office:
            return None
    after = TITLED.sub(" ", line[span.end :])
    after = _SERVES.sub(" serves as ", after, count=1)
    is_told = False
    match = re.match(r"\s*(?:[–—:|,(]|\s-)\s*|\s+-\s+", after)
    if match:
        words = sentences.split(after[match.end() :])
        text = words[0].text.rstrip(".") if words else ""
        text = re.sub(r"\A(?:is|was)\s+(?=an?\s|the\s|[A-ZÀ-Ž])", "", text)  # "Jane Doe, is a …"
        if _tells_of(span.text, text, is_after_colon=":" in match[0]):
            text = ""
        if "(" in match[0]:
            text = text.removesuffix(")")
        text = _without_dash(_without_life(TALKING.split(text, maxsplit=1)[0]))
    elif verb := IS.match(after):
        text = sentences.split(after[verb.end() :])[0].text.rstrip(".")
        text = re.split(r",\s+(?:where|who|which|and\s+(?:is|was|has))\b", text)[0]
        is_told = not re.match(r"(?:from|with|at|of|in)\s", text)
        if _WAS_MADE.match(text):
            text = ""
    elif not after.strip(" ."):
        text = ""
    else:
        return None
    person = Introduction(span, ", ".join(filter(None, (office, text.strip())))).as_person()
    if is_told and not person.role:
        # "Jane Doe serves as Open Gatekeeping": what she is, whatever the words
        return replace(person, role=person.organisation, organisation=None)
    return person


def _without_life(words: str) -> str:
    """“Major, a native son of Ohio, has flown …”: what somebody is, not what they did."""
    words = _NATIVE.sub("", words).strip(" ,")
    verb = _DID.search(words)
    if verb is None:
        return words
    told = (
        re.match(r"(?:an?|the)\s", words[verb.end() :]) if verb["verb"] in ("is", "was") else None
    )
    is_told = affiliations.looks_like_role(words[: verb.start()])
    return words[verb.end() :] if told and not is_told else words[: verb.start()]


def _without_dash(words: str) -> str:
    """“Director — X” with a comma; “Director, X — Office of Y” as far as the first house."""
    dash = re.search(r"\s[–—]\s(?=[A-ZÀ-Ž0-9])", words)
    if dash is None:
        return words
    role, house = words[: dash.start()], words[dash.end() :]
    return role if roles.split(role).organisation else f"{role}, {house}"


def _tells_of(name: str, words: str, *, is_after_colon: bool) -> bool:
    """Whether words are a sentence on somebody: “works on X”, “: For years, Jane has …”."""
    given = re.escape(name.split()[0])
    if is_after_colon and re.search(rf"\b(?:{given}|[Ss]?[Hh]e|[Tt]hey)\b\s+[a-z]", words):
        return True
    return re.match(r"(?:works|lives|helps|leads|runs|teaches|writes)\s", words) is not None


def begins_life(block: Block) -> Person | None:
    """Under “About the speakers”: “Jane Doe leads the office …”."""
    span = next(iter(naming.find(block.text)), None)
    if span is None or names.without_honorific(block.text[: span.end]) != span.text:
        return None
    is_bold = names.without_honorific(block.opening) == span.text
    if not is_bold and not (span.sure and _LIVES.match(block.text, span.end)):
        return None
    return Person(span.text, span.honorific)


def odd_name(block: Block) -> Person | None:
    """Under “Speakers”: “Jane Press — Designer, X”, “Will Doe helps X”, whose names are words."""
    match = _ODD_NAME.match(block.text)
    if match is None:
        return None
    # Read as somebody of an ordinary name
    line = f"Jane Doe{block.text[match.end() :]}"
    person = read_person_line(line)
    if match["last"].lower() in lexicon.ORGANISATION_WORDS:
        office = re.split(r",| of | at ", person.role or "")[0] if person else ""
        is_told = bool(office) and lexicon.is_role_noun(office.split()[-1])
        return replace(person, name=match[0]) if person and is_told else None
    if match["given"].lower() in lexicon.GIVEN_WORDS:
        person = person or begins_life(Block(line, block.heading))
        return replace(person, name=match[0]) if person else None
    return None


def read_people_line(line: str) -> list[Person]:
    """“Jane Doe and John Roe, X”, “Jane Doe and John Roe are designers at X”: several on a line."""
    spans = naming.find(line)[:5]
    together = spans[:1]
    for span in spans[1:]:
        gap = line[together[-1].end : span.start].removesuffix(f"{span.honorific} ")
        if not _JOINED.fullmatch(gap):
            break
        together.append(span)
    if len(together) < 2 or not all(map(naming.is_likely, together)):
        return []
    last = line[together[-2].end : together[-1].start]
    if together[0].start or not re.match(r",?\s+(?:and|&)\s", last):
        return []
    words = sentences.split(line[together[-1].end :])
    told = words[0].text.rstrip(".") if words else ""
    if are := _ARE.match(line, together[-1].end):
        told = f", {sentences.split(line[are.end() :])[0].text.rstrip('.')}"
    elif told and not re.match(r"\s*(?:,|[–—-]\s)", told):
        return []
    listed = read_list(f"{line[: together[-1].end]}{told}", is_object=False)
    # A name that might be a trade is read as what the one before is: not in a row of names.
    row = {span.text for span in together}
    told_of = {one.span.text: one.as_person() for one in listed if one.words not in row}
    people = [told_of.get(one.text, Person(one.text, one.honorific)) for one in together]
    house = None if people[-1].role else people[-1].organisation
    return [
        one if one.role or one.organisation else replace(one, organisation=house) for one in people
    ]


def announced(text: str) -> str | None:
    """The heading that “Panelists include:” or “Agenda:” stands for, above a list."""
    if PROGRAMME.fullmatch(text):
        return text
    match = _ANNOUNCES.search(sentences.split(text)[-1].text.strip()) if text else None
    return None if match is None else "Moderators" if match["host"] else "Speakers"


def is_section(heading: str) -> bool:
    """Whether a heading announces people: “Speakers”, “Our guests:”."""
    return SECTION.fullmatch(heading.strip()) is not None


def is_label(line: str) -> bool:
    """Whether a line begins with “Guests:” or the like."""
    return LABEL.match(line) is not None


def is_person_line(line: str) -> bool:
    """Whether a line is a name with what somebody is: “Jane Doe – Director”."""
    return read_person_line(line) is not None


def are_names(words: str) -> bool:
    """Whether words are names, perhaps with a house: “Jane Doe and John Roe, Open Wells”."""
    pieces = re.split(r",\s+(?:and\s+)?|\s+and\s+|\s+&\s+", words.strip())
    return naming.is_name(pieces[0]) and all(piece[:1].isupper() for piece in pieces)


def is_named(heading: str) -> bool:
    """Whether a heading is somebody: a name alone, or one with what they are."""
    person = read_person_line(heading)
    is_told = person is not None and (person.role or person.organisation) is not None
    return is_told or naming.is_name(heading)
