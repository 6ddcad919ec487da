"""The list that an editor reads."""

from dataclasses import dataclass

from django.utils.functional import Promise

from .remarks import Remark

Text = str | Promise


@dataclass(frozen=True)
class Link:
    """Where something is mended: a field of the episode's editor, or a page of its own."""

    text: Text
    url: str


@dataclass(frozen=True)
class Line:
    """One thing that an episode has or lacks.

    `field` is the part of the editor that mends it, as in "videos". `why` is a sentence: what
    is missing and for whom that matters; empty when nothing is. Without a `needed` line, the
    episode can't be published at all.
    """

    key: str
    label: Text
    field: str
    why: Text = ""
    needed: bool = False
    links: tuple[Link, ...] = ()

    @property
    def done(self) -> bool:
        return not self.why


@dataclass(frozen=True)
class Readiness:
    """All lines of one episode, in the order of work."""

    lines: tuple[Line, ...]
    #: What may be wrong in its words: worth a look, and not counted.
    remarks: tuple[Remark, ...] = ()

    @property
    def open(self) -> list[Line]:
        return [line for line in self.lines if not line.done]

    @property
    def done(self) -> int:
        return len(self.lines) - len(self.open)

    @property
    def total(self) -> int:
        return len(self.lines)

    @property
    def percent(self) -> int:
        return round(100 * self.done / self.total)

    @property
    def is_complete(self) -> bool:
        return not self.open

    @property
    def is_spotless(self) -> bool:
        """Nothing is missing, and nothing in the words asks for a second look."""
        return self.is_complete and not self.remarks

    @property
    def is_publishable(self) -> bool:
        return all(line.done for line in self.lines if line.needed)
