"""What apps know of the places where a person is named.

The search looks through every text anyway. An app registers what the words can't say: how its
places are called, which rows name a person by their page, what is made anew afterwards.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .case import Case
    from .journal import Journal

#: Keys of rows by the label of their model.
Rows = Mapping[str, set[Any]]


def _nothing(keys: list[int]) -> dict[str, set[Any]]:
    return {}


def _nobody(keys: list[int]) -> list[Any]:
    return []


@dataclass(frozen=True)
class Places:
    """What one app tells. Keys that are handed over are those of the person's pages."""

    #: How a table ("app.model") or a column ("app.model.column") is called for editors.
    groups: Mapping[str, Any] = field(default_factory=dict)
    #: Tables or columns that are made anew from others: nobody needs to look at them.
    derived: frozenset[str] = frozenset()
    #: Tables whose rows go when they hold the name: an address that led to it.
    removed: frozenset[str] = frozenset()
    #: Tables where a name is shown, but never replaced: accounts of staff.
    kept: frozenset[str] = frozenset()
    #: Further names that the person has there.
    names: Callable[[list[int]], Iterable[str]] = _nobody
    #: Rows that have to do with the person: a family name there is probably theirs.
    related: Callable[[list[int]], Rows] = _nothing
    #: Pictures that may show the person.
    pictures: Callable[[list[int]], Iterable[int]] = _nobody
    #: What stays as it is, elsewhere or in a picture: a sentence and an address for each.
    beyond: Callable[[list[int]], Iterable[tuple[str, str]]] = _nobody
    #: Changes a stored value that names the person by their page; the label, the column's name.
    rewrite: Callable[["Case", str, str, Any], Any] | None = None
    #: Changes rows that name the person by their page.
    change: Callable[["Case", "Journal"], None] | None = None
    #: Makes anew what is derived from rows that were changed.
    refresh: Callable[[Rows], None] | None = None


_places: dict[str, Places] = {}


def register(name: str, places: Places) -> None:
    """Tell what this app knows. Same name replaces."""
    _places[name] = places


def all_places() -> list[Places]:
    return list(_places.values())


def _told(what: str) -> set[str]:
    return {one for places in _places.values() for one in getattr(places, what)}


def is_derived(label: str, column: str = "") -> bool:
    told = _told("derived")
    return label in told or f"{label}.{column}" in told


def is_removed(label: str) -> bool:
    return label in _told("removed")


def is_kept(label: str) -> bool:
    return label in _told("kept")


def group_of(label: str, column: str) -> str:
    """The key of the group that a column belongs to: the column's own, else its table's."""
    known = {key for places in _places.values() for key in places.groups}
    return f"{label}.{column}" if f"{label}.{column}" in known else label


def group_label(group: str) -> str:
    from .columns import tables  # the other way round at import

    for places in _places.values():
        if group in places.groups:
            return str(places.groups[group])
    return str(tables()[group].model._meta.verbose_name_plural).capitalize()


def names(keys: list[int]) -> list[str]:
    return [name for places in _places.values() for name in places.names(keys) if name]


def related(keys: list[int]) -> dict[str, set[Any]]:
    found: dict[str, set[Any]] = {}
    for places in _places.values():
        for label, rows in places.related(keys).items():
            found.setdefault(label, set()).update(rows)
    return found


def beyond(keys: list[int]) -> list[tuple[str, str]]:
    return [one for places in _places.values() for one in places.beyond(keys)]


def pictures(keys: list[int]) -> list[int]:
    """Pictures that may show the person, each once."""
    return list(dict.fromkeys(pk for places in _places.values() for pk in places.pictures(keys)))
