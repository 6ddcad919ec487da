"""A draft that somebody without a login may read: a signed address that ends."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core import signing
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

#: How long a link may be good for, in days; the first is proposed.
DAYS = (7, 2, 30)
_signer = signing.Signer(salt="episodes.draft_link")


class DraftLink(models.Model):
    """One link to the newest draft of one episode. Taking it back deletes it.

    The address holds a random number and our signature of it, so that nobody comes by one that
    wasn't made here, and a copied database alone opens no draft on the site.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    episode = models.ForeignKey(
        "episodes.EpisodePage", on_delete=models.CASCADE, related_name="draft_links"
    )
    note = models.CharField(
        _("for whom"), max_length=100, blank=True, help_text=_("To know it by, in this list.")
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("shared draft")
        verbose_name_plural = _("shared drafts")
        ordering = ["-made_at", "-pk"]

    @classmethod
    def make(cls, episode: Any, user: Any, days: int, note: str = "") -> DraftLink:
        expires_at = timezone.now() + timedelta(days=days)
        return cls.objects.create(episode=episode, made_by=user, expires_at=expires_at, note=note)

    @classmethod
    def read(cls, key: str, signature: str) -> DraftLink | None:
        """The link of an address, ended or not; nothing for one that isn't ours."""
        try:
            found = uuid.UUID(_signer.unsign(f"{key}:{signature}"))
        except (signing.BadSignature, ValueError):
            return None
        return cls.objects.filter(key=found).select_related("episode").first()

    @property
    def parts(self) -> dict[str, str]:
        """The random number and our signature, as they stand in the address."""
        return {"key": self.key.hex, "signature": _signer.signature(self.key.hex)}

    @property
    def has_ended(self) -> bool:
        return self.expires_at <= timezone.now()

    def address(self, request: Any = None) -> str:
        """The whole address, below the page of the series; nothing where that isn't public."""
        series = self.episode.series
        base = series.get_full_url(request) if series.live else None
        return f"{base}{series.reverse_subpage('draft', kwargs=self.parts)}" if base else ""
