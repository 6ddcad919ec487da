"""What somebody is: “the former Minister of Defense of Georgia” in role, organisation, country."""

from __future__ import annotations

import re
from typing import NamedTuple

from . import lexicon, places

_DETERMINER = re.compile(
    r"(?:the|a|an|our|its|his|her|their|currently|now|also|both)\s+", re.IGNORECASE
)
_NOTE = re.compile(r"\s*\((?:in|via|live|online)[^()]*\)")
_FORMERLY = re.compile(
    r",?\s+who\s+(?:previously|formerly|earlier|once)\s+(?:served|worked|acted)\s+as\s+",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r",?\s+(?:who|which|that|whose|where|and\s+(?:was|is|has|had|were|are|currently|previously)|"
    r"(?:founded|based|located|known|published|dedicated|focused|focusing|working|dealing|covering|"
    r"specialising|specializing|exploring|providing)\s)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_AND_GUEST = re.compile(
    r",?\s+and\s+(?:(?:the|our|a)\s+)?(?:\w+\s+)?(?:guest|host|speaker)\b.*", re.DOTALL
)
_PEOPLE = re.compile(
    rf"(?P<people>{places.PEOPLE})(?:-born)?(?P<joint>[-/](?:{places.PEOPLE}))?\s+"
)
_FORMER = re.compile(
    r"(?:(?:former|ex-|acting|then|late|prominent|senior|leading|renowned|retired|exiled|well-known|"
    r"award-winning|independent|young|current|deputy)\s*)+(?<=[\s-])",
    re.IGNORECASE,
)
_FROM_COUNTRY = re.compile(rf"(?:\A|,?\s+)(?:from|in)\s+(?:the\s+)?(?P<country>{places.COUNTRY})\Z")
_OF_COUNTRY = re.compile(
    rf"\s+(?:of|for)\s+(?:the\s+)?(?P<country>{places.COUNTRY})(?P<rest>\s+(?:to|in|at)\s.+)?\Z"
)
_LAST_COUNTRY = re.compile(
    rf"(?:,\s+(?:the\s+)?(?P<country>{places.COUNTRY})|\s*\((?P<bracketed>{places.COUNTRY})\))\Z"
)
_IN_CAPITAL = re.compile(rf"(?:,|(?:\A|\s+)in|(?:\A|\s+)from)\s+(?P<city>{places.CAPITAL})\Z")
_CITY_BASED = re.compile(rf"(?:{places.CAPITAL}|(?P<country>{places.COUNTRY}))-based\b")
_COUNTRYS = re.compile(rf"(?:the\s+)?(?P<country>{places.COUNTRY})['’´]s?\s+")
_KEEPS_PLACE = re.compile(
    r"(?:mayor|governor|archbishop|bishop|patriarch|cardinal|ambassador\s+to|expert|specialist|"
    r"candidate|rapporteur|envoy|winner|laureate)\b[^,]*\Z",
    re.IGNORECASE,
)
_SUBJECT_OF = re.compile(
    r"(?:professor|lecturer|student|minister|ministers|secretary|expert|specialist|teacher|scholar|"
    r"doctor|historian|head\s+of\s+state|winner|laureate|rapporteur|envoy|ambassador|chief\s+of|"
    r"commissioner|reader)\Z",
    re.IGNORECASE,
)
_MEMBER = re.compile(r"\b(?:member|mp|mep|senator|deputy|delegate)\Z", re.IGNORECASE)
_UNIT = re.compile(
    r"(?:the\s+)?(?P<unit>(?:[^\W\d_][\w’'&.-]*\s+){0,6}?(?:board|committee|department|programme|program|"
    r"section|team|office|delegation|desk|faculty|school|unit|division|centre|center|staff|service|"
    r"mission|group|council|commission|project|branch|institute)\b(?:\s+of\s+(?:directors|trustees|"
    r"governors|advisors|advisers))?)",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"\s+(?P<word>at|for|with|of|from|in|within|on behalf of|under|to)\s+")


class Role(NamedTuple):
    role: str | None = None
    organisation: str | None = None
    country: str | None = None


def trim(written: str) -> str:
    """The words beside a name without those on its part in the episode (“and our next guest”)."""
    return _AND_GUEST.sub("", written).strip(" ,;")


def split(written: str) -> Role:
    """Role, organisation and country of the words beside a name; several are joined by “; ”."""
    text = trim(_NOTE.sub("", written)).strip(" .–—-")
    formerly = ""
    match, relative = _FORMERLY.search(text), _RELATIVE.search(text)
    if match and relative and relative.start() >= match.start():
        text, formerly = text[: match.start()], text[match.end() :]
    text = _RELATIVE.sub("", text)
    parts = [_split_one(piece) for piece in _pieces(text)]
    if formerly:
        past = _split_one(_RELATIVE.sub("", formerly).strip(" ,;."))
        parts.append(past._replace(role=f"formerly {past.role}" if past.role else None))
    return Role(
        "; ".join(dict.fromkeys(part.role for part in parts if part.role)) or None,
        "; ".join(dict.fromkeys(part.organisation for part in parts if part.organisation)) or None,
        next((part.country for part in parts if part.country), None),
    )


