"""What the site itself adds to Wagtail's admin."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from wagtail import hooks


@hooks.register("before_edit_user")
def keep_superusers_to_themselves(request: HttpRequest, user: Any) -> None:
    """Who looks after accounts could else give a superuser a new password and log in as them."""
    if user.is_superuser and not request.user.is_superuser:
        raise PermissionDenied
