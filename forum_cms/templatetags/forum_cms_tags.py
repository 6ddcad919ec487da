"""The menu and the house's own words, for the shell around every page."""

from typing import Any

from django import template
from django.utils.translation import get_language
from wagtail.models import Site

from forum_cms.models import MenuLink

register = template.Library()


@register.simple_tag(takes_context=True)
def menu_links(context: template.Context) -> list[MenuLink]:
    """The menu of the site in the visitor's language, in one query; nothing without a site."""
    request: Any = context.get("request")
    site = Site.find_for_request(request) if request else None
    if site is None:
        return []
    home = {
        "home__translation_key": site.root_page.translation_key,
        "home__locale__language_code": get_language(),
    }
    return list(MenuLink.objects.filter(**home, page__live=True).select_related("page"))
