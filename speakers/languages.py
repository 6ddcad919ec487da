"""A page in other languages: its translations, and where a visitor goes who wants to read one."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from speakers.visibility import visible

DEFAULT = "x-default"


@dataclass(frozen=True)
class Version:
    """What a visitor finds in one language: this page, or the nearest one above it."""

    language: str
    page: Page
    path: str
    is_exact: bool

    @property
    def name(self) -> str:
        """The language in its own words: "Česky"."""
        name = str(get_language_info(self.language)["name_local"])
        return name[:1].upper() + name[1:]


def in_language(code: str) -> str:
    """In which language something is: "cs" → "in Czech"."""
    return _("in %(language)s") % {"language": get_language_info(code)["name_translated"]}


def enabled() -> bool:
    """Whether the site has trees of pages in several languages; known without a query."""
    if not getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        return False
    return len({root.language_code for root in Site.get_site_root_paths()}) > 1


def versions(page: Page, request: HttpRequest) -> dict[str, Version]:
    """The page in every language in which visitors may see it or a page above it, by language.

    One query for each page and request, whoever asks and however often.
    """
    if page.pk is None or not page.path:
        return {}
    known: dict[int, dict[str, Version]] = request.__dict__.setdefault("_language_versions", {})
    if page.pk not in known:
        known[page.pk] = _versions(page, request) if enabled() else {}
    return known[page.pk]


def _versions(page: Page, request: HttpRequest) -> dict[str, Version]:
    step = Page.steplen
    # Without the root, which belongs to no language.
    way = [page.path[:end] for end in range(2 * step, len(page.path) + 1, step)]
    keys = Page.objects.filter(path__in=way).values("translation_key")
    found = visible(Page.objects.filter(translation_key__in=keys)).select_related("locale")
    nearest: dict[str, Page] = {}
    for one in found.order_by("depth"):  # the deepest is the nearest
        nearest[one.locale.language_code] = one
    return {
        language: Version(language, one, path, is_exact=one.translation_key == page.translation_key)
        for language, one in nearest.items()
        if (path := one.get_url(request))
    }


def alternates(page: Page, request: HttpRequest) -> list[tuple[str, str]]:
    """Languages and paths of this very page, for search engines; none where it has but one.

    Ends with `x-default`: the version for readers of any other language.
    """
    exact = {
        language: version.path
        for language, version in versions(page, request).items()
        if version.is_exact
    }
    return with_default(exact)


def with_default(addresses: dict[str, str]) -> list[tuple[str, str]]:
    """Addresses by language, in the order of the settings, ending with that for everybody else."""
    if len(addresses) < 2:
        return []
    order = [
        code for code, _name in getattr(settings, "WAGTAIL_CONTENT_LANGUAGES", settings.LANGUAGES)
    ]
    ordered = sorted(
        addresses.items(),
        key=lambda pair: (order.index(pair[0]) if pair[0] in order else len(order), pair[0]),
    )
    default = addresses.get(settings.LANGUAGE_CODE) or ordered[0][1]
    return [*ordered, (DEFAULT, default)]
