"""Sentences in the reader's language: those of `episodes.formats`, and words between their marks."""

from django.utils.translation import gettext

from episodes.formats.errors import FormatError


def translated(error: FormatError) -> str:
    """What a format error says, translated: the pure modules know no Django."""
    params = {
        name: translated(value) if isinstance(value, FormatError) else value
        for name, value in error.params.items()
    }
    return gettext(error.template).format(**params) if params else gettext(error.template)


def quoted(words: str) -> str:
    """Words between the quotation marks of the reader's language."""
    return gettext("“%(words)s”") % {"words": words}
