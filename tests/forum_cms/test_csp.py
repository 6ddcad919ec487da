"""The policies that browsers get; what the browser makes of them is in journeys/."""

import pytest

from tests import factories


def directives(answer) -> dict[str, list[str]]:
    parts = answer.headers["Content-Security-Policy"].split(";")
    return {name: values for name, *values in (part.split() for part in parts if part.strip())}


@pytest.fixture
def addresses(series, people, organisations):
    person = factories.SpeakerPageFactory(parent=people)
    organisation = factories.OrganisationPageFactory(parent=organisations)
    tag = factories.TagFactory(name="Courts")
    episode = factories.episode(series, [person], [tag])
    pages = [series, people, organisations, person, organisation, episode]
    return ["/", f"{series.get_url()}tag/courts/", "/nowhere/", *(page.get_url() for page in pages)]


def test_csp_of_public_pages_allows_nothing_inline(client, addresses):
    for address in addresses:
        policy = directives(client.get(address))
        assert policy["default-src"] == ["'none'"], address
        assert policy["object-src"] == ["'none'"], address
        assert policy["base-uri"] == ["'none'"], address
        for values in policy.values():
            assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "https:"} & set(values), address


def test_csp_of_public_pages_names_no_foreign_host_outside_frames(client, addresses):
    for address in addresses:
        policy = directives(client.get(address))
        frames = policy.pop("frame-src")
        assert frames == [
            "'self'",
            "https://www.youtube-nocookie.com",
            "https://player.vimeo.com",
        ], address
        assert [value for values in policy.values() for value in values if "." in value] == [], (
            address
        )


def test_csp_of_public_pages_holds_in_their_markup(client, addresses):
    for address in addresses:
        html = client.get(address).content.decode()
        assert " style=" not in html, address
        assert "<style" not in html, address
        assert " onclick=" not in html and "javascript:" not in html, address


def test_csp_of_the_editor_lets_wagtail_work(client, db):
    policy = directives(client.get("/admin/login/"))
    assert policy["script-src"] == ["'self'", "'unsafe-inline'"]
    assert policy["frame-ancestors"] == ["'self'"]
    assert policy["object-src"] == ["'none'"]


def test_pages_send_the_referrer_that_players_need_and_offer_no_devices(client, home):
    answer = client.get("/")
    assert answer.headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "camera=()" in answer.headers["Permissions-Policy"]
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
