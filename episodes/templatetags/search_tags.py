"""What the search page says and links to."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from episodes import marks
from episodes.search.results import Results
from episodes.terms import PHRASE_OR_WORD, Terms, plain
from speakers.templatetags.speakers_tags import grouped

register = template.Library()


@register.filter
def marked(text: Any, terms: Terms) -> SafeString:
    """The text with what was found in `mark` elements."""
    return marks.marked(str(text), terms)


@register.simple_tag
def search_address(query: str, page: int = 1) -> str:
    """The address of a page of results."""
    pairs = [("q", query), *([("page", str(page))] if page > 1 else [])]
    return f"{reverse('site_search')}?{urlencode(pairs)}"


@register.filter
def without_one(asked: Terms, query: str) -> list[tuple[str, str]]:
    """The query without each of its words in turn, with the address; no more than six."""
    parts = [match[0] for match in PHRASE_OR_WORD.finditer(query) if plain(match[0])]
    shorter = [" ".join([*parts[:at], *parts[at + 1 :]]) for at in range(len(parts))]
    return [(words, search_address(words)) for words in shorter[:6]]


@register.filter
def page_numbers(results: Results) -> Iterable[int | str]:
    """Numbers of the pages to offer, dots for a gap."""
    assert results.page is not None
    return results.page.paginator.get_elided_page_range(
        results.page.number, on_each_side=1, on_ends=1
    )


@register.simple_tag
def found_sentence(results: Results) -> str:
    """How many conversations were found, in words."""
    values = {"count": grouped(results.total)}
    if results.is_capped:
        return _("%(count)s conversations and more") % values
    return ngettext("%(count)s conversation", "%(count)s conversations", results.total) % values
