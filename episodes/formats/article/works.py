"""Titles of works in quotation marks: “co-author of “Ropes of the North”” is not what anybody says."""

from __future__ import annotations

import re

_SMALL = frozenset(
    "a an and as at but by de for from in into is la le nor of off on onto or over per since the than "
    "to under up via vs with".split()
)
_TITLE = re.compile(
    r"(?P<lead>\b(?:of|on|in|book|books|report|film|documentary|study|essay|article|paper|novel|memoir|"
    r"anthology|series|podcast|programme|program|project|campaign|initiative|called|titled|entitled|"
    r"named)\s+(?:the\s+)?)(?P<title>[“„«\"](?P<words>[^“”„«»\"˝]{3,120})[”“»\"˝])"
)
# Signs without a meaning (Unicode's plane 15) stand for those of a title: no capitals, no blanks.
_ELSEWHERE = 0xF0000
_HIDDEN = str.maketrans({one: one + _ELSEWHERE for one in range(ord(" "), 0x3000)})
#: What stands for words that are left out, where blanks would be too many.
NOTHING = "\U000f8000"
_SHOWN = str.maketrans({**{to: one for one, to in _HIDDEN.items()}, ord(NOTHING): None})


def hide(text: str) -> str:
    """``text`` with its titles of works in signs that no pattern reads; as long as before."""
    return _TITLE.sub(
        lambda one: one["lead"] + one["title"].translate(_HIDDEN) if _is_title(one) else one[0],
        text,
    )


def show(text: str) -> str:
    """The text that was hidden."""
    return text.translate(_SHOWN)


def is_work(words: str, lead: str) -> bool:
    """Whether the quoted ``words`` behind ``lead`` are a title."""
    match = _TITLE.search(f"{lead[-30:].rstrip()} “{words}”")
    return match is not None and _is_title(match)


def _is_title(match: re.Match[str]) -> bool:
    words = match["words"].rstrip(",").split()
    begun = [word for word in words if word.lower().strip("’',:-–") not in _SMALL]
    return (
        bool(begun)
        and words[-1][-1] not in ".!"
        and words[0][0].isupper()
        and all(word[0].isupper() or not word[0].isalpha() for word in begun)
    )
