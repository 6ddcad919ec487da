"""A series: the folder of its episodes, and the page where visitors filter them."""

from dataclasses import replace
from typing import Any

from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField
from wagtail.images import get_image_model_string
from wagtail.models import Page

from episodes.fields import LanguageField, WeekdaysField
from episodes.filters import EpisodeFilter, Listing
from episodes.filters.all_values import AllValues, all_values
from episodes.filters.kinds import CHOOSABLE, Kind
from episodes.filters.listing import problems_of
from episodes.outputs import calendar, json_feed, rss
from episodes.outputs.channel import Channel, refusal

from .draft_routes import DraftRoutes
from .moved_tags import elsewhere_or_404, moved
from .quote_routes import QuoteRoutes
from .shelf import Shelf
from .tags import EpisodeTag


class SeriesPage(QuoteRoutes, DraftRoutes, RoutablePageMixin, Page):
    """A series of episodes with a hashtag as its mark."""

    hashtag = models.CharField(
        _("hashtag"),
        max_length=60,
        blank=True,
        validators=[
            RegexValidator(
                r"^#\w+$", _("Write one word that begins with #, as in #Forum2000online.")
            )
        ],
        help_text=_("The mark of the series, as in “#Forum2000online”."),
    )
    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("What this series is, in two lines.")
    )
    about = RichTextField(
        _("about"), blank=True, features=["h2", "h3", "bold", "italic", "link", "ol", "ul"]
    )
    spoken_language = LanguageField(_("spoken language"), default="en")
    artwork = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("artwork"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Square, at least 1400 pixels: for podcast apps and shared links."),
    )
    cadence_days = WeekdaysField(
        _("days of publishing"), help_text=_("The next free one is proposed for a new episode.")
    )
    cadence_weeks = models.PositiveSmallIntegerField(
        _("every how many weeks"), default=1, validators=[MinValueValidator(1)]
    )
    youtube_url = models.URLField(_("YouTube"), blank=True)
    spotify_url = models.URLField(_("Spotify"), blank=True)
    apple_url = models.URLField(_("Apple Podcasts"), blank=True)
    podcast_author = models.CharField(_("podcast author"), max_length=120, blank=True)
    podcast_email = models.EmailField(
        _("podcast owner's address"),
        blank=True,
        help_text=_("Podcast directories publish it: use an office address, not a person's."),
    )
    podcast_category = models.CharField(
        _("podcast category"), max_length=80, blank=True, help_text=_("As in “News > Politics”.")
    )
    podcast_explicit = models.BooleanField(_("explicit language"), default=False)

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(["hashtag", "introduction", "about"], heading=_("Words")),
        MultiFieldPanel(
            ["spoken_language", FieldRowPanel(["cadence_days", "cadence_weeks"])],
            heading=_("Rhythm"),
        ),
        FieldPanel("artwork"),
        MultiFieldPanel(
            [FieldRowPanel(["youtube_url", "spotify_url", "apple_url"])],
            heading=_("Where else it can be followed"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel(["podcast_author", "podcast_email"]),
                FieldRowPanel(["podcast_category", "podcast_explicit"]),
            ],
            heading=_("Podcast"),
        ),
    ]
    subpage_types = ["episodes.EpisodePage"]
    page_description = _("A series with its hashtag; every episode is a page below it.")

    class Meta:
        verbose_name = _("series")
        verbose_name_plural = _("series")

    @property
    def episodes(self) -> Any:
        """Published episodes of this series, newest first."""
        from .episode import EpisodePage  # the other way round at import: episodes know series

        return EpisodePage.objects.child_of(self).published().newest_first()

    @property
    def shelf(self) -> Shelf:
        """The same episodes as lists find them: by a choice, counted, a page at a time."""
        return Shelf(self.pk)

    @path("")
    def listing(self, request: HttpRequest) -> HttpResponse:
        """All episodes, or those that the query string chooses."""
        return self._listing(request, EpisodeFilter.from_query(request.GET))

    @path("tag/<slug:slug>/", name="tag")
    def tag_listing(self, request: HttpRequest, slug: str) -> HttpResponse:
        """The clean address of one tag."""
        tag = EpisodeTag.objects.filter(slug=slug).first()
        if tag is None:
            return elsewhere_or_404(request, slug)
        choice = EpisodeFilter.from_query(request.GET, tag=slug)
        return self._listing(request, choice, {"tag": tag})

    @path("all/<slug:kind>/", name="all")
    @path("tag/<slug:slug>/all/<slug:kind>/", name="tag_all")
    def all_of_kind(self, request: HttpRequest, kind: str, slug: str = "") -> HttpResponse:
        """Every topic, person, country … that can be added to a choice."""
        if kind not in CHOOSABLE:
            raise Http404(f"nothing is told apart by {kind}")
        choice = EpisodeFilter.from_query(request.GET, tag=slug)
        values: AllValues = all_values(choice, Kind(kind), self.shelf, self.get_url(request))
        return self.render(
            request, context_overrides={"values": values}, template="episodes/all_values.html"
        )

    @path("feed/", name="feed")
    @path("tag/<slug:slug>/feed/", name="tag_feed")
    def feed(self, request: HttpRequest, slug: str = "") -> HttpResponse:
        """The newest episodes of a choice as RSS, once they can be watched.

        A reader shows an item once: announced before its premiere, it would be read by then.
        """
        choice = replace(EpisodeFilter.from_query(request.GET, tag=slug), page=1)
        shelf = replace(self.shelf, aired=True)
        listing = choice.listing(shelf, base_url=self.get_url(request))
        if listing.problems:
            return moved(request, slug) or refusal(listing.problems)
        return rss.answer(self._channel(listing, request), request)

    @path("calendar/", name="calendar")
    @path("tag/<slug:slug>/calendar/", name="tag_calendar")
    def calendar_file(self, request: HttpRequest, slug: str = "") -> HttpResponse:
        """The announced episodes of a choice, to subscribe to; empty while there are none."""
        choice = EpisodeFilter.from_query(request.GET, tag=slug)
        problems = problems_of(choice, self.shelf.known(choice))
        if problems:
            return moved(request, slug) or refusal(problems)
        # An index of the lists knows the few that are announced.
        listed = {"listed__series": self.pk, "listed__premieres_at__gt": timezone.now()}
        announced = choice.apply(self.episodes.filter(**listed)).announced()
        rows = announced.defer("body").prefetch_related("videos")
        return calendar.answer(rows, self.title, self.slug, request)

    @path("json/", name="json")
    @path("tag/<slug:slug>/json/", name="tag_json")
    def as_json(self, request: HttpRequest, slug: str = "") -> HttpResponse:
        """A page of a choice as JSON, announced episodes included."""
        choice = EpisodeFilter.from_query(request.GET, tag=slug)
        listing = choice.listing(self.shelf, base_url=self.get_url(request), with_people=True)
        if listing.problems:
            return moved(request, slug) or refusal(listing.problems)
        return json_feed.answer(self._channel(listing, request), request)

    def _channel(self, listing: Listing, request: HttpRequest) -> Channel:
        return Channel.of_listing(self, self.title, self.introduction, listing, request)

    def _listing(
        self, request: HttpRequest, choice: EpisodeFilter, context: dict[str, Any] | None = None
    ) -> HttpResponse:
        # A series that isn't saved yet, in a preview, has no address.
        listing = choice.listing(self.shelf, base_url=self.get_url(request) or "")
        elsewhere = moved(request) if listing.problems else None
        if elsewhere:
            return elsewhere
        return self.render(request, context_overrides={**(context or {}), "listing": listing})
