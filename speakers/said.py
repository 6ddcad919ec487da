"""What others say of a person or an organisation.

`speakers` knows nothing of episodes. Whoever has something to show on the page of a person or
an organisation registers a section here; the page asks all of them when it is shown.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

#: Takes the page and the request; gives the template's variables, or nothing to show nothing.
Collect = Callable[[Page, HttpRequest], dict[str, Any] | None]


@dataclass(frozen=True)
class Section:
    """One part of a page: what collects it and the template that shows it."""

    name: str
    template: str
    collect: Collect
    order: int = 100
    #: Static paths of the style sheets that the template needs.
    stylesheets: tuple[str, ...] = ()


_sections: dict[str, Section] = {}


def register(section: Section) -> None:
    """Show this section on every person's and organisation's page. Same name replaces."""
    _sections[section.name] = section


def sections_of(page: Page, request: HttpRequest) -> list[dict[str, Any]]:
    """The sections that have something to say of this page, in order.

    Each is a dict of its collected variables, with `name`, `template` and `stylesheets` added.
    """
    found: list[dict[str, Any]] = []
    if page.pk is None:  # the preview of a page that nobody has saved yet
        return found
    for section in sorted(_sections.values(), key=lambda section: (section.order, section.name)):
        collected = section.collect(page, request)
        if collected:
            found.append(
                {
                    **collected,
                    "name": section.name,
                    "template": section.template,
                    "stylesheets": section.stylesheets,
                }
            )
    return found
