"""The editor's form of pages that have a name."""

import unicodedata
from typing import Any

from anyascii import anyascii
from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.coreutils import find_available_slug
from wagtail.models import Page


def plain_name(written: str) -> str:
    """A pasted name with plain blanks; raises ValidationError where nothing can be seen of it."""
    name = " ".join(written.split())
    if not any(unicodedata.category(char)[0] in "LNPS" for char in name):
        raise ValidationError(_("Write a name: this one has no visible letters."))
    return name


def free_slug(parent: Page, title: str, page: Page | None = None) -> str:
    """An address for the title in plain letters, also for titles in other alphabets."""
    wanted = slugify(anyascii(title))[:200] or "page"
    return find_available_slug(parent, wanted, ignore_page_id=page.pk if page else None)


class AddressedPageForm(WagtailAdminPageForm):
    """Finds the address by itself where the editor leaves it empty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "slug" in self.fields and not self.errors.get("slug") and not cleaned.get("slug"):
            title = cleaned.get("title", "")
            cleaned["slug"] = free_slug(self.parent_page, title, self.instance)
        return cleaned


class NamedPageForm(AddressedPageForm):
    def clean_title(self) -> str:
        return plain_name(self.cleaned_data["title"])
