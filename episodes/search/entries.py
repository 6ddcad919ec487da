"""What an entry says of an episode, a person, an organisation or a topic.

Pages arrive as visitors may see them: where a person's own page is hidden, the episode knows a
name and nothing else of them, and so does its entry.
"""

import datetime
from dataclasses import dataclass, field
from typing import Any

from episodes.models import EpisodePage, EpisodeTag, SearchEntry
from episodes.models.appearance import NamesOrganisation
from episodes.terms import joined, plain
from speakers.models import OrganisationPage, SpeakerPage

from . import plain_text

Kind = SearchEntry.Kind
#: PostgreSQL takes a megabyte for a row; a conversation has a tenth of this.
MAX_BODY = 200_000


@dataclass(frozen=True)
class Entry:
    """One entry; `names`, `labels` and `summary` are lists of texts, `running` of paragraphs."""

    kind: str
    title: str
    names: list[str]
    labels: list[str] = field(default_factory=list)
    summary: list[str] = field(default_factory=list)
    running: list[str] = field(default_factory=list)
    published_on: datetime.date | None = None
    page_id: int | None = None
    tag_id: int | None = None
    locale_id: int | None = None

    def columns(self) -> dict[str, str]:
        """The columns of the entry's text."""
        return {
            "names": " ".join([*plain(*self.names), *joined(self.names)]),
            "labels": " ".join(plain(*self.labels)),
            "summary": " ".join(plain(*self.summary)),
            "body": " ".join(plain(*self.running))[:MAX_BODY],
            "excerpt": "\n".join([*self.summary, *self.running])[:MAX_BODY],
        }


def of_episode(page: EpisodePage) -> Entry:
    """Needs `appearances`, `partnerships`, `tags` and `takeaways` fetched."""
    names = [page.title]
    labels: list[str] = []
    for appearance in page.appearances.all():
        names += [appearance.honorific, appearance.display_name]
        if appearance.speaker:
            names += appearance.speaker.names
        labels += [appearance.role, *_organisation_names(appearance)]
    for partnership in page.partnerships.all():
        labels += _organisation_names(partnership)
    for tag in page.tags.all():
        labels += tag.names
    takeaways = [takeaway.text for takeaway in page.takeaways.all()]
    return Entry(
        Kind.EPISODE,
        page.title,
        names=_without_twins(names),
        labels=_without_twins(labels),
        summary=_without_twins([page.lead, *takeaways]),
        running=[*plain_text.of_body(page.body), page.abridged_note, page.language_note],
        published_on=page.published_on,
        page_id=page.pk,
        locale_id=page.locale_id,
    )


def _organisation_names(row: NamesOrganisation) -> list[str]:
    return [row.organisation_title, *(row.organisation.names if row.organisation else [])]


def _without_twins(texts: list[str]) -> list[str]:
    return [text for text in dict.fromkeys(texts) if text]


def of_speaker(page: SpeakerPage) -> Entry:
    """Needs `organisation` fetched."""
    return Entry(
        Kind.PERSON,
        page.title,
        names=_without_twins([page.honorific, *page.names]),
        labels=_without_twins([page.role, *(page.organisation.names if page.organisation else [])]),
        summary=_without_twins([page.summary]),
        running=_without_twins([plain_text.of_rich_text(page.biography)]),
        page_id=page.pk,
        locale_id=page.locale_id,
    )


def of_organisation(page: OrganisationPage) -> Entry:
    return Entry(
        Kind.ORGANISATION,
        page.title,
        names=_without_twins(page.names),
        running=_without_twins([plain_text.of_rich_text(page.description)]),
        page_id=page.pk,
        locale_id=page.locale_id,
    )


def of_tag(tag: EpisodeTag) -> Entry:
    """A topic is the same in all languages; its other names are found as well."""
    return Entry(
        Kind.TOPIC,
        tag.name,
        names=_without_twins(tag.names),
        summary=_without_twins([tag.description]),
        tag_id=tag.pk,
    )


def words_of(columns: dict[str, Any]) -> set[str]:
    """The words of an entry that a slip may have meant."""
    kept = " ".join(columns[name] for name in ("names", "labels", "summary"))
    return {word for word in kept.split() if len(word) > 2 and not word.isdigit()}
