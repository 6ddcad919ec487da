"""Many past videos at once: bring a catalogue, watch it become episodes, keep the report."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.auth import permission_denied
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from episodes.authoring.catalogue import uploads
from episodes.authoring.catalogue.outcome import field_labels
from episodes.authoring.directory import folder
from episodes.authoring.errors import ImportFailed
from episodes.formats.errors import FormatError
from episodes.models import CatalogueLine, CatalogueUpload, SeriesPage
from episodes.sentences import translated
from speakers.models import SpeakerIndexPage

from .article_views import series_for
from .catalogue_forms import CatalogueForm
from .catalogue_report import action_labels, answer

LINES_ON_A_PAGE = 100
EARLIER = 20


def may_publish(user: Any, series: SeriesPage) -> bool:
    return series.permissions_for_user(user).can_publish_subpage()


class CatalogueView(WagtailAdminTemplateMixin, View):
    """What both pages share: who may, and where they stand."""

    header_icon = "list-ul"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.series = series_for(request.user)
        if not self.series:
            return permission_denied(request)
        return super().dispatch(request, *args, **kwargs)

    def uploads(self) -> Any:
        return CatalogueUpload.objects.filter(series__in=self.series).select_related("series")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        items = [
            *self.breadcrumbs_items,
            {"url": reverse("episodes:index"), "label": gettext("Episodes")},
            {"url": reverse("episodes:from_catalogue"), "label": gettext("From a catalogue")},
        ]
        if "pk" in self.kwargs:
            items.append({"url": "", "label": self.get_page_title()})
        return items


class CatalogueUploadView(CatalogueView):
    """The form; a catalogue that can be read leads to its progress."""

    page_title = _("Episodes from a catalogue")
    template_name = "episodes/admin/catalogue_form.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show(self._form())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self._form(request.POST, request.FILES)
        if form.is_valid():
            try:
                return redirect("episodes:catalogue", self._receive(form.cleaned_data).pk)
            except FormatError as error:
                form.add_error("file", translated(error))
            except ImportFailed as failure:
                form.add_error("file", str(failure))
        return self._show(form)

    def _receive(self, chosen: dict[str, Any]) -> CatalogueUpload:
        file, series, user = chosen["file"], chosen["series"], self.request.user
        publish = bool(chosen.get("publish"))
        if publish and not may_publish(user, series):
            raise ImportFailed(gettext("You may not publish in this series."))
        return uploads.receive(file, file.name, series, user, publish)

    def _form(self, *data: Any) -> CatalogueForm:
        allowed = any(may_publish(self.request.user, one) for one in self.series)
        return CatalogueForm(*data, series=self.series, may_publish=allowed)

    def _show(self, form: CatalogueForm) -> HttpResponse:
        context = self.get_context_data(
            form=form,
            earlier=self.uploads()[:EARLIER],
            action_url=self.request.path,
            submit_button_label=gettext("Read the catalogue"),
            submit_button_active_label=gettext("Just a moment …"),
        )
        return self.render_to_response(context)


class CatalogueProgressView(CatalogueView):
    """How far an import is, and what became of each row; each POST imports some more."""

    template_name = "episodes/admin/catalogue_progress.html"

    def dispatch(self, request: HttpRequest, pk: int, *args: Any, **kwargs: Any) -> HttpResponse:
        self.pk = pk
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return self.upload.filename

    def setup_upload(self) -> None:
        self.upload = get_object_or_404(self.uploads(), pk=self.pk)

    def get(self, request: HttpRequest) -> HttpResponse:
        self.setup_upload()
        if "download" in request.GET:
            return answer(self.upload)
        counts = uploads.counts(self.upload)
        action = request.GET.get("action", "")
        lines = self.upload.lines.exclude(action="")
        if action in action_labels():
            lines = lines.filter(action=action)
        page = Paginator(lines, LINES_ON_A_PAGE).get_page(request.GET.get("p"))
        return self.render_to_response(
            self.get_context_data(
                upload=self.upload,
                progress=_progress(counts),
                kinds=[
                    (name, label, counts[name])
                    for name, label in action_labels().items()
                    if counts.get(name)
                ],
                action=action,
                lines=page,
                rows=[_shown(line) for line in page],
            )
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        self.setup_upload()
        if "delete" in request.POST:
            self.upload.delete()
            messages.success(request, gettext("The report is deleted; the episodes stay."))
            return redirect("episodes:from_catalogue")
        failure = self._step()
        if request.headers.get("Accept") == "application/json":
            progress = _progress(uploads.counts(self.upload))
            return JsonResponse({**progress, "failure": failure})
        if failure:
            messages.error(request, failure)
        return redirect("episodes:catalogue", self.upload.pk)

    def _step(self) -> str:
        """Import some rows; a sentence where that can't be done."""
        user, series = self.request.user, self.upload.series
        if self.upload.publish and not may_publish(user, series):
            return gettext("You may not publish in this series.")
        index = folder(SpeakerIndexPage, series.locale)
        may_create = index is not None and index.permissions_for_user(user).can_add_subpage()
        try:
            uploads.step(self.upload, user, may_create)
        except ImportFailed as failure:
            return str(failure)
        return ""


def _progress(counts: dict[str, int]) -> dict[str, Any]:
    total = sum(counts.values())
    done = total - counts.get("waiting", 0)
    return {"total": total, "done": done, "finished": done == total}


def _shown(line: CatalogueLine) -> dict[str, Any]:
    labels = field_labels()
    notes = [(labels.get(field, field), sentence) for field, sentence in line.notes]
    return {"line": line, "action": action_labels()[line.action], "notes": notes}
