"""Where somebody works: the role, and the organisation behind “at”, “of” or a comma."""

from __future__ import annotations

import re

from . import lexicon, naming, places
from .houses import is_proper, name_behind_kind

OF_COUNTRY_HOUSE = re.compile(rf"(?:the\s+)?(?P<country>{places.COUNTRY})['’´]s?\s+")
_SUBJECT_OF = re.compile(
    r"(?:professor|lecturer|student|minister|ministers|(?<!general\s)(?<!executive\s)secretary|expert|specialist|teacher|scholar|"
    r"doctor|historian|head\s+of\s+state|winner|laureate|rapporteur|envoy|ambassador|chief\s+of|"
    r"commissioner|reader)(?:\s+emerit(?:us|a))?\Z",
    re.IGNORECASE,
)
_PART_OF_HOUSE = re.compile(
    r"(?:programme|program|department|section|division|team|unit|desk|faculty|project)\Z",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"(?:(?:former|retired)\s+)?(?:[A-Z][\w-]+\s+)?(?:General|Admiral|Brigadier|Marshal|Sergeant|Major)"
    rf"(?=\s*(?:\(|,|of\b|\Z))|(?:(?:{lexicon.RANKS})\.\s*)+(?=\(|,|\Z)|"
    rf"(?:{lexicon.RANKS})(?=,|\Z)"
)
_HOUSES = re.compile(
    r"\b(?:institut\w*|cent(?:er|re)|school|laborator\w+|lab|college|universit\w+|museum|library|"
    r"foundation|academy|association|council|society|network|forum|archive|faculty|department)\b",
    re.IGNORECASE,
)
_ON_BEHALF = re.compile(
    r"(?P<what>[A-ZÀ-Ž][\w-]*(?:\s+(?:and\s+)?[A-ZÀ-Ž][\w-]*)?)\s+for\s+(?=the\s+[A-ZÀ-Ž])"
)
# "analyst of the Wells for All organisation"
_NAMED_BEFORE_KIND = re.compile(
    r"\s(?:of|at|for|from|with)\s+the\s+(?P<house>(?:[A-ZÀ-Ž#][\w’'-]*|for|of|and|the|in)(?:\s+(?:[A-ZÀ-Ž][\w’'-]*|"
    r"for|of|and|the|in))*\s(?:organi[sz]ation|initiative|movement|foundation|campaign|network|platform|"
    r"association|think[- ]tank|party|portal|website|podcast))\Z"
)
# "Director of Rope Operations and Experience of the Wells Institute"
_SUBJECT_OF_HOUSE = re.compile(
    rf"(?P<what>[^,]+?\s(?i:{'|'.join(sorted(lexicon.SUBJECTS))}))\s+of\s+(?=the\s+[A-ZÀ-Ž])"
)
_HOUSE_FIRST = re.compile(
    r"(?:the\s+)?(?:(?:U\.?S\.?|[A-ZÀ-Ž]\w+)\s+){0,2}(?:Department|Ministry|Office|Bureau|Administration|Agency|"
    r"Cent(?:er|re)s?|Institutes?)\s+(?:of|for)\s+(?:the\s+)?[A-ZÀ-Ž]"
)
# "Office of the Chief Rain Officer", "Office of Special Counsel"
HOUSE_OF_OFFICE = re.compile(
    r"\sof\s+(?:the\s+(?:[A-ZÀ-Ž][\w-]*\s+){0,4}|(?:Special|General|Legal|Chief)\s+)[A-ZÀ-Ž][\w-]*(?:\s\(.*)?\Z"
)
_DEPARTMENT = re.compile(
    r",\s+(?P<house>(?:(?:the|U\.?S\.?)\s+)*(?:Department|Ministry)\s+(?:of|for)\s+(?:the\s+)?[A-ZÀ-Ž].*)\Z"
)
_IN_HOUSE = re.compile(
    rf"\s(?:at|with|from|in)\s|\b(?:{'|'.join(sorted(lexicon.ORGANISATION_WORDS))})\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"the\s+(?:[A-ZÀ-Ž][\w-]+\s+){0,3}(?:Bureau|Office|Department|Division|Agency|Ministry|Directorate)\b"
)
# "author of the memoir Wells at Night": a title, and no house
_OF_BOOK = re.compile(
    r"\b(?:author|director|editor|writer)\s+of\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,3}?"
    r"(?:memoir|book|novel|study|documentary|film|play|bestseller|poem|report)s?\s+[A-ZÀ-Ž“\"‘]"
)
# A trade that no list holds: small letters and the ending of one who does something.
_TRADE = re.compile(r"\s(?!center|chapter|paper|newsletter)[a-z][a-z-]{2,}(?:er|or|eer|ian|ist)\Z")
# "Democracy Today", "Rivers First": words of subjects that are a name together
_NAMED_SO = re.compile(r"[A-ZÀ-Ž][\w-]+\s(?:Today|Now|First|Watch|Forward|Together)\Z")
_SLIPPED = re.compile(r"(?P<role>[^\W\d_][a-z]{6,})\s(?:of|at)\s(?=(?:the\s)?[A-ZÀ-Ž])")
_CITY = re.compile(r"[A-ZÀ-Ž][\w-]+(?:\s[A-ZÀ-Ž][\w-]+)?,\s+[A-Z]{2}")
_IN_TOWN = re.compile(r",\s+(?P<city>[A-ZÀ-Ž][\w-]+(?:\s[A-ZÀ-Ž][\w-]+)?),\s+[A-Z]{2}\Z")
_BODIES = frozenset(("office", "bureau", "agency", "administration", "department", "institute"))
_CHAMBERS = frozenset(("Parliament", "Assembly", "Senate", "Congress"))
_TO_HOUSE = re.compile(
    r"\b(?:advis[eo]r|aide|consultant|secretary|assistant|counsel|envoy)\Z", re.IGNORECASE
)
_AT_HOME = re.compile(
    r"\b(?:activist|artist|defector|dissident|exile|farmer|fisherman|musician|native|novelist|nurse|"
    r"painter|poet|politician|refugee|singer|survivor|volunteer|worker|writer)\Z",
    re.IGNORECASE,
)
_OF_STATE = re.compile(
    r"(?:minister|ministers|secretary|commissioner|envoy|rapporteur)\Z", re.IGNORECASE
)
_OF_SCHOOL = re.compile(
    r"(?:professor|lecturer|student|scholar|teacher|reader|fellow|graduate|historian|expert)(?:\s+emerit(?:us|a))?\Z",
    re.IGNORECASE,
)
_SCHOOL = re.compile(
    r"(?:the\s+)?(?:(?:[A-ZÀ-Ž][\w’'.-]*|of|the|and|de|la)\s+){0,6}?"
    r"(?:Universit\w+|Universidad\w*|College|Academy|Institute)\b"
)
_KEEPS_CITY = re.compile(
    r"\b(?:mayor|governor|archbishop|bishop|patriarch|rabbi|imam)\Z", re.IGNORECASE
)
_MEMBER = re.compile(r"\b(?:member|mp|mep|senator|deputy|delegate)\Z", re.IGNORECASE)
_UNIT = re.compile(
    r"(?:the\s+)?(?P<unit>(?:[^\W\d_][\w’'&.-]*\s+){0,6}?(?:board|committee|department|programme|program|"
    r"section|team|office|delegation|desk|presidium|faculty|school|unit|division|centre|center|staff|service|"
    r"mission|group|council|commission|project|branch|institute)\b(?:\s+of\s+(?:directors|trustees|"
    r"governors|advisors|advisers))?(?-i:(?<=ommittee|mmission)\s+on\s+(?:the\s+)?[A-ZÀ-Ž][\w-]*"
    r"(?:(?:,|\s+and|\s+the|\s+of(?=\s+[A-Z][\w-]*\s+(?:of|and)\s))?\s+[A-ZÀ-Ž][\w-]*)*)?)",
    re.IGNORECASE,
)
PREPOSITION = re.compile(r"\s+(?P<word>at|for|with|of|from|in|within|on behalf of|under|to)\s+")


