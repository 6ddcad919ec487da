"""Notice and footer move from the site's settings, which know no language, to its home pages."""

from django.db import migrations, models

FIELDS = ("notice", "footer_text")


def move_to_home_pages(apps, schema_editor):
    """They were written in the site's own language, which is that of its root page."""
    homes = apps.get_model("forum_cms.HomePage").objects
    revisions = apps.get_model("wagtailcore.Revision").objects
    for settings in apps.get_model("forum_cms.SiteSettings").objects.select_related("site"):
        words = {name: getattr(settings, name) for name in FIELDS if getattr(settings, name)}
        home = homes.filter(pk=settings.site.root_page_id).first()
        if home is None or not words:
            continue
        homes.filter(pk=home.pk).update(**words)
        # The editor opens the newest revision: without them there, it would publish their loss.
        for revision in revisions.filter(pk=home.latest_revision_id):
            revision.content = {**revision.content, **words}
            revision.save(update_fields=["content"])


def move_to_settings(apps, schema_editor):
    for home in apps.get_model("forum_cms.HomePage").objects.all():
        apps.get_model("forum_cms.SiteSettings").objects.filter(site__root_page_id=home.pk).update(
            notice=home.notice, footer_text=home.footer_text
        )


class Migration(migrations.Migration):
    dependencies = [("forum_cms", "0005_translating"), ("wagtailcore", "0098_apitoken")]

    operations = [
        migrations.AddField(
            "homepage",
            "notice",
            models.CharField(
                blank=True,
                help_text="One sentence above every page, for something that everybody must know.",
                max_length=300,
                verbose_name="notice",
            ),
        ),
        migrations.AddField(
            "homepage",
            "footer_text",
            models.TextField(
                blank=True,
                help_text="One or two sentences at the end of every page.",
                verbose_name="footer",
            ),
        ),
        migrations.RunPython(move_to_home_pages, move_to_settings, elidable=False),
        migrations.RemoveField("sitesettings", "notice"),
        migrations.RemoveField("sitesettings", "footer_text"),
    ]
