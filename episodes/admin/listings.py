"""The list of episodes in the admin's menu."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageTitleColumn, ParentPageColumn
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.viewsets.pages import PageListingViewSet, PageViewSet
from wagtail.admin.widgets.button import Button, HeaderButton

from episodes.authoring import readiness
from episodes.formats import timecode
from episodes.models import Appearance, EpisodePage, EpisodeTag, SeriesPage, TaggedEpisode
from episodes.models.queryset import people
from speakers.admin.listings import (
    LAST_COLUMNS,
    FoldedSearchMixin,
    LiveFilter,
    PagesIndexView,
    address,
    status,
)
from speakers.models import SpeakerPage

from . import readiness_views, tag_actions
from .approval import (
    ApproveView,
    EpisodeCollectView,
    EpisodeCreateView,
    EpisodeEditView,
    EpisodeWorkflowActionView,
)
from .article_views import ArticleImportView, series_for
from .calendar import CalendarView
from .catalogue_views import CatalogueProgressView, CatalogueUploadView
from .choices import PageChoiceFilter
from .draft_views import SharedDraftsView, ShareDraftView
from .quote_time_views import QuoteTimesView
from .readiness_parts import ReadinessColumn
from .readiness_views import BoardView, PublishView
from .voice_views import VoicesView

Episodes = QuerySet[EpisodePage]


class EpisodeFilters(WagtailFilterSet):
    """Subqueries throughout: the search refuses to filter by fields that it doesn't index."""

    live = LiveFilter()
    series = PageChoiceFilter(
        label=_("Series"),
        queryset=SeriesPage.objects.order_by("title"),
        method="in_series",
        empty_label=_("All"),
    )
    published_on = django_filters.DateFromToRangeFilter(
        label=_("Published on"), widget=DateRangePickerWidget
    )
    tag = django_filters.ModelChoiceFilter(
        label=_("Tag"), queryset=EpisodeTag.objects.all(), method="with_tag", empty_label=_("All")
    )
    person = PageChoiceFilter(
        label=_("Person"),
        queryset=SpeakerPage.objects.filter(appearances__isnull=False)
        .distinct()
        .order_by("sort_name"),
        method="with_person",
        empty_label=_("All"),
    )

    lacks = django_filters.ChoiceFilter(
        label=_("Lacks"), choices=readiness_views.kinds, method="lacking", empty_label=_("All")
    )

    class Meta:
        model = EpisodePage
        fields: list[str] = []

    def lacking(self, episodes: Episodes, _name: str, key: str) -> Episodes:
        """Of those that were changed last; further back nobody looks."""
        newest = EpisodePage.objects.filter(alias_of=None).defer("body")
        newest = newest.order_by("-latest_revision_created_at", "-pk")[: readiness_views.LOOKED_AT]
        found = readiness.of_episodes(newest)
        keys = [pk for pk, one in found.items() if readiness_views.lacks(one, key)]
        return episodes.filter(pk__in=keys)

    def in_series(self, episodes: Episodes, _name: str, series: SeriesPage) -> Episodes:
        return episodes.filter(pk__in=EpisodePage.objects.child_of(series).values("pk"))

    def with_tag(self, episodes: Episodes, _name: str, tag: EpisodeTag) -> Episodes:
        tagged = TaggedEpisode.objects.filter(tag=tag)
        return episodes.filter(pk__in=tagged.values("content_object"))

    def with_person(self, episodes: Episodes, _name: str, person: SpeakerPage) -> Episodes:
        appearances = Appearance.objects.filter(speaker=person)
        return episodes.filter(pk__in=appearances.values("episode"))


class BringsPeople:
    """Fetches the people of all rows at once."""

    def annotate_queryset(self, episodes: Any) -> Any:
        return super().annotate_queryset(episodes).prefetch_related(people())


def tags(episode: EpisodePage) -> str:
    return ", ".join(sorted(tag.name for tag in episode.tags.all()))


