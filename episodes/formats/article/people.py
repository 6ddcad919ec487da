"""Who takes part in an episode, and as what.

A name alone is nobody: it counts only where the grammar gives it a part, such as “joined us”,
“moderated by” or a line under “Speakers”.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from .. import names
from . import naming, roles, sentences
from .draft import Person
from .introductions import Introduction, read_list

_EVENT = (
    r"(?:chat|conversation|discussion|debate|interview|podcast|episode|show|series|panel|talk|"
    r"programme|program|call|webinar|session|event|forum|recording|video|dialogue|special|meeting)"
)
_JOINED = re.compile(
    r"\b(?:have |has |had |will |are |is )?(?:join(?:ed|s|ing)?)\s+(?!by\b|forces|hands|the ranks)"
)
_US = re.compile(
    rf"(?:us|me|forum|#\w+|host|our (?:\w+ )?{_EVENT}|(?:the|this|a|an) (?:[\w-]+ ){{0,4}}{_EVENT})\b",
    re.IGNORECASE,
)
_HOST_BEFORE_NAME = re.compile(r"(?:our |the )?(?:host|moderator|presenter|colleague)s?,?\s+", re.I)
_ASKED_BY = re.compile(
    r",?\s+(?:is|are|was|were|has been|have been)\s+(?:interviewed|hosted|welcomed|asked|questioned)\s+by\s+"
)
_JOINED_BY = re.compile(r"\bjoined\s+(?:\w+ly\s+)?(?:on \w+ )?by\s+", re.IGNORECASE)
_HOSTING = re.compile(
    r"\b(?:hosted|welcomed|welcomes|hosts|featured|features|featuring|invited|interviewed|"
    r"interviews|brought together|brings together|is hosting|introduces|"
    r"(?:talk|talked|talks|speak|spoke|speaks|chatted|chats|sat down|sits down|sit down|met|"
    r"discussed|in conversation|conversation|discussion|interview|dialogue|chat|debate|panel|"
    r"together|episode|session|q&a)\s+(?:with|to)|"
    r"(?:guests?|speakers?|panell?ists?)(?:\s+of[^,]{3,60}?)?(?:,?\s+(?:is|are|was|were|include|"
    r"included|includes|will be)|:)|"
    r"joining\s+(?:us|the \w+|this \w+)(?:\s+\w+)?\s+(?:is|are|was|were|will be)|"
    r"(?:hear|hears|heard) from|answered by|answers? from|insights? from)\s+(?!by\b)"
    r"(?:(?:our|the|its|two|three|four|five|six|special|guests?|guest,?|speakers?|panell?ists?)\s+)*",
    re.IGNORECASE,
)
_ARE_GUESTS = re.compile(
    r",?\s+(?:is|are|was|were|will be)\s+(?:(?:the|our|this|these|among|week[’']?s?|next|latest|today[’']s|"
    r"special|invited|three|two|four|five|first)\s+)*(?:guests?|speakers?|panell?ists?|interviewees?)\b"
)
_OUR_GUESTS = re.compile(
    r"\b(?:our|the|this week[’']s|today[’']s|with|special|two|three|four|five)\s+(?:guests?|speakers?|"
    r"panell?ists?),?\s+(?=[A-ZÀ-Ž])",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r",?\s+(?:will\s+|have\s+|has\s+)?(?:talk|discuss|speak|spoke|explain|share|explore|describe|"
    r"analy[sz]e|comment|reflect|look|answer|assess|debate|examine|outline|address|consider|offer|tell|"
    r"told|argue|warn|give|gave|present|exchange|meet|met|sat down|sit down|disagree|agree|ask|point|"
    r"introduce|summari[sz]e|speculate|compare|provide|call|show|recall)(?:s|es|ed|d)?\b"
)
_EXPLORES_WITH = re.compile(
    r"\b(?:explores?|discusses|discuss|examines?|unpacks?|debates?|talks?|reflects?|looks|asks)\b"
    r"[^.;]{0,120}?\bwith\s+",
)
_MODERATED_BY = re.compile(
    r"\b(?P<verb>moderated|hosted|chaired|facilitated|led|conducted|interviewed|presented|"
    r"introduced|anchored|run)\s+by\s+(?:our\s+|the\s+(?=[a-z]))?(?:colleague\s+)?",
    re.IGNORECASE,
)
_MODERATES = re.compile(
    rf"\b(?:moderated|moderates|moderating|hosted|hosts|chaired|chairs|led|facilitated|conducted|"
    rf"hosting|leading|interviewed)\s+(?:the|this|our|a|an)\s+(?:[\w#-]+\s+){{0,4}}?{_EVENT}\b"
)
_MODERATOR = re.compile(
    r"\b(?:moderator|host|interviewer|presenter)s?(?:\s+of[^,.]{3,60}?)?"
    r"(?:,|\s+is|\s+was|\s+are|\s+were|\s+will be|:)?\s+(?=[A-ZÀ-Ž])"
)
_LABEL = re.compile(
    r"(?P<label>(?:our |special |invited )?(?P<guest>guests?|speakers?|panell?ists?|participants?|"
    r"with|featuring|interviewees?|presenters?|discussants?)|(?:the )?(?P<host>moderators?|"
    r"moderated by|hosts?|hosted by|interviewers?|interviewed by|chair|moderation|facilitators?))"
    r"\s*[:–—-]\s*",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:(?:about|meet|our|the|today[’']s|featured|guest|keynote|event|invited)\s+)*(?:(?P<guest>"
    r"guests?|speakers?|panell?ists?|participants?|presenters?|discussants?|featuring)|(?P<host>"
    r"moderators?|hosts?|facilitators?|interviewers?|chairs?))\s*:?",
    re.IGNORECASE,
)
_IS = re.compile(
    r"\s+(?:is|was|are|were|has been|works as|serves as|served as|currently serves as|"
    r"is currently|currently works as)\s+"
)
_SAYS = re.compile(
    r"\b(?P<verb>says|said|explains|explained|argues|argued|believes|warns|warned|claims|stresses|"
    r"notes|adds|thinks|points out|writes|tells us|according to)\s+",
    re.IGNORECASE,
)


class Part(NamedTuple):
    """A person with what the words make of them; ``weight`` tells sure from likely."""

    person: Person
    is_host: bool
    weight: int
    order: int


class Block(NamedTuple):
    """A paragraph or a line under a heading; ``heading`` is the nearest one above."""

    text: str
    heading: str | None
    is_bullet: bool = False


LISTED, SURE, LIKELY, POSSIBLE = 4, 3, 2, 1


def find(title: str | None, blocks: Sequence[Block]) -> tuple[list[Person], list[Person]]:
    """Guests and hosts, in the order in which the article introduces them."""
    parts = [part for number, block in enumerate(blocks) for part in _parts(block, number)]
    guests_known = any(part.weight >= SURE and not part.is_host for part in parts)
    if not guests_known:
        parts += _from_biographies(title, blocks)
    if not any(not part.is_host for part in parts):
        parts += _from_speaking(blocks)
    if not any(not part.is_host for part in parts):
        parts += _from_sayings(title, blocks)
    if not any(not part.is_host for part in parts):
        parts += _from_title(title, blocks)
    return _merge(parts, blocks)


def _parts(block: Block, number: int) -> list[Part]:
    section = _SECTION.fullmatch(block.heading) if block.heading else None
    if section and (line := _person_line(block.text)):
        return [Part(line, section["host"] is not None, LISTED, number)]
    label = _LABEL.match(block.text)
    if label and (listed := read_list(block.text[label.end() :], is_object=False)):
        return [Part(one.as_person(), bool(label["host"]), SURE, number) for one in listed]
    found: list[Part] = []
    if not block.is_bullet:
        for sentence in sentences.split(block.text):
            found += _from_sentence(sentence.text, number)
    return found


def _person_line(line: str) -> Person | None:
    """“Jane Doe – Director, X”, “Jane Doe, Director of X”, “Jane Doe is the director of X”."""
    span = next(iter(naming.find(line)), None)
    if span is None or (line[: span.start].strip() not in ("", span.honorific or "") and (
        not names.honorific(line[: span.start].strip())
    )):  # fmt: skip
        return None
    after = line[span.end :]
    match = re.match(r"\s*(?:[–—:|,(]|\s-)\s*|\s+-\s+", after)
    if match:
        words = sentences.split(after[match.end() :])
        text = words[0].text.rstrip(".") if words else ""
        if "(" in match[0]:
            text = text.removesuffix(")")
    elif verb := _IS.match(after):
        text = sentences.split(after[verb.end() :])[0].text.rstrip(".")
        text = re.split(r",\s+(?:where|who|which|and\s+(?:is|was|has))\b", text)[0]
    elif not after.strip(" ."):
        text = ""
    else:
        return None
    return Introduction(span, text.strip()).as_person()


def _from_sentence(sentence: str, number: int) -> list[Part]:
    outside = _without_quotations(sentence)
    found: list[Part] = []

    def add(listed: Iterable[Introduction]) -> None:
        found.extend(Part(one.as_person(), True, SURE, number) for one in listed)

    for match in _MODERATED_BY.finditer(outside):
        opens = not outside[: match.start()].strip()
        if (
            opens
            or match["verb"].lower() == "moderated"
            or re.search(rf"\b{_EVENT}\b|\brecorded\b|\b(?:us|we|our)\b|#\w", outside, re.I)
        ):
            add(read_list(outside[match.end() :], is_object=True))
    if not found and (moderates := _MODERATES.search(outside)):
        add(_subjects(outside[: moderates.start()]))
    if not found and (named := _MODERATOR.search(outside)):
        add(read_list(outside[named.end() :], is_object=True)[:1])
    found += _from_meeting(_main_part(outside), number)
    return found


def _from_meeting(main: str, number: int) -> list[Part]:
    """Guests, and who has them: “joined us”, “hosted A and B”, “A explores … with B”."""
    found: list[Part] = []
    match: re.Match[str] | None

    def add(listed: Iterable[Introduction], *, is_host: bool) -> None:
        found.extend(Part(one.as_person(), is_host, SURE, number) for one in listed)

    if (match := _JOINED.search(main)) and (joined := _from_joined(main, match)):
        add(joined[0], is_host=False)
        add(joined[1], is_host=True)
    elif match := _ASKED_BY.search(main):
        if subjects := _subjects(main[: match.start()]):
            add(subjects, is_host=False)
            add(read_list(main[match.end() :], is_object=True), is_host=True)
    elif match := _JOINED_BY.search(main):
        add(read_list(main[match.end() :], is_object=True), is_host=False)
        # "A was joined by B": A is the host; "Guests A and C were joined by B": they are not.
        subjects = _subjects(main[: match.start()])
        are_guests = len(subjects) > 1 or re.search(r"(?i)\bguests?\b", main[: match.start()])
        add(subjects, is_host=not are_guests)
    elif (match := _HOSTING.search(main)) and _is_of_episode(main, match):
        guests = read_list(main[match.end() :], is_object=True)
        add(guests, is_host=False)
        if guests:
            add(_subjects(main[: match.start()]), is_host=True)
    elif match := _ARE_GUESTS.search(main):
        add(_subjects(main[: match.start()]), is_host=False)
    elif match := _OUR_GUESTS.search(main):
        add(read_list(main[match.end() :], is_object=True), is_host=False)
    elif match := _EXPLORES_WITH.search(main):
        hosts = _subjects(main[: match.start()])
        guests = read_list(main[match.end() :], is_object=True)
        if hosts and guests and all(one.words for one in (*hosts, *guests)):
            add(guests, is_host=False)
            add(hosts, is_host=True)
    return found


def _from_joined(
    main: str, match: re.Match[str]
) -> tuple[list[Introduction], list[Introduction]] | None:
    """“A joined us”: A is a guest. “A joined B”: A is a guest, B the host."""
    after = main[match.end() :]
    if us := _US.match(after):
        hosts: list[Introduction] = []
        if us[0].lower() == "host":
            hosts = read_list(re.sub(r"\Ahosts?,?\s+", "", after), is_object=True)
        guests = _subjects(main[: match.start()])
        if not guests and (behind := re.search(r"\b(?:is|are|was|were|will be)\s+", after)):
            # "Also joining the conversation is A, a poet"
            guests = read_list(after[behind.end() :], is_object=True)
        return guests, hosts
    after = _HOST_BEFORE_NAME.sub("", after, count=1) if _HOST_BEFORE_NAME.match(after) else after
    hosts = read_list(after, is_object=True)
    guests = _subjects(main[: match.start()])
    return (guests, hosts) if hosts and guests else None


def _subjects(before: str) -> list[Introduction]:
    """The people at the end of what stands before a verb."""
    return read_list(before, is_object=False)


def _main_part(sentence: str) -> str:
    """The sentence without what is said of its moderation."""
    match = re.search(r"[,.]?\s*(?:and\s+)?(?:was\s+)?\bmoderated by\b", sentence)
    if match and match.start() > 0 and not re.match(r"\s*In\b", sentence):
        return sentence[: match.start()]
    return sentence


def _is_of_episode(sentence: str, match: re.Match[str]) -> bool:
    """Whether it is we who talk with somebody, and not somebody in the news."""
    before = sentence[: match.start()]
    verb = match[0].split()[0].lower()
    if not before.strip() or verb in (
        "guest",
        "guests",
        "speaker",
        "speakers",
        "panelist",
        "panelists",
        "joining",
    ):
        return True
    return bool(
        re.search(r"#\w|\b(?:we|our|us|this week|today|forum|latest|new|next|join)\b", before, re.I)
        or re.search(rf"\b{_EVENT}\b", before, re.I)
        or (_subjects(before) and verb in ("interviewed", "interviews", "hosted", "hosts", "welcomed",
                                           "welcomes", "talks", "speaks", "talked", "spoke"))
    )  # fmt: skip


def _without_quotations(text: str) -> str:
    """Quoted words blanked out, so that nobody is found who is only spoken of."""
    return re.sub(r"[“„«\"][^“”„«»\"˝]{15,}[”“»\"˝]", lambda match: " " * len(match[0]), text)


def _from_biographies(title: str | None, blocks: Sequence[Block]) -> list[Part]:
    """“Jane Doe is a lawyer …” of somebody who is also asked, quoted or in the title."""
    found: list[Part] = []
    everything = "\n".join(block.text for block in blocks)
    for number, block in enumerate(blocks):
        for sentence in sentences.split(block.text):
            text = _without_quotations(sentence.text)
            span = next(iter(naming.find(text)), None)
            if span is None or not _IS.match(text[span.end :]):
                continue
            if names.without_honorific(text[: span.end].strip()) != span.text:
                continue
            person = _person_line(text)
            if person and person.role and _speaks(span.text, title, everything):
                found.append(Part(person, False, LIKELY, number))
    return found


def _speaks(name: str, title: str | None, everything: str) -> bool:
    """Whether the article lets somebody speak, other than by quoting a book."""
    if title and names.fold(name) in names.fold(title):
        return True
    mention = rf"(?:{re.escape(name)}|(?:Mr|Mrs|Ms|Dr|Prof)\.? (?:{'|'.join(map(re.escape, name.split()))}))"
    verbs = (
        r"(?:talks?|talked|speaks?|spoke|discusses|discussed|says|said|explains|explained|shares)"
    )
    return (
        re.search(rf"\b{verbs}\s+{mention}", everything) is not None
        or re.search(rf"{mention}\s+{verbs}\b", everything) is not None
        or re.search(rf"\b(?:chat|interview|conversation)\b[^.]{{0,80}}{mention}", everything, re.I)
        is not None
    )


def _from_speaking(blocks: Sequence[Block]) -> list[Part]:
    """“In this week's chat, Jane Doe, the director of X, talks about …”."""
    for number, block in enumerate(blocks[:4]):
        for sentence in sentences.split(block.text):
            text = _without_quotations(sentence.text)
            if not re.search(rf"#\w|\b(?:{_EVENT}|this week|our|us|we)\b", text, re.IGNORECASE):
                continue
            for match in _SPEAKS.finditer(text):
                listed = _subjects(text[: match.start()])
                if listed and any(one.words for one in listed):
                    return [Part(one.as_person(), False, LIKELY, number) for one in listed]
    return []


