"""Citations as programs read them: BibTeX, RIS and CSL-JSON.

BibTeX counts braces whether or not a backslash stands before them, so they are written as
commands. RIS wants a tag of two letters, two blanks, a hyphen, a blank, and CRLF. CSL-JSON
follows csl-data.json of CSL 1.0.2, where an interview's author is the one who is asked.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.utils.translation import get_language_info, override

from episodes.formats import timecode

from .citation import Citation, Name

ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{char: f"\\{char}" for char in "&%$#_"},
}
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def bibtex(citation: Citation) -> str:
    """An entry that BibTeX and biblatex read; letters of any alphabet stay as they are."""
    day = citation.published_on
    note = [f"Interview by {_people(citation.hosts)}"] if citation.hosts else []
    if citation.start_s:
        note.append(f"from {timecode.format(citation.start_s)}")
    fields = {
        "author": _people(citation.guests),
        "title": f"{{{_tex(citation.title)}}}",
        "howpublished": "Video",
        "series": _tex(citation.series),
        "publisher": _tex(citation.publisher),
        "year": str(day.year) if day else "",
        "date": day.isoformat() if day else "",
        "language": _language(citation),
        "keywords": _tex(", ".join(citation.keywords)),
        "note": ", ".join(note),
        "url": citation.url.replace("{", "%7B").replace("}", "%7D"),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value.strip("{}")]
    if day:
        lines.append(f"  month = {MONTHS[day.month - 1]},")
    return "\n".join([f"@misc{{{citation.key},", *lines, "}", ""])


def ris(citation: Citation) -> str:
    """A record for reference managers."""
    day = citation.published_on
    rows = [
        ("TY", "VIDEO"),
        ("ID", citation.key),
        *(("AU", _inverted(name)) for name in citation.guests),
        *(("A2", _inverted(name)) for name in citation.hosts),
        ("TI", citation.title),
        ("T2", citation.series),
        ("PB", citation.publisher),
        ("PY", f"{day:%Y}" if day else ""),
        ("DA", f"{day:%Y/%m/%d}" if day else ""),
        ("LA", citation.language),
        *(("KW", word) for word in citation.keywords),
        ("N1", f"From {timecode.format(citation.start_s)}" if citation.start_s else ""),
        ("UR", citation.url),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in rows if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def csl(citation: Citation) -> str:
    """A list of one item, as CSL processors and Zotero take it."""
    day = citation.published_on
    kind, asks = "motion_picture", ""
    if citation.hosts:
        kind, asks = ("broadcast", "host") if citation.is_panel else ("interview", "interviewer")
    item: dict[str, Any] = {
        "id": citation.key,
        "type": kind,
        "title": citation.title,
        "author": [_parts(name) for name in citation.guests],
        **({asks: [_parts(name) for name in citation.hosts]} if asks else {}),
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "container-title": citation.series,
        "publisher": citation.publisher,
        "medium": "Video",
        "dimensions": timecode.format(citation.duration_s) if citation.duration_s else "",
        "keyword": ", ".join(citation.keywords),
        "language": citation.language,
        "note": f"From {timecode.format(citation.start_s)}" if citation.start_s else "",
        "URL": citation.url,
    }
    said = {name: value for name, value in item.items() if value}
    return json.dumps([said], ensure_ascii=False, indent=2) + "\n"


@dataclass(frozen=True)
class FileFormat:
    """A format by its name in addresses, what a link says, and how it is sent."""

    name: str
    label: str
    suffix: str
    content_type: str
    write: Callable[[Citation], str]


FORMATS = {
    one.name: one
    for one in (
        FileFormat("bibtex", "BibTeX", "bib", "application/x-bibtex", bibtex),
        FileFormat("ris", "RIS", "ris", "application/x-research-info-systems", ris),
        FileFormat("csl", "CSL-JSON", "json", "application/vnd.citationstyles.csl+json", csl),
    )
}


def answer(citation: Citation, chosen: FileFormat) -> HttpResponse:
    """The file to download."""
    return HttpResponse(
        chosen.write(citation),
        content_type=f"{chosen.content_type}; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{citation.key}.{chosen.suffix}"'},
    )


def _tex(text: str) -> str:
    return "".join(ESCAPES.get(char, char) for char in " ".join(text.split()))


def _people(names: tuple[Name, ...]) -> str:
    """Names joined by "and"; one in one piece is held together by braces."""
    written = [
        f"{_tex(name.family)}, {_tex(name.given)}" if name.given else f"{{{_tex(name.family)}}}"
        for name in names
    ]
    return " and ".join(written)


def _inverted(name: Name) -> str:
    return f"{name.family}, {name.given}" if name.given else name.family


def _parts(name: Name) -> dict[str, str]:
    if name.given:
        return {"family": name.family, "given": name.given}
    return {"literal": name.family}


def _language(citation: Citation) -> str:
    with override("en"):
        return str(get_language_info(citation.language)["name"]) if citation.language else ""
