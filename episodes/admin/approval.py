"""The last look of whoever approves: what is missing is shown once more, and they decide."""

import json
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.workflow import CollectWorkflowActionDataView, WorkflowActionView
from wagtail.models import Page, Revision, TaskState

from episodes.authoring import readiness
from episodes.models import EpisodePage

from .publishing import sentence_list
from .readiness_parts import ReadinessSidePanel
from .readiness_views import PublishView

APPROVE = "approve"


def decide_once(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Refuses a save in the background that carries a decision; the pressed button brings it, too.

    Wagtail's editor lays the decision into the form and saves that form by itself while the answer
    is awaited. Both together would approve twice, or write an older state over the new one.
    """
    is_in_background = not request.accepts("text/html")
    if not is_in_background or "action-workflow-action" not in request.POST:
        return None
    words = gettext("This is being saved with your decision.")
    return JsonResponse(
        {"success": False, "error_code": "locked", "error_message": words}, status=400
    )


def _asks_for_a_look(page: EpisodePage) -> bool:
    return not readiness.of_episode(page.get_latest_revision_as_object()).is_spotless


class LastLookMixin:
    """The window in which somebody approves shows what is missing, above their comment."""

    def get_template_names(self) -> list[str]:
        own = ["episodes/admin/approve_window.html"] if self.action_name == APPROVE else []
        return own or super().get_template_names()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        if self.action_name == APPROVE:
            draft = self.object.get_latest_revision_as_object()
            edit = reverse("wagtailadmin_pages:edit", args=[draft.pk])
            context |= {"readiness": readiness.of_episode(draft), "edit_url": edit}
        return context


class EpisodeCollectView(LastLookMixin, CollectWorkflowActionDataView):
    """The same window, opened from the editor."""


class EpisodeWorkflowActionView(LastLookMixin, WorkflowActionView):
    """A moderator's approval publishes: what became incomplete meanwhile comes back."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        # With a comment field, empty or not, it comes from a window that showed what is missing.
        seen = "comment" in request.POST
        if self.action_name == APPROVE and not seen and _asks_for_a_look(self.object):
            return redirect("episodes:approve", self.object.pk)
        try:
            return super().post(request, *args, **kwargs)
        except ValidationError as error:
            heading = gettext("This episode can't be published yet:")
            messages.error(request, sentence_list(heading, error.messages))
            if request.headers.get("x-requested-with") == "XMLHttpRequest":
                return self.render_modal_json(
                    request, {"step": "success", "redirect": self.redirect_url}
                )
            return redirect(self.redirect_url)


class ReadinessBesideMixin:
    """Wagtail's editor with the list of what is missing beside it.

    A new page needs it, too: its first save in the background puts the panels of a saved one there.
    """

    page: EpisodePage
    request: HttpRequest

    def get_side_panels(self) -> MediaContainer:
        panels = [*super().get_side_panels(), ReadinessSidePanel(self.page, self.request)]
        return MediaContainer(sorted(panels, key=lambda panel: getattr(panel, "order", 0)))


class EpisodeCreateView(ReadinessBesideMixin, CreateView):
    """A new episode."""


class EpisodeEditView(ReadinessBesideMixin, EditView):
    """*Approve* saves the draft, and leads to the last look where there is need of one."""

    has_content_changes: bool
    latest_revision: Revision | None

    def save_action(self) -> HttpResponse:
        if not self.expects_json_response:
            return super().save_action()
        with transaction.atomic():
            if self._is_overtaken():
                words = gettext("Somebody changed it meanwhile.")
                return self.json_error_response("invalid_revision", words)
            return super().save_action()

    def _is_overtaken(self) -> bool:
        """Whether the draft was changed since the editor saw it. Nobody does until this ends.

        Wagtail looks before it reads the form, and a button pressed meanwhile is faster: the save
        in the background would lay its older state over the newer one. A draft in which a person
        was protected has the same number as before, but another time.
        """
        newest = Page.objects.select_for_update().get(pk=self.page.pk).latest_revision
        known = self.request.POST.get("overwrite_revision_created_at")
        if newest and known and known != newest.created_at.isoformat():
            return True
        seen = self.latest_revision
        return (newest and (newest.pk, newest.created_at)) != (seen and (seen.pk, seen.created_at))

    def perform_workflow_action(self) -> HttpResponse:
        seen = "comment" in json.loads(self.request.POST.get("workflow-action-extra-data") or "{}")
        if self.workflow_action != APPROVE or seen:
            return super().perform_workflow_action()
        if self.has_content_changes:
            self.save_action()
            self.has_content_changes = False
        if _asks_for_a_look(self.page):
            return redirect("episodes:approve", self.page.pk)
        return super().perform_workflow_action()


class ApproveView(PublishView):
    """Shows what is missing, and approves the newest draft all the same."""

    page_title = title_for_later = _("Approve it like this?")
    header_icon = "check"
    template_name = "episodes/admin/approve.html"

    @cached_property
    def page(self) -> EpisodePage:
        page = EpisodePage.objects.filter(pk=self.kwargs["page_id"]).first()
        task = page and page.current_workflow_task
        actions = task.get_actions(page, self.request.user) if task else []
        if APPROVE not in [name for name, _label, _window in actions]:
            raise PermissionDenied
        return page

    @cached_property
    def state(self) -> TaskState:
        return self.page.current_workflow_task_state

    def perform(self, request: HttpRequest) -> HttpResponse:
        comment = request.POST.get("comment", "")
        task = self.state.task.specific
        task.on_action(self.state.specific, request.user, APPROVE, comment=comment)
        self.page.refresh_from_db()
        text = (
            gettext("“%(title)s” is published.")
            if self.page.live
            else gettext("“%(title)s” is approved.")
        )
        messages.success(request, text % {"title": self.draft.title}, buttons=self.buttons())
        return redirect("wagtailadmin_home")
