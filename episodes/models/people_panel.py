"""The panel of an episode's people."""

from wagtail.admin.panels import MultipleChooserPanel


class PeoplePanel(MultipleChooserPanel):
    """Adds several people at once from their list, or one who has no page here by name."""

    class BoundPanel(MultipleChooserPanel.BoundPanel):
        template_name = "episodes/panels/people.html"
