"""What the search looks through: derived from published pages, and made again at any time.

An entry exists for what visitors may see and for nothing else: it goes when its page is taken
back, made private or deleted, and everything that was kept of the words goes with it.
`episodes.search.index` writes, `fulltext` reads.
"""

from django.db import models
from django.dispatch import Signal

#: Sent with `pk` when an episode and all rows that belong to it are stored.
episode_saved = Signal()


class SearchEntry(models.Model):
    """One thing that can be found. Narrow, because a search may touch thousands of them."""

    class Kind(models.TextChoices):
        EPISODE = "episode"
        PERSON = "person"
        ORGANISATION = "organisation"
        TOPIC = "topic"

    wagtail_reference_index_ignore = True

    kind = models.CharField(max_length=12, choices=Kind.choices)
    page = models.OneToOneField(
        "wagtailcore.Page", null=True, on_delete=models.CASCADE, related_name="+"
    )
    tag = models.OneToOneField(
        "episodes.EpisodeTag", null=True, on_delete=models.CASCADE, related_name="+"
    )
    locale = models.ForeignKey(
        "wagtailcore.Locale", null=True, on_delete=models.CASCADE, related_name="+"
    )
    published_on = models.DateField(null=True)
    title = models.CharField(max_length=255)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["kind", "published_on"], name="search_entry_newest")]


class SearchText(models.Model):
    """The words of an entry in plain letters, the weightiest first; the database indexes them.

    `excerpt` has the running text in its own letters, to show where something was found.
    """

    wagtail_reference_index_ignore = True

    entry = models.OneToOneField(
        SearchEntry, primary_key=True, on_delete=models.CASCADE, related_name="text"
    )
    names = models.TextField(blank=True)
    labels = models.TextField(blank=True)
    summary = models.TextField(blank=True)
    body = models.TextField(blank=True)
    excerpt = models.TextField(blank=True)

    class Meta:
        default_permissions = ()


class SearchWord(models.Model):
    """A word of an entry's names, labels or summary: what a slip of the finger may have meant."""

    wagtail_reference_index_ignore = True

    entry = models.ForeignKey(SearchEntry, on_delete=models.CASCADE, related_name="words")
    word = models.CharField(max_length=40)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["word"], name="search_word")]


class SaidPassage(models.Model):
    """Something said that plays from its second: a paragraph of captions, a quote, a takeaway.

    `starts` are places in the text with the seconds when they are said: `[[0, 12], [85, 19]]`;
    none where nobody knows. `said_by` is the person whom a quote names, visible or not.
    `source` and `digest` tell whether captions have changed since they were read.
    """

    class Kind(models.TextChoices):
        SAID = "said"
        QUOTE = "quote"
        TAKEAWAY = "takeaway"

    wagtail_reference_index_ignore = True

    entry = models.ForeignKey(SearchEntry, on_delete=models.CASCADE, related_name="passages")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    source = models.CharField(max_length=80)
    digest = models.CharField(max_length=32)
    language = models.CharField(max_length=12, blank=True)
    speaker = models.CharField(max_length=255, blank=True)
    # No constraint: an article may name somebody whose page is gone.
    said_by = models.ForeignKey(
        "speakers.SpeakerPage",
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
        related_name="+",
    )
    starts = models.JSONField()
    text = models.TextField()
    words = models.TextField()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["kind", "said_by"], name="said_passage_by_person")]

    @property
    def start_s(self) -> int | None:
        """When it begins, where somebody knows."""
        return self.starts[0][1] if self.starts else None

    def second_at(self, place: int) -> int:
        """When the words at this place of the text are said."""
        return max((start for start in self.starts if start[0] <= place), default=(0, 0))[1]