def looks_like_role(segment: str) -> bool:
    """Whether words between commas can say what somebody is."""
    segment = segment.strip()
    bare = re.sub(r"\A(?:and|as well as|or)\s+", "", segment)
    words = bare.split()
    if not words:
        return False
    if any(lexicon.is_role_noun(word) for word in words[:7]):
        return True
    if _RANK.match(bare):
        return True
    return words[0].lower() in ("former", "ex", "formerly", "currently", "acting", "head")


def split_organisation(text: str) -> tuple[str | None, str | None]:
    """The role, and the organisation behind the preposition that leads to it."""
    first = text.split(",", 1)[0]
    if " " in first and first.istitle() and lexicon.singular(first.split()[-1]):
        return None, _organisation(text)  # "Civil Rights Defenders": one person is no defenders
    words = first.split(" (")[0].split()
    is_office = bool(words) and lexicon.is_role_noun(words[-1])
    if len(words) > 1 and words[-1].lower() in _BODIES and all(word[0].isupper() for word in words):
        return None, _organisation(text)  # "Veterans Outreach Office, Department of Wells"
    if _HOUSE_FIRST.match(first) and (not is_office or HOUSE_OF_OFFICE.search(first)):
        return None, _organisation(text)  # "U.S. Department of Veterans Affairs"
    slipped = _SLIPPED.match(text)
    if slipped and lexicon.is_slip_of_role(slipped["role"]):
        return slipped["role"], _organisation(text[slipped.end() :])
    if not looks_like_role(text.split(" (")[0]) and is_proper(first):
        house = text[len(first) :].strip(" ,")
        if _TRADE.search(first) and not _is_organisation(first):
            return first, _organisation(house) if is_proper(house) else None  # "Policy wrangler"
        if " " in first and house and _is_organisation(house) and not _is_organisation(first):
            return first, _organisation(house)  # "Plain Language Launcher, Office of Letters"
        return None, _organisation(text)
    if (
        (housed := _DEPARTMENT.search(text))
        and looks_like_role(text[: housed.start()])
        and text[: housed.start()].split()[-1].lower() not in lexicon.ORGANISATION_WORDS
        and not _IN_HOUSE.search(text[: housed.start()])
    ):
        return text[: housed.start()], _organisation(housed["house"])
    if re.match(r"(?:from|of|at|with)\s", text):
        return None, _organisation(text.split(None, 1)[1])
    if _OF_BOOK.search(text):
        return text, None
    if named := _NAMED_BEFORE_KIND.search(text):
        return text[: named.start()], _organisation(named["house"])
    comma_role, comma_organisation = _split_at_comma(text)
    candidates = [
        match
        for match in PREPOSITION.finditer(text)
        if is_proper(text[match.end() :]) or OF_COUNTRY_HOUSE.match(text[match.end() :])
        or name_behind_kind(text[match.end() :])[0] != text[match.end() :]
    ]  # fmt: skip
    if comma_organisation and (not candidates or candidates[0].start() > len(first)):
        return comma_role, comma_organisation
    for match in candidates:
        if match["word"] == "to" and _TO_HOUSE.search(text[: match.start()]):
            break  # "adviser to the Assembly of the People"
        if match["word"] == "from" and _CITY.fullmatch(text[match.end() :]):
            return text[: match.start()], None  # "designer from Pittsburgh, PA"
        if match["word"] == "from" and _AT_HOME.search(text[: match.start()]) and not (
            _is_organisation(text[match.end() :])
        ):  # fmt: skip
            break  # "fisherman from Galveston"
        if match["word"] == "for" and any(one["word"] == "at" for one in candidates):
            # "program manager for Latin America at X"
            continue
        subject = text[match.end() :].split(",")[0]
        if match["word"] == "for" and comma_organisation and _is_organisation(comma_organisation):
            if not _is_organisation(subject):
                return comma_role, comma_organisation  # "Director for Data, Ministry of Rivers"
        if match["word"] in ("at", "with", "within", "from", "on behalf of", "for"):
            if not _names_subject(text[: match.start()], match["word"]):
                return text[: match.start()], _organisation(text[match.end() :])
            continue
        if match["word"] in ("in", "of"):
            return _split_at_of(text, match, candidates)
    return _split_at_comma(text)


