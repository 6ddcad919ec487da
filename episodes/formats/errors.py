"""What this package raises, and how its sentences stay translatable."""

from __future__ import annotations


def gettext_noop(sentence: str) -> str:
    """Mark a sentence for ``makemessages``; the caller's side translates it when it is shown."""
    return sentence


class FormatError(ValueError):
    """Input that cannot be read.

    ``str(error)`` is the English sentence. ``template`` and ``params`` are its parts, so that a
    page can show ``gettext(error.template).format(**error.params)`` in the editor's language.
    """

    def __init__(self, template: str, /, **params: object) -> None:
        self.template = template
        self.params = params
        super().__init__(template.format(**params) if params else template)


def excerpt(text: str, length: int = 60) -> str:
    """The beginning of ``text`` on one line, short enough to stand in a sentence."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1].rstrip() + "…"
