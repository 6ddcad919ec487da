"""The words around a quotation, seen as those that lead up to it and those that follow."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from . import lexicon, sentences
from .mentions import Mention
from .quotations import Quotation

LEAST_WORDS = 3
_FARTHEST_MENTION = 2000
_MOST_MARKS = 40  # that stand around a quotation which is alone
# "Ms. X was more careful: in her view, “…”"
_IN_VIEW = re.compile(r":\s[^.]{3,40},\Z")


def look_around(
    paragraph: str, found: Sequence[Quotation], mentions: Sequence[Mention]
) -> Iterator[Surroundings]:
    """The surroundings of each quotation of a paragraph, in order."""
    outside = [one for one in mentions if not _is_quoted(one, found)]
    starts = [one.start for one in outside]
    lead_from = 0
    for number, quotation in enumerate(found):
        following = found[number + 1].start if number + 1 < len(found) else len(paragraph)
        first = bisect_left(starts, quotation.start - _FARTHEST_MENTION)
        near = outside[first : bisect_right(starts, following)]
        yield Surroundings(paragraph, quotation, near, lead_from, following)
        lead_from = quotation.end


def _is_quoted(mention: Mention, found: Sequence[Quotation]) -> bool:
    at = bisect_right(found, mention.start, key=lambda one: one.start) - 1
    return at >= 0 and mention.start < found[at].end


class Surroundings:
    """What stands around one quotation.

    ``mentions`` are those outside quotations and not far from this one; ``lead_from`` is where the
    quotation before ends, ``following_start`` where the next one begins.
    """

    def __init__(
        self,
        paragraph: str,
        quotation: Quotation,
        mentions: Sequence[Mention],
        lead_from: int,
        following_start: int,
    ) -> None:
        self.paragraph, self.quotation = paragraph, quotation
        self.following_start = following_start
        self.mentions = mentions
        self.lead_start = max(sentence_start(paragraph, quotation.start), lead_from)
        self.lead = paragraph[self.lead_start : quotation.start]
        rest = paragraph[quotation.end : following_start]
        parts = sentences.split(rest)
        self.tail = rest[: parts[0].end] if parts else rest
        if parts and parts[0].text.strip() in (".", "!", "?") and len(parts) > 1:
            self.tail = rest[: parts[1].end]

    @property
    def short(self) -> bool:
        return len(self.quotation.text.split()) <= 6

    @property
    def is_borrowed(self) -> bool:
        """A word or two: somebody's expression rather than what they said."""
        return len(self.quotation.text.split()) < LEAST_WORDS

    @property
    def is_alone(self) -> bool:
        if len(self.paragraph) > self.quotation.end - self.quotation.start + _MOST_MARKS:
            return False
        outside = self.paragraph[: self.quotation.start] + self.paragraph[self.quotation.end :]
        return not re.search(r"\w", outside)

    @property
    def reads_as_speech(self) -> bool:
        """A whole sentence in quotation marks, not a borrowed word."""
        text = self.quotation.text
        is_said = any(lexicon.is_saying(word.strip(",.")) for word in self.tail.split()[:6])
        is_long = len(text.split()) >= LEAST_WORDS * 2
        return (is_said and text[:1].isupper()) or (
            is_long and (text[:1].isupper() or text[:1] in "[(…" or speech_ends(self.lead))
        )

    @property
    def is_led_up_to(self) -> bool:
        """Whether the words before announce it: “said:”, “underlined that”, “according to X,”."""
        lead = self.lead.rstrip()
        if lead.endswith(":") or re.search(r"\b(?:that|[Aa]ccording to [^,]{3,60},)\Z", lead):
            return True
        last = re.search(r"(?P<verb>[\w’']+),?\Z", lead)
        return last is not None and lexicon.is_saying(last["verb"])

    @property
    def tail_leads_on(self) -> bool:
        """Whether what follows belongs to the next quotation: “A.” Mrs. X said: “B.”"""
        is_over = re.search(r"[.!?…]\s*\Z", self.quotation.text) is not None
        until_next = self.paragraph[self.quotation.end : self.following_start].rstrip()
        has_next = self.following_start < len(self.paragraph)
        leads = until_next.endswith((":", " that")) or _IN_VIEW.search(until_next) is not None
        is_one = self.tail.strip() == until_next.strip() != ""
        return is_over and has_next and (leads or (is_one and not until_next.endswith((".", ","))))

    def follows(self, earlier: Quotation) -> bool:
        """Whether only an attribution or nothing stands between the two."""
        between = self.paragraph[earlier.end : self.quotation.start]
        return len(between.split()) <= 8 and len(sentences.split(between.strip(" ."))) <= 1


def sentence_start(paragraph: str, position: int) -> int:
    """Where the sentence begins that holds ``position``."""
    split = sentences.split(paragraph)
    at = bisect_right(split, position, key=lambda one: one.start)
    return split[at - 1].start if at else 0


def speech_ends(lead: str) -> bool:
    """Whether the words before the quotation lead up to speech: “underlined that”, “said:”."""
    words = re.findall(r"[\w’']+", lead)[-5:]
    return any(lexicon.is_saying(word) for word in words) or lead.rstrip().endswith(":")
