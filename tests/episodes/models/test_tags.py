"""A tag is called by its name in the language of the page, and keeps its one address."""

import json

import pytest
from django.utils.translation import override
from wagtail.models import Locale

from tests import factories

CZECH = {"cs": {"name": "Soudy", "description": "Kdo v nich stojí."}}


@pytest.fixture
def courts(home):
    return factories.TagFactory(
        name="Courts", slug="courts", description="Who stands there.", translations=CZECH
    )


def test_name_and_description_are_those_of_the_language(courts):
    assert (courts.label, courts.about) == ("Courts", "Who stands there.")
    with override("cs"):
        assert (courts.label, courts.about) == ("Soudy", "Kdo v nich stojí.")
    assert courts.name_in("de") == "Courts"


@pytest.mark.parametrize("translations", [{}, {"cs": {}}, {"cs": None}, {"cs": "x"}, []])
def test_tag_without_a_czech_name_keeps_its_own(home, translations):
    tag = factories.TagFactory(name="Exile", description="After departure.")
    tag.translations = translations
    with override("cs"):
        assert (tag.label, tag.about) == ("Exile", "After departure.")


def test_description_in_another_language_is_not_shown(home):
    tag = factories.TagFactory(
        name="Exile", description="After departure.", translations={"cs": {"name": "Exil"}}
    )
    with override("cs"):
        assert tag.about == ""


def test_search_knows_all_names(courts):
    assert courts.folded_words() == "courts soudy"


def test_czech_pages_and_outputs_say_the_czech_name(home, series, people, courts, client):
    ana = factories.SpeakerPageFactory(parent=people, title="Ana")
    episode = factories.episode(series, [ana], [courts], slug="one")
    locale = Locale.objects.get_or_create(language_code="cs")[0]
    for page in (home, series, episode):
        page.copy_for_translation(locale).save_revision().publish()
    english = client.get("/chat/tag/courts/").content.decode()
    czech = client.get("/cs/chat/tag/courts/").content.decode()
    assert "<h1>Courts</h1>" in english
    assert "Soudy" not in english
    assert "<h1>Soudy</h1>" in czech
    assert "Kdo v\u00a0nich stojí." in czech
    assert ">Soudy</a>" in client.get("/cs/chat/one/").content.decode()
    items = json.loads(client.get("/cs/chat/json/").content)["items"]
    assert items[0]["tags"] == ["Soudy"]
    assert json.loads(client.get("/chat/json/").content)["items"][0]["tags"] == ["Courts"]
    assert "<category>Soudy</category>" in client.get("/cs/chat/feed/").content.decode()
