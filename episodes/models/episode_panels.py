"""The editor's panels of an episode, in the order of work: words, people, video, labels, when."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.admin.widgets import AdminAutoHeightTextInput, AdminTagWidget
from wagtailmedia.edit_handlers import MediaChooserPanel

from .people_panel import PeoplePanel
from .tags import EpisodeTag


class TagsWidget(AdminTagWidget):
    """Offers tags while one types, whatever the accents, and by their other names."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"tag_model": EpisodeTag, **kwargs})

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["data-w-tag-url-value"] = reverse("episodes:tag_names")
        return context


def edit_handler(page_class: Any) -> TabbedInterface:
    """The tabs of the editor; the last ones are Wagtail's own."""
    return TabbedInterface(
        [
            ObjectList(
                [
                    # Titles are sentences here; a box of one line would show the half of them.
                    TitleFieldPanel("title", widget=AdminAutoHeightTextInput),
                    MultiFieldPanel(
                        [
                            FieldRowPanel(
                                [
                                    "published_on",
                                    # With a line of help each, the two boxes stand side by side.
                                    FieldPanel(
                                        "recorded_on",
                                        help_text=_("The day of the conversation itself."),
                                    ),
                                ]
                            ),
                            HelpPanel(template="episodes/panels/slots.html"),
                            FieldPanel("premieres_at"),
                            FieldRowPanel(["special", "abridged"]),
                            "abridged_note",
                        ],
                        heading=_("When"),
                    ),
                    FieldPanel("lead"),
                    FieldPanel("body"),
                    InlinePanel("takeaways", heading=_("Takeaways"), label=_("Takeaway")),
                ],
                heading=_("Words"),
            ),
            ObjectList(
                [
                    PeoplePanel(
                        "appearances",
                        chooser_field_name="speaker",
                        heading=_("People"),
                        label=_("Person"),
                    ),
                    InlinePanel("partnerships", heading=_("Partners"), label=_("Partner")),
                ],
                heading=_("People"),
            ),
            ObjectList(
                [
                    HelpPanel(
                        _(
                            "Add the link first, and a file of our own if there is one: some "
                            "visitors can't reach YouTube, and for some it isn't safe."
                        )
                    ),
                    InlinePanel("videos", heading=_("Videos"), label=_("Video")),
                    FieldPanel("poster"),
                    MediaChooserPanel("audio", media_type="audio"),
                    FieldRowPanel(["spoken_language", "language_note"]),
                ],
                heading=_("Video"),
            ),
            ObjectList(
                [
                    FieldPanel(
                        "tags",
                        widget=TagsWidget,
                        help_text=_(
                            "Two to five. Type the beginning and choose; Enter takes what you "
                            "typed, also as a new tag."
                        ),
                    )
                ],
                heading=_("Tags"),
            ),
            ObjectList(page_class.promote_panels, heading=_("Search and sharing")),
            ObjectList(page_class.settings_panels, heading=_("Scheduling"), classname="settings"),
        ]
    )
