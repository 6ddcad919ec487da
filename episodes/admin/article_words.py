"""What was read from an article as fields that an editor can mend, and the way back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.tags import TagField

from episodes.authoring.importer import RELATIONS
from episodes.fields import language_choices
from episodes.formats import text
from episodes.formats.article import (
    ArticleDraft,
    Heading,
    Paragraph,
    Partner,
    Person,
    Quote,
)
from episodes.forms import YEARS
from episodes.models import Appearance, EpisodeTag
from episodes.models.episode_panels import TagsWidget

#: An article of more words is taken as it was read and mended in the editor: every field comes
#: back with the form, beside the article itself.
MAX_CHARACTERS = 100_000
MAX_FIELDS = 1_500
#: Rows for what the article doesn't say.
SPARE_TAKEAWAYS = 2
CAPACITIES = Appearance.Capacity
#: Values of a quote's speaker: a person of the episode by number, or a name.
NOBODY, NAMED = "", "name:"


class DayInput(forms.DateInput):
    """The browser's own calendar; needs no script."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def _line(label: Any, **kwargs: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, **kwargs)


def _words(label: Any, rows: int = 3) -> forms.CharField:
    return _line(label, widget=forms.Textarea(attrs={"rows": rows, "class": "article-words"}))


def _rows(words: str) -> int:
    """As many lines as the words take in the review, within reason."""
    return min(12, 1 + len(words) // 70)


class _Headline(forms.CharField):
    """One line that may be long: it is shown whole, and stays one line."""

    def clean(self, value: Any) -> str:
        return " ".join(super().clean(value).split())


def _headline(label: Any, words: str, **kwargs: Any) -> forms.CharField:
    attrs = {"rows": _rows(words), "class": "article-words"}
    return _Headline(label=label, widget=forms.Textarea(attrs=attrs), **kwargs)


class Words:
    """The fields for one article. What is emptied in them is left out of the draft."""

    def __init__(self, draft: ArticleDraft) -> None:
        self.draft = draft
        self.people = (*draft.guests, *draft.hosts)
        self.fields: dict[str, forms.Field] = {}
        self.initial: dict[str, Any] = {}
        self._add_facts()
        self._add_people()
        self._add_partners()
        self.is_short = self._is_short()
        if self.is_short:
            self._add_body()
            self._add_takeaways()

    def _is_short(self) -> bool:
        draft = self.draft
        parts = [draft.lead or "", *draft.takeaways, *(one.text for one in draft.body)]
        parts += [quote.text for quote in draft.quotes]
        return sum(map(len, parts)) <= MAX_CHARACTERS and len(parts) <= MAX_FIELDS

    def _add(self, name: str, field: forms.Field, value: Any) -> None:
        self.fields[name] = field
        self.initial[name] = value

    def _add_facts(self) -> None:
        draft = self.draft
        self._add("title", _headline(_("Title"), draft.title or ""), draft.title)
        for name, label, day in (
            ("published_on", _("Published on"), draft.publication_date),
            ("recorded_on", _("Recorded on"), draft.recorded_date),
        ):
            self._add(name, forms.DateField(label=label, required=False, widget=DayInput()), day)
        self._add("lead", _words(_("Lead"), _rows(draft.lead or "")), draft.lead)
        for name, label, value in (
            ("special", _("Special episode"), draft.special),
            ("abridged", _("The video is shorter than the recording"), draft.abridged),
        ):
            self._add(name, forms.BooleanField(label=label, required=False), bool(value))
        self._add("abridged_note", _words(_("Note on abridging"), 2), draft.abridged_note)
        self._add("language_note", _line(_("Note on language")), draft.language_note)
        languages = [("", _("As in the whole series")), *language_choices()]
        choice = forms.ChoiceField(label=_("Spoken language"), choices=languages, required=False)
        self._add("spoken_language", choice, draft.spoken_language or "")
        self._add("video_url", _line(_("Address of the video")), draft.video_url)
        tags = TagField(label=_("Tags"), tag_model=EpisodeTag, widget=TagsWidget(), required=False)
        self._add("tags", tags, list(draft.tags))

    def _add_people(self) -> None:
        for number, person in enumerate(self.people):
            self._add_person(number, person, number < len(self.draft.guests))
        self._add_person(len(self.people), Person(""), True)

    def _add_person(self, number: int, person: Person, is_guest: bool) -> None:
        at = f"person-{number}"
        capacity = person.capacity or (CAPACITIES.GUEST if is_guest else CAPACITIES.HOST)
        self._add(f"{at}-name", _line(_("Name"), max_length=255), person.name)
        self._add(f"{at}-honorific", _line(_("Form of address"), max_length=50), person.honorific)
        self._add(f"{at}-role", _line(_("Role on that day"), max_length=255), person.role)
        field = _line(_("Organisation on that day"), max_length=255)
        self._add(f"{at}-organisation", field, person.organisation)
        self._add(f"{at}-country", _line(_("Country on that day"), max_length=100), person.country)
        choice = forms.ChoiceField(label=_("Takes part as"), choices=CAPACITIES.choices)
        self._add(f"{at}-capacity", choice, str(capacity))

    def _add_partners(self) -> None:
        relations = [(key, relation.label) for key, relation in RELATIONS.items()]
        for number, partner in enumerate(self.draft.partners):
            self._add(f"partner-{number}-name", _line(_("Name")), partner.name)
            choice = forms.ChoiceField(label=_("How"), choices=relations)
            self._add(f"partner-{number}-relation", choice, partner.relation)

    def _add_body(self) -> None:
        speakers = self._speakers()
        for number, quote in enumerate(self.draft.quotes):
            self._add(f"quote-{number}", _words(_("Quote"), _rows(quote.text)), quote.text)
            field = forms.ChoiceField(label=_("Said by"), choices=speakers, required=False)
            self._add(f"quote-{number}-speaker", field, self._speaker_value(quote))
        for number, part in enumerate(self.draft.body):
            is_heading = isinstance(part, Heading)
            field = (
                _headline(_("Heading"), part.text, required=False)
                if is_heading
                else _words(_("Text"), _rows(part.text))
            )
            self._add(f"body-{number}", field, part.text)

    def _add_takeaways(self) -> None:
        spare = [""] * SPARE_TAKEAWAYS
        for number, words in enumerate((*self.draft.takeaways, *spare)):
            self._add(f"takeaway-{number}", _words(_("Takeaway"), max(2, _rows(words))), words)

    def _speakers(self) -> list[tuple[str, str]]:
        people = [(str(number), person.name) for number, person in enumerate(self.people)]
        known = {person.name for person in self.people}
        quoted = dict.fromkeys(quote.speaker for quote in self.draft.quotes if quote.speaker)
        others = [(NAMED + name, name) for name in quoted if name not in known]
        return [(NOBODY, gettext("Nobody is sure")), *people, *others]

    def _speaker_value(self, quote: Quote) -> str:
        names = [person.name for person in self.people]
        if quote.speaker in names:
            return str(names.index(quote.speaker))
        return NAMED + quote.speaker if quote.speaker else NOBODY


class WordsForm(forms.Form):
    """A form whose fields are the words of an article; `edited` gives the article back."""

    words: Words

    def add_words(self, draft: ArticleDraft) -> None:
        self.words = Words(draft)
        self.fields |= self.words.fields
        self.initial = {**self.words.initial, **self.initial}

    def clean_tags(self) -> list[str]:
        names = [text.clean(name) for name in self.cleaned_data["tags"]]
        known = EpisodeTag.known_as(names)
        return list(dict.fromkeys(known.get(name, name) for name in names if name))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in ("published_on", "recorded_on"):
            day = cleaned.get(name)
            if day and day.year not in YEARS:
                message = gettext("Check the year: %(year)s is not between 1900 and 2100.")
                self.add_error(name, message % {"year": day.year})
        names = [name for number in self.people_numbers() if (name := self._name(number))]
        for name in {one for one in names if names.count(one) > 1}:
            message = gettext("“%(name)s” stands here twice: empty one of the two.")
            self.add_error(None, message % {"name": name})
        return cleaned

    def people_numbers(self) -> range:
        """One for each person of the article, and one for somebody whom it doesn't name."""
        return range(len(self.words.people) + 1)

    def _name(self, number: int) -> str:
        return self._text(f"person-{number}-name")

    def _text(self, name: str) -> str:
        """One line; what nobody touched is as it was read."""
        value = str(self.cleaned_data.get(name) or "")
        before = self.words.initial.get(name) or ""
        return before if value == before else text.clean(value)

    def _paragraphs(self, name: str) -> list[str]:
        """A line each: who presses Enter in a text means another paragraph."""
        value = str(self.cleaned_data.get(name) or "")
        before = self.words.initial.get(name) or ""
        if value == before:
            return [before] if before else []
        return [line for one in text.split_lines(value) if (line := text.clean(one))]

    def edited(self, leaves_out: Callable[[int], bool] = lambda number: False) -> ArticleDraft:
        """The article as the editor wants it; `leaves_out` says it of a person's number.

        For a valid form. Untouched, it is the article that was read.
        """
        draft, cleaned = self.words.draft, self.cleaned_data
        people = [
            (self._person(number), cleaned[f"person-{number}-capacity"] in Appearance.GUESTS)
            for number in self.people_numbers()
            if self._name(number) and not leaves_out(number)
        ]
        changed = replace(
            draft,
            title=self._text("title"),
            publication_date=cleaned["published_on"],
            recorded_date=cleaned["recorded_on"],
            lead=self._text("lead") or None,
            special=self._yes("special", draft.special),
            abridged=self._yes("abridged", draft.abridged),
            abridged_note=self._text("abridged_note") or None,
            language_note=self._text("language_note") or None,
            spoken_language=cleaned["spoken_language"] or None,
            video_url=self._text("video_url") or None,
            tags=tuple(cleaned["tags"]),
            guests=tuple(person for person, is_guest in people if is_guest),
            hosts=tuple(person for person, is_guest in people if not is_guest),
            partners=tuple(self._partners()),
        )
        if not self.words.is_short:
            return changed
        lead_quotes = len(draft.lead_quotes)
        return replace(
            changed,
            lead_quotes=tuple(self._quotes(range(lead_quotes))),
            body=tuple(self._body(lead_quotes)),
            takeaways=tuple(
                line
                for number in range(len(draft.takeaways) + SPARE_TAKEAWAYS)
                if (line := self._text(f"takeaway-{number}"))
            ),
        )

    def _yes(self, name: str, read: bool | None) -> bool | None:
        """Nothing rather than no, where neither the article nor the editor says anything."""
        return bool(self.cleaned_data[name]) if self.cleaned_data[name] or read else read

    def _person(self, number: int) -> Person:
        at = f"person-{number}"
        people = self.words.people
        before = people[number] if number < len(people) else Person("")
        capacity = self.cleaned_data[f"{at}-capacity"]
        is_as_read = capacity == self.words.initial[f"{at}-capacity"]
        return replace(
            before,
            name=self._name(number),
            honorific=self._text(f"{at}-honorific") or None,
            role=self._text(f"{at}-role") or None,
            organisation=self._text(f"{at}-organisation") or None,
            country=self._text(f"{at}-country") or None,
            capacity=before.capacity if is_as_read else capacity,
        )

    def _partners(self) -> Iterator[Partner]:
        for number in range(len(self.words.draft.partners)):
            if name := self._text(f"partner-{number}-name"):
                yield Partner(name, self.cleaned_data[f"partner-{number}-relation"])

    def _quotes(self, numbers: range) -> Iterator[Quote]:
        for number in numbers:
            if words := self._text(f"quote-{number}"):
                before = self.words.draft.quotes[number]
                yield replace(before, text=words, speaker=self._speaker(number))

    def _speaker(self, number: int) -> str | None:
        value = self.cleaned_data[f"quote-{number}-speaker"]
        if value.startswith(NAMED):
            return value.removeprefix(NAMED)
        return self._name(int(value)) or self.words.people[int(value)].name if value else None

    def _body(self, at: int) -> Iterator[Heading | Paragraph]:
        """`at` is the number of the first quote that doesn't belong to the lead."""
        for number, part in enumerate(self.words.draft.body):
            lines = self._paragraphs(f"body-{number}")
            if isinstance(part, Heading):
                yield from map(Heading, lines)
                continue
            quotes = tuple(self._quotes(range(at, at + len(part.quotes))))
            at += len(part.quotes)
            for line in lines[:-1]:
                yield Paragraph(line)
            if lines or quotes:
                yield Paragraph(lines[-1] if lines else "", quotes)
