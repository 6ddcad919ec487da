"""What episodes and their lists tell machines, inside a page."""

from typing import Any

from django import template

from episodes.filters import Listing
from episodes.outputs import channel, structured_data
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


@register.simple_tag
def choice_title(page: Any, listing: Listing) -> str:
    """What the feed of this choice is called."""
    return channel.title_of(page.title, listing)
