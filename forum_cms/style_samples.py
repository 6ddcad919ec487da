"""What the style page shows: everybody and everything invented, nothing stored."""

import datetime
from types import SimpleNamespace
from typing import Any

from django.core.paginator import Page, Paginator
from django.templatetags.static import static
from django.utils import timezone
from wagtail.models import Locale
from wagtail.models import Page as WagtailPage

from episodes.blocks import QuoteBlock, QuoteValue
from episodes.filters import EpisodeFilter, Kind, Listing
from episodes.filters.listing import Counted, Group, Option
from episodes.formats.chapters import Chapter
from episodes.models import (
    Appearance,
    Captions,
    EpisodePage,
    EpisodeTag,
    EpisodeVideo,
    Partnership,
    SeriesPage,
    Takeaway,
)
from episodes.models import transcript_view as transcripts
from episodes.models.neighbourhood import Related
from episodes.models.quote_choice import QuoteChoice, QuoteListing
from episodes.models.quote_index import ShownQuote
from episodes.search.results import Conversation, Results, ShownPassage
from episodes.terms import Terms
from forum_cms.languages import Choice as Language
from speakers import offers, register
from speakers.models import OrganisationPage, SpeakerPage

LONG_NAME = "Maria Magdalena Wojciechowska-Brzeszczykiewicz"
GEORGIAN_NAME = "ქეთევან-ელისაბედ წერეთელი-ჯამბაკურიანი"
LONG_TITLE = (
    "Girls who study in kitchens, and the teachers who walk there before dawn with a blackboard, "
    "three books and no licence to teach anyone"
)
LONG_ROLE = "Former Deputy Ombudswoman and Chair of the Standing Council of Ombudspersons"
QUOTE = "A right that nobody uses is a museum piece."
LONG_QUOTE = (
    "We asked people to be patient for a year and kept them in a waiting room for three, and when "
    "the door was opened at last it turned out that most of them had learned to read the law"
)
#: Pages with this key count as saved: components leave out what an unsaved page can't have.
SAVED = -1


