"""The form of a picture in the admin."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.images.forms import BaseImageForm


class PictureForm(BaseImageForm):
    """Refuses what looks like a picture and can't be drawn: Wagtail opens it, and falls over."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            field.to_python = _refusing_damaged(field.to_python)


def _refusing_damaged(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def to_python(data: Any) -> Any:
        try:
            return read(data)
        except (OSError, SyntaxError, ValueError) as error:  # what Pillow raises while it draws
            raise ValidationError(
                _("This picture is damaged: open it, save it again and bring the new file.")
            ) from error

    return to_python