class EpisodesIndexView(BringsPeople, PagesIndexView):
    exported = {
        "title": (_("Title"), lambda episode: episode.title),
        "guests": (_("Guests"), lambda episode: guests(episode)),
        "published_on": (_("Published on"), lambda episode: episode.published_on),
        "recorded_on": (_("Recorded on"), lambda episode: episode.recorded_on),
        "tags": (_("Tags"), tags),
        "length": (_("Length"), lambda episode: timecode.format(episode.duration_s or 0)),
        "status": (_("Status"), status),
        "address": (_("Address"), address),
    }

    def annotate_queryset(self, episodes: Any) -> Any:
        episodes = super().annotate_queryset(episodes)
        return episodes.prefetch_related("tags", "videos") if self.is_export else episodes

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        buttons = super().header_buttons
        if series_for(self.request.user).exists():
            url = reverse("episodes:from_article")
            buttons.append(HeaderButton(_("New from an article"), url, icon_name="doc-full"))
        return buttons

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        board, calendar = reverse("episodes:board"), reverse("episodes:calendar")
        shared = reverse("episodes:shared_drafts")
        buttons = super().header_more_buttons
        if series_for(self.request.user).exists():
            url = reverse("episodes:from_catalogue")
            buttons.append(
                Button(_("Many from a catalogue"), url, icon_name="download", priority=50)
            )
        return [
            *buttons,
            Button(_("What is missing"), board, icon_name="list-ul", priority=60),
            Button(_("Calendar"), calendar, icon_name="calendar-alt", priority=70),
            Button(_("Shared drafts"), shared, icon_name="link", priority=80),
        ]


class EpisodesOfSeriesView(BringsPeople, FoldedSearchMixin, ExplorableIndexView):
    pass


def guests(episode: EpisodePage) -> str:
    return ", ".join(guest.display_name for guest in episode.guests)


class EpisodesListing(PageListingViewSet):
    model = EpisodePage
    name = export_filename = "episodes"
    menu_label = _("Episodes")
    icon = "comment"
    menu_order = 110
    add_to_admin_menu = True
    ordering = "-latest_revision_created_at"
    list_per_page = 50
    index_view_class = EpisodesIndexView
    filterset_class = EpisodeFilters
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Title"), sort_key="title", width="24%"),
        Column("guests", label=_("Guests"), accessor=guests),
        ParentPageColumn("parent", label=_("Series")),
        Column("published_on", label=_("Published on"), sort_key="published_on", width="12%"),
        ReadinessColumn("readiness", label=_("Readiness"), width="14%"),
        *LAST_COLUMNS,
    ]

    def get_urlpatterns(self) -> list[Any]:
        return [
            *super().get_urlpatterns(),
            path("from-article/", ArticleImportView.as_view(), name="from_article"),
            path("from-catalogue/", CatalogueUploadView.as_view(), name="from_catalogue"),
            path("from-catalogue/<int:pk>/", CatalogueProgressView.as_view(), name="catalogue"),
            path("quote-times/<int:pk>/", QuoteTimesView.as_view(), name="quote_times"),
            path("voices/<int:pk>/", VoicesView.as_view(), name="voices"),
            path("tag-names/", tag_actions.autocomplete, name="tag_names"),
            path("board/", BoardView.as_view(), name="board"),
            path("calendar/", CalendarView.as_view(), name="calendar"),
            path("share/<int:page_id>/", ShareDraftView.as_view(), name="share_draft"),
            path("shared/", SharedDraftsView.as_view(), name="shared_drafts"),
            path("approve/<int:page_id>/", ApproveView.as_view(), name="approve"),
            path("publish/<int:page_id>/", PublishView.as_view(), name="publish"),
        ]


class EpisodeViews(PageViewSet):
    """What Wagtail shows of episodes elsewhere: below their series, and in moderation."""

    model = EpisodePage
    index_view_class = EpisodesOfSeriesView
    filterset_class = EpisodeFilters
    columns = EpisodesListing.columns
    add_view_class = EpisodeCreateView
    edit_view_class = EpisodeEditView
    collect_workflow_action_data_view_class = EpisodeCollectView
    workflow_action_view_class = EpisodeWorkflowActionView
