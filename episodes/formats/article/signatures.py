"""Several people who answer, each below or above what they say.

“…” – Jane Doe, Director, Open Wells; or their names as headings above the same questions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from . import naming
from .descriptions import is_office
from .draft import Person
from .listings import Block, read_person_line
from .parts import EVENT_PAGE, LIKELY, Part

_CLOSING_MARKS = ("”", '"', "»")
_DASH = re.compile(r"\s*[–—-]{1,2}\s*(?=[A-ZÀ-Ž])")
_ASKED = re.compile(
    r"\b(?:[Ww]e|I)\s+(?:recently\s+|also\s+)?(?:asked|interviewed|spoke (?:to|with)|talked (?:to|with)|"
    r"invited)\b"
)
# "Our colleagues share what moves them"
_SHARED = re.compile(
    r"\b(?:share[sd]?\s+(?:by|how|what|why|their|some of their)|reflects|reflections|contributors|"
    r"in their own words)\b",
    re.IGNORECASE,
)
_OF_POST = re.compile(r"@\w|\b20\d\d\b")  # "— Jane Doe (@jane) May 3, 2022"
_TALK_WITH = re.compile(
    r"\A\W*(?:Q ?(?:&|and) ?A|[\w-]*\s?[Ii]nterview|[Cc]onversation|Questions) (?:with|for) "
)
_OPENING = 4  # blocks in which an article says that it asked


def from_signatures(title: str | None, blocks: Sequence[Block]) -> list[Part]:
    """Whoever signs an answer below it, where the article says that it asked several people."""
    return _quoted_above(blocks) or _sharing(title, blocks)


def _sharing(title: str | None, blocks: Sequence[Block]) -> list[Part]:
    """Those who sign behind a long dash what they share, without quotation marks."""
    opening = (title or "", *(block.text for block in blocks[:_OPENING]))
    if not any(_SHARED.search(text) for text in opening):
        return []
    signed: list[Part] = []
    own: set[str] = set()  # A motto stands in quotation marks, what one writes oneself does not.
    for number, (above, block) in enumerate(pairwise(blocks), start=1):
        person = _signing(block)
        if person:
            signed.append(Part(person, False, LIKELY, number))
            own |= set() if above.text.endswith(_CLOSING_MARKS) else {person.name}
    return signed if len(own) > 1 else []


def _signing(block: Block) -> Person | None:
    """“— Jane Doe”, “— Jane Doe (she/her), Director, X”, and no sentence."""
    dash = _DASH.match(block.text)
    if not (dash or block.is_dashed) or block.text.endswith((".", "!", "?", ":")):
        return None
    line = block.text[dash.end() :] if dash else block.text
    if _OF_POST.search(line):
        return None
    span = next(iter(naming.find(line)), None)
    return read_person_line(line) if span and naming.is_likely(span) else None


def _quoted_above(blocks: Sequence[Block]) -> list[Part]:
    """Signatures below words in quotation marks."""
    if not any(_ASKED.search(block.text) for block in blocks[:_OPENING]):
        return []
    signed: list[Part] = []
    for number, (above, block) in enumerate(pairwise(blocks), start=1):
        dash = _DASH.match(block.text)
        # The dash of a line may have been read as that of a list.
        if not above.text.endswith(_CLOSING_MARKS) or not (dash or block.is_bullet):
            continue
        person = read_person_line(block.text[dash.end() :] if dash else block.text)
        if person and (person.role or person.organisation):
            signed.append(Part(person, False, LIKELY, number))
    return signed if len({part.person.name for part in signed}) > 1 else []


def from_headings(headings: Sequence[str], blocks: Sequence[Block]) -> list[Part]:
    """Names as headings: those with what somebody is, or those above the same question."""
    told = [person for heading in headings if (person := _headed(heading))]
    # Without styles a heading looks like a paragraph; so does the cell of a table.
    lines = (block.text for block in blocks if len(block.text) < 120 and not block.is_bullet)
    short = [line for line in lines if line[-1] not in ".?!:"]
    if told or any(EVENT_PAGE.search(block.text) for block in blocks):
        told += [person for line in short if (person := _headed(line))]
    # Whoever is asked the same is somebody, whatever stands beside the name.
    asked = Counter(
        one for one in (*headings, *(block.text for block in blocks)) if one.endswith("?")
    )
    if max(asked.values(), default=0) > 1:
        named = [person for line in (*headings, *short) if (person := _heading(line))]
        told = max(told, named, key=len)
    is_several = len({person.name for person in told}) > 1
    return [Part(person, False, LIKELY, 0) for person in told] if is_several else []


def _heading(line: str) -> Person | None:
    """“Jane Doe”, “Jane Doe, Open Wells”: somebody, whatever is said beside the name."""
    span = next(iter(naming.find(line)), None)
    return read_person_line(line) if span and span.sure and not span.start else None


def _headed(heading: str) -> Person | None:
    """“Jane Doe, Director”, “Q & A with Jane Doe, Director”"""
    line = _TALK_WITH.sub("", heading).strip("*\\ ")
    person = read_person_line(line)
    is_told = person is not None and person.role is not None and is_office(person.role)
    return person if is_told and naming.find(line)[0].sure else None
