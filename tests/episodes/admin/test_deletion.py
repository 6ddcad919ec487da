"""Deleting what episodes need: refused with a sentence, by every door."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.models import Page
from wagtailmedia.models import get_media_model

from episodes.models import Appearance, EpisodePage, EpisodeVideo, Partnership
from speakers.models import OrganisationPage, SpeakerPage
from tests import factories

from . import editing


def delete(editor, page, method="post"):
    url = reverse("wagtailadmin_pages:delete", args=[page.pk])
    return getattr(editor, method)(url, follow=True)


def bulk_delete(editor, *pages):
    keys = "&".join(f"id={page.pk}" for page in pages)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    return editor.post(f"{url}?{keys}&next=/admin/", follow=True)


@pytest.mark.parametrize("method", ["get", "post"])
def test_person_who_appears_is_kept_and_the_episode_named(editor, series, ana, method):
    episode = factories.episode(series, [ana], title="On <courts>")
    [message] = editing.messages_of(delete(editor, ana, method))
    assert "“Ana Petříčková” can&#x27;t be deleted" in message
    assert reverse("wagtailadmin_pages:edit", args=[episode.pk]) in message
    assert "On &lt;courts&gt;" in message
    assert SpeakerPage.objects.exists()


def test_person_who_is_quoted_is_kept(editor, series, ana, ben):
    body = [("quote", {"text": "Rules last.", "speaker": ben})]
    factories.episode(series, [ana], body=body)
    [message] = editing.messages_of(delete(editor, ben))
    assert "“Ben Osei” can&#x27;t be deleted" in message
    assert SpeakerPage.objects.count() == 2


def test_list_of_people_is_kept_while_one_of_them_appears(editor, series, people, ana):
    factories.episode(series, [ana])
    [message] = editing.messages_of(delete(editor, people))
    assert "“People” can&#x27;t be deleted" in message
    assert SpeakerPage.objects.exists()


def test_home_page_is_kept_while_people_appear(editor, home, series, ana):
    factories.episode(series, [ana])
    response = delete(editor, home)
    assert response.status_code == 200
    assert Page.objects.filter(pk=home.pk).exists()


@pytest.mark.parametrize("relation", ["partnerships", "appearances"])
def test_organisation_that_is_named_is_kept(editor, series, ana, institute, relation):
    row = Partnership if relation == "partnerships" else Appearance
    page = factories.episode(series, [ana])
    row.objects.create(episode=page, organisation=institute)
    [message] = editing.messages_of(delete(editor, institute))
    assert "“Institute of Courts” can&#x27;t be deleted" in message
    assert OrganisationPage.objects.exists()


def test_bulk_deleting_keeps_all_when_one_is_quoted(editor, series, ana, ben):
    body = [("quote", {"text": "Rules last.", "speaker": ben})]
    factories.episode(series, [factories.SpeakerPageFactory(parent=ana.get_parent())], body=body)
    messages = editing.messages_of(bulk_delete(editor, ana, ben))
    assert len(messages) == 2
    assert "“Ben Osei” can&#x27;t be deleted" in messages[0]
    assert "Nothing was deleted." in messages[1]
    assert SpeakerPage.objects.count() == 3


def test_bulk_deleting_keeps_all_when_one_appears(editor, series, ana, ben):
    factories.episode(series, [ana])
    assert bulk_delete(editor, ana, ben).status_code == 200
    assert SpeakerPage.objects.count() == 2


def test_person_whom_nobody_names_is_deleted(editor, ana, ben):
    delete(editor, ana)
    bulk_delete(editor, ben)
    assert not SpeakerPage.objects.exists()


def test_series_is_deleted_with_its_episodes(editor, series, ana):
    factories.episode(series, [ana])
    delete(editor, series)
    assert not EpisodePage.objects.exists()
    assert SpeakerPage.objects.exists()


@pytest.fixture
def media(db):
    file = ContentFile(b"film", name="film.mp4")
    return get_media_model().objects.create(title="Film", type="video", file=file, duration=1)


def test_file_that_an_episode_plays_is_kept(editor, series, ana, media):
    page = factories.episode(series, [ana])
    EpisodeVideo.objects.create(episode=page, media=media)
    response = editor.post(reverse("wagtailmedia:delete", args=[media.pk]), follow=True)
    [message] = editing.messages_of(response)
    assert "“Film” can&#x27;t be deleted: these episodes play it." in message
    assert get_media_model().objects.exists()


def test_file_that_nobody_plays_is_deleted(editor, media):
    editor.post(reverse("wagtailmedia:delete", args=[media.pk]))
    assert not get_media_model().objects.exists()
