"""Times of quotes: where the captions say what an episode quotes, taken over one by one.

Nothing is stored unasked, and nothing into a page that changed since it was looked at.
"""

from typing import Any

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button

from episodes.authoring import quote_times

from .draft_base import DraftView, header_button


class QuoteTimesView(DraftView):
    page_title = _("Times of quotes")
    header_icon = "openquote"
    template_name = "episodes/admin/quote_times.html"
    locked_words = _("This episode is locked: nothing was taken over.")
    changed_words = _(
        "Somebody changed this episode meanwhile, so nothing was taken over. These "
        "are the quotes as they are now."
    )

    def store(self) -> None:
        """Takes over the passages of the claims named by `take`."""
        taken = quote_times.take_over(self.episode, self.request.POST.getlist("take"))
        if not taken:
            messages.warning(self.request, gettext("Nothing was chosen that can be taken over."))
            return
        done = ngettext(
            "%(count)s time was taken over into the draft.",
            "%(count)s times were taken over into the draft.",
            len(taken),
        )
        self.keep(done % {"count": len(taken)})

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        claims = quote_times.claims(self.episode)
        return super().get_context_data(
            video=self.episode.main_video,
            captions=quote_times.spoken_captions(self.episode),
            claims=claims,
            offered=[claim for claim in claims if claim.is_offered],
            **kwargs,
        )


def header_buttons(
    page: Any, user: Any, view_name: str, next_url: str | None = None
) -> list[Button]:
    look = {"label": _("Times of quotes"), "icon_name": "openquote", "priority": 60}
    return header_button(page, user, view_name, "quote_times", **look)
