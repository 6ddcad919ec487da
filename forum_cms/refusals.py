"""The answer to a form that can't be trusted: what happened, and how not to lose what was written."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 in the language of the editor, or of their browser (CSRF_FAILURE_VIEW of Django)."""
    profile = getattr(request.user, "wagtail_userprofile", None)
    chosen = profile.get_preferred_language() if profile else None
    with translation.override(chosen or translation.get_language_from_request(request)):
        return render(request, "403_csrf.html", status=403)
