"""What pages of the admin about the newest draft of one episode have in common."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.auth import permission_denied
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from episodes.authoring.readiness.checks import edit_url
from episodes.models import EpisodePage


def mark_of(page: Page) -> str:
    """A mark of the newest draft, for a form: what was decided holds for what was seen.

    A save in the background writes over its own last revision, so the number alone says too little.
    """
    revision = page.latest_revision
    return f"{revision.pk} {revision.created_at.isoformat()}" if revision else ""


def header_button(page: Any, user: Any, view_name: str, name: str, **button: Any) -> list[Button]:
    """The way from the editor of an episode to the view of that name, for whoever may edit it."""
    if not isinstance(page, EpisodePage) or view_name != "edit":
        return []
    if not page.pk or page.alias_of_id or not page.permissions_for_user(user).can_edit():
        return []
    return [Button(url=reverse(f"episodes:{name}", args=[page.pk]), **button)]


class DraftView(WagtailAdminTemplateMixin, View):
    """Shows the newest draft of an episode, and stores decisions about it as a newer one.

    Nothing goes into a page that is locked, or that changed since it was looked at.
    """

    locked_words: str | Promise
    changed_words: str | Promise

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        found = get_object_or_404(EpisodePage, pk=kwargs["pk"])
        permissions = found.permissions_for_user(request.user)
        if not permissions.can_edit() or found.alias_of_id:
            return permission_denied(request)
        self.is_locked = permissions.page_locked()
        self.revision = mark_of(found)
        self.episode: EpisodePage = found.get_latest_revision_as_object()
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        if self.is_locked:
            messages.error(request, self.locked_words)
        elif request.POST.get("revision") != self.revision:
            messages.error(request, self.changed_words)
        else:
            self.store()
        return redirect(request.path)

    def store(self) -> None:
        """Change the draft by what was sent, and keep it."""
        raise NotImplementedError

    def keep(self, sentence: str) -> None:
        """Save the draft, and say so."""
        user = self.request.user
        self.episode.save_revision(user=user, changed=True, clean=False, log_action=True)
        edit = messages.button(edit_url(self.episode.pk), gettext("Edit"))
        messages.success(self.request, sentence, buttons=[edit])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            episode=self.episode, revision=self.revision, is_locked=self.is_locked, **kwargs
        )

    def get_page_subtitle(self) -> str:
        return self.episode.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("episodes:index"), "label": gettext("Episodes")},
            {"url": edit_url(self.episode.pk), "label": self.episode.get_admin_display_title()},
            {"url": "", "label": self.page_title},
        ]
