"""The visitor's choice of episodes: read from an address, applied, and written as one again."""

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from episodes.models.queryset import EpisodeQuerySet

PAGE_SIZE = 12
SUGGESTIONS = 3
#: More than anybody chooses by hand; the rest of such an address is left unread.
MAX_TAGS = 8
SLUG = re.compile(r"[-\w]{1,100}")
MAX_PAGE_DIGITS = 6


@dataclass(frozen=True)
class EpisodeFilter:
    """A choice of tags (an episode carries all of them) and the page of results.

    `problems` are sentences for the visitor about what couldn't be read.
    """

    tags: tuple[str, ...] = ()
    page: int = 1
    problems: tuple[str, ...] = ()

    @classmethod
    def from_query(cls, query: QueryDict, tag: str = "") -> "EpisodeFilter":
        """Reads `?tag=a&tag=b&page=2`; `tag` is the one that the clean address names."""
        problems = []
        named = [name for name in dict.fromkeys([tag, *query.getlist("tag")]) if name]
        slugs = [name for name in named if SLUG.fullmatch(name)]
        for name in [name for name in named if name not in slugs][:1]:
            problems.append(_no_topic(name))
        if len(slugs) > MAX_TAGS:
            problems.append(
                _("Only the first %(count)s topics were looked at.") % {"count": MAX_TAGS}
            )
        page_text = query.get("page", "1")
        page = int(page_text) if _is_page_number(page_text) else 1
        if page < 1 or not _is_page_number(page_text):
            problems.append(_("That address names no page of results; this is the first one."))
        return cls(
            tags=tuple(slugs[:MAX_TAGS]),
            page=max(page, 1),
            problems=tuple(problems),
        )

    def apply(self, episodes: "EpisodeQuerySet") -> "EpisodeQuerySet":
        """Those of the episodes that carry every chosen tag."""
        for slug in self.tags:
            episodes = episodes.with_tag(slug)
        return episodes

    def without(self, slug: str) -> "EpisodeFilter":
        return replace(self, tags=tuple(tag for tag in self.tags if tag != slug), page=1)

    def adding(self, slug: str) -> "EpisodeFilter":
        return replace(self, tags=(*self.tags, slug), page=1)

    def url(self, base_url: str, document: str = "") -> str:
        """The one address of this choice: clean for one tag, a query string for several.

        `document` is another form of it below the page: "feed/" or "json/".
        """
        pairs = [] if len(self.tags) == 1 else [("tag", slug) for slug in sorted(self.tags)]
        path = f"{base_url}tag/{self.tags[0]}/" if len(self.tags) == 1 else base_url
        path += document
        if self.page > 1:
            pairs.append(("page", str(self.page)))
        return f"{path}?{urlencode(pairs)}" if pairs else path

    def listing(self, episodes: "EpisodeQuerySet", base_url: str) -> "Listing":
        """What a page shows for this choice among these episodes."""
        known = {tag.slug: tag for tag in episodes.known_tags(self.tags)}
        unknown = [slug for slug in self.tags if slug not in known]
        problems = [*self.problems, *map(_no_topic, unknown)]
        choice = replace(self, tags=tuple(slug for slug in self.tags if slug in known))
        chosen = choice.apply(episodes)
        paginator = Paginator(chosen.for_listing(), PAGE_SIZE)
        if choice.page > paginator.num_pages:
            problems.append(
                _("There is no page %(page)s; this is the last one.") % {"page": choice.page}
            )
            choice = replace(choice, page=paginator.num_pages)
        facets = [
            Facet(tag, count, slug in choice.tags, _toggled(choice, slug).url(base_url))
            for tag, count in chosen.tag_counts()
            for slug in [tag.slug]
        ]
        return Listing(
            choice=choice,
            base_url=base_url,
            page=paginator.page(choice.page),
            facets=facets,
            chips=[
                Facet(known[slug], 0, True, choice.without(slug).url(base_url))
                for slug in choice.tags
            ],
            problems=problems,
            suggestions=[] if paginator.count else list(episodes.for_listing()[:SUGGESTIONS]),
        )


def _toggled(choice: EpisodeFilter, slug: str) -> EpisodeFilter:
    return choice.without(slug) if slug in choice.tags else choice.adding(slug)


def _no_topic(name: str) -> str:
    shown = "".join(char for char in name if char.isprintable())[:40]
    return _("There is no topic “%(name)s” here; it was left out.") % {"name": shown}


def _is_page_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= MAX_PAGE_DIGITS


@dataclass(frozen=True)
class Facet:
    """A tag to add or to take away, with how many episodes then carry it."""

    tag: Any
    count: int
    chosen: bool
    url: str


@dataclass(frozen=True)
class Listing:
    """One page of results with everything around it."""

    choice: EpisodeFilter
    base_url: str
    page: Page
    facets: list[Facet]
    chips: list[Facet]
    problems: list[str]
    #: Others to look at when the choice finds nothing.
    suggestions: list[Any] = field(default_factory=list)

    @property
    def total(self) -> int:
        return self.page.paginator.count

    @property
    def url(self) -> str:
        """The canonical address of this page."""
        return self.choice.url(self.base_url)

    def address(self, number: int, document: str = "") -> str:
        """The address of another page of this choice, or of another form of it."""
        return replace(self.choice, page=number).url(self.base_url, document)

    @property
    def feed_url(self) -> str:
        return self.address(1, "feed/")

    @property
    def json_url(self) -> str:
        return self.address(self.page.number, "json/")

    @property
    def previous_url(self) -> str:
        if not self.page.has_previous():
            return ""
        return replace(self.choice, page=self.page.previous_page_number()).url(self.base_url)

    @property
    def next_url(self) -> str:
        if not self.page.has_next():
            return ""
        return replace(self.choice, page=self.page.next_page_number()).url(self.base_url)

    @property
    def pages(self) -> list[tuple[int | None, str]]:
        """Numbers and addresses of the pages to offer; no number is a gap."""
        paginator = self.page.paginator
        numbers = paginator.get_elided_page_range(self.page.number, on_each_side=1, on_ends=1)
        return [
            (number, replace(self.choice, page=number).url(self.base_url))
            if isinstance(number, int)
            else (None, "")
            for number in numbers
        ]
