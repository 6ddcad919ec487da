"""Faces and pictures in templates."""

from typing import Any

from django import template
from django.utils.translation import to_locale

from speakers import addresses, structured_data
from speakers.pictures import FRAMES, largest

register = template.Library()

#: How many tones `initials` knows; the stylesheet names each of them.
TONES = 6
#: Those who show cards know a language only with a territory.
TERRITORIES = {"en": "en_GB", "cs": "cs_CZ"}


@register.inclusion_tag("speakers/components/picture.html")
def picture(
    image: Any, frame: str, alt: str = "", css_class: str = "", eager: bool = False
) -> dict[str, Any]:
    """`{% picture image "card" alt="…" eager=True %}`: the image in one of the named frames.

    Nothing is shown for no image, or for one whose file can't be read.
    """
    place = FRAMES[frame]
    renditions = []
    if image:
        try:
            renditions = list(image.get_renditions(*place.specs()).values())
        except OSError:  # the file is gone: a page without a picture beats no page
            renditions = []
    return {
        "renditions": renditions,
        "smallest": renditions[0] if renditions else None,
        "sizes": place.sizes,
        "alt": alt,
        "css_class": css_class,
        "eager": eager,
        "is_scaled": not place.sizes,
    }


@register.simple_tag
def largest_picture(image: Any, frame: str) -> Any:
    """The largest rendition in a frame, for those who share the page; nothing without one."""
    return largest(image, frame)


@register.simple_tag
def picture_path(image: Any, frame: str) -> str:
    """The address of the largest rendition in a frame; nothing without a readable image."""
    rendition = largest(image, frame)
    return str(rendition.url) if rendition else ""


@register.simple_tag(takes_context=True)
def absolute(context: template.Context, path: str) -> str:
    """An address with scheme and host."""
    request = context.get("request")
    return addresses.absolute(path, request) if request else path


@register.simple_tag(takes_context=True)
def page_address(context: template.Context, page: Any) -> str:
    """The one absolute address of a page; nothing before it is saved."""
    request = context.get("request")
    return addresses.of_page(page, request) if request and page and page.pk else ""


@register.simple_tag(takes_context=True)
def speaker_data(context: template.Context) -> str:
    """The page's person for search engines."""
    return structured_data.script(structured_data.of_speaker(context["page"], context["request"]))


@register.simple_tag(takes_context=True)
def organisation_data(context: template.Context) -> str:
    """The page's organisation for search engines."""
    return structured_data.script(
        structured_data.of_organisation(context["page"], context["request"])
    )


@register.simple_tag
def stylesheets_of(sections: list[dict[str, Any]]) -> list[str]:
    """Static paths of what the sections of a page need, each once."""
    return list(dict.fromkeys(sheet for section in sections for sheet in section["stylesheets"]))


@register.filter
def card_locale(language_code: str) -> str:
    """A language as Open Graph wants it, with a territory: "cs" → "cs_CZ"."""
    return TERRITORIES.get(language_code) or to_locale(language_code)


@register.filter
def initials(name: str) -> str:
    """Two letters for a face that isn't there: "Tomáš Petříček" → "TP"."""
    words = [word for word in name.split() if word[0].isalpha()]
    if not words:
        return "?"
    letters = [words[0][0]] + [word[0] for word in words[-1:] if len(words) > 1]
    # Title case, not capitals: few fonts draw the capitals of Georgian.
    return "".join(letter.title() for letter in letters)


@register.filter
def tone(name: str) -> int:
    """A number from 1 to 6 made from the name: the same name has the same tone everywhere."""
    return sum(name.encode()) % TONES + 1
