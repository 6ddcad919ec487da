"""Videos of an episode and their captions."""

from functools import cached_property
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.images import get_image_model_string
from wagtail.models import Orderable
from wagtailmedia.edit_handlers import MediaChooserPanel

from episodes.fields import ChaptersField, CuesField, LanguageField, SecondsField
from episodes.formats import chapters as chapters_format
from episodes.formats import video_links
from episodes.formats.errors import FormatError
from episodes.media_model import media_model_string
from episodes.sentences import translated


def parse_link(address: str) -> video_links.VideoLink:
    """The video behind an address; PeerTube only on the hosts that the settings name.

    Raises FormatError with a sentence for an address that is no single public video.
    """
    return video_links.parse(
        address, peertube_hosts=getattr(settings, "EPISODES_PEERTUBE_HOSTS", ())
    )


def validate_link(address: str) -> None:
    try:
        parse_link(address)
    except FormatError as error:
        raise ValidationError(translated(error)) from error


class EpisodeVideo(Orderable, ClusterableModel):
    """One way to watch: a link to another house, or a file of our own."""

    class Kind(models.TextChoices):
        MAIN = "main", _("The conversation")
        FULL = "full", _("Full recording")
        TRAILER = "trailer", _("Trailer")
        LANGUAGE = "language", _("Other language")

    episode = ParentalKey("episodes.EpisodePage", on_delete=models.CASCADE, related_name="videos")
    kind = models.CharField(_("what it is"), max_length=20, choices=Kind.choices, default="main")
    link = models.URLField(
        _("link"),
        max_length=500,
        blank=True,
        validators=[validate_link],
        help_text=_(
            "The address of the video on YouTube, Vimeo or PeerTube. Leave empty for a file."
        ),
    )
    media = models.ForeignKey(
        media_model_string(),
        verbose_name=_("file"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("A video file of our own. People who can't reach YouTube can watch it."),
    )
    language = LanguageField(
        _("spoken language"), blank=True, help_text=_("Only when it isn't the episode's.")
    )
    duration_s = SecondsField(_("length"), help_text=_("As in 41:30 or 1:02:03."))
    poster = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("poster"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Only when it isn't the episode's poster."),
    )

    chapters: Any = ChaptersField(
        _("chapters"),
        help_text=_(
            "One a line, as in “12:34 Title”, the first at 0:00. You can paste the description "
            "from YouTube or a chapter file."
        ),
    )

    panels = [
        FieldRowPanel(["kind", "language", "duration_s"]),
        FieldPanel("link"),
        MediaChooserPanel("media", media_type="video"),
        FieldPanel("poster"),
        FieldPanel("chapters"),
        InlinePanel("captions", heading=_("Captions"), label=_("Captions in one language")),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("video")
        verbose_name_plural = _("videos")

    def clean(self) -> None:
        super().clean()
        if self.link and self.media_id:
            message = _("Give a link or a file, not both: add a second video for the other one.")
            raise ValidationError({"link": message})
        written = chapters_format.from_json(self.chapters)
        broken = chapters_format.broken_rules(written, self.duration_s)
        if broken:
            raise ValidationError({"chapters": [translated(error) for error in broken]})

    @cached_property
    def source(self) -> video_links.VideoLink | None:
        """The parsed link; nothing for a file or a link that no longer parses."""
        try:
            return parse_link(self.link) if self.link else None
        except FormatError:
            return None

    @property
    def is_playable(self) -> bool:
        return bool(self.media_id or self.source)


class Captions(Orderable):
    """What is said in a video, as cues with their times; stored once, served as WebVTT."""

    class Kind(models.TextChoices):
        CAPTIONS = "captions", _("Captions, with sounds described")
        SUBTITLES = "subtitles", _("Subtitles")
        DESCRIPTIONS = "descriptions", _("Descriptions of what is seen")
        CHAPTERS = "chapters", _("Chapters")

    video = ParentalKey(EpisodeVideo, on_delete=models.CASCADE, related_name="captions")
    language = LanguageField(_("language"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default="captions")
    label = models.CharField(
        _("label"), max_length=80, blank=True, help_text=_("Only when the language isn't enough.")
    )
    cues: Any = CuesField(
        _("captions"), help_text=_("Choose a .vtt or .srt file, or paste its text.")
    )
    voices = models.JSONField(
        default=dict,
        blank=True,
        editable=False,
        help_text="Who an editor says each voice is, by the name in the cues; see `models.voices`.",
    )
    voices_last = models.BooleanField(
        default=False,
        editable=False,
        help_text="Whether a name in the cues holds until the next one.",
    )

    panels = [FieldRowPanel(["language", "kind", "label"]), FieldPanel("cues")]

    class Meta(Orderable.Meta):
        verbose_name = _("captions")
        verbose_name_plural = _("captions")
