"""What episodes and their lists tell machines, inside a page."""

from typing import Any

from django import template

from episodes.filters import Listing
from episodes.outputs import channel, citation, citation_files, sharing, structured_data
from speakers.structured_data import script

register = template.Library()


@register.simple_tag(takes_context=True)
def episode_data(context: template.Context) -> str:
    """The page's video for search engines, made from what the page shows anyway."""
    return script(
        structured_data.of_episode(
            context["page"],
            context["series"],
            context["main_video"],
            context["takeaways"],
            context["quotes"],
            context["request"],
            context["chapters"],
        )
    )


@register.simple_tag(takes_context=True)
def listing_data(context: template.Context) -> str:
    """The page of results for search engines."""
    return script(
        structured_data.of_listing(
            context["page"], context.get("tag"), context["listing"], context["request"]
        )
    )


@register.simple_tag(takes_context=True)
def quotes_data(context: template.Context) -> str:
    """The page of quotes for search engines."""
    return script(
        structured_data.of_quotes(context["page"], context["listing"], context["request"])
    )


@register.simple_tag
def choice_title(page: Any, listing: Listing) -> str:
    """What the feed of this choice is called."""
    return channel.title_of(page.title, listing)


@register.simple_tag(takes_context=True)
def sharing_of(
    context: template.Context, page: Any, series: Any, start_s: int | None
) -> dict[str, Any] | None:
    """Addresses to pass on and ways to cite; nothing for a page that isn't saved yet."""
    request = context.get("request")
    if request is None or not page.pk or not page.get_url(request):
        return None
    cited = citation.of_episode(page, series, request, start_s)
    second = f"?t={start_s}" if start_s else ""
    base = page.get_url(request)
    return {
        "citation": cited,
        "apa": citation.apa(cited),
        "in_text": citation.in_text(cited),
        "links": sharing.links(page.title, cited.url),
        "mail": sharing.mail(page.title, cited.url),
        "files": [
            (one.label, f"{base}cite/{one.name}/{second}")
            for one in citation_files.FORMATS.values()
        ],
    }
