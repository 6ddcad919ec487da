"""Form and model fields of our own: times in a video, languages, weekdays, bodies."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from episodes.formats import timecode
from episodes.formats.errors import FormatError
from episodes.sentences import translated

from .chapters import ChaptersField
from .cues import CuesField

__all__ = [
    "LANGUAGE_CODES",
    "BodyField",
    "ChaptersField",
    "CuesField",
    "LanguageField",
    "SecondsField",
    "TimecodeFormField",
    "TimecodeInput",
    "WeekdaysField",
    "language_choices",
]

# ISO 639 codes: what people spoke in this house, and what Django can name in Czech and English.
LANGUAGE_CODES = (
    "ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gd gl he hi hr hu hy id is it "
    "ja ka kk km ko ky lb lt lv mk mn mr ms my nb ne nl pa pl pt ro ru sk sl sq sr sv sw ta te tg "
    "th tk tr tt ug uk ur uz vi zh-hans"
).split()


def language_choices() -> list[tuple[str, str]]:
    """Language codes with their names in the reader's language, sorted by name."""
    names = [(code, str(get_language_info(code)["name_translated"])) for code in LANGUAGE_CODES]
    return sorted(names, key=lambda choice: choice[1])


class LanguageField(models.CharField):
    """An ISO 639 language code, chosen from a list by name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 12)
        kwargs.setdefault("choices", language_choices)
        super().__init__(*args, **kwargs)


class TimecodeInput(forms.TextInput):
    """Shows seconds as 12:34."""

    def format_value(self, value: Any) -> str | None:
        if isinstance(value, int):
            return timecode.format(value)
        return super().format_value(value)


class TimecodeFormField(forms.CharField):
    """Takes 12:34, 1:02:03 or 754 and gives whole seconds (or nothing)."""

    widget = TimecodeInput(attrs={"placeholder": "12:34", "size": 8, "autocomplete": "off"})

    def clean(self, value: Any) -> int | None:
        if isinstance(value, int):
            return value
        text = super().clean(value)
        if not text:
            return None
        try:
            return int(timecode.parse(text))
        except FormatError as error:
            raise ValidationError(translated(error)) from error

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return initial != self.clean(data)
        except ValidationError:
            return True


class SecondsField(models.PositiveIntegerField):
    """A time or a length in whole seconds; editors read and write it as 12:34."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("null", True)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> forms.Field:
        return TimecodeFormField(
            required=not self.blank, label=capfirst(self.verbose_name), help_text=self.help_text
        )


WEEKDAYS = [
    (0, _("Monday")),
    (1, _("Tuesday")),
    (2, _("Wednesday")),
    (3, _("Thursday")),
    (4, _("Friday")),
    (5, _("Saturday")),
    (6, _("Sunday")),
]


class WeekdaysField(models.JSONField):
    """Days of the week as numbers, Monday is 0: `[1, 4]` for Tuesdays and Fridays."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> forms.Field:
        return forms.TypedMultipleChoiceField(
            choices=WEEKDAYS,
            coerce=int,
            required=False,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )


class BodyField(StreamField):
    """A StreamField whose blocks stay out of migrations: a new block is not a new migration."""

    def deconstruct(self) -> Any:
        name, path, _blocks, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [[]], kwargs
