"""The parts of an article by their place: title, date, body, takeaways, closing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ..documents import Line
from ..errors import FormatError, excerpt
from ..errors import gettext_noop as _
from . import agendas, closing, dates, dialogues, hashtags, people, sentences
from .draft import Problem

_HEAD_LINES = 6
_LONGEST_TITLE = 220
_LONGEST_HEADING = 160
_MOST_HEADING_WORDS = 22
_INTRO = re.compile(
    r"\b(?:you|viewers|listeners|readers|we|participants)(?:[’'´]ll|\s+will|\s+can|\s+are going to)?\s+"
    r"(?:also\s+|be able to\s+)?(?:learn|find out|discover|hear|understand|see|get to know|explore)\b|"
    r"\btake-?\s?aways?\b|\bwhat to take away\b|\bin a nutshell\b|\bhighlights\b|"
    r"\b(?:key|main|most important|central)\s+(?:points?|messages?|findings?|ideas?|insights?|"
    r"thoughts?|lessons?|conclusions?|arguments?|theses)\b|\blearning objectives\b|"
    r"\b(?:the )?(?:chat|interview|discussion|conversation|video|episode)\s+(?:shows|explains|covers|"
    r"answers)\b|\bco se dozvíte\b|\bdozvíte se\b",
    re.IGNORECASE,
)
_LONGEST_INTRO = 220
_ACCORDING = re.compile(r"According to [A-ZÀ-Ž][^:;]{3,80}:\Z")
# "According to our guests, you will learn that:"
_LEARN = re.compile(
    r"\b(?:learn|find out|discover|understand)\b(?!\s+(?:more\s+)?(?:from|about))", re.IGNORECASE
)
# What a text is called, and no title.
_KIND = re.compile(
    r"(?:press|media|news) (?:release|statement|advisory)|for immediate release|(?:press )?communiqu[eé]|"
    r"tisková zpráva",
    re.IGNORECASE,
)
# Where on its site a page stands: “News | Open Wells”, “Home > Events > 2022”.
_TRAIL = re.compile(
    r"(?:home|start|news(?:room)?|events?|blog|press(?: room)?|media|articles?|stories|updates?|"
    r"resources|archives?|publications?|podcasts?|webinars?|announcements?|insights?)"
    r"(?:\s*(?:[|›»>/·•]|::)\s*[^|›»>/·•]{2,60})+",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:by|written by|author|text|words)\s*:?\s+(?P<who>[^.:]{3,60})", re.IGNORECASE
)
_ADDRESS_AT_END = re.compile(
    r"\(?(?:https?://|www\.|(?:youtu\.be|(?:m\.)?youtube\.com|(?:player\.)?vimeo\.com)/)\S+\Z",
    re.IGNORECASE,
)
_MOST_LABEL_WORDS = 12
_FACT = re.compile(
    r"(?:date|time|when|where|location|venue|place|cost|price|duration|format|language)s?\s*:", re.I
)


class Part(NamedTuple):
    """A heading or a paragraph of the body."""

    text: str
    is_heading: bool
    is_bullet: bool = False
    opening: str = ""
    # Begun with a dash, which may be that of a list or of whoever signs.
    is_dashed: bool = False


@dataclass(slots=True)
class Layout:
    """Where each line of an article went; none is left out."""

    title: str | None = None
    hashtags: list[str] = field(default_factory=list)
    publication_date: dt.date | None = None
    parts: list[Part] = field(default_factory=list)
    takeaways_intro: str | None = None
    takeaways: list[str] = field(default_factory=list)
    closing: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def has_complaint(self, where: str) -> bool:
        """Whether something was noted about a field already."""
        return any(problem.where == where for problem in self.problems)

    def complain(self, where: str, template: str, **params: object) -> None:
        """Note something for the editor to look at."""
        self.problems.append(Problem(where, FormatError(template, **params)))


def read(lines: Sequence[Line]) -> Layout:
    """Give every line its place."""
    layout = Layout()
    rest = _read_addresses(layout, _read_hashtag_lines(layout, _read_head(layout, list(lines))))
    has_headings = any(line.style == "heading" for line in rest)
    before, after = _read_takeaways(layout, rest, has_headings=has_headings)
    # Behind the takeaways a remark may follow the sentence on the recording; in an article
    # without takeaways only the very last sentences can be told from the body.
    after = _read_closing(layout, after, past_remarks=True)
    if not layout.closing:
        before = _read_closing(layout, before, past_remarks=False)
    body = [*before, *after]
    for at, line in enumerate(body):
        following = body[at + 1] if at + 1 < len(body) else None
        is_heading = _is_heading(line, following, has_headings=has_headings)
        text = f"{line.mark} {line.text}" if is_heading and line.mark[:1].isdigit() else line.text
        is_bullet = line.style == "bullet" and not is_heading
        is_dashed = is_bullet and line.mark in ("–", "—")
        layout.parts.append(Part(text, is_heading, is_bullet, line.opening, is_dashed))
    return layout


def is_title_like(text: str) -> bool:
    """Whether a line may be a title: short, and not a sentence of a paragraph."""
    if len(text) > _LONGEST_TITLE or not re.search(r"[^\W\d_]", text):
        return False
    # A title may end with a stop, but it is one sentence then.
    return not (text.endswith(".") and (len(text) > 120 or len(sentences.split(text)) > 2))


def _read_head(layout: Layout, lines: list[Line]) -> list[Line]:
    """Take title and date from the first lines; what is neither stays where it is."""
    title_at = _title_at(lines)
    taken: set[int] = set()
    if title_at is not None:
        layout.title, tags = hashtags.strip(lines[title_at].text)
        layout.title = layout.title or None
        layout.hashtags += tags
        taken.add(title_at)
    if layout.title is None:
        layout.complain(
            "title",
            _("The article has no title. Write it into the first line, on its own."),
        )
    for at, line in enumerate(lines[:_HEAD_LINES]):
        if at in taken:
            continue
        try:
            date = dates.read_alone(line.text)
        except dates.UnclearDate as error:
            layout.complain(
                "publication_date",
                _(
                    "“{words}” may be the date, but it is not clear which day it is. "
                    "Write it as December 22, 2021."
                ),
                words=excerpt(str(error)),
            )
            break
        if date:
            layout.publication_date = date
            taken.add(at)
            break
    else:
        reports = (dates.read_dateline(line.text) for line in lines[:_HEAD_LINES])
        layout.publication_date = next((date for date in reports if date), None)
    if layout.publication_date is None and not layout.has_complaint("publication_date"):
        layout.complain(
            "publication_date",
            _("No date stands under the title. Fill in the day when the article is published."),
        )
    return [line for at, line in enumerate(lines) if at not in taken]


def _title_at(lines: Sequence[Line]) -> int | None:
    for at, line in enumerate(lines[:_HEAD_LINES]):
        if line.style == "title" and hashtags.strip(line.text)[0]:
            return at
    for at, line in enumerate(lines[1:_HEAD_LINES], start=1):
        # Behind the name of a bulletin: "Forests that vote #Forum" and its day.
        following = lines[at + 1].text if at + 1 < len(lines) else ""
        title, tags = hashtags.strip(line.text)
        if title and tags and is_title_like(line.text) and _is_date(following):
            return at
    for at, line in enumerate(lines[:_HEAD_LINES]):
        text = line.text
        if hashtags.are_all(text) or _is_address(text) or _is_date(text):
            continue
        if _KIND.fullmatch(text) or _is_trail(lines, at):
            continue
        following = lines[at + 1].text if at + 1 < len(lines) else ""
        is_too_long = len(text) > _LONGEST_TITLE and _is_date(following)
        return at if line.style != "bullet" and (is_title_like(text) or is_too_long) else None
    return None


def _is_trail(lines: Sequence[Line], at: int) -> bool:
    """Whether a line tells where the page stands, and the title follows."""
    following = lines[at + 1].text if at + 1 < len(lines) else ""
    return (
        _TRAIL.fullmatch(lines[at].text) is not None
        and is_title_like(following)
        and not _is_date(following)
    )


def _is_date(text: str) -> bool:
    try:
        return dates.read_alone(text) is not None
    except dates.UnclearDate:
        return True


def _is_address(text: str) -> bool:
    address = _ADDRESS_AT_END.search(text)
    if not address:
        return False
    label = text[: address.start()].split()
    return len(label) <= _MOST_LABEL_WORDS and not any(word.endswith(".") for word in label)


def _read_hashtag_lines(layout: Layout, lines: list[Line]) -> list[Line]:
    """Lines that are nothing but hashtags."""
    kept: list[Line] = []
    for line in lines:
        if hashtags.are_all(line.text):
            layout.hashtags += line.text.split()
        else:
            kept.append(line)
    layout.hashtags = list(dict.fromkeys(layout.hashtags))
    return kept


def _read_addresses(layout: Layout, lines: list[Line]) -> list[Line]:
    """Lines about the page: “Watch the video: https://…”, “By Jane Doe”, “Home > News”."""
    kept: list[Line] = []
    for at, line in enumerate(lines):
        byline = _BYLINE.fullmatch(line.text) if at < _HEAD_LINES else None
        if (
            _KIND.fullmatch(line.text)
            or _TRAIL.fullmatch(line.text)
            or (byline and people.are_names(byline["who"]))
            or (line.style != "bullet" and _is_address(line.text))
        ):
            layout.closing.append(line.text)
        else:
            kept.append(line)
    return kept


