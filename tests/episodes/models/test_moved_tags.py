"""A renamed or merged topic is found at its old address, in every form of it."""

import pytest

from episodes.authoring import tag_merge
from episodes.models import EpisodeTag
from tests import factories


@pytest.fixture
def chat(series, people):
    ana = factories.SpeakerPageFactory(parent=people)
    courts = factories.TagFactory(name="Courts", slug="courts")
    media = factories.TagFactory(name="Media", slug="media")
    factories.episode(series, [ana], tags=[courts, media])
    courts.slug = "justice"
    courts.save()
    return series


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("tag/courts/", "tag/justice/"),
        ("tag/courts/?page=2", "tag/justice/?page=2"),
        ("tag/courts/feed/", "tag/justice/feed/"),
        ("tag/courts/json/", "tag/justice/json/"),
        ("tag/media/?tag=courts", "tag/media/?tag=justice"),
        ("?tag=courts&tag=media&sort=oldest", "?tag=justice&tag=media&sort=oldest"),
    ],
)
def test_old_address_leads_to_the_new_one(client, chat, old, new):
    response = client.get(f"/chat/{old}")
    assert (response.status_code, response.get("location")) == (301, f"/chat/{new}")
    assert client.get(response["location"]).status_code == 200


def test_a_merged_topic_leads_to_the_one_that_stays(client, chat):
    justice, media = EpisodeTag.objects.order_by("slug")
    tag_merge.merge(media, [justice])
    assert client.get("/chat/tag/courts/")["location"] == "/chat/tag/media/"
    assert client.get("/chat/tag/justice/")["location"] == "/chat/tag/media/"


def test_a_topic_that_never_was_is_not_found(client, chat):
    assert client.get("/chat/tag/nothing/").status_code == 404
    assert client.get("/chat/?tag=nothing").status_code == 200
