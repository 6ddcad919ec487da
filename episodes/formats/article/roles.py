"""What somebody is: “the former Minister of Culture of Georgia” in role, organisation, country."""

from __future__ import annotations

import re
from typing import NamedTuple

from . import lexicon, places, works
from .affiliations import (
    HOUSE_OF_OFFICE,
    OF_COUNTRY_HOUSE,
    PREPOSITION,
    looks_like_role,
    split_organisation,
)
from .houses import before_office, is_about_person, is_proper, name_behind_kind

_DETERMINER = re.compile(
    r"(?:the|a|an|our|its|his|her|their|currently|now|also|both)\s+", re.IGNORECASE
)
# Where somebody is seen from, and the house and year of a book.
_NOTE = re.compile(r"\s*\((?:(?:in|via|live|online)\b[^()]*|[^()]*\b(?:19|20)\d\d)\)")
# "Jane Doe, Ph.D., director of X"
_DEGREES = re.compile(
    r"\A(?:(?:Ph\.?\s?D\.?|M\.?D\.?|J\.?D\.?|M\.?B\.?A\.?|M\.?P\.?[HPA]\.?|M\.?S\.?W?\.?|LL\.?[MD]\.?|R\.?N\.?|P\.?E\.?|"
    r"Esq\.?|MLI?S|PMP|CPA|CISSP|EdD|DrPH|CSc\.?|DrSc\.?|MSc\.?|Jr\.?|Sr\.?)(?:,\s*|\s*\Z))+"
)
# "Librarian (Quay Office)"
_HOUSE_IN_BRACKETS = re.compile(r"(?P<role>[^()]*[a-z])\s+\((?P<house>[A-ZÀ-Ž0-9][^()&,]*)\)")
# "Office of Rain and Wells (ORW) Chief Rain Officer (CRO)"
_OF_LETTERED = re.compile(
    r"(?P<house>[A-ZÀ-Ž][^(),;]*\s\((?P<short>[A-Z]{2,8})\))\s(?P<role>[A-Z][^(),;]*?)(?:\s\([A-Z]{2,8}\))?"
)
_FORMERLY = re.compile(
    r",?\s+who\s+(?:previously|formerly|earlier|once)\s+(?:served|worked|acted)\s+as\s+",
    re.IGNORECASE,
)
# "who chairs the Committee" -> "chair of the Committee"
_HOLDS = re.compile(
    r"(?:\A|,?\s+)who\s+(?:(?:also|currently|now|today|has)\s+)*(?:(?P<verb>(?!is\s)[a-z-]+)\s+"
    r"(?=(?:the|its|an?)\s|[A-ZÀ-Ž]|(?<=manages )(?!to\b)|(?<=edits )|"
    r"(?<=coordinates ))|(?:works|serves|acts)\s+as\s+|is\s+(?=(?:an?|the)\s))(?P<what>.+)",
    re.DOTALL,
)
_WHO_IS = re.compile(r"\bwho['’]s\s+(?=(?:an?|the)\s)")
_OFFICE_OF = {
    "chairs": "chair", "co-chairs": "co-chair", "heads": "head", "leads": "lead",
    "co-leads": "co-lead", "directs": "director", "edits": "editor", "manages": "manager",
    "coordinates": "coordinator", "founded": "founder", "co-founded": "co-founder",
    "cofounded": "cofounder",
}  # fmt: skip
# "who’s leading the work at Open Wells on ropes"
_AT_WORK = re.compile(
    r"(?:who|that)(?:['’]s|\s+(?:is|are))?\s+(?:leading|leads|doing|does|working|works)\s+(?:[a-z]+\s+){0,3}?"
    r"(?P<house>at\s+(?:the\s+)?[A-ZÀ-Ž][\w.&-]*(?:\s+(?:(?:of|for|the|and|&)\s+)*[A-ZÀ-Ž(][\w.&)-]*)*)"
)
# "Wells Community of Practice Manager"
_OFFICE_OF_BODY = re.compile(
    r"(?P<house>(?:[A-ZÀ-Ž][\w-]*\s+)+of\s+[A-ZÀ-Ž][\w-]*)\s+(?P<role>[A-ZÀ-Ž][\w-]*(?:\s[A-ZÀ-Ž][\w-]*)?)"
)
_CLAUSE_ENDS = re.compile(
    r"[,;]\s|\s+and\s+(?=(?:is|was|has|had|now|also|who|teaches|leads|works|writes|serves|lives)\b)"
)
_RELATIVE = re.compile(
    r"(?:\A|,?\s+)(?:(?-i:[Ww]ho)|which|that|whose|where|and\s+(?:was|is|has|had|were|are|currently|previously)|"
    r"(?-i:(?:He|She|They)\s+[a-z]+\s|and\s+(?:[A-ZÀ-Ž][\w’-]+\s+){2,3}(?:is|was)\s)|"
    r"(?-i:founded|based|located|known|published|dedicated|focused|focusing|working|dealing|covering|"
    r"specialising|specializing|exploring|providing|now\s+(?:living|in)|currently\s+living|residing)\s)\b.*",
    re.IGNORECASE | re.DOTALL,
)
# "the bureau’s Director", "the project’s general coordinator"
_ITS = re.compile(
    r"\A[a-z][\w-]*['’´]s\s+"
    r"(?=[A-ZÀ-Ž]|(?:first|former|current|general|chief|deputy|executive)\b)"
)
_BASED_IN = re.compile(
    rf"\b(?:based|located|living|residing)\s+in\s+(?:[^,;.]{{2,40}}(?:D\.C\.|DC)?,\s+)?(?:the\s+)?"
    rf"(?:(?P<country>{places.COUNTRY})|(?P<city>{places.CAPITAL}))\s*\Z"
)
_AND_GUEST = re.compile(
    r",?\s+and\s+(?:(?:the|our|a)\s+)?(?:\w+\s+)?(?:(?-i:guest)(?!\s+[a-z-]+(?:or|er|ar)\b)|(?:host|speaker|moderator)"
    r"(?!\s+of\s+(?!(?:the|our|this)\s+[^,]*(?:#|chat\b|podcast\b)))\b).*",
    re.DOTALL | re.IGNORECASE,
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
    rf"\s+(?:of|for)\s+(?:the\s+)?(?P<country>{places.COUNTRY})(?P<rest>\s+(?:to|in|at|with)\s.+)?\Z"
)
_YEARS = re.compile(
    r",?\s+(?P<years>(?:from|between|in|since|until)\s+(?:\w+\s+)?(?:19|20)\d\d"
    r"(?:\s*(?:to|and|until|till|[–—-])\s*(?:\w+\s+)?(?:(?:19|20)?\d\d|today|now))?)\Z"
)
# "Taiwan’s youngest member of parliament", "DRLI’s Head of Programmes"
_POSSESSIVE = re.compile(
    r"(?P<whose>[A-ZÀ-Ž][\w.&-]*(?:\s+(?:(?:of|for|the|and)\s+)*[A-ZÀ-Ž][\w.&-]*){0,5})(?:['’´]s|(?<=s)['’´])\s+"
    r"(?=(?P<rest>.+))"
)
_HOLDS_OFFICE = re.compile(
    r"\b(?:Director|President|Chair\w*|Head|Founder|Member|Professor|Editor\S*) of\b"
)
_KIN_OF = re.compile(rf"[A-ZÀ-Ž][^,;:()]*['’´]s?\s+{lexicon.KIN}")  # "Jan Kos’s wife"
_INITIALS = re.compile(r",\s+(?:[A-Z]\.)+[A-Z]\Z")  # "Wells, U.S" has lost its stop
_LAST_COUNTRY = re.compile(
    rf"(?:,\s+(?:the\s+)?(?P<country>{places.COUNTRY})|\s*\((?P<bracketed>{places.COUNTRY})\))\Z"
)
_IN_CAPITAL = re.compile(rf"(?:,|(?:\A|\s+)in|(?:\A|\s+)from)\s+(?P<city>{places.CAPITAL})\Z")
_CITY_BASED = re.compile(rf"(?:{places.CAPITAL}|(?P<country>{places.COUNTRY}))-based\b")
_KEEPS_PLACE = re.compile(
    r"(?:mayor|governor|archbishop|bishop|patriarch|cardinal|ambassador\s+to|expert|specialist|"
    r"candidate|rapporteur|envoy|winner|laureate)\b[^,]*\Z",
    re.IGNORECASE,
)


