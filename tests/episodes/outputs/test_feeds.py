"""A choice of episodes as RSS and as JSON."""

import datetime
import xml.etree.ElementTree as ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from episodes.models import EpisodePage
from tests import content, factories
from tests.episodes.outputs.conftest import HOSTILE, SECRET

SITE = "http://testserver"
ATOM = "{http://www.w3.org/2005/Atom}"
MEDIA = "{http://search.yahoo.com/mrss/}"

# Some tests fetch their page by name, which hides from pytest-django that they need it.
pytestmark = pytest.mark.django_db


def rss(client, address: str) -> ElementTree.Element:
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (
        200,
        "application/rss+xml; charset=utf-8",
    )
    channel = ElementTree.fromstring(answer.content).find("channel")
    assert channel is not None
    return channel


def titles(channel: ElementTree.Element) -> list[str]:
    return [item.findtext("title") for item in channel.findall("item")]


def as_json(client, address: str) -> dict:
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/feed+json")
    return answer.json()


def test_feed_of_a_series_tells_all_of_an_episode(client, series, rich_episode):
    channel = rss(client, f"{series.get_url()}feed/")
    assert channel.findtext("title") == "Chat"
    assert channel.findtext("link") == f"{SITE}{series.get_url()}"
    self_link = channel.find(f"{ATOM}link")
    assert self_link.attrib == {"rel": "self", "href": f"{SITE}{series.get_url()}feed/"}
    (item,) = channel.findall("item")
    assert item.findtext("title") == "What keeps a court honest"
    assert item.findtext("link") == f"{SITE}{rich_episode.get_url()}"
    assert item.findtext("pubDate") == "Fri, 05 Jul 2024 00:00:00 +0200"
    assert item.findtext("description") == (
        "<p>Two people talk about what keeps a court honest.</p>"
    )
    assert sorted(tag.text for tag in item.findall("category")) == ["Courts", "Elections"]
    thumbnail = item.find(f"{MEDIA}thumbnail").attrib
    assert thumbnail.pop("url").startswith(f"{SITE}/media/images/poste")
    assert thumbnail == {"width": "800", "height": "450"}


def test_guid_of_an_episode_never_changes(client, series, rich_episode):
    def guid():
        return rss(client, f"{series.get_url()}feed/").find("item/guid")

    before = guid()
    assert (before.text, before.get("isPermaLink")) == (f"urn:uuid:{rich_episode.uid}", "false")
    rich_episode.title, rich_episode.slug = "Another title", "another"
    rich_episode.save_revision().publish()
    assert guid().text == before.text


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("feed/", ["Both", "Courts only"]),
        ("feed/?tag=courts", ["Both", "Courts only"]),
        ("tag/courts/feed/", ["Both", "Courts only"]),
        ("tag/exile/feed/", ["Both"]),
        ("feed/?tag=courts&tag=exile", ["Both"]),
    ],
)
def test_feed_and_json_hold_the_same_choice_as_the_page(client, series, speaker, address, found):
    courts, exile = (factories.TagFactory(name=name) for name in ("Courts", "Exile"))
    factories.episode(series, [speaker], [courts], title="Courts only")
    factories.episode(series, [speaker], [courts, exile], title="Both")
    base = series.get_url()
    assert titles(rss(client, base + address)) == found
    document = as_json(client, base + address.replace("feed/", "json/"))
    assert [item["title"] for item in document["items"]] == found
    shown = client.get(base + address.replace("feed/", "")).context["listing"].page
    assert [page.title for page in shown] == found


def test_title_of_a_choice_names_its_topics(client, series, rich_episode):
    channel = rss(client, f"{series.get_url()}feed/?tag=elections&tag=courts")
    assert channel.findtext("title") == "Chat: Elections and Courts"
    assert channel.findtext("link") == f"{SITE}{series.get_url()}?tag=courts&tag=elections"


