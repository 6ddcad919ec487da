"""Who said what: the speaker of each quotation, or nobody where the words leave a doubt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..errors import FormatError, excerpt
from ..errors import gettext_noop as _
from . import lexicon, pronouns, quotations, works
from .draft import Person, Problem, Quote
from .mentions import Mention, Mentions
from .quotations import Quotation
from .surroundings import Surroundings, look_around, sentence_start, speech_ends

_PRONOUN = re.compile(r"\b(?P<word>he|she|they)\b", re.IGNORECASE)
_POSSESSIVE_VIEW = re.compile(
    r"\b(?:in|according to)\s+(?P<word>his|her)\s+(?:own\s+)?(?:\w+\s+)?(?:view|words?|opinion|eyes|"
    r"experience|assessment|estimate)\b",
    re.IGNORECASE,
)
_NOT_SUBJECT = re.compile(
    r"\b(?:to|with|of|from|by|about|for|like|unlike|than|against|on|between|asked|told|after|"
    r"before|behind|via|versus|joined|meeting|meet|met)\s+(?:the\s+|our\s+)?\Z",
    re.IGNORECASE,
)
#: “…,” somebody added: words of a person without a name are never the guest's.
_NAMELESS = re.compile(
    r"(?:somebody|someone|one|another|an?|the|others?|some|many|several|people|critics|her|his)\s"
    r"(?P<words>(?:[a-z'’-]+\s?){1,7})"
)
_ACCORDING = re.compile(
    r"(?:\b(?:according to|for|as|in the words of|in the view of|in the opinion of|to quote|"
    r"quoting)\s+)\Z",
    re.IGNORECASE,
)
_NAMED_THING = re.compile(
    r"\b(?:called|titled|entitled|named|known as|so-called|term|terms|word|words|concept|notion|book|"
    r"film|song|slogan|motto|law|label|labelled|labeled|idea of|article|report|phrase|dubbed|"
    r"including|study|project|campaign|programme|program|as an?|an?|the|of|its|their|these|those|"
    r"this)\s*\Z",
    re.IGNORECASE,
)
_CALLS = re.compile(r"\bcall(?:s|ed)\s+\w+\s*\Z")
#: “It is so.” Dr. X said with a smile. – anything longer is the next sentence.
_MOST_WORDS_BEHIND = 6
_NEAR = 200  # characters before a name that tell whether it is the subject


class Attribution(NamedTuple):
    speaker: str | None
    # Why there is none: a sentence for the editor, or nothing where the words are no quotation.
    doubt: FormatError | None = None
    is_quote: bool = True


def _open(doubt: str, **params: object) -> Attribution:
    """Words of nobody for certain."""
    return Attribution(None, FormatError(doubt, **params))


class Attributor:
    """Reads the quotations of one article, paragraph by paragraph, in order."""

    def __init__(
        self, guests: Sequence[Person], hosts: Sequence[Person], paragraphs: Sequence[str] = ()
    ) -> None:
        self._guests = list(guests)
        self._people = [*guests, *hosts]
        self._mentions = Mentions(self._people)
        self._gender = pronouns.of_people(self._people, self._mentions, paragraphs)
        self.problems: list[Problem] = []
        self._slips: set[str] = set()

    def read(self, paragraph: str, heading: str | None, following: str = "") -> tuple[Quote, ...]:
        """The quotations of ``paragraph``; ``following`` is the next one, it may name the speaker."""
        mentions = self._mentions.find(paragraph)
        self._note_slips(mentions)
        found = quotations.find(paragraph)
        quotes: list[Quote] = []
        previous: tuple[Quotation, str | None] | None = None
        for around in look_around(paragraph, found, mentions):
            quotation = around.quotation
            if works.is_work(quotation.text, around.lead):
                continue
            given = self._speaker(around, previous, following)
            if not given.is_quote:
                continue
            if given.speaker is None:
                self._doubt(quotation, given.doubt)
            elif not quotation.is_whole:
                self._add(
                    "quotes",
                    _("One quotation mark of “{words}” is missing: check where the quote ends."),
                    words=excerpt(quotation.text),
                )
            quotes.append(Quote(given.speaker, quotation.text, heading))
            previous = (quotation, given.speaker)
        return tuple(_same_breath(quotes, found, paragraph))

    def read_item(self, item: str, heading: str | None) -> tuple[Quote, ...]:
        """The quotations of a list's item whose speaker is certain; items quote titles as well."""
        before = list(self.problems)
        found = self.read(item, heading)
        said = tuple(quote for quote in found if quote.speaker)
        if len(said) < len(found):
            self.problems = before
        return said

    def _speaker(
        self,
        around: Surroundings,
        previous: tuple[Quotation, str | None] | None,
        following: str,
    ) -> Attribution:
        readings = [self._after, self._before]
        if around.is_led_up_to:
            readings.reverse()
        for reading in readings:
            if attribution := reading(around):
                return attribution
        if previous and previous[1] and around.follows(previous[0]):
            return Attribution(previous[1])
        if around.is_alone:
            return self._alone(following)
        if not around.reads_as_speech:
            return Attribution(None, is_quote=False)
        return _open(_("nobody is named who says it"))

    def _after(self, around: Surroundings) -> Attribution | None:
        """“…,” Dr. X warned. / “…”, says Dr. X / “…,” she added."""
        tail = around.tail
        if around.tail_leads_on:
            return None
        stripped = tail.lstrip(" ,.;–—-")
        is_over = around.quotation.text.endswith((".", "!", "?", "…")) and stripped[:1].isupper()
        offset = around.quotation.end + len(tail) - len(stripped)
        if tail.lstrip().startswith(".") and stripped[:1].isupper() and not re.match(
            r"\s*\.\s*(?:He|She)\s\w+ed\.", tail
        ) and not _dash_name(tail):  # fmt: skip
            # The sentence is over: what follows is the next one.
            return None
        first = next((one for one in around.mentions if one.start >= offset), None)
        if first and first.start < around.quotation.end + len(tail):
            lead = around.paragraph[offset : first.start]
            rest = around.paragraph[first.end : around.quotation.end + len(tail)]
            is_attribution = not is_over or len(rest.split()) <= _MOST_WORDS_BEHIND
            if _is_title(lead) and (
                (_verb_follows(around.paragraph[first.end :]) and is_attribution)
                or _dash_name(tail)
            ):
                return self._by(first)
            words = lead.split()
            if 1 <= len(words) <= 8 and not is_over and _is_saying_lead(lead):
                return self._by(first)
        match = re.match(r"(?:\w+\s+)??(?P<word>he|she|they)\b", stripped, re.IGNORECASE)
        if match and is_over and len(stripped.split()) > _MOST_WORDS_BEHIND:
            match = None
        if match and _pronoun_clause(stripped, match):
            return self._pronoun(match["word"].lower(), around)
        if match := re.match(r"(?P<verb>\w+)\s+(?P<word>he|she|they)\b", stripped, re.IGNORECASE):
            if lexicon.is_saying(match["verb"]):
                return self._pronoun(match["word"].lower(), around)
        if match := _NAMELESS.match(stripped):
            if any(map(lexicon.is_saying, match["words"].split())):
                return _open(_("nobody is named who says it"))
        return None

    def _before(self, around: Surroundings) -> Attribution | None:
        """According to X, “…” / X underlined that “…” / in her view, “…”."""
        lead, start = around.lead, around.lead_start
        if around.short and _NAMED_THING.search(lead):
            return None
        is_said = around.is_led_up_to or speech_ends(lead) or _CALLS.search(lead)
        if around.is_borrowed and not is_said:
            return None
        inside = [
            one for one in around.mentions if start <= one.start and one.end <= start + len(lead)
        ]
        if match := _POSSESSIVE_VIEW.search(lead):
            pronoun = pronouns.SHE if match["word"].lower() == "her" else pronouns.HE
            earlier = [one for one in inside if one.end <= start + match.start()]
            if len({one.name for one in earlier}) == 1 and self._fits(earlier[-1], pronoun):
                return self._by(earlier[-1])
            return self._pronoun(pronoun, around)
        according = [
            one for one in inside if _ACCORDING.search(around.paragraph[start : one.start])
        ]
        if according:
            return self._by(according[-1])
        subjects = [
            one
            for one in inside
            if _is_subject(one, around.paragraph, inside)
            and not re.match(r"['’´]s?\b", around.paragraph[one.end :])
        ]
        spoken = list(_PRONOUN.finditer(lead))
        clause_start = max(lead.rfind(", "), lead.rfind("; "), 0)
        last_pronoun = spoken[-1] if spoken else None
        if last_pronoun and _says_next(lead[last_pronoun.end() :]):
            newest = max((one.start - start for one in subjects), default=-1)
            if last_pronoun.start() > newest:
                return self._pronoun(last_pronoun["word"].lower(), around)
        who = {one.name for one in subjects}
        if len(who) == 1:
            return self._by(subjects[-1])
        if subjects:
            speaking = [
                one for one in subjects if _says_next(around.paragraph[one.end : start + len(lead)])
            ]
            if len({one.name for one in speaking}) == 1:
                return self._by(speaking[-1])
            in_clause = [one for one in subjects if one.start - start >= clause_start]
            if len({one.name for one in in_clause}) == 1 and speech_ends(lead):
                return self._by(in_clause[-1])
            return _open(_("more than one person is named beside it"))
        if re.search(r"\b(?:speakers|panell?ists|guests|participants)\b", lead, re.IGNORECASE):
            return _open(_("it is given to several people"))
        return None

    def _by(self, mention: Mention) -> Attribution:
        if mention.is_known or mention.is_full:
            if not mention.is_known:
                self._add(
                    "quotes",
                    _("“{name}” is quoted, but is neither a guest nor a host: check the name."),
                    name=mention.name,
                )
            return Attribution(mention.name)
        return _open(_("“{name}” is not among the people of the episode"), name=mention.name)

    def _pronoun(self, word: str, around: Surroundings) -> Attribution:
        """Whom “she” means: the last person spoken of, if nobody else can be meant."""
        before = [one for one in around.mentions if one.end <= around.quotation.start]
        fitting = [one for one in before if self._fits(one, word)]
        subjects = [one for one in fitting if _is_subject(one, around.paragraph, before)]
        if not subjects and len({one.name for one in fitting}) == 1:
            # "We met Dr. X. “…,” he said": named only as an object, but nobody else is named.
            subjects = [one for one in fitting if self._is_guest(one)][-1:]
        since = subjects[-1].end if subjects else 0
        if pronouns.somebody_else(around.paragraph[since : around.quotation.start], self._people):
            return _open(_("it is not certain who “{word}” is"), word=word)
        if subjects:
            last = subjects[-1]
            sentence = sentence_start(around.paragraph, last.start)
            if {one.name for one in subjects if one.start >= sentence} == {last.name}:
                return self._by(last)
            return _open(_("“{word}” may be more than one person"), word=word)
        possible = [person for person in self._guests if self._gender_fits(person.name, word)]
        if len(possible) == 1 and len(self._guests) == 1 and word != "they":
            return Attribution(possible[0].name)
        return _open(_("it is not certain who “{word}” is"), word=word)

    def _fits(self, mention: Mention, word: str) -> bool:
        own = pronouns.of_title(mention.honorific) or self._gender.get(mention.name)
        return word != "they" and (own is None or own == word)

    def _is_guest(self, mention: Mention) -> bool:
        return any(person.name == mention.name for person in self._guests)

    def _gender_fits(self, name: str, word: str) -> bool:
        return self._gender.get(name) in (None, word)

    def _alone(self, following: str) -> Attribution:
        """A paragraph that is nothing but a quotation."""
        signature = re.match(r"\s*(?:[–—-]|says?\b|said\b)\s*", following)
        if signature and len(following) < 120:
            named = self._mentions.find(following)
            if len({one.name for one in named}) == 1:
                return self._by(named[0])
        if len(self._guests) == 1:
            return Attribution(self._guests[0].name)
        return _open(_("it stands alone, and there is more than one guest"))

    def _note_slips(self, mentions: Sequence[Mention]) -> None:
        for one in mentions:
            if one.slip and one.slip not in self._slips:
                self._slips.add(one.slip)
                self._add(
                    "body",
                    _("“{slip}” was taken for {name}: check the spelling."),
                    slip=one.slip,
                    name=one.name,
                )

    def _doubt(self, quotation: Quotation, doubt: FormatError | None) -> None:
        self._add(
            "quotes",
            _("Who says “{words}”? The speaker was left open: {doubt}. Choose one."),
            words=excerpt(quotation.text),
            doubt=doubt or "",
        )

    def _add(self, where: str, template: str, **params: object) -> None:
        self.problems.append(Problem(where, FormatError(template, **params)))


