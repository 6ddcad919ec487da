"""One choice of episodes and its one address."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from .kinds import ANY_OF, CHOOSABLE, Kind, readable, unknown

if TYPE_CHECKING:
    from episodes.models.queryset import EpisodeQuerySet
    from episodes.models.shelf import Shelf

    from .listing import Listing

#: More of one kind than anybody chooses by hand; the rest of such an address is left unread.
MAX_VALUES = 8
MAX_WORDS_LENGTH = 100
MAX_PAGE_DIGITS = 6

NEWEST, OLDEST, TITLE, RELEVANCE = SORTS = ("newest", "oldest", "title", "relevance")

FIELDS = {
    Kind.TAG: "tags",
    Kind.SPEAKER: "speakers",
    Kind.ORGANISATION: "organisations",
    Kind.COUNTRY: "countries",
    Kind.YEAR: "years",
    Kind.LANGUAGE: "languages",
}


@dataclass(frozen=True)
class EpisodeFilter:
    """What a visitor wants to see, in which order, and the page of results.

    An episode carries all of the chosen tags, people and organisations, and one of the
    countries, years and languages. `problems` are sentences about what couldn't be read.
    """

    tags: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    words: str = ""
    #: As the visitor asked; empty for the order that goes without saying (see `order`).
    sort: str = ""
    page: int = 1
    problems: tuple[str, ...] = ()

    @classmethod
    def from_query(cls, query: QueryDict, tag: str = "") -> "EpisodeFilter":
        """Reads `?tag=a&tag=b&country=GE&q=words&sort=title&page=2`.

        `tag` is the one that the clean address names. Names that mean nothing here are passed
        over: addresses are shared with all sorts of things behind them.
        """
        problems: list[str] = []
        chosen = {
            FIELDS[kind]: _values(
                kind, [tag if kind == Kind.TAG else "", *query.getlist(kind)], problems
            )
            for kind in CHOOSABLE
        }
        words = _words(query.get("q", ""), problems)
        return cls(
            **chosen,
            words=words,
            sort=_sort(query.get("sort", ""), words, problems),
            page=_page(query.get("page", "1"), problems),
            problems=tuple(problems),
        )

    def values(self, kind: Kind) -> tuple[str, ...]:
        """What is chosen of one kind."""
        values: tuple[str, ...] = getattr(self, FIELDS[kind])
        return values

    @property
    def chosen(self) -> list[tuple[Kind, str]]:
        """All that is chosen, in the order in which kinds are offered."""
        return [(kind, value) for kind in CHOOSABLE for value in self.values(kind)]

    @property
    def order(self) -> str:
        """What comes first: what answers best when there are words, else what is new."""
        return self.sort or (RELEVANCE if self.words else NEWEST)

    @property
    def orders(self) -> list[str]:
        """The orders to offer, the one that goes without saying first."""
        return [RELEVANCE, NEWEST, OLDEST, TITLE] if self.words else [NEWEST, OLDEST, TITLE]

    @property
    def is_everything(self) -> bool:
        return not self.chosen and not self.words

    @property
    def is_one_tag(self) -> bool:
        return len(self.tags) == 1 and len(self.chosen) == 1 and not self.words

    @property
    def is_of_its_own(self) -> bool:
        """Whether search engines should know it: everything, or one topic, newest first.

        There are more combinations than anybody can read; they follow the links in them.
        """
        return (self.is_everything or self.is_one_tag) and not self.sort

    def apply(self, episodes: "EpisodeQuerySet") -> "EpisodeQuerySet":
        """Those of the episodes that the choice means; in no order of its own."""
        for kind in CHOOSABLE:
            groups = [self.values(kind)] if kind in ANY_OF else [(v,) for v in self.values(kind)]
            for group in groups:
                if group:
                    episodes = episodes.carrying(kind, group)
        return episodes.matching(self.words) if self.words else episodes

    def choosing(self, values: dict[Kind, tuple[str, ...]]) -> "EpisodeFilter":
        """The same with these values, whatever was chosen of their kinds."""
        changed: dict[str, Any] = {FIELDS[kind]: of_kind for kind, of_kind in values.items()}
        return replace(self, **changed)

    def adding(self, kind: Kind, value: str) -> "EpisodeFilter":
        values = dict.fromkeys([*self.values(kind), value])
        return replace(self.choosing({kind: tuple(values)}), page=1)

    def without(self, kind: Kind, value: str) -> "EpisodeFilter":
        values = tuple(one for one in self.values(kind) if one != value)
        return replace(self.choosing({kind: values}), page=1)

    def without_words(self) -> "EpisodeFilter":
        sort = "" if self.sort in (RELEVANCE, NEWEST) else self.sort
        return replace(self, words="", sort=sort, page=1)

    def sorted_by(self, sort: str) -> "EpisodeFilter":
        return replace(self, sort="" if sort == self.orders[0] else sort, page=1)

    def pairs(self, *left_out: str) -> list[tuple[str, str]]:
        """Names and values of the query string, always in the same order."""
        pairs: list[tuple[str, str]] = sorted((kind.value, value) for kind, value in self.chosen)
        pairs += [("q", self.words)] if self.words else []
        pairs += [("sort", self.sort)] if self.sort else []
        pairs += [("page", str(self.page))] if self.page > 1 else []
        return [pair for pair in pairs if pair[0] not in left_out]

    def url(self, base_url: str, document: str = "") -> str:
        """The one address of this choice: clean for one tag alone, else a sorted query string.

        `document` is another form of it below the page: "feed/" or "json/".
        """
        path, pairs = base_url, self.pairs()
        if self.is_one_tag:
            path, pairs = f"{path}tag/{self.tags[0]}/", self.pairs(Kind.TAG)
        path += document
        return f"{path}?{urlencode(pairs)}" if pairs else path

    def listing(self, shelf: "Shelf", base_url: str, **options: Any) -> "Listing":
        """What a page shows for this choice among the episodes of a shelf."""
        from .listing import listing_of  # the other way round at import

        return listing_of(self, shelf, base_url, **options)


def _values(kind: Kind, texts: Iterable[str], problems: list[str]) -> tuple[str, ...]:
    named = [text for text in dict.fromkeys(texts) if text]
    values = dict.fromkeys(value for text in named if (value := readable(kind, text)))
    problems += [unknown(kind, text) for text in named if not readable(kind, text)][:1]
    if len(values) > MAX_VALUES:
        problems.append(
            _("Only the first %(count)s choices of one kind were looked at.")
            % {"count": MAX_VALUES}
        )
    return tuple(values)[:MAX_VALUES]


def _words(text: str, problems: list[str]) -> str:
    words = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    if len(words) > MAX_WORDS_LENGTH:
        problems.append(
            _("Only the first %(count)s letters of the words were looked for.")
            % {"count": MAX_WORDS_LENGTH}
        )
    return words[:MAX_WORDS_LENGTH].strip()


def _sort(text: str, words: str, problems: list[str]) -> str:
    usual = RELEVANCE if words else NEWEST
    if text and text not in SORTS:
        problems.append(_("That address names an order that isn't known; this is the usual one."))
        return ""
    return "" if text == usual or (text == RELEVANCE and not words) else text


def _page(text: str, problems: list[str]) -> int:
    is_number = text.isascii() and text.isdigit() and len(text) <= MAX_PAGE_DIGITS
    if not is_number or int(text) < 1:
        problems.append(_("That address names no page of results; this is the first one."))
        return 1
    return int(text)
