"""The lines of an article, and what became of each."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from episodes.formats.article import ArticleDraft, Heading, dates
from episodes.formats.documents import Document
from episodes.formats.text import fold

#: A line of fewer characters says one thing.
SHORT = 60


@dataclass
class SourceLine:
    """A line as it stands in the file; without a label, no field of the draft has it."""

    number: int
    text: str
    label: str = ""


class Lines:
    """Finds the line that something was read from, and names what each line became."""

    def __init__(self, document: Document, draft: ArticleDraft) -> None:
        self.all = [
            SourceLine(at, f"{line.mark} {line.text}".strip())
            for at, line in enumerate(document.lines, start=1)
        ]
        self._folded = [fold(line.text) for line in document.lines]
        self._numbers: dict[str, int] = {}
        for line, text in zip(self.all, self._folded, strict=True):
            self._numbers.setdefault(text, line.number)
            # The number of a heading is a part of it.
            self._numbers.setdefault(fold(line.text), line.number)
        self._label(draft)

    def __iter__(self) -> Iterator[SourceLine]:
        return iter(self.all)

    def find(self, text: str) -> int | None:
        """The line that is this text, or else the first that holds it."""
        return self._numbers.get(fold(text)) or self.find_words(text)

    def find_words(self, words: str, last: bool = False) -> int | None:
        """The first line that holds these words, or the last one."""
        folded = fold(words)
        numbered = enumerate(self._folded, start=1)
        found = (
            at for at, text in (reversed(list(numbered)) if last else numbered) if folded in text
        )
        return next(found, None)

    def find_date(self, date: datetime.date) -> int | None:
        """The first line that names this day."""
        return next((line.number for line in self.all if _names_day(line.text, date)), None)

    def _label(self, draft: ArticleDraft) -> None:
        whole = {fold(part.text): self._name_of(part) for part in draft.body}
        whole |= {fold(text): _("Takeaway") for text in draft.takeaways}
        whole[fold(draft.lead or "")] = _("Lead")
        whole.pop("", None)
        holding = [
            (fold(draft.title or ""), _("Title")),
            (fold(draft.takeaways_intro or ""), _("Before the takeaways")),
            (fold(draft.video_url or ""), _("Video")),
        ]
        day, closing = draft.publication_date, fold(draft.closing_note or "")
        for line, text in zip(self.all, self._folded, strict=True):
            if label := whole.get(text) or whole.get(fold(line.text)):
                line.label = label
            elif day and len(text) < SHORT and _names_day(line.text, day):
                line.label = _("Published on")
            elif closing and ((text in closing and len(text) >= SHORT) or closing in text):
                line.label = _("Closing note")
            else:
                line.label = next(
                    (
                        name
                        for words, name in holding
                        if words and words in text and len(text) < len(words) + SHORT
                    ),
                    "",
                )

    def _name_of(self, part: object) -> str:
        return _("Heading") if isinstance(part, Heading) else _("Text")


def _names_day(text: str, date: datetime.date) -> bool:
    try:
        found = dates.find(text)
    except dates.UnclearDate:
        return False
    return found is not None and found[0] == date