def _is_heading(line: Line, following: Line | None, *, has_headings: bool) -> bool:
    text = line.text
    if line.style in ("heading", "title"):
        return True
    if following is None or line.style == "quote" or len(text) > _LONGEST_HEADING:
        return False
    if _FACT.match(text) or agendas.is_entry(text) or dialogues.is_turn(text):
        return False
    is_section = people.is_section(text)
    if people.is_label(text) and not is_section:
        return False
    if line.style == "bold" and not text.endswith((".", ",", ";")):
        return is_section or not text.endswith(":")
    if has_headings:
        return False
    if is_section:
        return True
    if line.style == "bullet" and not (line.mark[:1].isdigit() and following.style != "bullet"):
        return False
    if text.endswith((".", "!", ":", ",", ";", "…")) or len(text.split()) > _MOST_HEADING_WORDS:
        return False
    if re.search(r"[“”„«»\"˝]\s*\Z|[“”„«»\"˝],?\s+\w", text) or not (
        text[0].isupper() or text[0].isdigit()
    ):
        return False
    if re.match(r"[–—-]", text) or (re.search(r"\s[–—-]\s", text) and people.is_person_line(text)):
        return False
    if line.mark or following.style == "bullet":
        return following.style != "bullet" or len(text.split()) <= 6
    return following.style in ("heading", "bold") or len(following.text) > len(text)


