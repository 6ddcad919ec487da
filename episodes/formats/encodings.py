"""From bytes to text, for files that never say in which encoding they were saved."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from .errors import FormatError
from .errors import gettext_noop as _
from .legacy_encodings import told_by_letters

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f]")

# The same byte is one letter in Windows-1250 and another in Windows-1252. How telling each is:
# the letters are frequent in languages of one side, and rare in those of the other.
_CENTRAL = {0xEC: 3, 0xF8: 2, 0xE8: 1, 0xF9: 2, 0xEF: 1, 0xF2: 2, 0xC8: 2, 0xD8: 2, 0xB9: 3,
            0xB3: 3, 0xBE: 2, 0x9D: 3, 0x8D: 3, 0xE6: 1, 0xBF: 1, 0x9F: 1, 0x9C: 1, 0xA3: 2,
            0xA5: 2, 0xCC: 2, 0x9A: 2, 0x9E: 2, 0x8A: 2, 0x8E: 2, 0xF5: 1}  # fmt: skip
_WESTERN = {0xE0: 3, 0xE8: 1, 0xEA: 2, 0xE3: 2, 0xE5: 3, 0xF1: 3, 0xE6: 1, 0xF8: 1, 0xEE: 1,
            0xFB: 1, 0xC5: 2, 0xD1: 3, 0xC0: 2, 0xC3: 1, 0xEF: 1, 0xF5: 1, 0xE7: 1}  # fmt: skip
# Windows-1254 is 1252 but for six letters, of which Turkish is full.
_TURKISH = {0xFD: 2, 0xFE: 3, 0xF0: 3, 0xDD: 2, 0xDE: 2, 0xE7: 1, 0xFC: 1, 0xF6: 1, 0xD6: 1}
_TURKISH_ALONE = {0xFE, 0xF0}


class Decoded(NamedTuple):
    """``certain`` is false where the encoding was guessed from the letters."""

    text: str
    encoding: str
    certain: bool


class NotTextError(FormatError):
    """Bytes that are no text in any encoding."""


def decode(data: bytes, filename: str) -> Decoded:
    """The text of a file: UTF-8, UTF-16 or UTF-32 as marked, else as its letters tell.

    Raises ``NotTextError`` for bytes that are no text at all.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _checked(data, encoding, filename, certain=True)
    if b"\x00" in data[:4096]:
        # UTF-16 without its mark: every other byte of Latin text is zero.
        even, odd = data[:4096:2].count(0), data[1:4096:2].count(0)
        if len(data) % 2 == 0 and max(even, odd) * 5 > len(data[:4096]):
            encoding = "utf-16-be" if even > odd else "utf-16-le"
            return _checked(data, encoding, filename, certain=True)
        raise _not_text(filename)
    try:
        return _checked(data, "utf-8", filename, certain=True)
    except UnicodeDecodeError:
        if _is_damaged_utf_8(data):
            return _checked(data, "utf-8", filename, certain=False)
        encoding = told_by_letters(data) or _windows_page(data)
        return _checked(data, encoding, filename, certain=False)


def _checked(data: bytes, encoding: str, filename: str, *, certain: bool) -> Decoded:
    try:
        decoded = data.decode(encoding, "strict" if certain else "replace")
    except UnicodeDecodeError:
        if encoding == "utf-8":
            raise
        raise _not_text(filename) from None
    strange = len(_BINARY_CONTROLS.findall(decoded)) + decoded.count("\ufffd") * (not certain)
    if "\x00" in decoded or strange * 100 > len(decoded):
        raise _not_text(filename)
    return Decoded(decoded, encoding, certain)


def _is_damaged_utf_8(data: bytes) -> bool:
    """Whether most letters are whole: in other encodings hardly any would be, by chance."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(char > "\x7f" for char in text) - broken > 3 * broken


def _windows_page(data: bytes) -> str:
    high = [byte for byte in data if byte >= 0x80]
    central = sum(_CENTRAL.get(byte, 0) for byte in high)
    western = sum(_WESTERN.get(byte, 0) for byte in high)
    turkish = sum(_TURKISH.get(byte, 0) for byte in high)
    if turkish > max(central, western) and not _TURKISH_ALONE.isdisjoint(high):
        return "windows-1254"
    # Where only letters of both speak, Czech would have shown an ě, ř, š or ž by now.
    if western and western >= central:
        return "windows-1252"
    return "iso8859-2" if _is_iso_8859_2(set(high)) else "windows-1250"


def _is_iso_8859_2(high: set[int]) -> bool:
    """Windows-1250 writes š, ž, ť and its quotation marks where ISO 8859-2 has nothing to show."""
    if any(byte < 0xA0 for byte in high):
        return False
    polish = bool(high & {0xB1, 0xB6, 0xBC})  # ą, ś, ź; in Windows ±, ¶ and Ľ
    czech = bool(high & {0xB9, 0xBE}) and 0xB3 not in high  # š, ž; in Windows ą (beside ł) and ľ
    return polish or czech


def _not_text(filename: str) -> NotTextError:
    return NotTextError(
        _(
            "“{filename}” is not text that we can read. "
            "Open it where it was written, and save it as .docx or as plain text in UTF-8."
        ),
        filename=filename,
    )
