"""The editor's form of an episode: lenient for drafts, strict for publishing."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from episodes.formats import text

TRAILING_HASHTAGS = re.compile(r"(\s+#\w+)+$")


class EpisodeForm(WagtailAdminPageForm):
    """Takes a draft as it is; before publishing, says in one list what is missing."""

    def clean_title(self) -> str:
        """Pasted titles bring no-break spaces and the hashtag along; the series has it already."""
        title = text.clean(self.cleaned_data["title"])
        return TRAILING_HASHTAGS.sub("", title) or title

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
        if not valid or self.is_deferred_validation:
            return valid
        page = self.save(commit=False)
        sentences = page.missing()
        if sentences:
            self.add_error(
                None,
                ValidationError([_("This episode can't be published yet:"), *sentences]),
            )
        return not sentences
