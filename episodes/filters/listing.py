"""One page of results with everything around it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from .choice import EpisodeFilter
from .kinds import ANY_OF, CHOOSABLE, Kind, label, unknown

if TYPE_CHECKING:
    from episodes.models.shelf import Shelf

PAGE_SIZE = 12
SUGGESTIONS = 3
#: Values of a kind that are shown beside the results; the others have a page of their own.
SHOWN = 8
#: Chips for which the page says what taking them away would give.
LOOSENED = 6


@dataclass(frozen=True)
class Option:
    """A value to add to the choice or to take away.

    `count` is how many episodes one gets; `adds` is how many more, where a value widens the
    choice ("or Ukraine").
    """

    kind: Kind
    slug: str
    label: str
    url: str
    #: None where more hold the words than are counted.
    count: int | None = 0
    chosen: bool = False
    adds: int | None = None

    @property
    def key(self) -> str:
        """Names it in the page, chosen or not, so that the focus finds it again."""
        return f"facet-{self.kind.value}-{self.slug}"


@dataclass(frozen=True)
class Group:
    """The values of one kind: the chosen ones, then those that most episodes carry."""

    kind: Kind
    options: list[Option]
    #: Where all of them are listed; empty when these are all.
    more_url: str = ""

    @property
    def label(self) -> str:
        return str(self.kind.label)

    @property
    def is_chosen(self) -> bool:
        return any(option.chosen for option in self.options)


@dataclass(frozen=True)
class Listing:
    """What a page shows for a choice."""

    choice: EpisodeFilter
    base_url: str
    page: Page
    groups: list[Group] = field(default_factory=list)
    chips: list[Option] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    #: Chips that stand in the way when nothing is found, with what is found without each.
    loosened: list[Option] = field(default_factory=list)
    #: Others to look at when the choice finds nothing.
    suggestions: list[Any] = field(default_factory=list)
    #: More hold the words than are looked at; these are the best of them.
    is_capped: bool = False

    @property
    def total(self) -> int:
        return self.page.paginator.count

    @property
    def url(self) -> str:
        """The canonical address of this page."""
        return self.choice.url(self.base_url)

    def address(self, number: int, document: str = "") -> str:
        """The address of another page of this choice, or of another form of it."""
        return replace(self.choice, page=number).url(self.base_url, document)

    @property
    def wordless_url(self) -> str:
        """The same choice without its words."""
        return self.choice.without_words().url(self.base_url)

    @property
    def feed_url(self) -> str:
        return self.address(1, "feed/")

    @property
    def json_url(self) -> str:
        return self.address(self.page.number, "json/")

    @property
    def calendar_url(self) -> str:
        return self.address(1, "calendar/")

    @property
    def previous_url(self) -> str:
        return self.address(self.page.number - 1) if self.page.has_previous() else ""

    @property
    def next_url(self) -> str:
        return self.address(self.page.number + 1) if self.page.has_next() else ""

    @property
    def pages(self) -> list[tuple[int | None, str]]:
        """Numbers and addresses of the pages to offer; no number is a gap."""
        numbers = self.page.paginator.get_elided_page_range(
            self.page.number, on_each_side=1, on_ends=1
        )
        return [
            (number, self.address(number)) if isinstance(number, int) else (None, "")
            for number in numbers
        ]

    @property
    def hidden_pairs(self) -> list[tuple[str, str]]:
        """What the form of words and order carries along."""
        return self.choice.pairs("q", "sort", "page")


class Counted(Paginator):
    """Pages of rows that are counted already and fetched by somebody else."""

    def __init__(self, count: int) -> None:
        super().__init__([], PAGE_SIZE)
        self.count = count


def listing_of(
    choice: EpisodeFilter, shelf: "Shelf", base_url: str, with_people: bool = False
) -> Listing:
    """The page of a choice; `with_people` brings along the pages of those who took part."""
    known = shelf.known(choice)
    problems = problems_of(choice, known)
    choice = known_part(choice, known)
    selection = shelf.select(choice, known)
    total, rows = selection.counts(SHOWN + 1)
    is_capped = selection.is_capped
    paginator = Counted(total)
    if choice.page > paginator.num_pages:
        problems.append(
            _("There is no page %(page)s; this is the last one.") % {"page": choice.page}
        )
        choice = replace(choice, page=paginator.num_pages)
    start = (choice.page - 1) * PAGE_SIZE
    episodes = selection.episodes(start, PAGE_SIZE, total, with_people=with_people) if total else []
    chips = [
        Option(
            kind,
            value,
            label(kind, value, known[kind, value].label),
            choice.without(kind, value).url(base_url),
            total,
            chosen=True,
        )
        for kind, value in choice.chosen
    ]
    offered = {
        kind: options(choice, kind, rows.get(kind, []), base_url, is_capped) for kind in CHOOSABLE
    }
    groups = [_group(kind, choice, chips, offered[kind], base_url) for kind in CHOOSABLE]
    empty = not total and not choice.is_everything
    return Listing(
        choice=choice,
        base_url=base_url,
        page=Page(episodes, choice.page, paginator),
        groups=[group for group in groups if total and _is_worth_offering(group, total)],
        chips=chips,
        problems=problems,
        loosened=_loosened(choice, chips, shelf, known) if empty else [],
        suggestions=shelf.newest(SUGGESTIONS) if empty else [],
        is_capped=is_capped,
    )


def problems_of(choice: EpisodeFilter, known: Any) -> list[str]:
    """What can't be read of a choice or isn't there, a sentence each."""
    lost = [chosen for chosen in choice.chosen if chosen not in known]
    return [*choice.problems, *(unknown(kind, value) for kind, value in lost)]


def known_part(choice: EpisodeFilter, known: Any) -> EpisodeFilter:
    """The choice without the values that aren't there."""
    return choice.choosing(
        {
            kind: tuple(value for value in choice.values(kind) if (kind, value) in known)
            for kind in CHOOSABLE
        }
    )


