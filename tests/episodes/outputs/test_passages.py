"""Where a video begins, and the passages that search engines hear of."""

import re

import pytest

from episodes.models import EpisodeVideo
from episodes.outputs import passages
from episodes.outputs.passages import Passage
from tests import factories

WATCH = "https://www.youtube.com/watch?v=abcdefghijk"


@pytest.mark.parametrize(
    ("written", "seconds"), [("90", 90), ("1m30s", 90), ("1:30", 90), ("90s", 90), ("1.9", 1)]
)
def test_start_reads_a_time_however_it_is_written(written, seconds):
    assert passages.start_s(written, 1810) == seconds


@pytest.mark.parametrize(
    "written", ["", "0", "-5", "x", "1810", "99999", "9" * 5000, "\x00", "<script>", "٣"]
)
def test_start_is_nothing_for_what_is_no_time_inside_the_video(written):
    assert passages.start_s(written, 1810) is None


PLAYER_START = re.compile(r'<episode-player[^>]* data-start="(\d+)"')


def test_start_is_believed_where_the_length_is_unknown():
    assert passages.start_s("99999", None) == 99999


def test_passages_end_where_the_next_one_begins_or_with_the_video():
    given = [Passage(60, None, "b"), Passage(0, None, "a"), Passage(90, 5000, "c")]
    assert passages.in_order(given, 120) == [
        Passage(0, 60, "a"),
        Passage(60, 90, "b"),
        Passage(90, 120, "c"),
    ]


def test_passages_have_starts_of_their_own_inside_the_video():
    given = [Passage(5, None, "first"), Passage(5, 9, "second"), Passage(120, None, "late")]
    assert passages.in_order(given, 120) == [Passage(5, 120, "first")]


def test_passages_of_a_video_without_length_may_have_no_end():
    assert passages.in_order([Passage(5, 4, "a")], None) == [Passage(5, None, "a")]


def test_video_of_less_than_30_seconds_has_no_passages():
    assert passages.in_order([Passage(5, 9, "a")], 29) == []


def html_at(client, page, query: str) -> str:
    return client.get(f"{page.get_url()}{query}").content.decode()


def test_address_with_a_second_leads_to_that_second_at_the_provider(client, rich_episode):
    html = html_at(client, rich_episode, "?t=100")
    assert f'href="{WATCH}&amp;t=100s"' in html
    assert PLAYER_START.findall(html) == ["100"]


@pytest.mark.parametrize("query", ["", "?t=", "?t=x", "?t=-1", "?t=0", "?t=999999", "?t=%00"])
def test_address_without_a_readable_second_begins_at_the_beginning(client, rich_episode, query):
    html = html_at(client, rich_episode, query)
    assert f'href="{WATCH}" rel="noopener" aria-describedby="player-note"' in html
    assert "<episode-player" in html
    assert PLAYER_START.findall(html) == []


def test_address_with_a_second_starts_the_own_file_there(client, series, speaker, own_file):
    page = factories.episode(series, [speaker], video="", live=False)
    page.videos.add(EpisodeVideo(media=own_file, duration_s=60))
    page.videos.add(EpisodeVideo(media=own_file, kind="full", duration_s=90))
    page.save_revision().publish()
    html = html_at(client, page, "?t=20")
    assert html.count(f'src="{own_file.url}#t=20"') == 1
    assert f'src="{own_file.url}"' in html


def test_address_with_a_second_is_the_same_page_for_search_engines(client, rich_episode):
    html = html_at(client, rich_episode, "?t=90")
    assert f'<link rel="canonical" href="http://testserver{rich_episode.get_url()}">' in html
