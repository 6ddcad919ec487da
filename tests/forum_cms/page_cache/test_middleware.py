"""Kept pages: whole, for everybody alike, and never somebody's own."""

import datetime
import gzip
import re

import brotli
import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from forum_cms.models import ContentVersion, StandardPage
from forum_cms.page_cache import address, release, version
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("keeping")]


@pytest.fixture
def about(home):
    return factories.StandardPageFactory(
        parent=home, title="About", introduction="Who we are. " * 99
    )


@pytest.fixture
def guest(people):
    return factories.SpeakerPageFactory(parent=people)


def queries(client, path, **headers):
    with CaptureQueriesContext(connection) as captured:
        response = client.get(path, headers=headers)
    return len(captured), response


def places(tmp_path):
    return len(list((tmp_path / "pages").glob("*.djcache")))


def test_second_visitor_costs_one_query_and_gets_the_same_page(about, client):
    first_count, first = queries(client, about.get_url())
    count, second = queries(client, about.get_url())
    assert first_count > 1 and count == 1
    assert second.content == first.content and b"Who we are." in first.content
    assert second["Content-Security-Policy"] == first["Content-Security-Policy"]
    assert second["Cache-Control"] == "no-cache"
    assert not second.cookies


def test_page_is_made_anew_after_the_state_got_another_name(about, client):
    client.get(about.get_url())
    StandardPage.objects.update(introduction="Somebody else.")
    assert b"Somebody else." not in client.get(about.get_url()).content
    version.renew()
    assert b"Somebody else." in client.get(about.get_url()).content


def test_page_that_is_changed_while_it_is_made_is_not_kept_under_the_new_name(about, client):
    old = version.current()
    client.get(about.get_url())
    StandardPage.objects.update(introduction="Later.")
    new = version.renew()
    assert old != new
    # As a slow worker would do: what it began before the change it stores after it.
    ContentVersion.objects.update(token=old)
    client.get(about.get_url())
    ContentVersion.objects.update(token=new)
    assert b"Later." in client.get(about.get_url()).content


def test_browser_that_has_the_page_is_told_so(about, client):
    etag = client.get(about.get_url())["ETag"]
    count, answer = queries(client, about.get_url(), if_none_match=etag)
    assert (count, answer.status_code, answer.content) == (1, 304, b"")
    StandardPage.objects.update(introduction="Somebody else.")
    version.renew()
    assert client.get(about.get_url(), headers={"if-none-match": etag}).status_code == 200


def test_unchanged_page_is_not_sent_again_after_a_change_elsewhere(about, client):
    etag = client.get(about.get_url())["ETag"]
    version.renew()
    answer = client.get(about.get_url(), headers={"if-none-match": etag})
    assert (answer.status_code, answer["ETag"]) == (304, etag)
    assert client.get(about.get_url()).status_code == 200  # and was kept in full


def test_date_is_told_once_its_second_is_over(about, client):
    start = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
    with time_machine.travel(start, tick=False) as clock:
        client.get(about.get_url())
        clock.shift(0.5)
        assert not client.get(about.get_url()).has_header("Last-Modified")
        clock.shift(1)
        date = client.get(about.get_url())["Last-Modified"]
        assert date == "Sun, 01 Mar 2026 12:00:00 GMT"
        assert client.get(about.get_url(), headers={"if-modified-since": date}).status_code == 304
        StandardPage.objects.update(introduction="Somebody else.")
        version.renew()
        answer = client.get(about.get_url(), headers={"if-modified-since": date})
        assert answer.status_code == 200 and b"Somebody else." in answer.content


def test_packed_as_the_browser_likes_it(about, client):
    plain = client.get(about.get_url())
    assert not plain.has_header("Content-Encoding")
    packed = client.get(about.get_url(), headers={"accept-encoding": "gzip, deflate, br"})
    zipped = client.get(about.get_url(), headers={"accept-encoding": "gzip, br;q=0"})
    assert packed["Content-Encoding"] == "br" and zipped["Content-Encoding"] == "gzip"
    assert brotli.decompress(packed.content) == plain.content == gzip.decompress(zipped.content)
    assert int(packed["Content-Length"]) == len(packed.content) < len(plain.content)
    assert "Accept-Encoding" in packed["Vary"]


def test_head_tells_of_the_page_and_sends_nothing(about, client):
    whole = client.get(about.get_url())
    with CaptureQueriesContext(connection) as captured:
        head = client.head(about.get_url())
    assert (len(captured), head.content) == (1, b"")
    assert head["Content-Length"] == str(len(whole.content))
    assert head["ETag"] == whole["ETag"]


def test_part_of_a_page_is_answered_with_the_whole(about, client):
    client.get(about.get_url())
    answer = client.get(about.get_url(), headers={"range": "bytes=0-9"})
    assert answer.status_code == 200 and len(answer.content) > 10


def test_staff_never_read_or_leave_a_kept_page(about, client, admin_client, tmp_path):
    answer = admin_client.get(about.get_url())
    assert "private" in answer["Cache-Control"]
    assert places(tmp_path) == 0
    client.get(about.get_url())
    StandardPage.objects.update(introduction="Only in the database.")
    assert b"Only in the database." in admin_client.get(about.get_url()).content


