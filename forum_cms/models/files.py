"""Pictures and media files, each with the credit that it must be shown with."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtail.search import index
from wagtailmedia.models import AbstractMedia


class CustomImage(AbstractImage):
    """A picture. `description` (Wagtail's own) is what a screen reader says."""

    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Who made it and under which licence, as in “Jana Nováková, CC BY 4.0”."),
    )

    admin_form_fields = (
        *(name for name in Image.admin_form_fields if name != "description"),
        "description",
        "credit",
    )
    search_fields = [*AbstractImage.search_fields, index.SearchField("credit")]

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_image", "Can choose image")]

    @property
    def default_alt_text(self) -> str:
        # Without a description a picture is decoration: a file name says nothing to anybody.
        return self.description


class CustomRendition(AbstractRendition):
    """A picture in one of the sizes that pages show."""

    image = models.ForeignKey(CustomImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]


class CustomMedia(AbstractMedia):
    """A video or sound file of our own."""

    description = models.TextField(
        _("description"), blank=True, help_text=_("What one sees or hears, for those who can't.")
    )
    credit = models.CharField(_("credit"), max_length=255, blank=True)

    admin_form_fields = (*AbstractMedia.admin_form_fields, "description", "credit")
    search_fields = [*AbstractMedia.search_fields, index.SearchField("credit")]

    class Meta:
        verbose_name = _("media file")
        verbose_name_plural = _("media files")