class Samples:
    """One invented series with its people; each property is what a component takes."""

    def __init__(self, home: WagtailPage) -> None:
        self.common = {"url_path": home.url_path, "locale": Locale.get_default(), "live": True}
        self.series = SeriesPage(
            title="Bench Talk",
            hashtag="#BenchTalk",
            spoken_language="en",
            introduction="Half an hour on a bench, once a month.",
            youtube_url="https://www.youtube.com/@example",
            spotify_url="https://open.spotify.com/show/example",
            **self.common,
        )
        self.ana = self.person("Ana Lípová", "Gardener")
        self.host = self.person("Ben Ash", "Editor", capacity="host")
        others = [self.person(f"Guest Number {word}") for word in ("One", "Two", "Three", "Four")]
        georgian = self.person(GEORGIAN_NAME, "Judge")
        self.six = [self.person(LONG_NAME, LONG_ROLE), georgian, *others]
        self.video = EpisodeVideo(
            link="https://www.youtube.com/watch?v=abcdefghijk", duration_s=1810
        )
        full = EpisodeVideo(kind="full", link="https://vimeo.com/76979871", duration_s=5400)
        self.videos = [self.video, full]
        self.usual = self.episode("A bench is a constitution", [self.ana, self.host], pk=SAVED)
        self.usual.videos = self.videos
        self.long = self.episode(LONG_TITLE, self.six, special=True)
        later = timezone.now() + datetime.timedelta(days=9)
        self.coming = self.episode("Who waters the trees?", [self.ana], premieres_at=later)
        self.bureau = OrganisationPage(
            title="Bureau of Open Doors", short_name="BOD", kind="ngo", **self.common
        )
        self.tags = [EpisodeTag(name=name, slug=name.lower()) for name in ("Courts", "Elections")]

    def person(self, name: str, role: str = "", **fields: Any) -> Appearance:
        page = SpeakerPage(title=name, role=role, **self.common)
        return Appearance(speaker=page, name=name, role=role, **fields)

    def episode(self, title: str, people: list[Appearance], **fields: Any) -> EpisodePage:
        fields = {"published_on": datetime.date(2026, 2, 24), **fields}
        lead = "Two people talk on a bench."
        page = EpisodePage(title=title, lead=lead, **self.common, **fields)
        page.appearances = people
        page.series = self.series
        return page

    @property
    def quotes(self) -> list[QuoteValue]:
        return [self._quote(QUOTE, 754), self._quote("So.", None), self._quote(LONG_QUOTE, 3605)]

    def _quote(self, text: str, start: int | None) -> QuoteValue:
        value = {"text": text, "speaker": None, "speaker_name": "Ana Lípová", "start": start}
        return QuoteValue(QuoteBlock(), [*value.items(), ("end", None), ("pulled", True)])

    @property
    def said_quotes(self) -> list[ShownQuote]:
        known = ShownQuote(QUOTE, "Ana Lípová", 754, self.usual, self.ana, self.ana.speaker)
        return [known, ShownQuote(LONG_QUOTE, LONG_NAME, None, self.long, self.six[0])]

    @property
    def takeaways(self) -> list[Takeaway]:
        return [
            Takeaway(text="Habits outlast laws.", start_s=90),
            Takeaway(text=LONG_TITLE, start_s=3605),
            Takeaway(text="So it is."),
        ]

    @property
    def partnerships(self) -> list[Partnership]:
        return [
            Partnership(organisation=self.bureau, organisation_name=self.bureau.title),
            Partnership(organisation_name="Institute for Benches", relation="media"),
        ]

    @property
    def chapters(self) -> list[Chapter]:
        return [Chapter(0, "Where one may sit"), Chapter(754, LONG_TITLE)]

    @property
    def transcript(self) -> transcripts.Transcript:
        said = (("Good evening, Ana.", "Ben Ash"), (QUOTE, "Ana Lípová"), ("Is it?", "Ben Ash"))
        cues = [
            {"start": 4.0 * number, "end": 4.0 * number + 3, "text": text, "speaker": speaker}
            for number, (text, speaker) in enumerate(said)
        ]
        english = Captions(language="en", cues=cues)
        parts = transcripts.parts(self.usual, english)
        return transcripts.Transcript(english, [english, Captions(language="cs")], parts, True)

    @property
    def listing(self) -> Listing:
        """A choice of two, on the second of four pages."""
        choice = EpisodeFilter(tags=("courts",), countries=("GE",), words="bench", page=2)
        chips = [
            Option(Kind.TAG, "courts", "Courts", "?country=GE", 40, chosen=True),
            Option(Kind.COUNTRY, "GE", "Georgia", "?tag=courts", 40, chosen=True),
        ]
        topics = [chips[0], Option(Kind.TAG, "elections", "Elections", "?tag=elections", 12)]
        countries = [
            chips[1],
            Option(Kind.COUNTRY, "CD", "Democratic Republic of the Congo", "?", 1, adds=3),
        ]
        return Listing(
            choice=choice,
            base_url="/style/",
            page=Page([self.usual, self.long, self.coming], 2, Counted(40)),
            groups=[Group(Kind.TAG, topics, more_url="?"), Group(Kind.COUNTRY, countries)],
            chips=chips,
        )

    @property
    def nothing(self) -> Listing:
        """A choice that finds nothing."""
        choice = EpisodeFilter(tags=("courts",), years=("1999",))
        chip = Option(Kind.YEAR, "1999", "1999", "?tag=courts", 5, chosen=True)
        return Listing(
            choice=choice,
            base_url="/style/",
            page=Page([], 1, Counted(0)),
            chips=[chip],
            loosened=[chip],
            suggestions=[self.usual],
        )

    @property
    def quote_listing(self) -> QuoteListing:
        people = [one.speaker for one in (self.ana, *self.six[:2]) if one.speaker]
        page: Page = Page([], 1, Paginator([], 20))
        choice = QuoteChoice(words="habit")
        return QuoteListing(choice, "/style/", page, [], None, None, people, self.tags, [])

    @property
    def register(self) -> register.Register:
        letters = [register.Choice(name, 3, f"?letter={name}", name == "B") for name in "ABCČ"]
        countries = [
            register.Choice("Georgia", 5, "?country=GE", False),
            register.Choice("Democratic Republic of the Congo", 1, "?country=CD", True),
        ]
        return register.Register(
            [], letters, countries, 340, 170, "Georgia", "?", "?page=2", is_choice=True
        )

    @property
    def found(self) -> Results:
        terms = Terms.parse("bench right")
        passage = ShownPassage("quote", QUOTE, "Ana Lípová", "en", 754)
        return Results(
            asked=terms,
            terms=terms,
            page=Page([self.usual, self.long], 2, Counted(40)),
            people=[one.speaker for one in self.six[:2] if one.speaker],
            organisations=[self.bureau],
            topics=[(tag, "?") for tag in self.tags],
            conversations=[
                Conversation(self.usual, "Where one may sit on a bench …", [passage]),
                Conversation(self.long, "", []),
            ],
        )


def context(home: WagtailPage) -> dict[str, Any]:
    """The variables of the style page's template."""
    samples = Samples(home)
    return {
        "samples": samples,
        "drawing": SimpleNamespace(url=static("forum_cms/favicon.svg"), width=96, height=96),
        "icons": ("play", "external", "arrow", "back", "close", "menu", "filter", "download"),
        "series": samples.series,
        "episodes": [samples.usual, samples.long, samples.coming],
        "people_of": [[samples.ana], [samples.ana, samples.host], samples.six],
        "related": [
            Related(samples.usual, ["Ana Lípová"], []),
            Related(samples.long, [], ["Courts", "Press"]),
        ],
        "transcript": samples.transcript,
        "chapters": samples.chapters,
        "main_video": samples.video,
        "videos": samples.videos,
        "offers": offers.offers(),
        "languages": [
            Language("cs", "Česky", "/cs/"),
            Language("de", "Deutsch", "/", "Diese Seite gibt es auf Deutsch noch nicht."),
        ],
        "nobody": SimpleNamespace(asked=Terms.parse("bench xylophone"), terms=Terms(())),
    }
