"""Who may protect a person in danger, at any hour; and who may bring them back."""

from django.db import migrations

MAY = {
    "Moderators": ["protect_person"],
    "Administrators": ["protect_person", "unseal_person"],
}
NAMES = {
    "protect_person": "Can protect a person in danger",
    "unseal_person": "Can bring a protected person back",
}


def allow(apps, schema_editor):
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="speakers", model="protection"
    )
    for role, codenames in MAY.items():
        for group in apps.get_model("auth.Group").objects.filter(name=role):
            for codename in codenames:
                permission, _ = apps.get_model("auth.Permission").objects.get_or_create(
                    content_type=content_type,
                    codename=codename,
                    defaults={"name": NAMES[codename]},
                )
                group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("forum_cms", "0006_words_of_the_house"),
        ("speakers", "0003_protections"),
    ]

    operations = [migrations.RunPython(allow, migrations.RunPython.noop)]
