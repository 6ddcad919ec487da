"""What was understood of an article, beside the lines that it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.forms import BoundField
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from episodes.authoring.parts import Difference
from episodes.formats.article import ArticleDraft, Heading
from episodes.formats.documents import Document
from episodes.sentences import quoted, translated

from .article_forms import DecisionsForm
from .article_lines import Lines

OF_PEOPLE = ("name", "honorific", "role", "organisation", "country", "capacity")


@dataclass
class Value:
    """Something that was read; `line` is the number of the line that it comes from.

    `fields` are where an editor mends it; without them the text itself is shown. `choice` is
    what becomes of a name, `page` the page for whoever chooses another one.
    """

    text: str
    line: int | None = None
    kind: str = ""
    fields: list[BoundField] = field(default_factory=list)
    as_written: str = ""
    choice: BoundField | None = None
    page: BoundField | None = None


@dataclass
class Part:
    """A field of the draft, what was read into it, and the problems that stand beside it."""

    key: str
    heading: str
    values: list[Value]
    problems: list[str] = field(default_factory=list)
    #: Fields for what the article doesn't say.
    more: list[Value] = field(default_factory=list)
    #: How the draft that the article made before differs, and what becomes of it.
    difference: Difference | None = None
    keep: BoundField | None = None

    @property
    def has_one_field(self) -> bool:
        """Whether its heading is the label of its only field."""
        return len(self.values) == 1 and len(self.values[0].fields) == 1


class Review:
    """The parts of a draft and the lines of its document, ready to be shown."""

    def __init__(self, document: Document, draft: ArticleDraft, form: DecisionsForm) -> None:
        self.draft, self.form, self.words = draft, form, form.words
        self.source = Lines(document, draft)
        guests = len(draft.guests)
        people = [self._person(number, one) for number, one in enumerate(self.words.people)]
        spare = Value("", kind="person", fields=self._of_person(len(people)))
        self.parts = [
            Part("title", _("Title"), [self._fact("title", draft.title)]),
            Part("publication_date", _("Published on"), [self._day("published_on")]),
            Part("recorded_date", _("Recorded on"), [self._day("recorded_on")]),
            Part("lead", _("Lead"), [self._fact("lead", draft.lead)]),
            Part("guests", _("Guests"), people[:guests], more=[spare]),
            Part("hosts", _("Hosts"), people[guests:]),
            Part("organisations", _("Organisations"), self._organisations()),
            Part("body", _("Headings, texts and quotes"), list(self._body())),
            Part("takeaways", _("Takeaways"), *self._takeaways()),
            Part("partners", _("Partners"), self._partners()),
            Part("notes", _("Notes"), self._notes()),
            Part("video_url", _("Video"), [self._fact("video_url", draft.video_url)]),
            Part("tags", _("Tags"), [Value("", fields=[form["tags"]])]),
        ]
        self.parts = [part for part in self.parts if part.values or part.more]
        self._place_differences()
        self.problems = self._place_problems()

    def _place_differences(self) -> None:
        parts = {part.key: part for part in self.parts}
        if "people" not in parts:
            parts["people"] = parts["guests"]
        for name, difference in self.form.differences.items():
            part = parts.get(name) or parts["title"]
            part.difference, part.keep = difference, self.form[f"keep-{name}"]

    def _place_problems(self) -> list[str]:
        """Put each problem beside its field; gives those that belong to the whole file."""
        parts = {part.key: part for part in self.parts}
        for name, where in (("quotes", "body"), ("abridged_note", "notes"), ("hosts", "guests")):
            if where in parts:
                parts.setdefault(name, parts[where])
        if "notes" in parts:
            parts["language_note"] = parts["notes"]
        general = []
        for problem in self.draft.problems:
            if part := parts.get(problem.where):
                part.problems.append(translated(problem.error))
            else:
                general.append(translated(problem.error))
        return general

    def _fact(self, name: str, read: str | None) -> Value:
        line = self.source.find(read) if read else None
        return Value(read or "", line, fields=[self.form[name]])

    def _day(self, name: str) -> Value:
        day = self.words.initial[name]
        line = self.source.find_date(day) if day else None
        return Value(date_format(day, "DATE_FORMAT") if day else "", line, fields=[self.form[name]])

    def _of_person(self, number: int) -> list[BoundField]:
        return [self.form[f"person-{number}-{name}"] for name in OF_PEOPLE]

    def _person(self, number: int, person: Any) -> Value:
        choice, page = self.form.fields_of("person", person.name)
        return Value(
            person.name,
            self.source.find_words(person.name),
            "person",
            self._of_person(number),
            person.as_written or "",
            choice,
            page,
        )

    def _organisations(self) -> list[Value]:
        values = []
        for one in self.form.groups["organisation"].proposals:
            choice, page = self.form.fields_of("organisation", one.name)
            line = self.source.find_words(one.name)
            values.append(Value(one.name, line, "name", choice=choice, page=page))
        return values

    def _body(self) -> Iterator[Value]:
        numbers = iter(range(len(self.draft.quotes)))
        for quote in self.draft.lead_quotes:
            yield self._quote(next(numbers), quote, self.draft.lead)
        for number, part in enumerate(self.draft.body):
            is_heading = isinstance(part, Heading)
            fields = [self.form[f"body-{number}"]] if self.words.is_short else []
            line = self.source.find(part.text)
            yield Value(part.text, line, "heading" if is_heading else "text", fields)
            for quote in () if isinstance(part, Heading) else part.quotes:
                yield self._quote(next(numbers), quote, part.text)

    def _quote(self, number: int, quote: Any, paragraph: str | None) -> Value:
        fields = []
        if self.words.is_short:
            fields = [self.form[f"quote-{number}"], self.form[f"quote-{number}-speaker"]]
        return Value(quoted(quote.text), self.source.find(paragraph or ""), "quote", fields)

    def _takeaways(self) -> tuple[list[Value], list[str], list[Value]]:
        """What was read, no problems yet, and rows for more."""
        if not self.words.is_short:
            return [Value(one, self.source.find(one)) for one in self.draft.takeaways], [], []
        names = [name for name in self.words.fields if name.startswith("takeaway-")]
        read = len(self.draft.takeaways)
        values = [
            Value(one, self.source.find(one), "takeaway", [self.form[name]])
            for one, name in zip(self.draft.takeaways, names, strict=False)
        ]
        more = [Value("", kind="takeaway", fields=[self.form[name]]) for name in names[read:]]
        return values, [], more

    def _partners(self) -> list[Value]:
        return [
            Value(
                partner.name,
                self.source.find_words(partner.name, last=True),
                "name",
                [self.form[f"partner-{number}-name"], self.form[f"partner-{number}-relation"]],
            )
            for number, partner in enumerate(self.draft.partners)
        ]

    def _notes(self) -> list[Value]:
        facts = [Value("", fields=[self.form[name]]) for name in ("special", "abridged")]
        facts.append(self._fact("abridged_note", self.draft.abridged_note))
        facts.append(self._fact("language_note", self.draft.language_note))
        facts.append(Value("", fields=[self.form["spoken_language"]]))
        return facts
