"""What lists read: narrow rows of the episodes that visitors may see, and counts of them.

Derived from episodes, kept true by `listing_index`, read by `shelf`; nobody else writes here.
Why it is stored: docs/decisions/0015-listing-tables.md.
"""

from django.db import models

SORT_TITLE_LENGTH = 80
#: A facet that so many episodes carry is large: what else they carry is counted beforehand. It
#: stays so until half of them are left, or one that is taken back and published again would cost
#: the counts of all.
LARGE = 250


class ListedEpisode(models.Model):
    """An episode that any visitor may see; those that nobody may see have no row."""

    episode = models.OneToOneField(
        "episodes.EpisodePage", on_delete=models.CASCADE, primary_key=True, related_name="listed"
    )
    series = models.ForeignKey(
        "episodes.SeriesPage", on_delete=models.CASCADE, related_name="+", db_index=False
    )
    published_on = models.DateField()
    premieres_at = models.DateTimeField(null=True)
    #: In plain letters, for the order by title.
    sort_title = models.CharField(max_length=SORT_TITLE_LENGTH)

    wagtail_reference_index_ignore = True

    class Meta:
        indexes = [
            models.Index(fields=["series", "-published_on", "-episode"], name="listed_newest"),
            models.Index(fields=["series", "sort_title", "episode"], name="listed_by_title"),
            models.Index(fields=["series", "premieres_at"], name="listed_announced"),
        ]


class Facet(models.Model):
    """One thing to choose in a series: a topic, a person, a year … and how many carry it.

    `value` is the key of what it stands for, or a code; `slug` is what stands in addresses.
    `shown` is false for people and organisations whose page visitors may not see.
    """

    series = models.ForeignKey(
        "episodes.SeriesPage", on_delete=models.CASCADE, related_name="+", db_index=False
    )
    kind = models.CharField(max_length=12)  # a Kind
    value = models.CharField(max_length=20, blank=True)
    slug = models.CharField(max_length=255, blank=True)
    label = models.CharField(max_length=255, blank=True)
    shown = models.BooleanField(default=True)
    count = models.PositiveIntegerField(default=0)
    #: Quotes in episodes that carry it; for a person, those that are theirs.
    quotes = models.PositiveIntegerField(default=0)
    #: Whether there are counts of its pairs.
    is_large = models.BooleanField(default=False)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["series", "kind", "value"], name="facet_once_in_series")
        ]
        indexes = [
            models.Index(fields=["series", "kind", "-count", "label"], name="facet_most_first"),
            models.Index(fields=["series", "kind", "-quotes", "label"], name="facet_most_quoted"),
            models.Index(fields=["series", "kind", "slug"], name="facet_by_slug"),
            models.Index(fields=["kind", "value"], name="facet_by_value"),
        ]


class FacetedEpisode(models.Model):
    """That a listed episode carries a facet. The date is repeated so that an index sorts."""

    facet = models.ForeignKey(Facet, on_delete=models.CASCADE, related_name="+", db_index=False)
    listed = models.ForeignKey(
        ListedEpisode, on_delete=models.CASCADE, related_name="facets", db_index=False
    )
    published_on = models.DateField()

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["listed", "facet"], name="faceted_episode_once")
        ]
        indexes = [
            models.Index(fields=["facet", "-published_on", "-listed"], name="faceted_newest")
        ]


class FacetedQuote(models.Model):
    """That a quote of a listed episode stands under a facet: all, a topic, or who said it.

    `passage` is what the search keeps of it; episode and date are repeated so that an index sorts.
    """

    facet = models.ForeignKey(Facet, on_delete=models.CASCADE, related_name="+", db_index=False)
    listed = models.ForeignKey(ListedEpisode, on_delete=models.CASCADE, related_name="+")
    # No constraint: the search replaces its passages, and these rows follow.
    passage = models.ForeignKey(
        "episodes.SaidPassage",
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
        related_name="+",
    )
    published_on = models.DateField()

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["passage", "facet"], name="faceted_quote_once")
        ]
        indexes = [
            models.Index(
                fields=["facet", "-published_on", "-listed", "passage"], name="faceted_quote_newest"
            )
        ]


class FacetPair(models.Model):
    """How many episodes carry a large facet together with another one.

    The other's kind and label are repeated so that an index sorts.
    """

    facet = models.ForeignKey(Facet, on_delete=models.CASCADE, related_name="+", db_index=False)
    other = models.ForeignKey(Facet, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12)
    label = models.CharField(max_length=255, blank=True)
    count = models.IntegerField()  # a row that is added may begin with a difference

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["facet", "other"], name="facet_pair_once")]
        indexes = [
            models.Index(fields=["facet", "kind", "-count", "label"], name="facet_pair_most_first")
        ]