def test_json_tells_people_with_the_roles_of_that_day(client, series, rich_episode, speaker):
    (item,) = as_json(client, f"{series.get_url()}json/")["items"]
    assert item["url"] == f"{SITE}{rich_episode.get_url()}"
    assert item["authors"] == [{"name": "Dora Řeháková"}]
    assert item["tags"] == ["Courts", "Elections"]
    assert item["_episode"] == {
        "published_on": "2024-07-05",
        "recorded_on": "2024-06-03",
        "premieres_at": None,
        "duration_s": 1810,
        "people": [
            {
                "name": "Dora Řeháková",
                "honorific": "Dr.",
                "capacity": "guest",
                "role": "Judge",
                "organisation": "Bureau of Open Doors",
                "country": "",
                "url": f"{SITE}{speaker.get_url()}",
            },
            {
                "name": "Jan Hora",
                "honorific": "Mr.",
                "capacity": "moderator",
                "role": "Journalist",
                "organisation": "",
                "country": "",
                "url": None,
            },
        ],
    }


def test_json_leads_through_all_pages_and_back(client, series, speaker):
    for number in range(25):
        factories.episode(series, [speaker], slug=f"c-{number}")
    seen, previous, address = [], None, f"{SITE}{series.get_url()}json/"
    while address:
        document = as_json(client, address.removeprefix(SITE))
        assert document["feed_url"] == address
        assert document["_episodes"]["previous_url"] == previous
        seen += [item["id"] for item in document["items"]]
        previous, address = address, document.get("next_url")
    assert (len(seen), len(set(seen)), document["_episodes"]["total"]) == (25, 25, 25)


@pytest.mark.parametrize("document", ["feed", "json"])
@pytest.mark.parametrize("query", ["?tag=nowhere", "?tag=<b>", "?page=x"])
def test_choice_that_cannot_be_read_is_no_feed_of_everything(
    client, series, rich_episode, document, query
):
    answer = client.get(f"{series.get_url()}{document}/{query}")
    assert (answer.status_code, answer["Content-Type"]) == (404, "text/plain; charset=utf-8")
    assert answer.content.decode().endswith(".")


def test_topic_that_is_none_has_no_feed(client, series, rich_episode):
    assert client.get(f"{series.get_url()}tag/nowhere/feed/").status_code == 404


def test_feed_waits_for_the_premiere_and_json_does_not(client, series, speaker):
    factories.episode(
        series,
        [speaker],
        title="Soon",
        video="",
        premieres_at=timezone.now() + datetime.timedelta(days=3),
    )
    assert titles(rss(client, f"{series.get_url()}feed/")) == []
    (item,) = as_json(client, f"{series.get_url()}json/")["items"]
    assert item["title"] == "Soon"
    assert item["_episode"]["premieres_at"] == item["date_published"]


