"""Who took part, who helped, and what to take away."""

from functools import cached_property

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from episodes.fields import SecondsField
from speakers.models import OrganisationPage, SpeakerPage
from speakers.names import shown_title


class NamesOrganisation(models.Model):
    """An organisation by its page, or by name where it has none."""

    organisation = models.ForeignKey(
        OrganisationPage,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="%(class)ss",
    )
    organisation_name = models.CharField(
        _("organisation's name then"),
        max_length=255,
        blank=True,
        help_text=_("Only when it has no page here, or was called something else on that day."),
    )

    class Meta:
        abstract = True

    @property
    def organisation_title(self) -> str:
        """The organisation's name as on that day, else its present name."""
        if self.organisation_name or not self.organisation_id:
            return self.organisation_name
        # Listings bring the title along and fetch only pages that visitors may see.
        title = getattr(self, "own_organisation_title", None)
        return title or self.organisation.title

    @property
    def public_organisation(self) -> OrganisationPage | None:
        """The organisation's page, where visitors may see it."""
        page = self.organisation
        return page if page is not None and page.live else None


class Appearance(Orderable, NamesOrganisation):
    """A person in an episode, with who they were on that day."""

    class Capacity(models.TextChoices):
        GUEST = "guest", _("Guest")
        PANELIST = "panelist", _("Panelist")
        HOST = "host", _("Host")
        MODERATOR = "moderator", _("Moderator")

    GUESTS = (Capacity.GUEST, Capacity.PANELIST)

    episode = ParentalKey(
        "episodes.EpisodePage", on_delete=models.CASCADE, related_name="appearances"
    )
    speaker = models.ForeignKey(
        SpeakerPage,
        verbose_name=_("person"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="appearances",
    )
    name = models.CharField(
        _("name then"),
        max_length=255,
        blank=True,
        help_text=_("Only when the person has no page here yet, or had another name that day."),
    )
    honorific = models.CharField(
        _("form of address then"), max_length=40, blank=True, help_text=_("As in “Dr.”")
    )
    capacity = models.CharField(
        _("takes part as"), max_length=20, choices=Capacity.choices, default=Capacity.GUEST
    )
    role = models.CharField(
        _("role then"),
        max_length=255,
        blank=True,
        help_text=_("As it was on that day: a Minister stays a Minister here."),
    )
    country = CountryField(_("country then"), blank=True)

    panels = [
        FieldPanel("speaker"),
        FieldRowPanel(
            [
                "capacity",
                FieldPanel(
                    "role",
                    help_text=_(
                        "As it was on that day: a Minister stays a Minister here. Today's role is "
                        "filled in, change it for an older conversation."
                    ),
                ),
            ]
        ),
        FieldRowPanel(["organisation", "country"]),
        FieldRowPanel(["name", "honorific", "organisation_name"]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self) -> str:
        return self.display_name

    @property
    def is_guest(self) -> bool:
        return self.capacity in self.GUESTS

    @cached_property
    def display_name(self) -> str:
        """The name as on that day, else the person's present name."""
        if self.name or not self.speaker_id:
            return self.name
        # Listings bring the title along and fetch only pages that visitors may see.
        title = getattr(self, "speaker_title", None)
        return title or self.speaker.title

    @property
    def styled_name(self) -> str:
        """The name as a page introduces it: with "Dr.", without a "Ms." that says nothing."""
        return f"{shown_title(self.honorific)} {self.display_name}".strip()

    @property
    def public_speaker(self) -> SpeakerPage | None:
        """The person's page, where visitors may see it."""
        page = self.speaker
        return page if page is not None and page.live else None


class Partnership(Orderable, NamesOrganisation):
    """An organisation that helped to make an episode."""

    class Relation(models.TextChoices):
        COOPERATION = "cooperation", _("In cooperation with")
        HOST = "host", _("Hosted by")
        FUNDER = "funder", _("Supported by")
        MEDIA = "media", _("Media partner")

    episode = ParentalKey(
        "episodes.EpisodePage", on_delete=models.CASCADE, related_name="partnerships"
    )
    relation = models.CharField(
        _("how"), max_length=20, choices=Relation.choices, default=Relation.COOPERATION
    )

    panels = [
        FieldPanel("relation"),
        FieldPanel("organisation"),
        FieldPanel("organisation_name"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("partner")
        verbose_name_plural = _("partners")


class Takeaway(Orderable):
    """One thing that a viewer learns, with the passage of the video that says it."""

    episode = ParentalKey(
        "episodes.EpisodePage", on_delete=models.CASCADE, related_name="takeaways"
    )
    text = models.TextField(_("text"))
    start_s = SecondsField(_("starts at"), help_text=_("Where in the video it is said."))
    end_s = SecondsField(_("ends at"))

    panels = [FieldPanel("text"), FieldRowPanel(["start_s", "end_s"])]

    class Meta(Orderable.Meta):
        verbose_name = _("takeaway")
        verbose_name_plural = _("takeaways")

    def clean(self) -> None:
        super().clean()
        if self.start_s is not None and self.end_s is not None and self.end_s <= self.start_s:
            raise ValidationError({"end_s": _("The end comes before the start.")})
