"""Czech pages say nothing in English: not to readers, not to machines, not to screen readers."""

import html
import json
import re
from html.parser import HTMLParser

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils import translation

from episodes.models import EpisodePage
from tests.episodes.outputs import reading, schema
from tests.house.test_translations import APPS, texts_of

CHAT = "/cs/forum2000online-chat/"
EPISODE = f"{CHAT}chair-for-those-who-lost/"
PAGES = {
    "home": "/cs/",
    "series": CHAT,
    "tag": f"{CHAT}tag/elections/",
    "choice": f"{CHAT}?tag=elections&year=2026&q=opozice&sort=title",
    "nothing found": f"{CHAT}?tag=elections&tag=climate&tag=nikde&year=x&page=9",
    "all values": f"{CHAT}all/speaker/?tag=elections",
    "quotes": f"{CHAT}quotes/",
    "quotes of one": f"{CHAT}quotes/?person=ruth-tseng",
    "no quotes": f"{CHAT}quotes/?q=xylofon",
    "episode": EPISODE,
    "episode at a second": f"{EPISODE}?t=12&transcript=en",
    "announced": f"{CHAT}people-not-yet-born/",
    "empty series": "/cs/bench-and-square-talk/",
    "people": "/cs/lide/",
    "people of a country": "/cs/lide/?country=CZ",
    "person": "/cs/lide/thandeka-mokhoathi/",
    "organisations": "/cs/organizace/",
    "organisation": "/cs/organizace/open-tally-network/",
    "search": "/cs/search/",
    "found": "/cs/search/?q=opozice",
    "one slip": "/cs/search/?q=opozixe",
    "not found": "/cs/search/?q=xylofon+qwrtz",
    "about": "/cs/about/",
    "privacy": "/cs/privacy/",
    "missing": "/cs/nikde/",
}
FEEDS = {
    "rss": f"{CHAT}feed/",
    "rss of a choice": f"{CHAT}feed/?tag=elections",
    "json": f"{CHAT}json/",
    "rss of a person": "/cs/lide/ruth-tseng/feed/",
    "json of an organisation": "/cs/organizace/open-tally-network/json/",
    "calendar": f"{CHAT}people-not-yet-born/calendar/",
    "calendar of a series": f"{CHAT}calendar/",
    "quotes": f"{CHAT}quotes/json/",
    "citation": f"{EPISODE}cite/bibtex/",
    "opensearch": "/cs/search/opensearch.xml",
}
pytestmark = pytest.mark.django_db

#: Attributes that somebody hears or reads, and what scripts say later.
SPOKEN = re.compile(
    r"aria-label|alt|title|placeholder|label|content|data-(none|count|copied|failed|label)"
)
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}|%[sdn]")
#: Languages call themselves so, on a button of the player.
SAME = {"English"}


class Texts(HTMLParser):
    """What a document says in its own language; what is marked as another one is left out."""

    VOID = frozenset(
        ("area", "base", "br", "hr", "img", "input", "link", "meta", "source", "track")
    )

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.open: list[tuple[str, bool]] = []  # element, whether it is foreign
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        language = values.get("lang") or ""
        foreign = self.is_foreign if not language else not language.startswith("cs")
        foreign = foreign or (tag == "script" and values.get("type") != "application/ld+json")
        if not foreign and values.get("property") != "og:type":
            self.found += [value for name, value in attrs if value and SPOKEN.fullmatch(name)]
        if tag not in self.VOID:
            self.open.append((tag, foreign or tag == "style"))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if not self.is_foreign:
            self.found.append(data)

    @property
    def is_foreign(self):
        return bool(self.open) and self.open[-1][1]


def english() -> list[tuple[str, re.Pattern[str]]]:
    """The texts of the interface that Czech says otherwise, as patterns of a whole text."""
    patterns = []
    for app in APPS:
        for entry in texts_of(app):
            for text in filter(None, (entry.msgid, entry.plural)):
                letters = re.sub(r"\W|\d", "", PLACEHOLDER.sub("", text))
                if len(letters) < 3 or text in SAME or text in entry.strings:
                    continue
                parts = [re.escape(part) for part in PLACEHOLDER.split(" ".join(text.split()))]
                patterns.append((text, re.compile(".+?".join(parts))))
    return patterns


@pytest.fixture(scope="module")
def interface():
    return english()


def leftovers(text: str, interface) -> set[str]:
    """The English texts of the interface that a document says."""
    found = set()
    for said in {" ".join(one.replace("\u00a0", " ").split()) for one in Texts(text).found}:
        found |= {msgid for msgid, pattern in interface if said and pattern.fullmatch(said)}
    whole = " ".join(" ".join(Texts(text).found).split())
    for msgid, pattern in interface:
        if len(msgid.split()) > 3 and not PLACEHOLDER.search(msgid) and pattern.search(whole):
            found.add(msgid)
    return found


