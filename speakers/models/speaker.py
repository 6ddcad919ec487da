"""People who spoke."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    TitleFieldPanel,
)
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField
from wagtail.images import get_image_model_string
from wagtail.models import Orderable, Page
from wagtail.search import index

from speakers import gallery, names, offers, register, said
from speakers.fields import InitialField, SortKeyField
from speakers.forms import NamedPageForm
from speakers.letters import by_letter
from speakers.visibility import visible

from .organisation import OrganisationPage


class SpeakerIndexPage(Page):
    """The folder of all people, and the A–Z list that visitors see."""

    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("One or two sentences above the list.")
    )

    content_panels = [*Page.content_panels, "introduction"]
    subpage_types = ["speakers.SpeakerPage"]
    max_count_per_parent = 1
    page_description = _("The list of people; every person is a page below it.")

    class Meta:
        verbose_name = _("list of people")
        verbose_name_plural = _("lists of people")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        people = (
            visible(SpeakerPage.objects.child_of(self))
            .defer("biography")
            .select_related("organisation")
            .order_by("initial", "sort_key", "pk")
        )
        url = self.get_url(request) or ""
        shown = register.of(self, people, "countries", request.GET, url)
        gallery.hang((person, "portrait", ("face",)) for person in shown.pages)
        context = super().get_context(request, *args, **kwargs)
        return {**context, "register": shown, "letters": by_letter(shown.pages)}


class SpeakerPage(RoutablePageMixin, Page):
    """A person: who they are today. What they were on the day of an episode stands there."""

    honorific = models.CharField(
        _("form of address"), max_length=40, blank=True, help_text=_("As in “Dr.” or “Prof.”")
    )
    sort_name = models.CharField(
        _("name for sorting"),
        max_length=255,
        blank=True,
        help_text=_("Family name first, as in “Petříček, Tomáš”. Filled in when left empty."),
    )
    initial = InitialField(of="sort_name")
    sort_key = SortKeyField(of="sort_name")
    role = models.CharField(
        _("present role"),
        max_length=255,
        blank=True,
        help_text=_("What they are today. Each episode keeps the role they had on that day."),
    )
    organisation = models.ForeignKey(
        "speakers.OrganisationPage",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="people",
    )
    countries = CountryField(
        _("countries"),
        multiple=True,
        blank=True,
        help_text=_("None, one or several: hold Ctrl (or Cmd) to choose more than one."),
    )
    portrait = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Upright, the face in the upper half. Write the photographer as its credit."),
    )
    summary = models.CharField(
        _("in one sentence"),
        max_length=300,
        blank=True,
        help_text=_("Stands beside the name under an episode and in search results."),
    )
    biography = RichTextField(_("biography"), blank=True, features=["bold", "italic", "link", "ul"])
    other_spellings = models.TextField(
        _("other spellings of the name"),
        blank=True,
        help_text=_("One per line, also in other alphabets. Search and import know them."),
    )

    content_panels = [
        MultiFieldPanel(
            [
                TitleFieldPanel(
                    "title",
                    heading=_("Name"),
                    placeholder=_("Name*"),
                    help_text=_("As it is read, without a form of address."),
                ),
                FieldRowPanel(["honorific", "sort_name"]),
                "other_spellings",
            ],
            heading=_("Name"),
        ),
        MultiFieldPanel(
            [
                "role",
                "organisation",
                "countries",
            ],
            heading=_("Today"),
        ),
        "portrait",
        MultiFieldPanel(["summary", "biography"], heading=_("About")),
        InlinePanel("links", heading=_("Links"), label=_("Link")),
    ]
    base_form_class = NamedPageForm
    parent_page_types = ["speakers.SpeakerIndexPage"]
    subpage_types: list[str] = []
    page_description = _("One person, with everything they said here.")

    search_fields = [
        *Page.search_fields,
        index.SearchField("folded_words", boost=2),
        index.AutocompleteField("folded_words"),
        index.SearchField("role"),
        index.SearchField("summary"),
        index.SearchField("biography"),
    ]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        indexes = [
            models.Index(fields=["sort_name"], name="speaker_sort_name"),
            models.Index(fields=["initial", "sort_key", "page_ptr"], name="speaker_by_letter"),
        ]

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self._fill_sort_name()
        super().full_clean(*args, **kwargs)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._fill_sort_name()
        super().save(*args, **kwargs)

    def _fill_sort_name(self) -> None:
        self.sort_name = self.sort_name or names.sort_name(self.title)

    @property
    def shown_title(self) -> str:
        """The form of address as a page shows it."""
        return names.shown_title(self.honorific)

    @property
    def names(self) -> list[str]:
        """The name and its other spellings."""
        return [self.title, *names.spellings(self.other_spellings)]

    def folded_words(self) -> str:
        return names.folded(*self.names)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        self._fetch()
        context = super().get_context(request, *args, **kwargs)
        return {
            **context,
            "sections": said.sections_of(self, request),
            "offers": offers.offers(),
        }

    @path("<slug:name>/", name="offer")
    def offered(self, request: HttpRequest, name: str) -> HttpResponse:
        """What others offer below this page, like a feed of the person's episodes."""
        return offers.answer(name, self, request)

    def _fetch(self) -> None:
        """Brings along what is stored of the person; a preview has its rows in memory."""
        if self.pk is None or getattr(self, "_cluster_related_objects", None):
            return
        organisations = visible(OrganisationPage.objects.all()).defer("description")
        models.prefetch_related_objects(
            [self], "links", models.Prefetch("organisation", organisations)
        )


class SpeakerLink(Orderable):
    """Where else this person is found; also told to search engines as `sameAs`."""

    class Kind(models.TextChoices):
        WEBSITE = "website", _("Website")
        WIKIPEDIA = "wikipedia", "Wikipedia"
        WIKIDATA = "wikidata", "Wikidata"
        X = "x", "X (Twitter)"
        BLUESKY = "bluesky", "Bluesky"
        MASTODON = "mastodon", "Mastodon"
        FACEBOOK = "facebook", "Facebook"
        INSTAGRAM = "instagram", "Instagram"
        LINKEDIN = "linkedin", "LinkedIn"
        YOUTUBE = "youtube", "YouTube"
        OTHER = "other", _("Other")

    speaker = ParentalKey(SpeakerPage, on_delete=models.CASCADE, related_name="links")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.WEBSITE)
    url = models.URLField(_("address"), max_length=500)

    panels = [FieldRowPanel(["kind", "url"])]

    class Meta(Orderable.Meta):
        verbose_name = _("link")
        verbose_name_plural = _("links")
