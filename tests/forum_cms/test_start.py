"""An empty site begins with its first pages in each language."""

import pytest
from django.core.management import call_command
from wagtail.models import Page

from forum_cms.models import HomePage


@pytest.fixture
def site(db):
    for page in Page.get_first_root_node().get_children():
        page.delete()
    Page.get_first_root_node()
    call_command("start_site", "Chat online", series="Chat", hashtag="#Chat", verbosity=0)


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/people/",
        "/organisations/",
        "/chat/",
        "/cs/",
        "/cs/lide/",
        "/cs/organizace/",
        "/cs/chat/",
    ],
)
def test_each_language_has_its_pages(site, client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    assert f'<html lang="{"cs" if address.startswith("/cs/") else "en"}"' in answer.content.decode()


def test_each_menu_leads_to_pages_of_its_language(site):
    menus = {
        home.locale.language_code: [link.page.url for link in home.menu_links.all()]
        for home in HomePage.objects.all()
    }
    assert menus == {
        "en": ["/chat/", "/people/", "/organisations/"],
        "cs": ["/cs/chat/", "/cs/lide/", "/cs/organizace/"],
    }
