"""The address below a series at which a shared draft is read."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.response import TemplateResponse
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from speakers.models import OrganisationPage, SpeakerPage
from speakers.visibility import visible

from . import episode_people
from .draft_link import DraftLink

#: Nobody keeps, lists or passes on what is read here, least of all its address.
HEADERS = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
}


class DraftRoutes(RoutablePageMixin):
    """Drafts of a series for those who were given a link."""

    class Meta:
        abstract = True

    @path("draft/<str:key>/<str:signature>/", name="draft")
    def draft(self: Any, request: HttpRequest, key: str, signature: str) -> HttpResponse:
        """The newest draft; the page itself once that is published; else a sentence."""
        link = DraftLink.read(key, signature)
        response = self._answer(request, link)
        for name, value in HEADERS.items():
            response[name] = value
        return response

    def _answer(self: Any, request: HttpRequest, link: DraftLink | None) -> HttpResponse:
        page = link.episode if link and not link.has_ended else None
        if link is None or page is None or not page.is_child_of(self):
            return render(request, "episodes/draft_ended.html", {"page": self}, status=410)
        if page.live and not page.has_unpublished_changes:
            return redirect(page.get_url(request))
        draft = page.get_latest_revision_as_object()
        hide_what_is_private(draft)
        context = {**draft.get_context(request), "shared_draft": link}
        return TemplateResponse(request, "episodes/shared_draft.html", context)


def hide_what_is_private(draft: Any) -> None:
    """Forgets pages of people and organisations that visitors may not see; their names stay."""
    rows = [*draft.appearances.all(), *draft.partnerships.all()]
    quoted = [block.value for block in draft.body if block.block_type == "quote"]
    speakers = {getattr(row, "speaker_id", None) for row in rows}
    speakers |= {value["speaker"].pk for value in quoted if value.get("speaker")}
    shown = _visible(SpeakerPage, speakers)
    organisations = _visible(OrganisationPage, {row.organisation_id for row in rows})
    for row in rows:
        if getattr(row, "speaker_id", None):
            row.speaker_title, row.speaker_is_shown = row.speaker.title, row.speaker_id in shown
        if row.organisation_id:
            row.own_organisation_title = row.organisation.title
            row.organisation_is_shown = row.organisation_id in organisations
        episode_people.hide(row)
    for value in quoted:
        if value.get("speaker") and value["speaker"].pk not in shown:
            value["speaker_name"], value["speaker"] = value.attribution, None


def _visible(model: Any, keys: set[int | None]) -> set[int]:
    found = visible(model.objects.filter(pk__in=keys - {None}))
    return set(found.values_list("pk", flat=True))
