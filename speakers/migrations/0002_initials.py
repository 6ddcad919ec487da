"""Where a person or an organisation stands in its register: the letter, and the place under it."""

from django.db import migrations

from speakers.fields import InitialField, SortKeyField

MODELS = {"SpeakerPage": "sort_name", "OrganisationPage": "title"}


def fill(apps, schema_editor):
    for model_name, of in MODELS.items():
        pages = apps.get_model("speakers", model_name)._default_manager
        batch = []
        for page in pages.order_by("pk").iterator(chunk_size=500):
            page.initial = InitialField.make(getattr(page, of))
            page.sort_key = SortKeyField.make(getattr(page, of))[:60]
            batch.append(page)
            if len(batch) == 500:
                pages.bulk_update(batch, ["initial", "sort_key"])
                batch = []
        pages.bulk_update(batch, ["initial", "sort_key"])


class Migration(migrations.Migration):
    dependencies = [("speakers", "0001_initial")]

    operations = [
        *(
            migrations.AddField(name.lower(), field_name, field(of=of))
            for name, of in MODELS.items()
            for field_name, field in (("initial", InitialField), ("sort_key", SortKeyField))
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