def options(
    choice: EpisodeFilter, kind: Kind, rows: Iterable[Any], base_url: str, is_capped: bool = False
) -> list[Option]:
    """Counted values as things to add to the choice; without numbers where not all are counted."""
    widens = kind in ANY_OF and bool(choice.values(kind)) and not is_capped
    return [
        Option(
            kind,
            row.slug,
            label(kind, row.slug, row.label),
            choice.adding(kind, row.slug).url(base_url),
            None if is_capped else row.count,
            adds=row.count if widens else None,
        )
        for row in rows
        if row.slug not in choice.values(kind)
    ]


def _group(
    kind: Kind, choice: EpisodeFilter, chips: list[Option], offered: list[Option], base_url: str
) -> Group:
    more_url = choice.url(base_url, f"all/{kind.value}/") if len(offered) > SHOWN else ""
    chosen = [chip for chip in chips if chip.kind == kind]
    shown = offered[:SHOWN]
    if kind == Kind.YEAR:
        shown.sort(key=lambda option: option.slug, reverse=True)
    return Group(kind, [*chosen, *shown], more_url)


def _is_worth_offering(group: Group, total: int) -> bool:
    """One value that all episodes carry, like the language of all of them, is no choice."""
    if len(group.options) == 1 and not group.options[0].chosen:
        return group.options[0].count != total or group.kind in (Kind.TAG, Kind.SPEAKER)
    return bool(group.options)


def _loosened(
    choice: EpisodeFilter, chips: list[Option], shelf: "Shelf", known: Any
) -> list[Option]:
    """What each chip, taken away, would give; those that help most first."""
    found = []
    for chip in chips[:LOOSENED] if len(chips) > 1 or choice.words else []:
        count = shelf.select(choice.without(chip.kind, chip.slug), known).total()
        found.append((count, replace(chip, count=count)))
    return [chip for count, chip in sorted(found, key=lambda one: -one[0]) if count]
