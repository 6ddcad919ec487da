"""Every value of one kind for a choice, a page at a time: what stands behind "more"."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .choice import EpisodeFilter
from .kinds import Kind, label
from .listing import Option, known_part, options

if TYPE_CHECKING:
    from episodes.models.shelf import Shelf

PAGE_SIZE = 60


@dataclass(frozen=True)
class AllValues:
    """A page of values that can be added to a choice, most episodes first."""

    choice: EpisodeFilter
    kind: Kind
    base_url: str
    options: list[Option]
    #: What is chosen already, by name.
    chosen: list[str]
    has_more: bool

    @property
    def label(self) -> str:
        return str(self.kind.label)

    @property
    def back_url(self) -> str:
        """The list of episodes that the choice means."""
        return replace(self.choice, page=1).url(self.base_url)

    @property
    def previous_url(self) -> str:
        return self._address(self.choice.page - 1) if self.choice.page > 1 else ""

    @property
    def next_url(self) -> str:
        return self._address(self.choice.page + 1) if self.has_more else ""

    def _address(self, number: int) -> str:
        return replace(self.choice, page=number).url(self.base_url, f"all/{self.kind.value}/")


def all_values(choice: EpisodeFilter, kind: Kind, shelf: "Shelf", base_url: str) -> AllValues:
    """One page of them. What the choice names and isn't there is left out without a word:
    the list of episodes has said it."""
    known = shelf.known(choice)
    choice = known_part(choice, known)
    start = (choice.page - 1) * PAGE_SIZE
    selection = shelf.select(choice, known)
    rows = selection.values(kind, start, PAGE_SIZE + 1)
    return AllValues(
        choice=choice,
        kind=kind,
        base_url=base_url,
        options=options(choice, kind, rows[:PAGE_SIZE], base_url, selection.is_capped),
        chosen=[label(kind, value, known[kind, value].label) for kind, value in choice.chosen],
        has_more=len(rows) > PAGE_SIZE,
    )
