"""From a parsed article to a draft episode: everything in its field, nothing invented.

Command line and admin share `import_article`. A file is taken whole or not at all.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Literal

from anyascii import anyascii
from django.core.exceptions import ValidationError
from django.db import DataError, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from episodes.formats.article import ArticleDraft, Person
from episodes.formats.text import fold
from episodes.models import (
    Appearance,
    EpisodePage,
    EpisodeVideo,
    Partnership,
    SeriesPage,
    Takeaway,
)
from episodes.models.video import validate_link

from . import article_body, parts
from .countries import country_code
from .directory import Decisions, Directory
from .earlier import find_episode, is_named
from .errors import ImportFailed

Action = Literal["created", "updated", "unchanged"]

RELATIONS = {
    "in cooperation with": Partnership.Relation.COOPERATION,
    "host": Partnership.Relation.HOST,
    "funder": Partnership.Relation.FUNDER,
    "media partner": Partnership.Relation.MEDIA,
}
MAX_TITLE_LENGTH = 255
MAX_NOTE_LENGTH = 500


@dataclass(frozen=True)
class Imported:
    """What became of an article: the draft, what was done, and what an editor should look at."""

    page: EpisodePage
    action: Action
    problems: tuple[str, ...]


def import_article(
    article: ArticleDraft,
    series: SeriesPage,
    source_name: str = "",
    create_people: bool = False,
    user: Any = None,
    decisions: Decisions | None = None,
    as_read: ArticleDraft | None = None,
    keep: Collection[str] = (),
) -> Imported:
    """Make a draft of the article below the series, or update the one it made before.

    `create_people` also makes drafts of people and organisations that have no page; `decisions`
    come first, name by name. `as_read` is the article before an editor mended it: what it made
    is known by that, now and the next time. Parts in `keep` (as `parts.lines` names them) stay as
    they are in an episode that is updated.
    Raises ImportFailed with a sentence, and leaves nothing behind.
    """
    check(article)
    try:
        with transaction.atomic():
            directory = Directory(series.locale, create_people, decisions or Decisions())
            made = _Import(article, as_read or article, series, source_name, directory, user)
            return made.run(frozenset(keep))
    except ValidationError as error:
        raise ImportFailed(" ".join(error.messages)) from error
    except DataError as error:
        # Not every database refuses it; those that do don't say where.
        raise ImportFailed(
            _("Something in the article is too long for its field: shorten it and try again.")
        ) from error


def differences(
    article: ArticleDraft, series: SeriesPage, source_name: str = ""
) -> dict[str, parts.Difference]:
    """What `import_article` would change in the episode that the article made before, by part.

    Nothing is written. Raises ImportFailed like `import_article`.
    """
    importing = _Import(article, article, series, source_name, Directory(series.locale), None)
    found = find_episode(article, series, source_name)
    if found is None:
        return {}
    before = found.get_latest_revision_as_object()
    remembered = before.source_digests
    after = found.get_latest_revision_as_object()
    importing.fill(after, frozenset())
    return parts.differences(before, after, remembered)


def check(article: ArticleDraft) -> None:
    """Raises ImportFailed where no episode can be made of the article."""
    if not article.title:
        raise ImportFailed(
            _("The article has no title: write it into the first line and import it again.")
        )
    if len(article.title) > MAX_TITLE_LENGTH:
        raise ImportFailed(
            _("The title has %(length)s characters, at most %(most)s fit: is it really one line?")
            % {"length": len(article.title), "most": MAX_TITLE_LENGTH}
        )


class _Import:
    """One article on its way into one draft."""

    def __init__(
        self,
        article: ArticleDraft,
        as_read: ArticleDraft,
        series: SeriesPage,
        source_name: str,
        directory: Directory,
        user: Any,
    ) -> None:
        self.article, self.as_read = article, as_read
        self.series, self.user = series, user
        self.source_name = source_name
        self.directory = directory
        self.problems: list[str] = []

    def run(self, keep: frozenset[str]) -> Imported:
        found = find_episode(self.as_read, self.series, self.source_name)
        page = found.get_latest_revision_as_object() if found else EpisodePage(live=False)
        before = page.serializable_data() if found else None
        self.fill(page, keep if found else frozenset())
        problems = (*self.problems, *self.directory.problems)
        if before is not None and _content(page.serializable_data()) == _content(before):
            return Imported(page, "unchanged", problems)
        if found is None:
            page.slug = self._free_slug()
            page.locale = self.series.locale
            page.owner = self.user
            self.series.add_child(instance=page)
        page.save_revision(user=self.user, log_action=True, clean=False)
        if found and not found.live:
            # A draft that was never published shows its newest words in listings, too.
            page.save(clean=False)
        return Imported(page, "updated" if found else "created", problems)

    def fill(self, page: EpisodePage, keep: frozenset[str]) -> None:
        """Put the article into the page, but for these parts. The body asks for the people."""
        page.source_name = self.source_name[:255]
        page.source_title = fold(self.as_read.title or "")[:255]
        fillers = {
            "title": self._fill_title,
            "publication_date": self._fill_publication_date,
            "recorded_date": self._fill_recorded_date,
            "lead": self._fill_lead,
            "people": self._fill_people,
            "body": self._fill_body,
            "takeaways": self._fill_takeaways,
            "partners": self._fill_partners,
            "notes": self._fill_notes,
        }
        for part, filler in fillers.items():
            if part not in keep:
                filler(page)
        self._fill_video(page)
        page.spoken_language = self.article.spoken_language or page.spoken_language
        if self.article.tags:
            page.tags.add(*self.article.tags)
        fresh = {part: text for part, text in parts.digests(page).items() if part not in keep}
        page.source_digests = {**page.source_digests, **fresh}

    # What the article doesn't say stays as an editor may have written it.

    def _fill_title(self, page: EpisodePage) -> None:
        page.title = page.draft_title = self.article.title

    def _fill_publication_date(self, page: EpisodePage) -> None:
        page.published_on = self.article.publication_date or page.published_on

    def _fill_recorded_date(self, page: EpisodePage) -> None:
        page.recorded_on = self.article.recorded_date or page.recorded_on

    def _fill_lead(self, page: EpisodePage) -> None:
        page.lead = self.article.lead or page.lead

    def _fill_notes(self, page: EpisodePage) -> None:
        article = self.article
        if article.abridged is not None:
            page.abridged = article.abridged
        if article.special is not None:
            page.special = article.special
        page.abridged_note = self._note(article.abridged_note) or page.abridged_note
        page.language_note = self._note(article.language_note) or page.language_note

    def _note(self, text: str | None) -> str:
        if text and len(text) > MAX_NOTE_LENGTH:
            self.problems.append(
                _("The note “%(words)s…” has more than %(most)s characters: write a shorter one.")
                % {"words": text[:60], "most": MAX_NOTE_LENGTH}
            )
            return ""
        return text or ""

    def _fill_people(self, page: EpisodePage) -> None:
        people = [
            *((person, Appearance.Capacity.GUEST) for person in self.article.guests),
            *((person, Appearance.Capacity.HOST) for person in self.article.hosts),
        ]
        if not people:
            return
        old = list(page.appearances.all())
        page.appearances = [
            self._appearance(person, capacity, old, number)
            for number, (person, capacity) in enumerate(people)
        ]

    def _appearance(
        self, person: Person, capacity: str, old: list[Appearance], number: int
    ) -> Appearance:
        code = country_code(person.country)
        if person.country and not code:
            self.problems.append(
                _("“%(country)s” of %(name)s is no country that we know: choose it yourself.")
                % {"country": person.country, "name": person.name}
            )
        speaker_id = self.directory.person(
            person.name, honorific=person.honorific or "", countries=[code] if code else []
        )
        organisation_id = (
            self.directory.organisation(person.organisation) if person.organisation else None
        )
        # A page that is called otherwise was chosen by an editor: the article's name stays beside
        # it, and is how the next import finds this row.
        made = Appearance(
            speaker_id=speaker_id,
            name="" if self.directory.person_is_called(speaker_id, person.name) else person.name,
            honorific=person.honorific or "",
            capacity=person.capacity or capacity,
            role=(person.role or "")[:255],
            organisation_id=organisation_id,
            organisation_name=self._organisation_name(organisation_id, person.organisation),
            country=code,
            sort_order=number,
        )
        same = _take(old, lambda one: fold(one.display_name) == fold(person.name)) or _take(
            old, lambda one: speaker_id is not None and one.speaker_id == speaker_id
        )
        if same:
            made.pk = same.pk
            decisions = self.directory.decisions
            if not speaker_id and same.speaker_id and person.name not in decisions.people:
                # An editor chose the page of this person by hand.
                made.speaker_id, made.name = same.speaker_id, same.name
            is_undecided = person.organisation not in decisions.organisations
            if not organisation_id and same.organisation_id and is_undecided:
                made.organisation_id = same.organisation_id
                made.organisation_name = same.organisation_name
            made.role = made.role or same.role
            made.country = made.country or same.country
            # Who took part as moderator or panelist is more than an article tells.
            if same.is_guest == made.is_guest and not person.capacity:
                made.capacity = same.capacity
        return made

    def _fill_body(self, page: EpisodePage) -> None:
        if not self.article.body and not self.article.lead_quotes:
            return
        speakers = {one.display_name: one.speaker_id for one in page.appearances.all()}
        for one in page.appearances.all():
            if one.speaker_id:
                speakers.setdefault(one.speaker.title, one.speaker_id)
        by_name = {fold(name): pk for name, pk in speakers.items() if pk}

        def person(name: str) -> int | None:
            return by_name.get(fold(name))

        new = article_body.blocks(self.article, person)
        old = list(page.body.raw_data) if page.body else []
        page.body = EpisodePage._meta.get_field("body").to_python(
            article_body.merge([dict(block) for block in old], new)
        )

    def _fill_takeaways(self, page: EpisodePage) -> None:
        if not self.article.takeaways:
            return
        old = list(page.takeaways.all())
        takeaways = []
        for number, text in enumerate(self.article.takeaways):
            takeaway = _take(old, lambda one, text=text: one.text == text) or Takeaway(text=text)
            takeaway.sort_order = number
            takeaways.append(takeaway)
        page.takeaways = takeaways

    def _fill_partners(self, page: EpisodePage) -> None:
        if not self.article.partners:
            return
        old = list(page.partnerships.all())
        partnerships = []
        for number, partner in enumerate(self.article.partners):
            pk = self.directory.organisation(partner.name)
            relation = RELATIONS.get(partner.relation, Partnership.Relation.COOPERATION)
            same = _take(old, lambda one, name=partner.name: is_named(one, name))
            if same and not pk and partner.name not in self.directory.decisions.organisations:
                pk = same.organisation_id
            made = Partnership(
                pk=same.pk if same else None,
                organisation_id=pk,
                relation=relation,
                sort_order=number,
            )
            made.organisation_name = self._organisation_name(pk, partner.name)
            partnerships.append(made)
        page.partnerships = partnerships

    def _organisation_name(self, pk: int | None, name: str | None) -> str:
        """What to write beside the page: nothing where the page has this name."""
        if not name or self.directory.organisation_is_called(pk, name):
            return ""
        return name[:255]

    def _fill_video(self, page: EpisodePage) -> None:
        link = self.article.video_url
        if not link or any(video.link == link for video in page.videos.all()):
            return
        try:
            validate_link(link)
        except ValidationError as error:
            self.problems += error.messages
            return
        page.videos.add(EpisodeVideo(link=link, sort_order=page.videos.count()))

    def _free_slug(self) -> str:
        wished = slugify(anyascii(self.article.title or ""))[:200].strip("-") or "episode"
        taken = set(
            self.series.get_children()
            .filter(slug__startswith=wished)
            .values_list("slug", flat=True)
        )
        numbers = (f"{wished}-{number}" for number in range(2, len(taken) + 3))
        return wished if wished not in taken else next(s for s in numbers if s not in taken)


def _take(rows: list[Any], fits: Any) -> Any:
    """Take the first fitting row out of the list."""
    for number, row in enumerate(rows):
        if fits(row):
            return rows.pop(number)
    return None


def _content(data: dict[str, Any]) -> dict[str, Any]:
    """What an editor would see of a page's data; new rows have no key yet, old ones do."""
    left_out = {"pk", "latest_revision_created_at", "latest_revision", "last_published_at"}

    def strip(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: strip(one) for key, one in value.items() if key not in left_out}
        if isinstance(value, list):
            return [strip(one) for one in value]
        return value

    return strip(data)
