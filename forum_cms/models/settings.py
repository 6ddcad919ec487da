"""What the whole site says of itself; kept in the admin under Settings."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="home")
class SiteSettings(BaseSiteSetting):
    """The house: its name, its mark, its address; what is the same in every language.

    What it says in words (notice, footer, menu) stands on the home page of each language.
    """

    organisation_name = models.CharField(
        _("organisation"), max_length=120, blank=True, help_text=_("Who publishes this site.")
    )
    organisation_url = models.URLField(_("organisation's website"), blank=True)
    mark = models.CharField(
        _("mark"),
        max_length=60,
        blank=True,
        help_text=_("The word in the header, as in “#Forum2000online”."),
    )
    contact_email = models.EmailField(_("contact address"), blank=True)

    panels = [
        MultiFieldPanel(["organisation_name", "organisation_url", "mark"], heading=_("House")),
        FieldPanel("contact_email"),
    ]

    class Meta:
        verbose_name = _("site settings")
        verbose_name_plural = _("site settings")
