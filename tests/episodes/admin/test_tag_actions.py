"""Tags while one types, and several at once."""

import json

import pytest
from django.urls import reverse

from episodes.models import EpisodePage, EpisodeTag
from tests import factories

from . import editing

LIST = "wagtailsnippets_episodes_episodetag:list"


@pytest.fixture
def tags(db):
    courts = factories.TagFactory(name="Soudní moc", slug="courts", other_names="Judiciary")
    return courts, factories.TagFactory(name="Media", slug="media")


def merge_url(tags):
    url = reverse("wagtail_bulk_action", args=["episodes", "episodetag", "merge"])
    return f"{url}?next={reverse(LIST)}&" + "&".join(f"id={tag.pk}" for tag in tags)


@pytest.mark.parametrize(
    ("term", "found"),
    [
        ("soud", ["Soudní moc"]),
        ("SOUDNI", ["Soudní moc"]),
        ("moc", ["Soudní moc"]),
        ("judi", ["Soudní moc"]),
        ("m", ["Media", "Soudní moc"]),
        ("x", []),
        ("", []),
    ],
)
def test_typing_offers_tags_without_accents_and_by_other_names(editor, tags, term, found):
    url = reverse("episodes:tag_names")
    assert json.loads(editor.get(url, {"term": term}).content) == found


def test_a_tag_typed_otherwise_is_the_one_there_is_and_a_new_one_is_kept(editor, series, tags):
    form = editing.episode_form(tags='"soudni moc", JUDICIARY, "New one", "new  one"')
    editor.post(editing.new_url(series), form)
    draft = EpisodePage.objects.get().get_latest_revision_as_object()
    assert sorted(tag.name for tag in draft.tags.all()) == ["New one", "Soudní moc"]
    assert EpisodeTag.objects.count() == 3


def test_merging_shows_first_what_changes_and_then_does_it(editor, series, ana, tags):
    courts, media = tags
    page = factories.episode(series, [ana], tags=[media])
    seen = editor.get(merge_url(tags))
    changed = {one.kept.name: one.episodes for one in seen.context["previews"]}
    assert changed == {"Soudní moc": 1, "Media": 0}
    assert EpisodeTag.objects.count() == 2
    response = editor.post(merge_url(tags), {"kept": courts.pk}, follow=True)
    assert editing.messages_of(response)[0].strip() == (
        "“Soudní moc” is what is left; 1 episode was changed."
    )
    assert [tag.name for tag in EpisodePage.objects.get(pk=page.pk).tags.all()] == ["Soudní moc"]


def test_merging_takes_only_a_tag_that_was_chosen(editor, tags):
    other = factories.TagFactory(name="Other")
    response = editor.post(merge_url(tags), {"kept": other.pk})
    assert list(response.context["form"].errors) == ["kept"]
    assert EpisodeTag.objects.count() == 3


def test_one_tag_alone_cannot_be_merged(editor, tags):
    page = editor.get(merge_url(tags[:1])).content.decode()
    assert "Choose at least two tags" in page
    assert 'name="kept"' not in page


def test_the_editor_asks_for_names_where_accents_do_not_matter(editor, series):
    page = editor.get(editing.new_url(series)).content.decode()
    assert f'data-w-tag-url-value="{reverse("episodes:tag_names")}"' in page
