"""The field of chapters: lines as YouTube reads them, a pasted description, or WebVTT."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst

from episodes.formats import chapters
from episodes.sentences import translated


class ChaptersInput(forms.Textarea):
    """Shows chapters as lines: the text that YouTube takes, too."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        example = "0:00 …\n1:30 …\n12:34 …"
        super().__init__({"rows": 6, "placeholder": example, "spellcheck": "true", **(attrs or {})})

    def format_value(self, value: Any) -> str | None:
        if isinstance(value, list):
            return chapters.write_lines(chapters.from_json(value))
        return super().format_value(value)


class ChaptersFormField(forms.CharField):
    """Takes lines like "12:34 Title" and gives chapters as plain dicts; says what is wrong."""

    widget = ChaptersInput
    max_length_written = 100_000

    def clean(self, value: Any) -> list[dict[str, Any]]:
        if isinstance(value, list):
            return value
        written = super().clean(value) or ""
        try:
            return chapters.to_json(chapters.read(written[: self.max_length_written]))
        except chapters.ChapterErrors as found:
            sentences = [translated(error) for error in found.errors[:10]]
            raise ValidationError(sentences) from found

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool((initial or []) != self.clean(data))
        except ValidationError:
            return True


class ChaptersField(models.JSONField):
    """Chapters of a video: `[{"start": 0, "title": "…"}, …]`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> forms.Field:
        return ChaptersFormField(
            required=not self.blank, label=capfirst(self.verbose_name), help_text=self.help_text
        )
