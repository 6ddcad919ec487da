"""What this app adds to Wagtail's admin."""

from typing import Any

from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet
from wagtail.log_actions import LogFormatter
from wagtail.snippets.models import register_snippet

from episodes.admin import (
    approval,
    bulk_tags,
    dashboard,
    deletion,
    draft_views,
    publishing,
    quote_time_views,
    readiness_views,
    tag_actions,
    uses,
    voice_views,
)
from episodes.admin.listings import EpisodesListing, EpisodeViews
from episodes.admin.tags import TagViewSet
from episodes.models.refusal import REFUSED
from speakers.admin import uses as counted_uses

register_snippet(TagViewSet)
counted_uses.register(uses.count)

hooks.register("before_delete_page", deletion.keep_named_page)
hooks.register("before_bulk_action", deletion.keep_named_pages)
hooks.register("before_bulk_action", publishing.refuse_incomplete)
hooks.register("register_page_header_buttons", quote_time_views.header_buttons)
hooks.register("register_page_header_buttons", voice_views.header_buttons)
hooks.register("register_page_header_buttons", draft_views.header_buttons)
hooks.register("before_edit_page", approval.decide_once)
hooks.register("before_publish_page", readiness_views.ask_before_publishing)
hooks.register("construct_homepage_panels", dashboard.add_office_panel)


@hooks.register("insert_editor_js")
def editor_scripts() -> str:
    """What the editor of an episode does besides Wagtail's own; harmless in other editors."""
    names = ["readiness", "free-days"]
    addresses = [static(f"episodes/admin/{name}.js") for name in names]
    return format_html_join("", '<script src="{}"></script>', ((one,) for one in addresses))


@hooks.register("insert_global_admin_css")
def readiness_style() -> str:
    """The list of episodes has no place of its own for a style sheet."""
    address = static("episodes/admin/readiness.css")
    return format_html('<link rel="stylesheet" href="{}">', address)


@hooks.register("register_admin_viewset")
def register_viewsets() -> list[ViewSet]:
    return [EpisodesListing("episodes"), EpisodeViews()]


# Before wagtailmedia's own address, whatever the order of the apps.
@hooks.register("register_admin_urls", order=-1)
def register_media_deletion() -> list[Any]:
    return [path("media/delete/<int:media_id>/", deletion.delete_media)]


hooks.register("register_bulk_action", tag_actions.MergeTags)
# Later than those of the same name, whatever the order of the apps.
hooks.register("register_bulk_action", publishing.PublishMany, order=2)
hooks.register("register_bulk_action", bulk_tags.AddTags)


@hooks.register("register_log_actions")
def register_refusal(actions: Any) -> None:
    actions.register_action("episodes.merge_tag", _("Merge"), _("Took in another tag"))
    actions.register_action(draft_views.SHARED, _("Share"), _("Shared the draft by a link"))
    actions.register_action(draft_views.TAKEN_BACK, _("Take back"), _("Took a link back"))

    @actions.register_action(REFUSED)
    class RefusedFormatter(LogFormatter):
        label = _("Not published")

        def format_message(self, entry: Any) -> str:
            return " ".join([str(_("It was due, but:")), *entry.data.get("sentences", [])])
