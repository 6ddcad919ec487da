"""Faces and pictures in templates."""

from typing import Any

from django import template
from django.conf import settings
from django.template.base import Parser, Token
from django.template.defaultfilters import stringfilter
from django.utils.formats import number_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, to_locale

from speakers import addresses, languages, pictures, structured_data, typography
from speakers.pictures import FRAMES, Frame, largest, middle

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
    renditions, better = [], []
    if image:
        made = pictures.made(image, place.every_spec())
        better = [made[spec] for spec in place.specs(pictures.SLOW) if spec in made]
        try:
            renditions = [
                made[spec] if spec in made else image.get_rendition(spec) for spec in place.specs()
            ]
        except OSError:  # the file is gone: a page without a picture beats no page
            better = []
    return {
        "srcset": _srcset(renditions, place),
        # All or none: with some missing, a browser would take too small a one.
        "better": _srcset(better, place) if len(better) == len(place.scales) else "",
        "smallest": renditions[0] if renditions else None,
        "sizes": place.sizes,
        "alt": alt,
        "css_class": css_class,
        "eager": eager,
    }


def _srcset(renditions: list[Any], place: Frame) -> str:
    """The choice for the browser: by width where it knows the place's, else by density."""
    # Each width once: a picture that is too small has several renditions of its own size.
    by_width: dict[int, str] = {}
    for rendition in renditions:
        by_width.setdefault(rendition.width, rendition.url)
    if place.sizes:
        return ", ".join(f"{url} {width}w" for width, url in by_width.items())
    smallest = min(by_width, default=1)
    return ", ".join(f"{url} {width / smallest:.3g}x" for width, url in by_width.items())


@register.simple_tag
def shared_picture(image: Any, frame: str) -> Any:
    """The picture of a card that others show of the page, in a format that all of them read."""
    return largest(image, frame, pictures.SHARED)


@register.simple_tag
def picture_path(image: Any, frame: str) -> str:
    """The address of the rendition that suits most screens, for what takes a single picture."""
    rendition = middle(image, frame)
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
def language_alternates(context: template.Context, page: Any, url: str = "") -> list[Any]:
    """Language and absolute address of each translation of this page, and of its `url`.

    `url` is the canonical address of a choice below the page, like that of one tag. A page of
    results has no counterpart: the other language has other results.
    """
    request: Any = context.get("request")
    if not request or not page or not page.pk:
        return []
    own = addresses.of_page(page, request)
    below = url.removeprefix(own) if url.startswith(own) else ""
    if "page=" in below:
        return []
    return [
        (language, addresses.absolute(path, request) + below)
        for language, path in languages.alternates(page, request)
    ]


@register.simple_tag
def foreign_language(page: Any) -> str:
    """The code of the language that a page is written in, where the page around it has another."""
    code = str(page.locale.language_code)
    return "" if code == get_language() or not languages.enabled() else code


@register.filter
def in_language(code: str) -> str:
    """In which language something is: "cs" → "in Czech"."""
    return languages.in_language(code)


@register.simple_tag(takes_context=True)
def original_list(context: template.Context, page: Any, listing: Any = None) -> Any:
    """The list in the site's own language, for readers of one that holds what is translated.

    Gives its `language`, and as `url` the same choice there; nothing on the original itself.
    """
    request: Any = context.get("request")
    if not request or not page or page.pk is None or get_language() == settings.LANGUAGE_CODE:
        return None
    original = languages.versions(page, request).get(settings.LANGUAGE_CODE)
    if original is None or not original.is_exact:
        return None
    below = listing.address(1).removeprefix(page.get_url(request)) if listing else ""
    return {"language": original.language, "url": original.path + below}


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


@register.simple_tag(takes_context=True)
def collection_data(context: template.Context) -> str:
    """The page's list for search engines."""
    page = context["page"]
    return structured_data.script(
        structured_data.of_collection(page, context["request"], page.introduction)
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
    words = [word for word in name.partition("(")[0].split() if word[0].isalpha()]
    if not words:
        return "?"
    letters = [words[0][0]] + [word[0] for word in words[-1:] if len(words) > 1]
    # Title case, not capitals: few fonts draw the capitals of Georgian.
    return "".join(letter.title() for letter in letters)


@register.filter
def tone(name: str) -> int:
    """A number from 1 to 6 made from the name: the same name has the same tone everywhere."""
    return sum(name.encode()) % TONES + 1


@register.filter
def grouped(number: int | None) -> str:
    """12,000 as the page's language writes it; nothing for nothing."""
    return "" if number is None else number_format(number, use_l10n=True, force_grouping=True)


@register.filter(is_safe=True)
@stringfilter
def typeset(text: str) -> str:
    """Text as the page's language sets it: in Czech, a preposition stays with its word.

    Leave attributes and feeds alone: nobody sees a line break there, and machines copy the text.
    """
    return typography.czech(text) if _is_czech() else text


def _is_czech() -> bool:
    return (get_language() or "").partition("-")[0] == "cs"


class TypesetNode(template.Node):
    def __init__(self, nodelist: template.NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        html = self.nodelist.render(context)
        # Safe: only white space between words is exchanged, never a tag or an attribute.
        return mark_safe(typography.czech_html(html)) if _is_czech() else html


@register.tag("typeset")
def typeset_block(parser: Parser, token: Token) -> TypesetNode:
    """`{% typeset %}…{% endtypeset %}`: the same for all text of a part of a page."""
    nodelist = parser.parse(("endtypeset",))
    parser.delete_first_token()
    return TypesetNode(nodelist)
