"""Addresses of videos."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from episodes.formats.errors import FormatError
from episodes.formats.video_links import VideoLink, parse

ID = "abcDEF_12-3"
UUID = "9c9de5e8-0a1e-484a-b099-e80766180a6d"
SHORT = "kkGMgK9ZtnKfYAgnEtQxbv"
HOSTS = {"peer.example.org"}


@pytest.mark.parametrize(
    ("url", "start_s"),
    [
        (f"https://www.youtube.com/watch?v={ID}", None),
        (f"http://youtube.com/watch?feature=share&v={ID}&t=1m30s", 90),
        (f"https://m.youtube.com/watch?v={ID}&list=PL123&index=2", None),
        (f"https://youtu.be/{ID}?t=90", 90),
        (f"https://youtu.be/{ID}?si=x#t=15", 15),
        (f"https://www.youtube.com/embed/{ID}?start=90", 90),
        (f"https://www.youtube-nocookie.com/embed/{ID}", None),
        (f"https://www.youtube.com/shorts/{ID}", None),
        (f"https://www.youtube.com/live/{ID}?feature=share", None),
        (f"https://www.youtube.com/v/{ID}", None),
        (f"  youtu.be/{ID}  ", None),
        (f"WWW.YouTube.com/watch?v={ID}&t=rubbish", None),
    ],
)
def test_youtube_addresses_give_the_video(url, start_s):
    assert parse(url) == VideoLink("youtube", ID, "www.youtube.com", start_s)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://vimeo.com/76979871", VideoLink("vimeo", "76979871", "vimeo.com")),
        (
            "https://vimeo.com/123/abcdef",
            VideoLink("vimeo", "123", "vimeo.com", None, "abcdef"),
        ),
        (
            "https://player.vimeo.com/video/123?h=abcdef1234#t=90s",
            VideoLink("vimeo", "123", "vimeo.com", 90, "abcdef1234"),
        ),
        ("https://vimeo.com/channels/staff/123", VideoLink("vimeo", "123", "vimeo.com")),
        ("https://vimeo.com/groups/some/videos/123", VideoLink("vimeo", "123", "vimeo.com")),
        ("https://vimeo.com/showcase/55/video/123", VideoLink("vimeo", "123", "vimeo.com")),
    ],
)
def test_vimeo_addresses_keep_the_private_part(url, expected):
    assert parse(url) == expected


@pytest.mark.parametrize(
    ("path", "video_id", "start_s"),
    [
        (f"/w/{SHORT}", SHORT, None),
        (f"/videos/watch/{UUID}?start=1m30s", UUID, 90),
        (f"/videos/embed/{UUID}", UUID, None),
    ],
)
def test_peertube_addresses_work_for_trusted_hosts(path, video_id, start_s):
    link = parse(f"https://peer.example.org{path}", HOSTS)
    assert link == VideoLink("peertube", video_id, "peer.example.org", start_s)
    with pytest.raises(FormatError, match=r"cannot show videos from “peer.example.org”"):
        parse(f"https://peer.example.org{path}")


@pytest.mark.parametrize(
    ("link", "watch_url", "embed_url"),
    [
        (
            VideoLink("youtube", ID, "www.youtube.com", 90),
            f"https://www.youtube.com/watch?v={ID}&t=90s",
            f"https://www.youtube-nocookie.com/embed/{ID}?start=90",
        ),
        (
            VideoLink("vimeo", "123", "vimeo.com", None, "abcdef"),
            "https://vimeo.com/123/abcdef",
            "https://player.vimeo.com/video/123?h=abcdef&dnt=1",
        ),
        (
            VideoLink("peertube", UUID, "peer.example.org", 5),
            f"https://peer.example.org/w/{UUID}?start=5s",
            f"https://peer.example.org/videos/embed/{UUID}?start=5s",
        ),
    ],
)
def test_video_link_builds_its_addresses(link, watch_url, embed_url):
    assert (link.watch_url, link.embed_url) == (watch_url, embed_url)
    assert parse(watch_url, HOSTS) == parse(embed_url, HOSTS) == link


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("https://www.youtube.com/playlist?list=PL123", "playlist"),
        ("https://www.youtube.com/watch?list=PL123", "playlist"),
        ("https://www.youtube.com/embed/videoseries?list=PL123", "playlist"),
        ("https://peer.example.org/w/p/abc", "playlist"),
        ("https://www.youtube.com/@forum", "channel"),
        ("https://www.youtube.com/channel/UC123/videos", "channel"),
        ("https://www.youtube.com/c/forum", "channel"),
        (f"https://studio.youtube.com/video/{ID}/edit", "only for the owner"),
        (f"https://www.youtube.com/edit?video_id={ID}", "only for the owner"),
        ("https://vimeo.com/manage/videos/123", "only for the owner"),
        ("https://vimeo.com/showcase/55", "list of videos"),
        ("https://www.youtube.com/watch?v=short", "11 letters"),
        ("https://www.youtube.com/watch?v=<script>", "11 letters"),
        ("https://www.youtube.com/", "no video"),
        ("https://vimeo.com/about", "no video"),
        ("https://vimeo.com/123/<b>", "damaged"),
        (f"https://youtube.com.example.net/watch?v={ID}", "cannot show videos from"),
        (f"https://evilyoutube.com/watch?v={ID}", "cannot show videos from"),
        ("https://example.com/video.mp4", "cannot show videos from"),
        ("javascript:alert(1)", "should begin with https"),
        ("ftp://youtu.be/x", "should begin with https"),
        (f"https://me:pw@youtu.be/{ID}", "should begin with https"),
        ("https://[::1", "should begin with https"),
        ("rubbish", "should begin with https"),
        ("", "is empty"),
        ("x" * 10_000, "10000 characters"),
        ("https://youtu.be/" + "x" * 10_000, "characters long"),
    ],
)
def test_other_addresses_get_a_helpful_sentence(url, says):
    with pytest.raises(FormatError) as caught:
        parse(url, HOSTS)
    assert says in str(caught.value)
    assert len(str(caught.value)) < 300


@given(st.text())
def test_parse_raises_only_format_errors(url):
    for address in (url, f"https://{url}", f"https://youtu.be/{url}", f"https://vimeo.com/{url}"):
        with contextlib.suppress(FormatError):
            parse(address, HOSTS)
