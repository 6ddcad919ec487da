"""Names as they are pasted, and as they are kept."""

import pytest
from django.core.exceptions import ValidationError

from speakers.forms import NamedPageForm, plain_name
from speakers.models import OrganisationPage, SpeakerPage


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (" Tomáš\u00a0 Říčka\n", "Tomáš Říčka"),
        ("Ծովինար Պետրոսյան", "Ծովինար Պետրոսյան"),
        ("李 娜", "李 娜"),
        ("37signals", "37signals"),
    ],
)
def test_plain_name_keeps_words_and_plain_blanks(written, kept):
    assert plain_name(written) == kept


@pytest.mark.parametrize("written", ["", " \t", "\u200b\u2060", "\u202e"])
def test_plain_name_refuses_what_nobody_can_see(written):
    with pytest.raises(ValidationError):
        plain_name(written)


@pytest.mark.parametrize("page", [OrganisationPage, SpeakerPage])
def test_names_of_pages_are_cleaned_in_the_editor(page):
    assert issubclass(page.get_edit_handler().get_form_class(), NamedPageForm)
