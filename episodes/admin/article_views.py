"""New episode from an article: bring it, look at what was understood, make the draft.

Nothing is written before the last button, and nothing is kept on the server until then.
"""

from collections.abc import Sequence
from typing import Any

from django.core import signing
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.auth import permission_denied
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry

from episodes.authoring.directory import folder
from episodes.authoring.earlier import find_episode
from episodes.authoring.errors import ImportFailed
from episodes.authoring.importer import Imported, differences, import_article
from episodes.authoring.proposals import Proposal, propose
from episodes.formats import article
from episodes.formats.article import ArticleDraft
from episodes.formats.documents import Document
from episodes.formats.errors import FormatError
from episodes.models import EpisodePage, SeriesPage
from episodes.sentences import translated
from speakers.models import (
    OrganisationIndexPage,
    OrganisationPage,
    SpeakerIndexPage,
    SpeakerPage,
)

from .article_forms import ArticleForm, Choices, DecisionsForm
from .article_parcel import Parcel
from .article_parts import Part, opened_again
from .article_review import Review
from .publishing import sentence_list


def series_for(user: Any) -> QuerySet[SeriesPage]:
    """The series below which this user may add episodes."""
    policy = policy_registry.get_by_type(Page)
    pages = policy.instances_user_has_permission_for(user, "add")
    return SeriesPage.objects.filter(pk__in=pages.values("pk")).order_by("title")


class ArticleImportView(WagtailAdminTemplateMixin, View):
    """One address: the form, then its answer with everything that was read from the article."""

    page_title = _("New episode from an article")
    header_icon = "doc-full"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.series = series_for(request.user)
        if not self.series:
            return permission_denied(request)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show_form(ArticleForm(series=self.series))

    def post(self, request: HttpRequest) -> HttpResponse:
        if "open" in request.POST:
            return self._open_part(request.POST["open"])
        if "again" in request.POST:
            return self._show_parts()
        return self._decide() if "parcel" in request.POST else self._read()

    def _read(self) -> HttpResponse:
        form = ArticleForm(self.request.POST, self.request.FILES, series=self.series)
        if form.is_valid():
            series = form.cleaned_data["series"]
            try:
                step = Step(form.document, form.draft, series, self.request.user)
            except ImportFailed as failure:
                form.add_error(None, str(failure))
            else:
                return self._show_review(step, step.form({"parcel": form.parcel}))
        return self._show_form(form, form.parts)

    def _show_parts(self) -> HttpResponse:
        """The parts of a bulletin once more, with what was made of them meanwhile."""
        parts = opened_again(self.request.POST.getlist("part"), self.series)
        return self._show_form(ArticleForm(series=self.series), parts)

    def _open_part(self, sealed: str) -> HttpResponse:
        step = self._unpack(sealed)
        if isinstance(step, HttpResponse):
            return step
        return self._show_review(step, step.form({"parcel": sealed}))

    def _unpack(self, sealed: str) -> "Step | HttpResponse":
        """The article of a parcel; or back to the beginning, with a sentence that says why."""
        try:
            parcel = Parcel.open(sealed)
            series = self.series.get(pk=parcel.series_pk)
            draft = article.parse(parcel.document)
            return Step(parcel.document, draft, series, self.request.user)
        except (signing.BadSignature, SeriesPage.DoesNotExist, FormatError):
            messages.error(self.request, gettext("The article got lost: bring it once more."))
        except ImportFailed as failure:
            messages.error(self.request, str(failure))
        return redirect(self.request.path)

    def _decide(self) -> HttpResponse:
        step = self._unpack(self.request.POST["parcel"])
        if isinstance(step, HttpResponse):
            return step
        form = step.form(data=self.request.POST)
        if form.is_valid() and not step.refusal:
            try:
                return self._finish(step.run(form), step.draft)
            except ImportFailed as failure:
                form.add_error(None, str(failure))
        return self._show_review(step, form)

    def _finish(self, imported: Imported, draft: ArticleDraft) -> HttpResponse:
        done = {
            "created": gettext("The draft is made. Nobody but the staff can see it."),
            "updated": gettext("The draft is updated."),
            "unchanged": gettext("The draft is as it was: the article says nothing new."),
        }[imported.action]
        left = [
            *(translated(problem.error) for problem in draft.problems),
            *imported.problems,
            *imported.page.missing(),
        ]
        messages.success(self.request, done)
        if left:
            heading = gettext("Left to do:")
            messages.warning(self.request, sentence_list(heading, list(dict.fromkeys(left))))
        return redirect("wagtailadmin_pages:edit", imported.page.pk)

    def _show_form(self, form: ArticleForm, parts: Sequence[Part] = ()) -> HttpResponse:
        self.template_name = "episodes/admin/article_form.html"
        return self.render_to_response(
            self.get_context_data(
                form=form, parts=parts, submit_button_label=gettext("Read the article")
            )
        )

    def _show_review(self, step: "Step", form: DecisionsForm) -> HttpResponse:
        self.template_name = "episodes/admin/article_review.html"
        label = gettext("Update the draft") if step.episode else gettext("Make the draft")
        return self.render_to_response(
            self.get_context_data(
                form=form, step=step, review=step.review(form), submit_button_label=label
            )
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            action_url=self.request.path,
            submit_button_active_label=gettext("Just a moment …"),
            **kwargs,
        )

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("episodes:index"), "label": gettext("Episodes")},
            {"url": "", "label": self.page_title},
        ]


