"""What a shared link shows."""

import pytest

from tests import factories
from tests.episodes.outputs import reading

SITE = "http://testserver"

# Some tests fetch their page by name, which hides from pytest-django that they need it.
pytestmark = pytest.mark.django_db


def meta(client, page) -> dict[str, str]:
    return reading.meta(client.get(page.get_url()).content.decode())


def test_shared_episode_shows_title_words_and_poster(client, rich_episode, home):
    shown = meta(client, rich_episode)
    image = shown.pop("og:image")
    assert image.startswith(f"{SITE}/media/images/poste")
    assert {name: shown[name] for name in shown if name.startswith(("og:", "twitter:"))} == {
        "og:url": f"{SITE}{rich_episode.get_url()}",
        "og:type": "video.other",
        "og:title": "What keeps a court honest",
        "og:description": "Two people talk about what keeps a court honest.",
        "og:locale": "en_GB",
        "og:image:width": "1344",
        "og:image:height": "756",
        "og:image:alt": "What keeps a court honest",
        "twitter:card": "summary_large_image",
    }


def test_shared_page_names_the_site(client, rich_episode):
    site = factories.Site.objects.get()
    site.site_name = "Talks & more"
    site.save()
    assert meta(client, rich_episode)["og:site_name"] == "Talks &amp; more"


def test_picture_is_described_in_its_own_words(client, rich_episode):
    rich_episode.poster.description = "Two people at a table"
    rich_episode.poster.save()
    assert meta(client, rich_episode)["og:image:alt"] == "Two people at a table"


def test_shared_person_shows_the_upright_portrait_on_a_small_card(client, speaker):
    shown = meta(client, speaker)
    assert (shown["og:type"], shown["twitter:card"]) == ("profile", "summary")
    assert (shown["og:image:width"], shown["og:image:height"]) == ("560", "700")


def test_page_without_picture_shows_a_small_card(client, series):
    shown = meta(client, series)
    assert "og:image" not in shown
    assert shown["twitter:card"] == "summary"


@pytest.mark.parametrize("name", ["home", "series", "people", "organisations", "speaker"])
def test_every_page_names_its_one_address(client, name, request):
    page = request.getfixturevalue(name)
    html = client.get(f"{page.get_url()}?utm_source=x").content.decode()
    assert f'<link rel="canonical" href="{SITE}{page.get_url()}">' in html
    assert html.count('rel="canonical"') == 1


def test_pages_without_words_of_their_own_are_described(client, home, people, organisations):
    person = factories.SpeakerPageFactory(parent=people, title="Ana Novotná", summary="")
    for page, words in [
        (person, "Conversations with Ana Novotná"),
        (people, "Everybody on this site"),
        (organisations, "The organisations on this site"),
    ]:
        html = client.get(page.get_url()).content.decode()
        assert f'<meta name="description" content="{words}' in html
