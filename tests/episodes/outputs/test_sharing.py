"""Plain links to places where a page can be shared."""

from urllib.parse import parse_qs, urlsplit

from episodes.outputs import sharing

TITLE, URL = "Čtyři & one", "https://example.org/chat/full/?t=90"


def test_links_carry_title_and_address_unharmed():
    for name, link in sharing.links(TITLE, URL):
        parts = urlsplit(link)
        said = " ".join(value for [value] in parse_qs(parts.query or parts.fragment).values())
        assert URL in said, name
        assert parts.scheme == "https"


def test_mail_has_no_plus_for_a_blank():
    assert sharing.mail("Two words", URL) == (
        "mailto:?subject=Two%20words&body=https%3A%2F%2Fexample.org%2Fchat%2Ffull%2F%3Ft%3D90"
    )
