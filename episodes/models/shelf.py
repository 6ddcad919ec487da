"""Finding listed episodes: by a choice, counted, and a page at a time.

Reads the narrow tables of `listed` alone; only the episodes of one page are fetched whole. How
many there are makes no difference to a page of everything or of one value: counts are kept,
and an index gives the order. Counts of several values at once grow with what they find.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL
from django.utils import timezone

from episodes.filters import EpisodeFilter, Kind
from episodes.filters.choice import OLDEST, RELEVANCE, TITLE
from episodes.filters.kinds import ANY_OF, CHOOSABLE, ONE_ONLY
from episodes.terms import Terms
from speakers.models import OrganisationPage, SpeakerPage
from speakers.visibility import visible

from . import fulltext, shelf_counts
from .listed import Facet, FacetedEpisode, ListedEpisode
from .tags import EpisodeTag

Known = Mapping[tuple[Kind, str], Facet]


@dataclass(frozen=True)
class Shelf:
    """The listed episodes of a series, or of all series those that carry one of some values.

    `aired` leaves out what can't be watched yet. `reader` is the page around the list: of a
    conversation in several languages it shows one version.
    """

    series_id: int | None = None
    carrying: tuple[Kind, tuple[str, ...]] | None = None
    aired: bool = False
    reader: Any = None

    def known(self, choice: EpisodeFilter) -> Known:
        """The values of the choice that visitors may know of, also those that nothing carries."""
        asked = Q(pk__in=[])
        for kind in CHOOSABLE:
            if choice.values(kind):
                asked |= Q(kind=kind, slug__in=choice.values(kind))
        if not choice.chosen:
            return {}
        rows = Facet.objects.filter(asked, series=self.series_id, shown=True).order_by("count")
        found = {(Kind(row.kind), row.slug): row for row in rows}
        lost = [chosen for chosen in choice.chosen if chosen not in found]
        return {**found, **_carried_by_nothing(lost)} if lost else found

    def select(self, choice: EpisodeFilter, known: Known) -> "Selection":
        """The episodes that the choice means; all of its values are known."""
        groups: list[Group] = []
        for kind in CHOOSABLE:
            facets = [known[kind, value] for value in choice.values(kind)]
            of_kind = [facets] if kind in ANY_OF and facets else [[facet] for facet in facets]
            groups += [Group.of(kind, group) for group in of_kind]
        if self.carrying:
            kind, values = self.carrying
            rows = Facet.objects.filter(kind=kind, value__in=values)
            found: list[Any] = list(rows.annotate(locale_id=F("series__locale_id")))
            group = Group.of(kind, found, are_apart=True)
            if self.reader:
                foreign = [one for one in found if one.locale_id != self.reader.locale_id]
                group = replace(group, foreign=Group.of(kind, foreign, are_apart=True))
            groups.append(group)
        # Fewest first: it leads the query.
        groups.sort(key=lambda group: group.count)
        return Selection(self, tuple(groups), words=choice.words, order=choice.order)

    def newest(self, count: int) -> list[Any]:
        return Selection(self).episodes(0, count, count)

    def most(self, kind: Kind, count: int) -> list[Facet]:
        """The values of a kind that most episodes carry."""
        return list(shelf_counts.kept(self.series_id, kind)[:count])


@dataclass(frozen=True)
class Group:
    """Facets of which an episode carries at least one."""

    kind: Kind
    facets: tuple[int, ...]
    count: int
    #: Whether no episode carries two of them, like those of different series.
    are_apart: bool
    #: Whether what episodes carry besides is counted beforehand.
    is_large: bool = False
    #: Of them those of series in another language than the reader's.
    foreign: "Group | None" = None

    @classmethod
    def of(cls, kind: Kind, facets: list[Facet], are_apart: bool = False) -> "Group":
        keys = tuple(facet.pk for facet in facets if facet.pk)
        count = sum(facet.count for facet in facets)
        is_large = bool(keys) and all(facet.is_large for facet in facets if facet.pk)
        return cls(kind, keys, count, are_apart or len(keys) == 1, is_large)

    @property
    def adds_up(self) -> bool:
        """Whether an episode that carries one of them carries no other."""
        return self.are_apart or self.kind in ONE_ONLY


@dataclass(frozen=True)
class Selection:
    """Episodes of a shelf that carry something of every group and hold the words."""

    shelf: Shelf
    groups: tuple[Group, ...] = ()
    #: Of these it carries nothing.
    lacking: tuple[Group, ...] = ()
    words: str = ""
    order: str = ""

    @property
    def is_everything(self) -> bool:
        return not (self.groups or self.is_checked)

    @property
    def is_checked(self) -> bool:
        """Whether each row has to be looked at."""
        return bool(self.shelf.reader) or self.is_narrowed

    @property
    def is_narrowed(self) -> bool:
        """Whether the choice, or what can't be watched yet, leaves rows out."""
        return bool(self.words or self.shelf.aired or self.lacking)

    @property
    def paired(self) -> Group | None:
        """The one group that the choice is, where its pairs are counted beforehand."""
        if len(self.groups) != 1 or self.is_checked:
            return None
        return self.groups[0] if self.groups[0].adds_up and self.groups[0].is_large else None

    @property
    def unpaired(self) -> Group | None:
        """The one facet that is all the choice leaves out, where its pairs are counted."""
        only = self.lacking[0] if len(self.lacking) == 1 and not self.groups else None
        if only is None or self.words or self.shelf.aired or self.shelf.reader:
            return None
        return only if len(only.facets) == 1 and only.is_large else None

    def keys(self) -> QuerySet[Any]:
        """Their keys, lazily, in no order."""
        if self.words:
            keys = [hit.page_id for hit in self._found]
            return ListedEpisode.objects.filter(pk__in=keys).values_list("episode_id", flat=True)
        return self._rows()[0]

    def total(self) -> int:
        if self.is_everything and self.shelf.series_id:
            kept = shelf_counts.kept(self.shelf.series_id, Kind.ALL)
            return sum(kept.values_list("count", flat=True))
        if len(self.groups) == 1 and self.groups[0].adds_up and not self.is_checked:
            return self.groups[0].count
        if len(self.groups) == 1 and self.groups[0].foreign and not self.is_narrowed:
            return self._total_for_reader(self.groups[0], self.groups[0].foreign)
        return len(self._found) if self.words else self.keys().count()

    def _total_for_reader(self, group: Group, foreign: Group) -> int:
        """Whatever is in the reader's language is shown; only the rest has to be looked at."""
        own = group.count - foreign.count
        return own + replace(self, groups=(foreign,)).keys().count() if foreign.facets else own

    @property
    def is_capped(self) -> bool:
        """Whether more hold the words than are looked at."""
        return bool(self.words) and len(self._hits) > fulltext.MAX_FOUND

    def counts(self, limit: int) -> tuple[int, dict[Kind, list[Facet]]]:
        """How many they are, and the first `limit` values of each kind, most first."""
        if not all(group.facets for group in self.groups):
            return 0, {}
        if self.shelf.carrying:
            return self.total(), {}
        if self.shelf.aired:  # a feed offers nothing to choose; its readers see no total
            return replace(self, shelf=replace(self.shelf, aired=False)).total(), {}
        rows = shelf_counts.counts(self, limit)
        by_kind: dict[Kind, list[Facet]] = {}
        for row in rows:
            by_kind.setdefault(Kind(row.kind), []).append(row)
        return sum(row.count for row in by_kind.pop(Kind.ALL, [])), by_kind

    def values(self, kind: Kind, start: int, count: int) -> list[Facet]:
        """Values of one kind from a place on, most first."""
        return shelf_counts.some(self, kind, start, count)

    def gain(self, kind: Kind) -> "Selection":
        """What more values of a kind could add: all that only this kind leaves out."""
        others = tuple(one for one in self.groups if one.kind != kind)
        chosen = tuple(one for one in self.groups if one.kind == kind)
        return replace(self, groups=others, lacking=() if kind in ONE_ONLY else chosen)

    def group(self, kind: Kind) -> Group | None:
        return next((one for one in self.groups if one.kind == kind), None)

    def episodes(self, start: int, count: int, total: int, with_people: bool = False) -> list[Any]:
        """Some of them in order, with all that a list shows; `total` is how many there are."""
        from .episode import EpisodePage  # the other way round at import

        keys = self._slice(start, count, total)
        pages = EpisodePage.objects.filter(pk__in=keys).published().order_by()
        by_key = {page.pk: page for page in pages.for_listing(with_people=with_people)}
        # Asked again whether visitors may see them: a row too many costs a gap, not a secret.
        return [by_key[key] for key in keys if key in by_key]

    @cached_property
    def _hits(self) -> list[fulltext.Hit]:
        """Those that hold the words, best first; one more than are looked at says there are."""
        terms = fulltext.understood(Terms.parse(self.words), fulltext.is_in_text)
        if not terms:
            return []
        rows, key = self._rows()[:2]
        this = RawSQL("entry.page_id", ())
        return fulltext.best(terms, rows.filter(**{f"{key}_id": this}))

    @property
    def _found(self) -> list[fulltext.Hit]:
        return self._hits[: fulltext.MAX_FOUND]

    def _slice(self, start: int, count: int, total: int) -> list[int]:
        if self.words:
            return self._slice_of_found(start, count)
        rows, _key, *order = self._rows(by_title=self.order == TITLE)
        count = min(count, total - start)
        ordered = rows.order_by(*order)
        if self.order == OLDEST:
            ordered = ordered.reverse()
        if start <= total // 2:
            return list(ordered[start : start + count])
        # A page near the end is counted from the end: a database walks over what it skips.
        end = total - start - count
        return list(ordered.reverse()[end : end + count])[::-1]

    def _slice_of_found(self, start: int, count: int) -> list[int]:
        if self.order == TITLE:
            return list(self.keys().order_by("sort_title", "episode")[start : start + count])
        found = self._found
        if self.order != RELEVANCE:
            by_day = sorted(found, key=lambda hit: (hit.published_on, hit.page_id))
            found = by_day if self.order == OLDEST else by_day[::-1]
        return [hit.page_id for hit in found[start : start + count]]

    def _rows(self, by_title: bool = False) -> tuple[Any, ...]:
        """All but the words: the keys as a query on the narrowest table, the column that holds
        them, and what orders them, newest first."""
        leader = next((one for one in self.groups if one.are_apart), None)
        rows: QuerySet[Any]
        if leader and not by_title:
            key, premiere, order = "listed", "listed__premieres_at", ("-published_on", "-listed")
            rows = FacetedEpisode.objects.filter(**_one_or_many("facet", leader.facets))
        else:
            leader, key, premiere = None, "episode", "premieres_at"
            order = ("sort_title", "episode") if by_title else ("-published_on", "-episode")
            series = self.shelf.series_id
            rows = ListedEpisode.objects.filter(**({"series": series} if series else {}))
        carrying = FacetedEpisode.objects.filter(listed=OuterRef(f"{key}_id"))
        for group in self.groups:
            if group is not leader:
                rows = rows.filter(Exists(carrying.filter(facet__in=group.facets)))
        for group in self.lacking:
            rows = rows.filter(~Exists(carrying.filter(facet__in=group.facets)))
        if self.shelf.aired:
            now = timezone.now()
            rows = rows.filter(Q(**{premiere: None}) | Q(**{f"{premiere}__lte": now}))
        if self.shelf.reader:
            from .episode import EpisodePage  # the other way round at import

            this = EpisodePage.objects.filter(pk=OuterRef(f"{key}_id")).order_by()
            rows = rows.filter(Exists(this.one_version_for(self.shelf.reader)))
        return rows.values_list(f"{key}_id", flat=True), key, *order


