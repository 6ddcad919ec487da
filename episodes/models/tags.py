"""Tags: what an episode is about, managed by staff."""

from collections.abc import Iterable
from typing import Any

from anyascii import anyascii
from django.conf import settings
from django.db import models
from django.utils.text import slugify
from django.utils.translation import get_language
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

    #: {"cs": {"name": "Soudy", "description": "…"}}. A tag has one address in all languages.
    translations = models.JSONField(
        _("in other languages"),
        default=dict,
        blank=True,
        help_text=_("Name and description by language, as the tag's form takes them."),
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

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keeps the address that it had: links to it lead to the new one."""
        before = type(self).objects.filter(pk=self.pk).values_list("slug", flat=True).first()
        super().save(*args, **kwargs)
        if before == self.slug:
            return
        from . import former_tags  # the other way round at import: former addresses know tags

        former_tags.FormerTagAddress.objects.filter(slug=self.slug).delete()
        if before:
            former_tags.remember(before, self)

    @classmethod
    def known_as(cls, names: Iterable[str]) -> dict[str, str]:
        """The tags that are meant by names as somebody typed them: typed → the tag's own name.

        Case, accents and other names don't matter; what no tag answers to is left out.
        """
        asked = {name: folded(name) for name in names}
        answers: dict[str, str] = {}
        tags = list(cls.objects.all()) if asked else []
        for tag in tags:
            for name in tag.names:
                answers.setdefault(folded(name), tag.name)
        # A tag's own name counts before another's other name.
        answers |= {folded(tag.name): tag.name for tag in tags}
        return {name: answers[plain] for name, plain in asked.items() if plain in answers}

    def name_in(self, language: str) -> str:
        """What it is called in a language; its own name where nobody has said so."""
        return self._said("name", language) or self.name

    @property
    def label(self) -> str:
        """What it is called in the language of the page."""
        return self.name_in(get_language() or "")

    @property
    def about(self) -> str:
        """What it means, in the language of the page; nothing rather than another language."""
        language = get_language() or ""
        if language == settings.LANGUAGE_CODE or not self._said("name", language):
            return self.description
        return self._said("description", language)

    def _said(self, field: str, language: str) -> str:
        words = self.translations.get(language) if isinstance(self.translations, dict) else None
        return str(words.get(field) or "") if isinstance(words, dict) else ""

    @property
    def names(self) -> list[str]:
        """All its names: in every language, and what it also answers to."""
        translated = [self._said("name", language) for language in self.translations or {}]
        return [name for name in (self.name, *translated, *spellings(self.other_names)) if name]

    def folded_words(self) -> str:
        """Its names in plain letters, for searches without accents."""
        return folded(*self.names)

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
