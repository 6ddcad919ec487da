"""What the site itself adds to Wagtail's admin."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html, json_script
from django.utils.translation import gettext
from wagtail import hooks

from .wagtail_words import IN_SCRIPTS


@hooks.register("before_edit_user")
def keep_superusers_to_themselves(request: HttpRequest, user: Any) -> None:
    """Who looks after accounts could else give a superuser a new password and log in as them."""
    if user.is_superuser and not request.user.is_superuser:
        raise PermissionDenied


@hooks.register("insert_global_admin_js")
def words_of_scripts() -> str:
    """In the language of the office; where a word has no translation it says itself."""
    words = json_script({word: gettext(word) for word in IN_SCRIPTS}, "words-of-scripts")
    return format_html('{}<script src="{}"></script>', words, static("forum_cms/admin/words.js"))
