"""Sharing a draft with somebody who has no login, and taking that back."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.permissions import policy_registry

from episodes.authoring.readiness.checks import edit_url
from episodes.models import DraftLink, EpisodePage
from episodes.models.draft_link import DAYS

from .draft_base import header_button
from .readiness_views import OfficeView

SHARED, TAKEN_BACK = "episodes.share_draft", "episodes.take_back_draft"


def _days() -> list[tuple[int, str]]:
    return [
        (days, ngettext("%(count)s day", "%(count)s days", days) % {"count": days}) for days in DAYS
    ]


class DraftLinkForm(forms.Form):
    note = forms.CharField(
        label=_("For whom"),
        required=False,
        max_length=100,
        help_text=_("So that you know it again in this list; visitors don't see it."),
    )
    days = forms.TypedChoiceField(label=_("Good for"), choices=_days, coerce=int)


class SharedDraftsView(OfficeView):
    """All links to drafts that this user may edit, newest first; those that ended are swept."""

    page_title = _("Shared drafts")
    header_icon = "link"
    template_name = "episodes/admin/shared_drafts.html"
    http_method_names = ["get", "post"]

    def links(self) -> QuerySet[DraftLink]:
        policy = policy_registry.get_by_type(Page)
        mine = policy.instances_user_has_permission_for(self.request.user, "change")
        links = DraftLink.objects.filter(episode__in=mine.values("pk"))
        links.filter(expires_at__lte=timezone.now()).delete()
        return links.select_related("episode", "made_by")

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Takes the link named by `take_back` back; gone already is as good."""
        asked = request.POST.get("take_back", "")
        link = (
            self.links().filter(pk=asked if asked.isascii() and asked.isdigit() else None).first()
        )
        if link:
            link.delete()
            log(link.episode, TAKEN_BACK, user=request.user, data={"note": link.note})
        messages.success(request, gettext("The link is taken back: it opens nothing any more."))
        return redirect(request.path)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = [(link, link.address(self.request)) for link in self.links()]
        return super().get_context_data(rows=rows, **kwargs)


class ShareDraftView(SharedDraftsView):
    """The links of one episode, and a form for one more."""

    page_title = _("Share the draft")
    template_name = "episodes/admin/share_draft.html"

    @cached_property
    def page(self) -> EpisodePage:
        page = get_object_or_404(EpisodePage, pk=self.kwargs["page_id"], alias_of=None)
        if not page.permissions_for_user(self.request.user).can_edit():
            raise PermissionDenied
        return page

    def links(self) -> QuerySet[DraftLink]:
        return super().links().filter(episode=self.page)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=DraftLinkForm()))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if not self.page.series.live:
            raise PermissionDenied
        if "take_back" in request.POST:
            return super().post(request)
        form = DraftLinkForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        given = form.cleaned_data
        DraftLink.make(self.page, request.user, given["days"], given["note"])
        log(self.page, SHARED, user=request.user, data={"note": given["note"]})
        messages.success(request, gettext("Here is the link: copy it and send it."))
        return redirect(request.path)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(page=self.page, title=self.draft_title, **kwargs)

    @property
    def draft_title(self) -> str:
        return self.page.draft_title or self.page.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        *before, own = super().get_breadcrumbs_items()
        return [*before, {"url": edit_url(self.page.pk), "label": self.draft_title}, own]


def header_buttons(
    page: Any, user: Any, view_name: str, next_url: str | None = None
) -> list[Button]:
    look = {"label": _("Share the draft"), "icon_name": "link", "priority": 65}
    return header_button(page, user, view_name, "share_draft", **look)
