"""Whether somebody is still signed in: asked before a form is sent that holds their words."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect


def signed_in(request: HttpRequest) -> HttpResponse:
    """Only who is signed in gets here: a script reads the token of the form, others go on."""
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        return JsonResponse({"token": get_token(request)})
    return redirect("wagtailadmin_home")
