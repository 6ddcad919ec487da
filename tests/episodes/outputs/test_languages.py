"""In the Czech tree everything says that it is Czech, and leads to Czech pages."""

import xml.etree.ElementTree as ElementTree

import pytest
from wagtail.models import Locale

from tests.episodes.outputs import reading

SITE = "http://testserver"


@pytest.fixture
def czech(home, series, rich_episode):
    """The Czech copies of the series and its episode, published."""
    locale = Locale.objects.create(language_code="cs")
    copies = []
    for page in (home, series, rich_episode):
        copy = page.copy_for_translation(locale, copy_parents=True)
        copy.save_revision().publish()
        copies.append(copy)
    return copies[1:]


def test_czech_page_is_marked_as_czech(client, czech):
    series, episode = czech
    html = client.get(episode.get_url()).content.decode()
    shown = reading.meta(html)
    assert shown["og:locale"] == "cs_CZ"
    assert shown["og:url"] == f"{SITE}{episode.get_url()}"
    way = reading.node(html, "BreadcrumbList")["itemListElement"]
    assert [step["item"]["@id"].removeprefix(SITE) for step in way] == [
        "/cs/",
        series.get_url(),
        episode.get_url(),
    ]


def test_czech_series_lists_and_feeds_czech_episodes_only(client, czech):
    series, episode = czech
    html = client.get(series.get_url()).content.decode()
    page = reading.node(html, "CollectionPage")
    assert page["inLanguage"] == "cs"
    addresses = [item["url"] for item in page["mainEntity"]["itemListElement"]]
    assert addresses == [f"{SITE}{episode.get_url()}"]
    channel = ElementTree.fromstring(client.get(f"{series.get_url()}feed/").content)[0]
    assert channel.findtext("language") == "cs"
    assert [item.findtext("link") for item in channel.findall("item")] == addresses


def test_translation_has_a_guid_of_its_own(czech, rich_episode):
    assert czech[1].uid != rich_episode.uid