_OF = frozenset(("of", "at", "for", "with", "to"))


class Role(NamedTuple):
    role: str | None = None
    organisation: str | None = None
    country: str | None = None


# "formerly of the OSCE" tells a house, and no office.
_WAS_OF = re.compile(
    r"\A\s*(?:formerly|previously|currently|now)\s+(?=(?:of|at|with)\s)", re.IGNORECASE
)


def trim(written: str) -> str:
    """The words beside a name without those on its part in the episode (“and our next guest”)."""
    return _AND_GUEST.sub("", written).strip(" ,;")


def holds_office(words: str) -> bool:
    """Whether a clause tells an office or a house: “who chairs the committee”, “who works at X”."""
    return _held(words) is not None or _AT_WORK.match(words) is not None


def _held(words: str) -> str | None:
    match = _HOLDS.search(_WHO_IS.sub("who is ", words))
    if match is None or (match["verb"] and match["verb"] not in _OFFICE_OF):
        return None
    what = _CLAUSE_ENDS.split(match["what"], maxsplit=1)[0]
    if match["verb"]:
        return f"{_OFFICE_OF[match['verb']]} of {what}"
    return what if looks_like_role(what) else None


def split(written: str) -> Role:
    """Role, organisation and country of the words beside a name; several are joined by “; ”."""
    return Role(*(works.show(one) if one else None for one in _split(works.hide(written))))


