"""Names of people in running text: which capital letters are somebody."""

from __future__ import annotations

import re
from typing import NamedTuple

from .. import names
from . import lexicon, places

_TOKEN = re.compile(r"(?<!\w)[^\W\d_](?:[^\W\d_]|[-’'´ʼ‘`.](?=[^\W\d_]))*\.?")
# William “Bill” Browne, Aleksandr (Sasha) Petrov, Elisabeth “Lisl” von Berg
NICKNAME_FOLLOWS = (
    r"(?:[^\W\d_a-z]|(?:v[ao]n|de|del|della|di|da|dos?|al|el|bin|ibn|ben|ter|ten|zu|af|le|la) )"
)
_NICKNAME_OPENS = re.compile(
    rf" (?:[“\"„«‘'](?=[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*)?[”\"“»’'] {NICKNAME_FOLLOWS})|"
    rf"\((?=[^\W\d_a-z][^\W\d_]*[a-z][\w’'-]*\) {NICKNAME_FOLLOWS}))"
)
_NICKNAME_CLOSES = re.compile(r"[”\"“»’')] ")
_POSSESSIVE = re.compile(r"(?:['’´]s|s['’´])\Z")
_MOST_WORDS = 7
_LONGEST_LEAD = 40
_BARRED = lexicon.ORGANISATION_WORDS | lexicon.COMMON_WORDS
_TITLES = lexicon.TITLE_WORDS | lexicon.ROLE_ADJECTIVES


# "I’m Jane Doe"
_CONTRACTED = re.compile(
    r"(?:I|We|You|They|He|She|It|That|There|Here|Who|What)['’](?:m|s|re|ve|ll|d)"
)
# "Quays.example"
_SITE = re.compile(r"[^\W\d_][\w-]{2,}\.[^\W\d_]{2,}")
# Surnames, too, but not in the middle of a name: "Wells Mayor Jane Doe"
_ALSO_OFFICES = frozenset(("Mayor", "Chancellor", "Judge"))
# "Mending Ropes": what a title is on
_GERUND = re.compile(r"(?!Sterling|Irving)[A-Z][a-z]{3,}ing")
# "editor of the weekly Wells Vera Malá"
_OF_PAPER = re.compile(r"\b(?:daily|weekly|monthly|newspaper|magazine|think[ -]tank|NGO)\s+\Z")
# "Minister of Ports Vera Malá"
_MINISTER_OF = re.compile(r"\b(?:Minister|Secretary|Commissioner)\s+(?:of|for)\s+(?:the\s+)?\Z")


# "member of the Rain Council Vera Malá"; institutes are named after people, these are not
BODIES = "Council|Committee|Board|Assembly|Parliament|Commission|Congress|Senate|Bundestag|Sejm|Duma|Cabinet"
_OF_THE = re.compile(r"\b(?:of|in|at)\s+the\s+(?:[\w’'.&-]+\s+){0,3}\Z")


class NameSpan(NamedTuple):
    """A name at ``start``–``end``; its honorific stands before ``start``.

    ``sure`` is false where its last word is also an ordinary one (“Samantha Power”).
    """

    text: str
    start: int
    end: int
    honorific: str | None
    sure: bool


class _Token(NamedTuple):
    text: str
    start: int
    end: int


def find(text: str) -> list[NameSpan]:
    """Every full name (two words or more) in ``text``, in order."""
    spans: list[NameSpan] = []
    for run in _runs(text):
        span = _name_of(run, text)
        if span and not _is_shortened(span, text):
            spans.append(span)
    return spans


def _is_shortened(span: NameSpan, text: str) -> bool:
    """“(Ministry of Ports and) Urban Rivers (MPUR)”: the capitals in brackets are of a house."""
    capitals = re.match(r"\s\((?P<short>[A-Z][A-Z-]{2,9})\)", text[span.end :])
    short = capitals["short"].replace("-", "") if capitals else ""
    initials = "".join(word[0] for word in re.split(r"[\s-]", span.text) if word)
    return short.endswith(initials) and len(short) > len(initials)


