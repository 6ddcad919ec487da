"""Whoever is named on a page is linked to in the language of that page."""

import pytest
from django.utils.translation import override
from wagtail.models import Locale

from episodes.models import Partnership
from forum_cms.models import MenuLink
from speakers.languages import in_language
from speakers.typography import NBSP
from tests import factories


@pytest.fixture
def czech(home, people, organisations, series):
    """The Czech tree: home and the lists, and how to translate a page into it."""
    locale = Locale.objects.get_or_create(language_code="cs")[0]

    def translate(page, live=True):
        copy = type(page).objects.get(pk=page.pk).copy_for_translation(locale)
        if live:
            copy.save_revision().publish()
        return type(page).objects.get(pk=copy.pk)

    for page in (home, people, organisations, series):
        translate(page)
    return translate


@pytest.fixture
def institute(organisations):
    return factories.OrganisationPageFactory(parent=organisations, title="Institute")


@pytest.fixture
def ana(people, institute):
    return factories.SpeakerPageFactory(
        parent=people, title="Ana Novotná", slug="ana", organisation=institute
    )


@pytest.fixture
def episode(series, ana, institute):
    page = factories.episode(series, [ana], title="Courts", slug="courts")
    page.partnerships.add(Partnership(organisation=institute))
    row = page.appearances.get()
    row.organisation = institute
    page.appearances.add(row)
    page.save_revision().publish()
    return page


def named(episode):
    """The pages that a stored episode names: person, their organisation, partner."""
    row = type(episode).objects.get(pk=episode.pk).appearances.get()
    return [
        row.speaker,
        row.organisation,
        type(episode).objects.get(pk=episode.pk).partnerships.get().organisation,
    ]


def test_translated_episode_names_translated_people(czech, episode, ana, institute):
    czech_ana, czech_institute = czech(ana), czech(institute)
    twin = czech(episode)
    assert named(twin) == [czech_ana, czech_institute, czech_institute]
    assert named(episode) == [ana, institute, institute]


def test_people_translated_later_are_linked_to_when_they_are_published(czech, episode, ana):
    twin = czech(episode)
    assert named(twin)[0] == ana
    draft = czech(ana, live=False)
    assert named(twin)[0] == ana
    draft.get_latest_revision().publish()
    assert named(twin)[0] == draft
    draft.refresh_from_db()
    draft.unpublish()
    assert named(twin)[0] == ana
    assert named(episode)[0] == ana


def test_person_of_the_other_language_chosen_by_mistake_is_put_right(czech, episode, ana):
    czech_ana = czech(ana)
    row = episode.appearances.get()
    row.speaker = czech_ana
    episode.appearances.add(row)
    episode.save_revision().publish()
    assert named(episode)[0] == ana


def test_people_and_menus_name_pages_of_their_language(czech, home, ana, institute, series):
    czech_institute = czech(institute)
    assert czech(ana).organisation == czech_institute
    about = factories.StandardPageFactory(parent=home, title="About")
    front = home.get_translation(Locale.objects.get(language_code="cs"))
    front.menu_links = [MenuLink(page=about)]
    front.save_revision().publish()
    assert MenuLink.objects.get().page_id == about.pk
    twin = czech(about)
    assert MenuLink.objects.get().page_id == twin.pk


def test_czech_page_of_an_episode_links_to_czech_people_and_their_words(czech, series, ana, client):
    page = factories.episode(series, [ana], title="Courts", slug="courts")
    quote = {"text": "A right is a habit.", "speaker": ana.pk, "start": 60, "pulled": True}
    page.body = page._meta.get_field("body").to_python([{"type": "quote", "value": quote}])
    page.save_revision().publish()
    czech_ana, twin = czech(ana), czech(page)
    html = client.get(twin.get_url()).content.decode()
    assert f'href="{czech_ana.get_url()}"' in html
    assert f'href="{ana.get_url()}"' not in html
    said = client.get(czech_ana.get_url()).content.decode()
    assert "A right is a habit." in said.replace(NBSP, " ")


def test_person_page_lists_each_conversation_once_in_the_best_language(czech, series, ana, client):
    both = factories.episode(series, [ana], title="In both", slug="both")
    factories.episode(series, [ana], title="Only here", slug="one")
    czech_ana, twin = czech(ana), czech(both)
    html = client.get(czech_ana.get_url()).content.decode()
    assert html.count('class="row-title"') == 2
    assert f'href="{twin.get_url()}"' in html
    assert f'href="{both.get_url()}"' not in html
    assert '<h3 class="row-title" lang="en"><a href="/chat/one/" hreflang="en">' in html
    with override("cs"):
        assert f"&nbsp;· {in_language('en')}</p>" in html
    english = client.get(ana.get_url()).content.decode()
    assert english.count('class="row-title"') == 2
    assert twin.get_url() not in english
    feed = client.get(f"{czech_ana.get_url()}feed/").content.decode()
    assert feed.count("<item>") == 2
    assert f"{twin.get_url()}</link>" in feed
    assert f"testserver{both.get_url()}</link>" not in feed


def test_organisation_page_too(czech, episode, institute, client):
    czech_institute = czech(institute)
    html = client.get(czech_institute.get_url()).content.decode()
    assert '<h3 class="row-title" lang="en"><a href="/chat/courts/" hreflang="en">' in html
    twin = czech(episode)
    html = client.get(czech_institute.get_url()).content.decode()
    assert f'href="{twin.get_url()}"' in html
    assert 'href="/chat/courts/"' not in html


def test_czech_lists_lead_to_the_whole_list(czech, series, people, ana, client):
    tag = factories.TagFactory(name="Courts")
    factories.episode(series, [ana], [tag], slug="one")
    for address, original in [
        ("/cs/chat/", "/chat/"),
        ("/cs/chat/tag/courts/", "/chat/tag/courts/"),
        ("/cs/people/", "/people/"),
    ]:
        html = client.get(address).content.decode()
        assert f'<a class="more-link" href="{original}" hreflang="en">' in html
        assert "original-list" not in client.get(original).content.decode()