def _names_subject(before: str, word: str) -> bool:
    if word == "with":
        return before.endswith("negotiator")
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
        group = _UNIT.match(after)
        group_end = match.end() + group.end() if group else -1
        of_group = (one for one in later if one.start() == group_end and one["word"] == "of")
        body = next(of_group, match)
        of_house = text[body.end() :]
        party = re.search(r"\s+for\s+(?=(?:the\s+)?[A-ZÀ-Ž])", of_house)
        chamber = of_house[: party.start()].split()[-1] if party else ""
        if (
            party
            and after.startswith("the ")
            and (chamber in _CHAMBERS or not _is_organisation(chamber))
        ):
            # "member of the Bundestag for the Greens"
            of_house = of_house[: party.start()]
        return text, _organisation(of_house)
    if re.search(
        r"\b(?:family|widow|widower|memory|wife|husband|son|daughter|sister|brother)\Z", before
    ) or (
        re.search(r"\b(?:colleague|friend|ally|associate|disciple|companion|pupil)\Z", before)
        and naming.is_name(after)
    ):
        return text, None  # "lawyer of the family of A", "colleague of A"
    if re.search(r"(?i)(?:author|winner|laureate|recipient|holder|maker)\Z", before):
        return text, None
    if _OF_SCHOOL.search(before) and _SCHOOL.match(after):
        return before, _organisation(after)
    is_in_house = match["word"] == "in" and _OFFICE.match(after)
    if not is_in_house and (
        (_SUBJECT_OF.search(before) and not _is_body(before, after))
        or _is_subject(after)
        or (match["word"] == "in" and not _is_organisation(after))
    ):
        comma = re.search(r",\s+(?=[A-ZÀ-Ž])", text[match.end() :])
        for one in later:
            if comma and one.start() > match.end() + comma.start():
                break
            if one["word"] == "for" and _OF_STATE.search(before):
                continue  # "Secretary of State for European Affairs"
            is_house = one["word"] == "of" and _is_organisation(
                re.split(r"\s(?:for|of|in)\s", text[one.end() :])[0]
            )
            if is_house or one["word"] in ("at", "with", "within", "in", "for", "from"):
                return text[: one.start()], _organisation(text[one.end() :])
        if _is_board(before):
            return before, _organisation(after)
        return _split_at_comma(text)
    directed = re.match(r"(?:the\s+)?(?P<what>[^,]+?)\s+at\s+(?=(?:the\s+)?[A-ZÀ-Ž])", after)
    directed = directed or _SUBJECT_OF_HOUSE.match(after)
    if directed and not _HOUSES.search(directed["what"]):
        # "director of Cloud Services at the Office of Harbours"
        cut = match.end() + directed.end("what")
        return text[:cut], _organisation(after[directed.end() :])
    behalf = _ON_BEHALF.match(after)
    if behalf and not _is_organisation(behalf["what"]) and not _HOUSES.search(behalf["what"]):
        # "Director of Facilities for the City of Wells"
        return f"{before} of {behalf['what']}", _organisation(after[behalf.end() :])
    unit = _UNIT.match(after)
    if unit:
        rest = after[unit.end() :]
        behind = re.match(r"\s+(?:of|at|in|within|for)\s+(?=(?:the\s+)?[A-Z])", rest)
        if (comma := re.match(r",\s+(?=(?:the\s+)?[A-ZÀ-Ž])", rest)) and _PART_OF_HOUSE.search(
            unit["unit"]
        ):
            # "Head of the Latin America Programme, Institute of X"
            return text[: match.end() + unit.end()], _organisation(rest[comma.end() :])
        house = re.search(r"\s+at\s+(?=(?:the\s+)?[A-Z])", rest)
        is_department = re.search(
            r"(?i)\b(?:faculty|department|school|section|division)\Z", unit["unit"]
        )
        if rest.startswith(" at ") and _is_named_house(unit["unit"]):
            return before, _organisation(after)  # "the Lis Wells Institute at X University"
        if house and behind and is_department and _is_subject(rest[behind.end() :]):
            behind = None
        if behind and not _belongs_to_name(unit["unit"], rest[behind.start() :]):
            cut = match.end() + unit.end()
            return text[:cut], _organisation(rest[behind.end() :])
        if house and is_department:
            # "Dean of the Faculty of Law at X University"
            cut = match.end() + unit.end() + house.start()
            return text[:cut], _organisation(rest[house.end() :])
        if not rest.strip() and re.search(r"(?i)\b(?:board|committee|team|staff)\b", unit["unit"]):
            return (before, _organisation(after)) if _has_own_name(unit["unit"]) else (text, None)
    if re.fullmatch(r"(?i)(?:state|government|staff|mission|section|department)", after.strip()):
        return text, None
    if _KEEPS_CITY.search(before):
        return text, None
    return before, _organisation(after)


