"""Who takes part in an episode, and as what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from .. import names
from . import naming, sentences
from .agendas import from_programme
from .biographies import (
    are_introduced,
    from_biographies,
    from_entries,
    from_interview,
    from_title,
    read_block,
    title_person,
    told_of,
)
from .descriptions import described, is_office
from .dialogues import from_dialogue
from .draft import Person
from .listings import Block, announced, are_names, is_label, is_named, is_person_line, is_section
from .meetings import only_talked
from .parts import FAIR, LISTED, SURE, Part
from .questions import from_questions
from .quoted import from_quotations, is_quoted
from .reports import from_report
from .signatures import from_headings, from_signatures
from .speaking import from_sayings, from_speaking, from_surname

__all__ = [
    "Block",
    "announced",
    "are_introduced",
    "are_names",
    "find",
    "goes_on",
    "honorifics",
    "is_label",
    "is_named",
    "is_person_line",
    "is_section",
    "talking",
]


# The life of whoever wrote the article stands below it.
_OF_AUTHOR = re.compile(
    r"\b(?:views|opinions)\s+(?:expressed\b|(?:are|is)\s+(?:his|her|their|my)\s+own)|"
    r"\bthose of the authors?\b|"
    r"\b(?:post|article|blog) was (?:originally|first) (?:published|posted)\b",
    re.IGNORECASE,
)


def find(
    title: str | None,
    blocks: Sequence[Block],
    takeaways_intro: str | None = None,
    headings: Sequence[str] = (),
) -> tuple[list[Person], list[Person]]:
    """Guests and hosts, in the order in which the article introduces them."""
    blocks = [block for block in blocks if not _OF_AUTHOR.search(block.text)]
    parts = [part for number, block in enumerate(blocks) for part in read_block(block, number)]
    parts += from_programme(blocks)
    introduced = next(
        (at for at, part in enumerate(parts) if part.weight >= SURE and not part.is_host),
        len(parts),
    )
    # Behind an introduction, "a minister hosted a debate with B" tells of another event.
    parts = [part for at, part in enumerate(parts) if at < introduced or part.weight != FAIR]
    parts += from_dialogue(title, blocks)
    if not any(part.weight >= FAIR and not part.is_host for part in parts):
        parts += from_biographies(title, blocks)
    if not any(part.weight == LISTED for part in parts):
        parts += from_report(title, blocks, [part for part in parts if not part.is_host])
    for read in (
        lambda: from_signatures(title, blocks) or from_headings(headings, blocks),
        lambda: from_entries(title, blocks),
        lambda: from_sayings(title, blocks),
        lambda: from_interview(title, blocks),
        lambda: from_questions(title, headings, blocks),
        lambda: from_speaking(blocks, title) or from_speaking([Block(takeaways_intro or "", None)]),
        lambda: from_surname(blocks),
        lambda: from_quotations(title, blocks),
        lambda: from_title(title, blocks),
    ):
        # Each is less sure than the one before, and asked only where nobody was found.
        if not any(not part.is_host for part in parts):
            parts += read()
    if whole := title_person(title):
        # "Péter Krekó": an interview that bears its guest's name has no other guest.
        own = [part for part in parts if names.fold(part.person.name) == names.fold(whole)]
        own = own or from_sayings(title, blocks) or from_title(title, blocks)
        if own:
            parts = [part for part in parts if part.is_host and part not in own]
            parts += [part._replace(is_host=False) for part in own]
    parts = _answering(parts, blocks)
    known = [part.person.name for part in parts]
    parts += [part for part in told_of(blocks) if _is_fuller(part.person.name, known)]
    guests, hosts = _merge(parts, blocks)
    # "According to X, you will learn that:" tells who was asked, whoever joined whom.
    asked = [one for one in hosts if f"According to {one.name}" in (takeaways_intro or "")]
    return [*asked, *guests], [one for one in hosts if one not in asked]


def _answering(parts: list[Part], blocks: Sequence[Block]) -> list[Part]:
    """Of two of whom only is said that they talked, the one who is quoted answers."""
    for host, guest in talking(blocks):
        if is_quoted(host, blocks) and not is_quoted(guest, blocks):
            both = (host, guest)
            parts = [
                part._replace(is_host=part.person.name == guest)
                if part.person.name in both
                else part
                for part in parts
            ]
    return parts


def _merge(parts: list[Part], blocks: Sequence[Block]) -> tuple[list[Person], list[Person]]:
    """One person once: the first mention that has a role tells it; a host is no guest too."""
    by_name: dict[str, list[Part]] = {}
    for part in parts:
        name = names.fold(part.person.name)
        known = next((one for one in by_name if _are_one(name, one)), name)
        if known not in by_name:
            known = next(
                (one for one in by_name if _is_shortened(part, by_name[one], blocks)), name
            )
        by_name.setdefault(known, []).append(part)
    guests: list[tuple[int, int, Person]] = []
    hosts: list[tuple[int, int, Person]] = []
    for number, same in enumerate(by_name.values()):
        # A line under "Speakers" is written to tell the role, a sentence tells it by the way.
        name = _fullest(same)
        best = sorted(same, key=lambda part: (part.weight != LISTED, part.person.name != name))
        housed = next((part.person for part in best if part.person.organisation), same[0].person)
        person = next((part.person for part in best if part.person.role), housed)
        if person.role and not person.organisation:
            # The same office, told with its house elsewhere
            houses = (one.person.organisation for one in same if one.person.role == person.role)
            of_house = None if housed.role else housed.organisation  # "Doe from Open Wells"
            person = replace(person, organisation=next(filter(None, houses), of_house))
        person = replace(person, name=name)
        titles = [part.person.honorific for part in same if part.person.honorific]
        if titles:
            person = replace(person, honorific=titles[0])
        if not person.role:
            others = [part.person.name for part in parts if part.person.name != person.name]
            person = described(person, blocks, others)
        listed = [part for part in same if part.weight == LISTED]
        is_host = all(part.is_host for part in listed or same)
        if not listed:
            # "Speakers" and "Hosts" above a list leave nothing to guess.
            is_host = is_host or (same[0].is_host and same[0].weight >= FAIR)
        (hosts if is_host else guests).append((same[0].order, number, person))
    return [one[2] for one in sorted(guests, key=_place)], [
        one[2] for one in sorted(hosts, key=_place)
    ]


def _is_longer(name: str, other: str) -> bool:
    """“Jane Q. Doe” is “Jane Doe” with what stands between; within an article they are one."""
    long, short = name.split(), other.split()
    is_longer = 2 <= len(short) < len(long)
    return is_longer and [*long[: len(short) - 1], long[-1]] == short


def _are_one(name: str, other: str) -> bool:
    return _is_longer(name, other) or _is_longer(other, name)


def _is_shortened(part: Part, same: Sequence[Part], blocks: Sequence[Block]) -> bool:
    """“Rob Doe” is “Robert Doe”, if no paragraph names both."""
    person, other = part.person, same[0].person
    short, long = sorted((person.name, other.name), key=len)
    shares = {person.role, person.organisation} & {other.role, other.organisation} - {None}
    is_short = names.is_short_form(short, long, at_work_together=bool(shares))
    return is_short and not any(short in block.text and long in block.text for block in blocks)


def _fullest(same: Sequence[Part]) -> str:
    """The name as first written, but “Robert Doe” rather than “Rob Doe”."""
    first = same[0].person.name
    written = (part.person.name for part in same)
    is_short = (one for one in written if names.is_short_form(first, one, at_work_together=True))
    return next(is_short, first)


def _is_fuller(name: str, known: Iterable[str]) -> bool:
    return any(names.is_short_form(one, name) for one in known)


def _place(entry: tuple[int, int, Person]) -> tuple[int, int]:
    return entry[:2]


def goes_on(text: str, blocks: Sequence[Block]) -> bool:
    """Whether a line tells the role of whoever stands alone on the line before, under “Speakers”."""
    if not blocks or len(text) > 160 or text.endswith((".", "!", "?", ":")):
        return False
    last = blocks[-1]
    return (
        last.heading is not None
        and is_section(last.heading)
        and naming.is_name(last.text)
        and is_office(text.split(",")[0])
    )


def talking(blocks: Iterable[Block]) -> list[tuple[str, str]]:
    """Who was taken for host and guest because they talked, and for no other reason."""
    pairs = (only_talked(one.text) for block in blocks for one in sentences.split(block.text))
    return [pair for pair in pairs if pair]


def honorifics(text: str, people: Iterable[Person]) -> dict[str, str]:
    """Name -> how the article addresses them: “Dr. Malá”, “Ms. Doe”."""
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
