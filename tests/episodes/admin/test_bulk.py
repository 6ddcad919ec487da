"""All that a list shows, and no more, is what is done with "all in the list"."""

import pytest
from django.urls import reverse
from django.utils.http import urlencode
from wagtail.images import get_image_model
from wagtail.models import Page

from episodes.models import EpisodePage, EpisodeTag
from tests import factories

MANY = 60


@pytest.fixture
def bulk(editor):
    """What a browser asks for when all of a list is chosen, and its *Yes* with `press`."""

    def bulk(action, shown, model="wagtailcore/page", press=False, **query):
        app, name = model.split("/")
        address = f"{shown}?{'&'.join(f'{key}={value}' for key, value in query.items())}"
        url = reverse("wagtail_bulk_action", args=[app, name, action])
        asked = {**query, "id": "all", "next": address}
        if press:
            return editor.post(f"{url}?{urlencode(asked)}")
        return editor.get(url, asked)

    return bulk


@pytest.fixture
def drafts(series, ana):
    factories.episode(series, [ana], title="Published")
    return [factories.episode(series, [ana], title=f"Draft {n}", live=False) for n in range(3)]


def chosen(response):
    return {row["item"].pk for row in response.context["items"]}


@pytest.mark.parametrize("action", ["delete", "move", "publish", "unpublish", "add_tags"])
def test_all_episodes_in_a_list_are_what_it_is_narrowed_to(bulk, drafts, action):
    shown = chosen(bulk(action, reverse("episodes:index"), live="draft"))
    able = set() if action == "unpublish" else {draft.pk for draft in drafts}
    assert shown == able


def test_all_that_a_search_found(bulk, drafts):
    shown = chosen(bulk("delete", reverse("episodes:index"), q="draft 1"))
    assert shown == {drafts[1].pk}


def test_all_on_every_page_of_a_list(bulk, series, ana):
    for number in range(MANY):
        factories.episode(series, [], title=f"Draft {number}", live=False)
    factories.episode(series, [ana], title="Published")
    shown = bulk("delete", reverse("episodes:index"), live="draft", p=2)
    assert len(chosen(shown)) == MANY


def test_deleting_all_in_a_narrowed_list_leaves_the_rest_of_the_site(bulk, home, drafts):
    before = Page.objects.count()
    bulk("delete", reverse("episodes:index"), live="draft", press=True)
    assert Page.objects.count() == before - len(drafts)
    assert EpisodePage.objects.get().title == "Published"


def test_all_below_a_series_are_what_its_list_is_narrowed_to(bulk, series, drafts):
    shown = chosen(bulk("delete", reverse("wagtailadmin_explore", args=[series.pk]), live="draft"))
    assert shown == {draft.pk for draft in drafts}


def test_all_tags_in_a_list_are_what_it_is_narrowed_to(bulk, series, ana):
    carried, _alone = factories.TagFactory(name="Courts"), factories.TagFactory(name="Alone")
    factories.episode(series, [ana], tags=[carried])
    shown = reverse("wagtailsnippets_episodes_episodetag:list")
    bulk("delete", shown, model="episodes/episodetag", press=True, used="no")
    assert [tag.name for tag in EpisodeTag.objects.all()] == ["Courts"]


def test_all_pictures_in_a_list_are_what_it_is_narrowed_to(bulk, db):
    tagged, other = factories.image(), factories.image()
    tagged.tags.add("stage")
    model = get_image_model()._meta
    shown = bulk(
        "delete",
        reverse("wagtailimages:index"),
        f"{model.app_label}/{model.model_name}",
        tag="stage",
    )
    assert chosen(shown) == {tagged.pk} != {other.pk}
