"""The field of captions: a file or pasted text in, cues out."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from episodes.formats import captions
from episodes.formats.errors import FormatError
from episodes.sentences import translated

from .good_cues import KeepOffer, KeepOfferInput, good_cues

MAX_SHOWN_BYTES = 1_000_000
"""Ten hours of talk. Django refuses a form with 2.5 MB of text, line ends and all."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of a form that is shown again: the text to mend, and the offer for it."""

    text: str
    offer: KeepOffer | None = None
    is_brought_back: bool = False
    is_too_long: bool = False


class CuesWidget(forms.MultiWidget):
    """A file to choose, or the text to paste and correct."""

    template_name = "episodes/widgets/cues.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        file_input = forms.FileInput(attrs={"accept": ".vtt,.srt,text/vtt,text/plain"})
        text_input = forms.Textarea(attrs={"rows": 8, "spellcheck": "false"})
        super().__init__({"file": file_input, "text": text_input, "keep": KeepOfferInput()}, attrs)

    def decompress(self, value: Any) -> list[Any]:
        if isinstance(value, Sent):
            return [None, value.text, value.offer]
        return [None, captions.write_vtt(captions.cues_from_json(value)) if value else ""]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        if not isinstance(value, Sent):
            # What is stored is a list, too, and must not be taken for that of the widgets' values.
            is_stored = isinstance(value, list) and all(isinstance(one, dict) for one in value)
            return super().get_context(name, self.decompress(value) if is_stored else value, attrs)
        context = super().get_context(name, self.decompress(value), attrs)
        context["widget"]["is_brought_back"] = value.is_brought_back
        context["widget"]["is_too_long"] = value.is_too_long
        return context


class CuesFormField(forms.MultiValueField):
    """Takes a caption file or pasted captions and gives cues as plain dicts."""

    widget: Any = CuesWidget
    max_size_bytes = 5_000_000

    def __init__(self, **kwargs: Any) -> None:
        fields = (
            forms.FileField(required=False),
            forms.CharField(required=False, strip=False),
            forms.CharField(required=False),
        )
        super().__init__(fields, require_all_fields=False, **kwargs)

    def has_changed(self, initial: Any, data: Any) -> bool:
        file, text, _keep = data or (None, "", "")
        return bool(file) or (text or "").strip() != (self.widget.decompress(initial)[1]).strip()

    def bound_data(self, data: Any, initial: Any) -> Any:
        """A browser forgets the file it sent: its text comes back to be mended, as does a paste."""
        if self.disabled or not data:
            return super().bound_data(data, initial)
        file, text, keep = data
        text = text or ""
        if file and file.size > self.max_size_bytes:
            return Sent(text)
        if not file and not text.strip():
            return Sent(text)
        try:
            written, name = _content(file, text)
            offer = KeepOffer.of(captions.read(written, name), keep)
            if not file:
                return Sent(text, offer)
            brought, _encoding = captions.decode(written, name)
        except FormatError:
            return Sent(text)
        if len(brought.encode()) > MAX_SHOWN_BYTES:
            return Sent(text, offer, is_too_long=True)
        return Sent(brought, offer, is_brought_back=True)

    def compress(self, data_list: list[Any]) -> list[dict[str, Any]]:
        file, text, keep = data_list or (None, "", "")
        if not file and not (text or "").strip():
            return []
        if file and file.size > self.max_size_bytes:
            raise ValidationError(_("This file is over 5 MB: captions are much smaller."))
        try:
            read = captions.read(*_content(file, text))
        except FormatError as error:
            raise ValidationError(translated(error)) from error
        offer = KeepOffer.of(read, keep)
        if offer and offer.is_taken:
            return captions.cues_to_json(good_cues(read))
        if read.problems:
            raise ValidationError(
                [
                    _("Line %(line)s: %(message)s")
                    % {"line": row.line, "message": translated(row.error)}
                    for row in read.problems[:10]
                ]
            )
        return captions.cues_to_json(read.cues)


def _content(file: UploadedFile | None, text: str) -> tuple[bytes, str]:
    if not file:
        return text.encode(), "captions.vtt"
    file.seek(0)
    return file.read(), file.name or ""


class CuesField(models.JSONField):
    """Cues of captions: `[{"start": 1.0, "end": 2.5, "text": "…", "speaker": "…"}, …]`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", list)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> forms.Field:
        return CuesFormField(
            required=not self.blank, label=capfirst(self.verbose_name), help_text=self.help_text
        )
