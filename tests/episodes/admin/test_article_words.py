"""What was read from an article is mended in the review, before anything is written."""

import pytest

from episodes.formats import article
from episodes.models import EpisodePage, EpisodeTag
from speakers.models import SpeakerPage
from tests import factories
from tests.episodes.authoring.test_importer import TEXT, latest

from .test_article_import import decide, read


def draft():
    return latest(EpisodePage.objects.get())


def words(response):
    form = response.context["form"]
    form = type(form)(
        {field.html_name: field.value() or "" for field in form},
        draft=form.words.draft,
        people=form.groups["person"],
        organisations=form.groups["organisation"],
        episode=None,
    )
    assert form.is_valid(), form.errors
    return form.article()


def test_untouched_review_is_the_article_that_was_read(editor, series, people):
    assert words(read(editor, series)) == article.parse(TEXT)


def test_facts_that_the_editor_mended_are_in_the_draft(editor, series):
    factories.TagFactory(name="Cities")
    decide(
        editor,
        read(editor, series),
        title="Benches  for everybody",
        published_on="2024-03-05",
        recorded_on="",
        lead="Who sits where.",
        special="on",
        spoken_language="cs",
        abridged="",
        abridged_note="",
        tags='"cities", "Brand new"',
    )
    page = draft()
    assert page.title == "Benches for everybody"
    assert (str(page.published_on), page.recorded_on) == ("2024-03-05", None)
    assert (page.lead, page.special, page.spoken_language) == ("Who sits where.", True, "cs")
    assert (page.abridged, page.abridged_note) == (False, "")
    assert sorted(tag.name for tag in page.tags.all()) == ["Brand new", "Cities"]
    assert EpisodeTag.objects.filter(name="Brand new").exists()


def test_mended_title_is_known_the_next_time_by_the_article(editor, series):
    decide(editor, read(editor, series), title="Benches for everybody")
    decide(editor, read(editor, series), title="Benches for everybody")
    assert draft().title == "Benches for everybody"
    assert EpisodePage.objects.count() == 1


def test_people_are_mended_left_out_and_added(editor, series, people):
    response = decide(
        editor,
        read(editor, series),
        **{
            "person-0-name": "Zdenka Hořejší",
            "person-0-role": "former Mayor",
            "person-0-country": "Czech Republic",
            "person-0-capacity": "panelist",
            "person-0": "new",
            "person-1": "out",
            "person-2-name": "Bruno Example",
            "person-2-role": "presenter",
            "person-2-capacity": "moderator",
        },
    )
    assert response.status_code == 302
    rows = draft().appearances.all()
    assert [(row.display_name, row.role, row.capacity, row.country.code) for row in rows] == [
        ("Zdenka Hořejší", "former Mayor", "panelist", "CZ"),
        ("Bruno Example", "presenter", "moderator", ""),
    ]
    assert SpeakerPage.objects.get().title == "Zdenka Hořejší"


def test_any_person_on_record_may_be_chosen(editor, series, people):
    page = factories.SpeakerPageFactory(parent=people, title="Somebody Else Altogether")
    response = decide(
        editor, read(editor, series), **{"person-1": "other", "person-1-page": str(page.pk)}
    )
    assert response.status_code == 302
    assert [row.speaker_id for row in draft().appearances.all()] == [None, page.pk]


@pytest.mark.parametrize("chosen", ["", "999999", "x"])
def test_another_page_has_to_be_named(editor, series, people, chosen):
    response = decide(
        editor, read(editor, series), **{"person-1": "other", "person-1-page": chosen}
    )
    assert response.status_code == 200
    assert {"person-1", "person-1-page"} & set(response.context["form"].errors)
    assert not EpisodePage.objects.exists()


def test_organisation_that_is_left_out_stands_nowhere(editor, series):
    decide(editor, read(editor, series), **{"organisation-0": "out"})
    page = draft()
    assert [row.organisation_name for row in page.appearances.all()] == ["", ""]
    assert not page.partnerships.all()


def test_texts_quotes_and_takeaways_are_mended(editor, series):
    response = read(editor, series)
    form = response.context["form"]
    texts = [one for one in form.fields if one.startswith("body-")]
    decide(
        editor,
        response,
        **{
            texts[0]: "Another heading",
            texts[1]: "One paragraph.\r\n\r\nAnd a second one.",
            texts[2]: "",
            "quote-0": "Shorter words.",
            "quote-0-speaker": "1",
            "takeaway-0": "Second first.",
            "takeaway-1": "",
            "takeaway-2": "One more.",
        },
    )
    page = draft()
    blocks = [(block.block_type, str(block.value)) for block in page.body]
    assert blocks[0] == ("heading", "Another heading")
    assert [kind for kind, _value in blocks[1:3]] == ["paragraph", "paragraph"]
    assert "And a second one." in blocks[2][1]
    quote = next(block.value for block in page.body if block.block_type == "quote")
    assert (quote["text"], quote["speaker_name"]) == ("Shorter words.", "Nino Abashidze")
    assert [one.text for one in page.takeaways.all()] == ["Second first.", "One more."]


@pytest.mark.parametrize(
    "field, value, sentence",
    [
        ("title", "", "required"),
        ("published_on", "soon", "Enter a valid date."),
        ("published_on", "0021-03-04", "Check the year: 21"),
        ("person-1-name", "Zdeňka Hořejší", "stands here twice"),
        ("person-0-role", "x" * 256, "at most 255"),
        ("spoken_language", "klingon", "Select a valid choice"),
        ("quote-0-speaker", "7", "Select a valid choice"),
        ("lead", "a\x00b", "Null characters"),
    ],
)
def test_mistakes_get_a_sentence_and_nothing_is_lost(editor, series, field, value, sentence):
    response = decide(editor, read(editor, series), **{field: value, "takeaway-0": "Kept."})
    form = response.context["form"]
    assert sentence in " ".join(error for errors in form.errors.values() for error in errors)
    assert form[field].value() == value
    assert form["takeaway-0"].value() == "Kept."
    assert not EpisodePage.objects.exists()


def test_words_of_a_very_long_article_are_mended_in_the_draft(editor, series, monkeypatch):
    monkeypatch.setattr("episodes.admin.article_words.MAX_CHARACTERS", 100)
    response = read(editor, series)
    assert "takeaway-0" not in response.context["form"].fields
    assert "The article is long" in response.content.decode()
    decide(editor, response)
    assert next(one.text for one in draft().takeaways.all()) == "A bench says who is welcome."


def test_special_episode_is_read(editor, series):
    decide(editor, read(editor, series, TEXT.replace("week’s episode", "week’s special episode")))
    assert draft().special
