"""The editor's forms of an episode: lenient for drafts, strict for publishing."""

import datetime
import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms.pages import CopyForm

from episodes.formats import text
from speakers.forms import AddressedPageForm

TRAILING_HASHTAGS = re.compile(r"(\s+#\w+)+$")

#: Years outside are slips of the finger, and databases and time zones stumble over some of them.
YEARS = range(1900, 2101)


class EpisodeForm(AddressedPageForm):
    """Takes a draft as it is; before publishing, says in one list what is missing."""

    def clean_title(self) -> str:
        """Pasted titles bring no-break spaces and the hashtag along; the series has it already."""
        title = text.clean(self.cleaned_data["title"])
        if not title:
            raise ValidationError(_("Write a title: this one has no visible letters."))
        return TRAILING_HASHTAGS.sub("", title) or title

    def clean_tags(self) -> list[str]:
        """A tag typed in another case, without accents or by another name is the one there is."""
        names = [text.clean(name) for name in self.cleaned_data["tags"]]
        tag_model = self.instance._meta.get_field("tags").remote_field.model
        known = tag_model.known_as(names)
        return list(dict.fromkeys(known.get(name, name) for name in names if name))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name, value in list(cleaned.items()):
            if isinstance(value, datetime.date) and value.year not in YEARS:
                message = _("Check the year: %(year)s is not between 1900 and 2100.")
                self.add_error(name, ValidationError(message, params={"year": value.year}))
        return cleaned

    def _post_clean(self) -> None:
        # The rules of publishing look at people and videos, which the form hasn't handed to
        # the page yet; they are asked in `is_valid`, when it has.
        self.instance.is_being_drafted = True
        try:
            super()._post_clean()
        finally:
            self.instance.is_being_drafted = False

    def is_valid(self) -> bool:
        valid = super().is_valid()
        if self.is_deferred_validation or self._is_sent_back():
            return valid
        sentences = self._missing()
        if sentences:
            heading = _("This episode can't be published yet:")
            self.add_error(None, ValidationError([heading, *sentences]))
        return valid and not sentences

    def _missing(self) -> list[str]:
        """What the page lacks with what was sent; nothing where a row has mistakes of its own."""
        rows = self.formsets.values()
        if not all(formset.is_valid() for formset in rows):
            return []
        for formset in rows:
            formset.save(commit=False)
        return self.instance.missing()

    def _is_sent_back(self) -> bool:
        """Whether a moderator asks for changes: what is missing must not stop them."""
        return bool(
            self.data.get("action-workflow-action")
            and self.data.get("workflow-action-name") == "reject"
        )


class EpisodeCopyForm(CopyForm):
    """Copies an episode; only a complete one can be published at once."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name in ("publish_copies", "alias"):
            sentences = self.page.specific.missing() if cleaned.get(name) else []
            if sentences:
                heading = _("A copy can't be published yet:")
                self.add_error(name, ValidationError([heading, *sentences]))
        return cleaned
