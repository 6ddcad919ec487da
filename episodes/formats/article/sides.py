"""Who of two that talk asks, and who answers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import roles
from .introductions import Introduction

# Whose trade it is to ask, where it is not said who does.
_PRESS = re.compile(
    r"\b(?:journalist|reporter|correspondent|columnist|presenter|anchor|interviewer|podcaster|broadcaster|host|"
    r"(?:[\w-]+\s+)?editor(?:-in-chief)?)\b",
    re.IGNORECASE,
)
IS_HOST = re.compile(r"\b(?:hosts?|moderator|interviewer|presenter|our)\b", re.IGNORECASE)
TALKS = re.compile(
    r"(?:talk|talked|talks|speak|spoke|speaks|chatted|chats|sat down|sits down|in conversation)\s",
    re.I,
)


def is_asked_by(
    main: str, subjects: Sequence[Introduction], others: Sequence[Introduction]
) -> bool:
    """“The minister A spoke with B, a reporter”: B asks, unless A is said to be the host."""
    before = main[: main.find(subjects[0].span.text)]
    if IS_HOST.search(before):
        return False
    if re.search(r"(?i)\b(?:guests?|interviewees?)\b", before) or (
        len(subjects) > 1 and len(others) == 1 and others[0].words
    ):
        return True  # "our guests A and B spoke with C"
    return all(is_of_press(one.words) for one in others) and not any(
        is_of_press(one.words) for one in subjects
    )


def is_of_press(words: str) -> bool:
    """Whether somebody asks others by trade."""
    return _PRESS.search(roles.split(words).role or "") is not None
