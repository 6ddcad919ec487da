"""Copies, aliases, moves and old revisions: each page keeps what is its own."""

import pytest
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale

from episodes.models import Captions, EpisodePage, SeriesPage
from tests import factories

from . import editing

CUES = [{"start": 1.0, "end": 2.5, "text": "Courts.", "speaker": None}]


@pytest.fixture
def episode(series, ana):
    """A live episode whose video has captions."""
    page = factories.episode(series, [ana], title="Original", slug="original")
    video = page.videos.get()
    video.captions.add(Captions(language="en", cues=CUES))
    video.save()
    page = EpisodePage.objects.get()
    page.save_revision().publish()
    return EpisodePage.objects.get()


def copy(editor, page, **fields):
    form = {
        "new_title": "Copy",
        "new_slug": "copy",
        "new_parent_page": page.get_parent().pk,
        **fields,
    }
    return editor.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), form)


def captions_of(page):
    return [row.cues for row in Captions.objects.filter(video__episode=page)]


def original_and_copy():
    return EpisodePage.objects.order_by("pk")


@pytest.mark.parametrize("options", [{}, {"publish_copies": "on"}, {"alias": "on"}])
def test_copy_has_an_identifier_and_captions_of_its_own(editor, episode, options):
    assert copy(editor, episode, **options).status_code == 302
    original, twin = original_and_copy()
    assert original.uid == episode.uid != twin.uid
    assert captions_of(original) == captions_of(twin) == [CUES]
    assert twin.live == bool(options)
    if "alias" not in options:
        assert twin.get_latest_revision_as_object().uid == twin.uid


def test_copy_that_is_published_leaves_the_original_its_captions(editor, episode):
    copy(editor, episode)
    _, twin = original_and_copy()
    twin.get_latest_revision().publish()
    original, twin = original_and_copy()
    assert captions_of(original) == captions_of(twin) == [CUES]


def test_alias_follows_its_original_and_keeps_its_identifier(editor, episode):
    copy(editor, episode, alias="on")
    original, alias = original_and_copy()
    original.title = "Renamed"
    original.save_revision().publish()
    changed = EpisodePage.objects.get(pk=alias.pk)
    assert (changed.title, changed.uid) == ("Renamed", alias.uid)


def test_copying_a_series_gives_each_episode_a_new_identifier(editor, series, episode):
    form = {"new_slug": "second", "copy_subpages": "on"}
    assert copy(editor, SeriesPage.objects.get(), **form).status_code == 302
    original, twin = original_and_copy()
    assert original.uid == episode.uid != twin.uid
    assert twin.get_latest_revision_as_object().uid == twin.uid


@pytest.mark.parametrize("option", ["publish_copies", "alias"])
def test_incomplete_live_episode_is_not_copied_as_live(editor, episode, option):
    EpisodePage.objects.update(lead="")
    response = copy(editor, episode, **{option: "on"})
    assert response.context["form"].errors == {
        option: [
            "A copy can't be published yet:",
            "Write the lead: the first paragraph, which says who talks about what.",
        ]
    }
    assert EpisodePage.objects.count() == 1


def test_renamed_episode_leaves_a_redirect(editor, episode, django_capture_on_commit_callbacks):
    form = {
        **editing.episode_form(slug="renamed", lead="As before.", published_on="2024-05-06"),
        "action-publish": "1",
    }
    with django_capture_on_commit_callbacks(execute=True):
        assert editor.post(editing.edit_url(episode), form).status_code == 302
    redirect = Redirect.objects.get()
    assert (redirect.old_path, redirect.redirect_page.slug) == ("/chat/original", "renamed")


def test_moved_episode_leaves_a_redirect(editor, home, episode, django_capture_on_commit_callbacks):
    other = factories.SeriesPageFactory(parent=home, title="Other")
    url = reverse("wagtailadmin_pages:move_confirm", args=[episode.pk, other.pk])
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(url)
    assert Redirect.objects.get().old_path == "/chat/original"


def test_old_revision_that_names_a_deleted_person_can_still_be_read(editor, episode, ben):
    episode.appearances.get().speaker.refresh_from_db()
    other = episode.get_latest_revision_as_object()
    row = other.appearances.get()
    row.speaker = ben
    other.appearances.add(row)
    old = other.save_revision()
    assert old.as_object().appearances.get().speaker == ben
    ben.delete()
    assert old.as_object().appearances.get().speaker is None
    assert editor.get(editing.edit_url(episode)).status_code == 200
    compared = reverse(
        "wagtailadmin_pages:revisions_compare", args=[episode.pk, "earliest", old.pk]
    )
    assert editor.get(compared).status_code == 200


def test_old_revision_brings_back_a_deleted_video_with_its_captions(episode):
    old = episode.get_latest_revision()
    page = old.as_object()
    page.videos.clear()
    page.premieres_at = "2090-01-01T10:00:00Z"
    page.save_revision().publish()
    assert not Captions.objects.exists()
    old.as_object().save_revision().publish()
    assert captions_of(EpisodePage.objects.get()) == [CUES]


@pytest.mark.parametrize("alias", [True, False])
def test_translation_has_an_identifier_and_captions_of_its_own(episode, alias):
    czech, _ = Locale.objects.get_or_create(language_code="cs")
    twin = episode.copy_for_translation(czech, copy_parents=True, alias=alias)
    assert twin.uid != episode.uid
    assert captions_of(twin) == captions_of(episode) == [CUES]
    episode.get_latest_revision().publish()
    assert EpisodePage.objects.get(pk=twin.pk).uid == twin.uid
    assert captions_of(twin) == captions_of(episode) == [CUES]
