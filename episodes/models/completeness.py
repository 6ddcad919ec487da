"""What an episode still needs before it can be published."""

from collections import Counter
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from .appearance import Appearance
    from .episode import EpisodePage


def require(page: "EpisodePage") -> None:
    """Raises ValidationError with all that is missing, a sentence each."""
    sentences = missing(page)
    if sentences:
        raise ValidationError(sentences)


def missing(page: "EpisodePage") -> list[str]:
    """Sentences, one for each thing that keeps this episode from being published."""
    found = []
    if not page.published_on:
        found.append(_("Say when it is published (the date that visitors see)."))
    if not page.lead.strip():
        found.append(_("Write the lead: the first paragraph, which says who talks about what."))
    appearances = list(page.appearances.all())
    if not any(appearance.is_guest for appearance in appearances):
        found.append(_("Add at least one guest."))
    for number, appearance in enumerate(appearances, start=1):
        if not appearance.display_name:
            found.append(_("Choose person %(number)s, or write their name.") % {"number": number})
    found += _twice(appearances)
    found += _missing_of_videos(page)
    for block in page.body:
        if block.block_type == "quote" and not block.value.attribution:
            words = block.value["text"][:60]
            found.append(_("Say whose words “%(words)s…” are.") % {"words": words})
    return found


def _twice(appearances: list["Appearance"]) -> list[str]:
    speakers = Counter(row.speaker_id for row in appearances if row.speaker_id)
    names = {row.speaker_id: row.display_name for row in appearances}
    return [
        _("%(name)s stands twice among the people: take one away.") % {"name": names[speaker]}
        for speaker, count in speakers.items()
        if count > 1
    ]


def _missing_of_videos(page: "EpisodePage") -> list[str]:
    found = []
    videos = list(page.videos.all())
    if not videos and not page.is_announced:
        found.append(_("Add the video, or say when it premieres."))
    for number, video in enumerate(videos, start=1):
        if not video.is_playable:
            found.append(_("Video %(number)s has neither a link nor a file.") % {"number": number})
    return found