def _is_named_house(unit: str) -> bool:
    """“Lis Wells Institute”, and no mere part of another house."""
    words = re.sub(r"\A(?:the|The)\s", "", unit).split()
    return words[-1] in ("Institute", "Center", "Centre") and _has_own_name(unit)


def _has_own_name(unit: str) -> bool:
    """“General Strike Committee” is a house, “Foreign Affairs Committee” a part of one."""
    words = re.sub(r"\A(?:the|The)\s", "", unit).split()
    known = lexicon.COMMON_WORDS | lexicon.ORGANISATION_WORDS | lexicon.SUBJECTS
    return len(words) > 2 and all(word[0].isupper() for word in words) and any(
        word.lower() not in known for word in words
    )  # fmt: skip


def _is_body(before: str, after: str) -> bool:
    """“rapporteur of the National Assembly”: of a house, not of a subject."""
    named = re.match(r"the\s+(?P<name>(?:[A-ZÀ-Ž][\w-]*\s*)+)(?=(?:on|for)\s|\Z)", after)
    is_office = re.search(
        r"(?i)(?:rapporteur|secretary|specialist|expert|envoy|commissioner)\Z", before
    )
    words = named["name"].split() if named else []
    return bool(is_office and words) and words[-1].lower() in lexicon.ORGANISATION_WORDS


