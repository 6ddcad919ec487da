"""Passages of what was said: made from captions, quotes and takeaways, found and played."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from episodes.models import Captions, EpisodeVideo, SaidPassage, Takeaway
from episodes.search import index
from tests import factories

CUES = [
    {"start": 1.0, "end": 4.0, "text": "Good evening, Václave.", "speaker": "Ana"},
    {"start": 4.0, "end": 8.0, "text": "We speak of", "speaker": "Ana"},
    {"start": 8.0, "end": 12.0, "text": "lighthouses tonight.", "speaker": "Ana"},
    {"start": 60.0, "end": 64.0, "text": "Lighthouses have keepers.", "speaker": "Bo"},
]


@pytest.fixture
def episode(series, people):
    person = factories.SpeakerPageFactory(parent=people, title="Ana Novotná")
    body = [
        {"type": "quote", "value": {"text": "Fog is a border.", "speaker": person.pk, "start": 33}}
    ]
    page = factories.episode(
        series, [person], title="Coasts", body=json.dumps(body), live=False, video=""
    )
    page.takeaways = [Takeaway(text="Beacons outlast states.", start_s=90), Takeaway(text="Fog.")]
    video = EpisodeVideo(link="https://www.youtube.com/watch?v=abcdefghijk", duration_s=1810)
    video.captions.add(Captions(language="en", cues=CUES))
    video.captions.add(Captions(language="en", kind="chapters", cues=CUES))
    page.videos.add(video)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def said() -> list[tuple]:
    rows = SaidPassage.objects.order_by("kind", "pk")
    return [(row.kind, row.speaker, row.language, row.starts, row.text) for row in rows]


def shown(client, words: str) -> list[tuple]:
    answer = client.get("/search/", {"q": words})
    assert answer.status_code == 200
    return [
        (passage.kind, passage.start_s, passage.speaker, passage.text)
        for one in answer.context["results"].conversations
        for passage in one.passages
    ]


def test_passages_are_what_plays_from_a_second(episode):
    assert said() == [
        ("quote", "Ana Novotná", "", [[0, 33]], "Fog is a border."),
        (
            "said",
            "Ana",
            "en",
            [[0, 1], [23, 4]],
            "Good evening, Václave. We speak of lighthouses tonight.",
        ),
        ("said", "Bo", "en", [[0, 60]], "Lighthouses have keepers."),
        ("takeaway", "", "", [[0, 90]], "Beacons outlast states."),
    ]


def test_passages_are_found_with_their_second(client, episode):
    assert shown(client, "vaclave") == [("said", 1, "Ana", said()[1][4])]
    assert shown(client, "lighthouses") == [
        ("said", 4, "Ana", said()[1][4]),
        ("said", 60, "Bo", "Lighthouses have keepers."),
    ]
    assert shown(client, '"speak of lighthouses"') == [("said", 4, "Ana", said()[1][4])]
    assert shown(client, '"lighthouses of speak"') == []
    assert shown(client, "beacons") == [("takeaway", 90, "", "Beacons outlast states.")]
    assert shown(client, "border") == [("quote", 33, "Ana Novotná", "Fog is a border.")]


def test_passage_is_played_from_there(client, episode):
    html = client.get("/search/", {"q": "keepers"}).content.decode()
    assert f'href="{episode.get_url()}?t=60"' in html
    assert "Lighthouses have <mark>keepers</mark>." in html


def test_only_changed_captions_are_read_again(episode):
    before = dict(SaidPassage.objects.values_list("pk", "text"))
    episode.title = "Shores"
    episode.save_revision().publish()
    assert dict(SaidPassage.objects.values_list("pk", "text")) == before
    with CaptureQueriesContext(connection) as captured:
        list(index.rebuild())
    written = [query["sql"] for query in captured if query["sql"].startswith(("INSERT", "DELETE"))]
    assert [sql for sql in written if "saidpassage" in sql] == []
    captions = Captions.objects.get(kind="captions")
    captions.cues = [{**CUES[0], "text": "Good night."}]
    captions.save()
    index.update_episodes([episode.pk])
    kept = {text for key, text in SaidPassage.objects.values_list("pk", "text") if key in before}
    assert kept == {"Fog is a border.", "Beacons outlast states."}
    assert SaidPassage.objects.get(kind="said").text == "Good night."


def test_nothing_said_is_kept_of_what_nobody_may_see(client, episode):
    episode.unpublish()
    assert said() == []
    assert shown(client, "lighthouses") == []
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM episodes_saidpassage_fts "
                "WHERE episodes_saidpassage_fts MATCH 'lighthouses'"
            )
            assert cursor.fetchone() == (0,)
