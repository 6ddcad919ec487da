"""Two processes of gunicorn, no Redis: what is published, every visitor sees within a second."""

import time
import urllib.error
import urllib.request

import pytest

from episodes.models import EpisodeTag
from tests import content

VISITS = 30
WITHIN_S = 1.0

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def get(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def visits(address: str) -> list[tuple[int, str]]:
    return [get(address) for _ in range(VISITS)]


def rename_tag(site: dict, words: str) -> None:
    tag = EpisodeTag.objects.get(pk=site["tags"][0].pk)
    tag.name = words
    tag.save()


def edit_speaker(site: dict, words: str) -> None:
    person = site["speaker"]
    person.title = words
    person.save_revision().publish()


def retitle_episode(site: dict, words: str) -> None:
    page = site["episodes"][0]
    page.title = words
    page.save_revision().publish()


def test_change_is_seen_by_every_visitor_within_a_second(production_site: str):
    site = content.small_site(3)
    shown_on = [production_site + site[name].get_url() for name in ("series", "home")]
    shown_on.append(production_site + site["episodes"][0].get_url())
    for number, change in enumerate((retitle_episode, edit_speaker, rename_tag)):
        words = f"Seen at once {number}"
        for address in shown_on:  # every worker has it, and it is kept
            before = visits(address)
            assert {status for status, _ in before} == {200}
            assert not any(words in html for _, html in before)
        change(site, words)
        began = time.monotonic()
        for address in shown_on:
            assert words in get(address)[1]
        assert time.monotonic() - began < WITHIN_S * len(shown_on)
        for address in shown_on:
            assert [words in html for _, html in visits(address)] == [True] * VISITS


def test_unpublished_page_is_gone_and_published_one_there(production_site: str):
    site = content.small_site(3)
    episode = site["episodes"][0]
    own, listing = production_site + episode.get_url(), production_site + site["series"].get_url()
    assert {status for status, _ in visits(own)} == {200}
    assert all(episode.title in html for _, html in visits(listing))
    episode.unpublish()
    assert {status for status, _ in visits(own)} == {404}
    assert not any(episode.title in html for _, html in visits(listing))
    episode.save_revision().publish()
    assert {status for status, _ in visits(own)} == {200}
    assert all(episode.title in html for _, html in visits(listing))
