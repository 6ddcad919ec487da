"""Every kind of page takes a fixed number of queries, however much there is."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from episodes.models import Captions, EpisodeVideo
from tests import content

SMALL, LARGE = 3, 300

#: Queries of a page whose pictures are made already.
PINNED = {
    "home": 14,
    "series": 10,
    "series, two tags": 11,
    "series, every kind chosen": 11,
    "series, last page": 10,
    "tag": 12,
    "episode": 14,
    "episode, said": 15,
    "people": 8,
    "organisations": 8,
    "speaker": 15,
    "organisation": 16,
}


def addresses(site: dict) -> dict[str, str]:
    series = site["series"].get_url()
    return {
        "home": site["home"].get_url(),
        "series": series,
        "series, two tags": f"{series}?tag=courts&tag=elections",
        "series, every kind chosen": f"{series}?tag=courts&year=2020&year=2021&language=en"
        f"&speaker={site['speaker'].slug}&organisation={site['organisation'].slug}&sort=title",
        "series, last page": f"{series}?page=99999",
        "tag": f"{series}tag/courts/",
        "episode": site["episodes"][1].get_url(),
        "episode, said": site["episodes"][2].get_url(),
        "people": site["people"].get_url(),
        "organisations": site["organisations"].get_url(),
        "speaker": site["speaker"].get_url(),
        "organisation": site["organisation"].get_url(),
    }


def give_words(video: EpisodeVideo) -> None:
    """Everything that a page shows of what was said: two languages, voices, a chapter file."""
    said = [
        {"start": 1.0, "end": 4.0, "text": "Good evening.", "speaker": "Vera"},
        {"start": 4.0, "end": 8.0, "text": "Good evening to you.", "speaker": "Oto"},
    ]
    kinds = [("en", "captions"), ("cs", "subtitles"), ("en", "chapters")]
    Captions.objects.bulk_create(
        Captions(video=video, language=language, kind=kind, cues=said, sort_order=order)
        for order, (language, kind) in enumerate(kinds)
    )


def count_queries(client, address: str) -> int:
    # The first view makes the pictures' renditions and warms what is kept for all requests.
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


@pytest.mark.django_db
def test_pages_take_the_same_queries_with_3_and_300_episodes(client):
    site = content.small_site(SMALL)
    call_command("make_renditions", verbosity=0)
    give_words(site["episodes"][2].videos.get())
    pages = addresses(site)
    shown = client.get(pages["episode, said"]).content.decode()
    assert "Good evening to you." in shown and "?t=60" in shown
    small = {name: count_queries(client, address) for name, address in pages.items()}
    content.fill(
        site["series"],
        site["speakers"],
        site["organisation"],
        site["tags"],
        LARGE - SMALL,
        first=SMALL,
    )
    large = {name: count_queries(client, address) for name, address in pages.items()}
    assert large == small
    assert small == PINNED
