"""The last look before publishing, and the board of everything that is missing."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Page as ResultPage
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail.permissions import policy_registry

from episodes.authoring import readiness
from episodes.authoring.readiness.checks import edit_url
from episodes.models import EpisodePage, SeriesPage

from .choices import NamesLanguageMixin
from .draft_base import mark_of
from .publishing import sentence_list

PER_PAGE = 40
#: A search for what lacks something reads every episode; further back nobody looks.
LOOKED_AT = 1000
#: On the board, beside the keys of the lines: words that ask for a second look.
WORDS = "words"


def ask_before_publishing(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A hook before the editor publishes: what is missing is shown once more.

    The editor has saved its draft by now, so nothing is lost; whoever may publish decides.
    """
    if not isinstance(page, EpisodePage) or "publish-anyway" in request.POST:
        return None
    if readiness.of_episode(page).is_spotless:
        return None
    if page.live and page.live_revision_id is None:
        # A new page stands in the tree as a live one by now, before it is published.
        page.live, page.has_unpublished_changes = False, True
        page.save(clean=False, update_fields=["live", "has_unpublished_changes"])
    return redirect("episodes:publish", page.pk)


class OfficeView(WagtailAdminTemplateMixin, View):
    """A page of the admin that stands below the list of episodes."""

    http_method_names = ["get"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("episodes:index"), "label": gettext("Episodes")},
            {"url": "", "label": self.get_page_title()},
        ]


class PublishView(OfficeView):
    """Shows what is missing, and publishes the newest draft all the same."""

    page_title = _("Publish it like this?")
    title_for_later = _("Schedule it like this?")
    header_icon = "upload"
    template_name = "episodes/admin/publish.html"
    http_method_names = ["get", "post"]

    @cached_property
    def page(self) -> EpisodePage:
        page = get_object_or_404(EpisodePage, pk=self.kwargs["page_id"])
        permissions = page.permissions_for_user(self.request.user)
        if not permissions.can_publish() or permissions.page_locked():
            raise PermissionDenied
        return page

    @cached_property
    def draft(self) -> EpisodePage:
        return self.page.get_latest_revision_as_object()

    @cached_property
    def is_for_later(self) -> bool:
        """Whether it has a schedule, and doesn't go out at once."""
        return bool(self.draft.go_live_at and self.draft.go_live_at > timezone.now())

    def get_page_title(self) -> str:
        return self.title_for_later if self.is_for_later else self.page_title

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        if request.POST.get("revision") != mark_of(self.page):
            sentence = gettext("Somebody saved it meanwhile: look at what it says now.")
            messages.warning(request, sentence)
            return redirect(request.path)
        try:
            return self.perform(request)
        except ValidationError as error:
            heading = gettext("This episode can't be published yet:")
            messages.error(request, sentence_list(heading, error.messages))
            return redirect("wagtailadmin_pages:edit", page_id)

    def perform(self, request: HttpRequest) -> HttpResponse:
        """Does it, and says so. Raises ValidationError where something is still needed."""
        revision = self.page.get_latest_revision()
        PublishPageRevisionAction(revision, user=request.user).execute()
        messages.success(request, self._published(), buttons=self.buttons())
        return redirect("wagtailadmin_explore", self.page.get_parent().pk)

    def _published(self) -> str:
        text = (
            gettext("“%(title)s” is scheduled.")
            if self.is_for_later
            else gettext("“%(title)s” is published.")
        )
        return text % {"title": self.draft.title}

    def buttons(self) -> list[Any]:
        self.page.refresh_from_db()
        found = (
            [messages.button(self.page.full_url, gettext("View live"))] if self.page.live else []
        )
        return [*found, messages.button(edit_url(self.page.pk), gettext("Edit"))]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            page=self.draft,
            revision=mark_of(self.page),
            readiness=readiness.of_episode(self.draft),
            is_for_later=self.is_for_later,
            **kwargs,
        )

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        edit = {"url": edit_url(self.page.pk), "label": self.draft.title}
        *before, own = super().get_breadcrumbs_items()
        return [*before, edit, own]


class BoardView(OfficeView):
    """Every episode that this user may edit, with what each one lacks."""

    page_title = _("What is missing")
    header_icon = "list-ul"
    template_name = "episodes/admin/board.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        query = self.request.GET
        status, lacking = query.get("status", ""), query.get("lacks", "")
        series = query.get("series", "") if query.get("series", "").isascii() else ""
        episodes = self._narrowed(status, series)
        rows, looked_at = self._rows(episodes, lacking)
        labels = NamesLanguageMixin()
        return super().get_context_data(
            rows=rows,
            looked_at=looked_at,
            labels=kinds(),
            all_series=[
                (page.pk, labels.label_from_instance(page))
                for page in SeriesPage.objects.order_by("title")
            ],
            chosen={"status": status, "lacks": lacking, "series": series},
            **kwargs,
        )

    def _narrowed(self, status: str, series: str) -> QuerySet[EpisodePage]:
        policy = policy_registry.get_by_type(Page)
        mine = policy.instances_user_has_permission_for(self.request.user, "change")
        episodes = EpisodePage.objects.filter(pk__in=mine.values("pk"), alias_of=None)
        if status in ("live", "draft"):
            episodes = episodes.filter(live=status == "live")
        parent = SeriesPage.objects.filter(pk=series).first() if series.isdigit() else None
        if parent:
            episodes = episodes.child_of(parent)
        return episodes.defer("body").order_by("-latest_revision_created_at", "-pk")

    def _rows(self, episodes: QuerySet[EpisodePage], lacking: str) -> tuple[ResultPage, int]:
        """A page of episodes with their readiness, and how many were looked at if not all."""
        number = self.request.GET.get("page", "1")
        if not lacking:
            page = Paginator(episodes, PER_PAGE).get_page(number)
            page.object_list = _with_readiness(list(page.object_list))
            return page, 0
        looked_at = list(episodes[:LOOKED_AT])
        rows = [row for row in _with_readiness(looked_at) if lacks(row[1], lacking)]
        limit = LOOKED_AT if len(looked_at) == LOOKED_AT else 0
        return Paginator(rows, PER_PAGE).get_page(number), limit


def kinds() -> list[tuple[str, Any]]:
    """What an episode may lack: keys and labels, in the order of work."""
    lines = readiness.of_episode(EpisodePage()).lines
    return [*((line.key, line.label) for line in lines), (WORDS, gettext("Words"))]


def lacks(found: readiness.Readiness, key: str) -> bool:
    if key == WORDS:
        return bool(found.remarks)
    return any(line.key == key for line in found.open)


def _with_readiness(
    episodes: list[EpisodePage],
) -> list[tuple[EpisodePage, readiness.Readiness]]:
    found = readiness.of_episodes(episodes)
    return [(episode, found[episode.pk]) for episode in episodes]