def _split(written: str) -> Role:
    text = _bare(trim(_DEGREES.sub("", _NOTE.sub("", written))))
    formerly = ""
    text = _WHO_IS.sub("who is ", text)
    match, relative = _FORMERLY.search(text), _RELATIVE.search(text)
    if match and relative and relative.start() >= match.start():
        text, formerly = text[: match.start()], text[match.end() :]
    held = _held(text)
    if held is None and (at_work := _AT_WORK.match(text)):
        return _split_one(at_work["house"])
    home = _home(text)
    text = _RELATIVE.sub("", text)
    pieces = [*_pieces(text), *([held] if held else [])]
    parts = [_split_one(_WAS_OF.sub("", piece)) for piece in pieces]
    if formerly:
        past = _split_one(_RELATIVE.sub("", formerly).strip(" ,;."))
        parts.append(past._replace(role=f"formerly {past.role}" if past.role else None))
    return Role(
        "; ".join(dict.fromkeys(part.role for part in parts if part.role)) or None,
        "; ".join(dict.fromkeys(part.organisation for part in parts if part.organisation)) or None,
        next((part.country for part in parts if part.country), home),
    )


def _home(text: str) -> str | None:
    """The country where somebody, or their house, is based."""
    based = _BASED_IN.search(text)
    if based is None:
        return None
    return places.country(based["country"]) if based["country"] else places.CAPITALS[based["city"]]


def _bare(words: str) -> str:
    """Without what stands around; “Wells, U.S.” keeps its stop."""
    words = words.strip(" ,;.–—-")
    return f"{words}." if _INITIALS.search(words) else words


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
        elif match["gap"].startswith(", ") and describes_organisation(after):
            country = _LAST_COUNTRY.search(after)
            pieces[-1] += before + (country[0] if country else "")
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
        return not describes_organisation(after) and not re.search(r"\b(?:of|for)\Z", before)
    if re.match(
        r"(?:former|formerly|ex-|previously|currently|current|now)\b", clause, re.IGNORECASE
    ):
        office_of = re.match(r"\w+\s+(?:[\w-]+\s+){1,2}?(?:of|at)\s+the\s", clause)
        if _WAS_OF.match(clause):
            return True
        return PREPOSITION.search(before) is not None or bool(
            office_of and not has_comma and lexicon.is_role_noun(before.split()[-1])
        )
    # "President of Latvia and Nobel Prize laureate"
    is_prize = re.search(r"\b(?:laureate|winner|recipient|holder)\Z", clause) is not None
    if is_prize and PREPOSITION.search(before):
        return not _open_subject(before)
    # "professor at Wells, and RDC Member"
    is_short = len(words) <= 3 and words[0].isupper() and lexicon.is_role_noun(words[-1])
    if is_short and PREPOSITION.search(before):
        return not _open_subject(before)
    # "judge of the Wells Court and political prisoner": no house goes on in small letters
    is_small = len(words) <= 4 and all(map(str.islower, words)) and lexicon.is_role_noun(words[-1])
    if is_small and _IN_NAME.search(before):
        return not _open_subject(before)
    # "Director of X and deputy member of Y": both have what they are of.
    joint = next((i for i, word in enumerate(words) if word in _OF), 99)
    own = 0 < joint < 5 and lexicon.is_role_noun(words[joint - 1])
    if own and has_comma and is_proper(" ".join(words[joint + 1 :])):
        return not _open_subject(before)
    return own and bool(PREPOSITION.search(before)) and not _open_subject(before)


# "… of the Wells Court", "… of Chile"
_IN_NAME = re.compile(
    r"\s(?:of|at|for|in|from|with)\s+(?:the\s+)?(?:[A-ZÀ-Ž0-9(][\w’'().&-]*\s+(?:(?:of|for|the|and|de)\s+)*)*"
    r"[A-ZÀ-Ž(][\w’'().&-]*\Z"
)


def _open_subject(before: str) -> bool:
    match = re.search(r"\b(?:Minister|Secretary|Professor)\s+(?:of|for)\s+(?P<of>\S+)\Z", before)
    return match is not None and match["of"] not in places.COUNTRIES


