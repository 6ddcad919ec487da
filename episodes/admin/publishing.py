"""Publishing outside the editor: what is incomplete is refused with the editor's sentences."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions import PublishBulkAction
from wagtail.models import Page

from episodes.authoring import readiness
from episodes.models import EpisodePage
from speakers.admin.bulk import OfTheListMixin

#: Of many refused episodes so many are told with what they lack; more would hide the list.
NAMED = 10


def sentence_list(heading: str, sentences: list[str]) -> str:
    items = format_html_join("", "<li>{}</li>", ((sentence,) for sentence in sentences))
    return format_html("{}<ul>{}</ul>", heading, items)


def refuse_incomplete(
    request: HttpRequest, action_type: str, pages: list[Page], action: Any
) -> HttpResponse | None:
    """A hook before bulk actions: all of the chosen episodes are published, or none."""
    if action_type != "publish" or request.method != "POST":
        return None
    refused = 0
    for page in _to_be_published(pages, action):
        sentences = page.get_latest_revision_as_object().missing()
        refused += bool(sentences)
        if sentences and refused <= NAMED:
            heading = _("“%(title)s” can't be published yet:") % {"title": page.draft_title}
            messages.error(request, sentence_list(heading, sentences))
    if not refused:
        return None
    if more := max(0, refused - NAMED):
        words = ngettext(
            "Nor can %(count)s other episode be published yet.",
            "Nor can %(count)s other episodes be published yet.",
            more,
        )
        messages.error(request, words % {"count": more})
    messages.warning(request, _("Nothing was published."))
    return redirect(action.next_url)


def _to_be_published(pages: list[Page], action: Any) -> list[EpisodePage]:
    episodes = list(EpisodePage.objects.filter(pk__in=[page.pk for page in pages]))
    if action.cleaned_form.cleaned_data.get("include_descendants"):
        for page in pages:
            episodes += EpisodePage.objects.descendant_of(page).not_live()
    return list({episode.pk: episode for episode in episodes}.values())


class PublishMany(OfTheListMixin, PublishBulkAction):
    """Wagtail's own, which shows first what each of the chosen episodes lacks."""

    template_name = "episodes/admin/publish_many.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        chosen = [row["item"].pk for row in context["items"]]
        episodes = list(EpisodePage.objects.filter(pk__in=chosen).defer("body").order_by("title"))
        found = readiness.of_episodes(episodes)
        rows = [(episode, found[episode.pk]) for episode in episodes]
        return {**context, "to_look_at": [row for row in rows if not row[1].is_spotless]}
