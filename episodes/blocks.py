"""What the body of an episode is made of."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from episodes.fields import TimecodeFormField
from episodes.formats import video_links
from episodes.formats.errors import FormatError
from episodes.sentences import translated
from speakers.admin.choosers import PersonChooserBlock

TEXT_FEATURES = ["bold", "italic", "link", "ol", "ul"]


_known: ContextVar[dict[int, Any] | None] = ContextVar("people_known", default=None)


@contextmanager
def people_known(people: Iterable[Any]) -> Iterator[None]:
    """Inside, bodies that are read take these people as they are and ask nobody for them."""
    token = _known.set({person.pk: person for person in people})
    try:
        yield
    finally:
        _known.reset(token)


class KnownPersonBlock(PersonChooserBlock):  # type: ignore[valid-type, misc]
    """A person; not fetched again where `people_known` says who it is."""

    def bulk_to_python(self, values: Any) -> Any:
        known = _known.get() or {}
        if not all(pk in known for pk in values if pk is not None):
            return super().bulk_to_python(values)
        return [None if pk is None else known[pk] for pk in values]


class TimecodeBlock(blocks.FieldBlock):
    """A time in a video, written as 12:34 and kept in seconds."""

    def __init__(self, required: bool = False, help_text: Any = None, **kwargs: Any) -> None:
        self._required, self._help_text = required, help_text
        super().__init__(**kwargs)

    @cached_property
    def field(self) -> forms.Field:
        return TimecodeFormField(required=self._required, help_text=self._help_text)

    class Meta:
        icon = "time"


class HeadingBlock(blocks.CharBlock):
    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("A line that opens a part of the article.")
        template = "episodes/blocks/heading.html"
        preview_value = _("Courts need neighbours")


class ParagraphBlock(blocks.RichTextBlock):
    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("One or several paragraphs, also with lists and links.")
        template = "episodes/blocks/paragraph.html"
        preview_value = _("<p>The panel agreed on one thing: rules last where people use them.</p>")


class QuoteValue(blocks.StructValue):
    """A quote; knows its speaker's name whether they have a page or not."""

    @property
    def attribution(self) -> str:
        speaker = self.get("speaker")
        return self.get("speaker_name") or (speaker.title if speaker else "")

    @property
    def public_speaker(self) -> Any:
        speaker = self.get("speaker")
        return speaker if speaker and speaker.live else None


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Words"), help_text=_("Without quotation marks."))
    speaker = KnownPersonBlock(required=False, label=_("Who said it"))
    speaker_name = blocks.CharBlock(
        required=False,
        label=_("Name"),
        help_text=_("Only when the person has no page here."),
    )
    start = TimecodeBlock(
        label=_("Said at"), help_text=_("Where in the video, as in 12:34. A reader can play it.")
    )
    end = TimecodeBlock(label=_("Until"))
    pulled = blocks.BooleanBlock(
        required=False,
        default=True,
        label=_("Show large in the article"),
        help_text=_(
            "Leave off when the words stand in the text above already; they are then listed "
            "under “In their words” only."
        ),
    )

    class Meta:
        icon = "openquote"
        label = _("Quote")
        description = _("Somebody's own words, with their name and the second when they say them.")
        template = "episodes/blocks/quote.html"
        value_class = QuoteValue
        preview_value = {
            "text": "A right that nobody uses is a museum piece.",
            "speaker_name": "Alena Dvořáčková",
            "start": 754,
            "pulled": True,
        }

    def clean(self, value: Any) -> Any:
        result = super().clean(value)
        start, end = result.get("start"), result.get("end")
        if start is not None and end is not None and end <= start:
            raise StructBlockValidationError(
                {"end": ValidationError(_("The end comes before the start."))}
            )
        return result


class ImageBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Image"))
    caption = blocks.CharBlock(required=False, label=_("Caption"))

    class Meta:
        icon = "image"
        label = _("Image")
        description = _("A picture with its caption and credit.")
        template = "episodes/blocks/image.html"
        preview_value = {"caption": _("The caption stands here, the credit beside it.")}
        preview_template = "episodes/blocks/previews/image.html"


