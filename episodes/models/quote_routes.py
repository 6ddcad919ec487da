"""What everybody said in a series: a page of its own below the series."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from .quote_choice import QuoteChoice, QuoteListing


class QuoteRoutes(RoutablePageMixin):
    """The index of quotes for readers, and the same for programs."""

    class Meta:
        abstract = True

    @path("quotes/", name="quotes")
    def quotes(self: Any, request: HttpRequest) -> HttpResponse:
        """Quotes by person, topic and words, newest first."""
        return self.render(
            request,
            context_overrides={"listing": self._quotes(request)},
            template="episodes/quotes_page.html",
        )

    @path("quotes/json/", name="quotes_json")
    def quotes_as_json(self: Any, request: HttpRequest) -> HttpResponse:
        """The same page of quotes as JSON; `url` plays from the second, where it is known."""
        listing = self._quotes(request)
        rows = [
            {
                "text": one.text,
                "name": one.name,
                "role": one.appearance.role if one.appearance else "",
                "date": one.episode.published_on,
                "episode": one.episode.title,
                "start": one.start_s,
                "url": f"{one.episode.get_full_url(request)}"
                f"{'' if one.start_s is None else f'?t={one.start_s}'}",
            }
            for one in listing.quotes
        ]
        found = {"total": listing.total, "page": listing.page.number, "quotes": rows}
        return JsonResponse(found | {"problems": listing.problems})

    def _quotes(self: Any, request: HttpRequest) -> QuoteListing:
        base_url = f"{self.get_url(request) or ''}{self.reverse_subpage('quotes')}"
        return QuoteChoice.from_query(request.GET).listing(self, base_url)