@pytest.mark.parametrize("document", ["feed", "json"])
@pytest.mark.parametrize("owner", ["series", "speaker", "organisation"])
def test_answer_is_sent_once_until_something_changes(
    client, request, rich_episode, document, owner
):
    address = f"{request.getfixturevalue(owner).get_url()}{document}/"
    tag = client.get(address)["ETag"]
    again = client.get(address, headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
    rich_episode.title = "Another title"
    rich_episode.save_revision().publish()
    changed = client.get(address, headers={"if-none-match": tag})
    assert changed.status_code == 200
    assert b"Another title" in changed.content


def test_feed_without_episodes_is_the_same_each_time(client, series):
    first, second = (client.get(f"{series.get_url()}feed/") for _ in range(2))
    assert first.content == second.content


@pytest.mark.parametrize("owner", ["speaker", "organisation"])
def test_people_and_organisations_have_feeds_of_their_episodes(
    client, request, series, people, rich_episode, owner
):
    page = request.getfixturevalue(owner)
    factories.episode(series, [factories.SpeakerPageFactory(parent=people)], title="Another")
    channel = rss(client, f"{page.get_url()}feed/")
    assert channel.findtext("title") == f"Conversations with {page.title}"
    assert channel.findtext("link") == f"{SITE}{page.get_url()}"
    assert channel.find(f"{ATOM}link").get("href") == f"{SITE}{page.get_url()}feed/"
    assert titles(channel) == ["What keeps a court honest"]
    document = as_json(client, f"{page.get_url()}json/")
    assert [item["title"] for item in document["items"]] == ["What keeps a court honest"]
    assert client.get(f"{page.get_url()}nothing/").status_code == 404


@pytest.mark.parametrize("owner", ["series", "speaker", "organisation"])
def test_page_offers_its_feed_to_readers_and_in_words(client, request, rich_episode, owner):
    page = request.getfixturevalue(owner)
    html = client.get(page.get_url()).content.decode()
    address = f"{page.get_url()}feed/"
    alternate = f'<link rel="alternate" type="application/rss+xml" title="{page.title}" '
    assert f'{alternate}href="{address}">' in html
    assert f'<a href="{address}" type="application/rss+xml">RSS feed</a>' in html
    assert f'<a href="{page.get_url()}json/" type="application/feed+json">JSON</a>' in html


def test_page_of_a_choice_offers_the_feed_of_that_choice(client, series, rich_episode):
    html = client.get(f"{series.get_url()}tag/courts/").content.decode()
    alternate = '<link rel="alternate" type="application/rss+xml" title="Chat: Courts" '
    assert f'{alternate}href="{series.get_url()}tag/courts/feed/">' in html


def test_preview_of_a_series_that_nobody_saved_has_an_empty_list(series):
    # The editor gives a new page a place in the tree before it shows it, but no address.
    page = type(series)(title="New", path=f"{series.path[:-1]}9", depth=series.depth)
    answer = page.make_preview_request()
    assert answer.status_code == 200
    assert 'href="feed/"' in answer.content.decode()


def test_hostile_text_makes_a_valid_feed(client, series, people):
    person = factories.SpeakerPageFactory(parent=people, title=HOSTILE, role=HOSTILE)
    tag = factories.TagFactory(name=HOSTILE[:90], slug="hostile")
    factories.episode(series, [person], [tag], title=HOSTILE, slug="hostile", lead=HOSTILE)
    readable = HOSTILE.replace("\x0b", "").replace("\x1f", "")
    assert titles(rss(client, f"{series.get_url()}feed/")) == [readable]
    assert titles(rss(client, f"{series.get_url()}tag/hostile/feed/")) == [readable]
    assert titles(rss(client, f"{person.get_url()}feed/")) == [readable]
    (item,) = as_json(client, f"{series.get_url()}json/")["items"]
    assert (item["title"], item["_episode"]["people"][0]["role"]) == (HOSTILE, HOSTILE)


def test_feeds_hold_only_what_visitors_may_see(
    client, secrets, series, speaker, organisation, rich_episode
):
    for page in (series, speaker, organisation):
        for document in ("feed", "json"):
            text = client.get(f"{page.get_url()}{document}/").content.decode()
            assert rich_episode.title in text
            assert SECRET not in text
            assert "unspoken" not in text


def test_private_and_draft_pages_have_no_feed(client, secrets, speaker):
    hidden_series = secrets[3].get_parent()
    for page in (hidden_series, secrets[5]):
        answer = client.get(f"{page.get_url()}feed/")
        assert (answer.status_code, answer.content) == (302, b"")
    speaker.unpublish()
    assert client.get(f"{speaker.get_url()}feed/").status_code == 404


@pytest.mark.parametrize("document", ["feed", "json"])
def test_answers_take_the_same_queries_with_1_and_3_episodes(client, document):
    site = content.small_site(1)
    owners = [site[name].get_url() for name in ("series", "speaker", "organisation")]
    addresses = [*owners, f"{owners[0]}tag/courts/"]

    def count() -> list[int]:
        counts = []
        for address in addresses:
            client.get(f"{address}{document}/")
            with CaptureQueriesContext(connection) as captured:
                assert client.get(f"{address}{document}/").status_code == 200
            counts.append(len(captured))
        return counts

    with_one = count()
    content.fill(site["series"], site["speakers"], site["organisation"], site["tags"], 2, first=1)
    assert EpisodePage.objects.count() == 3
    assert count() == with_one
    assert max(with_one) <= 25, with_one