def is_likely(span: NameSpan) -> bool:
    """Whether a span is sure, or ends with a trade that people bear as a surname: “Turner”."""
    return span.sure or span.text.split()[-1].lower() in lexicon.SURNAMES


def is_name(text: str) -> bool:
    """Whether ``text`` as a whole is the name of a person, honorific or not."""
    spans = find(text)
    return len(spans) == 1 and spans[0].end == len(text) and spans[0].sure and (
        spans[0].start == 0 or spans[0].honorific is not None
    )  # fmt: skip


def _runs(text: str) -> list[list[_Token]]:
    """Words that may belong to one name: capitals, with particles and initials between."""
    runs: list[list[_Token]] = []
    current: list[_Token] = []
    in_nickname = False
    for match in _TOKEN.finditer(text):
        if not current and match[0].islower():
            # Most words are no names and end no run: not worth a closer look.
            continue
        token = _token(match)
        gap = text[current[-1].end : token.start] if current else ""
        opens = len(gap) == 2 and _NICKNAME_OPENS.match(text, token.start - 2) is not None
        closes = in_nickname and _NICKNAME_CLOSES.fullmatch(gap) is not None
        is_article = token.text == "t" and gap in (" '", " ’")  # "van 't Hoff"
        adjoins = gap == " " or opens or closes or is_article
        in_nickname = opens or (in_nickname and gap == " ")
        if current and not adjoins:
            runs.append(current)
            current = []
        if is_capital(token.text) or in_nickname or (
            current and (_is_particle(token.text) or is_article or _is_suffix(token.text))
        ):  # fmt: skip
            current.append(token)
            if _POSSESSIVE.search(token.text):
                runs.append(current)
                current = []
        elif current:
            runs.append(current)
            current = []
    return [*runs, current] if current else runs


def _token(match: re.Match[str]) -> _Token:
    word = match[0]
    bare = word.rstrip(".")
    is_initial = re.fullmatch(r"(?:[^\W\d_]\.)*[^\W\d_]", bare) is not None  # "J.", "C.E."
    keeps_stop = is_initial or names.honorific(word) or bare.lower() in names.SUFFIXES
    if word.endswith(".") and not keeps_stop and bare not in ("St", "Ph.D"):
        return _Token(bare, match.start(), match.start() + len(bare))
    return _Token(word, match.start(), match.end())


def is_capital(word: str) -> bool:
    """Whether a word is written like a name: “Malá”, “al-Assad”, “J.”, but not “OSCE”."""
    if word[0].isupper():
        bare = word.rstrip(".")
        is_acronym = len(bare) > 1 and bare.isupper() and "-" not in bare
        are_initials = (
            re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]?", bare) and word not in places.PEOPLES
        )
        if _SITE.match(bare):
            return False
        return not is_acronym or bool(are_initials) or bare.lower() in names.SUFFIXES
    # "al-Assad", "d'Estaing": the particle is tied to its name.
    return re.match(r"(?:[a-z]{1,3}[-’'])[^\W\d_]", word) is not None and any(
        map(str.isupper, word)
    )


def _is_particle(word: str) -> bool:
    return word in names.PARTICLES


def _is_suffix(word: str) -> bool:
    """“Anna Malá jr.”"""
    return word.rstrip(".").lower() in names.SUFFIXES


