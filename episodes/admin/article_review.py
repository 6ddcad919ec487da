"""What was understood of an article, beside the lines that it comes from."""

from dataclasses import dataclass, field
from typing import Any

from django.forms import BoundField
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from episodes.authoring.importer import RELATIONS
from episodes.formats.article import ArticleDraft, Heading, Paragraph, Person, Quote
from episodes.formats.documents import Document

from .article_forms import DecisionsForm
from .article_lines import Lines


@dataclass
class Value:
    """Something that was read; `line` is the number of the line that it comes from."""

    text: str
    line: int | None = None
    kind: str = ""
    details: list[tuple[str, str]] = field(default_factory=list)
    choice: BoundField | None = None


@dataclass
class Part:
    """A field of the draft, what was read into it, and the problems that stand beside it."""

    key: str
    heading: str
    values: list[Value]
    problems: list[str] = field(default_factory=list)

    @property
    def is_expected(self) -> bool:
        """Whether an article has it as a rule, so that its absence is worth a word."""
        return self.key in ("publication_date", "lead", "guests", "takeaways")


class Review:
    """The parts of a draft and the lines of its document, ready to be shown."""

    def __init__(self, document: Document, draft: ArticleDraft, form: DecisionsForm) -> None:
        self.draft, self.form = draft, form
        self.source = Lines(document, draft)
        self.parts = [
            Part("title", _("Title"), self._texts(draft.title)),
            Part("publication_date", _("Published on"), self._dates(draft.publication_date)),
            Part("recorded_date", _("Recorded on"), self._dates(draft.recorded_date)),
            Part("lead", _("Lead"), self._texts(draft.lead)),
            Part("guests", _("Guests"), [self._person(one) for one in draft.guests]),
            Part("hosts", _("Hosts"), [self._person(one) for one in draft.hosts]),
            Part("organisations", _("Organisations"), self._organisations()),
            Part("body", _("Headings and quotes"), self._body()),
            Part("takeaways", _("Takeaways"), self._texts(*draft.takeaways)),
            Part("partners", _("Partners"), self._partners()),
            Part("notes", _("Notes"), self._texts(draft.abridged_note, draft.language_note)),
            Part("video_url", _("Video"), self._texts(draft.video_url)),
        ]
        self.problems = self._place_problems()

    def _place_problems(self) -> list[str]:
        """Put each problem beside its field; gives those that belong to the whole file."""
        parts = {part.key: part for part in self.parts}
        parts |= {"quotes": parts["body"], "abridged_note": parts["notes"]}
        parts |= {"language_note": parts["notes"]}
        general = []
        for problem in self.draft.problems:
            if part := parts.get(problem.where):
                part.problems.append(problem.message)
            else:
                general.append(problem.message)
        return general

    def _texts(self, *texts: str | None) -> list[Value]:
        return [Value(text, self.source.find(text)) for text in texts if text]

    def _dates(self, date: Any) -> list[Value]:
        if date is None:
            return []
        return [Value(date_format(date, "DATE_FORMAT"), self.source.find_date(date))]

    def _person(self, person: Person) -> Value:
        details = [
            (_("Form of address"), person.honorific),
            (_("Role"), person.role),
            (_("Organisation"), person.organisation),
            (_("Country"), person.country),
            (_("As written"), f"“{person.as_written}”" if person.as_written else ""),
        ]
        return Value(
            person.name,
            self.source.find_words(person.name),
            "person",
            [(label, words) for label, words in details if words],
            self.form.field_of("person", person.name),
        )

    def _organisations(self) -> list[Value]:
        proposals = self.form.groups["organisation"].proposals
        return [
            Value(
                one.name,
                self.source.find_words(one.name),
                "person",
                choice=self.form.field_of("organisation", one.name),
            )
            for one in proposals
        ]

    def _body(self) -> list[Value]:
        values = [self._quote(one, self.draft.lead) for one in self.draft.lead_quotes]
        for part in self.draft.body:
            if isinstance(part, Heading):
                values.append(Value(part.text, self.source.find(part.text), "heading"))
            elif isinstance(part, Paragraph):
                values += [self._quote(quote, part.text) for quote in part.quotes]
        return values

    def _quote(self, quote: Quote, paragraph: str | None) -> Value:
        speaker = quote.speaker or _("Nobody is sure: choose the speaker in the draft.")
        line = self.source.find(paragraph or "")
        return Value(f"“{quote.text}”", line, "quote", [(_("Said by"), speaker)])

    def _partners(self) -> list[Value]:
        return [
            Value(
                partner.name,
                self.source.find_words(partner.name, last=True),
                details=[(_("How"), str(RELATIONS[partner.relation].label))],
            )
            for partner in self.draft.partners
        ]
