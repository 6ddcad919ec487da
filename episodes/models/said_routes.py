"""What was said, below an episode's address: captions, transcript and chapters as files."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from episodes.formats import captions as captions_format
from episodes.formats import chapters as chapters_format

from . import transcript_view
from .video import Captions

#: Podcast players read these from other sites.
OPEN = {"Access-Control-Allow-Origin": "*"}
VTT = "text/vtt; charset=utf-8"


class SaidRoutes(RoutablePageMixin):
    """Addresses of an episode that give files to players, podcasts and readers."""

    class Meta:
        abstract = True

    @path("captions/<int:captions_id>/", name="captions")
    def captions_file(self, request: HttpRequest, captions_id: int) -> HttpResponse:
        """Captions as WebVTT, for the player and for download."""
        found = self._captions(captions_id)
        text = captions_format.write_vtt(captions_format.cues_from_json(found.cues))
        return HttpResponse(text, content_type=VTT, headers=OPEN)

    @path("transcript/<int:captions_id>/", name="transcript")
    def transcript_file(self, request: HttpRequest, captions_id: int) -> HttpResponse:
        """What was said as plain text, with the names of those who said it."""
        found = self._captions(captions_id)
        if found.kind not in transcript_view.SPOKEN:
            raise Http404("nothing is said in these captions")
        text = transcript_view.plain(self, found)
        return HttpResponse(text, content_type="text/plain; charset=utf-8", headers=OPEN)

    @path("chapters/", name="chapters")
    def chapters_file(self, request: HttpRequest) -> HttpResponse:
        """Chapters as Podcasting 2.0 reads them."""
        found = chapters_format.to_podcast(
            self._chapters(),
            self.duration_s,
            title=self.title,
        )
        return JsonResponse(found, content_type="application/json+chapters", headers=OPEN)

    @path("chapters/track/", name="chapters_track")
    def chapters_track(self, request: HttpRequest) -> HttpResponse:
        """Chapters as WebVTT, for the player."""
        text = chapters_format.write_vtt(self._chapters(), self.duration_s)
        return HttpResponse(text, content_type=VTT, headers=OPEN)

    def _captions(self, captions_id: int) -> Captions:
        found = Captions.objects.filter(pk=captions_id, video__episode=self.pk).first()
        if found is None:
            raise Http404("no such captions")
        return found

    def _chapters(self) -> Any:
        found = transcript_view.chapters_of(self)
        if not found:
            raise Http404("no chapters")
        return found
