"""Structured data of every kind of page: complete, valid, and never more than visitors may see."""

import datetime

import pytest
from django.utils import timezone

from episodes.models import EpisodeVideo
from speakers.models import SpeakerLink
from tests import factories
from tests.episodes.outputs import reading, schema
from tests.episodes.outputs.conftest import HOSTILE, SECRET

SITE = "http://testserver"

# Some tests fetch their page by name, which hides from pytest-django that they need it.
pytestmark = pytest.mark.django_db


def read(client, page, query: str = "") -> str:
    answer = client.get(page.get_url() + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_video_says_all_that_search_engines_need(client, rich_episode, series):
    video = reading.node(read(client, rich_episode), "VideoObject")
    address = f"{SITE}{rich_episode.get_url()}"
    assert video["name"] == "What keeps a court honest"
    assert video["uploadDate"] == "2024-07-05T00:00:00+02:00"
    assert video["dateCreated"] == "2024-06-03"
    assert video["description"] == "Two people talk about what keeps a court honest."
    assert video["duration"] == "PT30M10S"
    assert video["inLanguage"] == "en"
    assert video["embedUrl"] == "https://www.youtube-nocookie.com/embed/abcdefghijk"
    assert "contentUrl" not in video
    assert video["thumbnailUrl"].startswith(f"{SITE}/media/images/poste")
    assert video["url"] == address
    assert video["identifier"] == f"urn:uuid:{rich_episode.uid}"
    assert sorted(video["keywords"]) == ["Courts", "Elections"]
    assert video["isPartOf"]["url"] == f"{SITE}{series.get_url()}"


def test_clips_have_starts_of_their_own_and_lead_to_the_same_path(client, rich_episode):
    address = f"{SITE}{rich_episode.get_url()}"
    video = reading.node(read(client, rich_episode), "VideoObject")
    assert video["hasPart"] == [
        {
            "@type": "Clip",
            "name": "Habits outlast laws.",
            "startOffset": 90,
            "endOffset": 754,
            "url": f"{address}?t=90",
        },
        {
            "@type": "Clip",
            "name": "A right is a habit.",
            "startOffset": 754,
            "endOffset": 760,
            "url": f"{address}?t=754",
        },
    ]


def test_people_of_the_video_are_who_they_were_that_day(client, rich_episode, speaker):
    video = reading.node(read(client, rich_episode), "VideoObject")
    assert video["actor"] == [
        {
            "@type": "Person",
            "name": "Dora Řeháková",
            "honorificPrefix": "Dr.",
            "jobTitle": "Judge",
            "affiliation": {"@type": "Organization", "name": "Bureau of Open Doors"},
            "url": f"{SITE}{speaker.get_url()}",
        }
    ]
    assert video["contributor"] == [
        {"@type": "Person", "name": "Jan Hora", "jobTitle": "Journalist"}
    ]


def test_own_file_is_named_by_its_address(client, series, speaker, own_file):
    page = factories.episode(
        series, [speaker], video="", live=False, poster=factories.image("Poster")
    )
    page.videos.add(EpisodeVideo(media=own_file, duration_s=29))
    page.save_revision().publish()
    video = reading.node(read(client, page), "VideoObject")
    assert video["contentUrl"] == f"{SITE}{own_file.url}"
    assert "embedUrl" not in video
    assert video["duration"] == "PT29S"


def test_video_without_poster_shows_the_providers_still(client, series, speaker):
    page = factories.episode(series, [speaker])
    video = reading.node(read(client, page), "VideoObject")
    assert video["thumbnailUrl"] == "https://i.ytimg.com/vi/abcdefghijk/hqdefault.jpg"


def test_video_without_any_picture_is_left_out(client, series, speaker):
    page = factories.episode(series, [speaker], video="https://vimeo.com/76979871")
    assert reading.kinds(read(client, page)) == ["BreadcrumbList"]


def test_announced_episode_without_video_has_none(client, series, speaker):
    premiere = timezone.now() + datetime.timedelta(days=9)
    page = factories.episode(
        series, [speaker], video="", premieres_at=premiere, poster=factories.image("Poster")
    )
    assert reading.kinds(read(client, page)) == ["BreadcrumbList"]


def test_breadcrumbs_lead_from_the_front_page(client, rich_episode, series):
    way = reading.node(read(client, rich_episode), "BreadcrumbList")["itemListElement"]
    steps = [(step["position"], step["name"], step["item"]["@id"]) for step in way]
    assert steps == [
        (1, "Home", f"{SITE}/"),
        (2, "Chat", f"{SITE}{series.get_url()}"),
        (3, "What keeps a court honest", f"{SITE}{rich_episode.get_url()}"),
    ]


def test_series_lists_the_episodes_that_it_shows(client, series, rich_episode):
    page = reading.node(read(client, series), "CollectionPage")
    assert (page["name"], page["url"]) == ("Chat", f"{SITE}{series.get_url()}")
    assert page["mainEntity"]["numberOfItems"] == 1
    (item,) = page["mainEntity"]["itemListElement"]
    assert (item["position"], item["url"]) == (1, f"{SITE}{rich_episode.get_url()}")


def test_second_page_of_results_counts_on(client, series, speaker):
    for number in range(13):
        factories.episode(series, [speaker], slug=f"c-{number}")
    page = reading.node(read(client, series, "?page=2"), "CollectionPage")
    assert page["url"] == f"{SITE}{series.get_url()}?page=2"
    assert [item["position"] for item in page["mainEntity"]["itemListElement"]] == [13]


def test_topic_has_a_page_and_a_step_of_its_own(client, series, rich_episode):
    html = read(client, series, "tag/courts/")
    assert reading.node(html, "CollectionPage")["name"] == "Courts"
    way = reading.node(html, "BreadcrumbList")["itemListElement"]
    assert [step["name"] for step in way] == ["Home", "Chat", "Courts"]


def test_person_is_who_they_are_today(client, speaker, organisation):
    speaker.links.add(SpeakerLink(kind="wikipedia", url="https://en.wikipedia.org/wiki/Example"))
    speaker.save()
    page = reading.node(read(client, speaker), "ProfilePage")
    person = page["mainEntity"]
    assert person.pop("image").startswith(f"{SITE}/media/images/face")
    assert person == {
        "@type": "Person",
        "name": "Dora Řeháková",
        "honorificPrefix": "Dr.",
        "alternateName": ["Dora Rehakova"],
        "jobTitle": "Chief Judge",
        "worksFor": {
            "@type": "Organization",
            "name": "Bureau of Open Doors",
            "url": f"{SITE}{organisation.get_url()}",
        },
        "description": "She writes about courts.",
        "url": f"{SITE}{speaker.get_url()}",
        "sameAs": ["https://en.wikipedia.org/wiki/Example"],
    }


def test_organisation_is_named_with_its_logo(client, organisation):
    data = reading.node(read(client, organisation), "NGO")
    assert data["logo"].startswith(f"{SITE}/media/images/logo")
    assert data["alternateName"] == ["BOD", "Open Door Office"]
    assert data["sameAs"] == ["https://bureau.example.org/"]


def test_front_page_names_the_site(client, home):
    assert reading.graph(read(client, home)) == [
        {"@type": "WebSite", "name": "Home", "url": f"{SITE}/", "inLanguage": "en"}
    ]


def test_structured_data_is_valid_by_schema_org(client, rich_episode, series, speaker):
    types = reading.schema_types()
    pages = (series.get_parent(), series, rich_episode, speaker, speaker.organisation)
    nodes = [node for page in pages for node in reading.graph(read(client, page))]
    nodes += reading.graph(read(client, series, "tag/courts/"))
    assert [problem for node in nodes for problem in schema.problems(node, types)] == []
    kinds = {node["@type"] for node in nodes}
    assert kinds >= {"VideoObject", "CollectionPage", "ProfilePage", "NGO", "WebSite"}


def test_validator_sees_what_is_wrong():
    types = reading.schema_types()
    clip = {"@type": "Clip", "startOffset": "90", "colour": "red"}
    assert len(schema.problems(clip, types)) == 2


def test_hostile_text_stays_text(client, series, people):
    person = factories.SpeakerPageFactory(parent=people, title=HOSTILE, role=HOSTILE)
    page = factories.episode(
        series, [person], title=HOSTILE, slug="hostile", lead=HOSTILE, poster=factories.image()
    )
    for one in (page, person):
        html = read(client, one)
        assert "</script><script>x" not in html
        assert reading.graph(html)
    video = reading.node(read(client, page), "VideoObject")
    assert (video["name"], video["description"]) == (HOSTILE, HOSTILE)
    assert video["actor"][0]["name"] == HOSTILE
    assert reading.node(read(client, person), "ProfilePage")["mainEntity"]["jobTitle"] == HOSTILE


def test_structured_data_knows_only_what_visitors_may_see(client, secrets, rich_episode, speaker):
    for page in (rich_episode.series, rich_episode, speaker, rich_episode.get_parent()):
        html = read(client, page)
        assert reading.graph(html)
        assert SECRET not in html
        assert "unspoken" not in html


def test_person_of_an_episode_whose_page_is_a_draft_has_no_address(client, rich_episode, speaker):
    speaker.unpublish()
    video = reading.node(read(client, rich_episode), "VideoObject")
    assert "url" not in video["actor"][0]


@pytest.mark.parametrize("page_name", ["rich_episode", "speaker", "organisation", "series"])
def test_preview_of_a_page_carries_valid_data(request, page_name):
    page = request.getfixturevalue(page_name)
    answer = page.make_preview_request()
    assert answer.status_code == 200
    assert reading.graph(answer.content.decode())
