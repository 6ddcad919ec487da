"""Words that are the name of a house, or of a person’s trade: “German Marshall Fund fellow”."""

from __future__ import annotations

import re

from . import lexicon, places

_OF_TWO_WORDS = re.compile(
    rf"(?:{'|'.join(re.escape(one) for one in places.PEOPLES if ' ' in one)})\s+[a-z]"
)


# Offices that are of a house, which is often said before them: “Open Wells CEO”.
_OF_HOUSE = re.compile(
    r"(?P<before>.*\S)\s+(?P<role>C[A-Z]{1,2}O|(?:[Cc]o-?)?[Ff]ounder|"
    r"Chief\s+(?:[A-Z][\w&-]*\s+){0,4}Officer|(?:Executive|Managing)\s+Director)"
)
_NAME_AT_END = re.compile(
    r"(?:\A|(?<=\s))[A-ZÀ-Ž0-9][\w.&/’'-]*(?:\s+(?:(?:of|for|the|and|&)\s+)*[A-ZÀ-Ž0-9][\w.&/’'-]*)*\Z"
)


# "OW Administrator": letters that name no trade
_LETTERS = re.compile(r"(?P<house>(?=.*[A-Z])[A-Z0-9][A-Z0-9&]{1,7})\s+(?P<role>.+)")
_TRADES = frozenset(
    "UX UI IT HR AI PR QA CX TV ML US UK EU UN VR NGO API APIS SEO RPA CMS SMS GIS STEM EEO DEI DEIA HIV CEO "
    "CTO CIO CFO COO MP MEP LGBT LGBTQ LGBTQI".split()
)


def before_office(role: str) -> tuple[str, str] | None:
    """“Open Wells Deputy CEO” -> the office and its house; ``None`` where no house is named."""
    letters = _LETTERS.fullmatch(role)
    if letters and letters["house"] not in _TRADES and lexicon.is_role_noun(role.split()[-1]):
        return letters["role"], letters["house"]
    match = _OF_HOUSE.fullmatch(role)
    name = _NAME_AT_END.search(match["before"]) if match else None
    if match is None or name is None:
        return None
    if any(lexicon.is_role_noun(word) for word in match["before"][: name.start()].split()):
        return None  # "poet and Open Wells founder"
    house, office = name[0].split(), match["role"]
    adjectives = lexicon.ROLE_ADJECTIVES | lexicon.TITLE_WORDS
    while house and (house[-1].lower() in adjectives or house[-1] in places.PEOPLES):
        office = f"{house.pop()} {office}"
    known = lexicon.COMMON_WORDS | lexicon.SUBJECTS | adjectives
    is_named = any(word.lower() not in known for word in house)
    return (office, " ".join(house)) if is_named else None


def is_proper(text: str) -> bool:
    """Whether words begin a proper name: a capital after “the” and the like."""
    match = re.match(r"(?:the\s+|an?\s+)?(?P<first>#?[\w“\"’'.-]+)", text)
    if not match:
        return False
    if _OF_TWO_WORDS.match(text[match.start("first") :]):
        return False  # "the North Korean gulag"
    first = match["first"].lstrip("#“\"'")
    if re.fullmatch(r"(?:19|20)\d\d", first):
        return False
    if first.isdigit() and re.match(r"\s+[a-z]", text[match.end() :]):
        return False  # "for 43 courthouses"
    if re.match(r"[a-zà-ž]{1,2}[A-ZÀ-Ž]", first):
        return True  # "ePaństwo"
    if re.fullmatch(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,7}", first):
        return True  # "founder of wells.example"
    if first in places.PEOPLES and re.match(r"\s+[a-z]", text[match.end() :]):
        return False
    return bool(first) and (first[0].isupper() or any(map(str.isdigit, first[:2]))) and not (
        first in places.PEOPLES and is_about_person(text[match.end() :].lstrip())
    )  # fmt: skip


def is_about_person(rest: str) -> bool:
    """“Polish ombudsman”, but not “German Marshall Fund fellow”."""
    noun_phrase = re.split(r",|\s+(?:of|at|for|with|from|in|and|to|on)\s+", rest, maxsplit=1)[0]
    words = noun_phrase.split()
    noun = next((i for i, word in enumerate(words) if lexicon.is_role_noun(word)), None)
    if noun is None:
        return False
    capitals = [word for word in words[:noun] if word[0].isupper()]
    return all(
        word in ("EU", "UN", "NATO", "OSCE")
        or word.lower() in lexicon.TITLE_WORDS | lexicon.ROLE_ADJECTIVES | lexicon.COMMON_WORDS
        for word in capitals
    )


def name_behind_kind(organisation: str) -> tuple[str, str | None]:
    """“Czech Economic daily Hospodářské noviny” -> the name alone, and whose it is."""
    match = re.match(
        r"(?:the\s+)?(?P<what>[^,]*?\b(?:daily|weekly|monthly|quarterly|newspaper|magazine|"
        r"think[- ]tank|ngo|NGO|website|platform|organi[sz]ation|initiative|portal|broadcaster|"
        r"station|agency|foundation|start-?up|company|firm|theatre|party|movement))\s+"
        r"(?P<name>[A-Z0-9À-Ž“\"].*)\Z",
        organisation,
    )
    if not match:
        return organisation, None
    words = re.findall(r"[\w.]+", match["what"])
    country = next((places.PEOPLES[word] for word in words if word in places.PEOPLES), None)
    return match["name"].strip('“”"'), country