def _name_of(run: list[_Token], text: str) -> NameSpan | None:
    tokens = list(run)
    if _POSSESSIVE.search(tokens[-1].text):
        last = tokens[-1]
        tokens[-1] = _Token(_POSSESSIVE.sub("", last.text), last.start, last.end - 2)
        if tokens[-1].text.lower() in places.WORDS or tokens[-1].text in places.COUNTRIES:
            return None
    titles: list[str] = []
    before = text[max(0, tokens[0].start - _LONGEST_LEAD) : tokens[0].start]
    if len(tokens) > 2 and (_MINISTER_OF.search(before) or _OF_PAPER.search(before)):
        tokens = tokens[_subject_words(tokens) :]
    if len(tokens) > 2 and _OF_THE.search(before):
        tokens = tokens[_body_words(tokens) :]
    tokens = tokens[max(_office_words(tokens), _addressed_from(tokens)) :]
    while tokens:
        word = tokens[0].text
        title = names.honorific(word)
        if title and len(tokens) > 1:
            titles.append(title)
        elif not _leads_up(word, len(tokens)):
            break
        tokens.pop(0)
    while tokens and (_is_particle(tokens[-1].text) or _is_office(tokens[-1].text)):
        tokens.pop()
    if not 2 <= len(tokens) <= _MOST_WORDS or _is_particle(tokens[0].text):
        return None
    if not all(
        _may_be_name(token.text) or _is_particle(token.text) or _is_one_of_initials(tokens, at)
        for at, token in enumerate(tokens[:-1])
    ):
        return None
    last_word = tokens[-1].text.lower()
    if last_word in lexicon.ORGANISATION_WORDS or (len(last_word) == 1 and len(tokens) == 2):
        return None  # "Denník N": an initial has its stop
    joined = text[tokens[0].start : tokens[-1].end]
    if joined in places.COUNTRIES or joined in places.CAPITALS or joined in places.PEOPLES:
        return None
    if all(len(token.text.rstrip(".")) == 1 for token in tokens):
        return None
    if all(
        lexicon.is_role_noun(one.text) or one.text.lower() in lexicon.TITLE_WORDS for one in tokens
    ):
        return None  # "Major General"
    is_word = last_word in lexicon.COMMON_WORDS | lexicon.SURNAMES | lexicon.SUBJECTS
    sure = (
        not (is_word or _GERUND.fullmatch(tokens[0].text)) and tokens[-1].text not in places.WORDS
    )
    return NameSpan(joined, tokens[0].start, tokens[-1].end, " ".join(titles) or None, sure)


def _is_one_of_initials(tokens: list[_Token], at: int) -> bool:
    """Whether an “A” stands beside another letter, as in “Ida A F Brun” and not in “Dig A Well”."""
    beside = (tokens[at - 1], tokens[at + 1])
    return len(tokens[at].text) == 1 and at > 0 and any(len(one.text) == 1 for one in beside)


def _office_words(tokens: list[_Token]) -> int:
    """How many words of “Records Officer Vera Malá” are her office."""
    ends = [
        at
        for at, token in enumerate(tokens[:-2])
        if at and (_is_office(token.text) or token.text in _ALSO_OFFICES)
    ]
    return ends[-1] + 1 if ends else 0


def _addressed_from(tokens: list[_Token]) -> int:
    """Where the name begins in “Member of the Sejm Prof. Jan Malý”: with its form of address."""
    titles = [
        at
        for at, token in enumerate(tokens[:-2])
        if at and token.text.endswith(".") and names.honorific(token.text)
    ]
    return titles[0] if titles else 0


def _body_words(tokens: list[_Token]) -> int:
    """How many words of “Rain Council Vera Malá” are the body she is a member of."""
    ends = [at for at, token in enumerate(tokens[:-2]) if token.text in BODIES.split("|")]
    return ends[-1] + 1 if ends else 0


def _subject_words(tokens: list[_Token]) -> int:
    """How many words of “Ports Vera van Malá” say what she is minister of."""
    first = len(tokens) - 1
    while first > 1 and _is_particle(tokens[first - 1].text):
        first -= 1
    return first - 1


def _is_office(word: str) -> bool:
    return lexicon.is_role_noun(word) and word.lower() not in lexicon.SURNAMES


def _leads_up(word: str, left: int) -> bool:
    """Words before a name: offices, peoples, what opens a sentence."""
    lower = word.lower()
    if left <= 2 and lower in ("dean", "young", "judge", "major", "marshal"):
        return False
    return (
        lower in _TITLES
        or _CONTRACTED.fullmatch(word) is not None
        or lower in lexicon.COMMON_WORDS
        or (left > 2 and lower in lexicon.SUBJECTS)
        or lexicon.is_role_noun(lower)
        or word in places.WORDS
    )


def _may_be_name(word: str) -> bool:
    lower = word.lower()
    if "-" in lower and all(part in _BARRED for part in lower.split("-")):
        return False  # "Post-Prize"
    return not (lower in _BARRED or lexicon.is_role_noun(lower) or word in places.WORDS)