def _same_breath(quotes: list[Quote], found: Sequence[Quotation], paragraph: str) -> list[Quote]:
    """“A”. “B”, says X: the first of two adjoining quotations belongs to the same speaker."""
    by_text = {quotation.text: quotation for quotation in found}
    for at in range(len(quotes) - 2, -1, -1):
        one, other = by_text[quotes[at].text], by_text[quotes[at + 1].text]
        between = paragraph[one.end : other.start]
        if quotes[at].speaker is None and quotes[at + 1].speaker and not between.strip(" .,"):
            quotes[at] = Quote(quotes[at + 1].speaker, quotes[at].text, quotes[at].under_heading)
    return quotes


def _is_subject(mention: Mention, paragraph: str, mentions: Sequence[Mention]) -> bool:
    """Whether somebody acts or speaks in a sentence, and is not only spoken to or of."""
    start = max(sentence_start(paragraph, mention.start), mention.start - _NEAR)
    before = paragraph[start : mention.start]
    if joined := re.search(r",?\s*\b(?:and|or)\s+(?:the\s+)?\Z", before):
        first = next((one for one in mentions if one.end == start + joined.start()), None)
        # "A and B agreed" has two subjects, "it rained, and B agreed" has one.
        return first is None or _is_subject(first, paragraph, mentions)
    return _ACCORDING.search(before) is not None or not _NOT_SUBJECT.search(before)