def _from_sayings(title: str | None, blocks: Sequence[Block]) -> list[Part]:
    """“…, says Political Scientist Jane Doe”: only where the title or “guest” confirms it."""
    found: list[Part] = []
    for number, block in enumerate(blocks):
        for sentence in sentences.split(block.text):
            text = _without_quotations(sentence.text)
            for match in _SAYS.finditer(text):
                listed = read_list(text[match.end() : match.end() + 400], is_object=True)
                if len(listed) != 1:
                    continue
                behind = text[match.end() + listed[0].span.end :]
                in_title = bool(title) and names.fold(listed[0].span.text) in names.fold(
                    title or ""
                )
                if in_title or re.search(r"\bguests?\b", behind):
                    weight = LIKELY if in_title else POSSIBLE
                    found.append(Part(listed[0].as_person(), False, weight, number))
    return found


def _from_title(title: str | None, blocks: Sequence[Block]) -> list[Part]:
    """A title that is nothing but a name, where the text speaks of this person."""
    bare = re.sub(r"(?i)\A(?:an? )?(?:interview|conversation|chat|q&a) with ", "", title or "")
    spans = naming.find(bare)
    if len(spans) != 1 or names.fold(bare) != names.fold(spans[0].text) or not spans[0].sure:
        return []
    surname = spans[0].text.split()[-1]
    for number, block in enumerate(blocks):
        if surname in block.text:
            for introduction in read_list(block.text, is_object=True):
                if names.fold(introduction.span.text) == names.fold(spans[0].text):
                    return [Part(introduction.as_person(), False, LIKELY, number)]
            return [Part(Person(spans[0].text, spans[0].honorific), False, LIKELY, number)]
    return []