def test_pages_say_nothing_in_english(loaded, interface):
    client, wrong = Client(), {}
    for name, address in PAGES.items():
        answer = client.get(address, follow=True)
        assert answer.status_code == (404 if name == "missing" else 200), address
        text = answer.content.decode()
        assert '<html lang="cs"' in text
        wrong[name] = leftovers(text, interface)
    with translation.override("cs"):
        wrong["broken"] = leftovers(render_to_string("500.html"), interface)
    assert {name: found for name, found in wrong.items() if found} == {}


def test_feeds_and_files_say_nothing_in_english(loaded, interface):
    client, wrong = Client(), {}
    for name, address in FEEDS.items():
        answer = client.get(address)
        assert answer.status_code == 200, address
        text = b"".join(answer) if answer.streaming else answer.content
        said = re.findall(r'>([^<]+)<|: "([^"\n]+)"|^[A-Z]+[;:](.+)$', text.decode(), re.MULTILINE)
        for one in {" ".join("".join(parts).split()) for parts in said}:
            found = {msgid for msgid, pattern in interface if one and pattern.fullmatch(one)}
            if found:
                wrong.setdefault(name, set()).update(found)
    assert wrong == {}


def test_it_would_be_noticed(interface):
    text = '<p>Coming next</p><a aria-label="12 more">+</a><i lang="en">Where to watch</i>'
    assert leftovers(text, interface) == {"Coming next", "%(count)s more"}


def test_machines_are_told_that_it_is_czech(loaded):
    client = Client()
    for name in ("home", "series", "tag", "episode", "person", "organisation", "about"):
        text = client.get(PAGES[name], follow=True).content.decode()
        assert '<meta property="og:locale" content="cs_CZ">' in text, name
        described = re.search(r'<meta name="description" content="([^"]+)">', text)
        assert described and re.search("[ěščřžýáíéúů]", html.unescape(described[1])), name
        for data in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.S):
            languages = set(re.findall(r'"inLanguage": ?"(\w+)"', json.dumps(json.loads(data))))
            # A video is in the language that is spoken there.
            assert languages <= ({"cs", "en"} if name == "episode" else {"cs"}), name


#: What each kind of page is for search engines.
KINDS = {
    "home": {"WebSite"},
    "series": {"CollectionPage", "BreadcrumbList"},
    "tag": {"CollectionPage", "BreadcrumbList"},
    "quotes": {"CollectionPage", "BreadcrumbList"},
    "episode": {"VideoObject", "BreadcrumbList"},
    "people": {"CollectionPage", "BreadcrumbList"},
    "person": {"ProfilePage", "BreadcrumbList"},
    "organisations": {"CollectionPage", "BreadcrumbList"},
    "organisation": {"Organization", "BreadcrumbList"},
    "about": {"BreadcrumbList"},
}


def test_every_kind_of_page_is_described_in_words_of_schema_org(loaded):
    client, problems = Client(), []
    pages = {name: client.get(PAGES[name]).content.decode() for name in KINDS}
    assert {name: set(reading.kinds(text)) for name, text in pages.items()} == KINDS
    ways = [reading.node(pages[name], "BreadcrumbList") for name in KINDS if name != "home"]
    assert {way["itemListElement"][0]["name"] for way in ways} == {"Domů"}
    for text in pages.values():
        assert re.search(r'<link rel="canonical" href="http://testserver/cs/', text)
    types = reading.schema_types()
    for text in pages.values():
        problems += [one for node in reading.graph(text) for one in schema.problems(node, types)]
    assert problems == []


def test_lines_break_where_czech_lets_them(loaded):
    text = Client().get(EPISODE).content.decode()
    article = text.partition('class="episode-article')[2].partition("</article>")[0]
    words = re.sub(r"<[^>]+>", " ", article)
    assert "z\u00a0nesouhlasu" in words and "17.\u00a0listopadu\u00a02026" not in words
    assert re.findall(r"(?<!\w)[kvszou] (?=\w)", words) == []


def test_czech_quotes_lead_to_the_czech_pages_of_people(loaded):
    text = Client().get(PAGES["quotes of one"]).content.decode()
    assert text.count('<a href="/cs/lide/ruth-tseng/">Ruth Tseng</a>') == 2


def test_translated_episode_keeps_people_and_seconds_and_says_everything_in_czech(loaded):
    english, czech = EpisodePage.objects.filter(slug=EPISODE.split("/")[-2]).order_by("locale_id")
    assert czech.takeaways.first().text.startswith("Opozice ")
    assert czech.appearances.first().role == "Předsedkyně"
    assert czech.takeaways.count() == english.takeaways.count() > 0
    quotes = [
        [block.value["start"] for block in page.body if block.block_type == "quote"]
        for page in (english, czech)
    ]
    assert quotes[0] == quotes[1]
