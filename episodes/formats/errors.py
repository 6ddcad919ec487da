"""What this package raises, and how its sentences stay translatable."""

from __future__ import annotations


def gettext_noop(sentence: str) -> str:
    """Mark a sentence for ``makemessages``; the caller's side translates it when it is shown."""
    return sentence


class FormatError(ValueError):
    """Input that cannot be read.

    ``str(error)`` is the English sentence. ``template`` and ``params`` are its parts, so that a
    page can show ``gettext(error.template).format(**error.params)`` in the editor's language; a
    parameter may be another ``FormatError``. Two that say the same are equal.
    """

    def __init__(self, template: str, /, **params: object) -> None:
        self.template = template
        self.params = params
        super().__init__(template.format(**params) if params else template)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FormatError) and (self.template, self.params) == (
            other.template,
            other.params,
        )

    def __hash__(self) -> int:
        return hash(str(self))


def excerpt(text: str, length: int = 60) -> str:
    """The beginning of ``text`` on one line, short enough to stand in a sentence."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1].rstrip() + "…"