def _read_takeaways(
    layout: Layout, lines: list[Line], *, has_headings: bool
) -> tuple[list[Line], list[Line]]:
    """Take the takeaways out; return what stands before and after them."""
    for at, line in enumerate(lines):
        last = sentences.split(line.text)[-1].text
        if line.style == "bullet" or not _is_intro(last, line):
            continue
        if people.announced(last) and not _LEARN.search(last):
            continue  # "You will hear from our guests:"
        end, are_marked = _end_of_list(lines, at + 1, has_headings=has_headings)
        if end == at + 1 or not (are_marked or last.endswith(":") or line.style != "paragraph"):
            continue
        before = lines[:at]
        if last != line.text:
            before.append(Line(line.text[: -len(last)].rstrip()))
        layout.takeaways_intro = last
        layout.takeaways = [one.text for one in lines[at + 1 : end]]
        if not are_marked:
            layout.complain(
                "takeaways",
                _("The lines after “{intro}” have no bullets: check where the takeaways end."),
                intro=excerpt(last),
            )
        return before, lines[end:]
    return _read_unannounced(layout, lines)


def _is_intro(last: str, line: Line) -> bool:
    if _ACCORDING.match(last):
        return True
    if len(last) > _LONGEST_INTRO or not _INTRO.search(last):
        return False
    return last.endswith(":") or line.style in ("heading", "bold") or len(last.split()) <= 12


def _end_of_list(lines: list[Line], start: int, *, has_headings: bool) -> tuple[int, bool]:
    """Where the list that begins at ``start`` ends, and whether its lines carry bullets."""
    end = start
    while end < len(lines) and (lines[end].style == "bullet" or lines[end].mark):
        end += 1
    if end > start:
        return end, True
    while end < len(lines) and lines[end].style == "paragraph":
        following = lines[end + 1] if end + 1 < len(lines) else None
        text = lines[end].text
        if all(closing.is_provenance(one.text) for one in sentences.split(text)):
            break
        if dialogues.opens_turn(text):
            return start, False  # "Highlights of the conversation:", and then its words
        if people.is_section(text) or (
            following is not None
            and not text.endswith((".", "?", "!"))
            and _is_heading(lines[end], following, has_headings=has_headings)
            and len(following.text) > 250
        ):
            break
        end += 1
    return end, False


def _read_unannounced(layout: Layout, lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """A list of statements at the end, announced in words that we do not know."""
    end = len(lines)
    while end and lines[end - 1].style != "bullet":
        end -= 1
    start = end
    while start and lines[start - 1].style == "bullet":
        start -= 1
    if end - start < 2 or not start:
        return lines, []
    intro = lines[start - 1].text
    statements = [line.text for line in lines[start:end]]
    if (
        not intro.endswith(":")
        or len(intro.split()) > 15
        or people.is_section(intro)
        or people.is_label(intro)
        or any(one.endswith("?") or len(one.split()) < 5 for one in statements)
        or any(people.is_person_line(one) for one in statements)
    ):
        return lines, []
    layout.takeaways_intro, layout.takeaways = intro, statements
    layout.complain(
        "takeaways",
        _("The list after “{intro}” was taken for the takeaways: check whether it is."),
        intro=excerpt(intro),
    )
    return lines[: start - 1], lines[end:]


def _read_closing(layout: Layout, lines: list[Line], *, past_remarks: bool) -> list[Line]:
    """Take the last sentences on the recording out of the last lines."""
    kept = list(lines)
    at = len(kept) - 1
    found: list[str] = []
    while at >= 0 and at >= len(lines) - 4 and kept[at].style not in ("heading", "title", "bullet"):
        split = sentences.split(kept[at].text)
        first = len(split)
        while first and closing.is_provenance(split[first - 1].text):
            first -= 1
        if first == len(split):
            if not past_remarks:
                break
            at -= 1
            continue
        found = [*(one.text for one in split[first:]), *found]
        if first:
            kept[at] = Line(kept[at].text[: split[first - 1].end], kept[at].style)
            break
        del kept[at]
        at -= 1
    layout.closing = [*found, *layout.closing]
    return kept
