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


@register.filter
def initials(name: str) -> str:
    """Two letters for a face that isn't there: "Tomáš Petříček" → "TP"."""
    words = [word for word in name.split() if word[0].isalpha()]
    if not words:
        return "?"
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


@register.filter
def tone(name: str) -> int:
    """A number from 1 to 6 made from the name: the same name has the same tone everywhere."""
    return sum(name.encode()) % TONES + 1
