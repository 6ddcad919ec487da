"""What an article says of its recording: when, with whom, shortened or not, in which language."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from .. import names
from ..errors import FormatError, excerpt
from ..errors import gettext_noop as _
from . import dates, lexicon, naming, sentences
from .affiliations import looks_like_role
from .draft import Partner, Problem, Relation

_WHAT = (
    r"(?:the |this |our |an? )?(?:[\w-]+ ){0,3}?(?:discussion|interview|conversation|chat|debate|talk|"
    r"panel|episode|video|recording|podcast|session|dialogue|programme|program|webinar|event|it)"
)
_RECORDED = re.compile(r"\b(?:pre-?)?(?:recorded|filmed|taped|shot|took place|natočen\w*)\b", re.I)
_PROVENANCE = re.compile(
    rf"\A{_WHAT}(?:\s+with[^.]{{3,80}}?)?\s+(?:was|were|is|has been|took)\b.*?\b(?:recorded|filmed|"
    rf"taped|shot|place|produced|moderated|hosted|organi[sz]ed|held|conducted|prepared|made|"
    rf"supported|funded|edited|shortened|abridged|subtitled|available)\b|"
    rf"\A(?:recorded|filmed|produced|moderated|organi[sz]ed|hosted|media partner|supported|"
    rf"in (?:cooperation|partnership) with)\b|"
    rf"\babridged\b|\bshortened version\b|\bmedia partners?\b",
    re.IGNORECASE | re.DOTALL,
)
_ABRIDGED = re.compile(
    r"\b(?:abridged|shortened|condensed|edited (?:version|for (?:length|clarity|brevity))|"
    r"cut version|shorter version|excerpts? (?:of|from) the (?:recording|discussion|interview))\b",
    re.IGNORECASE,
)
_OF_VERSION = re.compile(r"\b(?:version|recording|video|interview|discussion|chat|cut)\b", re.I)
_INVITES = re.compile(r"(?:watch|listen|see|find|play|the (?:full|whole|entire|complete))\b", re.I)
_ADDRESS = re.compile(r"https?://|\bwww\.|\byoutu\.be/|\b(?:youtube|vimeo)\.com/", re.IGNORECASE)
_NOT_ABRIDGED = re.compile(
    r"\b(?:not|never|un)\s*-?\s*(?:been )?(?:abridged|shortened)|unabridged", re.I
)
_LANGUAGES = (
    r"(?:English|Czech|Slovak|Ukrainian|Russian|Spanish|French|German|Polish|Hungarian|Arabic|"
    r"Chinese|Mandarin|Cantonese|Portuguese|Italian|Turkish|Persian|Farsi|Georgian|Armenian|"
    r"Kazakh|Belarusian|Romanian|Bulgarian|Serbian|Croatian|Bosnian|Slovenian?|Slovene|Lithuanian|"
    r"Latvian|Estonian|Finnish|Swedish|Norwegian|Danish|Dutch|Greek|Albanian|Macedonian|Hebrew|"
    r"Hindi|Urdu|Burmese|Thai|Vietnamese|Korean|Japanese|Tibetan|Uyghur|Indonesian|Malay|Swahili|"
    r"Azerbaijani|Uzbek|Kyrgyz|Tajik|Mongolian|Catalan|Amharic|Dari|Pashto|Kurdish)"
)
_LANGUAGE = re.compile(
    rf"\b(?:in|into|with)\s+(?:the\s+)?(?:\w+\s+)?{_LANGUAGES}\b(?!\s+(?!with|and|language|only|"
    rf"subtitles|captions|version|but|or|on|at|by)\w)|\b{_LANGUAGES}\s+(?:subtitles|captions)\b"
)
_LANGUAGE_VERB = re.compile(
    r"\b(?:held|conducted|recorded|filmed|speaks?|spoken|available|subtitles?|subtitled|captions?|"
    r"took place|is in|was in|language|led)\b",
    re.IGNORECASE,
)
_PARTNER_PHRASES: tuple[tuple[re.Pattern[str], Relation], ...] = (
    (
        re.compile(
            r"\b(?:in )?(?:close )?(?:cooperation|co-operation|partnership|collaboration) with\s+|"
            r"\b(?:co-?organi[sz]ed|co-?produced|organi[sz]ed together|produced together|"
            r"prepared together|jointly organi[sz]ed)\s+(?:by|with)\s+|"
            r"\b(?:organi[sz]ed|produced|prepared) (?:together |jointly )?with\s+(?!the support)",
            re.IGNORECASE,
        ),
        "in cooperation with",
    ),
    (re.compile(r"\bmedia partners?(?:\s+(?:is|was|are|were|of[^,.]*? (?:is|was)))?\s*:?\s+", re.I),
     "media partner"),
    (
        re.compile(
            r"\b(?:supported|funded|sponsored|financed|co-?funded|co-?financed|made possible) by\s+|"
            r"\bwith (?:the )?(?:kind |financial |generous )*(?:support|help|assistance|funding) "
            r"(?:of|from|by)\s+|\bthanks to the support of\s+",
            re.IGNORECASE,
        ),
        "funder",
    ),
    (re.compile(r"\b(?:co-?)?hosted by\s+", re.IGNORECASE), "host"),
)  # fmt: skip
_OF_EPISODE = re.compile(
    r"\b(?:chat|conversation|discussion|debate|interview|podcast|episode|series|panel|webinar|"
    r"session|event|recorded|recording|video|produced|organi[sz]ed|filmed|talk|dialogue|special|"
    r"summer|partners?)\b|#\w",
    re.IGNORECASE,
)
_END_OF_PARTNERS = re.compile(
    r",?\s+(?:and|but)\s+(?:was\s+)?(?:moderated|hosted|recorded|supported|funded|produced|led|with|in|"
    r"is|was|media)\b|"
    r",?\s+(?:moderated|hosted|recorded|supported|funded|on|as|within|during|to|who|which|where|we|"
    r"they|he|she|Mr|Ms|Mrs|Dr|media|with the|together with|features?|under|that|is|"
    r"was|has|had|discusses|talks|via)\b|;|"
    r"\.\s*\Z|(?<=[a-z)])\.\s|,\s+(?=[a-z])(?!the\s+[A-Z0-9À-Ž])|\s[–—(]"
)
_CAPITAL_START = re.compile(r"\A(?:the\s+|our\s+)?(?=[A-Z0-9À-Ž“\"])")


@dataclass(frozen=True, slots=True)
class Notes:
    """What the sentences of an article say of its making."""

    recorded_date: dt.date | None
    partners: tuple[Partner, ...]
    abridged: bool | None
    abridged_note: str | None
    language_note: str | None
    problems: tuple[Problem, ...]


def is_provenance(sentence: str) -> bool:
    """Whether a closing sentence speaks of the recording and not of the subject."""
    return (
        _PROVENANCE.search(sentence) is not None
        or is_language_note(sentence)
        or (_says_abridged(sentence) and _OF_VERSION.search(sentence) is not None)
        or (_INVITES.match(sentence) is not None and _ADDRESS.search(sentence) is not None)
    )


def is_language_note(sentence: str) -> bool:
    return bool(_LANGUAGE.search(sentence) and _LANGUAGE_VERB.search(sentence)) and (
        _OF_EPISODE.search(sentence) is not None or "ubtitle" in sentence or "aption" in sentence
    )


def read(closing: Sequence[str], others: Sequence[str]) -> Notes:
    """``closing``: the article's last sentences; ``others``: its other paragraphs."""
    problems: list[Problem] = []
    everything = [*closing, *(one.text for text in others for one in sentences.split(text))]
    abridged = next((one for one in closing if _says_abridged(one)), None)
    if abridged is None:
        abridged = next(
            (one for one in everything if _says_abridged(one) and _OF_EPISODE.search(one)
             and is_provenance(one)), None
        )  # fmt: skip
    language = next((one for one in everything if is_language_note(one)), None)
    partners: dict[str, Partner] = {}
    for sentence in everything:
        for partner in _partners(sentence, is_closing=sentence in closing):
            partners.setdefault(partner.name.casefold(), partner)
    return Notes(
        _recorded(everything, problems),
        tuple(partners.values()),
        True if abridged else None,
        abridged,
        language,
        tuple(problems),
    )


