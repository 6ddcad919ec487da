"""Files that nobody should send: each by its name, made when it is asked for."""

import gzip
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable

from tests.journeys.test_article_import import DOCUMENT, RELATIONS, TYPES, word_file

Files = dict[str, Callable[[], bytes]]
WORDML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ARTICLE = (
    "Benches for all\n\nMarch 4, 2024\n\nAda Example, the Mayor of Nowhere, joined us today.\n"
)
MEGABYTE = 1_000_000


def archive(**parts: str | bytes) -> bytes:
    """A zip of these parts; `__` stands for a slash, `_DOT_` for a dot."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/").replace("_DOT_", "."), content)
    return buffer.getvalue()


def word(body: str, prolog: str = "", **more: str | bytes) -> bytes:
    """A Word file with this body; `prolog` stands before its root."""
    root = f'<w:document xmlns:w="{WORDML}"><w:body>{body}</w:body></w:document>'
    document = f'<?xml version="1.0"?>{prolog}{root}'
    return archive(
        **{"[Content_Types]_DOT_xml": TYPES, "_rels___DOT_rels": RELATIONS},
        **{"word__document_DOT_xml": document, **more},
    )


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


BILLION = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "laughs ">' for n in range(9)
)
EXTERNAL = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="rId9" TargetMode="External" Target="http://elsewhere.example/'
    'x.png" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"/>'
    "</Relationships>"
)
PICTURE = (
    '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="rId9"/>'
    "</w:drawing></w:r></w:p>"
)


def _word_files() -> Files:
    good = word_file(ARTICLE)
    rels = "word___rels__document_DOT_xml_DOT_rels"
    made: Files = {
        "bomb.docx": lambda: word(paragraph("x" * 60 * MEGABYTE)),
        "many parts.docx": lambda: word("", **{f"p{n}": "" for n in range(20_000)}),
        "nested.docx": lambda: archive(inner_DOT_docx=good),
        "laughs.docx": lambda: word(paragraph("&l8;"), f"<!DOCTYPE x [{BILLION}]>"),
        "outside.docx": lambda: word(
            paragraph("&e;"), '<!DOCTYPE x [<!ENTITY e SYSTEM "/etc/passwd">]>'
        ),
        "called.docx": lambda: word(
            paragraph("&e;"), '<!DOCTYPE x [<!ENTITY e SYSTEM "http://elsewhere.example/">]>'
        ),
        "subset.docx": lambda: word("", '<!DOCTYPE x SYSTEM "http://elsewhere.example/x.dtd">'),
        "picture elsewhere.docx": lambda: word(
            paragraph("Benches") + PICTURE, **{rels: EXTERNAL.format("image")}
        ),
        "template elsewhere.docx": lambda: word(
            paragraph("Benches"), **{rels: EXTERNAL.format("attachedTemplate")}
        ),
        "deep.docx": lambda: word("<w:p>" * 50_000 + "</w:p>" * 50_000),
        "deep tables.docx": lambda: word(
            "<w:tbl><w:tr><w:tc>" * 3000 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 3000
        ),
        "ten thousand tables.docx": lambda: word(
            f"<w:tbl><w:tr><w:tc>{paragraph('x')}</w:tc></w:tr></w:tbl>" * 10_000
        ),
        "long attribute.docx": lambda: word(f'<w:p w:x="{"y" * MEGABYTE}"/>'),
        "not xml.docx": lambda: archive(word__document_DOT_xml="<w:document"),
        "no document.docx": lambda: archive(**{"[Content_Types]_DOT_xml": TYPES}),
        "no types.docx": lambda: archive(word__document_DOT_xml=DOCUMENT),
        "odd paths.docx": lambda: word(paragraph("x"), _DOT__DOT___DOT__DOT___etc__x="x"),
        "empty.docx": lambda: b"",
        "zip alone.docx": lambda: archive(),
        "pdf.docx": lambda: b"%PDF-1.7\n" + b"0" * 1000,
        "old word.docx": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 5000,
        "macros.docx": lambda: word(paragraph("x"), word__vbaProject_DOT_bin=b"\xd0\xcf\x11"),
        "control.docx": lambda: word(paragraph("Benches\x0b")),
        "wrong encoding.docx": lambda: word(paragraph("x"), "").replace(b"1.0", b"9.9", 1),
        "twice.docx": lambda: good + good,
    }
    for share in (4, 30, 70, 97):
        made[f"cut at {share} percent.docx"] = lambda n=share: good[: len(good) * n // 100]
    for at in (30, 100, 300):
        made[f"flipped at {at}.docx"] = lambda n=at: good[:n] + b"\xff\x00\xff" + good[n + 3 :]
    return made


def _text_files() -> Files:
    html = ARTICLE.replace("\n\n", "<p>")
    made: Files = {
        "script.html": lambda: f"<h1>B<script>alert(1)</script></h1>{html}".encode(),
        "iframe.html": lambda: f"{html}<iframe src=http://elsewhere.example/></iframe>".encode(),
        "pictures.html": lambda: f"{html}<img src=//elsewhere.example/x onerror=alert(1)>".encode(),
        "base.html": lambda: f"<base href=http://elsewhere.example/>{html}".encode(),
        "refresh.html": lambda: (
            f"<meta http-equiv=refresh content='0;url=//elsewhere.example'>{html}".encode()
        ),
        "style.html": lambda: f"<style>@import '//elsewhere.example/x'</style>{html}".encode(),
        "attribute.html": lambda: f"<p title='{'x' * 900_000}'>{html}".encode(),
        "deep.html": lambda: b"<div><b><ul><li>" * 40_000 + html.encode(),
        "unclosed.html": lambda: b"<" * 500_000,
        "comments.html": lambda: b"<!--" * 100_000,
        "entities.html": lambda: b"&amp" * 200_000,
        "null.html": lambda: html.encode().replace(b"p", b"\0"),
        "svg.html": lambda: f"<svg onload=alert(1)>{html}</svg>".encode(),
        "html.md": lambda: f"# B\n\n<script>alert(1)</script>\n\n{ARTICLE}".encode(),
        "brackets.md": lambda: b"[" * 50_000,
        "stars.md": lambda: b"*a" * 50_000,
        "quotes.md": lambda: b">" * 50_000 + b"a",
        "links.md": lambda: b"[a](javascript:alert(1))\n\n" + ARTICLE.encode(),
        "front matter.md": lambda: b"---\n" + b"a: &a [*a]\n" * 1000 + b"---\n" + ARTICLE.encode(),
        "utf-16.txt": lambda: ARTICLE.encode("utf-16"),
        "utf-16 without mark.txt": lambda: ARTICLE.encode("utf-16-le"),
        "utf-32.txt": lambda: ARTICLE.encode("utf-32"),
        "nulls.txt": lambda: b"\0" * 10_000,
        "random.txt": lambda: bytes((7 * n * n + n) % 256 for n in range(50_000)),
        "half utf-8.txt": lambda: ARTICLE.encode() + "ř".encode()[:1] * 1000,
        "fifty megabytes.txt": lambda: b"word " * (10 * MEGABYTE),
        "one line.txt": lambda: b"x" * 900_000,
        "one long line.txt": lambda: b"x" * (5 * MEGABYTE),
        "many lines.txt": lambda: b"a\n" * 400_000,
        "right to left.txt": lambda: ("\u202e" + ARTICLE).encode(),
        "marks.txt": lambda: ("“" * 20_000 + ARTICLE).encode(),
        "names.txt": lambda: (ARTICLE + "Ann Bell, the Mayor, and " * 8000).encode(),
        "quotations.txt": lambda: (ARTICLE + "“Rain falls and keeps no diary” " * 2000).encode(),
        "opened marks.txt": lambda: (ARTICLE + " “ –" * 15_000).encode(),
        "sayings.txt": lambda: (ARTICLE + "says says Bell " * 4000).encode(),
        "offices.txt": lambda: (ARTICLE + "says the leader of Ten, Ann Bell. " * 2000).encode(),
        "speakers.txt": lambda: (ARTICLE + "“ she Ann Dr. Bell : " * 3000).encode(),
        "commas.txt": lambda: (ARTICLE + ", the " * 30_000).encode(),
        "dates.txt": lambda: (ARTICLE + "March 4, 2024 " * 12_000).encode(),
        "headings.txt": lambda: ("Benches\n\n" * 15_000).encode(),
        "hashtags.txt": lambda: ("#a " * 50_000).encode(),
        "combining.txt": lambda: ("B" + "\u0301" * 100_000).encode(),
        "surrogates.txt": lambda: ARTICLE.encode() + b"\xed\xa0\x80",
        "picture.txt": lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 5000,
        "unknown.exe": lambda: b"MZ" + b"\0" * 100,
        "without ending": lambda: ARTICLE.encode(),
        "..\\..\\path.txt": lambda: ARTICLE.encode(),
        f"{'n' * 300}.txt": lambda: ARTICLE.encode(),
    }
    return made


ARTICLES: Files = {**_word_files(), **_text_files()}


def _sheet(cells: str) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Title", "Video", "Recorded"])
    book.active.append([cells, "https://youtu.be/sample00001", "2021-03-14"])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _xlsx_bomb() -> bytes:
    source = zipfile.ZipFile(io.BytesIO(_sheet("A")))
    parts = {
        name.replace(".", "_DOT_").replace("/", "__"): source.read(name)
        for name in source.namelist()
    }
    parts["xl__worksheets__sheet1_DOT_xml"] = b"<worksheet><sheetData>" + b"<row>" * 10 * MEGABYTE
    return archive(**parts)


CATALOGUES: Files = {
    "formula.csv": lambda: b"Title;Video\n=cmd|' /C calc'!A0;https://youtu.be/sample00001\n",
    "ragged.csv": lambda: b"Title;Video\na;b;c;d;e\nf\n;;;;;;\n",
    "no header.csv": lambda: b"a;b;c\n1;2;3\n",
    "header alone.csv": lambda: b"Title;Video\n",
    "same header.csv": lambda: b"Title;Title;Title\na;b;c\n",
    "quotes.csv": lambda: b'Title;Video\n"never ends;\n' + b"x\n" * 10_000,
    "wide.csv": lambda: b"Title" + b";x" * 50_000 + b"\n" + b"a" * 100,
    "nulls.csv": lambda: b"Title;Video\na\0b;\0\n",
    "script.csv": lambda: b"Title;Video\n<script>alert(1)</script>;javascript:alert(1)\n",
    "long cell.csv": lambda: b"Title;Video\n" + b"x" * (2 * MEGABYTE) + b";y\n",
    "dates.csv": lambda: b"Title;Recorded\na;9999999-99-99\nb;0000-00-00\nc;1e400\n",
    "lengths.csv": lambda: b"Title;Duration\na;99999999999999999999\nb;-5\nc;1:99:99\n",
    "picture.csv": lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 500,
    "bomb.xlsx": _xlsx_bomb,
    "formula.xlsx": lambda: _sheet("=HYPERLINK(\"http://elsewhere.example\")"),
    "not a sheet.xlsx": lambda: archive(a="b"),
    "cut.xlsx": lambda: _sheet("A")[:2000],
    "pdf.xlsx": lambda: b"%PDF-1.7",
    "deep.ndjson": lambda: b"[" * 100_000,
    "deep object.ndjson": lambda: b'{"title":' * 20_000,
    "not json.ndjson": lambda: b"{'title': x}\n" * 100,
    "numbers.ndjson": lambda: b'{"title": 1e999, "recorded": 99999999999999999999999, "speakers": 5}\n',
    "types.ndjson": lambda: b'{"title": ["a"], "speakers": {"a": 1}, "tags": null, "duration": []}\n',
    "long number.ndjson": lambda: b'{"title": "a", "duration": ' + b"9" * 100_000 + b"}\n",
    "twice.ndjson": lambda: b'{"title": "a", "title": "b"}\n' * 3,
    "nulls.ndjson": lambda: json.dumps({"title": "a\0b", "speakers": ["\0"]}).encode(),
    "surrogate.ndjson": lambda: b'{"title": "\\ud800"}\n',
    "bomb.ndjson.gz": lambda: gzip.compress(b"x" * (150 * MEGABYTE), 1),
    "cut.ndjson.gz": lambda: gzip.compress(b'{"title": "a"}\n' * 9000)[:200],
    "not packed.ndjson.gz": lambda: b'{"title": "a"}',
    "endless.json": lambda: json.dumps({"_type": "playlist", "entries": [{}] * 50_000}).encode(),
    "channel.json": lambda: json.dumps({"entries": [{"entries": [{"entries": 1}]}]}).encode(),
    "list.json": lambda: b"[1, 2, 3]",
    "empty.json": lambda: b"",
    "unknown.pdf": lambda: b"%PDF",
}  # fmt: skip


def _png(width: int, height: int, data: bytes) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    )


PICTURES: Files = {
    "bomb.png": lambda: _png(60_000, 60_000, zlib.compress(b"\0" * 1000)),
    "wrong size.png": lambda: _png(2**31 - 1, 2**31 - 1, zlib.compress(b"\0")),
    "cut.png": lambda: _png(100, 100, zlib.compress(b"\0" * 30_000))[:60],
    "script.svg": lambda: (
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
    ),
    "page.png": lambda: b"<html><script>alert(1)</script>",
    "both.png": lambda: _png(1, 1, zlib.compress(b"\0\0\0\0")) + b"<script>alert(1)</script>",
    "empty.jpg": lambda: b"",
    "text.webp": lambda: b"RIFF\x00\x00\x00\x00WEBPVP8 ",
    "zip.gif": lambda: b"GIF89a" + archive(a="b"),
}
