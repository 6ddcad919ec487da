"""What a visitor may mean while they type: people, topics, organisations, conversations."""

from typing import Any

from django.db.models import F
from django.http import HttpRequest
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from wagtail.models import Page

from episodes.models import EpisodeTag, SearchEntry, fulltext
from episodes.terms import Terms

from . import scope

Kind = SearchEntry.Kind
#: How many of each kind, in the order of the list.
EACH = {Kind.PERSON: 3, Kind.TOPIC: 3, Kind.ORGANISATION: 2, Kind.EPISODE: 4}
#: Titles are cut, so that the answer stays below three kilobytes.
MAX_TITLE = 80


def suggest(query: str, request: HttpRequest) -> list[dict[str, str]]:
    """`kind`, `title` and `url` of a few things whose names go on as typed; public ones only."""
    entries = scope.entries(request)
    asked = Terms.parse(query)
    terms = fulltext.understood(
        asked, lambda some: entries.filter(pk__in=fulltext.hits(some, "A")).exists()
    )
    if not terms:
        return []
    named = entries.filter(pk__in=fulltext.hits(terms, "A"))
    rows = [
        row
        for kind, count in EACH.items()
        for row in named.filter(kind=kind).order_by(
            F("published_on").desc(nulls_last=True), "title"
        )[:count]
    ]
    addresses = _addresses(rows, request)
    names = _names()
    return [
        {
            "kind": names[row.kind],
            "title": Truncator(row.title).chars(MAX_TITLE),
            "url": addresses[row.pk],
        }
        for row in rows
        if addresses.get(row.pk)
    ]


def _names() -> dict[str, str]:
    return {
        Kind.PERSON: _("Person"),
        Kind.TOPIC: _("Topic"),
        Kind.ORGANISATION: _("Organisation"),
        Kind.EPISODE: _("Conversation"),
    }


def _addresses(rows: list[SearchEntry], request: HttpRequest) -> dict[int, str]:
    """Addresses by the key of the entry."""
    pages: dict[int, Any] = Page.objects.in_bulk([row.page_id for row in rows if row.page_id])
    tags = EpisodeTag.objects.filter(pk__in=[row.tag_id for row in rows if row.tag_id])
    topics = scope.topic_addresses(list(tags), request) if any(row.tag_id for row in rows) else {}
    return {
        row.pk: topics.get(row.tag_id, "")
        if row.tag_id
        else (pages[row.page_id].get_url(request) or "" if row.page_id in pages else "")
        for row in rows
    }
