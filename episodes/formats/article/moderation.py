"""Who leads an event: “moderated by A”, “A moderated the panel”, “our host, A”."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from .. import names
from . import naming
from .introductions import Introduction, read_list
from .parts import EVENT, FAIR, OF_THIS, SURE, Part, read_subjects

_MODERATED_BY = re.compile(
    r"\b(?P<verb>moderated|hosted|chaired|facilitated|led|conducted|interviewed|presented|"
    r"introduced|anchored|run|interview|questions|moderation)\s+by:?\s+(?:our\s+|the\s+(?=[a-z]))?(?:colleague\s+)?",
    re.IGNORECASE,
)
_MODERATES = re.compile(
    rf"\b(?:moderated|moderates|moderating|hosted|hosts|chaired|chairs|led|facilitated|conducted|"
    rf"hosting|leading|interviewed)\s+(?:the|this|our|a|an)\s+(?:[\w#-]+\s+){{0,4}}?{EVENT}\b|"
    r"\b(?:asked|asks|put) the questions\b|"
    r"\bwill\s+(?:also\s+)?(?:moderate|facilitate)\b|\bmoderated(?=\s*[.;]|\s*\Z)"
)
_PANEL_WITH = re.compile(r"\s+(?:with|of|featuring)\s+(?:panell?ists\s+|guests\s+)?")
_MODERATOR = re.compile(
    r"\b(?:[Mm]oderation:|[Ii]nterview:)\s+(?=[A-ZÀ-Ž])|"
    r"\b(?:[Mm]oderator|(?<!will )(?<!to )[Hh]ost|[Ii]nterviewer|(?<!be )(?<!is )presenter)s?"
    r"(?:(?:\s+of[^,.]{3,60}?)?"
    r"(?:,|\s+is|\s+was|\s+are|\s+were|\s+will be|:))?\s+(?=[A-ZÀ-Ž])"
)
_OUR_MODERATOR = re.compile(
    r",\s+(?:our|your|the|today[’']s)\s+(?:moderator|host|interviewer)\b(?!['’´]|\s+(?:of|at|for|from)\b)"
)
# "In a discussion moderated by A, B and C spoke about …", "B and C spoke … in a talk moderated by A"
_IN_EVENT = re.compile(
    rf"(?:\A|\s)(?:In|During|At|in|during|at)\s+(?:an?|the|this|our)\s+(?:[\w-]+\s+){{0,3}}{EVENT}\b"
    r"[^.;]{0,60}\Z"
)
_TOOK_PART = re.compile(
    r"\b(?:spoke|speak|discussed|discuss|talked|talk|debated|debate|explained|shared|explored|"
    r"reflected|answered|looked|argued|exchanged)\b"
)
_ACTS = re.compile(
    r"\s+(?:[a-z]+(?:s|ed)|spoke|sat|met|will|and|led|took|spends?|why|how|what|whether|that)\b|\s*[.,;:(]|\s*\Z"
)
_PERSON_WAS = re.compile(r"\s*(?:He|She|They)\s+(?:is|are|was|were)\s+(?:also\s+|then\s+)?")
_MOST_MODERATIONS = 3


def read_hosts(outside: str, number: int) -> list[Part]:
    """The hosts of a sentence without its quotations, and guests named beside them."""
    found: list[Part] = []

    def add(listed: Iterable[Introduction]) -> None:
        found.extend(Part(one.as_person(), True, SURE, number) for one in listed)

    for match in islice(_MODERATED_BY.finditer(outside), _MOST_MODERATIONS):
        opens = not outside[: match.start()].strip()
        if (
            opens
            or match["verb"].lower() == "moderated"
            or _PERSON_WAS.fullmatch(outside[: match.start()])
            or re.search(
                rf"\b{EVENT}\b|\brecorded\b|(?-i:\bHour\b)|\b(?:us|we|our)\b|#\w", outside, re.I
            )
        ):
            listed = read_list(outside[match.end() :], is_object=True)
            guests: list[Introduction] = []
            if before := _IN_EVENT.search(outside[: match.start()]):
                if before.start() == 0 and _TOOK_PART.search(outside[match.end() :]):
                    listed, guests = listed[:1], listed[1:]
                elif verb := _TOOK_PART.search(outside[: before.start()]):
                    guests = read_subjects(outside[: verb.start()])
            add(listed)
            found.extend(Part(one.as_person(), False, SURE, number) for one in guests)
    if not found and (moderates := _MODERATES.search(outside)):
        led = _of_last_clause(outside[: moderates.start()])
        is_some = re.search(r"\san?\s", moderates[0]) and not OF_THIS.search(outside)
        weight = FAIR if is_some else SURE
        found.extend(Part(one.as_person(), True, weight, number) for one in led)
        with_others = _PANEL_WITH.match(outside, moderates.end())
        if with_others and not re.search(r"\b(?:19|20)\d\d\b", outside):
            panel = read_list(outside[with_others.end() :], is_object=True)
            found.extend(Part(one.as_person(), False, weight, number) for one in panel)
    if not found and (host := _MODERATOR.search(outside)):
        add(first_named(outside[host.end() :]))
    if not found and (host := _OUR_MODERATOR.search(outside)):
        add(read_subjects(outside[: host.start()])[-1:])
    return found


def _of_last_clause(before: str) -> list[Introduction]:
    """“A will open it, and B”: B alone is the subject of what follows."""
    led = read_subjects(before)
    return [
        one for one in led if not re.search(r"\b(?:will|was|were)\s", before[one.span.end :])
    ] or led


def first_named(text: str) -> list[Introduction]:
    """The person with whose name ``text`` begins, whatever the sentence goes on to say."""
    span = next(iter(naming.find(text)), None)
    listed = read_list(text, is_object=True)[:1]
    if listed and span and listed[0].span.start == span.start:
        return listed
    if span is None or not span.sure or not _ACTS.match(text[span.end :]):
        return []
    before = text[: span.start].strip(" .")
    return [Introduction(span, "")] if not before or names.honorific(before) else []
