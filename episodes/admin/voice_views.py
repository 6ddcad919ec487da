"""Who is who in the captions: an editor says it once for each voice and captions."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.widgets.button import Button

from episodes.authoring import voice_casting

from .draft_base import DraftView, header_button


class VoicesView(DraftView):
    page_title = _("Voices")
    header_icon = "group"
    template_name = "episodes/admin/voices.html"
    locked_words = _("This episode is locked: nothing was saved.")
    changed_words = _(
        "Somebody changed this episode meanwhile, so nothing was saved. These are "
        "the voices as they are now."
    )

    def store(self) -> None:
        count = voice_casting.store(self.episode, self.request.POST.dict())
        done = ngettext(
            "%(count)s voice is settled in the draft. Publish it for visitors to see.",
            "%(count)s voices are settled in the draft. Publish it for visitors to see.",
            count,
        )
        self.keep(done % {"count": count})

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        people = enumerate(self.episode.appearances.all())
        return super().get_context_data(
            casts=voice_casting.casts(self.episode),
            people=[(str(number), one.display_name) for number, one in people],
            **kwargs,
        )


def header_buttons(
    page: Any, user: Any, view_name: str, next_url: str | None = None
) -> list[Button]:
    look = {"label": _("Voices"), "icon_name": "group", "priority": 61}
    return header_button(page, user, view_name, "voices", **look)
