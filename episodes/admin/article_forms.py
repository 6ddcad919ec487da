"""The two forms between an article and its draft."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from episodes.authoring.directory import Decision, Decisions
from episodes.authoring.errors import ImportFailed
from episodes.authoring.importer import check
from episodes.authoring.parts import Difference
from episodes.authoring.proposals import Proposal
from episodes.formats import article
from episodes.formats.article import ArticleDraft, Person, SeveralEpisodes
from episodes.formats.documents import SUFFIXES, Document
from episodes.formats.errors import FormatError
from episodes.models import EpisodePage, SeriesPage
from episodes.sentences import quoted, translated
from speakers.admin.choosers import organisation_chooser, person_chooser
from speakers.models import SpeakerPage

from .article_parcel import Parcel, read_file, read_text
from .article_parts import Part, parts_of
from .article_words import WordsForm
from .choices import PageChoiceField
from .draft_base import mark_of

#: Answers about a name beside those that the importer knows.
OTHER, OUT = "other", "out"


class ArticleForm(forms.Form):
    """A file or a pasted text, and the series; valid when an article could be read from it."""

    file = forms.FileField(
        label=_("File"),
        required=False,
        allow_empty_file=True,  # Read below, where the sentence is better.
        help_text=_(
            "Word (.docx), plain text (.txt), Markdown (.md) or a web page (.html). You can drop "
            "it anywhere on this page."
        ),
        widget=forms.FileInput(attrs={"accept": ",".join(SUFFIXES)}),
    )
    text = forms.CharField(
        label=_("Or paste the text"),
        required=False,
        help_text=_(
            "The whole article, title first. The date stands in the second line. What you paste "
            "from Word keeps its headings and lists."
        ),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    #: What was pasted with its headings and lists, as long as nobody changed the text since.
    pasted = forms.CharField(required=False, widget=forms.HiddenInput)
    series = PageChoiceField(label=_("Series"), queryset=SeriesPage.objects.none())

    document: Document
    draft: ArticleDraft
    parcel: str
    #: The episodes of a bulletin, which is refused as a whole.
    parts: Sequence[Part] = ()

    def __init__(self, *args: Any, series: QuerySet[SeriesPage], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["series"]
        field.queryset = series
        if len(series) == 1:
            field.initial = series[0].pk
            field.empty_label = None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        file, text = cleaned.get("file"), cleaned.get("text")
        if self.errors:
            return cleaned
        if not file and not text:
            raise forms.ValidationError(_("Choose a file, or paste the text of the article."))
        if file and text:
            raise forms.ValidationError(
                _("There is a file and a pasted text: take one of them away.")
            )
        try:
            if file:
                self.document = read_file(file)
            else:
                self.document = read_text(str(text), cleaned.get("pasted") or "")
            self.draft = article.parse(self.document)
            self.parcel = Parcel(self.document, cleaned["series"].pk).seal()
            check(self.draft)
        except SeveralEpisodes as error:
            self.parts = parts_of(self.document, cleaned["series"])
            self.add_error("file" if file else "text", translated(error))
        except FormatError as error:
            self.add_error("file" if file else "text", translated(error))
        except ImportFailed as failure:
            self.add_error("file" if file else "text", str(failure))
        return cleaned


class DecisionsForm(WordsForm):
    """What becomes of each person and organisation, and the words that an editor may mend.

    Made anew from the article and from what is on record.
    """

    parcel = forms.CharField(widget=forms.HiddenInput)
    #: The draft that the page promised to update, as it was then; empty for a new one.
    promised = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        data: Any = None,
        *,
        draft: ArticleDraft,
        people: "Choices",
        organisations: "Choices",
        episode: EpisodePage | None,
        differences: Mapping[str, Difference] = MappingProxyType({}),
        **kwargs: Any,
    ) -> None:
        promised = f"{episode.pk} {mark_of(episode)}" if episode else ""
        self.is_outdated = data is not None and data.get("promised", "") != promised
        if data is not None:
            data = data.copy()
            data["promised"] = promised
        super().__init__(data, **kwargs)
        self.fields["promised"].initial = promised
        self.add_words(draft)
        self.groups = {"person": people, "organisation": organisations}
        for kind, choices in self.groups.items():
            for number, proposal in enumerate(choices.proposals):
                self.fields[f"{kind}-{number}"] = choices.field(proposal)
                self.fields[f"{kind}-{number}-page"] = choices.page_field()
        self.differences = differences
        for part, difference in differences.items():
            self.fields[f"keep-{part}"] = _keep_field(difference)

    def clean(self) -> dict[str, Any]:
        if self.is_outdated:
            raise forms.ValidationError(
                _("Meanwhile the episode of this article changed: look once more.")
            )
        cleaned = super().clean()
        for kind, choices in self.groups.items():
            for number in range(len(choices.proposals)):
                name = f"{kind}-{number}"
                is_chosen = cleaned.get(f"{name}-page") or f"{name}-page" in self.errors
                if cleaned.get(name) == OTHER and not is_chosen:
                    self.add_error(name, _("Choose the page, or take another answer."))
        return cleaned

    def kept(self) -> frozenset[str]:
        """The parts of the episode that stay as they are; for a valid form."""
        answers = {part: self.cleaned_data[f"keep-{part}"] for part in self.differences}
        return frozenset(part for part, answer in answers.items() if answer == "keep")

    def article(self) -> ArticleDraft:
        """The article as the editor wants it; for a valid form."""
        draft = self.edited(lambda number: self._answer("person", self._read_name(number)) == OUT)
        gone = {
            one.name
            for one in self.groups["organisation"].proposals
            if self._answer("organisation", one.name) == OUT
        }
        return replace(
            draft,
            guests=tuple(_without(gone, one) for one in draft.guests),
            hosts=tuple(_without(gone, one) for one in draft.hosts),
            partners=tuple(one for one in draft.partners if one.name not in gone),
        )

    def decisions(self) -> Decisions:
        """By the names of `article`; for a valid form."""
        people = {}
        for number in self.people_numbers():
            decision = self._decision("person", self._read_name(number))
            if decision is not None and (name := self._name(number)):
                people[name] = decision
        organisations = {
            one.name: decision
            for one in self.groups["organisation"].proposals
            if (decision := self._decision("organisation", one.name)) is not None
        }
        return Decisions(people, organisations)

    def _read_name(self, number: int) -> str:
        """Who stood there in the article; nobody in the row for somebody else."""
        people = self.words.people
        return people[number].name if number < len(people) else ""

    def _decision(self, kind: str, name: str) -> Decision | None:
        value = self._answer(kind, name)
        if value in ("new", "leave"):
            return value
        if value == OTHER:
            return self.cleaned_data[f"{self._field_name(kind, name)}-page"].pk
        return int(value) if value and value != OUT else None

    def _answer(self, kind: str, name: str) -> Any:
        return self.cleaned_data[self._field_name(kind, name)] if name else None

    def _field_name(self, kind: str, name: str) -> str:
        names = [proposal.name for proposal in self.groups[kind].proposals]
        return f"{kind}-{names.index(name)}"

    def fields_of(self, kind: str, name: str) -> tuple[forms.BoundField, forms.BoundField]:
        """The choice for a name of the article, and the page for whoever chooses another."""
        field = self._field_name(kind, name)
        return self[field], self[f"{field}-page"]


def _keep_field(difference: Difference) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=gettext("What becomes of it"),
        choices=[
            ("take", gettext("Take what stands here")),
            ("keep", gettext("Keep what stands in the draft")),
        ],
        initial="keep" if difference.was_touched else "take",
        widget=forms.RadioSelect,
        help_text=gettext("Somebody wrote here since the article was brought the last time.")
        if difference.was_touched
        else gettext("Nobody touched this since the article was brought the last time."),
    )


def _without(gone: set[str], person: Person) -> Person:
    return replace(person, organisation=None) if person.organisation in gone else person


class Choices:
    """What may be done with the names of one kind.

    `pages` has every page that a proposal names; `may_create` says whether drafts may be made;
    `others` are all pages that may be chosen.
    """

    def __init__(
        self,
        proposals: tuple[Proposal, ...],
        pages: dict[int, Page],
        may_create: bool,
        others: QuerySet[Page],
    ) -> None:
        self.proposals, self.pages, self.may_create = proposals, pages, may_create
        self.others = others

    def page_field(self) -> forms.ModelChoiceField:
        """Any page that the proposals don't name."""
        is_person = self.others.model is SpeakerPage
        chooser = person_chooser if is_person else organisation_chooser
        return forms.ModelChoiceField(
            label=gettext("Another page"),
            queryset=self.others,
            required=False,
            widget=chooser.widget_class(),
        )

    def field(self, proposal: Proposal) -> forms.ChoiceField:
        found = proposal.on_record
        choices = [
            (str(pk), self._label(self.pages[pk]))
            for pk in (*found.same, *found.similar)
            if pk in self.pages
        ]
        if self.may_create:
            choices.append(("new", gettext("Make a new page (as a draft)")))
        choices.append(("leave", gettext("Leave as a name, without a page")))
        choices.append((OTHER, gettext("Another page, chosen below")))
        choices.append((OUT, gettext("Leave out of the episode")))
        return forms.ChoiceField(
            label=proposal.name,
            choices=choices,
            initial=str(proposal.default),
            widget=forms.RadioSelect,
            help_text=self._sentence(proposal),
        )

    def _label(self, page: Page) -> str:
        about = [str(getattr(page, "role", "") or "")]
        if not page.live:
            about.append(gettext("draft"))
        return format_html(
            "<span>{} <a href='{}' target='_blank' rel='noopener'>{}</a>{}</span>",
            gettext("This page:"),
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
            page.title,
            "".join(f", {words}" for words in about if words),
        )

    def _sentence(self, proposal: Proposal) -> str:
        found = proposal.on_record
        if len(found.same) > 1:
            return gettext("There are several pages with this name: choose the right one.")
        if found.same:
            return gettext("Has a page already.")
        if found.similar:
            titles = [self.pages[pk].title for pk in found.similar if pk in self.pages]
            return gettext("Has no page, but the name is like %(names)s. Nothing is merged.") % {
                "names": ", ".join(map(quoted, titles))
            }
        return gettext("Has no page yet.")
