"""The house around every page: menu, mark, front page of an empty site, error pages."""

import pytest
from django.template.loader import render_to_string
from django.test import Client
from wagtail.users.models import UserProfile

from forum_cms.models import MenuLink, SiteSettings
from forum_cms.templatetags.forum_cms_tags import breakable
from tests import factories


@pytest.fixture
def menu(home):
    """A menu of three: in the header, in the footer only, and to a page that is no longer shown."""
    pages = [factories.StandardPageFactory(parent=home, title=title) for title in ("A", "B", "C")]
    home.menu_links = [
        MenuLink(page=pages[0], label="About us"),
        MenuLink(page=pages[1], in_footer=True),
        MenuLink(page=pages[2]),
    ]
    home.save()
    pages[2].unpublish()
    return pages


def menu_in(html: str, begin: str, end: str) -> str:
    return html.partition(begin)[2].partition(end)[0]


def test_header_shows_what_is_published_and_not_kept_for_the_footer(menu, client):
    html = client.get("/").content.decode()
    header = menu_in(html, '<header class="header">', "</header>")
    assert header.count("<li>") == 1
    assert f'<a href="{menu[0].get_url()}">About us</a>' in header


def test_footer_shows_everything_that_is_published(menu, client):
    html = client.get("/").content.decode()
    footer = menu_in(html, '<footer class="footer">', "</footer>")
    assert footer.count("<li>") == 2
    assert f'<a href="{menu[1].get_url()}">B</a>' in footer


def test_menu_marks_the_page_that_one_is_on(menu, client):
    html = client.get(menu[0].get_url()).content.decode()
    assert f'<a href="{menu[0].get_url()}" aria-current="page">About us</a>' in html


def test_front_page_of_an_empty_site_is_shown(home, client):
    answer = client.get("/")
    assert answer.status_code == 200
    assert "<h1" in answer.content.decode()


def test_mark_has_its_hash_in_the_accent(home, client):
    settings = SiteSettings.objects.create(site=factories.Site.objects.get(), mark="#Example")
    assert '<span class="mark-sign">#</span>Example' in client.get("/").content.decode()
    settings.mark = "Example"
    settings.save()
    assert "mark-sign" not in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("word", "html"),
    [
        ("ExtremesOfEverything", "Extremes<wbr>Of<wbr>Everything"),
        ("Forum2000online", "Forum2000online"),
        ("<b>NATO", "&lt;b&gt;NATO"),
    ],
)
def test_hashtag_breaks_before_its_words_only(word, html):
    assert breakable(word) == html


def test_missing_page_is_answered_with_a_way_back(home, client):
    answer = client.get("/nowhere/")
    assert answer.status_code == 404
    assert 'href="/"' in answer.content.decode()


def test_form_that_is_older_than_the_session_is_refused_with_a_way_on(home):
    client = Client(enforce_csrf_checks=True)
    refused = client.post("/admin/login/", headers={"accept-language": "cs"})
    assert refused.status_code == 403
    page = refused.content.decode()
    assert '<html lang="cs">' in page and "Nic se nezměnilo." in page
    assert "Django" not in page and "Debug" not in page


def test_editor_whose_form_is_too_old_reads_so_in_their_language(home, admin_user):
    UserProfile.objects.create(user=admin_user, preferred_language="cs")
    client = Client(enforce_csrf_checks=True)
    client.force_login(admin_user)
    refused = client.post("/admin/account/", headers={"accept-language": "en"})
    assert refused.status_code == 403
    assert "Tento formulář je starší" in refused.content.decode()


def test_error_page_needs_neither_database_nor_request():
    assert "Something broke on our side." in render_to_string("500.html")
