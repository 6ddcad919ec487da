"""The choice to keep the good cues of damaged captions: offered with the problems, never taken unasked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from episodes.formats.captions import MAX_PROBLEMS, Captions, Cue


def good_cues(read: Captions) -> list[Cue]:
    """The cues in which something is said."""
    return [cue for cue in read.cues if cue.text]


@dataclass(frozen=True, slots=True)
class KeepOffer:
    """So many cues to keep, so many lines to leave out: what somebody who ticks agrees to."""

    cues: int
    lines: int
    is_taken: bool = False

    @classmethod
    def of(cls, read: Captions, answer: str) -> KeepOffer | None:
        """The offer for these captions; nothing where nothing is wrong or nothing is good.

        An ``answer`` to an earlier offer counts as long as no less is kept and no more left out
        than was said then: other captions, put in since, are asked about anew.
        """
        cues, lines = len(good_cues(read)), sum(one.is_lost for one in read.problems)
        if not cues or not read.problems:
            return None
        if len(read.problems) > MAX_PROBLEMS:
            lines = MAX_PROBLEMS + 1
        agreed = re.fullmatch(r"(\d{1,9})-(\d{1,9})", answer, re.ASCII)
        is_taken = agreed is not None and cues >= int(agreed[1]) and lines <= int(agreed[2])
        return cls(cues, lines, is_taken)

    @property
    def answer(self) -> str:
        """What the browser sends of who takes it."""
        return f"{self.cues}-{self.lines}"

    @property
    def sentence(self) -> str:
        cues = ngettext("the %(count)s good cue", "the %(count)s good cues", self.cues)
        cues %= {"count": self.cues}
        if not self.lines:
            return _("Keep %(cues)s: nothing is left out") % {"cues": cues}
        if self.lines > MAX_PROBLEMS:
            lines = _("the lines that can't be read, more than %(count)s")
            lines %= {"count": MAX_PROBLEMS}
        else:
            lines = ngettext(
                "the %(count)s line that can't be read",
                "the %(count)s lines that can't be read",
                self.lines,
            )
            lines %= {"count": self.lines}
        return _("Keep %(cues)s and leave out %(lines)s") % {"cues": cues, "lines": lines}


class KeepOfferInput(forms.CheckboxInput):
    """A box with the offer beside it; without an offer there is none."""

    template_name = "episodes/widgets/keep_offer.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, check_test=lambda offer: bool(offer and offer.is_taken))

    def format_value(self, value: KeepOffer | None) -> str | None:
        return value.answer if value else None

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["offer"] = value
        return context

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        return data.get(name) or ""

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return name not in data
