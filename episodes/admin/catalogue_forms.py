"""What is asked before a catalogue is imported."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from episodes.formats.catalogue import SUFFIXES
from episodes.models import SeriesPage

from .choices import PageChoiceField

MAX_MB = 50


class CatalogueForm(forms.Form):
    """A file and the series that its episodes go to."""

    series = PageChoiceField(label=_("Series"), queryset=SeriesPage.objects.none())
    file = forms.FileField(
        label=_("File"),
        allow_empty_file=True,  # read later, where the sentence is better
        help_text=_(
            "A spreadsheet (.xlsx, .csv), one JSON object on each line (.ndjson, also as .gz), "
            "or what yt-dlp knows of a channel (.json)."
        ),
        widget=forms.FileInput(attrs={"accept": ",".join(SUFFIXES)}),
    )
    publish = forms.BooleanField(
        label=_("Publish what is complete"),
        required=False,
        help_text=_("With the people it names. Everything else becomes a draft."),
    )

    def __init__(
        self, *args: Any, series: QuerySet[SeriesPage], may_publish: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["series"]
        field.queryset = series
        if len(series) == 1:
            field.initial = series[0].pk
            field.empty_label = None
        if not may_publish:
            del self.fields["publish"]

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MAX_MB * 1_000_000:
            raise forms.ValidationError(
                _("This file is over %(most)s MB: divide it into smaller ones."),
                params={"most": MAX_MB},
            )
        return file