def test_preview_of_a_draft_is_not_left_for_visitors(about, client, tmp_path):
    about.introduction = "Not for visitors yet."
    preview = about.make_preview_request()
    assert b"Not for visitors yet." in preview.content
    assert places(tmp_path) == 0
    assert b"Not for visitors yet." not in client.get(about.get_url()).content


@pytest.mark.parametrize("path", ["/nowhere/", "/about", "/admin/login/", "//about//", "/healthz"])
def test_what_is_no_page_is_not_kept(about, client, tmp_path, path):
    client.get(path)
    assert places(tmp_path) == 0


def test_page_that_asks_for_a_password_is_not_kept(about, client, tmp_path):
    about.view_restrictions.create(restriction_type="password", password="open sesame")
    assert b"csrfmiddlewaretoken" in client.get(about.get_url()).content
    assert places(tmp_path) == 0


def test_hosts_and_schemes_are_kept_apart(about, client):
    url = about.get_url()
    for headers, secure in (({}, False), ({"host": "www.localhost"}, False), ({}, True)):
        first = client.get(url, headers=headers, secure=secure)
        again = client.get(url, headers=headers, secure=secure)
        host = headers.get("host", "testserver").encode()
        canonical = (b"https://" if secure else b"http://") + host + url.encode()
        assert canonical in first.content and again.content == first.content


def test_host_that_a_visitor_made_up_is_told_to_nobody_else(about, client):
    url = about.get_url()
    assert b"evil.example" in client.get(url, headers={"host": "evil.example"}).content
    client.get(f"{url}?a=1", headers={"x-forwarded-host": "evil.example", "x-host": "evil.example"})
    for path in (url, f"{url}?a=1"):
        assert b"evil.example" not in client.get(path).content


def test_trackers_and_order_make_no_other_page(about, client, tmp_path):
    url = about.get_url()
    first = client.get(f"{url}?b=2&a=1&utm_source=letter&fbclid=abc")
    count, second = queries(client, f"{url}?a=1&b=2")
    assert (count, second.content) == (1, first.content)
    assert client.get(f"{url}?utm_campaign=x").status_code == 200
    assert places(tmp_path) == 2  # the page, and its one choice
    assert b"fbclid" not in first.content and b"letter" not in first.content


def test_order_of_several_values_of_one_name_stays(rf):
    request = rf.get("/?tag=b&tag=a&page=2&gclid=1")
    address.forget_tracking(request)
    assert request.META["QUERY_STRING"] == "page=2&tag=b&tag=a"
    assert request.GET.getlist("tag") == ["b", "a"]


@pytest.mark.parametrize("query", ["q=P%C4%99", "a=%FF%FE&b", "a=1;b=2", "=&&==", "x", "%00=%00"])
def test_strange_query_strings_reach_the_page_as_they_are(rf, query):
    request = rf.get(f"/?{query}")
    before = request.META["QUERY_STRING"]
    address.forget_tracking(request)
    assert request.META["QUERY_STRING"] == before


def test_raw_letters_in_a_query_string_survive_sorting(rf):
    request = rf.get("/")
    request.META["QUERY_STRING"] = "q=kř&a=1".encode().decode("latin-1")
    address.forget_tracking(request)
    assert (request.GET["q"], request.GET["a"]) == ("kř", "1")


def test_flood_of_query_strings_fills_a_bounded_number_of_places(
    about, client, tmp_path, monkeypatch
):
    monkeypatch.setattr(address, "CHOICES", 5)
    url = about.get_url()
    client.get(url)
    for number in range(40):
        assert client.get(f"{url}?x={number}").status_code == 200
    assert places(tmp_path) <= 6
    count, _ = queries(client, url)
    assert count == 1  # the page itself was not driven out
    client.get(f"{url}?x={'y' * 2000}")
    assert places(tmp_path) <= 6


def test_production_has_more_places_than_choices(settings):
    text = (settings.BASE_DIR / "forum_cms/settings/production.py").read_text()
    assert int(re.search(r'"MAX_ENTRIES": (\d+)', text)[1]) > 2 * address.CHOICES


def test_place_of_another_request_is_not_mistaken_for_ours(series, guest, client, monkeypatch):
    monkeypatch.setattr(address, "CHOICES", 1)
    url = series.get_url()
    factories.episode(
        series, [guest], tags=[factories.TagFactory(name="Courts")], title="On courts"
    )
    version.renew()
    one = client.get(f"{url}?tag=courts")
    other = client.get(f"{url}?tag=elections")
    assert one.content != other.content
    assert client.get(f"{url}?tag=courts").content == one.content


def test_premiere_that_passes_changes_the_pages(series, guest, client):
    start = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
    with time_machine.travel(start, tick=False) as clock:
        page = factories.episode(
            series,
            [guest],
            video="",
            title="Soon",
            premieres_at=start + datetime.timedelta(minutes=5),
        )
        version.renew()
        assert b"Premieres" in client.get(page.get_url()).content
        clock.shift(299)
        assert queries(client, page.get_url())[0] == 1
        clock.shift(2)
        assert b"Premieres" not in client.get(page.get_url()).content
        assert queries(client, page.get_url())[0] == 1


def test_new_release_shows_no_page_of_the_old_one(about, client, monkeypatch):
    client.get(about.get_url())
    monkeypatch.setattr(release, "fingerprint", lambda: "newer")
    fresh = type(client)()
    assert queries(fresh, about.get_url())[0] > 1
