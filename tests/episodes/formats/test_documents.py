"""Files: Word, text, Markdown, web pages, and whatever else somebody drops."""

import contextlib
import io
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from episodes.formats import documents
from episodes.formats.documents import Line
from episodes.formats.errors import FormatError

CZECH = "Žluťoučký kůň\n\nPříliš dlouhá věta o řece, která nemá konec."
WORDML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


def paragraph(text, style=""):
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def docx(body, prolog="", **more):
    """A Word file made by hand; ``more`` are further parts, __ standing for a slash."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr(
            "word/document.xml",
            f'{prolog}<w:document xmlns:w="{WORDML}" xmlns:r="http://schemas.openxmlformats.org/'
            f'officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/'
            f'drawingml/2006/main"><w:body>{body}</w:body></w:document>',
        )
        for name, content in more.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return buffer.getvalue()


def texts(document):
    return [line.text for line in document.lines]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1250"]
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_text_is_read_in_every_encoding(encoding, line_end):
    document = documents.read(CZECH.replace("\n", line_end).encode(encoding), "a.txt")
    assert texts(document) == CZECH.split("\n\n")
    assert len(document.notes) == (encoding == "windows-1250")


def test_western_letters_are_told_from_central_european_ones():
    data = "Garçon, où est l'âne? Señor Muñoz à côté.".encode("windows-1252")
    document = documents.read(data, "a.txt")
    assert texts(document) == ["Garçon, où est l'âne? Señor Muñoz à côté."]
    assert document.encoding == "windows-1252"
    assert "windows-1252" in str(document.notes[0])


def test_blanks_and_bullets_are_made_plain():
    document = documents.from_text("a\u00a0b \u202f c\n\n  •\ttext\n1. one\n•\nalone\n22. 12. 2021")
    assert document.lines == (
        Line("a b c"),
        Line("text", "bullet", mark="•"),
        Line("one", "bullet", mark="1."),
        Line("alone", "bullet", mark="•"),
        Line("22. 12. 2021"),
    )


def test_wrapped_lines_are_joined_and_short_ones_are_not():
    text = (
        "A title\n\nMay 3, 2022\n\n"
        "This paragraph was wrapped by a mail program that cut every line\n"
        "before the seventieth letter, so that three lines of it make one\n"
        "sentence.\n\n• One bullet that is wrapped too, because it holds far too\n"
        "  many words for a line.\n• Another\n"
    )
    assert texts(documents.from_text(text)) == [
        "A title",
        "May 3, 2022",
        "This paragraph was wrapped by a mail program that cut every line before the seventieth "
        "letter, so that three lines of it make one sentence.",
        "One bullet that is wrapped too, because it holds far too many words for a line.",
        "Another",
    ]


def test_web_page_gives_text_styles_and_links():
    html = (
        "<html><head><title>x</title><style>p{}</style></head><body><h1>Title</h1>"
        "<script>alert(1)</script><p>One <b>bold</b> word &amp; more<br>second line</p>"
        "<p><strong>All bold</strong></p><ul><li>item <i>a</i></li><li><p>item b</p></li></ul>"
        "<blockquote>said</blockquote><p class=MsoTitle>T</p><!-- <p>no</p> -->"
        "<p>·  <span style='font-weight:700'>Word</span> bullet</p>"
        '<a href="https://youtu.be/abcDEF_12-3">Watch</a>'
        '<iframe src="https://www.youtube.com/embed/abcDEF_12-3"></iframe>'
        '<img src="https://example.com/x.png"><p><a href="javascript:x">y</a></body></html>'
    )
    document = documents.read(html.encode(), "a.html")
    assert document.lines == (
        Line("Title", "heading", 1),
        Line("One bold word & more"),
        Line("second line"),
        Line("All bold", "bold"),
        Line("item a", "bullet", mark="•"),
        Line("item b", "bullet", mark="•"),
        Line("said", "quote"),
        Line("T", "title"),
        Line("Word bullet", "bullet", mark="·"),
        Line("Watch"),
        Line("y"),
    )
    assert document.links == (
        "https://youtu.be/abcDEF_12-3",
        "https://www.youtube.com/embed/abcDEF_12-3",
    )


def test_markdown_header_may_fold_its_lines_and_name_characters():
    source = (
        '\n---\ntitle: "Ropes&#58; What a Ship\n  Hangs On"\nsummary: >\n  Two lines\n  of words\n'
        "topics:\n  - ropes\n---\n\n##Speakers\nJane Doe\n"
    )
    document = documents.read(source.encode(), "a.md")
    assert [(one.text, one.style) for one in document.lines] == [
        ("Ropes: What a Ship Hangs On", "title"),
        ("Speakers", "heading"),
        ("Jane Doe", "paragraph"),
    ]


def test_markdown_gives_header_and_lines():
    source = (
        '---\ntitle: "A: title"\ndate: 2022-05-03 10:00\nsummary: s\n---\n\n'
        "{{< x >}}\n# Head\n\nA **bold** [link](https://youtu.be/abcDEF_12-3)\n\n* one\n* two\n"
    )
    document = documents.read(source.encode(), "a.md")
    assert texts(document) == ["A: title", "2022-05-03", "Head", "A bold link", "one", "two"]
    assert [line.style for line in document.lines][-2:] == ["bullet", "bullet"]
    assert document.links == ("https://youtu.be/abcDEF_12-3",)
    assert "summary" in str(document.notes[0])


def test_word_file_gives_styles():
    document = documents.read(
        docx(
            paragraph("A title", "Title") + paragraph("Head", "H1") + paragraph("Text &amp; more"),
            word__styles=(
                f'<w:styles xmlns:w="{WORDML}"><w:style w:type="paragraph" w:styleId="Title">'
                '<w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="H1">'
                '<w:name w:val="heading 1"/></w:style></w:styles>'
            ),
        ),
        "a.docx",
    )
    assert document.lines == (
        Line("A title", "title"),
        Line("Head", "heading", 1),
        Line("Text & more"),
    )


def test_word_files_of_the_seed_equal_its_text(shared):
    folder = shared / "articles"
    expected = texts(documents.read_path(folder / "seed.txt"))
    for name in ("seed_styled.docx", "seed_flat.docx"):
        assert texts(documents.read_path(folder / name)) == expected


def test_picture_elsewhere_is_never_fetched(tmp_path, monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("something was opened")

    picture = (
        '<w:p><w:r><w:t>Text</w:t></w:r><w:r><w:drawing><a:blip r:link="rId9" r:embed="rId9"/>'
        "</w:drawing></w:r></w:p>"
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/image" Target="http://127.0.0.1:9/x.png" TargetMode="External"/>'
        "</Relationships>"
    )
    data = docx(picture)
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/_rels/document.xml.rels", relations)
    monkeypatch.setattr("socket.socket.connect", refuse)
    assert texts(documents.read(buffer.getvalue(), "a.docx")) == ["Text"]


def bomb():
    return docx(paragraph("x" * 40_000_000))


def locked():
    data = bytearray(docx(paragraph("x")))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(mark, at + 1)) >= 0:
            data[at + offset] |= 1
    return bytes(data)


def deep():
    return docx("<w:ins>" * 30_000 + "</w:ins>" * 30_000)


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("make", "filename", "says"),
    [
        (lambda: b"", "a.txt", "is empty"),
        (lambda: b" \n\t ", "a.docx", "is empty"),
        (lambda: b"--- ... !!!", "a.txt", "holds no text"),
        (lambda: b"text", "a.odt", "of a kind that we do not read"),
        (lambda: b"text", "article", "of a kind that we do not read"),
        (lambda: b"x" * 50_000_000, "a.docx", "50 MB"),
        (lambda: b"x" * 50_000_000, "a.txt", "50 MB"),
        (lambda: b"word " * 100_000, "a.txt", "far more text"),
        (lambda: bytes(range(256)) * 50, "a.txt", "not text that we can read"),
        (lambda: b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 9, "a.txt", "not text that we can read"),
        (lambda: b"\xff\xfe\x00\xd8\x00", "a.txt", "not text that we can read"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 99, "a.doc", "kind that we do not"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 99, "a.docx", "locked with a password"),
        (lambda: b"%PDF-1.7 text", "a.docx", "not what its ending says"),
        (lambda: docx(paragraph("x")), "a.txt", "not what its ending says"),
        (lambda: b"just words", "a.docx", "damaged"),
        (lambda: docx(paragraph("x"))[:-200], "a.docx", "damaged"),
        (lambda: docx("<w:p>"), "a.docx", "damaged"),
        (lambda: docx(paragraph("&b;"), prolog=ENTITIES), "a.docx", "damaged"),
        (deep, "a.docx", "damaged"),
        (locked, "a.docx", "password"),
        (bomb, "a.docx", "unpack to far more"),
    ],
)  # fmt: skip
def test_hostile_and_broken_files_get_a_sentence_in_time(make, filename, says):
    data = make()
    started = time.process_time()
    with pytest.raises(FormatError) as caught:
        documents.read(data, filename)
    assert says in str(caught.value)
    assert time.process_time() - started < 5


def test_zip_without_word_in_it_is_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("readme.txt", "x")
    with pytest.raises(FormatError, match="not a Word file"):
        documents.read(buffer.getvalue(), "a.docx")


def test_large_file_is_refused_without_being_read(tmp_path):
    path = tmp_path / "huge.docx"
    with path.open("wb") as file:
        file.truncate(5_000_000_000)
    with pytest.raises(FormatError, match="5000 MB"):
        documents.read_path(path)


def test_missing_file_is_a_sentence(tmp_path):
    with pytest.raises(FormatError, match="There is no file"):
        documents.read_path(tmp_path / "none.txt")


@pytest.mark.parametrize(
    "piece",
    ["<", "<!--", "<a ", "<div>", "&#", "<b>", "</b>", "<![CDATA[", "<svg>", "<?", '<a b="'],
)
def test_rubbish_in_web_pages_takes_bounded_time(piece):
    data = b"<p>text</p>" + piece.encode() * (400_000 // len(piece))
    started = time.process_time()
    with contextlib.suppress(FormatError):
        documents.read(data, "a.html")
    assert time.process_time() - started < 5


@pytest.mark.parametrize("piece", ["*a", "[", "> ", "- ", "`", "**a ", "![[", "\n- a", "a<!"])
def test_rubbish_in_markdown_takes_bounded_time(piece):
    data = b"text\n" + piece.encode() * (60_000 // len(piece))
    started = time.process_time()
    with contextlib.suppress(FormatError):
        documents.read(data, "a.md")
    assert time.process_time() - started < 5


@settings(max_examples=150)
@given(
    st.binary(max_size=600)
    | st.text(max_size=600).map(str.encode)
    | st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<li>",
                "<b>",
                "<h1>",
                "x y",
                "<script>",
                "&amp;",
                "\n",
                "<br>",
                "---",
                "# ",
            ]
        )
    ).map(lambda pieces: "".join(pieces).encode()),
    st.sampled_from([f"a{suffix}" for suffix in documents.SUFFIXES]),
)
def test_read_raises_only_format_errors(data, filename):
    try:
        document = documents.read(data, filename)
    except FormatError:
        return
    assert all(line.text == line.text.strip() != "" for line in document.lines)


@settings(max_examples=60)
@given(st.integers(0, 1200), st.binary(min_size=1, max_size=6))
def test_damaged_word_files_raise_only_format_errors(at, noise):
    data = bytearray(docx(paragraph("Text") * 3))
    at %= len(data)
    data[at : at + len(noise)] = noise
    try:
        documents.read(bytes(data), "a.docx")
    except FormatError:
        return


def test_size_in_a_zip_that_lies_is_not_believed():
    data = bytearray(docx(paragraph("x" * 4_000_000)))
    # The directory claims a small part; unpacking stops there, and the checksum tells.
    part = data.rfind(b"word/document.xml") - 46
    data[part + 24 : part + 28] = (1000).to_bytes(4, "little")
    with pytest.raises(FormatError, match="damaged"):
        documents.read(bytes(data), "a.docx")
