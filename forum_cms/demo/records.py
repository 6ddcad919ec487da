"""What the demonstration's material is made of; material.load() fills and checks it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ARTICLES = HERE / "articles"
MEDIA = HERE / "media"


@dataclass(frozen=True)
class Series:
    """A series; `slug` is also the folder of its articles.

    `weekdays`: Monday is 0. `cs`: the same texts in Czech.
    """

    slug: str
    title: str
    hashtag: str
    introduction: str
    about: tuple[str, ...]
    cadence: str
    spoken_language: str
    weekdays: tuple[int, ...]
    every_weeks: int
    poster_style: str
    youtube_url: str = ""
    spotify_url: str = ""
    apple_url: str = ""
    podcast_author: str = ""
    podcast_category: str = ""
    podcast_subcategory: str = ""
    cs: dict[str, Any] | None = None


@dataclass(frozen=True)
class Video:
    """One source of a video: either `url` (another service) or `file` (a name under media/).

    kind: main, full, trailer or language. Several of one kind are alternatives, the best first.
    """

    kind: str
    language: str
    duration_s: int
    url: str = ""
    file: str = ""
    audio: str = ""
    captions: tuple["Captions", ...] = ()

    @property
    def path(self) -> Path | None:
        """Where the self-hosted file lies, or None for a link."""
        return MEDIA / self.file if self.file else None

    @property
    def audio_path(self) -> Path | None:
        """The same without pictures, for the podcast, or None."""
        return MEDIA / self.audio if self.audio else None


@dataclass(frozen=True)
class Captions:
    """A WebVTT file under media/. kind: captions (same language) or subtitles (a translation)."""

    file: str
    language: str
    kind: str
    label: str

    @property
    def path(self) -> Path:
        return MEDIA / self.file


@dataclass(frozen=True)
class Episode:
    """What an article does not hold. `poster_style` None: no poster, on purpose.

    `premieres_in_days`: announced, for 18:00 so many days after the loading; it has no main video.
    """

    series: str
    name: str
    tags: tuple[str, ...]
    videos: tuple[Video, ...]
    poster_style: str | None = None
    special: bool = False
    spoken_language: str = "en"
    premieres_in_days: int | None = None

    @property
    def key(self) -> str:
        return f"{self.series}/{self.name}"

    @property
    def article(self) -> Path:
        return ARTICLES / self.series / f"{self.name}.txt"

    @property
    def text(self) -> str:
        return self.article.read_text(encoding="utf-8")

    @property
    def slug(self) -> str:
        """The page's address: the file's name without its date."""
        return self.name[11:]


@dataclass(frozen=True)
class Link:
    kind: str
    url: str


@dataclass(frozen=True)
class Person:
    """A person as of today.

    `biography` is paragraphs of plain text; the last one says that the person is invented.
    `look` steers the drawn portrait (keys of pictures.Look); None: no portrait, on purpose.
    `organisation` is a key of Demo.organisations or None; `countries` are ISO 3166 codes.
    """

    slug: str
    name: str
    honorific: str
    sort_name: str
    role: str
    summary: str
    biography: tuple[str, ...]
    countries: tuple[str, ...] = ()
    organisation: str | None = None
    other_spellings: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    look: dict[str, Any] | None = None


@dataclass(frozen=True)
class Organisation:
    """kind: ngo, media, university, government, international, foundation, company or other.

    `mark` is the form of the drawn logo (a key of pictures.logos.MARKS).
    """

    slug: str
    title: str
    short_name: str
    kind: str
    website: str
    description: str
    country: str = ""
    mark: str = ""
    other_spellings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tag:
    """A topic. `cs`: name and description in Czech."""

    slug: str
    name: str
    description: str
    other_names: tuple[str, ...] = ()
    cs: dict[str, str] | None = None


@dataclass(frozen=True)
class Section:
    """A heading (may be empty for the first) and paragraphs of plain text."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class StandardPage:
    slug: str
    title: str
    summary: str
    sections: tuple[Section, ...]
    cs: "StandardPage | None" = None


@dataclass(frozen=True)
class Czech:
    """What is said in Czech, by the slug of what it translates; each is fields and their words.

    The `body` of an episode holds the texts of the original's blocks, in order.
    """

    people: dict[str, dict[str, Any]]
    organisations: dict[str, dict[str, Any]]
    episodes: dict[str, dict[str, Any]]
    invented_person: str
    invented_organisation: str
    demonstration: str


@dataclass(frozen=True)
class Demo:
    """All of it. Dictionaries are by slug, in the order of the files; episodes are oldest first."""

    series: dict[str, Series]
    episodes: tuple[Episode, ...]
    people: dict[str, Person]
    people_without_page: tuple[str, ...]
    organisations: dict[str, Organisation]
    tags: dict[str, Tag]
    home: dict[str, Any]
    pages: dict[str, StandardPage]
    czech: Czech
