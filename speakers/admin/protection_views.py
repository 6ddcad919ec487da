"""Protecting a person in danger: choose how, look at every place, do it, bring it back."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.auth import permission_denied
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets.button import Button
from wagtail.images import get_image_model

from speakers.models import FoundPassage, Protection, SpeakerPage
from speakers.safety import act, files, preview, registry, restore, seal, search
from speakers.safety.case import Case, open_case
from speakers.safety.people import portraits

from . import protection_checklist
from .protection_forms import ProtectionForm

PASSAGES_ON_A_PAGE = 100
State = Protection.State


def may_protect(user: Any) -> bool:
    return bool(user.has_perm("speakers.protect_person"))


def may_unseal(user: Any) -> bool:
    return bool(user.has_perm("speakers.unseal_person"))


class ProtectionsView(WagtailAdminTemplateMixin, View):
    """What all of these pages share: who may come in."""

    page_title = _("Protected people")
    header_icon = "lock"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_protect(request.user):
            return permission_denied(request)
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        log = {"url": reverse("protections:index"), "label": gettext("Protected people")}
        return [*self.breadcrumbs_items, log, *self.further_breadcrumbs()]

    def further_breadcrumbs(self) -> list[dict[str, Any]]:
        return []


class LogView(ProtectionsView):
    """Who was protected when, by whom and why; nobody's name."""

    template_name = "speakers/admin/protections.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        rows = Protection.objects.select_related("user", "restored_by", "seal_deleted_by")
        page = Paginator(rows, 50).get_page(request.GET.get("p"))
        return self.render_to_response(self.get_context_data(rows=page))


class StartView(ProtectionsView):
    """The form; it leads to the look at all places."""

    page_title = _("Protect this person")
    template_name = "speakers/admin/protect.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.person = get_object_or_404(SpeakerPage, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return gettext("Protect %(name)s") % {"name": self.person.get_admin_display_title()}

    def further_breadcrumbs(self) -> list[dict[str, Any]]:
        return [{"url": "", "label": self.page_title}]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        if open_one := self._open():
            return redirect("protections:one", open_one.pk)
        return self._show(ProtectionForm(person=self.person))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        if open_one := self._open():
            return redirect("protections:one", open_one.pk)
        form = ProtectionForm(request.POST, person=self.person)
        if not form.is_valid():
            return self._show(form)
        told = form.cleaned_data
        protection = open_case(
            self.person,
            told["kind"],
            told["pseudonym"],
            request.user,
            told["reason"],
            extra=told["extra"],
            options=form.options(),
        )
        search.Search(protection).step()
        return redirect("protections:one", protection.pk)

    def _open(self) -> Protection | None:
        """A protection of this person that isn't over."""
        key = self.person.translation_key
        rows = Protection.objects.filter(person__translation_key=key)
        return rows.exclude(state=State.RESTORED).exclude(sealed="").first()

    def _show(self, form: ProtectionForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form, person=self.person))


