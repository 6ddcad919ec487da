"""Readiness where staff look anyway: beside the editor and in the list of episodes."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.ui.tables import Column

from episodes.authoring import readiness, slots
from episodes.models import EpisodePage


class ReadinessSidePanel(BaseSidePanel):
    """Beside the editor; saving a draft brings it up to date."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("What is still missing")
        icon_name = "list-ul"

        def get_context_data(self, parent_context: Any) -> dict[str, Any]:
            return {**super().get_context_data(parent_context), "count": self.panel.count}

    name = "readiness"
    title = _("Readiness")
    template_name = "episodes/admin/readiness_panel.html"
    order = 150

    def __init__(self, page: EpisodePage, request: Any) -> None:
        super().__init__(page, request)
        self.found = readiness.of_episode(page)

    @property
    def count(self) -> int:
        return len(self.found.open) + len(self.found.remarks)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(parent_context),
            "readiness": self.found,
            "clashes": slots.same_day(self.object, self.object.published_on),
        }


class ReadinessColumn(Column):
    """How much of an episode is there; all rows of the table are read at once."""

    cell_template_name = "episodes/admin/readiness_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        table = parent_context["table"]
        if not hasattr(table, "readiness"):
            table.readiness = readiness.of_episodes(table.data)
        return {**context, "readiness": table.readiness[instance.pk]}

    def get_value(self, instance: Any) -> str:
        return ""