class Step:
    """An article that was read, what it made before, and what would happen to its names.

    Raises ImportFailed where two episodes might be meant.
    """

    def __init__(
        self, document: Document, draft: ArticleDraft, series: SeriesPage, user: Any
    ) -> None:
        self.document, self.draft, self.series, self.user = document, draft, series, user
        self.episode = find_episode(draft, series, document.filename)
        self.refusal = _refusal(self.episode, user) if self.episode else ""
        self.proposals = propose(draft, series, self.episode)
        self.differences = differences(draft, series, document.filename) if self.episode else {}

    def form(self, initial: dict[str, Any] | None = None, data: Any = None) -> DecisionsForm:
        locale = self.series.locale
        return DecisionsForm(
            data,
            initial=initial,
            draft=self.draft,
            people=_choices(
                self.proposals.people, SpeakerPage, SpeakerIndexPage, locale, self.user
            ),
            organisations=_choices(
                self.proposals.organisations,
                OrganisationPage,
                OrganisationIndexPage,
                locale,
                self.user,
            ),
            episode=self.episode,
            differences=self.differences,
        )

    def review(self, form: DecisionsForm) -> Review:
        return Review(self.document, self.draft, form)

    def run(self, form: DecisionsForm) -> Imported:
        return import_article(
            form.article(),
            self.series,
            self.document.filename,
            user=self.user,
            decisions=form.decisions(),
            as_read=self.draft,
            keep=form.kept(),
        )


def _refusal(episode: EpisodePage, user: Any) -> str:
    permissions = episode.permissions_for_user(user)
    if permissions.page_locked():
        return gettext("The episode is locked, so it can't be updated now.")
    if not permissions.can_edit():
        return gettext("You may not edit this episode, so you can't update it.")
    return ""


def _choices(
    proposals: tuple[Proposal, ...],
    model: type[Page],
    index_class: type[Page],
    locale: Locale,
    user: Any,
) -> Choices:
    keys = {pk for one in proposals for pk in (*one.on_record.same, *one.on_record.similar)}
    index = folder(index_class, locale)
    may_create = index is not None and index.permissions_for_user(user).can_add_subpage()
    others = model.objects.filter(locale=locale)
    return Choices(proposals, model.objects.in_bulk(keys), may_create, others)
