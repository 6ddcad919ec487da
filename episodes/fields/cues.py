"""The field of captions: a file or pasted text in, cues out."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from episodes.formats import captions
from episodes.formats.errors import FormatError
from episodes.sentences import translated


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
