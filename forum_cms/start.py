"""The first pages of a new site in each language: home, people, organisations, and its menu."""

from dataclasses import dataclass
from typing import Any, TypeVar

from django.conf import settings
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext, override
from wagtail.models import Locale, Page, Site

from forum_cms.models import HomePage, MenuLink, SiteSettings
from speakers.models import OrganisationIndexPage, SpeakerIndexPage
from speakers.names import folded

AnyPage = TypeVar("AnyPage", bound=Page)


class SiteExists(Exception):
    """There is a home page already; the text says so."""


@dataclass(frozen=True)
class NewSite:
    """The pages that everything else goes under."""

    site: Site
    home: HomePage
    people: SpeakerIndexPage
    organisations: OrganisationIndexPage


@transaction.atomic
def start_site(title: str, hostname: str = "localhost", port: int = 80, mark: str = "") -> NewSite:
    """Make the site's first pages, published, in place of Wagtail's welcome page.

    `mark` is the word in the header. Raises SiteExists and changes nothing where a home page is.
    """
    if HomePage.objects.exists():
        raise SiteExists("There is a home page already; nothing was changed.")
    root = Page.get_first_root_node()
    Site.objects.filter(is_default_site=True).delete()
    for welcome in root.get_children().filter(depth=2, content_type__model="page"):
        welcome.delete()
    root.refresh_from_db()
    home = HomePage(title=title, slug="home")
    publish(root, home)
    people = SpeakerIndexPage(title="People", slug="people")
    organisations = OrganisationIndexPage(title="Organisations", slug="organisations")
    publish(home, people)
    publish(home, organisations)
    site = Site.objects.create(
        hostname=hostname, port=port, root_page=home, is_default_site=True, site_name=title
    )
    SiteSettings.objects.update_or_create(site=site, defaults={"mark": mark})
    for locale in other_locales():
        with override(locale.language_code):
            names = [gettext("People"), gettext("Organisations")]
        translate(home, locale)
        for page, name in zip((people, organisations), names, strict=True):
            translate(page, locale, title=name, slug=slugify(folded(name)))
    return NewSite(site, home, people, organisations)


def other_locales() -> list[Locale]:
    """The languages of the site besides its own; made where they aren't there yet."""
    codes = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    return [
        Locale.objects.get_or_create(language_code=code)[0]
        for code in codes
        if code != settings.LANGUAGE_CODE
    ]


def translate(page: AnyPage, locale: Locale, **words: Any) -> AnyPage:
    """The page in another language, published; `words` are what its fields say there."""
    twin = page.copy_for_translation(locale)
    for field, value in words.items():
        setattr(twin, field, value)
    twin.save_revision().publish()
    return type(page)._default_manager.get(pk=twin.pk)


def publish(parent: Page, page: Page) -> None:
    """Put a page below its parent and publish it through a revision, as an editor does."""
    page.live = False
    parent.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()


def fill_menu(home: HomePage, header: list[Page], footer: list[Page]) -> None:
    """Set the entries of the site's menu, in each language.

    They lead to the pages given, and to their translations where there are any by and by.
    """
    for version in HomePage.objects.filter(translation_key=home.translation_key):
        version.menu_links = [
            MenuLink(page=Page.objects.get(pk=page.pk), in_footer=page in footer, sort_order=number)
            for number, page in enumerate([*header, *footer])
        ]
        version.save_revision().publish()
