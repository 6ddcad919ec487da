"""Alternates in the head of pages: reciprocal, absolute, and only what visitors may see."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, PageViewRestriction

from speakers import languages
from tests import factories

SITE = "http://testserver"


@pytest.fixture
def translated(home, people):
    """A person and the pages above in both languages."""
    locale = Locale.objects.get_or_create(language_code="cs")[0]
    ana = factories.SpeakerPageFactory(parent=people, title="Ana Novotná", slug="ana")
    copies = []
    for page in (home, people, ana):
        copy = page.copy_for_translation(locale)
        copy.save_revision().publish()
        copies.append(type(page).objects.get(pk=copy.pk))
    return ana, copies[-1]


def alternates(html: str) -> dict[str, str]:
    head = html.partition("</head>")[0]
    return dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', head))


def test_both_pages_name_the_same_absolute_addresses(translated, client):
    expected = {
        "en": f"{SITE}/people/ana/",
        "cs": f"{SITE}/cs/people/ana/",
        "x-default": f"{SITE}/people/ana/",
    }
    for page in translated:
        assert alternates(client.get(page.get_url()).content.decode()) == expected


def test_cards_know_the_other_language(translated, client):
    html = client.get(translated[0].get_url()).content.decode()
    assert 'property="og:locale" content="en_GB"' in html
    assert 'property="og:locale:alternate" content="cs_CZ"' in html
    html = client.get(translated[1].get_url()).content.decode()
    assert 'property="og:locale" content="cs_CZ"' in html
    assert 'property="og:locale:alternate" content="en_GB"' in html


def test_private_translation_is_not_named(translated, client):
    PageViewRestriction.objects.create(
        page=translated[1], restriction_type=PageViewRestriction.LOGIN
    )
    assert alternates(client.get(translated[0].get_url()).content.decode()) == {}


def test_choice_below_a_page_has_its_counterpart_but_no_page_of_results_has(
    home, series, client, translated
):
    courts = factories.TagFactory(name="Courts")
    copy = series.copy_for_translation(Locale.objects.get(language_code="cs"))
    copy.save_revision().publish()
    ana, _ = translated
    for number in range(13):
        factories.episode(series, [ana], [courts], slug=f"c-{number}")
    found = alternates(client.get(f"{series.get_url()}tag/courts/").content.decode())
    assert found["cs"] == f"{SITE}/cs/chat/tag/courts/"
    assert found["x-default"] == found["en"] == f"{SITE}/chat/tag/courts/"
    assert alternates(client.get(f"{series.get_url()}?page=2").content.decode()) == {}


def test_versions_are_asked_for_once(translated, rf):
    request = rf.get("/")
    page = translated[0]
    languages.versions(page, request)
    with CaptureQueriesContext(connection) as captured:
        assert set(languages.versions(page, request)) == {"en", "cs"}
        languages.alternates(page, request)
    assert len(captured) == 0


def test_site_without_languages_names_none(translated, rf, settings):
    settings.WAGTAIL_I18N_ENABLED = False
    assert languages.versions(translated[0], rf.get("/")) == {}
    assert languages.alternates(translated[0], rf.get("/")) == []
