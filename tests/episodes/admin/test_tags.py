"""Tags: kept in order in their own list."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from episodes.models import EpisodeTag
from tests import factories

NAME = "wagtailsnippets_episodes_episodetag"


def add(editor, **fields):
    data = {"name": "", "slug": "", "description": "", "other_names": "", **fields}
    return editor.post(reverse(f"{NAME}:add"), data)


def errors(response):
    return dict(response.context["form"].errors.items())


def test_tag_gets_its_address_from_its_name(editor):
    assert add(editor, name="Свобода  слова").status_code == 302
    tag = EpisodeTag.objects.get()
    assert (tag.name, tag.slug) == ("Свобода слова", "svoboda-slova")


def test_tag_keeps_a_chosen_address_in_plain_letters(editor):
    add(editor, name="Courts", slug="Soudy-čeští")
    assert EpisodeTag.objects.get().slug == "soudy-cesti"


@pytest.mark.parametrize("name", ["DEMOKRACIE", "Démokracie", "demokracie "])
def test_tag_that_differs_only_in_case_or_accents_is_refused(editor, name):
    factories.TagFactory(name="Demokracie")
    assert errors(add(editor, name=name))["name"] == ["There is a tag “Demokracie” already."]
    assert EpisodeTag.objects.count() == 1


def test_tag_with_a_taken_address_is_refused(editor):
    factories.TagFactory(name="Courts", slug="courts")
    assert list(errors(add(editor, name="Judges", slug="courts"))) == ["slug"]


def test_tag_without_letters_is_refused(editor):
    assert list(errors(add(editor, name="\u200b"))) == ["name"]


def test_tags_are_listed_with_their_uses_at_one_cost(editor, series, ana):
    def listing():
        editor.get(reverse(f"{NAME}:list"))
        with CaptureQueriesContext(connection) as captured:
            response = editor.get(reverse(f"{NAME}:list"))
        uses = {tag.name: tag.uses for tag in response.context["object_list"]}
        return uses, len(captured)

    courts = factories.TagFactory(name="Courts")
    factories.episode(series, [ana], tags=[courts])
    uses, one = listing()
    assert uses == {"Courts": 1}
    media = factories.TagFactory(name="Media")
    factories.TagFactory(name="Unused")
    factories.episode(series, [ana], tags=[courts, media])
    uses, three = listing()
    assert uses == {"Courts": 2, "Media": 1, "Unused": 0}
    assert three == one


def test_tags_are_sorted_by_use_and_searched(editor, series, ana):
    courts = factories.TagFactory(name="Courts")
    factories.TagFactory(name="Media", other_names="Presse")
    factories.episode(series, [ana], tags=[courts])
    response = editor.get(reverse(f"{NAME}:list"), {"ordering": "-uses"})
    assert [tag.name for tag in response.context["object_list"]] == ["Courts", "Media"]
    for words in ("med", "pres", "MÉDIA"):
        response = editor.get(reverse(f"{NAME}:list"), {"q": words})
        assert [tag.name for tag in response.context["object_list"]] == ["Media"]


def test_deleting_a_tag_in_use_warns(editor, series, ana):
    tag = factories.TagFactory(name="Courts")
    factories.episode(series, [ana], tags=[tag])
    url = reverse(f"{NAME}:delete", args=[tag.pk])
    assert "This tag is referenced 1 time." in editor.get(url).content.decode()
    editor.post(url)
    assert not EpisodeTag.objects.exists()


def test_tag_takes_its_czech_name_and_description(editor):
    response = editor.get(reverse(f"{NAME}:add"))
    assert 'name="name_cs"' in response.content.decode()
    add(editor, name="Courts", name_cs=" Soudy ", description_cs="Kdo v nich stojí.")
    tag = EpisodeTag.objects.get()
    assert tag.translations == {"cs": {"name": "Soudy", "description": "Kdo v nich stojí."}}
    shown = editor.get(reverse(f"{NAME}:edit", args=[tag.pk])).content.decode()
    assert 'value="Soudy"' in shown
    data = {"name": "Courts", "slug": "courts", "description": "", "other_names": ""}
    editor.post(reverse(f"{NAME}:edit", args=[tag.pk]), data)
    assert EpisodeTag.objects.get().translations == {}


def test_site_in_one_language_asks_for_no_other(editor, settings):
    settings.WAGTAIL_I18N_ENABLED = False
    assert 'name="name_cs"' not in editor.get(reverse(f"{NAME}:add")).content.decode()