class ProtectionView(ProtectionsView):
    """One protection, as far as it is: the search, the preview, what was done."""

    TEMPLATES = {
        State.SEARCHING: "speakers/admin/protection_search.html",
        State.READY: "speakers/admin/protection_preview.html",
        State.DONE: "speakers/admin/protection_done.html",
        State.RESTORED: "speakers/admin/protection_done.html",
    }

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.protection = get_object_or_404(Protection, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return str(self.protection)

    def further_breadcrumbs(self) -> list[dict[str, Any]]:
        return [{"url": "", "label": self.get_page_title()}]

    def get_template_names(self) -> list[str]:
        return [self.TEMPLATES[State(self.protection.state)]]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        shown = {
            State.SEARCHING: self._searching,
            State.READY: self._ready,
            State.DONE: self._done,
            State.RESTORED: self._done,
        }[State(self.protection.state)]
        try:
            context = shown()
        except seal.SealBroken:
            messages.error(request, _BROKEN)
            context = self._done(is_broken=True)
            self.protection.state = State.DONE
        return self.render_to_response(self.get_context_data(protection=self.protection, **context))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        todo = {
            "step": self._step,
            "choose": self._choose,
            "protect": self._protect,
            "cancel": self._cancel,
            "again": self._again,
            "files": self._files,
            "check": self._check,
            "restore": self._restore,
            "delete-seal": self._delete_seal,
        }.get(request.POST.get("action", ""))
        if todo is None:
            return redirect("protections:one", pk)
        try:
            return todo() or redirect("protections:one", pk)
        except seal.SealBroken:
            messages.error(request, _BROKEN)
            return redirect("protections:one", pk)

    # Looking for the person

    def _searching(self) -> dict[str, Any]:
        return {"progress": _progress(self.protection)}

    def _step(self) -> HttpResponse | None:
        if self.protection.state == State.SEARCHING:
            search.Search(self.protection).step()
        if self.request.headers.get("Accept") == "application/json":
            return JsonResponse(_progress(self.protection))
        return None

    # Deciding

    def _ready(self) -> dict[str, Any]:
        case = Case.of(self.protection)
        rows = self.protection.passages.select_related("place").order_by("level", "group", "pk")
        page = Paginator(rows, PASSAGES_ON_A_PAGE).get_page(self.request.GET.get("p"))
        levels: dict[int, list[preview.Shown]] = {}
        for one in preview.shown(case, page):
            levels.setdefault(one.level, []).append(one)
        counts = dict.fromkeys(FoundPassage.Level.values, 0)
        for level in self.protection.passages.values_list("level", flat=True).iterator():
            counts[level] += 1
        labels = dict(FoundPassage.Level.choices)
        return {
            "case": case,
            "groups": preview.groups(self.protection),
            "levels": [(level, labels[level], shown) for level, shown in levels.items()],
            "page": page,
            "pictures": self._pictures(case),
            "beyond": self.protection.options.get("beyond", []),
            "counts": counts,
        }

    def _pictures(self, case: Case) -> list[tuple[Any, bool, bool]]:
        """Each picture that may show the person, whether it goes, whether it must."""
        label = get_image_model()._meta.label_lower
        named = self.protection.places.filter(label=label).values_list("row", flat=True)
        must = portraits(case.page_ids)
        keys = list(
            dict.fromkeys([*must, *case.pictures, *registry.pictures(case.page_ids), *named])
        )
        images = get_image_model()._default_manager.in_bulk(keys)
        return [
            (images[key], key in case.pictures or key in must, key in must)
            for key in keys
            if key in images
        ]

    def _store_choice(self) -> None:
        """Keeps the ticks of the places, and of the pictures, that the form showed."""
        sent = self.request.POST
        shown = {int(key) for key in sent.getlist("shown") if key.isdigit()}
        chosen = {int(key) for key in sent.getlist("chosen") if key.isdigit()} & shown
        rows = self.protection.passages.filter(changeable=True)
        rows.filter(pk__in=shown - chosen).update(chosen=False)
        rows.filter(pk__in=chosen).update(chosen=True)
        pictures = {int(key) for key in sent.getlist("pictures") if key.isdigit()}
        offered = {int(key) for key in sent.getlist("offered") if key.isdigit()}
        kept = set(self.protection.options.get("pictures", [])) - offered
        self.protection.options["pictures"] = sorted(kept | (pictures & offered))
        self.protection.save(update_fields=["options"])

    def _choose(self) -> HttpResponse | None:
        if self.protection.state != State.READY:
            return None
        self._store_choice()
        number = self.request.POST.get("p", "")
        url = reverse("protections:one", args=[self.protection.pk])
        return redirect(f"{url}?p={number}" if number.isdigit() else url)

    def _protect(self) -> None:
        is_ready = self.protection.state == State.READY
        if is_ready:
            self._store_choice()
        if not is_ready or not act.protect(self.protection, self.request.user):
            messages.error(self.request, gettext("This was done meanwhile, or given up."))
            return
        messages.success(
            self.request,
            gettext("It is done. Please go through the list of what can’t be recalled from here."),
        )

    def _cancel(self) -> HttpResponse | None:
        """Gives up a search; what was done before stays done."""
        if self.protection.state not in (State.SEARCHING, State.READY):
            return None
        if self.protection.done_at:
            self.protection.places.all().delete()
            self.protection.state = State.DONE
            self.protection.save(update_fields=["state"])
            return None
        self.protection.delete()
        messages.success(self.request, gettext("Nothing was changed."))
        return redirect("protections:index")

    # Afterwards

    def _done(self, is_broken: bool = False) -> dict[str, Any]:
        allowed = may_unseal(self.request.user) and not is_broken
        name = ""
        if allowed and self.protection.sealed:
            name = seal.unseal(self.protection.sealed)["title"]
        counts = [
            (registry.group_label(group), count) for group, count in self.protection.counts.items()
        ]
        return {
            "name": name,
            "may_unseal": allowed,
            "counts": sorted(counts, key=lambda one: (-one[1], one[0])),
            "checklist": protection_checklist.shown(self.protection),
            "remarks": [
                (restore.describe(label, column), row)
                for label, row, column in self.protection.remarks
            ],
            "newer": restore.newer_versions(self.protection)
            if self.protection.state == State.RESTORED
            else 0,
        }

    def _again(self) -> None:
        if self.protection.state == State.DONE and self.protection.sealed:
            search.begin_again(self.protection)
            search.Search(self.protection).step()

    def _files(self) -> None:
        left = files.finish(self.protection)
        if left:
            text = ngettext(
                "%(count)s file could not be deleted yet: tell whoever looks after the server.",
                "%(count)s files could not be deleted yet: tell whoever looks after the server.",
                left,
            )
            messages.error(self.request, text % {"count": left})
        else:
            messages.success(self.request, gettext("The old files are deleted."))

    def _check(self) -> None:
        protection_checklist.store(self.protection, self.request.POST.getlist("seen_to"))
        messages.success(self.request, gettext("Noted."))

    def _restore(self) -> HttpResponse | None:
        if not may_unseal(self.request.user):
            return permission_denied(self.request)
        if self.protection.state != State.DONE or not self.protection.sealed:
            return None
        outcome = restore.restore(self.protection, self.request.user)
        if outcome.left:
            text = gettext("Brought back, but for what was changed since: see below.")
            messages.warning(self.request, text)
        else:
            messages.success(self.request, gettext("Everything is as it was before."))
        return None

    def _delete_seal(self) -> HttpResponse | None:
        if not may_unseal(self.request.user):
            return permission_denied(self.request)
        if self.protection.state in (State.DONE, State.RESTORED) and self.protection.sealed:
            if "sure" in self.request.POST:
                restore.delete_seal(self.protection, self.request.user)
                messages.success(self.request, gettext("The sealed record is deleted for good."))
            else:
                messages.error(self.request, gettext("Nothing was deleted: tick the box first."))
        return None


_BROKEN = _(
    "The sealed record can’t be opened: the key of this site has changed. Whoever looks after the "
    "server can add the old key to SPEAKERS_SEAL_KEYS."
)


def _progress(protection: Protection) -> dict[str, Any]:
    at = protection.progress
    finished = protection.state != State.SEARCHING
    return {"done": at.get("table", 0), "total": at.get("tables", 1), "finished": finished}


class ProtectionViews(ViewSet):
    """The addresses of all this, below "protections/"."""

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", LogView.as_view(), name="index"),
            path("person/<int:pk>/", StartView.as_view(), name="start"),
            path("<int:pk>/", ProtectionView.as_view(), name="one"),
        ]


class LogMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_protect(request.user)


def menu_item() -> MenuItem:
    url = reverse("protections:index")
    return LogMenuItem(_("Protected people"), url, name="protections", icon_name="lock", order=650)


def _offered(page: Any, user: Any) -> bool:
    return isinstance(page, SpeakerPage) and bool(page.pk) and may_protect(user)


def header_buttons(
    page: Any, user: Any, view_name: str, next_url: str | None = None
) -> list[Button]:
    """The way to this from the editor of a person."""
    if not _offered(page, user):
        return []
    url = reverse("protections:start", args=[page.pk])
    return [Button(_("Protect this person"), url, icon_name="lock", priority=65)]


def listing_buttons(page: Any, user: Any, next_url: str | None = None) -> list[Button]:
    """The same in a list of people."""
    if not _offered(page.specific_deferred if page is not None else page, user):
        return []
    url = reverse("protections:start", args=[page.pk])
    return [Button(_("Protect this person"), url, icon_name="lock", priority=65)]
