"""Lists in which people are introduced: “A, the director of X, and B, a poet from Y”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .. import names
from . import affiliations, lexicon, naming, offices, places, roles, sharing, works
from .draft import Person
from .naming import NameSpan

# "of Lakeside University showed …": the capitals are the house, the rest is the sentence.
_HOUSE_ALONE = re.compile(
    r"\s+(?:of|from|at)\s+(?:the\s+)?[A-ZÀ-Ž][\w’'.&-]*"
    r"(?:\s+(?:(?:of|for|the|and|in|on|&|de|la)\s+)*[A-ZÀ-Ž(][\w’'.&)-]*)*(?=\s+[a-z]+(?:ed|s|t|w|k)\b)"
)
_HOUSE_BEFORE = re.compile(r"\b(?P<noun>[\w-]+)\s+(?:of|at|for|from|with|in)\s+(?:the\s+)?\Z")
_OFFICE_HELD = re.compile(
    r"(?:(?:the|a|an|our)\s+)?(?:former|formerly|chief|then|late|retired|acting|deputy|outgoing)\s+"
    rf"(?:(?:{places.PEOPLE})\s+)?\Z",
    re.IGNORECASE,
)
# "moderated by Radio Wells’ Jane Doe"
_HOUSE_OF = re.compile(
    r"(?:\A|(?<=by )|(?<=and )|(?<=, )|(?<=with ))"
    r"(?P<house>[A-ZÀ-Ž](?:['’](?=[A-Z]))?[\w.&-]*(?:\s+(?:of\s+|the\s+)*[A-ZÀ-Ž0-9][\w.&-]*){0,4})"
    r"(?:['’´]s|(?<=s)['’´])\s+\Z"
)
# "and Jan Kos’s sister-in-law Jane Doe"
_KIN_OF = re.compile(
    r"(?:\A|(?<=and )|(?<=, )|(?<=with ))(?P<whose>[A-ZÀ-Ž][^,;:()]{2,60}?)(?:['’´]s|(?<=s)['’´])\s+"
    rf"{lexicon.KIN}\s+\Z"
)
_SHORT = re.compile(r"\s*\([A-Z]{2,8}\)")  # "(NIH)"
# "and NASA Jane Doe": whose she is, and no office
_HOUSE_SHORT = re.compile(r"(?:\A|,\s|\band\s)(?P<house>[A-Z]{3,6}\s)\Z")
# "A, of Open Wells, …"
_OF_HOUSE = re.compile(r",\s+(?:of|from|at)\s+(?:the\s+)?[A-ZÀ-Ž0-9]")
# "A, ‘agile veteran,’ from X": what somebody is called, and no office
_NICKNAME = re.compile(r"\A(?:‘[^’]{2,40}’|“[^”]{2,40}”|\"[^\"]{2,40}\"),?\s*")
_LONGEST_LIST = 1500
# "A, who leads it with B, (spoke)": what the clause names is no further item
_IN_CLAUSE = re.compile(r",\s+(?:who|whose)\s+[^,;]*\bwith\s*\Z")
_AFTER_NAME = re.compile(
    r"\A(?:\s*\Z|\s*[,;:.?!(–—]|\s+-\s|\s+(?:and|as well as|together with|along with|from|of|who|at|"
    r"is|are|was|were|will|has|have|join|talk|spoke|speak|discuss|explain|explore|about|on|in|to|"
    r"for|with|via|if|whether|why|how|what|this|last|today|here|now|(?:led|moderated|conducted) by)\b)"
)
# "Alfons Lis SJ, a Jesuit"
_ORDER = re.compile(r"\s+(?:[A-Z]{2,5}|CSsR)(?=\s*(?:[,;.(]|\Z))")
_GOES_ON = re.compile(
    r"(?:worked|served|joined|shared|told|explained|said|spoke|wrote|asked|answered|showed|came|"
    r"gave|gives)\b"
)
# "Hosted by A, our latest chat brings together B"
_OUR_EVENT_DOES = (
    r",\s+(?:our|this|today[’']s)\s+(?:(?:latest|new|newest|next|first|last|week[’']s)\s+)*(?:#\w+\s+)?"
    r"(?:[Cc]hat|[Ee]pisode|conversation|discussion|debate|interview|podcast|talk|programme|show)\s+"
    r"(?:[a-z]+s|brought|will)\b"
)
OPENS_SENTENCE = re.compile(_OUR_EVENT_DOES)
_END_OF_OBJECTS = re.compile(
    r",?\s+(?:to|who will|in order to)\s+(?:talk|discuss|explore|speak|share|learn|examine|explain|"
    r"hear|find|debate|reflect|analy[sz]e|look|answer|unpack|present|address|consider|help|tell|"
    r"assess|review|understand|dive|exchange|make|shed|comment|cover|go|see|ask)\b|"
    r",\s+an?\s+(?:[\w-]+\s+)?(?:panel|group|team|number)\s+of\s|"
    r",\s+(?:we|they|he|she|it)\b|,?\s+and\s+(?:answered|followed)\s+by\s|"
    rf"{_OUR_EVENT_DOES}|"
    r"\s+features\s|\s+also\s+[a-z]+(?:s|ed)\b|,\s+(?:included|includes|featured|features|drew|covered|focused|focuses|offered|brought)\b|"
    r",?\s+(?:about|regarding|concerning|on how|on what|on why|on whether|on the topic|for a|"
    r"as they|as he|as she|as we|in which|where|when|during|after|before|while|whereas|discuss(?:es|ed|ing)?|"
    r"talk(?:s|ed|ing)?|spoke|speaks?|explain(?:s|ed)?|explores?|explored|in this|in our|in a|"
    r"in the (?:latest|new|next|first|second|third|last(?! (?:\w+ )?(?:years|months|decades?)\b)|special))\b|"
    r",\s+on\s|"
    r"\s+on\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]\w+ \d)|\.\s*\Z|;\s*\Z"
)
# "A, a poet, visited Prague and (sat down with B)"
_CAME = re.compile(
    r",?\s+(?:visited|arrived|came|returned|travell?ed|stopped|accepted)\b.*\Z", re.DOTALL
)
_TRAILING = re.compile(
    r"[\s,;]*(?:\b(?:have|has|had|who|recently|also|kindly|all|both|then|will|they|with|and|were|was|are|"
    r"is|as guests?|today)\b[\s,]*)*\Z"
)


@dataclass(frozen=True, slots=True)
class Introduction:
    """A name with the words that say who this is, empty where there are none."""

    span: NameSpan
    words: str
    as_written: str = ""
    #: The office that stands before the name; it is the beginning of the words.
    office: str = ""

    def as_person(self) -> Person:
        """The person, role taken apart."""
        words = _NICKNAME.sub("", self.words)
        role = roles.split(words) if words else roles.Role()
        return Person(
            self.span.text,
            self.span.honorific,
            role.role,
            role.organisation,
            role.country,
            works.show(roles.trim(self.as_written or self.words)) or None,
        )


def read_list(text: str, *, is_object: bool) -> list[Introduction]:
    """The people whom ``text`` introduces, in order.

    ``is_object``: the list follows a verb (“hosted A, B …”), so its end must be found; otherwise
    it stands before one and ends with ``text``.
    """
    # Nobody introduces guests for longer; without a limit, rubbish would take minutes.
    text = _until_end(text[:_LONGEST_LIST]) if is_object else text[-_LONGEST_LIST:]
    items = _items(text, is_object=is_object)
    found: list[Introduction] = []
    for number, (span, pre) in enumerate(items):
        end = len(text)
        if number + 1 < len(items):
            following, following_pre = items[number + 1]
            end = _start(text, following) - len(following_pre)
        after = text[span.end : end]
        words = _words_after(after, is_last=number + 1 == len(items), is_object=is_object)
        words = _without_others(words)
        as_written = f"{pre}{text[span.start : span.end]}, {words}" if pre and words else ""
        if pre and not words:
            as_written = pre + span.text
        bare = re.sub(r"\A(?:and|with|guests?|our)\s+", "", pre.strip(" ,"))
        if house_of := _HOUSE_OF.fullmatch(f"{bare} "):
            bare, words = "", words or f"of {house_of['house']}"
        elif _HOUSE_SHORT.fullmatch(f"{bare} ") and not lexicon.is_role_noun(bare):
            bare, words = "", words or f"of {bare}"
        joint = "; " if affiliations.looks_like_role(words.split(",")[0]) else ", "
        joint = " " if re.match(r"(?:of|at|from)\s", words) else joint
        joined = f"{bare}{joint}{words}" if bare and words else bare or words
        found.append(Introduction(span, joined, as_written, bare))
    return sharing.to_each(found, text)


def _without_others(words: str) -> str:
    """“director of X, Minister B”: what stands beside a name ends where somebody else begins."""
    if words.startswith("who "):
        # "who leads X with B"
        beside = (one.start for one in naming.find(words) if words[: one.start].endswith(" with "))
        if (start := next(beside, None)) is not None:
            return words[:start].removesuffix(" with ")
    for other in naming.find(words):
        before = words[: other.start].rpartition(", ")
        held = before[2].split()
        if other.sure and before[1] and held and lexicon.is_role_noun(held[-1]):
            return before[0]
    return words


def _until_end(text: str) -> str:
    match = _END_OF_OBJECTS.search(text)
    return text[: match.start()] if match else text


def _start(text: str, span: NameSpan) -> int:
    """Where the name begins, its honorific included."""
    before = text[: span.start]
    match = re.search(r"(?:(?:[^\W\d_][\w.]{0,11}\.?)\s+)\Z", before) if span.honorific else None
    while match and names.honorific(match[0].strip()):
        before = before[: match.start()]
        match = re.search(r"(?:(?:[^\W\d_][\w.]{0,11}\.?)\s+)\Z", before)
    return len(before)


def _items(text: str, *, is_object: bool) -> list[tuple[NameSpan, str]]:
    """Names that are members of the list, with the office written before each."""
    items: list[tuple[NameSpan, str]] = []
    for span in naming.find(text):
        start = _start(text, span)
        pre = offices.held_before(text[:start])
        held = _OFFICE_HELD.search(text[:start]) if span.honorific else None
        if held and offices.held_before(text[: held.start()]) == "":
            # "former Ambassador A": an office, and no form of address
            start, pre = span.start, text[held.start() : span.start]
            span = span._replace(honorific=None)
        if pre is None and (house_of := _HOUSE_OF.search(text[:start])):
            pre = text[house_of.start() : start]
        if pre is None and (kin := _KIN_OF.search(text[:start])) and naming.is_name(kin["whose"]):
            pre = text[kin.start() : start]
        if pre is None and (short := _HOUSE_SHORT.search(text[:start])):
            pre = short["house"]
        order = _ORDER.match(text, span.end)
        if pre is None or not _AFTER_NAME.match(text[order.end() if order else span.end :]):
            continue
        house = _HOUSE_BEFORE.search(text[:start])
        if not pre and house and lexicon.is_role_noun(house["noun"]):
            # "the founder of Clean Rivers"
            continue
        if items:
            between = text[items[-1][0].end : start - len(pre)]
            if not re.search(
                r"(?:,|;|&|\band(?: to| with| from)?|\bas well as|\bwith|\bplus)\s*\Z", between
            ):
                continue
            if _IN_CLAUSE.match(between) or _is_in_address(between, text[span.end :], span):
                continue
        if is_object and items and _is_house_alone(text, items[-1][0].end, start, pre, span):
            continue
        if not span.sure and not (pre or _has_words_after(text[span.end :])):
            continue
        items.append((span, pre))
    return items


def _is_house_alone(text: str, last_end: int, start: int, pre: str, span: NameSpan) -> bool:
    """“moderated by A, Deník Východ.”: nobody ends a list without “and”."""
    is_last = not text[span.end :].strip(" .")
    return is_last and not pre and not span.honorific and text[last_end:start].strip() == ","


def _is_in_address(between: str, after: str, span: NameSpan) -> bool:
    """“A, Voluntad Popular, Venezuela”: capitals right behind a name that has no words yet."""
    address = re.match(rf",\s+(?:the\s+)?(?:{places.COUNTRY})\b", after)
    if address and re.search(
        r"\s(?:at|of|for|with|from|in)\s+(?:the\s+)?[A-ZÀ-Ž][^,;]*,\s*\Z", between
    ):
        # "fellow at the Institute of Sociology, Academia Sinica, Taiwan"
        return True
    if between.strip() != ",":
        is_told = _has_words_after(after) and (span.sure or not _SHORT.match(after))
        return re.search(r"\b(?:of|for|at|the)\s+[^,;()]*\band\s*\Z", between) is not None and not (
            is_told or span.honorific
        )
    return address is not None


def _has_words_after(after: str) -> bool:
    if re.match(
        r"\s*\(|\s+(?:from|of|–|—|-)\s|,\s+(?:his|her|their|our)\s", after
    ) or _OF_HOUSE.match(after):
        return True
    match = re.match(r",\s+(?P<segment>[^,;]+)", after)
    return bool(match) and affiliations.looks_like_role(match["segment"] if match else "")


def _words_after(after: str, *, is_last: bool, is_object: bool) -> str:
    after = _ORDER.sub("", after, count=1) if _ORDER.match(after) else after
    bracket = re.match(r"\s*\((?P<inside>[^()]+)\)", after)
    if bracket:
        inside = bracket["inside"].strip()
        behind = re.match(r",\s+(?P<words>[^,;]+)", after[bracket.end() :])
        if behind is None or not affiliations.looks_like_role(behind["words"]):
            return inside
        # "A (South Africa), director of X": what stands behind is told as well.
        told = _words_after(after[bracket.end() :], is_last=is_last, is_object=is_object)
        return told if inside.islower() else f"{told}, {inside}"
    if re.match(r"\s+(?:is|are|was|were|will|has|have|join|talk|spoke|speak|discuss|expl|about|on|"
                r"in|to|for|with|via)\b", after):  # fmt: skip
        return ""
    if dashed := re.match(r"\s+[–—]\s+(?P<inside>[^–—]{3,160}?)\s+[–—](?:[\s,]|\Z)", after):
        return dashed["inside"].strip()
    if is_last and is_object:
        after = _whole_segments(after)
    if is_last and not is_object:
        after = _CAME.sub("", after)
    after = _TRAILING.sub("", after)
    if not re.match(r"\s*[,;:(–—-]|\s+(?:of|from|at)\s", after):
        return ""  # "A gave this": no words on A
    words = re.sub(r"\A\s*[,;:–—-]*\s*", "", after).strip(" ,;")
    return "" if _GOES_ON.match(words) else words


def _whole_segments(after: str) -> str:
    """As much as still says who somebody is: up to the first clause that goes on otherwise."""
    after = (
        re.split(r"(?<![A-Z])(?<!St)(?<!Mt)\.\s|\s[–—]\s|:\s", after, maxsplit=1)[0]
        if after
        else after
    )
    if not re.match(r"\s*[,(–—-]|\s+(?:from|of|at)\s", after):
        return ""
    if house := _HOUSE_ALONE.match(after):
        after = house[0]
    segments = re.split(r"(?=,\s)", after)
    kept = segments[0]
    for number, segment in enumerate(segments[1:], start=1):
        words = segment.lstrip(", ")
        is_first = not kept.strip(" ,")
        if is_first and (roles.holds_office(words) or _OF_HOUSE.match(segment)):
            kept += segment
            continue
        if is_first and number == 1 and not re.match(r"(?:we|they|he|she|it|who|the two)\b", words):
            if not (
                affiliations.looks_like_role(words) or words[:1].isupper() or _has_article(words)
            ):
                break
        elif _GOES_ON.match(words) or not (
            _continues(words)
            or roles.describes_organisation(words)
            or affiliations.looks_like_role(words.split(" and ")[0])
        ):
            break
        kept += segment
    return kept


def _has_article(words: str) -> bool:
    return re.match(r"(?:an?|the|his|her|their|former|formerly)\s", words) is not None


def _continues(words: str) -> bool:
    """“, Sinopsis”, “, Czech Republic”: the rest of an address."""
    if re.match(r"(?:from|at|of|in)\s+(?:the\s+)?[A-ZÀ-Ž]", words):
        return True
    bare = re.sub(r"\A(?:and\s+)?(?:the\s+)?", "", words)
    first = bare.split(" ", 1)[0] if bare else ""
    capitals = [word for word in bare.split() if word[0].isupper()]
    return bool(first) and first[0].isupper() and len(capitals) * 2 >= len(bare.split())
