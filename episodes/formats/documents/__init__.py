"""Files that staff bring, read into lines: Word, plain text, Markdown, web pages."""

from .lines import Document, Line, Style
from .plain import from_text
from .reading import MAX_CHARACTERS, MAX_FILE_BYTES, SUFFIXES, check_size, read, read_path

__all__ = [
    "MAX_CHARACTERS",
    "MAX_FILE_BYTES",
    "SUFFIXES",
    "Document",
    "Line",
    "Style",
    "check_size",
    "from_text",
    "read",
    "read_path",
]
