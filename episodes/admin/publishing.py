"""Publishing outside the editor: what is incomplete is refused with the editor's sentences."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.models import Page

from episodes.models import EpisodePage


def sentence_list(heading: str, sentences: list[str]) -> str:
    items = format_html_join("", "<li>{}</li>", ((sentence,) for sentence in sentences))
    return format_html("{}<ul>{}</ul>", heading, items)


def refuse_incomplete(
    request: HttpRequest, action_type: str, pages: list[Page], action: Any
) -> HttpResponse | None:
    """A hook before bulk actions: all of the chosen episodes are published, or none."""
    if action_type != "publish" or request.method != "POST":
        return None
    found = False
    for page in _to_be_published(pages, action):
        sentences = page.get_latest_revision_as_object().missing()
        if sentences:
            found = True
            heading = _("“%(title)s” can't be published yet:") % {"title": page.draft_title}
            messages.error(request, sentence_list(heading, sentences))
    if not found:
        return None
    messages.warning(request, _("Nothing was published."))
    return redirect(action.next_url)


def _to_be_published(pages: list[Page], action: Any) -> list[EpisodePage]:
    episodes = list(EpisodePage.objects.filter(pk__in=[page.pk for page in pages]))
    if action.cleaned_form.cleaned_data.get("include_descendants"):
        for page in pages:
            episodes += EpisodePage.objects.descendant_of(page).not_live()
    return list({episode.pk: episode for episode in episodes}.values())


class EpisodeWorkflowActionView(WorkflowActionView):
    """A moderator's approval publishes: what became incomplete meanwhile comes back."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().post(request, *args, **kwargs)
        except ValidationError as error:
            heading = _("This episode can't be published yet:")
            messages.error(request, sentence_list(heading, error.messages))
            if request.headers.get("x-requested-with") == "XMLHttpRequest":
                return self.render_modal_json(
                    request, {"step": "success", "redirect": self.redirect_url}
                )
            return redirect(self.redirect_url)
