"""What the house says around every page: menu, notice, footer, each in the visitor's language."""

from dataclasses import dataclass, field

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page, Site

from forum_cms.models import HomePage, MenuLink


@dataclass(frozen=True)
class Words:
    """A text of the house; `language` where it isn't the page's, else nothing."""

    text: str = ""
    language: str = ""


@dataclass(frozen=True)
class House:
    menu: list[MenuLink] = field(default_factory=list)
    notice: Words = Words()
    footer: Words = Words()


def around(request: HttpRequest | None, page: Page | None = None) -> House:
    """The house as its home page in this language has it, in one query; nothing without a site.

    A notice or footer that isn't translated yet is shown in the site's own language rather than
    not at all. `page` is the one that is shown: previewing a home page shows its new words.
    """
    site = Site.find_for_request(request) if request else None
    if site is None:
        return House()
    language = get_language() or settings.LANGUAGE_CODE
    links, homes = _menus_and_homes(site, [language, settings.LANGUAGE_CODE])
    if isinstance(page, HomePage) and language in homes and page.pk == homes[language].pk:
        homes[language] = page
    return House(
        menu=links.get(language, []),
        notice=_words("notice", homes, language),
        footer=_words("footer_text", homes, language),
    )


def _menus_and_homes(
    site: Site, languages: list[str]
) -> tuple[dict[str, list[MenuLink]], dict[str, HomePage]]:
    """By language. The home pages come with the menu; only without one are they asked for."""
    key = site.root_page.translation_key
    links: dict[str, list[MenuLink]] = {}
    homes: dict[str, HomePage] = {}
    found = MenuLink.objects.filter(
        home__translation_key=key, home__locale__language_code__in=languages, page__live=True
    )
    for link in found.select_related("page", "home__locale"):
        language = link.home.locale.language_code
        links.setdefault(language, []).append(link)
        homes[language] = link.home
    if set(languages) - set(homes):
        without_menu = HomePage.objects.filter(
            translation_key=key, locale__language_code__in=languages
        )
        for home in without_menu.select_related("locale"):
            homes[home.locale.language_code] = home
    return links, homes


def _words(name: str, homes: dict[str, HomePage], language: str) -> Words:
    for code, foreign in ((language, ""), (settings.LANGUAGE_CODE, settings.LANGUAGE_CODE)):
        text = getattr(homes[code], name) if code in homes and homes[code].live else ""
        if text:
            return Words(text, foreign)
    return Words()
