"""The door for files: which kinds are read, how large they may be, and who reads which."""

from __future__ import annotations

from pathlib import Path, PurePath

from .. import encodings
from ..errors import FormatError, excerpt
from ..errors import gettext_noop as _
from .lines import Document
from .markup import from_html
from .plain import from_text
from .word import from_docx

MAX_FILE_BYTES = 20_000_000
"""A Word file with its pictures. Kinds that are text alone get a twentieth of it."""

MAX_TEXT_BYTES = MAX_FILE_BYTES // 20
MAX_MARKDOWN_BYTES = 100_000
MAX_CHARACTERS = 200_000
MAX_LINES = 10_000
SUFFIXES = (".docx", ".txt", ".md", ".html", ".htm")

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_path(path: Path) -> Document:
    """The document in a file on disk; one that is too large is refused without reading it."""
    try:
        if not path.is_file():
            raise FormatError(_("There is no file “{name}”."), name=str(path))
        check_size(path.stat().st_size, path.name)
        data = path.read_bytes()
    except OSError as error:
        raise FormatError(
            _("“{name}” cannot be opened: {reason}."),
            name=str(path),
            reason=error.strerror or error,
        ) from error
    return read(data, path.name)


def read(data: bytes, filename: str) -> Document:
    """The document in ``data``; ``filename`` says by its ending what kind it is.

    Raises ``FormatError`` for a kind that is not read, and for one that is too large, empty,
    locked or damaged.
    """
    name = excerpt(PurePath(filename.replace("\\", "/")).name or filename, 80)
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES:
        raise FormatError(
            _("“{name}” is of a kind that we do not read. Bring one of these: {kinds}."),
            name=name,
            kinds=", ".join(SUFFIXES),
        )
    check_size(len(data), name)
    if not data.strip():
        raise FormatError(_("“{name}” is empty."), name=name)
    _check_kind(data, name)
    document = from_docx(data, name) if suffix == ".docx" else _read_text(data, name, suffix)
    if not any(char.isalpha() for line in document.lines for char in line.text):
        raise FormatError(_("“{name}” holds no text."), name=name)
    characters = sum(len(line.text) for line in document.lines)
    if characters > MAX_CHARACTERS or len(document.lines) > MAX_LINES:
        raise FormatError(
            _("“{name}” holds far more text than an article. Bring one article a file."), name=name
        )
    return document


def _read_text(data: bytes, name: str, suffix: str) -> Document:
    if len(data) > (MAX_MARKDOWN_BYTES if suffix == ".md" else MAX_TEXT_BYTES):
        raise _too_large(len(data), name)
    decoded = encodings.decode(data, name)
    if suffix == ".md":
        # Loaded here: few articles are Markdown, and its reader is the heaviest of them.
        from .markdown import from_markdown

        document = from_markdown(decoded.text, name, decoded.encoding)
    elif suffix == ".txt":
        document = from_text(decoded.text, name, decoded.encoding)
    else:
        document = from_html(decoded.text, name, decoded.encoding)
    if decoded.certain:
        return document
    note = FormatError(
        _(
            "The file does not say how its letters are stored; we took it for {encoding}. "
            "Look at the names: if their accents are wrong, save the file as UTF-8."
        ),
        encoding=decoded.encoding,
    )
    return Document(document.lines, name, decoded.encoding, document.links, (*document.notes, note))


def check_size(size_bytes: int, name: str) -> None:
    """Raises ``FormatError`` for a file that is too large to be read."""
    if size_bytes > MAX_FILE_BYTES:
        raise _too_large(size_bytes, name)


def _too_large(size_bytes: int, name: str) -> FormatError:
    return FormatError(
        _("“{name}” has {size} MB, too much for an article. Take its pictures out, or split it."),
        name=name,
        size=max(1, round(size_bytes / 1_000_000)),
    )


def _check_kind(data: bytes, name: str) -> None:
    """Files whose content is of another kind than their ending says."""
    suffix = PurePath(name).suffix.lower()
    is_zip = data.startswith(b"PK\x03\x04")
    if data.startswith(_OLE):
        raise FormatError(
            _(
                "“{name}” is locked with a password, or saved in the form of Word before 2007. "
                "Open it in Word and save it as .docx without a password."
            ),
            name=name,
        )
    if data.startswith((b"%PDF", b"{\\rtf")) or (is_zip and suffix != ".docx"):
        raise FormatError(
            _("“{name}” is not what its ending says. Open it where it was written, save as .docx."),
            name=name,
        )