def _merge(parts: list[Part], blocks: Sequence[Block]) -> tuple[list[Person], list[Person]]:
    """One person once: the first mention that has a role tells it; a host is no guest too."""
    by_name: dict[str, list[Part]] = {}
    for part in parts:
        by_name.setdefault(names.fold(part.person.name), []).append(part)
    guests: list[tuple[int, int, Person]] = []
    hosts: list[tuple[int, int, Person]] = []
    for number, same in enumerate(by_name.values()):
        # A line under "Speakers" is written to tell the role, a sentence tells it by the way.
        best = sorted(same, key=lambda part: part.weight != LISTED)
        person = next((part.person for part in best if part.person.role), same[0].person)
        titles = [part.person.honorific for part in same if part.person.honorific]
        if titles:
            person = replace(person, honorific=titles[0])
        if not person.role and not person.organisation:
            person = _with_biography(person, blocks)
        is_host = all(part.is_host for part in same) or (same[0].is_host and same[0].weight >= SURE)
        (hosts if is_host else guests).append((same[0].order, number, person))
    return [one[2] for one in sorted(guests, key=_place)], [
        one[2] for one in sorted(hosts, key=_place)
    ]


def _place(entry: tuple[int, int, Person]) -> tuple[int, int]:
    return entry[:2]


