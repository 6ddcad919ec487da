"""An episode: one conversation with its videos, words and people."""

import uuid
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from wagtail.images import get_image_model_string
from wagtail.models import Page, PageManager
from wagtail.search import index

from episodes.blocks import BodyBlock
from episodes.fields import BodyField, LanguageField
from episodes.forms import EpisodeCopyForm, EpisodeForm
from episodes.media_model import media_model_string
from episodes.outputs import passages
from speakers.names import folded
from speakers.references import references_at_the_end

from . import (
    completeness,
    episode_panels,
    episode_view,
    refusal,
    revision_content,
    transcript_view,
)
from .appearance import Appearance
from .previews import PreviewModes
from .queryset import EpisodeQuerySet
from .said_routes import SaidRoutes
from .search import episode_saved
from .shared_routes import SharedRoutes
from .video import EpisodeVideo


class EpisodePage(PreviewModes, SaidRoutes, SharedRoutes, Page):
    """A conversation. A draft may lack anything; what is published is complete."""

    uid = models.UUIDField(
        _("identifier"),
        default=uuid.uuid4,
        unique=True,
        editable=False,
        help_text=_("Never changes, whatever the title or address: feeds know the episode by it."),
    )
    published_on = models.DateField(
        _("published on"), null=True, blank=True, help_text=_("The date that visitors see.")
    )
    recorded_on = models.DateField(_("recorded on"), null=True, blank=True)
    premieres_at = models.DateTimeField(
        _("premieres at"),
        null=True,
        blank=True,
        help_text=_("In the future: the episode is announced, and may be without its video."),
    )
    special = models.BooleanField(_("special episode"), default=False)
    abridged = models.BooleanField(
        _("abridged"), default=False, help_text=_("The video is shorter than the recording.")
    )
    abridged_note = models.CharField(
        _("note on abridging"), max_length=500, blank=True, help_text=_("As it should be read.")
    )
    language_note = models.CharField(
        _("note on language"),
        max_length=500,
        blank=True,
        help_text=_("As in “In Slovak with English subtitles.”"),
    )
    spoken_language = LanguageField(
        _("spoken language"), blank=True, help_text=_("Only when it isn't the series' language.")
    )
    lead = models.TextField(
        _("lead"), blank=True, help_text=_("The first paragraph: who talks about what.")
    )
    body = BodyField(BodyBlock(), verbose_name=_("body"), blank=True)
    poster = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("poster"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Wide, at least 1280 pixels. Without one, the headline is set as a poster."),
    )
    audio = models.ForeignKey(
        media_model_string(),
        verbose_name=_("audio"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The sound alone, for the podcast and for slow lines."),
    )
    tags = ClusterTaggableManager(
        through="episodes.TaggedEpisode", blank=True, verbose_name=_("tags")
    )

    source_name = models.CharField(
        max_length=255,
        blank=True,
        editable=False,
        help_text="File name of the article that this episode was imported from.",
    )
    source_title = models.CharField(
        max_length=255,
        blank=True,
        editable=False,
        help_text="Folded title of that article: the same article again updates this episode.",
    )
    source_digests = models.JSONField(
        default=dict,
        blank=True,
        editable=False,
        help_text="What that article wrote, part by part: tells what an editor changed since.",
    )

    objects = PageManager.from_queryset(EpisodeQuerySet)()

    edit_handler = episode_panels.edit_handler(Page)
    base_form_class = EpisodeForm
    copy_form_class = EpisodeCopyForm
    parent_page_types = ["episodes.SeriesPage"]
    subpage_types: list[str] = []
    page_description = _("One conversation: its video, article, takeaways and people.")
    exclude_fields_in_copy = ["uid", "source_name", "source_title", "source_digests"]

    search_fields = [
        *Page.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
        index.SearchField("folded_words"),
        index.AutocompleteField("folded_words"),
        index.FilterField("published_on"),
        index.RelatedFields("takeaways", [index.SearchField("text")]),
    ]

    class Meta:
        verbose_name = _("episode")
        verbose_name_plural = _("episodes")
        indexes = [models.Index(fields=["-published_on", "-page_ptr"], name="episode_newest_first")]

    #: Set by the editor's form, which has its own way to say what is missing.
    is_being_drafted = False

    def clean(self) -> None:
        super().clean()
        if self._goes_out() and not self.is_being_drafted:
            completeness.require(self)

    def _goes_out(self) -> bool:
        """Whether saving this puts something before visitors that they don't see yet.

        What is live already may be locked, moved or drafted upon, complete or not.
        """
        if not self.live:
            return False
        shown = EpisodePage.objects.filter(pk=self.pk).values_list("live", "live_revision").first()
        return shown != (True, self.live_revision_id)

    def publish(self, revision: Any, *args: Any, **kwargs: Any) -> None:
        """Publishes the revision, or schedules it. Raises ValidationError for an incomplete one.

        When the time of a scheduled one has come, nobody is there to read an error, and those
        behind it in the queue must go out: it stays a draft and its author is told.
        """
        sentences = revision.as_object().missing()
        if sentences and kwargs.get("log_action") == refusal.SCHEDULED:
            refusal.tell(self, revision, sentences)
        elif sentences:
            raise ValidationError(sentences)
        else:
            super().publish(revision, *args, **kwargs)

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self._state.adding and self.alias_of_id:
            # Wagtail copies every field of the original into an alias.
            self.uid = uuid.uuid4()
        from . import listing_index  # the other way round at import: it reads episodes

        # Its people, tags … are saved one by one.
        with listing_index.collecting(), references_at_the_end(self):
            super().save(*args, **kwargs)
        # Later than Django's own signal: by now the people, takeaways and tags are stored, too.
        episode_saved.send(sender=type(self), pk=self.pk, update_fields=kwargs.get("update_fields"))

    def with_content_json(self, content: dict[str, Any]) -> Any:
        page = super().with_content_json(revision_content.mended(self, content))
        page.uid = self.uid
        return page

    def missing(self) -> list[str]:
        """What keeps this episode from being published, a sentence each."""
        return completeness.missing(self)

    # What the episode knows of itself

    def folded_words(self) -> str:
        """Title and people in plain letters, for searches without accents."""
        names = [appearance.display_name for appearance in self.appearances.all()]
        return folded(self.title, *names)

    @property
    def is_announced(self) -> bool:
        return self.premieres_at is not None and self.premieres_at > timezone.now()

    @cached_property
    def series(self) -> Any:
        """The series that this episode belongs to."""
        return self.get_parent().specific

    @property
    def guests(self) -> list[Appearance]:
        return [appearance for appearance in self.appearances.all() if appearance.is_guest]

    @property
    def hosts(self) -> list[Appearance]:
        return [appearance for appearance in self.appearances.all() if not appearance.is_guest]

    @property
    def main_video(self) -> EpisodeVideo | None:
        """What is played first: the conversation itself, else the first video there is."""
        videos = [video for video in self.videos.all() if video.is_playable]
        main = [video for video in videos if video.kind == EpisodeVideo.Kind.MAIN]
        return next(iter(main or videos), None)

    @property
    def duration_s(self) -> int | None:
        video = self.main_video
        return video.duration_s if video else None

    # What visitors get

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        shown = episode_view.context(self)
        said = transcript_view.context(self, request.GET)
        start_s = passages.start_s(request.GET.get("t", ""), self.duration_s)
        return {**context, **shown, **said, "start_s": start_s}
