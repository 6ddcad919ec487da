"""What a sentence makes of a person: guest or host, and how surely."""

from __future__ import annotations

import re
from typing import NamedTuple

from . import lexicon, works
from .draft import Person
from .introductions import Introduction, read_list

EVENT = (
    r"(?:chat|conversation|discussion|debate|interview|podcast|episode|show|series|panel|talk|"
    r"programme|program|call|webinar|session|event|forum|recording|video|dialogue|special|meeting|"
    r"round[- ]?table|seminar|workshop|symposium|evening|lecture|q&a|exchange|broadcast|livestream)"
)

# A page on an event, and no article on somebody.
EVENT_PAGE = re.compile(
    r"\b(?:webinar|session|this talk|class|workshop|summit|conference|panel|this event|moderat\w+|join us|"
    r"hosting an? (?:\w+ )?(?:conversation|discussion|talk|q&a))\b",
    re.IGNORECASE,
)
OF_THIS = re.compile(
    rf"#\w|\b(?:we|our|us|today|latest|join(?:s|ed|ing)?)\b|\b(?:this|the|new|first|next)\s+(?:[\w’'-]+\s+)"
    rf"{{0,3}}{EVENT}\b",
    re.IGNORECASE,
)
SAYS = re.compile(
    r"\b(?P<verb>says|said|explains|explained|argues|argued|believes|warns|warned|claims|stresses|"
    r"notes|noted|added|stressed|comments|commented|claimed|adds|thinks|"
    r"points out|writes|tells us|according to|"
    r"(?<=[,?”\"] )asked)\s+",
    re.IGNORECASE,
)

# Patterns that may begin with blanks try each of them: that many take minutes.
_LONG_BLANKS = re.compile(r" {400,}")
_OPENS_SENTENCE = re.compile(
    rf"\A\s*(?:(?:In|During)\s+(?:this|our|the)\s+(?:[a-z-]+\s+)?{EVENT},?\s+(?=[A-ZÀ-Ž])|"
    r"(?:Then|Next|Recently|Finally|First|Later|Also|Meanwhile|Afterwards?),?\s+)"
)

# How sure it is that somebody takes part: named in a list of speakers, brought to this episode by
# a verb, brought to some event, or told of in a way that needs more to support it.
LISTED, SURE, FAIR, LIKELY, POSSIBLE = 5, 4, 3, 2, 1


class Part(NamedTuple):
    """A person with what the words make of them; ``weight`` tells sure from likely."""

    person: Person
    is_host: bool
    weight: int
    order: int


def read_subjects(before: str) -> list[Introduction]:
    """The people at the end of what stands before a verb."""
    if re.search(r"\b(?:we|you|they|I|he|she)\s*\Z", before):
        return []
    before = _OPENS_SENTENCE.sub("", before)
    listed = read_list(before, is_object=False)
    if len(listed) == 1 and not listed[0].office and lexicon.singular(listed[0].words):
        return []  # "On Quiet Rain, experts (say)": nobody is several
    return listed


def without_quotations(text: str) -> str:
    """Quoted words blanked out, so that nobody is found who is only spoken of."""
    text = works.hide(text)
    blanked = re.sub(r"[“„«\"][^“”„«»\"˝]{15,}[”“»\"˝]", lambda match: " " * len(match[0]), text)
    return _LONG_BLANKS.sub(lambda match: f" {works.NOTHING * (len(match[0]) - 2)} ", blanked)
