"""The letter of the register under which a person or an organisation stands."""

from django.db import migrations, models

from speakers.letters import initial


def fill(apps, schema_editor):
    for model_name, name_field in (("SpeakerPage", "sort_name"), ("OrganisationPage", "title")):
        pages = apps.get_model("speakers", model_name)._default_manager.only("pk", name_field)
        batch = []
        for page in pages.order_by("pk").iterator(chunk_size=500):
            page.initial = initial(getattr(page, name_field))
            batch.append(page)
            if len(batch) == 500:
                pages.bulk_update(batch, ["initial"])
                batch = []
        pages.bulk_update(batch, ["initial"])


class Migration(migrations.Migration):
    dependencies = [("speakers", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name=name,
            name="initial",
            field=models.CharField(db_index=True, default="#", editable=False, max_length=1),
        )
        for name in ("organisationpage", "speakerpage")
    ] + [migrations.RunPython(fill, migrations.RunPython.noop)]
