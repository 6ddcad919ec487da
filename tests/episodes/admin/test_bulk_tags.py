"""Tags for many episodes at once."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from episodes.models import EpisodePage, EpisodeTag
from tests import factories

from . import editing


def url(*pages):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "add_tags"])
    return f"{address}?next=/admin/episodes/&" + "&".join(f"id={page.pk}" for page in pages)


def tags(page):
    """Of what visitors see, and of the newest draft."""
    page = EpisodePage.objects.get(pk=page.pk)
    draft = page.get_latest_revision_as_object()
    return sorted(tag.name for tag in page.tags.all()), sorted(t.name for t in draft.tags.all())


@pytest.fixture
def courts(db):
    return factories.TagFactory(name="Courts")


def test_published_episodes_get_tags_at_once_and_drafts_stay_drafts(editor, series, ana, courts):
    live = factories.episode(series, [ana], tags=[courts])
    draft = factories.episode(series, [ana], live=False)
    changed = factories.episode(series, [ana])
    newer = changed.get_latest_revision_as_object()
    newer.title = "Not yet out"
    newer.save_revision()
    response = editor.post(url(live, draft, changed), {"tags": "COURTS, Media"}, follow=True)
    assert editing.messages_of(response)[0].strip() == "3 episodes were changed."
    both = ["Courts", "Media"]
    assert tags(live) == (both, both)
    assert tags(draft)[1] == both
    assert not EpisodePage.objects.get(pk=draft.pk).live
    assert tags(changed) == ([], both)
    assert EpisodePage.objects.get(pk=changed.pk).title != "Not yet out"
    assert EpisodeTag.objects.count() == 2


def test_an_episode_that_has_them_is_left_alone(editor, series, ana, courts):
    page = factories.episode(series, [ana], tags=[courts])
    editor.post(url(page), {"tags": "courts"})
    assert EpisodePage.objects.get(pk=page.pk).latest_revision_id == page.latest_revision_id


def test_other_pages_are_named_and_left_alone(editor, series, ana):
    page = factories.episode(series, [ana])
    text = editor.get(url(page, ana)).content.decode()
    assert "These are no episodes" in text
    editor.post(url(page, ana), {"tags": "Media"})
    assert tags(page)[0] == ["Media"]


def test_an_editor_changes_the_draft_of_what_is_published(client, series, ana, django_user_model):
    eva = django_user_model.objects.create_user("eva", password="secret")
    eva.groups.add(Group.objects.get(name="Editors"))
    client.force_login(eva)
    page = factories.episode(series, [ana])
    client.post(url(page), {"tags": "Media"})
    assert tags(page) == ([], ["Media"])


def test_no_tag_is_asked_for(editor, series, ana):
    page = factories.episode(series, [ana])
    assert list(editor.post(url(page), {"tags": ""}).context["form"].errors) == ["tags"]
