"""Form and model fields of our own: times in a video, languages, weekdays."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from episodes.formats import captions, timecode
from episodes.formats.errors import FormatError
from episodes.sentences import translated

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


class CuesWidget(forms.MultiWidget):
    """A file to choose, or the text to paste and correct."""

    template_name = "episodes/widgets/cues.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        file_input = forms.FileInput(attrs={"accept": ".vtt,.srt,text/vtt,text/plain"})
        text_input = forms.Textarea(attrs={"rows": 8, "spellcheck": "false"})
        super().__init__({"file": file_input, "text": text_input}, attrs)

    def decompress(self, value: Any) -> list[Any]:
        return [None, captions.write_vtt(captions.cues_from_json(value)) if value else ""]


class CuesFormField(forms.MultiValueField):
    """Takes a caption file or pasted captions and gives cues as plain dicts."""

    widget: Any = CuesWidget
    max_size_bytes = 5_000_000

    def __init__(self, **kwargs: Any) -> None:
        fields = (forms.FileField(required=False), forms.CharField(required=False, strip=False))
        super().__init__(fields, require_all_fields=False, **kwargs)

    def has_changed(self, initial: Any, data: Any) -> bool:
        file, text = data or (None, "")
        return bool(file) or (text or "").strip() != (self.widget.decompress(initial)[1]).strip()

    def compress(self, data_list: list[Any]) -> list[dict[str, Any]]:
        file, text = data_list or (None, "")
        if not file and not (text or "").strip():
            return []
        if file and file.size > self.max_size_bytes:
            raise ValidationError(_("This file is over 5 MB: captions are much smaller."))
        data, name = (file.read(), file.name) if file else (text.encode(), "captions.vtt")
        try:
            read = captions.read(data, name)
        except FormatError as error:
            raise ValidationError(translated(error)) from error
        if read.problems:
            raise ValidationError(
                [
                    _("Line %(line)s: %(message)s") % {"line": row.line, "message": row.message}
                    for row in read.problems[:10]
                ]
            )
        return captions.cues_to_json(read.cues)


class CuesField(models.JSONField):
    """Cues of captions: `[{"start": 1.0, "end": 2.5, "text": "…", "speaker": "…"}, …]`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", list)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> forms.Field:
        return CuesFormField(
            required=not self.blank, label=capfirst(self.verbose_name), help_text=self.help_text
        )


class BodyField(StreamField):
    """A StreamField whose blocks stay out of migrations: a new block is not a new migration."""

    def deconstruct(self) -> Any:
        name, path, _blocks, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [[]], kwargs
