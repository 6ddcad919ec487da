from django.db import migrations

#: Column → what it indexes. A weight in a query makes PostgreSQL unpack the whole text of each
#: row that it finds; in columns of their own, names and labels are found by their index alone.
COLUMNS = {
    "named": "to_tsvector('pg_catalog.simple', names)",
    "labelled": "to_tsvector('pg_catalog.simple', names) || to_tsvector('pg_catalog.simple', labels)",
}


def make(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return  # FTS5 looks into single columns as fast as into all
    added = ", ".join(
        f"ADD COLUMN {name} tsvector GENERATED ALWAYS AS ({what}) STORED"
        for name, what in COLUMNS.items()
    )
    schema_editor.execute(f"ALTER TABLE episodes_searchtext {added}")
    for name in COLUMNS:
        schema_editor.execute(
            f"CREATE INDEX episodes_searchtext_{name} ON episodes_searchtext USING gin ({name})"
        )


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        dropped = ", ".join(f"DROP COLUMN {name}" for name in COLUMNS)
        schema_editor.execute(f"ALTER TABLE episodes_searchtext {dropped}")


class Migration(migrations.Migration):
    dependencies = [
        ("episodes", "0011_draft_links"),
    ]

    operations = [migrations.RunPython(make, drop)]
