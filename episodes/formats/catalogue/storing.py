"""A row as JSON and back, for those who import it later."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields
from typing import Any

from ..errors import FormatError
from .row import Problem, Row

_LISTS = ("guests", "hosts", "partners", "tags")
_DAYS = ("recorded_on", "published_on")


def to_json(row: Row) -> dict[str, Any]:
    """What the row says, without what is empty."""
    found = {field.name: getattr(row, field.name) for field in fields(row)}
    found |= {name: found[name].isoformat() for name in _DAYS if found[name]}
    found["problems"] = [[one.field, one.error.template, one.error.params] for one in row.problems]
    return {name: value for name, value in found.items() if value}


def from_json(found: dict[str, Any]) -> Row:
    """The row again."""
    read = dict(found)
    read |= {name: tuple(found[name]) for name in _LISTS if name in found}
    read |= {name: dt.date.fromisoformat(found[name]) for name in _DAYS if name in found}
    read["problems"] = tuple(
        Problem(field, FormatError(template, **params))
        for field, template, params in found.get("problems", ())
    )
    return Row(**read)
