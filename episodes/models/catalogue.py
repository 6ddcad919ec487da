"""Which line of a catalogue made which episode."""

from typing import Any

from django.conf import settings
from django.db import models

from .episode import EpisodePage
from .series import SeriesPage


class CatalogueEntry(models.Model):
    """What the import remembers, to be safe to run again.

    It keeps no words and no names, only digests: of the whole row, and of each field as the
    import left it. A field whose digest changed since was changed by an editor. The entry
    outlives its episode: what an editor deleted doesn't come back.
    """

    series = models.ForeignKey(SeriesPage, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=80)
    video = models.CharField(max_length=80, blank=True)
    episode = models.ForeignKey(
        EpisodePage, null=True, on_delete=models.SET_NULL, related_name="catalogue_entries"
    )
    row = models.CharField(max_length=32)
    fields = models.JSONField(default=dict)
    revision = models.PositiveBigIntegerField(
        null=True, help_text="The revision that the import wrote last."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["series", "key"], name="catalogue_key_once_in_series")
        ]
        indexes = [models.Index(fields=["series", "video"], name="catalogue_video_of_series")]

    #: Wagtail would list it wherever an episode is said to be used.
    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return self.key


class CatalogueUpload(models.Model):
    """A catalogue that somebody brought in the admin, while it is imported, and its report."""

    series = models.ForeignKey(SeriesPage, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    filename = models.CharField(max_length=255)
    publish = models.BooleanField(default=False)
    uploaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-uploaded_at", "-pk"]

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return self.filename


class CatalogueLine(models.Model):
    """One row of an upload: what waits to be imported, then what became of it."""

    upload = models.ForeignKey(CatalogueUpload, on_delete=models.CASCADE, related_name="lines")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=255, blank=True)
    row: Any = models.JSONField(null=True, help_text="Emptied once it is imported.")
    action = models.CharField(max_length=12, blank=True, help_text="Empty: it waits.")
    episode = models.ForeignKey(EpisodePage, null=True, on_delete=models.SET_NULL, related_name="+")
    live = models.BooleanField(default=False)
    notes = models.JSONField(default=list, help_text="Pairs of a field and a sentence.")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["upload", "number"], name="catalogue_line_once")
        ]
        indexes = [
            models.Index(fields=["upload", "action", "number"], name="catalogue_line_action")
        ]

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"{self.number}: {self.title}"
