from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("episodes", "0005_chapters_and_voices")]

    operations = [
        migrations.AddField(
            model_name="episodetag",
            name="translations",
            field=models.JSONField(
                blank=True,
                default=dict,
                help_text="Name and description by language, as the tag's form takes them.",
                verbose_name="in other languages",
            ),
        ),
    ]