def describes_organisation(after: str) -> bool:
    """“, a bilingual Chinese news website”: about the organisation before, not the person."""
    match = re.match(r"(?:the|a|an|one\s+of)\s+(?P<phrase>[^,;]+)", after)
    if not match:
        return False
    words = re.split(
        r"\s+(?:of|for|in|at|to|that|who|which|with|from|dedicated|based)\s+", match["phrase"]
    )
    heads = words[0].lower().split()
    return bool(heads) and not lexicon.is_role_noun(heads[-1]) and (
        heads[-1].removesuffix("s") in lexicon.NOT_PERSON_NOUNS or match[0].startswith("one")
    )  # fmt: skip


def _split_one(piece: str) -> Role:
    text, years = _take_years(_bare(piece))
    while match := _DETERMINER.match(text):
        text = text[match.end() :]
    text = _ITS.sub("", text)
    body = None if HOUSE_OF_OFFICE.search(text) else _OFFICE_OF_BODY.fullmatch(text)
    if body and lexicon.is_role_noun(text.split()[-1]) and not looks_like_role(body["house"]):
        return Role(body["role"], body["house"])
    lettered = _OF_LETTERED.fullmatch(text)
    if lettered and lexicon.is_role_noun(lettered["role"].split()[-1]):
        capitals = "".join(word[0] for word in lettered["house"].split() if word[0].isupper())
        if capitals == lettered["short"]:
            return Role(lettered["role"], lettered["house"])
    if _KIN_OF.fullmatch(text):
        return Role(text)
    country: str | None = None
    text, country = _take_people(text)
    whose = _POSSESSIVE.match(text)
    if whose and _HOLDS_OFFICE.search(whose["whose"]):
        # "Director of the Wells Library and Lis’s former secretary": the first office alone
        text, whose = whose["whose"].rpartition(" and ")[0] or text, None
    if whose and is_about_person(whose["rest"]):
        text = whose["rest"]
        country = places.country(whose["whose"]) or country
    if based := _CITY_BASED.search(text):
        city = based[0].removesuffix("-based")
        country = country or places.CAPITALS.get(city) or places.country(city)
        text = text[: based.start()] + text[based.end() :].lstrip() if based.start() else text
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
        belongs = re.search(r"\s(?:of|at|for)\s+(?:the\s+)?[A-Z].*[^)]\Z", before)
        if not inside or not (belongs or _KEEPS_PLACE.search(before)):
            country = places.country(match["country"]) or country
            text = text[: match.start()]
    elif (match := _OF_COUNTRY.search(text)) and not _is_inside_name(text[: match.start()]):
        country = places.country(match["country"]) or country
        text = text[: match.start()] + (match["rest"] or "")
    role: str | None = text
    organisation: str | None = whose["whose"] if whose else None
    if whose is None or text != whose["rest"] or places.country(whose["whose"]):
        role, organisation = split_organisation(text)
    if organisation:
        if match := OF_COUNTRY_HOUSE.match(organisation):
            country = country or places.country(match["country"])
            organisation = organisation[match.end() :]
        organisation, from_people = name_behind_kind(organisation)
        country = country or from_people
    bracket = _HOUSE_IN_BRACKETS.fullmatch(role or "") if organisation is None else None
    if bracket and not _abbreviates(bracket["house"], bracket["role"]):
        role, organisation = bracket["role"], bracket["house"]
    if role and organisation is None and (of_house := before_office(role)):
        role, organisation = of_house
    role = re.sub(r"(?<=s)['’´](?=\s)", "", role.strip(" ,;.")) if role else None
    return Role(f"{role} {years}".strip() if role else None, organisation, country)


def _abbreviates(short: str, words: str) -> bool:
    """Whether “RO” are the letters of “Rain Office”."""
    return "".join(word[0] for word in words.split() if word[0].isupper()).endswith(short)


def _take_years(text: str) -> tuple[str, str]:
    """“Chairman of X from 2015 to 2018”: the years belong to the role, not to the house."""
    match = _YEARS.search(text)
    return (text[: match.start()], match["years"]) if match else (text, "")


def _take_people(text: str) -> tuple[str, str | None]:
    """“former Polish ombudsman” -> “former ombudsman”, Poland."""
    before = _FORMER.match(text)
    at = before.end() if before else 0
    match = _PEOPLE.match(text, at)
    if not match or match["joint"]:
        return text, None
    rest = text[match.end() :]
    if not is_about_person(rest):
        return text, None
    return text[:at] + rest, places.PEOPLES[match["people"]]


def _is_inside_name(before: str) -> bool:
    """“President of the University of Georgia”: the country belongs to the organisation."""
    last = re.search(r"\s(?:of|at|for)\s+(?:the\s+)?(?P<tail>[A-Z][^,]*)\Z", before)
    if not last:
        return False
    words = re.findall(r"[\w’'-]+", last["tail"].lower())
    # "of the Academy of Sciences of Ukraine"
    is_learned = not {"academy", "university", "college", "institute"}.isdisjoint(words)
    return bool(words) and (words[-1] in lexicon.ORGANISATION_WORDS or is_learned)
