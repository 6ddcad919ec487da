"""An article on its way through the forms: read once, carried signed, kept nowhere."""

from dataclasses import astuple, dataclass
from typing import Any

from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from episodes.formats import documents
from episodes.formats.documents import Document, Line
from episodes.formats.errors import FormatError, gettext_noop

SALT = "episodes.article"
#: Beside it stand a few choices; Django takes 2.5 MB of form by default.
MAX_PARCEL_CHARACTERS = 2_000_000


@dataclass(frozen=True)
class Parcel:
    """The lines of an article and the series that it goes to.

    Lines rather than bytes: a Word file may hold megabytes of pictures that nobody reads.
    Signed, so that what comes back is what we read, within the limits that were checked.
    """

    document: Document
    series_pk: int

    def seal(self) -> str:
        """The parcel as text for a hidden field; raises FormatError where it is too large."""
        document = self.document
        sealed = signing.dumps(
            {
                "series": self.series_pk,
                "filename": document.filename,
                "encoding": document.encoding,
                "lines": [astuple(one) for one in document.lines],
                "links": document.links,
                "notes": [[one.template, one.params] for one in document.notes],
            },
            salt=SALT,
            compress=True,
        )
        if len(sealed) > MAX_PARCEL_CHARACTERS:
            raise FormatError(
                gettext_noop("This is far more text than an article. Bring one article at a time.")
            )
        return sealed

    @classmethod
    def open(cls, sealed: str) -> "Parcel":
        """What `seal` has written; raises signing.BadSignature for everything else."""
        content: dict[str, Any] = signing.loads(sealed, salt=SALT)
        document = Document(
            lines=tuple(Line(*line) for line in content["lines"]),
            filename=content["filename"],
            encoding=content["encoding"],
            links=tuple(content["links"]),
            notes=tuple(FormatError(one, **params) for one, params in content["notes"]),
        )
        return cls(document, content["series"])


def read_file(file: UploadedFile) -> Document:
    """The document in an uploaded file; raises FormatError, before reading what is too large."""
    documents.check_size(file.size or 0, file.name or "")
    return documents.read(file.read(), file.name or "")


def read_text(text: str, html: str = "") -> Document:
    """The document that a pasted text is; it has no file name to be known by.

    `html` is the same text as its program handed it over, with headings and lists.
    """
    kind, content = (".html", html) if html else (".txt", text)
    read = documents.read(content.encode(), _("The pasted text") + kind)
    return Document(read.lines, links=read.links, notes=read.notes)
