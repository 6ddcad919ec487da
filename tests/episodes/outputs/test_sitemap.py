"""The sitemap: what is public, in every language, and nothing else."""

import datetime
import xml.etree.ElementTree as ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale

from episodes.models import EpisodeVideo
from forum_cms import sitemaps
from tests import content, factories
from tests.episodes.outputs.conftest import HOSTILE

SITE = "http://testserver"
NAMES = {
    "": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "video": "http://www.google.com/schemas/sitemap-video/1.1",
}


def xml(client, address: str) -> ElementTree.Element:
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/xml")
    return ElementTree.fromstring(answer.content)


def addresses(client, section: str) -> list[str]:
    found = xml(client, f"/sitemap-{section}.xml").findall("url/loc", NAMES)
    return [loc.text.removeprefix(SITE) for loc in found]


def video(client) -> dict[str, list[str]]:
    """The one video's elements by name."""
    (found,) = xml(client, "/sitemap-episodes.xml").findall("url/video:video", NAMES)
    elements: dict[str, list[str]] = {}
    for element in found:
        elements.setdefault(element.tag.partition("}")[2], []).append(element.text)
    return elements


def test_index_names_the_sections(client, rich_episode):
    found = xml(client, "/sitemap.xml").findall("sitemap/loc", NAMES)
    assert [loc.text for loc in found] == [
        f"{SITE}/sitemap-pages.xml",
        f"{SITE}/sitemap-episodes.xml",
    ]


def test_index_names_every_part_of_a_long_section(client, series, speaker, monkeypatch):
    monkeypatch.setattr(sitemaps.EpisodesSitemap, "limit", 2)
    for number in range(3):
        factories.episode(series, [speaker], slug=f"c-{number}")
    found = [loc.text for loc in xml(client, "/sitemap.xml").findall("sitemap/loc", NAMES)]
    assert found[1:] == [f"{SITE}/sitemap-episodes.xml", f"{SITE}/sitemap-episodes.xml?p=2"]
    parts = [addresses(client, "episodes"), addresses_of_part(client, 2)]
    assert [len(part) for part in parts] == [2, 1]
    assert len({*parts[0], *parts[1]}) == 3


def addresses_of_part(client, number: int) -> list[str]:
    found = xml(client, f"/sitemap-episodes.xml?p={number}").findall("url/loc", NAMES)
    return [loc.text.removeprefix(SITE) for loc in found]


@pytest.mark.parametrize("address", ["/sitemap-none.xml", "/sitemap-pages.xml?p=9"])
def test_section_that_is_none_is_not_found(client, home, address):
    assert client.get(address).status_code == 404


def test_sections_hold_every_public_page_once(client, home, series, rich_episode, speaker):
    organisation = speaker.organisation
    pages = [home, series, speaker.get_parent(), speaker, organisation.get_parent(), organisation]
    assert sorted(addresses(client, "pages")) == sorted(page.get_url() for page in pages)
    assert addresses(client, "episodes") == [rich_episode.get_url()]


def test_pages_say_when_they_were_changed(client, rich_episode):
    url = xml(client, "/sitemap-episodes.xml").find("url", NAMES)
    changed_at = datetime.datetime.fromisoformat(url.findtext("lastmod", namespaces=NAMES))
    assert changed_at == rich_episode.last_published_at


def test_sections_hold_every_language(client, home, series, rich_episode):
    czech = Locale.objects.create(language_code="cs")
    for page in (home, series, rich_episode):
        page.copy_for_translation(czech, copy_parents=True).save_revision().publish()
    assert {"/", "/cs/"} <= set(addresses(client, "pages"))
    assert addresses(client, "episodes") == [
        rich_episode.get_url(),
        f"/cs{rich_episode.get_url()}",
    ]


