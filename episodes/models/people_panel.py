"""The panel of an episode's people."""

from django import forms
from wagtail.admin.panels import MultipleChooserPanel


class PeoplePanel(MultipleChooserPanel):
    """Adds several people at once from their list, or one who has no page here by name."""

    class BoundPanel(MultipleChooserPanel.BoundPanel):
        template_name = "episodes/panels/people.html"

        @property
        def media(self) -> forms.Media:
            return super().media + forms.Media(js=["episodes/admin/people-panel.js"])