def looks_like_role(segment: str) -> bool:
    """Whether words between commas can say what somebody is."""
    segment = segment.strip()
    bare = re.sub(r"\A(?:and|as well as|or)\s+", "", segment)
    words = bare.split()
    if not words:
        return False
    if any(lexicon.is_role_noun(word) for word in words[:7]):
        return True
    return words[0].lower() in ("former", "ex", "formerly", "currently", "acting", "head")


def _pieces(text: str) -> list[str]:
    """One office each: cut at “, and the …”, “and a member of …”, “as well as …”.

    Plain lists (“lawyer, educator, and human rights activist”) stay whole.
    """
    pieces = [""]
    position = 0
    for match in re.finditer(r"(?P<gap>;\s+|,?\s+as well as\s+|,?\s+and\s+|,\s+)", text):
        before, after = text[position : match.start()], text[match.end() :]
        if _begins_office(after, pieces[-1] + before, has_comma=match["gap"].startswith(", ")):
            pieces[-1] += before
            pieces.append("")
        elif match["gap"].startswith(", ") and _describes_organisation(after):
            pieces[-1] += before
            return pieces
        else:
            pieces[-1] += before + match["gap"]
        position = match.end()
    pieces[-1] += text[position:]
    return [piece for piece in pieces if piece.strip()]


def _begins_office(after: str, before: str, *, has_comma: bool) -> bool:
    clause = re.split(r",|;|\s+and\s+", after, maxsplit=1)[0]
    determiner = re.match(r"(?:the|a|an)\s+", clause)
    words = clause[determiner.end() :].split() if determiner else clause.split()
    if not words or not looks_like_role(clause):
        return False
    if determiner:
        return not _describes_organisation(after) and not re.search(r"\b(?:of|for)\Z", before)
    if re.match(r"(?:former|formerly|ex-|previously|currently)\b", clause, re.IGNORECASE):
        return bool(_PREPOSITION.search(before))
    # "Director of X and member of Y": both have what they are of.
    nouns = [lexicon.is_role_noun(word) for word in (*words, "")]
    head = next((i for i, _word in enumerate(words) if nouns[i] and not nouns[i + 1]), 99)
    own = (
        head < 4 and head + 1 < len(words) and words[head + 1] in ("of", "at", "for", "with", "to")
    )
    if own and has_comma and _is_proper(" ".join(words[head + 2 :])):
        return not _open_subject(before)
    return own and bool(_PREPOSITION.search(before)) and not _open_subject(before)


def _open_subject(before: str) -> bool:
    return re.search(r"\b(?:Minister|Secretary|Professor)\s+(?:of|for)\s+\S+\Z", before) is not None


def _describes_organisation(after: str) -> bool:
    """“, a bilingual Chinese news website”: about the organisation before, not the person."""
    match = re.match(r"(?:the|a|an|one\s+of)\s+(?P<phrase>[^,;]+)", after)
    if not match:
        return False
    words = re.split(
        r"\s+(?:of|for|in|at|that|which|with|from|dedicated|based)\s+", match["phrase"]
    )
    heads = words[0].lower().split()
    return bool(heads) and not lexicon.is_role_noun(heads[-1]) and (
        heads[-1].removesuffix("s") in lexicon.NOT_PERSON_NOUNS or match[0].startswith("one")
    )  # fmt: skip


def _split_one(piece: str) -> Role:
    text = piece.strip(" ,;.")
    while match := _DETERMINER.match(text):
        text = text[match.end() :]
    country: str | None = None
    text, country = _take_people(text)
    if based := _CITY_BASED.match(text):
        city = based[0].removesuffix("-based")
        country = country or places.CAPITALS.get(city) or places.country(city)
    if match := _LAST_COUNTRY.search(text):
        country = places.country(match["country"] or match["bracketed"]) or country
        text = text[: match.start()]
    if match := _IN_CAPITAL.search(text):
        if not _KEEPS_PLACE.search(text[: match.start()] + " "):
            country = country or places.CAPITALS[match["city"]]
            text = text[: match.start()]
    elif match := _FROM_COUNTRY.search(text):
        before = text[: match.start()]
        inside = text[match.start() :].lstrip(", ").startswith("in ")
        belongs = re.search(r"\s(?:of|at|for)\s+(?:the\s+)?[A-Z]", before)
        if not inside or not (belongs or _KEEPS_PLACE.search(before)):
            country = places.country(match["country"]) or country
            text = text[: match.start()]
    elif (match := _OF_COUNTRY.search(text)) and not _is_inside_name(text[: match.start()]):
        country = places.country(match["country"]) or country
        text = text[: match.start()] + (match["rest"] or "")
    role, organisation = _split_organisation(text)
    if organisation:
        if match := _COUNTRYS.match(organisation):
            country = country or places.country(match["country"])
            organisation = organisation[match.end() :]
        organisation, from_people = _daily(organisation)
        country = country or from_people
    role = re.sub(r"(?<=s)['’´](?=\s)", "", role.strip(" ,;.")) if role else None
    return Role(role or None, organisation, country)