def _says_abridged(sentence: str) -> bool:
    return _ABRIDGED.search(sentence) is not None and not _NOT_ABRIDGED.search(sentence)


def _recorded(everything: Sequence[str], problems: list[Problem]) -> dt.date | None:
    unread: str | None = None
    for sentence in everything:
        for match in _RECORDED.finditer(sentence):
            around = sentence[match.start() : match.end() + 80]
            if match[0].lower() == "took place" and not _OF_EPISODE.search(
                sentence[: match.start()]
            ):
                continue
            try:
                found = dates.find(around)
            except dates.UnclearDate as error:
                unread = str(error)
                continue
            if found and re.search(r"(?:on|in|from|dne|,|:|\Z)?\s*\Z", around[: found[1]]):
                return found[0]
            if re.search(r"\bon\s+(?:\w+\s+)?(?:the\s+)?(?:\d|[A-Z]\w+ \d)", around):
                unread = around
    if unread:
        problems.append(
            Problem(
                "recorded_date",
                FormatError(
                    _(
                        "The day of the recording was not understood: “{words}”. "
                        "Write it with day, month and year, for example October 4, 2021."
                    ),
                    words=excerpt(unread),
                ),
            )
        )
    return None


def _partners(sentence: str, *, is_closing: bool) -> list[Partner]:
    if not is_closing and not _OF_EPISODE.search(sentence):
        return []
    found: list[tuple[int, Partner]] = []
    for pattern, relation in _PARTNER_PHRASES:
        for match in pattern.finditer(sentence):
            text = sentence[match.end() :]
            end = _END_OF_PARTNERS.search(text)
            text = text[: end.start()] if end else text
            for name in _split_names(text):
                if relation == "host" and (naming.is_name(name) or looks_like_role(name)):
                    continue  # "hosted by Jane Doe, the director of X"
                if names.honorific(name) or names.honorific(f"{name}."):
                    continue  # "hosted by Mgr. Jane Doe": a person, cut at the point
                found.append((match.start(), Partner(name, relation)))
    return [partner for _start, partner in sorted(found, key=lambda one: one[0])]