def test_video_has_all_that_is_required(client, rich_episode):
    told = video(client)
    (thumbnail,) = told.pop("thumbnail_loc")
    assert thumbnail.startswith(f"{SITE}/media/images/poste")
    assert sorted(told.pop("tag")) == ["Courts", "Elections"]
    assert told == {
        "title": ["What keeps a court honest"],
        "description": ["Two people talk about what keeps a court honest."],
        "player_loc": ["https://www.youtube-nocookie.com/embed/abcdefghijk"],
        "duration": ["1810"],
        "publication_date": ["2024-07-05T00:00:00+02:00"],
    }


def test_own_file_is_named_by_its_address_and_keeps_to_the_limits(
    client, series, speaker, own_file
):
    page = factories.episode(
        series,
        [speaker],
        [factories.TagFactory() for _number in range(40)],
        video="",
        live=False,
        lead="x" * 3000,
        poster=factories.image("Poster"),
    )
    page.videos.add(EpisodeVideo(media=own_file, duration_s=28_801))
    page.save_revision().publish()
    told = video(client)
    assert told["content_loc"] == [f"{SITE}{own_file.url}"]
    assert "player_loc" not in told
    assert "duration" not in told
    assert len(told["description"][0]) == 2048
    assert len(told["tag"]) == 32


def test_announced_episode_has_an_address_and_no_video(client, series, speaker):
    page = factories.episode(
        series,
        [speaker],
        poster=factories.image("Poster"),
        premieres_at=timezone.now() + datetime.timedelta(days=3),
    )
    assert addresses(client, "episodes") == [page.get_url()]
    assert xml(client, "/sitemap-episodes.xml").findall("url/video:video", NAMES) == []


def test_hostile_text_makes_a_valid_sitemap(client, series, speaker):
    tag = factories.TagFactory(name=HOSTILE[:90], slug="hostile")
    factories.episode(series, [speaker], [tag], title=HOSTILE, slug="hostile", lead=HOSTILE)
    readable = HOSTILE.replace("\x0b", "").replace("\x1f", "")
    assert (video(client)["title"], video(client)["description"]) == ([readable], [readable])


def test_sitemap_holds_only_what_visitors_may_see(client, secrets, rich_episode):
    for section in ("pages", "episodes"):
        found = addresses(client, section)
        assert found
        assert [address for address in found if "unspoken" in address] == []


def test_robots_names_the_sitemap_and_keeps_out_of_the_admin(client):
    answer = client.get("/robots.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode() == (
        f"User-agent: *\nDisallow: /admin/\n\nSitemap: {SITE}/sitemap.xml\n"
    )


@pytest.mark.django_db
def test_sitemap_takes_the_same_queries_with_1_and_3_episodes(client):
    site = content.small_site(1)

    def count() -> list[int]:
        counts = []
        for address in ("/sitemap.xml", "/sitemap-pages.xml", "/sitemap-episodes.xml"):
            client.get(address)
            with CaptureQueriesContext(connection) as captured:
                assert client.get(address).status_code == 200
            counts.append(len(captured))
        return counts

    with_one = count()
    content.fill(site["series"], site["speakers"], site["organisation"], site["tags"], 2, first=1)
    assert count() == with_one
    assert max(with_one) <= 10, with_one


def test_pages_name_their_translations(client, home, series, rich_episode):
    locale = Locale.objects.get_or_create(language_code="cs")[0]
    for page in (home, series):
        page.copy_for_translation(locale).save_revision().publish()
    found = {
        url.findtext("loc", namespaces=NAMES): {
            link.get("hreflang"): link.get("href")
            for link in url.findall("{http://www.w3.org/1999/xhtml}link")
        }
        for url in xml(client, "/sitemap-pages.xml").findall("url", NAMES)
    }
    both = {
        "en": f"{SITE}/chat/",
        "cs": f"{SITE}/cs/chat/",
        "x-default": f"{SITE}/chat/",
    }
    assert found[f"{SITE}/chat/"] == found[f"{SITE}/cs/chat/"] == both
    speaker = rich_episode.appearances.first().speaker
    assert found[f"{SITE}{speaker.get_url()}"] == {}
