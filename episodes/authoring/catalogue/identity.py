"""By what a row is known when it comes again."""

import hashlib
from typing import Any

from episodes.formats.catalogue import Row
from episodes.formats.errors import FormatError
from episodes.formats.text import fold
from episodes.formats.video_links import VideoLink
from episodes.models.video import parse_link


def digest(value: Any) -> str:
    """A short mark of a value; equal values have equal marks."""
    return hashlib.blake2b(repr(value).encode(), digest_size=12).hexdigest()


def video_of(row: Row) -> VideoLink | None:
    """The video that the row links; nothing for none and for one that can't be shown here."""
    try:
        return parse_link(row.video_url) if row.video_url else None
    except FormatError:
        return None


def video_key(link: VideoLink | None) -> str:
    return f"{link.provider}:{link.video_id}" if link else ""


def key_of(row: Row, link: VideoLink | None) -> str:
    """The catalogue's own identifier, else the video, else its address, else title and day.

    Identifiers and addresses may hold names, so only their digest is kept.
    """
    if row.source_key:
        return f"source:{digest(row.source_key)}"
    if link:
        return video_key(link)
    if row.video_url:
        return f"address:{digest(row.video_url)}"
    day = row.recorded_on or row.published_on
    return f"title:{digest((fold(row.title), day and day.isoformat()))}"


def row_digest(row: Row) -> str:
    """Changes with whatever the row says, not with where it stands."""
    said = (
        row.title, row.guests, row.hosts, row.partners, row.tags, str(row.recorded_on),
        str(row.published_on), row.language, row.duration_s, row.description, row.video_url,
    )  # fmt: skip
    return digest(said)
