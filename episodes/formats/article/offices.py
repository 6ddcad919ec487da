"""The office that stands before a name: “the former Minister of Culture Jane Doe”."""

from __future__ import annotations

import re

from . import affiliations, lexicon, naming, places

_BORDER = re.compile(
    r"\A|[,;:–—(&]\s*|\b(?:and|with|as well as|plus|by|both|from|to|is|are|was|were|between|of|that|"
    r"hosted|hosts|welcomed|welcomes|asked|interviewed|interviews|invited|featuring|features|says|said|"
    r"explains|argues|warns|adds|notes|writes|joined|(?i:guests?|speakers?|panell?ists?|host|"
    r"moderator|presenter|interviewer|colleague))\s+"
)
_ABROAD = re.compile(
    rf"\s+(?:to|of|in|for)\s+(?:the\s+)?(?:{places.COUNTRY}|{places.CAPITAL})\s+\Z"
)
# "and her former student, Jane Doe"
_HERS = re.compile(
    r"(?:\A|(?<=\band )|(?<=, )|(?<=\bwith ))(?:her|his|their)\s+(?:[\w-]+\s+){0,2}(?P<noun>[\w-]+),\s\Z|"
    r"(?:\A|(?<=\bby ))(?:the\s+)?(?:[\w-]+\s+){0,3}(?P<chair>[\w-]+),\s\Z"
)
# "answered by the Director of Rivers for the Office of Ports, Jane Doe"
_HOLDER = re.compile(
    r"(?:\A|(?<=\bby ))(?P<office>(?:the\s+)?(?!The\b)(?P<noun>[^\W\d_][\w-]*(?:\s[\w-]+){0,2})"
    r"\s(?:of|for|at)\s[^,;.]{3,100},\s)\Z"
)
# "says young Wells activist and the leader of Ten, Jane Doe"
_OFFICE_FIRST = re.compile(
    r"(?:\A|(?<=\b(?:says|with) )|(?<=\bsaid )|(?<=\bby ))"
    r"(?P<office>(?:the\s+)?(?P<noun>[^\W\d_][\w-]*(?:\s[\w-]+){0,4}?)"
    r"(?:\s(?:of|for|at|in|from|and)\s[^,;:.()]{2,100})?,\s)\Z"
)
_MINISTER_OF = re.compile(
    r"(?:\A|(?<=[,;:–—(] )|(?<=\band )|(?<=\bwith )|(?<=\bby )|(?<=\bhosted )|(?<=\bjoined ))"
    r"(?P<office>(?:(?:the|former|then)\s+)*(?:[A-ZÀ-Ž][\w’'-]*\s+){0,3}"
    r"(?:Minister|Secretary|Commissioner|Member|Speaker|Mayor|Judge)\s+(?:of|for)\s+"
    r"(?:the\s+)?[A-ZÀ-Ž][\w-]*(?:(?:,|\s+and)?\s+[A-ZÀ-Ž][\w-]*){0,3}\s+)\Z"
)
# "White House Director of Digital Strategy Jane Doe": known words alone, so that no name is cut
_DIRECTOR_OF = re.compile(
    r"(?:\A|(?<=[,;:–—(] )|(?<=\band )|(?<=\bwith )|(?<=\bby ))"
    r"(?P<office>(?:the\s+)?(?:[A-ZÀ-Ž][\w.-]*\s+){0,4}?(?P<noun>[A-ZÀ-Ž][a-z]+)\s+(?:of|for)\s+"
    r"(?P<what>(?:(?:the|of|for|and|[A-ZÀ-Ž0-9][\w-]*)\s+){1,9}))\Z"
)
# "editor-in-chief of the daily Wells Jane Doe"
_EDITOR_OF = re.compile(
    r"(?:\A|(?<=[,;:–—(] )|(?<=\b(?:to|by) )|(?<=\b(?:and) )|(?<=\bwith ))"
    r"(?P<office>(?:the\s+)?(?:[\w-]+\s+){0,3}?(?P<noun>[\w-]+)\s+(?:of|from)\s+the\s+(?:[\w’'-]+\s+){0,2}?"
    r"(?:daily|weekly|monthly|newspaper|magazine|think[ -]tank|NGO)\s+"
    r"[A-ZÀ-Ž][\w.&-]*\s+(?:[A-ZÀ-Ž][\w.&-]*\s+){0,2})\Z"
)
# "journalist and member of the Rain Council Jane Doe"
_OF_BODY = re.compile(
    r"(?:\A|(?<=[,;:–—(] )|(?<=\b(?:says|with) )|(?<=\band )|(?<=\b(?:to|by) )|(?<=\bjoined ))"
    r"(?P<office>(?:the\s+)?(?:[\w-]+\s+){0,5}?(?P<noun>[\w-]+)\s+(?:of|in|at)\s+the\s+"
    r"(?:[A-ZÀ-Ž0-9][\w’'.&-]*\s+(?:(?:of|for|and|the)\s+)*){0,5}"
    rf"(?:{naming.BODIES})\s+)\Z"
)
_ACRONYM = re.compile(r"(?=.*[A-Z])[A-Z0-9&]{2,8}")
# "historian and (Member of the Sejm A)"
_HALF = re.compile(
    r"(?:\A|(?<=[,;:–—(] )|(?<=\bwith ))(?P<half>(?:[\w-]+\s){0,2}?(?P<noun>[a-z-]+)\sand\s)\Z"
)
# "the City of (Wells’ CIO)"
_OF_TOWN = re.compile(r"(?:the\s+)?(?:City|Town|State|County|Province|University)\s+of\s+\Z")
_OF_ITS = re.compile(r"[A-ZÀ-Ž][\w-]*(?:['’]s|(?<=s)['’])\s")
# "Acting Rain Service (RS) Commissioner"
_SHORT = re.compile(r"(?<=\w )\([A-Z]{2,8}\)(?= )")
# "Office of Rain and Wells (ORW) "
_LETTERED = re.compile(
    r"(?P<house>(?:[A-ZÀ-Ž][\w’'-]*\s(?:(?:of|for|and|the|on|&)\s)*)+)\((?P<short>[A-Z]{2,8})\)\Z"
)
_MOST_OFFICE_LENGTH = 120


