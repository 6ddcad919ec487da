"""Faces and pictures in templates."""

from typing import Any

from django import template

from speakers.pictures import FRAMES

register = template.Library()

#: How many tones `initials` knows; the stylesheet names each of them.
TONES = 6


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


@register.simple_tag(takes_context=True)
def picture_address(context: template.Context, image: Any, frame: str) -> str:
    """The absolute address of the largest rendition in a frame, for those who share the page."""
    path = picture_path(image, frame)
    request = context.get("request")
    return str(request.build_absolute_uri(path)) if path and request else path


@register.simple_tag
def picture_path(image: Any, frame: str) -> str:
    """The address of the largest rendition in a frame; nothing without a readable image."""
    if not image:
        return ""
    try:
        return str(image.get_rendition(FRAMES[frame].specs()[-1]).url)
    except OSError:  # the file is gone, as above
        return ""


@register.simple_tag
def stylesheets_of(sections: list[dict[str, Any]]) -> list[str]:
    """Static paths of what the sections of a page need, each once."""
    return list(dict.fromkeys(sheet for section in sections for sheet in section["stylesheets"]))


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
