"""Everybody who writes may translate what they may edit."""

from django.db import migrations

ROLES = ("Editors", "Moderators", "Administrators")


def allow(apps, schema_editor):
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="simple_translation", model="simpletranslation"
    )
    permission, _ = apps.get_model("auth.Permission").objects.get_or_create(
        content_type=content_type,
        codename="submit_translation",
        defaults={"name": "Can submit translations"},
    )
    for group in apps.get_model("auth.Group").objects.filter(name__in=ROLES):
        group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("forum_cms", "0004_content_version"),
        ("simple_translation", "0001_initial"),
    ]

    operations = [migrations.RunPython(allow, migrations.RunPython.noop)]