def _with_biography(person: Person, blocks: Sequence[Block]) -> Person:
    """The role from “Jane Doe is a lawyer”, where her introduction gave none."""
    for block in blocks:
        for sentence in sentences.split(block.text):
            if not sentence.text.startswith(person.name):
                continue
            match = _IS.match(sentence.text[len(person.name) :])
            told = _person_line(sentence.text) if match else None
            if told and told.as_written and roles.looks_like_role(told.as_written):
                return replace(told, honorific=person.honorific or told.honorific)
    return person


def honorifics(text: str, people: Iterable[Person]) -> dict[str, str]:
    """Name -> how the article addresses them: “Dr. Zhovtis”, “Ms. Khidasheli”."""
    addressed: dict[str, list[str]] = {}
    listed = list(people)
    pattern = re.compile(
        r"\b(?P<title>[^\W\d_]{2,9})\.?\s+(?=(?P<name>[^\W\d_][^\s,;:.!?()“”\"]*))"
    )
    for match in pattern.finditer(text):
        title = names.honorific(match["title"] + ".")
        if not title or not match["title"][0].isupper():
            continue
        spoken = set(names.fold(_bare(match["name"])).split())
        fitting = [
            person.name
            for person in listed
            if spoken and spoken <= set(names.fold(person.name).split())
        ]
        if len(fitting) == 1:
            addressed.setdefault(fitting[0], []).append(title)
    return {name: _most_telling(titles) for name, titles in addressed.items()}


def _bare(name: str) -> str:
    return re.sub(r"['’´]s?\b", "", name)


def _most_telling(titles: list[str]) -> str:
    """“Dr.” says more than “Mr.”, wherever both occur."""
    return next((title for title in titles if title not in names.COURTESY), titles[0])


def is_section(heading: str) -> bool:
    """Whether a heading announces people: “Speakers”, “Our guests:”."""
    return _SECTION.fullmatch(heading.strip()) is not None


def is_label(line: str) -> bool:
    """Whether a line begins with “Guests:” or the like."""
    return _LABEL.match(line) is not None


def is_person_line(line: str) -> bool:
    """Whether a line is a name with what somebody is: “Jane Doe – Director”."""
    return _person_line(line) is not None


def are_introduced(text: str) -> bool:
    """Whether a paragraph itself brings guests to the episode: “… joined us”."""
    return any(
        part.weight >= SURE and not part.is_host
        for sentence in sentences.split(text)
        for part in _from_sentence(sentence.text, 0)
    )