def _take_people(text: str) -> tuple[str, str | None]:
    """“former Polish ombudsman” -> “former ombudsman”, Poland."""
    before = _FORMER.match(text)
    at = before.end() if before else 0
    match = _PEOPLE.match(text, at)
    if not match or match["joint"]:
        return text, None
    rest = text[match.end() :]
    if not _is_about_person(rest):
        return text, None
    return text[:at] + rest, places.PEOPLES[match["people"]]


def _is_about_person(rest: str) -> bool:
    """“Polish ombudsman”, but not “German Marshall Fund fellow”."""
    noun_phrase = re.split(r",|\s+(?:of|at|for|with|from|in|and|to|on)\s+", rest, maxsplit=1)[0]
    words = noun_phrase.split()
    noun = next((i for i, word in enumerate(words) if lexicon.is_role_noun(word)), None)
    if noun is None:
        return False
    capitals = [word for word in words[:noun] if word[0].isupper()]
    return all(
        word.lower() in lexicon.TITLE_WORDS | lexicon.ROLE_ADJECTIVES | lexicon.COMMON_WORDS
        for word in capitals
    )


def _is_inside_name(before: str) -> bool:
    """“President of the University of Georgia”: the country belongs to the organisation."""
    last = re.search(r"\s(?:of|at|for)\s+(?:the\s+)?(?P<tail>[A-Z][^,]*)\Z", before)
    if not last:
        return False
    words = re.findall(r"[\w’'-]+", last["tail"].lower())
    return bool(words) and words[-1] in lexicon.ORGANISATION_WORDS


def _daily(organisation: str) -> tuple[str, str | None]:
    """“Czech Economic daily Hospodářské noviny” -> the name alone, and whose it is."""
    match = re.match(
        r"(?:the\s+)?(?P<what>[^,]*?\b(?:daily|weekly|newspaper|magazine|think[- ]tank|ngo|NGO|website|"
        r"platform|organi[sz]ation|initiative|portal|broadcaster|station|agency|foundation))\s+"
        r"(?P<name>[A-Z“\"].*)\Z",
        organisation,
    )
    if not match:
        return organisation, None
    words = re.findall(r"[\w.]+", match["what"])
    country = next((places.PEOPLES[word] for word in words if word in places.PEOPLES), None)
    return match["name"].strip('“”"'), country


def _split_organisation(text: str) -> tuple[str | None, str | None]:
    """The role, and the organisation behind the preposition that leads to it."""
    first = text.split(",", 1)[0]
    if not looks_like_role(text.split(" (")[0]) and _is_proper(first):
        return None, _organisation(text)
    if re.match(r"(?:from|of|at|with)\s", text):
        return None, _organisation(text.split(None, 1)[1])
    comma_role, comma_organisation = _split_at_comma(text)
    candidates = [
        match
        for match in _PREPOSITION.finditer(text)
        if _is_proper(text[match.end() :]) or _COUNTRYS.match(text[match.end() :])
        or _daily(text[match.end() :])[0] != text[match.end() :]
    ]  # fmt: skip
    if comma_organisation and (not candidates or candidates[0].start() > len(first)):
        return comma_role, comma_organisation
    for match in candidates:
        if match["word"] in ("at", "with", "within", "from", "on behalf of", "for"):
            if not _names_subject(text[: match.start()], match["word"]):
                return text[: match.start()], _organisation(text[match.end() :])
            continue
        if match["word"] in ("in", "of"):
            return _split_at_of(text, match, candidates)
    return _split_at_comma(text)


def _names_subject(before: str, word: str) -> bool:
    return word == "for" and re.search(
        r"\b(?:Minister|Secretary|Rapporteur|Representative|Commissioner|Envoy|Adviser|Advisor|"
        r"Coordinator|candidate|advocate|activist|fighter)\Z", before
    ) is not None  # fmt: skip


