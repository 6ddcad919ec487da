"""Who stands on the page of an episode, each in one query, as far as visitors may see them."""

from typing import Any

from django.db.models import Exists, F, OuterRef, Prefetch, QuerySet

from speakers.models import OrganisationPage, SpeakerPage
from speakers.visibility import visible

from .appearance import Appearance, Partnership

#: Long texts that the page of an episode doesn't show.
UNREAD_OF_SPEAKER = ("biography", "other_spellings", "search_description")
UNREAD_OF_ORGANISATION = ("description", "other_spellings", "search_description")


def appearances() -> Prefetch:
    """Everybody with their page and their organisation's; `hide` must be called afterwards."""
    rows = _with_organisation(Appearance.objects.select_related("speaker", "organisation"))
    rows = rows.annotate(
        speaker_title=F("speaker__title"),
        speaker_is_shown=Exists(visible(SpeakerPage.objects.filter(pk=OuterRef("speaker_id")))),
    ).defer(
        *(f"speaker__{name}" for name in UNREAD_OF_SPEAKER),
        *(f"organisation__{name}" for name in UNREAD_OF_ORGANISATION),
    )
    return Prefetch("appearances", rows)


def partnerships() -> Prefetch:
    """Partners with their pages; `hide` must be called afterwards."""
    rows = _with_organisation(Partnership.objects.select_related("organisation"))
    return Prefetch(
        "partnerships", rows.defer(*(f"organisation__{name}" for name in UNREAD_OF_ORGANISATION))
    )


def _with_organisation(rows: QuerySet) -> QuerySet:
    page = OrganisationPage.objects.filter(pk=OuterRef("organisation_id"))
    return rows.annotate(
        own_organisation_title=F("organisation__title"),
        organisation_is_shown=Exists(visible(page)),
    )


def hide(row: Any) -> None:
    """Forgets pages that visitors may not see; the names that the row keeps stay."""
    for field in ("speaker", "organisation"):
        if getattr(row, f"{field}_is_shown", True) is False:
            row._meta.get_field(field).set_cached_value(row, None)
