"""Times of quotes: where the captions say what an episode quotes, taken over one by one.

Nothing is stored unasked, and nothing into a page that changed since it was looked at.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.auth import permission_denied
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button

from episodes.authoring import quote_times
from episodes.models import EpisodePage


class QuoteTimesView(WagtailAdminTemplateMixin, View):
    page_title = _("Times of quotes")
    header_icon = "openquote"
    template_name = "episodes/admin/quote_times.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        found = get_object_or_404(EpisodePage, pk=kwargs["pk"])
        self.permissions = found.permissions_for_user(request.user)
        if not self.permissions.can_edit() or found.alias_of_id:
            return permission_denied(request)
        self.revision = str(found.latest_revision_id or "")
        self.episode: EpisodePage = found.get_latest_revision_as_object()
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Takes over the passages of the claims named by `take`, as a new draft."""
        if self.is_locked:
            messages.error(request, gettext("This episode is locked: nothing was taken over."))
        elif request.POST.get("revision") != self.revision:
            messages.error(
                request,
                gettext(
                    "Somebody changed this episode meanwhile, so nothing was taken over. These "
                    "are the quotes as they are now."
                ),
            )
        else:
            self._take_over(request.POST.getlist("take"))
        return redirect(request.path)

    def _take_over(self, keys: list[str]) -> None:
        taken = quote_times.take_over(self.episode, keys)
        if not taken:
            messages.warning(self.request, gettext("Nothing was chosen that can be taken over."))
            return
        self.episode.save_revision(
            user=self.request.user, changed=True, clean=False, log_action=True
        )
        done = ngettext(
            "%(count)s time was taken over into the draft.",
            "%(count)s times were taken over into the draft.",
            len(taken),
        )
        edit = messages.button(
            reverse("wagtailadmin_pages:edit", args=[self.episode.pk]), gettext("Edit")
        )
        messages.success(self.request, done % {"count": len(taken)}, buttons=[edit])

    @cached_property
    def is_locked(self) -> bool:
        return self.permissions.page_locked()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        claims = quote_times.claims(self.episode)
        return super().get_context_data(
            episode=self.episode,
            revision=self.revision,
            video=self.episode.main_video,
            captions=quote_times.spoken_captions(self.episode),
            claims=claims,
            offered=[claim for claim in claims if claim.is_offered],
            is_locked=self.is_locked,
            **kwargs,
        )

    def get_page_subtitle(self) -> str:
        return self.episode.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        edit = reverse("wagtailadmin_pages:edit", args=[self.episode.pk])
        return [
            *self.breadcrumbs_items,
            {"url": reverse("episodes:index"), "label": gettext("Episodes")},
            {"url": edit, "label": self.episode.get_admin_display_title()},
            {"url": "", "label": self.page_title},
        ]


def header_buttons(
    page: Any, user: Any, view_name: str, next_url: str | None = None
) -> list[Button]:
    """The way to this view from the editor of an episode."""
    if not isinstance(page, EpisodePage) or view_name != "edit":
        return []
    if not page.pk or page.alias_of_id or not page.permissions_for_user(user).can_edit():
        return []
    url = reverse("episodes:quote_times", args=[page.pk])
    return [Button(_("Times of quotes"), url, icon_name="openquote", priority=60)]
