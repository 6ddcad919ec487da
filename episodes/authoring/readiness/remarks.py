"""What may be wrong in the words of an episode: a warning with its place, never a hindrance."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from episodes.formats import proofreading
from episodes.formats.proofreading import Cast, Finding, Kind, Piece

from .facts import Content, Known, body_of

#: A takeaway of so many characters fills a small telephone (320 × 568 CSS pixels) below the
#: browser's own bars; measured on the page of an episode.
SCREEN = 500

_PARAGRAPH_END = re.compile(r"</(?:p|li|h\d|blockquote)>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Place:
    """Where it stands: the field of the editor, its name, and the words to look for."""

    field: str
    label: str | Promise
    words: str
    times: int = 1


@dataclass(frozen=True)
class Remark:
    """One thing to look at, with every place where it was found."""

    kind: Kind
    label: str | Promise
    advice: str
    places: tuple[Place, ...]


def findings(content: Content, known: Known) -> list[Finding]:
    """All that the rules find in one episode, in the order of its fields."""
    pieces = list(_pieces(content))
    language = known.locales.get(content.get("locale") or 0, "").split("-")[0]
    cast = Cast.of(_spellings(content, known))
    found = proofreading.quotation_marks(pieces, language)
    for piece in pieces:
        found += proofreading.blanks(piece, language)
        found += proofreading.misspelt(piece, cast, language)
    found += _strangers(content, known)
    found += [
        Finding(Kind.LONG, piece.field, f"{piece.text[:40]}…")
        for piece in pieces
        if piece.field.startswith("takeaways-") and len(piece.text) > SCREEN
    ]
    return found


def suspects(found: Iterable[Finding]) -> set[str]:
    """Words that are taken for a slip of somebody's name."""
    return {one.words for one in found if one.kind is Kind.SURNAME}


def of(found: Iterable[Finding], namesakes: frozenset[str]) -> tuple[Remark, ...]:
    """Findings in sentences, those of one kind together; names of other known people are right."""
    groups: dict[tuple[Kind, str, str], list[Finding]] = {}
    for one in found:
        if one.kind is Kind.SURNAME and one.words in namesakes:
            continue
        names_it = one.kind in (Kind.SURNAME, Kind.STRANGER)
        key = (one.kind, one.suggestion, one.words if names_it else "")
        groups.setdefault(key, []).append(one)
    remarks = (
        Remark(kind, LABELS[kind], _advice(group[0]), _places(group))
        for (kind, _suggestion, _words), group in groups.items()
    )
    return tuple(sorted(remarks, key=lambda one: ORDER.index(one.kind)))


ORDER = list(Kind)
LABELS = {
    Kind.SURNAME: gettext_lazy("A name with a slip?"),
    Kind.MIXED_MARKS: gettext_lazy("Quotation marks of two kinds"),
    Kind.NOT_CLOSED: gettext_lazy("Quotation without an end"),
    Kind.NOT_OPENED: gettext_lazy("Quotation without a beginning"),
    Kind.NO_BREAK: gettext_lazy("No-break spaces"),
    Kind.DOUBLED: gettext_lazy("Doubled spaces"),
    Kind.STRANGER: gettext_lazy("Quoted, but not among the people"),
    Kind.LONG: gettext_lazy("A long takeaway"),
}


def _advice(one: Finding) -> str:
    named = {"words": one.words, "suggestion": one.suggestion, "limit": SCREEN}
    if one.kind is Kind.STRANGER and one.suggestion:
        return _("Is %(suggestion)s meant? Else add %(words)s to the people.") % named
    sentences = {
        Kind.SURNAME: _("Is %(suggestion)s meant? If it is right as it stands, leave it."),
        Kind.MIXED_MARKS: _("Set them all as %(suggestion)s."),
        Kind.NOT_CLOSED: _("Write the closing mark where the quotation ends."),
        Kind.NOT_OPENED: _("Write the opening mark where the quotation begins."),
        Kind.NO_BREAK: _("Plain ones do in English; they show here as °."),
        Kind.DOUBLED: _("One does; they show here as ··."),
        Kind.STRANGER: _("Add %(words)s to the people, or choose who said it."),
        Kind.LONG: _(
            "It fills the screen of a small telephone. At most %(limit)s characters are read "
            "at a glance: shorten or divide it."
        ),
    }
    return sentences[one.kind] % named


def _places(group: list[Finding]) -> tuple[Place, ...]:
    """One for each field; a field with several paragraphs is named once."""
    found: dict[str, Place] = {}
    for one in group:
        if one.field in found:
            there = found[one.field]
            found[one.field] = replace(there, times=there.times + one.times)
        else:
            found[one.field] = Place(one.field, _label(one.field), one.words, one.times)
    return tuple(found.values())


def _label(field: str) -> str:
    kind, _dash, _rest = field.partition("-")
    return {
        "title": _("Title"),
        "lead": _("Lead"),
        "abridged_note": _("Note on abridging"),
        "language_note": _("Note on language"),
        "takeaways": _("Takeaways"),
        "appearances": _("People"),
    }.get(kind, _("Body"))


def _pieces(content: Content) -> Iterator[Piece]:
    """Every paragraph that visitors read, with the handle of its field in the editor."""
    for field in ("title", "lead"):
        yield from _paragraphs(field, content.get(field) or "")
    for block in body_of(content):
        yield from _paragraphs(block.get("id") or "body", _words(block))
    for prefix, name in (("takeaways", "text"), ("appearances", "role")):
        for number, row in enumerate(content.get(prefix, [])):
            yield from _paragraphs(f"{prefix}-{number}-{name}", row.get(name) or "")
    for field in ("abridged_note", "language_note"):
        yield from _paragraphs(field, content.get(field) or "")


def _paragraphs(field: str, text: str) -> list[Piece]:
    return [Piece(field, line) for line in text.splitlines() if line.strip()]


def _words(block: dict) -> str:
    value = block["value"]
    if block["type"] == "paragraph":
        return html.unescape(_TAG.sub("", _PARAGRAPH_END.sub("\n", value or "")))
    if block["type"] == "heading":
        return value or ""
    name = {"quote": "text", "image": "caption"}.get(block["type"], "")
    return (value or {}).get(name) or ""


def _spellings(content: Content, known: Known) -> list[tuple[str, ...]]:
    """The people of an episode, each with every spelling that is known to be right."""
    found = []
    for row in content.get("appearances", []):
        person = known.people.get(row.get("speaker"))
        names = [row.get("name") or "", *(person.spellings if person else ())]
        found.append(tuple(name for name in names if name))
    return found


def _strangers(content: Content, known: Known) -> Iterator[Finding]:
    people = {names[0]: names for names in _spellings(content, known) if names}
    if not people:
        return  # that nobody is named yet is said elsewhere
    spelt = {spelling: first for first, names in people.items() for spelling in names}
    keys = {row.get("speaker") for row in content.get("appearances", [])}
    for block in body_of(content):
        if block["type"] != "quote" or block["value"].get("speaker") in keys - {None}:
            continue
        person = known.people.get(block["value"].get("speaker"))
        name = block["value"].get("speaker_name") or (person.name if person else "")
        finding = name and proofreading.stranger(block.get("id") or "body", name, spelt)
        if finding:
            yield replace(finding, suggestion=spelt.get(finding.suggestion, ""))
