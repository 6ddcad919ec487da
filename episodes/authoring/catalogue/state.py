"""The fields of an episode that a catalogue fills, as digests; and carrying one over."""

import re
from typing import Any

from modelcluster.models import get_all_child_relations

from episodes.models import EpisodePage, EpisodeVideo

from .identity import digest

#: Plain fields of the page, by the name they have in a report.
_PLAIN = {
    "title": "title",
    "recorded_on": "recorded_on",
    "published_on": "published_on",
    "language": "spoken_language",
}
#: Rows below the page.
_CHILDREN = {
    "people": "appearances",
    "partners": "partnerships",
    "video_url": "videos",
    "tags": "tagged_items",
}
_BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')
FIELDS = (*_PLAIN, "description", *_CHILDREN)


def digests(page: EpisodePage) -> dict[str, str]:
    """A digest of each field, as it is in memory."""
    found: dict[str, Any] = {field: str(getattr(page, name)) for field, name in _PLAIN.items()}
    found["description"] = (
        page.lead,
        [(block["type"], _words(block["value"])) for block in page.body.raw_data],
    )
    found["people"] = [
        (
            one.speaker_id, one.name, one.honorific, one.capacity, one.role,
            one.organisation_id, one.organisation_name, str(one.country),
        )
        for one in page.appearances.all()
    ]  # fmt: skip
    found["partners"] = [
        (one.organisation_id, one.organisation_name, one.relation)
        for one in page.partnerships.all()
    ]
    found["video_url"] = [
        (one.kind, one.link, one.media_id, one.language, one.duration_s, *_hanging(one))
        for one in page.videos.all()
    ]
    found["tags"] = sorted(one.tag_id for one in page.tagged_items.all())
    return {field: digest(value) for field, value in found.items()}


def _words(value: Any) -> Any:
    """A text without the marks that the editor's form gives its paragraphs on every save."""
    return _BLOCK_KEY.sub("", value) if isinstance(value, str) else value


def _hanging(video: EpisodeVideo) -> list[int]:
    """How many captions and the like an editor hung on the video: they would go with it."""
    relations = get_all_child_relations(EpisodeVideo)
    counts = (getattr(video, one.get_accessor_name()).count() for one in relations)
    return [count for count in counts if count]


def carry(field: str, wanted: EpisodePage, page: EpisodePage) -> None:
    """Give the page's field the value that is wanted."""
    if field in _PLAIN:
        setattr(page, _PLAIN[field], getattr(wanted, _PLAIN[field]))
        page.draft_title = page.title
    elif field == "description":
        page.lead, page.body = wanted.lead, wanted.body
    else:
        accessor = _CHILDREN[field]
        setattr(page, accessor, list(getattr(wanted, accessor).all()))