def held_before(before: str) -> str | None:
    """The office before a name, “” for none; ``None`` where the name cannot begin an item."""
    office = _held_before(_SHORT.sub(lambda match: " " * len(match[0]), before))
    if not office:
        return office
    return before[_house_start(before, len(before) - len(office)) :]


def _house_start(before: str, start: int) -> int:
    """Where a house begins whose last words were read as the beginning of an office."""
    short = _SHORT.search(before, start)
    lettered = _LETTERED.search(before[: short.end()]) if short else None
    if lettered is None or lettered.start() >= start:
        return start
    initials = "".join(word[0] for word in lettered["house"].split() if word[0].isupper())
    return lettered.start() if initials == lettered["short"] else start


def _held_before(before: str) -> str | None:
    if retired := re.search(r"\s\((?:ret|retd)\.?\)\s\Z", before):
        office = held_before(f"{before[: retired.start()]} ")
        titled = re.search(
            r"(?<=\s)[A-Z][\w-]+\.?(?:\s[A-Z][\w-]+\.?)*\Z", before[: retired.start()]
        )
        if not office and titled:
            office = titled[0]
        return before[retired.start() - len(office.rstrip()) :] if office else None
    if (theirs := _HERS.search(before)) and lexicon.is_role_noun(theirs["noun"] or theirs["chair"]):
        return theirs[0]
    if (holder := _HOLDER.search(before)) and affiliations.looks_like_role(holder["noun"]):
        is_named = any(span.sure for span in naming.find(holder["office"]))
        return None if is_named else holder["office"]
    if (
        (first_told := _OFFICE_FIRST.search(before))
        and lexicon.is_role_noun(first_told["noun"].split()[-1])
        and not _names_somebody(first_told["office"])
    ):
        return first_told["office"]
    if minister := _MINISTER_OF.search(before):
        joined = _HALF.search(before[: minister.start()])
        half = joined["half"] if joined and lexicon.is_role_noun(joined["noun"]) else ""
        return half + minister["office"]
    if (of := _DIRECTOR_OF.search(before)) and _are_subjects(of["noun"], of["what"]):
        return None if _follows_name(before[: of.start()]) else of["office"]
    first = max(0, len(before) - _MOST_OFFICE_LENGTH)
    if (editor := _EDITOR_OF.search(before, first)) and lexicon.is_role_noun(editor["noun"]):
        return None if _follows_name(before[: editor.start()]) else editor["office"]
    if (body := _OF_BODY.search(before, first)) and lexicon.is_role_noun(body["noun"]):
        return None if _follows_name(before[: body.start()]) else body["office"]
    if abroad := _ABROAD.search(before):
        # "Ambassador to Ukraine X"
        office = held_before(f"{before[: abroad.start()]} ")
        return before[len(before[: abroad.start()]) + 1 - len(office) :] if office else None
    borders = [match.end() for match in _BORDER.finditer(before, first)]
    found: str | None = None
    for border in reversed(borders):
        pre = before[border:]
        if not pre.strip():
            # Right behind a border: no office, unless one is joined to it by "and".
            return ""
        if found is None:
            if not _is_office(pre):
                return None
            found = pre
            continue
        # "sinologist and journalist X": as long as each half is an office.
        half = pre[: len(pre) - len(found)]
        if not half.endswith("and ") or not _is_office(half.removesuffix("and ")):
            break
        found = pre
    town = _OF_TOWN.search(before, 0, len(before) - len(found or ""))
    return town[0] + found if found and town and _OF_ITS.match(found) else found


def _is_office(pre: str) -> bool:
    words = re.sub(r"\A(?:the|a|an|our|and)\s+", "", pre.strip()).split()
    if not words or "," in pre:
        return False
    is_people = words[-1] in places.PEOPLES and not words[-1].isupper()
    is_rank = words[-1].lower() in ("general", "admiral", "brigadier", "marshal")
    return lexicon.is_role_noun(words[-1]) or is_rank or (is_people and len(words) <= 2)


def _names_somebody(office: str) -> bool:
    """Whether somebody stands in it, other than as what it is of: “chair of Ten Ropes”."""
    return any(
        span.sure and not re.search(r"\b(?:of|for|at|in)\s+(?:the\s+)?\Z", office[: span.start])
        for span in naming.find(office)
    )


def _follows_name(before: str) -> bool:
    """“Jane Doe, (the Director of Ten)”: what stands behind a name is hers, down to its end."""
    spans = naming.find(before)
    return bool(spans) and before[spans[-1].end :] == ", "


def _are_subjects(noun: str, what: str) -> bool:
    """Whether an office and what it looks after are words that we know."""
    known = lexicon.SUBJECTS | lexicon.COMMON_WORDS | lexicon.ORGANISATION_WORDS
    # "the Director of the Alliance of (Riverside Cities)": the house goes on.
    is_whole = what.split()[-1] not in ("the", "of", "for", "and")
    return is_whole and lexicon.is_role_noun(noun) and all(
        word.lower() in known or _ACRONYM.fullmatch(word) for word in what.split()
    )  # fmt: skip
