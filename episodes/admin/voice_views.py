"""Who is who in the captions: an editor says it once for each voice and captions."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.auth import permission_denied
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button

from episodes.authoring import voice_casting
from episodes.models import EpisodePage


class VoicesView(WagtailAdminTemplateMixin, View):
    page_title = _("Voices")
    header_icon = "group"
    template_name = "episodes/admin/voices.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        found = get_object_or_404(EpisodePage, pk=kwargs["pk"])
        permissions = found.permissions_for_user(request.user)
        if not permissions.can_edit() or found.alias_of_id:
            return permission_denied(request)
        self.is_locked = permissions.page_locked()
        self.revision = str(found.latest_revision_id or "")
        self.episode: EpisodePage = found.get_latest_revision_as_object()
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Stores what was chosen as a new draft; nothing into a page that changed meanwhile."""
        if self.is_locked:
            messages.error(request, gettext("This episode is locked: nothing was saved."))
        elif request.POST.get("revision") != self.revision:
            messages.error(
                request,
                gettext(
                    "Somebody changed this episode meanwhile, so nothing was saved. These are "
                    "the voices as they are now."
                ),
            )
        else:
            self._store()
        return redirect(request.path)

    def _store(self) -> None:
        count = voice_casting.store(self.episode, self.request.POST.dict())
        self.episode.save_revision(
            user=self.request.user, changed=True, clean=False, log_action=True
        )
        done = ngettext(
            "%(count)s voice is settled in the draft. Publish it for visitors to see.",
            "%(count)s voices are settled in the draft. Publish it for visitors to see.",
            count,
        )
        url = reverse("wagtailadmin_pages:edit", args=[self.episode.pk])
        edit = messages.button(url, gettext("Edit"))
        messages.success(self.request, done % {"count": count}, buttons=[edit])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        people = enumerate(self.episode.appearances.all())
        return super().get_context_data(
            episode=self.episode,
            revision=self.revision,
            casts=voice_casting.casts(self.episode),
            people=[(str(number), one.display_name) for number, one in people],
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
    url = reverse("episodes:voices", args=[page.pk])
    return [Button(_("Voices"), url, icon_name="group", priority=61)]
