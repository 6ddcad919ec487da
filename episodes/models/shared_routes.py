"""What an episode gives away below its address: citations, and its date for a calendar."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from episodes.outputs import calendar, citation, citation_files, passages


class SharedRoutes(RoutablePageMixin):
    """Addresses of an episode for those who cite it or want to be there."""

    class Meta:
        abstract = True

    @path("cite/<slug:name>/", name="cite")
    def cite(self: Any, request: HttpRequest, name: str) -> HttpResponse:
        """A citation as a file; `?t=` is the second that is meant."""
        if name not in citation_files.FORMATS:
            raise Http404(f"no citations as {name}")
        start_s = passages.start_s(request.GET.get("t", ""), self.duration_s)
        cited = citation.of_episode(self, self.series, request, start_s)
        return citation_files.answer(cited, citation_files.FORMATS[name])

    @path("calendar/", name="calendar")
    def calendar_file(self: Any, request: HttpRequest) -> HttpResponse:
        """The premiere as an event; nothing once it is over."""
        if not self.is_announced:
            raise Http404("nothing is announced")
        return calendar.answer([self], self.title, self.slug, request)
