"""The sentences of `episodes.formats` in the reader's language."""

from django.utils.translation import gettext

from episodes.formats.errors import FormatError


def translated(error: FormatError) -> str:
    """What a format error says, translated: the pure modules know no Django."""
    return (
        gettext(error.template).format(**error.params) if error.params else gettext(error.template)
    )
