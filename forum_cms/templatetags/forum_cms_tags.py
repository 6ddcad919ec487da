"""The menu and the house's own words, for the shell around every page."""

from typing import Any

from django import template
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.utils.translation import get_language
from wagtail.models import Site

from forum_cms import languages
from forum_cms.models import MenuLink, SiteSettings
from forum_cms.static_files import HOUSE
from speakers import structured_data

register = template.Library()


@register.simple_tag
def house_stylesheets() -> list[str]:
    """Static paths of what every page loads: one where static files are collected."""
    return list(getattr(staticfiles_storage, "house", HOUSE))


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


@register.simple_tag(takes_context=True)
def language_choices(context: template.Context) -> list[languages.Choice]:
    """Links to the same page in the other languages."""
    request: Any = context.get("request")
    if not request:
        return []
    return languages.choices(request, context.get("page"), context.get("listing"))


@register.simple_tag
def house_language() -> str:
    """The language of what the house says of itself on every page, where the page has another."""
    return "" if get_language() == settings.LANGUAGE_CODE else settings.LANGUAGE_CODE


@register.simple_tag(takes_context=True)
def website_data(context: template.Context) -> str:
    """The whole site for search engines: its name and who publishes it."""
    request: Any = context.get("request")
    house = SiteSettings.for_request(request)
    site = Site.find_for_request(request)
    name = (site.site_name if site else "") or house.mark or context["page"].title
    return structured_data.script(
        structured_data.of_website(name, house.organisation_name, house.organisation_url, request)
    )
