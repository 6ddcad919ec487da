"""Who knocks at the login, and what is said to somebody who knocked too often."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from wagtail.admin.forms.auth import LoginForm

MINUTES = 60


def client_ip(request: HttpRequest) -> str:
    """The address that a login comes from.

    Behind a proxy it is the last entry of X-Forwarded-For: the proxy wrote that one itself,
    everything before it is what the visitor claims.
    """
    if getattr(settings, "BEHIND_PROXY", False):
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        if forwarded:
            return forwarded
    return request.META.get("REMOTE_ADDR", "")


def locked_out(
    request: HttpRequest, response: HttpResponse | None, credentials: dict[str, Any] | None
) -> HttpResponse:
    """The login page again, with one sentence and status 429."""
    list(get_messages(request))  # "wrong password" beside it would only confuse
    minutes = round(settings.AXES_COOLOFF_TIME * MINUTES)
    messages.error(
        request,
        _(
            "Too many attempts to sign in as this person from here. "
            "Wait %(minutes)s minutes, or ask an administrator."
        )
        % {"minutes": minutes},
    )
    context = {"form": LoginForm(request), "show_password_reset": True}
    return TemplateResponse(request, "wagtailadmin/login.html", context, status=429).render()
