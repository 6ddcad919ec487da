"""Web pages, and what Word and Markdown become on their way here.

Text only: nothing is fetched, nothing is run, and no markup comes out.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from .lines import Document, Line, Style, gather, make_line

_HIDDEN = frozenset({"script", "style", "head", "template", "noscript", "svg", "object", "select"})
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure "
    "footer form header hr html li main nav ol p pre section summary table tbody td tfoot th thead "
    "tr ul h1 h2 h3 h4 h5 h6".split()
)
_BOLD_WEIGHT = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)", re.IGNORECASE)
_ANY_WEIGHT = re.compile(r"font-weight\s*:", re.IGNORECASE)
_INLINE_BOLD = frozenset({"b", "strong", "span"})

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_DECLARATION = re.compile(r"<[!?][^<>]*>")
# No tag ends before the next one begins, or it is no tag at all.
_LONELY_BRACKET = re.compile(r"<(?![a-zA-Z/][^<>]*>)")


def from_html(html: str, filename: str = "", encoding: str = "") -> Document:
    """The document that a web page or a fragment of one is."""
    reader = _Reader()
    # The parser starts over at every bracket that it cannot close, which takes minutes for a
    # file full of them: those are made plain text first.
    html = _DECLARATION.sub("", _COMMENT.sub("", html))
    reader.feed(_LONELY_BRACKET.sub("&lt;", html))
    reader.close()
    reader.end_block()
    return Document(gather(reader.lines), filename, encoding, tuple(dict.fromkeys(reader.links)))


class _Reader(HTMLParser):
    """Collects lines; keeps no tree, so depth costs nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line | None] = []
        self.links: list[str] = []
        self._hidden: list[str] = []
        self._inline: list[tuple[str, bool]] = []
        self._pieces: list[str] = []
        self._all_bold = True
        self._opening = ""
        self._style: Style = "paragraph"
        self._level = 0
        self._items = 0
        self._quotes = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "body":
            self._hidden.clear()
        if tag in _HIDDEN:
            self._hidden.append(tag)
        if self._hidden:
            return
        address = found.get("href") if tag == "a" else None
        if tag in ("iframe", "video", "source", "embed"):
            address = found.get("src")
        if address and address.startswith(("http://", "https://")):
            self.links.append(address)
        if tag in _INLINE_BOLD:
            css = found.get("style", "")
            bold = bool(_BOLD_WEIGHT.search(css)) if _ANY_WEIGHT.search(css) else tag != "span"
            self._inline.append((tag, bold))
        elif tag == "br":
            self._break_line()
        elif tag in _BLOCKS:
            self._start_block(tag, found.get("class", ""))

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            if tag in self._hidden:
                del self._hidden[self._hidden.index(tag) :]
            return
        if tag in _INLINE_BOLD:
            for at in range(len(self._inline) - 1, max(-1, len(self._inline) - 50), -1):
                if self._inline[at][0] == tag:
                    del self._inline[at]
                    break
        elif tag in _BLOCKS:
            self.end_block()
            self._items -= tag == "li" and self._items > 0
            self._quotes -= tag == "blockquote" and self._quotes > 0

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        if any(bold for _tag, bold in self._inline[-50:]):
            self._opening += data if self._all_bold else ""
        elif data.strip():
            self._all_bold = False
        self._pieces.append(data)

    def _start_block(self, tag: str, css_class: str) -> None:
        self.end_block()
        self._items += tag == "li"
        self._quotes += tag == "blockquote"
        if re.fullmatch("h[1-6]", tag):
            self._style, self._level = "heading", int(tag[1])
        if css_class in ("title", "MsoTitle"):
            self._style, self._level = "title", 0

    def _break_line(self) -> None:
        if self._style == "paragraph":
            self._flush()
        else:
            self._pieces.append(" ")

    def end_block(self) -> None:
        """Close the paragraph that is being read."""
        self._flush()
        self._style, self._level = "paragraph", 0

    def _flush(self) -> None:
        text = re.sub(r"[ \t\r\n\f]+", " ", "".join(self._pieces))
        style: Style = self._style
        if style == "paragraph":
            if self._items:
                style = "bullet"
            elif self._quotes:
                style = "quote"
            elif self._all_bold:
                style = "bold"
        opening = "" if self._all_bold or style == "heading" else self._opening
        self.lines.append(make_line(text, style, self._level, opening))
        self._pieces = []
        self._all_bold, self._opening = True, ""
