"""A full-text index over the columns of a table, kept by the database itself.

SQLite gets an FTS5 table with triggers, PostgreSQL a generated `tsvector` with a GIN index:
whatever writes to the table, or deletes from it, the index says the same at once. SQLite loses
the triggers when a later migration rebuilds the table; such a migration repeats this operation.
"""

from django.db import migrations


class FullText(migrations.RunPython):
    """Columns in the order of their weight, at most four; `key` is the table's primary key."""

    def __init__(self, table: str, key: str, columns: list[str]) -> None:
        super().__init__(self.make, self.drop)
        self.table, self.key, self.columns = table, key, columns

    def deconstruct(self):
        return type(self).__name__, [self.table, self.key, self.columns], {}

    def make(self, apps, schema_editor):
        statements = {"sqlite": self._sqlite, "postgresql": self._postgresql}
        for statement in statements[schema_editor.connection.vendor]():
            schema_editor.execute(statement)

    def drop(self, apps, schema_editor):
        table = self.table
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"ALTER TABLE {table} DROP COLUMN vector")
            return
        for event in ("insert", "update", "delete"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_fts_{event}")
        schema_editor.execute(f"DROP TABLE {table}_fts")

    def _sqlite(self):
        table, key, names = self.table, self.key, ", ".join(self.columns)
        new = ", ".join(f"new.{name}" for name in self.columns)
        old = ", ".join(f"old.{name}" for name in self.columns)
        add = f"INSERT INTO {table}_fts (rowid, {names}) VALUES (new.{key}, {new});"
        take = (
            f"INSERT INTO {table}_fts ({table}_fts, rowid, {names}) "
            f"VALUES ('delete', old.{key}, {old});"
        )
        yield (
            f"CREATE VIRTUAL TABLE {table}_fts USING fts5({names}, content='{table}', "
            f"content_rowid='{key}', tokenize='ascii', prefix='2 3')"
        )
        for event, work in [("insert", add), ("update", take + add), ("delete", take)]:
            yield (f"CREATE TRIGGER {table}_fts_{event} AFTER {event} ON {table} BEGIN {work} END")
        yield f"INSERT INTO {table}_fts ({table}_fts) VALUES ('rebuild')"

    def _postgresql(self):
        parts = " || ".join(
            f"setweight(to_tsvector('pg_catalog.simple', {name}), '{weight}')"
            for name, weight in zip(self.columns, "ABCD", strict=False)
        )
        yield (
            f"ALTER TABLE {self.table} ADD COLUMN vector tsvector "
            f"GENERATED ALWAYS AS ({parts}) STORED"
        )
        yield f"CREATE INDEX {self.table}_vector ON {self.table} USING gin (vector)"
