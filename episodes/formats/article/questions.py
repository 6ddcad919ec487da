"""Interviews in questions and answers: the one person named above the first question answers.

The questions stand as headings or as paragraphs (“Q: What do you dig?”) and are put to somebody;
“What is a well?” is the heading of a chapter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from . import naming
from .biographies import in_text
from .listings import Block
from .naming import NameSpan
from .parts import Part, without_quotations

_LABEL = re.compile(r"(?:[^\W_][^:“”\"?.]{0,30}:|\d{1,2}[.)])\s+")
_TO_SOMEBODY = re.compile(
    r"\b(?:you|your)\b|\A(?:please\s+)?(?:tell|describe|walk|give)\s+(?:me|us)\b", re.IGNORECASE
)
_OF_ONESELF = re.compile(r"\b(?:I|I[’'](?:m|ve|d|ll)|[Mm]y|[Ww]e|[Ww]e[’'](?:re|ve|ll)|[Oo]ur)\b")
_MY_NAME = re.compile(r"\b(?:[Mm]y name is|I am|I[’']m)\s+(?=[A-ZÀ-Ž])")
_LONGEST_QUESTION = 400


def from_questions(
    title: str | None, headings: Sequence[str], blocks: Sequence[Block]
) -> list[Part]:
    """The person who answers, where two questions or more are put to one."""
    asked = {one for one in (*headings, *(block.text for block in blocks)) if _is_question(one)}
    if len(asked) < 2:
        return []
    opening = list(takewhile(lambda block: not {block.text, block.heading or ""} & asked, blocks))
    answers = [block for block in blocks[len(opening) :] if block.text not in asked]
    if sum(_OF_ONESELF.search(block.text) is not None for block in answers) < 2:
        return []
    named = _only_named([title or "", *(block.text for block in opening)])
    named = named or _named_by_themselves(answers)
    part = in_text(named, blocks) if named else None
    return [part] if part else []


def _is_question(text: str) -> bool:
    label = _LABEL.match(text)
    words = text[label.end() :] if label else text
    ends = words.rstrip('*_”" ').endswith(("?", ".")) and len(words) <= _LONGEST_QUESTION
    if not ends or not _TO_SOMEBODY.search(words):
        return False
    return (
        "?" in words or re.match(r"(?i)(?:please\s+)?(?:tell|describe|walk)\s", words) is not None
    )


def _only_named(texts: Sequence[str]) -> NameSpan | None:
    found = [span for text in texts for span in naming.find(without_quotations(text)) if span.sure]
    return found[-1] if len({span.text for span in found}) == 1 else None


def _named_by_themselves(answers: Sequence[Block]) -> NameSpan | None:
    """“My name is Jane Doe and I dig wells.”"""
    for block in answers:
        for match in _MY_NAME.finditer(block.text):
            span = next(iter(naming.find(block.text[match.end() :])), None)
            if span and span.sure and not span.start:
                return span
    return None
