import django.db.models.deletion
from django.db import migrations, models

from episodes.migrations._fulltext import FullText


class Migration(migrations.Migration):
    dependencies = [
        ("episodes", "0003_catalogue_entries"),
    ]

    operations = [
        migrations.CreateModel(
            name="SaidPassage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("said", "Said"), ("quote", "Quote"), ("takeaway", "Takeaway")],
                        max_length=12,
                    ),
                ),
                ("source", models.CharField(max_length=80)),
                ("digest", models.CharField(max_length=32)),
                ("language", models.CharField(blank=True, max_length=12)),
                ("speaker", models.CharField(blank=True, max_length=255)),
                ("starts", models.JSONField()),
                ("text", models.TextField()),
                ("words", models.TextField()),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="passages",
                        to="episodes.searchentry",
                    ),
                ),
            ],
            options={
                "default_permissions": (),
            },
        ),
        FullText("episodes_saidpassage", "id", ["words"]),
    ]
