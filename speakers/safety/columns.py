"""Every text that the database keeps, whatever app it belongs to.

Read and written as it is stored: what a model makes of a value, and signals, stay out of it.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Field, FileField, JSONField, Model

from speakers.fields import DerivedField

TEXTS = {
    "CharField", "TextField", "SlugField", "EmailField", "URLField", "FilePathField", "JSONField",
    "FileField", "ImageField",
}  # fmt: skip
#: Rows of our own, and of what has no words of people in it.
LEFT_OUT = {
    "speakers.protection", "speakers.sealedchange", "speakers.sealedfile", "speakers.foundpassage",
    "speakers.foundplace", "contenttypes.contenttype", "auth.permission", "sessions.session",
}  # fmt: skip
#: Wagtail's own search; pages and pictures are put into it anew.
INDEXES = {"modelsearch", "wagtailsearch"}


@dataclass(frozen=True)
class Column:
    """A column that holds text; `field` is the model's."""

    name: str
    field: Any

    @property
    def is_file(self) -> bool:
        return isinstance(self.field, FileField)

    @property
    def is_json(self) -> bool:
        return self.field.get_internal_type() == "JSONField" or isinstance(self.field, JSONField)


@dataclass(frozen=True)
class Table:
    """A model's own table with the columns that hold text; of a page, each of its tables."""

    model: type[Model]
    columns: tuple[Column, ...]

    @property
    def label(self) -> str:
        return self.model._meta.label_lower

    def column(self, name: str) -> Column:
        return next(one for one in self.columns if one.name == name)


@cache
def tables() -> dict[str, Table]:
    """All tables with text, by the label of their model; asked of the models that there are."""
    found = {}
    for model in apps.get_models(include_auto_created=True):
        meta = model._meta
        if meta.proxy or meta.swapped or not meta.managed:
            continue
        if meta.label_lower in LEFT_OUT or meta.app_label in INDEXES:
            continue
        columns = tuple(
            Column(str(field.column), field)
            for field in meta.local_concrete_fields
            if _is_text(field)
        )
        if columns:
            found[meta.label_lower] = Table(model, columns)
    return found


def _is_text(field: Field) -> bool:
    if isinstance(field, DerivedField) or field.remote_field or field.choices:
        return False
    return field.get_internal_type() in TEXTS and (field.max_length or 100) > 3


def _names(model: type[Model], columns: list[str]) -> tuple[str, str, str]:
    quote = connection.ops.quote_name
    assert model._meta.pk
    shown = ", ".join(_cast(model, name) for name in columns)
    return quote(model._meta.db_table), quote(str(model._meta.pk.column)), shown


def _cast(model: type[Model], column: str) -> str:
    name = connection.ops.quote_name(column)
    is_json = _field(model, column).get_internal_type() == "JSONField"
    return f"CAST({name} AS text)" if is_json else name


def _field(model: type[Model], column: str) -> Any:
    return next(one for one in model._meta.local_concrete_fields if one.column == column)


def chunk(table: Table, after: Any, size: int) -> list[tuple[Any, list[str | None]]]:
    """The next rows behind the key `after`, each with its texts as they are stored."""
    name, pk, shown = _names(table.model, [one.name for one in table.columns])
    where, parameters = (f"WHERE {pk} > %s", [after]) if after is not None else ("", [])
    # Names are those of models, values are parameters; here and below.
    sql = f"SELECT {pk}, {shown} FROM {name} {where} ORDER BY {pk} LIMIT {size:d}"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return [(row[0], list(row[1:])) for row in cursor.fetchall()]


def read(model: type[Model], pk: Any, columns: list[str] | None = None) -> dict[str, Any] | None:
    """A row as it is stored, all columns or these; nothing where it is gone."""
    wanted = columns or [str(one.column) for one in model._meta.local_concrete_fields]
    name, key, shown = _names(model, wanted)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {shown} FROM {name} WHERE {key} = %s", [pk])  # noqa: S608
        row = cursor.fetchone()
    return dict(zip(wanted, row, strict=True)) if row else None


def read_many(model: type[Model], keys: list[Any], column: str) -> dict[Any, Any]:
    """One column of several rows, by their keys."""
    if not keys:
        return {}
    name, key, shown = _names(model, [column])
    places = ", ".join(["%s"] * len(keys))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {key}, {shown} FROM {name} WHERE {key} IN ({places})",  # noqa: S608
            keys,
        )
        return dict(cursor.fetchall())


def write(model: type[Model], pk: Any, values: dict[str, Any]) -> None:
    """Put these values into a row as they are."""
    quote = connection.ops.quote_name
    name, key, _shown = _names(model, list(values))
    sets = ", ".join(f"{quote(column)} = {_place(model, column)}" for column in values)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {name} SET {sets} WHERE {key} = %s",  # noqa: S608
            [*values.values(), pk],
        )


def insert(model: type[Model], values: dict[str, Any]) -> None:
    """Bring a whole row back."""
    quote = connection.ops.quote_name
    columns = ", ".join(map(quote, values))
    places = ", ".join(_place(model, column) for column in values)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({places})",  # noqa: S608
            list(values.values()),
        )


def delete(model: type[Model], pk: Any) -> None:
    name, key, _shown = _names(model, [])
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {name} WHERE {key} = %s", [pk])  # noqa: S608


def _place(model: type[Model], column: str) -> str:
    is_json = _field(model, column).get_internal_type() == "JSONField"
    return "CAST(%s AS jsonb)" if is_json and connection.vendor == "postgresql" else "%s"


def parsed(column: Column, raw: str | None) -> Any:
    """The value of a column: a document, or the text."""
    if raw is None or not column.is_json:
        return raw
    try:
        return json.loads(raw)
    except ValueError:
        return raw


def unparsed(column: Column, value: Any) -> Any:
    return json.dumps(value) if column.is_json and value is not None else value


def object_of(label: str, pk: Any) -> Any:
    return tables()[label].model._base_manager.filter(pk=pk).first()


def all_texts(table: Table, size: int = 100) -> Iterator[tuple[Any, Column, str]]:
    """Every text of a table, row by row in portions."""
    after = None
    while rows := chunk(table, after, size):
        for pk, values in rows:
            for column, raw in zip(table.columns, values, strict=True):
                if raw:
                    yield pk, column, raw
        after = rows[-1][0]