def _split_names(text: str) -> list[str]:
    """“X, the Y and Z” -> X, Y, Z; an “and” inside a name stays."""
    if not _CAPITAL_START.match(text):
        return []
    pieces: list[str] = []
    for part in re.split(r",\s+(?:and\s+)?", text.strip(" .,")):
        halves = part.split(" and ")
        current = halves[0]
        for half in halves[1:]:
            if _is_other_organisation(current, half):
                pieces.append(current)
                current = half
            else:
                current = f"{current} and {half}"
        pieces.append(current)
    cleaned = (re.sub(r"\A(?:the|our partner|our)\s+", "", one).strip(' .,“”"') for one in pieces)
    return [one for one in cleaned if one and (one[0].isupper() or one[0].isdigit())]


def _is_kind(name: str) -> bool:
    return name.split()[-1].strip(".,").lower() in lexicon.ORGANISATION_WORDS


def _is_other_organisation(before: str, after: str) -> bool:
    if after.startswith(("the ", "our ")):
        return True
    if not after[:1].isupper():
        return False
    bare = before.removeprefix("the ")
    if bare != before and " " not in bare and not bare.isupper() and _is_kind(after):
        # "the Memory and Conscience Platform"
        return False
    open_phrase = re.search(r"\s(?:of|for|on)\s[^,]*\Z", before) is not None
    words = re.findall(r"[\w’'-]+", after)
    if words and all(word.isupper() and len(word) > 1 for word in words):
        return True
    has_kind = any(word.lower() in lexicon.ORGANISATION_WORDS for word in words)
    if open_phrase:
        return has_kind and not all(
            word.lower() in lexicon.COMMON_WORDS | lexicon.ORGANISATION_WORDS for word in words
        )
    return True