def _is_board(before: str) -> bool:
    return re.search(r"(?i)\bof the board\Z", before) is not None


def _belongs_to_name(unit: str, rest: str) -> bool:
    """“Center for Strategic Studies”, “Institute of Peace”: the unit is the name itself."""
    head = unit.split()[-1]
    is_named = head[0].isupper() and head.lower() in (
        "institute", "center", "centre", "school", "faculty", "council", "commission", "office",
        "division", "group", "project", "service", "department",
    )  # fmt: skip
    if re.match(r"\s+for\s", rest) and head[0].isupper():
        return True  # "Action Committee for Democracy"
    if re.match(r"\s+in\s+the\s+[A-ZÀ-Ž]", rest) and head.lower() in ("group", "caucus"):
        return False  # "Chair of the Liberal Group in the Assembly"
    if re.match(r"\s+in\s", rest):
        # "Moscow School in Exile"
        return is_named and any(
            word[0].isupper() and word.lower() not in lexicon.COMMON_WORDS
            for word in re.sub(r"\A(?:the|The)\s", "", unit).split()[:-1]
        )
    is_part = " " in re.sub(r"\A(?:the|The)\s", "", unit) and head.lower() in (
        "office", "division", "service", "department", "group", "project",
    )  # fmt: skip
    if is_part and re.match(r"\s+of\s+the\s", rest):
        return False  # "Head of the South Caucasus Office of the X Foundation"
    return is_named and re.match(r"\s+(?:of|for)\s", rest) is not None


def _is_subject(after: str) -> bool:
    """“Digital Strategy”, “Research”: what somebody directs, not the house it belongs to."""
    phrase = re.split(r",|\s(?:at|for|with|in|of|within|from|on)\s", after, maxsplit=1)[0]
    phrase = re.sub(r"\s*\([^()]*\)", "", phrase)
    if _NAMED_SO.search(phrase):
        return False
    words = [word.lower() for word in re.findall(r"[\w’'-]+", phrase)]
    return bool(words) and all(
        word in lexicon.SUBJECTS
        or (word in lexicon.COMMON_WORDS and word not in lexicon.ORGANISATION_WORDS)
        for word in words
    )


def _is_organisation(text: str) -> bool:
    words = re.findall(r"[\w’'-]+", text.split(",")[0].lower())
    return any(word in lexicon.ORGANISATION_WORDS for word in words)


def _split_at_comma(text: str) -> tuple[str | None, str | None]:
    """“Chief, Federal Coordination Section, DOJ”, “journalist, Sinopsis”."""
    pieces = re.split(r",\s+", text)
    for at in range(1, len(pieces)):
        rest = ", ".join(pieces[at:])
        if at == 1 and len(pieces) > 2 and _is_subject(pieces[at]):
            continue  # "Branch Chief, Content Operations, Patent House"
        if is_proper(rest) and not lexicon.is_role_noun(pieces[at].split()[-1]):
            return ", ".join(pieces[:at]), _organisation(rest)
    return text, None


def _organisation(text: str) -> str | None:
    """The name without “the”, without what the text goes on to say about it."""
    text = re.sub(r"\A(?:the|a|an)\s+", "", text.strip(" ,;.")).strip(" ,;.")
    if (town := _IN_TOWN.search(text)) and not _IN_HOUSE.search(f" {town['city']}"):
        text = text[: town.start()]
    text = re.sub(r",\s+(?:and|one of|part of|an?|the)\s.*\Z", "", text)
    text = re.sub(r"\s+and\s+(?:at|with)\s+(?:the\s+)?(?=[A-ZÀ-Ž])", "; ", text)
    return text.removesuffix("(").rstrip() or None
