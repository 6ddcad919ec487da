"""The editor's form of people and organisations."""

import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm


def plain_name(written: str) -> str:
    """A pasted name with plain blanks; raises ValidationError where nothing can be seen of it."""
    name = " ".join(written.split())
    if not any(unicodedata.category(char)[0] in "LNPS" for char in name):
        raise ValidationError(_("Write a name: this one has no visible letters."))
    return name


class NamedPageForm(WagtailAdminPageForm):
    def clean_title(self) -> str:
        return plain_name(self.cleaned_data["title"])
