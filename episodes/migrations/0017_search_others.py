from django.db import migrations

#: The texts of people, organisations and topics get an index of their own: PostgreSQL would read
#: all articles with a frequent word to find the few people among them. Whoever adds a text
#: needn't say what it is; its entry does, and stays what it is.
COLUMN = [
    "ALTER TABLE episodes_searchtext ADD COLUMN is_episode boolean NOT NULL DEFAULT true",
    """
    UPDATE episodes_searchtext SET is_episode = false FROM episodes_searchentry AS entry
    WHERE entry.id = entry_id AND entry.kind <> 'episode'
    """,
    """
    CREATE FUNCTION episodes_searchtext_is_episode() RETURNS trigger AS $$ BEGIN
        NEW.is_episode := NOT EXISTS (
            SELECT 1 FROM episodes_searchentry WHERE id = NEW.entry_id AND kind <> 'episode'
        );
        RETURN NEW;
    END $$ LANGUAGE plpgsql
    """,
    """
    CREATE TRIGGER episodes_searchtext_is_episode BEFORE INSERT ON episodes_searchtext
    FOR EACH ROW EXECUTE FUNCTION episodes_searchtext_is_episode()
    """,
    """
    CREATE INDEX episodes_searchtext_others ON episodes_searchtext USING gin (vector)
    WHERE NOT is_episode
    """,
]
BACK = [
    "DROP INDEX episodes_searchtext_others",
    "DROP TRIGGER episodes_searchtext_is_episode ON episodes_searchtext",
    "DROP FUNCTION episodes_searchtext_is_episode()",
    "ALTER TABLE episodes_searchtext DROP COLUMN is_episode",
]


def make(apps, schema_editor):
    _execute(schema_editor, COLUMN)


def drop(apps, schema_editor):
    _execute(schema_editor, BACK)


def _execute(schema_editor, statements):
    if schema_editor.connection.vendor == "postgresql":  # FTS5 needs none of it
        for statement in statements:
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [
        ("episodes", "0016_faceted_quotes"),
    ]

    operations = [migrations.RunPython(make, drop)]
