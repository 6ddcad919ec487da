"""How an unsaved episode is looked at: as a page, in lists, in search results, as a shared link."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from episodes import marks
from episodes.terms import Terms

if TYPE_CHECKING:
    from wagtail.models import Page as Base
else:
    Base = object

PAGE, CARD, SEARCH, SHARED = "", "card", "search", "shared"
EXCERPTS = {CARD, SEARCH, SHARED}


class PreviewModes(Base):
    """Preview modes of the editor; each but the page itself has a template of its own."""

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        return [
            (PAGE, _("Page")),
            (CARD, _("In lists")),
            (SEARCH, _("Search result")),
            (SHARED, _("Shared link")),
        ]

    def serve_preview(self: Any, request: HttpRequest, mode_name: str) -> HttpResponse:
        if mode_name not in EXCERPTS:
            return super().serve_preview(request, mode_name)
        nothing = Terms.parse("")
        context = {
            "page": self,
            "series": self.series,
            "terms": nothing,
            "found": {"excerpt": marks.excerpt(self.lead, nothing), "passages": []},
            "host": request.get_host(),
        }
        return TemplateResponse(request, f"episodes/previews/{mode_name}.html", context)
