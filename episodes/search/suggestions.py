"""What a visitor may mean while they type: people, topics, organisations, conversations."""

from django.db.models import F
from django.http import HttpRequest
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from episodes.models import SearchEntry, fulltext
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
        for row in named.filter(kind=kind)
        .select_related("page", "tag")
        .order_by(F("published_on").desc(nulls_last=True), "title")[:count]
    ]
    tags = [row.tag for row in rows if row.tag]
    topics = scope.topic_addresses(tags, request) if tags else {}
    names = _names()
    found = [
        {
            "kind": names[row.kind],
            "title": Truncator(row.tag.label if row.tag else row.title).chars(MAX_TITLE),
            "url": topics.get(row.tag_id, "") if row.tag else row.page.get_url(request) or "",
        }
        for row in rows
    ]
    return [one for one in found if one["url"]]


def _names() -> dict[str, str]:
    return {
        Kind.PERSON: _("Person"),
        Kind.TOPIC: _("Topic"),
        Kind.ORGANISATION: _("Organisation"),
        Kind.EPISODE: _("Conversation"),
    }