def _split_at_of(
    text: str, match: re.Match[str], candidates: list[re.Match[str]]
) -> tuple[str | None, str | None]:
    before, after = text[: match.start()], text[match.end() :]
    later = [one for one in candidates if one.start() > match.start()]
    if _MEMBER.search(before) and match["word"] == "of":
        # "member" alone says nothing: the body stays in the role as well.
        body = later[-1] if later and later[-1]["word"] == "of" else match
        if body is not match and not _UNIT.match(after):
            body = match
        return text, _organisation(text[body.end() :])
    if re.search(r"(?i)(?:author|winner|laureate|recipient|holder|maker)\Z", before):
        return text, None
    if (
        _SUBJECT_OF.search(before)
        or _is_subject(after)
        or (match["word"] == "in" and not _is_organisation(after))
    ):
        for one in later:
            if one["word"] in ("at", "with", "within", "in", "for", "from"):
                return text[: one.start()], _organisation(text[one.end() :])
        if _is_board(before):
            return before, _organisation(after)
        return _split_at_comma(text)
    unit = _UNIT.match(after)
    if unit:
        rest = after[unit.end() :]
        behind = re.match(r"\s+(?:of|at|in|within|for)\s+(?=(?:the\s+)?[A-Z])", rest)
        if behind and not _belongs_to_name(unit["unit"], rest[behind.start() :]):
            cut = match.end() + unit.end()
            return text[:cut], _organisation(rest[behind.end() :])
        house = re.search(r"\s+at\s+(?=(?:the\s+)?[A-Z])", rest)
        if house and re.search(r"(?i)\b(?:faculty|department|school)\Z", unit["unit"]):
            # "Dean of the Faculty of Law at X University"
            cut = match.end() + unit.end() + house.start()
            return text[:cut], _organisation(rest[house.end() :])
        if not rest.strip() and re.search(r"(?i)\b(?:board|committee|team|staff)\b", unit["unit"]):
            return text, None
    if re.fullmatch(r"(?i)(?:state|government|staff|mission|section|department)", after.strip()):
        return text, None
    if re.search(r"(?i)\b(?:mayor|governor|archbishop|bishop|patriarch)\Z", before):
        return text, None
    return before, _organisation(after)


def _is_board(before: str) -> bool:
    return re.search(r"(?i)\bof the board\Z", before) is not None


def _belongs_to_name(unit: str, rest: str) -> bool:
    """“Center for Strategic Studies”, “Institute of Peace”: the unit is the name itself."""
    head = unit.split()[-1]
    is_named = head[0].isupper() and head.lower() in (
        "institute", "center", "centre", "school", "faculty", "council", "commission", "office",
        "division", "group", "project", "service",
    )  # fmt: skip
    return is_named and re.match(r"\s+(?:of|for)\s", rest) is not None


def _is_subject(after: str) -> bool:
    """“Digital Strategy”, “Research”: what somebody directs, not the house it belongs to."""
    phrase = re.split(r",|\s(?:at|for|with|in|of|within|from|on)\s", after, maxsplit=1)[0]
    words = [word.lower() for word in re.findall(r"[\w’'-]+", phrase)]
    return bool(words) and all(
        word in lexicon.COMMON_WORDS and word not in lexicon.ORGANISATION_WORDS for word in words
    )


def _is_organisation(text: str) -> bool:
    words = re.findall(r"[\w’'-]+", text.split(",")[0].lower())
    return any(word in lexicon.ORGANISATION_WORDS for word in words)


def _split_at_comma(text: str) -> tuple[str | None, str | None]:
    """“Chief, Federal Coordination Section, DOJ”, “journalist, Sinopsis”."""
    pieces = re.split(r",\s+", text)
    for at in range(1, len(pieces)):
        rest = ", ".join(pieces[at:])
        if _is_proper(rest) and not lexicon.is_role_noun(pieces[at].split()[-1]):
            return ", ".join(pieces[:at]), _organisation(rest)
    return text, None


def _is_proper(text: str) -> bool:
    """Whether words begin a proper name: a capital after “the” and the like."""
    match = re.match(r"(?:the\s+|an?\s+)?(?P<first>[\w“\"’'.-]+)", text)
    if not match:
        return False
    first = match["first"].lstrip("“\"'")
    if first in places.PEOPLES and re.match(r"\s+[a-z]", text[match.end() :]):
        return False
    return bool(first) and (first[0].isupper() or any(map(str.isdigit, first[:2]))) and not (
        first in places.PEOPLES and _is_about_person(text[match.end() :].lstrip())
    )  # fmt: skip


def _organisation(text: str) -> str | None:
    """The name without “the”, without what the text goes on to say about it."""
    text = re.sub(r"\A(?:the|a|an)\s+", "", text.strip(" ,;.")).strip(" ,;.")
    text = re.sub(r",\s+(?:and|one of|an?|the)\s.*\Z", "", text)
    return text or None
