"""Where topics stood before: a renamed or merged tag is still found at its old address."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _

from .tags import EpisodeTag


class FormerTagAddress(models.Model):
    """An address that no tag has any more, and the tag to which it leads."""

    slug = models.SlugField(_("address"), max_length=100, unique=True)
    tag = models.ForeignKey(EpisodeTag, on_delete=models.CASCADE, related_name="former_addresses")

    class Meta:
        verbose_name = _("former address of a tag")
        verbose_name_plural = _("former addresses of tags")

    def __str__(self) -> str:
        return self.slug


def remember(slug: str, tag: EpisodeTag) -> None:
    """That this address leads to this tag from now on."""
    FormerTagAddress.objects.update_or_create(slug=slug, defaults={"tag": tag})


def current(slugs: Iterable[str]) -> dict[str, str]:
    """The present addresses of those that are former ones; one query."""
    # PostgreSQL takes no null character, and no address has one.
    asked = [slug for slug in slugs if "\0" not in slug]
    rows = FormerTagAddress.objects.filter(slug__in=asked)
    return dict(rows.values_list("slug", "tag__slug"))
