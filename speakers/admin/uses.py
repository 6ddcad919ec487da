"""How often people and organisations are named elsewhere, for the lists of the admin.

`speakers` knows nothing of episodes: whoever names people registers here how to count that.
"""

import datetime
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.models import Page


@dataclass(frozen=True)
class Use:
    """In how many episodes, and the day of the newest that has one."""

    count: int = 0
    last: datetime.date | None = None


#: Takes the kind of page and keys; gives the uses of those that are named at all.
Count = Callable[[type[Page], Collection[int]], dict[int, Use]]
_counts: list[Count] = []


def register(count: Count) -> None:
    """Count like this in the lists of people and organisations; the last one registered wins."""
    _counts[:] = [count]


def of(model: type[Page], keys: Collection[int]) -> dict[int, Use]:
    """Uses by the key of the page; a fixed number of queries for any number of keys."""
    found = _counts[0](model, keys) if _counts else {}
    return {key: found.get(key, Use()) for key in keys}


class UsesColumn(Column):
    """The number of episodes and the newest day; all rows of the table are counted at once."""

    cell_template_name = "speakers/admin/uses_cell.html"

    def __init__(self, model: type[Page]) -> None:
        super().__init__("uses", label=_("Episodes"), width="10%")
        self.model = model

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        table = parent_context["table"]
        if not hasattr(table, "uses"):
            table.uses = of(self.model, [page.pk for page in table.data])
        return {**context, "use": table.uses[instance.pk]}

    def get_value(self, instance: Any) -> str:
        return ""


def last_day(use: Use) -> str:
    return date_format(use.last, "Y-m-d") if use.last else ""
