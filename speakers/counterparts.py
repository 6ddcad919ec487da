"""Whoever is named on a page is linked to in the language of that page.

A translated page begins as a copy, so its rows name the people of the original. When any page is
published or taken back, the rows that name it, and its own, are pointed anew: to the version in the
row's language where visitors may see one, else to the one that they may see.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Model
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from speakers import languages
from speakers.changes import announce


@dataclass(frozen=True)
class Reference:
    """Rows of a model that name a page: `field` is the foreign key.

    `owner` is the way from a row to the page whose language it has; nothing where the row is
    that page. `changed` is told the keys of the owners whose rows now name another page.
    """

    model: type[Model]
    field: str
    owner: str = ""
    changed: Callable[[list[int]], None] | None = None

    def of_owner(self, name: str) -> str:
        """A lookup on the owning page."""
        return f"{self.owner}__{name}" if self.owner else name


_references: list[Reference] = []


def register(*references: Reference) -> None:
    """Keep these references in the language of their pages."""
    _references.extend(one for one in references if one not in _references)


def follow(page: Page) -> None:
    """Points anew what names this page, and what this page names."""
    if not languages.enabled():
        return
    for reference in _references:
        named = reference.model._default_manager.filter(
            **{f"{reference.field}__translation_key": page.translation_key}
        )
        _point(reference, named, [page.translation_key])
        own = reference.model._default_manager.filter(**{reference.of_owner("pk"): page.pk})
        keys = own.values_list(f"{reference.field}__translation_key", flat=True)
        _point(reference, own, [key for key in set(keys) if key])


def listen() -> None:
    """Follow every page that is published or taken back."""
    for signal in (page_published, page_unpublished):
        signal.connect(_changed, dispatch_uid="speakers.counterparts")


def _changed(sender: Any, instance: Page, **kwargs: Any) -> None:
    follow(instance)


def _point(reference: Reference, rows: Any, keys: list[Any]) -> None:
    """One update for each page and language, however many rows there are."""
    locales = set(rows.values_list(reference.of_owner("locale"), flat=True)) if keys else set()
    for key in keys:
        versions = list(Page.objects.filter(translation_key=key).select_related("locale"))
        for locale_id in locales:
            best = _best(versions, locale_id)
            if best is None:
                continue
            chosen = {
                reference.of_owner("locale"): locale_id,
                f"{reference.field}__translation_key": key,
            }
            stale = rows.filter(**chosen).exclude(**{reference.field: best.pk})
            found = dict(stale.values_list("pk", reference.of_owner("pk")))
            if not found:
                continue
            changed = reference.model._default_manager.filter(pk__in=list(found))
            changed.update(**{reference.field: best.pk})
            announce()
            if reference.changed:
                reference.changed(sorted(set(found.values())))


def _best(versions: list[Page], locale_id: int) -> Page | None:
    """Own language, else the site's own, else any; nothing while none of them is public."""
    live = [one for one in versions if one.live]
    live.sort(
        key=lambda one: (
            one.locale_id != locale_id,
            one.locale.language_code != settings.LANGUAGE_CODE,
            one.pk,
        )
    )
    return live[0] if live else None
