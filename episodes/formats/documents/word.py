"""Word files (.docx), through mammoth.

A .docx is a zip of XML, and whoever sends one may have made it to do harm: what would unpack to
too much, declares entities or is locked is refused before anything is unpacked. Pictures, inside
or linked, are never opened.
"""

from __future__ import annotations

import io
import zipfile
from typing import Any

from ..errors import FormatError
from ..errors import gettext_noop as _
from .lines import Document
from .markup import from_html

# Parts that hold words. Two hours of talk make about one megabyte of them.
MAX_PART_BYTES = 3_000_000
MAX_PARTS_BYTES = 6_000_000
MAX_ENTRIES = 4000
# Reading a table takes time, and no article has many.
MAX_TABLES = 1000

_STYLES = "\n".join(
    (
        "p[style-name='Title'] => h1.title:fresh",
        "p[style-name='Subtitle'] => p:fresh",
        "p[style-name='Quote'] => blockquote > p:fresh",
        "p[style-name='Intense Quote'] => blockquote > p:fresh",
        "p[style-name='List Paragraph'] => p:fresh",
    )
)


def from_docx(data: bytes, filename: str) -> Document:
    """The document that a Word file is. Raises ``FormatError`` for one that cannot be read."""
    _check(data, filename)
    # Loaded here: it brings a parser along that only this kind of file needs.
    import mammoth  # type: ignore[import-untyped]

    try:
        result = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_STYLES,
            convert_image=_leave_picture_out,
            include_embedded_style_map=False,
        )
    except Exception as error:
        # mammoth raises whatever its parsers meet in a damaged file; to the editor it is one case.
        raise _damaged(filename) from error
    return from_html(result.value, filename, "docx")


def _leave_picture_out(_image: Any) -> list[Any]:
    return []


def _check(data: bytes, filename: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            names = {entry.filename for entry in entries}
            if any(entry.flag_bits & 1 for entry in entries):
                raise _locked(filename)
            if "word/document.xml" not in names and "[Content_Types].xml" not in names:
                raise FormatError(
                    _("“{filename}” is a zip file, not a Word file. Save the article as .docx."),
                    filename=filename,
                )
            parts = [entry for entry in entries if entry.filename.endswith((".xml", ".rels"))]
            if (
                len(entries) > MAX_ENTRIES
                or any(part.file_size > MAX_PART_BYTES for part in parts)
                or sum(part.file_size for part in parts) > MAX_PARTS_BYTES
            ):
                raise _too_much(filename)
            for part in parts:
                # Word never declares a document type; entities can make a small file endless.
                content = archive.read(part)
                start = content[:4096].replace(b"\x00", b"").lower()
                if b"<!doctype" in start or b"<!entity" in start:
                    raise _damaged(filename)
                if content.count(b":tbl>") > 2 * MAX_TABLES:
                    raise _too_much(filename)
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, ValueError) as error:
        if isinstance(error, FormatError):
            raise
        raise _damaged(filename) from error
    except Exception as error:
        # zlib and lzma have error types of their own.
        raise _damaged(filename) from error


def _too_much(filename: str) -> FormatError:
    return FormatError(
        _(
            "“{filename}” would unpack to far more than an article holds, so it was "
            "not opened. Copy the text into a new Word file."
        ),
        filename=filename,
    )


def _locked(filename: str) -> FormatError:
    return FormatError(
        _("“{filename}” is locked with a password. Save it without one and bring it again."),
        filename=filename,
    )


def _damaged(filename: str) -> FormatError:
    return FormatError(
        _(
            "“{filename}” is damaged, or not a Word file. "
            "Open it in Word, save it again as .docx and bring that file."
        ),
        filename=filename,
    )
