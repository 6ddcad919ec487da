"""The way to another language stays on the page, and the address alone decides the language."""

import re

import pytest
from django.test import Client
from django.utils.html import escape
from django.utils.translation import gettext, override
from wagtail.models import Locale

from tests import factories

LINK = re.compile(r'<a href="([^"]*)" hreflang="([a-z]+)" lang="[a-z]+"( rel="alternate")?>')


@pytest.fixture
def czech(home):
    return Locale.objects.get_or_create(language_code="cs")[0]


def translate(page, locale, **fields):
    """The published translation of a page."""
    copy = page.copy_for_translation(locale)
    for name, value in fields.items():
        setattr(copy, name, value)
    copy.save_revision().publish()
    copy.refresh_from_db()
    return copy


def header(html: str) -> str:
    return html.partition('<header class="header">')[2].partition("</header>")[0]


def footer(html: str) -> str:
    return html.partition('<footer class="footer">')[2].partition("</footer>")[0]


def switch(client, address: str, status: int = 200) -> list[tuple[str, str]]:
    """Where the header's links lead, and to which language."""
    answer = client.get(address)
    assert answer.status_code == status
    return [(url, code) for url, code, _ in LINK.findall(header(answer.content.decode()))]


@pytest.fixture
def both(home, czech, series, people):
    """Home, series and people in both languages; a person and an episode in English only."""
    courts = factories.TagFactory(name="Courts")
    ana = factories.SpeakerPageFactory(parent=people, title="Ana", slug="ana")
    episode = factories.episode(series, [ana], [courts], title="Courts", slug="courts")
    return {
        "home": translate(home, czech, title="Doma"),
        "series": translate(series, czech, title="Rozhovory", slug="rozhovory"),
        "people": translate(people, czech, title="Lidé", slug="lide"),
        "episode": episode,
        "ana": ana,
    }


def test_site_in_one_language_has_no_switch(home, client):
    html = client.get("/").content.decode()
    assert "languages" not in header(html)
    assert "hreflang" not in html


@pytest.mark.parametrize(
    "english, czech_one",
    [
        ("/", "/cs/"),
        ("/people/", "/cs/lide/"),
        ("/chat/", "/cs/rozhovory/"),
        ("/chat/tag/courts/", "/cs/rozhovory/tag/courts/"),
    ],
)
def test_switch_leads_to_the_same_page_and_back(both, client, english, czech_one):
    assert switch(client, english) == [(czech_one, "cs")]
    assert switch(client, czech_one) == [(english, "en")]


def test_choice_of_episodes_is_kept_but_not_its_page(both, client):
    factories.TagFactory(name="Exile")
    (link, _), *rest = switch(client, "/chat/?tag=courts&amp;tag=exile".replace("&amp;", "&"))
    assert rest == []
    assert link.replace("&amp;", "&") == "/cs/rozhovory/?tag=courts&tag=exile"
    assert switch(client, "/people/?page=2&letter=a") == [("/cs/lide/?letter=a", "cs")]


def test_second_of_a_video_is_kept(both, czech, client):
    translate(both["episode"], czech, slug="soudy")
    assert switch(client, "/chat/courts/?t=90") == [("/cs/rozhovory/soudy/?t=90", "cs")]


def test_untranslated_page_leads_to_the_nearest_above_and_says_so(both, client):
    html = client.get("/people/ana/").content.decode()
    assert LINK.findall(header(html)) == [("/cs/lide/", "cs", "")]
    text = "This page isn't available in this language. The nearest one is: %(title)s"
    with override("cs"):
        note = escape(gettext(text) % {"title": "Lidé"})
    assert note in header(html)
    assert note in footer(html)
    assert "hreflang" not in html.partition("</head>")[0]


def test_draft_translation_is_no_translation(both, czech, client):
    both["episode"].copy_for_translation(czech)
    assert switch(client, "/chat/courts/") == [("/cs/rozhovory/", "cs")]


def test_missing_page_leads_to_the_front_page_of_the_other_language(both, client):
    assert switch(client, "/nowhere/", 404) == [("/cs/", "cs")]
    answer = client.get("/cs/nikde/")
    assert '<html lang="cs"' in answer.content.decode()
    assert switch(client, "/cs/nikde/", 404) == [("/", "en")]


def test_browser_that_wants_czech_gets_what_the_address_says(both):
    client = Client(headers={"accept-language": "cs"})
    answer = client.get("/chat/")
    assert (answer.status_code, answer["Content-Language"]) == (200, "en")
    assert "Accept-Language" not in answer.get("Vary", "")
    assert '<html lang="en"' in answer.content.decode()
    assert client.get("/cs/rozhovory/")["Content-Language"] == "cs"
    assert client.get("/cs/rozhovory/").cookies == {}


@pytest.mark.parametrize(
    ("address", "shown", "left_out"),
    [("/people/ana/", "Courts", "Soudy"), ("/cs/lide/ana/", "Soudy", "Courts")],
)
def test_page_of_a_person_counts_and_shows_each_conversation_once(
    both, czech, client, address, shown, left_out
):
    in_czech = translate(both["ana"], czech)
    translate(both["episode"], czech, title="Soudy", slug="soudy")
    english_series = both["episode"].get_parent()
    factories.episode(english_series, [both["ana"]], title="Only in English")
    factories.episode(both["series"], [in_czech], title="Jen česky")
    html = client.get(address).content.decode()
    list_of_them = html.partition('id="appearances"')[2]
    assert '<span class="count">3</span>' in list_of_them[:200]
    for title in (shown, "Only in English", "Jen česky"):
        assert title in list_of_them
    assert left_out not in list_of_them
