"""The pages of the house itself: home and standard pages."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Orderable, Page

from episodes.fields import BodyField
from forum_cms import home


class HomePage(Page):
    """The front of the site: what is new, what is coming, topics, faces, partners.

    Also what stands around every page in its language: menu, notice, footer (see forum_cms.house).
    """

    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("What this place is, in two lines.")
    )

    notice = models.CharField(
        _("notice"),
        max_length=300,
        blank=True,
        help_text=_("One sentence above every page, for something that everybody must know."),
    )
    footer_text = models.TextField(
        _("footer"), blank=True, help_text=_("One or two sentences at the end of every page.")
    )

    content_panels = [
        *Page.content_panels,
        "introduction",
        InlinePanel("menu_links", heading=_("Menu"), label=_("Menu entry")),
        MultiFieldPanel(["notice", "footer_text"], heading=_("On every page in this language")),
    ]
    parent_page_types = ["wagtailcore.Page"]
    page_description = _("The front page of a site, with its menu.")

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), **home.context(self)}


class MenuLink(Orderable):
    """An entry of the site's menu, in the header and in the footer."""

    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="menu_links")
    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="+"
    )
    label = models.CharField(
        _("label"), max_length=60, blank=True, help_text=_("Only when the title is too long.")
    )
    in_footer = models.BooleanField(_("only in the footer"), default=False)

    panels = ["page", FieldRowPanel(["label", "in_footer"])]

    class Meta(Orderable.Meta):
        verbose_name = _("menu entry")
        verbose_name_plural = _("menu entries")

    @property
    def title(self) -> str:
        return self.label or self.page.title


class StandardBody(blocks.StreamBlock):
    """The body of a standard page."""

    heading = blocks.CharBlock(
        icon="title",
        label=_("Heading"),
        description=_("A line that opens a part of the page."),
        template="forum_cms/blocks/heading.html",
        preview_value=_("What we store"),
    )
    paragraph = blocks.RichTextBlock(
        icon="pilcrow",
        label=_("Text"),
        description=_("Paragraphs, lists and links."),
        features=["h3", "bold", "italic", "link", "ol", "ul"],
        template="forum_cms/blocks/paragraph.html",
        preview_value=_("<p>We store nothing until you press play.</p>"),
    )
    image = ImageChooserBlock(
        icon="image",
        label=_("Image"),
        description=_("A picture with its credit."),
        template="forum_cms/blocks/image.html",
        preview_template="episodes/blocks/previews/image.html",
    )

    class Meta:
        required = False


class StandardPage(Page):
    """About, privacy, accessibility and the like."""

    introduction = models.TextField(_("introduction"), blank=True)
    body = BodyField(StandardBody(), verbose_name=_("body"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("introduction"), FieldPanel("body")]
    page_description = _("A page of text: about, privacy, accessibility.")

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")
