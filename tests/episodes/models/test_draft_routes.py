"""Shared drafts: read by whoever has the link, by nobody else, and not for ever."""

import datetime
import json

import pytest
import time_machine
from django.urls import reverse
from wagtail.models import PageViewRestriction

from episodes.models import Appearance, DraftLink, EpisodePage
from tests import factories

QUOTE = {"text": "Rules last.", "start": None, "end": None, "pulled": True, "speaker_name": ""}


@pytest.fixture
def hidden(people):
    """Somebody whose page is private, with a portrait."""
    person = factories.SpeakerPageFactory(
        parent=people, title="Ines Calder", slug="ines", role="Judge", portrait=factories.image("I")
    )
    PageViewRestriction.objects.create(page=person, restriction_type="login")
    return person


@pytest.fixture
def draft(series, people, hidden):
    open_page = factories.SpeakerPageFactory(parent=people, title="Ana Novotná", slug="ana")
    body = json.dumps([{"type": "quote", "value": {**QUOTE, "speaker": hidden.pk}}])
    page = factories.episode(series, [open_page], title="Live title", body=body)
    page.title = "Draft title"
    page.appearances.add(Appearance(speaker=hidden, role="Judge then"))
    page.save_revision()
    return page


@pytest.fixture
def link(draft):
    return DraftLink.make(draft, None, days=7, note="Ana's office")


def path_of(link) -> str:
    return "/" + link.address().split("/", 3)[3]


def test_whoever_has_the_link_reads_the_newest_draft_and_nobody_keeps_it(client, draft, link):
    response = client.get(path_of(link))
    page = response.content.decode()
    assert response.status_code == 200
    assert "Draft title" in page and "A draft." in page and "Ana&#x27;s office" not in page
    assert response["Cache-Control"] == "private, no-store"
    assert "noindex" in response["X-Robots-Tag"] and 'content="noindex, nofollow' in page
    assert response["Referrer-Policy"] == "no-referrer"
    assert "canonical" not in page and "application/ld+json" not in page
    draft.title = "Newer title"
    draft.save_revision()
    assert "Newer title" in client.get(path_of(link)).content.decode()
    assert "Draft title" not in client.get(draft.get_url()).content.decode()


def test_private_people_are_a_name_and_nothing_else(client, hidden, link):
    page = client.get(path_of(link)).content.decode()
    assert page.count("Ines Calder") >= 2  # in the row of people, and below the quote
    assert "Judge then" in page
    assert hidden.get_url() not in page
    assert hidden.portrait.file.name.rsplit("/")[-1].split(".")[0] not in page
    assert '/people/ana/"' in page


def test_a_link_ends(client, link):
    with time_machine.travel(link.expires_at + datetime.timedelta(seconds=1)):
        response = client.get(path_of(link))
    assert response.status_code == 410
    assert "Draft title" not in response.content.decode()
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("change", ["signature", "key", "taken back", "other series"])
def test_only_a_link_of_ours_opens_a_draft(client, home, link, change):
    path = path_of(link)
    other = DraftLink.make(link.episode, None, days=7)
    if change in link.parts:
        path = path.replace(link.parts[change], other.parts[change])
    elif change == "taken back":
        link.delete()
    else:
        elsewhere = factories.SeriesPageFactory(parent=home, slug="elsewhere")
        path = path.replace(link.episode.series.get_url(), elsewhere.get_url())
    response = client.get(path)
    assert response.status_code == 410
    assert "Draft title" not in response.content.decode()


def test_once_published_the_link_leads_to_the_page(client, draft, link):
    draft.get_latest_revision().publish()
    response = client.get(path_of(link))
    assert response.url == EpisodePage.objects.get(pk=draft.pk).get_url()


def test_a_draft_of_nothing_is_shown(client, series):
    page = factories.episode(series, [], video="", live=False, lead="", published_on=None)
    assert client.get(path_of(DraftLink.make(page, None, days=2))).status_code == 200


def test_a_deleted_episode_takes_its_links_along(client, draft, link):
    path = path_of(link)
    draft.delete()
    assert client.get(path).status_code == 410


def test_a_series_that_is_not_public_shares_nothing(client, draft, link):
    path = path_of(link)
    draft.get_parent().specific.unpublish()
    assert client.get(path).status_code == 404
    assert DraftLink.objects.get(pk=link.pk).address() == ""


def test_editors_list_and_take_back(client, draft, link, django_user_model):
    client.force_login(django_user_model.objects.create_superuser("ada", password="secret"))
    listed = client.get(reverse("episodes:shared_drafts")).content.decode()
    assert link.address() in listed and "Ana&#x27;s office" in listed
    client.post(reverse("episodes:shared_drafts"), {"take_back": link.pk})
    assert not DraftLink.objects.exists()
    for odd in ("", "x", "²", "999"):
        assert client.post(reverse("episodes:shared_drafts"), {"take_back": odd}).status_code == 302


def test_an_editor_makes_a_link_from_the_editor(client, draft, django_user_model):
    ada = django_user_model.objects.create_superuser("ada", password="secret")
    client.force_login(ada)
    url = reverse("episodes:share_draft", args=[draft.pk])
    editor = client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()
    assert url in editor
    assert client.post(url, {"note": "x" * 101, "days": "7"}).status_code == 200
    assert client.post(url, {"note": "", "days": "3650"}).status_code == 200
    assert not DraftLink.objects.exists()
    page = client.post(url, {"note": "Ana", "days": "30"}, follow=True).content.decode()
    link = DraftLink.objects.get()
    assert link.address() in page and link.made_by == ada
    assert (link.expires_at - link.made_at).days in (29, 30)
    client.logout()
    assert client.get(path_of(link)).status_code == 200


def test_links_that_ended_are_swept(client, link, django_user_model):
    client.force_login(django_user_model.objects.create_superuser("ada", password="secret"))
    with time_machine.travel(link.expires_at + datetime.timedelta(seconds=1)):
        assert (
            "Nothing is shared:" in client.get(reverse("episodes:shared_drafts")).content.decode()
        )
    assert not DraftLink.objects.exists()
