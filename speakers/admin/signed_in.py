"""Whether somebody is still signed in: asked before a form is sent that holds their words."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import Resolver404, resolve
from wagtail.models import Page


def signed_in(request: HttpRequest) -> HttpResponse:
    """Only who is signed in gets here: a script reads the token of the form, others go on.

    Raises Http404 where `form` is the address of an editor whose page is gone.
    """
    if request.headers.get("x-requested-with") != "XMLHttpRequest":
        return redirect("wagtailadmin_home")
    if key := _edited_page(request.GET.get("form", "")):
        get_object_or_404(Page, pk=key)
    return JsonResponse({"token": get_token(request)})


def _edited_page(path: str) -> int | None:
    """The key of the page whose editor stands at this address, if it is one."""
    try:
        found = resolve(path)
    except Resolver404:
        return None
    if found.view_name != "wagtailadmin_pages:edit":
        return None
    return int(found.args[0] if found.args else found.kwargs["page_id"])
