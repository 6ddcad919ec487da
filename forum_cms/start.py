"""The first pages of a new site: home, people, organisations, and its menu."""

from dataclasses import dataclass

from django.db import transaction
from wagtail.models import Page, Site

from forum_cms.models import HomePage, MenuLink, SiteSettings
from speakers.models import OrganisationIndexPage, SpeakerIndexPage


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
    return NewSite(site, home, people, organisations)


def publish(parent: Page, page: Page) -> None:
    """Put a page below its parent and publish it through a revision, as an editor does."""
    page.live = False
    parent.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()


def fill_menu(home: HomePage, header: list[Page], footer: list[Page]) -> None:
    """Set the entries of the site's menu."""
    home.menu_links = [
        MenuLink(page=Page.objects.get(pk=page.pk), in_footer=page in footer, sort_order=number)
        for number, page in enumerate([*header, *footer])
    ]
    home.save_revision().publish()