class VideoLinkValue(blocks.StructValue):
    @cached_property
    def source(self) -> video_links.VideoLink | None:
        """The parsed link, or nothing when it no longer parses."""
        try:
            return _parse(self.get("link") or "")
        except FormatError:
            return None


class VideoBlock(blocks.StructBlock):
    link = blocks.URLBlock(
        label=_("Link"), help_text=_("The address of a video on YouTube, Vimeo or PeerTube.")
    )
    title = blocks.CharBlock(label=_("Title"), help_text=_("What one sees there."))

    class Meta:
        icon = "media"
        label = _("Further video")
        description = _("Another video, played after a click, for example an earlier talk.")
        template = "episodes/blocks/video.html"
        value_class = VideoLinkValue
        preview_value = {
            "link": "https://www.youtube.com/watch?v=abcdefghijk",
            "title": _("The opening debate"),
        }

    def clean(self, value: Any) -> Any:
        result = super().clean(value)
        if not result["link"]:
            return result
        try:
            _parse(result["link"])
        except FormatError as error:
            raise StructBlockValidationError(
                {"link": ValidationError(translated(error))}
            ) from error
        return result


def _parse(link: str) -> video_links.VideoLink:
    return video_links.parse(link, peertube_hosts=getattr(settings, "EPISODES_PEERTUBE_HOSTS", ()))


class DocumentBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("Document"))
    label = blocks.CharBlock(required=False, label=_("Words of the link"))

    class Meta:
        icon = "doc-full"
        label = _("Document")
        description = _("A file to download, with its kind and size.")
        template = "episodes/blocks/document.html"
        preview_value = {"label": _("The full report (PDF)")}
        preview_template = "episodes/blocks/previews/document.html"


class TableBlock(blocks.StructBlock):
    caption = blocks.CharBlock(label=_("Caption"), help_text=_("What the table shows."))
    table = TypedTableBlock(
        [
            ("text", blocks.CharBlock(label=_("Text"), required=False)),
            ("number", blocks.FloatBlock(label=_("Number"), required=False)),
            ("rich_text", blocks.RichTextBlock(label=_("Text with links"), features=TEXT_FEATURES)),
        ],
        label=_("Table"),
    )

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("Figures in rows and columns, with a caption.")
        template = "episodes/blocks/table.html"
        preview_value = {"caption": _("Turnout by age")}
        preview_template = "episodes/blocks/previews/table.html"


class RelatedLinkBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"))
    page = blocks.PageChooserBlock(required=False, label=_("Page"))
    url = blocks.URLBlock(required=False, label=_("or address elsewhere"))

    def clean(self, value: Any) -> Any:
        result = super().clean(value)
        given = [bool(result.get("page")), bool(result.get("url"))]
        is_draft = getattr(self, "is_deferred_validation", False)
        if all(given) or (not any(given) and not is_draft):
            message = _("Choose a page or write an address, one of the two.")
            raise StructBlockValidationError({"page": ValidationError(message)})
        return result

    class Meta:
        icon = "link"
        label = _("Link")


class RelatedLinksBlock(blocks.StructBlock):
    links = blocks.ListBlock(RelatedLinkBlock(), min_num=1, label=_("Links"))

    class Meta:
        icon = "list-ul"
        label = _("Related links")
        description = _("Pages here or elsewhere for those who want to read on.")
        template = "episodes/blocks/links.html"
        preview_value = {
            "links": [{"title": _("The report in full"), "url": "https://example.org/report"}]
        }


class BodyBlock(blocks.StreamBlock):
    """The body of an episode."""

    heading = HeadingBlock()
    paragraph = ParagraphBlock(features=TEXT_FEATURES)
    quote = QuoteBlock()
    image = ImageBlock()
    video = VideoBlock()
    document = DocumentBlock()
    table = TableBlock()
    links = RelatedLinksBlock()

    class Meta:
        required = False
        # Named so that a search result and a preview can tell parts of the body apart.
        block_counts: dict[str, dict[str, int]] = {}
