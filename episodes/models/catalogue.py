"""Which line of a catalogue made which episode."""

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
