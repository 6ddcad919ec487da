"""Deleting what episodes need is refused with a sentence that names the episodes."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page, ReferenceIndex
from wagtailmedia.models import get_media_model
from wagtailmedia.views import media as media_views

from episodes.models import EpisodePage

SHOWN = 5


def episodes_naming(page: Page) -> QuerySet[EpisodePage]:
    """Episodes that name this page, a page below it or one of their translations."""
    keys: list[int] = []
    for translation in page.get_translations(inclusive=True):
        keys += translation.get_descendants(inclusive=True).values_list("pk", flat=True)
    return EpisodePage.objects.filter(
        Q(appearances__speaker__in=keys)
        | Q(appearances__organisation__in=keys)
        | Q(partnerships__organisation__in=keys)
        | Q(pk__in=_quoting(keys))
    ).distinct()


def _quoting(keys: list[int]) -> list[int]:
    """Episodes whose body quotes one of these people: a reference that no database guards."""
    pages = ContentType.objects.get_for_model(Page)
    rows = ReferenceIndex.objects.filter(
        base_content_type=pages,
        content_type=ContentType.objects.get_for_model(EpisodePage),
        to_content_type=pages,
        to_object_id__in=[str(key) for key in keys],
        content_path__startswith="body.",
        content_path__endswith=".speaker",
    )
    return [int(key) for key in rows.values_list("object_id", flat=True)]


def _say(request: HttpRequest, sentence: str, episodes: list[EpisodePage], advice: str) -> None:
    links = format_html_join(
        "",
        "<li><a href='{}'>{}</a></li>",
        (
            (reverse("wagtailadmin_pages:edit", args=[episode.pk]), episode.draft_title)
            for episode in episodes[:SHOWN]
        ),
    )
    more = len(episodes) - SHOWN
    rest = format_html("<li>{}</li>", _("and %(count)s more") % {"count": more}) if more > 0 else ""
    messages.error(request, format_html("{}<ul>{}{}</ul>{}", sentence, links, rest, advice))


def keep_named_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A hook before a page is deleted."""
    if not _is_kept(request, page):
        return None
    parent = page.get_parent()
    return redirect(
        get_valid_next_url_from_request(request)
        or reverse("wagtailadmin_explore", args=[parent.pk])
    )


def keep_named_pages(
    request: HttpRequest, action_type: str, pages: list[Page], action: Any
) -> HttpResponse | None:
    """A hook before bulk actions: all of the chosen pages are deleted, or none."""
    if action_type != "delete" or request.method != "POST":
        return None
    kept = [page for page in pages if isinstance(page, Page) and _is_kept(request, page)]
    if not kept:
        return None
    messages.warning(request, _("Nothing was deleted."))
    return redirect(action.next_url)


def _is_kept(request: HttpRequest, page: Page) -> bool:
    episodes = list(episodes_naming(page).only("draft_title"))
    if episodes:
        sentence = _(
            "“%(title)s” can't be deleted: it, or a page below it, is named by these episodes."
        ) % {"title": page.get_admin_display_title()}
        advice = _("Take it out of them first. To hide it from visitors, unpublish it instead.")
        _say(request, sentence, episodes, advice)
    return bool(episodes)


def delete_media(request: HttpRequest, media_id: int) -> HttpResponse:
    """Wagtailmedia's own view, for a file that no episode plays."""
    episodes = list(EpisodePage.objects.filter(videos__media=media_id).distinct())
    if not episodes:
        return media_views.delete(request, media_id)
    media = get_media_model().objects.get(pk=media_id)
    sentence = _("“%(title)s” can't be deleted: these episodes play it.") % {"title": media.title}
    _say(request, sentence, episodes, _("Give them another video first."))
    return redirect("wagtailmedia:edit", media_id)
