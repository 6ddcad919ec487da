"""What no site can recall; staff see to it by hand, and tick it off."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from speakers.models import Protection


@dataclass(frozen=True)
class Point:
    """Something elsewhere. `address` is written out and not asked for anything."""

    key: str
    text: Any
    address: str = ""


POINTS = [
    Point(
        "google",
        _("Google keeps copies and pictures: ask for their removal."),
        "https://support.google.com/websearch/troubleshooter/3111061",
    ),
    Point(
        "bing",
        _("Bing keeps copies; other search engines, such as DuckDuckGo, take theirs from it."),
        "https://www.bing.com/webmasters/tools/contentremoval",
    ),
    Point("seznam", _("Seznam keeps copies: write to its support."), "https://napoveda.seznam.cz/"),
    Point(
        "archive",
        _("The Internet Archive keeps old pages: write to info@archive.org with the addresses."),
        "https://web.archive.org/",
    ),
    Point(
        "video",
        _(
            "The video itself: face and voice, its title, description, captions and comments, on "
            "YouTube and wherever else it is. Make it private, or blur and publish it anew."
        ),
    ),
    Point("podcast", _("Podcast directories and players that have fetched the sound already.")),
    Point("feeds", _("Feed readers, calendars and mailboxes that have read the feeds already.")),
    Point("captions", _("Captions, transcripts and citations that somebody downloaded.")),
    Point("social", _("What was shared: posts of our own and of others, with their previews.")),
    Point("mail", _("Newsletters and bulletins that were sent, and mails about the episode.")),
    Point(
        "backups",
        _("Backups, logs and copies in a CDN: ask whoever looks after the server."),
    ),
    Point("pictures", _("Pictures with the name written into them, and printed matter.")),
    Point("files", _("Word files, recordings and contact lists on the computers of staff.")),
]


def shown(protection: Protection) -> list[tuple[Point, bool]]:
    return [(point, point.key in protection.checklist) for point in POINTS]


def store(protection: Protection, keys: list[str]) -> None:
    known = {point.key for point in POINTS}
    protection.checklist = sorted(known.intersection(keys))
    protection.save(update_fields=["checklist"])
