"""What staff see first: what goes out next, and what is missing. What waits for them is Wagtail's."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.permissions import policy_registry

from episodes.authoring import readiness
from episodes.models import EpisodePage

ROWS = 6


class OfficePanel(Component):
    """Two short tables about the episodes that this user may edit."""

    template_name = "episodes/admin/dashboard.html"
    order = 110

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        policy = policy_registry.get_by_type(Page)
        mine = policy.instances_user_has_permission_for(self.request.user, "change")
        episodes = EpisodePage.objects.filter(pk__in=mine.values("pk"), alias_of=None)
        episodes = episodes.defer("body")
        now = timezone.now()
        upcoming = list(
            episodes.filter(Q(go_live_at__gt=now) | Q(premieres_at__gt=now)).order_by(
                "go_live_at", "premieres_at", "pk"
            )[:ROWS]
        )
        drafts = list(
            episodes.filter(has_unpublished_changes=True).order_by(
                "-latest_revision_created_at", "-pk"
            )[:ROWS]
        )
        found = readiness.of_episodes([*upcoming, *drafts])
        return {
            "upcoming": [(page, found[page.pk]) for page in upcoming],
            "drafts": [(page, found[page.pk]) for page in drafts if found[page.pk].open],
        }


def add_office_panel(request: HttpRequest, panels: list[Component]) -> None:
    """A hook of the admin's first page."""
    panels.append(OfficePanel(request))
