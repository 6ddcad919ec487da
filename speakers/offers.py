"""What others offer below the page of a person or an organisation: a feed, for instance.

The same way round as `speakers.said`: whoever has something to offer registers it, the page
answers at `<page>/<name>/` and links to it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from wagtail.models import Page


@dataclass(frozen=True)
class Offer:
    """Something to read by machine: its name in the address, what a link says, its type."""

    name: str
    label: Any
    content_type: str
    answer: Callable[[Page, HttpRequest], HttpResponse]


_offers: dict[str, Offer] = {}


def register(offer: Offer) -> None:
    """Offer this below every person's and organisation's page. Same name replaces."""
    _offers[offer.name] = offer


def offers() -> list[Offer]:
    """All of them, in the order of their registration."""
    return list(_offers.values())


def answer(name: str, page: Page, request: HttpRequest) -> HttpResponse:
    """The answer of the offer with this name; a page that isn't there for an unknown one."""
    if name not in _offers:
        raise Http404(f"nothing named {name} is offered here")
    return _offers[name].answer(page, request)