def _is_title(lead: str) -> bool:
    """Nothing, or an office that is said with the name: “Justice”, “Deputy Mayor”."""
    return all(
        word[0].isupper() and (lexicon.is_role_noun(word) or word.lower() in lexicon.TITLE_WORDS)
        for word in lead.split()
    )


def _verb_follows(after: str) -> bool:
    words = re.findall(r"[\w’']+", after[:60])[:4]
    return any(lexicon.is_saying(word) for word in words) or (
        bool(words) and re.fullmatch(r"[a-z]+(?:ed|s)", words[0]) is not None
    )


def _is_saying_lead(lead: str) -> bool:
    """“says”, “warned the former minister”, “according to”, “in the words of”, “as”."""
    if re.match(
        r"(?:according to|in the words of|as|for)\s*(?:the\s+|our\s+)?\Z", lead.strip() + " "
    ):
        return True
    words = lead.split()
    if re.search(r"\b(?:that|and|but|while|when|who|to)\b", lead):
        return False
    return any(lexicon.is_saying(word.strip(",.")) for word in words[:2]) or (
        len(words) == 1 and re.fullmatch(r"[a-z]+ed", words[0]) is not None
    )


def _dash_name(tail: str) -> bool:
    """“…” – Jane Doe"""
    return re.match(r"\s*[.,]?\s*[–—-]\s*\S", tail) is not None


def _pronoun_clause(stripped: str, match: re.Match[str]) -> bool:
    if match.start("word") > 0 and not lexicon.is_saying(stripped.split()[0]) and not re.match(
        r"\w+ly\s", stripped
    ):  # fmt: skip
        return stripped.lower().startswith(("as ",))
    return _verb_follows(stripped[match.end() :])


def _says_next(after: str) -> bool:
    words = re.findall(r"[\w’']+", after)[:5]
    return any(lexicon.is_saying(word) for word in words)