def _one_or_many(name: str, keys: tuple[int, ...]) -> dict[str, Any]:
    """An index gives the order for one key, not for a list of one."""
    return {name: keys[0]} if len(keys) == 1 else {f"{name}__in": keys}


def _carried_by_nothing(lost: list[tuple[Kind, str]]) -> dict[tuple[Kind, str], Facet]:
    """Those that exist though no episode here carries them."""
    slugs: dict[Kind, list[str]] = {}
    for kind, slug in lost:
        slugs.setdefault(kind, []).append(slug)
    found = {}
    for kind, of_kind in slugs.items():
        for slug, name in _existing(kind, of_kind):
            found[kind, slug] = Facet(kind=kind, slug=slug, label=name)
    return found


def _existing(kind: Kind, slugs: list[str]) -> Any:
    if kind == Kind.TAG:
        return [(tag.slug, tag.label) for tag in EpisodeTag.objects.filter(slug__in=slugs)]
    if kind == Kind.SPEAKER:
        people = visible(SpeakerPage.objects.filter(slug__in=slugs))
        return people.values_list("slug", "title")
    if kind == Kind.ORGANISATION:
        organisations = visible(OrganisationPage.objects.filter(slug__in=slugs))
        return organisations.values_list("slug", "title")
    return [(slug, "") for slug in slugs]  # codes and years: they are no secret
