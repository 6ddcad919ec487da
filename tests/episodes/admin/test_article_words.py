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


# The same article again


def differing(response):
    """What becomes of each part that differs, if nobody says otherwise."""
    form = response.context["form"]
    return {part: form[f"keep-{part}"].value() for part in form.differences}


def test_same_article_again_differs_in_nothing(editor, series, people, organisations):
    decide(editor, read(editor, series), **{"person-0": "new", "organisation-0": "new"})
    assert differing(read(editor, series)) == {}


def test_what_an_editor_changed_is_kept_and_the_rest_is_taken(editor, series):
    decide(editor, read(editor, series))
    page = draft()
    page.lead, page.title = "A better lead.", "A better title"
    page.save_revision()
    text = TEXT.replace("Trees are", "A tree is not").replace("In this week", "In last week")
    response = read(editor, series, text)
    assert differing(response) == {"title": "keep", "lead": "keep", "takeaways": "take"}
    shown = response.content.decode()
    assert "<del>A better lead.</del>" in shown
    assert "<ins>A tree is not public buildings.</ins>" in shown
    assert "<del>A bench says who is welcome.</del>" not in shown

    decide(editor, response)
    page = draft()
    assert (page.title, page.lead) == ("A better title", "A better lead.")
    assert page.takeaways.all()[1].text == "A tree is not public buildings."
    # Kept is not forgotten: the next time it is known as the editor's, too.
    assert differing(read(editor, series, text)) == {"title": "keep", "lead": "keep"}


def test_editor_may_choose_otherwise(editor, series):
    decide(editor, read(editor, series))
    page = draft()
    page.lead = "A worse lead."
    page.appearances = [page.appearances.all()[0]]
    page.body = []
    page.save_revision()
    response = read(editor, series)
    assert differing(response) == {"lead": "keep", "people": "keep", "body": "keep"}
    decide(editor, response, **{"keep-lead": "take", "keep-people": "take"})
    page = draft()
    assert page.lead.startswith("In this week")
    assert [row.display_name for row in page.appearances.all()][1] == "Nino Abashidze"
    assert not page.body


def test_episode_that_an_editor_wrote_keeps_every_word(editor, series):
    """It has the article's title; nobody knows who wrote what."""
    title = "Benches that nobody may sleep on"
    factories.episode(series, [], title=title, lead="By hand.", live=False)
    response = read(editor, series)
    assert differing(response)["lead"] == "keep"
    decide(editor, response)
    assert draft().lead == "By hand."
