"""Where a sentence ends, in any script that captions come in.

Not a grammar: a sentence is the unit that a reader clicks. Two sentences taken for one do little
harm, a name cut in two does, so a doubtful full stop ends nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Latin, Greek, Cyrillic, Hebrew; Arabic and Urdu; Armenian; Devanagari and its neighbours;
# Ethiopic; Burmese and Khmer. A blank follows.
_BEFORE_BLANK = ".!?…؟۔։।॥።፧။៕។;"
# Chinese and Japanese; nothing follows.
_ALONE = "。！？｡．"
_CLOSING = "\"'”’»“›)]}）」』】〉》＂"
_END = re.compile(
    rf"[{re.escape(_ALONE)}]+[{re.escape(_CLOSING)}]*|"
    rf"(?P<mark>[{re.escape(_BEFORE_BLANK.replace(';', ''))}]+)[{re.escape(_CLOSING)}]*(?=\s|$)"
)
# “「権利は習慣です。」と言いました。”: the sentence goes on with who said it.
_SAID_SO = re.compile(r"と(?:[、言云い述話語思答聞書叫]|して)|って|を")
_OPENING = "\"'“„‚«‹‘¿¡([{—–-♪"

# Before a name or a number, or inside a sentence: never an end.
_ABBREVIATIONS = frozenset(
    "mr mrs ms mx dr prof st sr jr gen sen rep gov lt col sgt capt cmdr hon rev fr pres vs no nos "
    "fig vol pp ed eds cf ca approx dept est mt ft "
    "např tzv tzn tj mj resp popř př kr hod č čl odst sv ing mgr bc judr mudr phdr rndr doc "
    "z.b d.h u.a bzw ca nr hr fr frau sog evtl "
    "m mm mme mlle mgr av env p.ex c.-à-d "
    "sra srta ud uds dña "
    "art п.н.е г гг ул им тов т.е т.н "
    "i.e e.g p.s".split()
)
_LAST_WORD = re.compile(r"[^\W_](?:[^\s\"'“”„«»(\[]*)$")
_ORDINAL = re.compile(r"(?:^|\s)\d{1,2}$")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of ``text`` begins and ends; what lies between them is blank."""
    start = _skip_blanks(text, 0)
    for match in _END.finditer(text):
        if match.start() < start or not _is_end(text, match):
            continue
        yield start, match.end()
        start = _skip_blanks(text, match.end())
    end = len(text.rstrip())
    if start < end:
        yield start, end


def _skip_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _is_end(text: str, match: re.Match[str]) -> bool:
    mark = match["mark"]
    if mark is None:
        is_quoted = match[0][-1] in "」』" and _SAID_SO.match(text, match.end())
        return not is_quoted
    following = text[match.end() : match.end() + 8].lstrip().lstrip(_OPENING).lstrip()
    if following and following[0].islower():
        return False
    if mark != ".":
        return True
    before = text[max(0, match.start() - 24) : match.start()]
    if _ORDINAL.search(before):
        return not following
    word = _LAST_WORD.search(before)
    if word is None or not following:
        return True
    last = word[0].casefold()
    is_initial = len(last) == 1 and word[0].isupper()
    return not (is_initial or last in _ABBREVIATIONS)
