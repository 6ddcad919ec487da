"""Every change of a protection goes through here: what stood there is sealed first."""

from collections import defaultdict
from typing import Any

from django.db.models import Model

from speakers.models import Protection, SealedChange

from . import columns, seal


class Journal:
    """Changes rows as they are stored, and keeps what is needed to bring them back.

    Must be used inside a transaction. `touched` has the keys of the rows by their label.
    """

    def __init__(self, protection: Protection) -> None:
        self.protection = protection
        self.touched: dict[str, set[Any]] = defaultdict(set)
        self._kept: dict[tuple[str, Any, str], SealedChange] = {}

    def change(self, model: type[Model], pk: Any, values: dict[str, Any]) -> bool:
        """Puts these values into a row; True where that changed anything."""
        before = columns.read(model, pk, list(values))
        if before is None:
            return False
        different = {name: value for name, value in values.items() if before[name] != value}
        if not different:
            return False
        label = model._meta.label_lower
        columns.write(model, pk, different)
        after = columns.read(model, pk, list(different)) or {}
        for name in different:
            self._keep(label, pk, name, before[name], seal.digest(after[name]))
        self.touched[label].add(pk)
        return True

    def delete(self, model: type[Model], pk: Any) -> bool:
        """Takes a row away."""
        before = columns.read(model, pk)
        if before is None:
            return False
        columns.delete(model, pk)
        self._keep(model._meta.label_lower, pk, "", before, "")
        self.touched[model._meta.label_lower].add(pk)
        return True

    def _keep(self, label: str, pk: Any, column: str, before: Any, after: str) -> None:
        row = pk if isinstance(pk, int | str) else str(pk)
        kept = self._kept.get((label, row, column))
        if kept:  # changed twice: what stood there first counts
            kept.after = after
            kept.save(update_fields=["after"])
            return
        self._kept[label, row, column] = SealedChange.objects.create(
            protection=self.protection,
            label=label,
            row=row,
            column=column,
            sealed=seal.seal(before),
            after=after,
        )
