"""Tags: what an episode is about, managed by staff."""

from anyascii import anyascii
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase
from wagtail.search import index

from speakers.names import folded, spellings


class EpisodeTag(index.Indexed, TagBase):
    """A topic. Its slug stands in the address, so it is written in plain Latin letters."""

    # Tags are made where they are typed, under an episode, and kept in order in their own list.
    free_tagging = True

    description = models.TextField(
        _("description"),
        blank=True,
        help_text=_("One or two sentences at the top of the topic's page."),
    )
    other_names = models.TextField(
        _("other names"),
        blank=True,
        help_text=_("One per line, also in other languages. Search and import know them."),
    )

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("other_names"),
        index.AutocompleteField("folded_words"),
    ]

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["name"]

    def folded_words(self) -> str:
        """Its names in plain letters, for searches without accents."""
        return folded(self.name, *spellings(self.other_names))

    def slugify(self, tag: str, i: int | None = None) -> str:
        # taggit gives an empty slug for Cyrillic or Georgian names.
        slug = slugify(anyascii(tag)) or "tag"
        return f"{slug}_{i}" if i is not None else slug


class TaggedEpisode(ItemBase):
    """That an episode carries a tag."""

    tag = models.ForeignKey(EpisodeTag, on_delete=models.CASCADE, related_name="tagged_episodes")
    content_object = ParentalKey(
        "episodes.EpisodePage", on_delete=models.CASCADE, related_name="tagged_items"
    )

    class Meta:
        verbose_name = _("tag of an episode")
        verbose_name_plural = _("tags of episodes")
        constraints = [
            models.UniqueConstraint(
                fields=["tag", "content_object"], name="episode_carries_tag_once"
            )
        ]
