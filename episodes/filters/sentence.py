"""The visitor's choice in words: "17 conversations on China with guests from Georgia"."""

from django.utils.formats import number_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .choice import NEWEST, OLDEST, RELEVANCE, TITLE
from .kinds import Kind
from .listing import Listing


def sentence(listing: Listing) -> str:
    """How many conversations on what, with whom …, and in which order if there are several."""
    chosen, total = said(listing), listing.total
    if not total:
        if chosen:
            return _("No conversation %(choice)s yet") % {"choice": chosen}
        return _("No conversations yet")
    count = number_format(total, use_l10n=True, force_grouping=True)
    conversations = ngettext("%(count)s conversation", "%(count)s conversations", total)
    if listing.is_capped:
        conversations = _("%(count)s conversations and more")
    found = " ".join(part for part in (conversations % {"count": count}, chosen) if part)
    if total == 1:
        return found
    return _("%(conversations)s, %(order)s") % {
        "conversations": found,
        "order": order_label(listing.choice.order),
    }


def said(listing: Listing) -> str:
    """What is chosen: "on China with guests from Georgia or Ukraine, from 2021"."""
    words = listing.choice.words
    parts = [
        _part(listing, Kind.TAG),
        _part(listing, Kind.SPEAKER),
        _part(listing, Kind.ORGANISATION),
        _part(listing, Kind.COUNTRY),
        _part(listing, Kind.YEAR),
        _part(listing, Kind.LANGUAGE),
        _("mentioning “%(words)s”") % {"words": words} if words else "",
    ]
    return " ".join(part for part in parts if part)


def order_label(order: str) -> str:
    """The order in words, as it ends the sentence and as it is chosen."""
    return {
        NEWEST: _("newest first"),
        OLDEST: _("oldest first"),
        TITLE: _("by title"),
        RELEVANCE: _("best match first"),
    }[order]


def _part(listing: Listing, kind: Kind) -> str:
    labels = [chip.label for chip in listing.chips if chip.kind == kind]
    if not labels:
        return ""
    count = len(labels)
    both, either = get_text_list(labels, _("and")), get_text_list(labels, _("or"))
    if kind == Kind.TAG:
        return ngettext("on %(topics)s", "on %(topics)s", count) % {"topics": both}
    if kind == Kind.SPEAKER:
        return ngettext("with %(people)s", "with %(people)s", count) % {"people": both}
    if kind == Kind.ORGANISATION:
        found = ngettext("together with %(names)s", "together with %(names)s", count)
        return found % {"names": both}
    if kind == Kind.COUNTRY:
        found = ngettext("with guests from %(names)s", "with guests from %(names)s", count)
        return found % {"names": either}
    if kind == Kind.YEAR:
        return ngettext("from %(years)s", "from %(years)s", count) % {"years": either}
    return ngettext("in %(languages)s", "in %(languages)s", count) % {"languages": either}
