"""For the shell around every page: the house's words, languages, style sheets."""

import re
from collections.abc import Iterable
from typing import Any

from django import template
from django.contrib.staticfiles.storage import staticfiles_storage
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Site

from forum_cms import house, languages
from forum_cms.models import SiteSettings
from forum_cms.static_files import BUNDLES, HOUSE
from speakers import structured_data

register = template.Library()
HUMP = re.compile(r"(?<=[^\W\d_])(?=[A-Z][a-z])")


@register.filter
def breakable(word: str) -> SafeString:
    """A hashtag that a narrow page may break before one of its words: #Extremes|Of|Everything."""
    return mark_safe("<wbr>".join(escape(part) for part in HUMP.split(word)))


@register.simple_tag
def bundle(name: str) -> list[str]:
    """Static paths of style sheets that belong together: one where static files are collected."""
    together, parts = BUNDLES[name]
    return [together] if hasattr(staticfiles_storage, "bundles") else list(parts)


@register.filter
def besides_house(sheets: Iterable[str]) -> list[str]:
    """The style sheets that not every page loads anyway."""
    return [sheet for sheet in sheets if sheet not in HOUSE]


@register.simple_tag(takes_context=True)
def house_words(context: template.Context) -> house.House:
    """The menu, the notice and the footer in the visitor's language."""
    request: Any = context.get("request")
    return house.around(request, context.get("page"))


@register.simple_tag(takes_context=True)
def language_choices(context: template.Context) -> list[languages.Choice]:
    """Links to the same page in the other languages."""
    request: Any = context.get("request")
    if not request:
        return []
    return languages.choices(request, context.get("page"), context.get("listing"))


@register.simple_tag(takes_context=True)
def text_data(context: template.Context) -> str:
    """Where a page of text stands, for search engines."""
    return structured_data.script(structured_data.of_text(context["page"], context["request"]))


@register.simple_tag(takes_context=True)
def website_data(context: template.Context) -> str:
    """The whole site for search engines: its name and who publishes it."""
    request: Any = context.get("request")
    about = SiteSettings.for_request(request)
    site = Site.find_for_request(request)
    name = (site.site_name if site else "") or about.mark or context["page"].title
    return structured_data.script(
        structured_data.of_website(name, about.organisation_name, about.organisation_url, request)
    )
