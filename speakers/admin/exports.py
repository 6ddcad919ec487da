"""Lists as spreadsheets that a careless double click can't harm."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from django.utils.translation import get_language, override
from wagtail.admin.views.mixins import SpreadsheetExportMixin

#: Spreadsheets take a cell that begins so for a formula and run it:
#: https://owasp.org/www-community/attacks/CSV_Injection
FORMULA = re.compile(r"^[=+\-@\t\r\n]")
#: XLSX is XML, which knows no control characters.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def harmless(value: Any) -> Any:
    """Text that stays text: whatever looks like a formula gets an apostrophe before it."""
    if not isinstance(value, str):
        return value
    plain = CONTROLS.sub("", value)
    return f"'{plain}" if FORMULA.match(plain) else plain


class ListExportMixin(SpreadsheetExportMixin):
    """Downloads the list as it is filtered now. `exported` has (heading, value of a row) by key."""

    exported: dict[str, tuple[Any, Callable[[Any], Any]]] = {}

    @property
    def list_export(self) -> list[str]:
        return list(self.exported)

    def get_heading(self, queryset: Any, field: str) -> str:
        return str(self.exported[field][0])

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        return {field: harmless(value(item)) for field, (_heading, value) in self.exported.items()}

    def stream_csv(self, queryset: Any) -> Iterator[str]:
        # Written when the request is over, and its language with it.
        return _in_language(get_language(), super().stream_csv(queryset))


def _in_language(language: str | None, lines: Iterator[str]) -> Iterator[str]:
    # Without this mark Excel takes "ř" for two letters of another alphabet.
    yield "\ufeff"
    while True:
        with override(language):
            line = next(lines, None)
        if line is None:
            return
        yield line
