"""Organisations that people belong to and episodes are made with."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField
from wagtail.images import get_image_model_string
from wagtail.models import Page
from wagtail.search import index

from speakers import gallery, names, offers, pictures, register, said
from speakers.fields import InitialField, SortKeyField
from speakers.forms import NamedPageForm
from speakers.visibility import visible


class OrganisationIndexPage(Page):
    """The folder of all organisations, and the list that visitors see."""

    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("One or two sentences above the list.")
    )

    content_panels = [*Page.content_panels, "introduction"]
    subpage_types = ["speakers.OrganisationPage"]
    max_count_per_parent = 1
    page_description = _("The list of organisations; every organisation is a page below it.")

    class Meta:
        verbose_name = _("list of organisations")
        verbose_name_plural = _("lists of organisations")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        organisations = (
            visible(OrganisationPage.objects.child_of(self))
            .defer("description")
            .order_by("initial", "sort_key", "pk")
        )
        shown = register.of(
            self, organisations, "country", request.GET, self.get_url(request) or ""
        )
        gallery.hang((one, "logo", ("logo",)) for one in shown.pages)
        context = super().get_context(request, *args, **kwargs)
        return {**context, "register": shown, "organisations": shown.pages}


class OrganisationPage(RoutablePageMixin, Page):
    """An organisation: its people, and the episodes made with it."""

    class Kind(models.TextChoices):
        NGO = "ngo", _("Civil society organisation")
        MEDIA = "media", _("Media")
        UNIVERSITY = "university", _("University or institute")
        GOVERNMENT = "government", _("Government or public body")
        INTERNATIONAL = "international", _("International organisation")
        FOUNDATION = "foundation", _("Foundation")
        COMPANY = "company", _("Company")
        OTHER = "other", _("Other")

    short_name = models.CharField(
        _("short name"), max_length=60, blank=True, help_text=_("As in “CADAL” or “OSCE”.")
    )
    initial = InitialField()
    sort_key = SortKeyField()
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.NGO)
    logo = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    website = models.URLField(_("website"), blank=True, max_length=500)
    country = CountryField(_("country"), blank=True)
    description = RichTextField(
        _("description"), blank=True, features=["bold", "italic", "link", "ul"]
    )
    other_spellings = models.TextField(
        _("other spellings of the name"),
        blank=True,
        help_text=_("One per line, also former names. Search and import know them."),
    )

    content_panels = [
        MultiFieldPanel(
            [
                TitleFieldPanel(
                    "title",
                    heading=_("Name"),
                    placeholder=_("Name*"),
                    help_text=_("In full, as the organisation writes it."),
                ),
                FieldRowPanel(["short_name", "kind"]),
                "other_spellings",
            ],
            heading=_("Name"),
        ),
        MultiFieldPanel(["country", "website", "logo", "description"], heading=_("About")),
    ]
    base_form_class = NamedPageForm
    parent_page_types = ["speakers.OrganisationIndexPage"]
    subpage_types: list[str] = []
    page_description = _("One organisation, with its people and the episodes made with it.")

    search_fields = [
        *Page.search_fields,
        index.SearchField("folded_words", boost=2),
        index.AutocompleteField("folded_words"),
        index.SearchField("description"),
    ]

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    @property
    def names(self) -> list[str]:
        """The name, the short name and other spellings."""
        spellings = names.spellings(self.other_spellings)
        return [name for name in (self.title, self.short_name, *spellings) if name]

    def folded_words(self) -> str:
        return names.folded(*self.names)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from .speaker import SpeakerPage  # people know organisations, not the other way round

        # A page that isn't saved yet, in a preview, has nobody; the others know it is theirs.
        members = self.people.all() if self.pk else SpeakerPage.objects.none()
        people = (
            visible(members)
            .defer("biography")
            .prefetch_related(pictures.prefetch("portrait", ["face"]))
            .order_by("sort_name")
        )
        context = super().get_context(request, *args, **kwargs)
        return {
            **context,
            "people": people,
            "sections": said.sections_of(self, request),
            "offers": offers.offers(),
        }

    @path("<slug:name>/", name="offer")
    def offered(self, request: HttpRequest, name: str) -> HttpResponse:
        """What others offer below this page, like a feed of its episodes."""
        return offers.answer(name, self, request)
