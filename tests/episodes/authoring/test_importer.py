"""An article becomes a draft; the same article again updates it and loses nothing."""

import datetime

import pytest

from episodes.authoring.errors import ImportFailed
from episodes.authoring.importer import import_article
from episodes.formats import article
from episodes.models import EpisodePage, Partnership
from speakers.models import OrganisationPage, SpeakerPage
from tests import factories

TEXT = """\
Benches that nobody may sleep on #Example

March 4, 2024

In this week’s episode of #Example Chat, Zdeňka Hořejší, the Mayor of Dolní Lhota, and Nino \
Abashidze, the Director of the Shade Institute, joined us to discuss who may sit in a square.

A square is not a corridor

People meet where they may stay. “A bench with an armrest in the middle is a short sentence, and \
everybody can read it,” Ms. Hořejší underlined. The town took the armrests off again.

Shade is shared

According to Dr. Abashidze, “a tree is the cheapest roof a town can build for everybody”.

In this video, you will learn that:

  • A bench says who is welcome.
  • Trees are public buildings.

The discussion was recorded on February 20, 2024 in cooperation with the Shade Institute. An \
abridged version of the recording has been used to make the video.
"""


def parse(text: str = TEXT) -> article.ArticleDraft:
    return article.parse(text)


@pytest.fixture
def hořejší(people):
    return factories.SpeakerPageFactory(parent=people, title="Zdenka Horejsi")


def latest(page: EpisodePage) -> EpisodePage:
    return EpisodePage.objects.get(pk=page.pk).get_latest_revision_as_object()


def blocks(page: EpisodePage) -> list[tuple[str, str]]:
    return [
        (block["type"], block["value"]["text"] if block["type"] == "quote" else block["value"])
        for block in page.body.raw_data
    ]


def test_import_puts_everything_in_its_field(series):
    imported = import_article(parse(), series, "benches.txt")

    page = latest(imported.page)
    assert imported.action == "created"
    assert not page.live
    assert page.title == "Benches that nobody may sleep on"
    assert page.published_on == datetime.date(2024, 3, 4)
    assert page.recorded_on == datetime.date(2024, 2, 20)
    assert page.lead.startswith("In this week’s episode of #Example Chat, Zdeňka Hořejší")
    assert page.abridged
    assert (
        page.abridged_note
        == "An abridged version of the recording has been used to make the video."
    )
    assert [takeaway.text for takeaway in page.takeaways.all()] == [
        "A bench says who is welcome.",
        "Trees are public buildings.",
    ]
    assert [one.organisation_title for one in page.partnerships.all()] == ["Shade Institute"]
    assert [one.relation for one in page.partnerships.all()] == [Partnership.Relation.COOPERATION]
    assert [(one.display_name, one.role, one.capacity) for one in page.appearances.all()] == [
        ("Zdeňka Hořejší", "Mayor of Dolní Lhota", "guest"),
        ("Nino Abashidze", "Director", "guest"),
    ]
    assert blocks(page) == [
        ("heading", "A square is not a corridor"),
        (
            "paragraph",
            "<p>People meet where they may stay. “A bench with an armrest in the middle is a short "
            "sentence, and everybody can read it,” Ms. Hořejší underlined. The town took the "
            "armrests off again.</p>",
        ),
        (
            "quote",
            "A bench with an armrest in the middle is a short sentence, and everybody can read it",
        ),
        ("heading", "Shade is shared"),
        (
            "paragraph",
            "<p>According to Dr. Abashidze, “a tree is the cheapest roof a town can build for "
            "everybody”.</p>",
        ),
        ("quote", "a tree is the cheapest roof a town can build for everybody"),
    ]


def test_import_shows_large_the_first_quote_that_is_a_whole_sentence(series):
    page = latest(import_article(parse(), series).page)
    pulled = [block.value["pulled"] for block in page.body if block.block_type == "quote"]
    assert pulled == [True, False]


def test_import_matches_people_by_name_without_accents_and_links_their_quotes(series, hořejší):
    page = latest(import_article(parse(), series).page)
    first, second = page.appearances.all()
    assert (first.speaker_id, first.name) == (hořejší.pk, "")
    assert (second.speaker_id, second.name) == (None, "Nino Abashidze")
    quotes = [block.value for block in page.body if block.block_type == "quote"]
    assert quotes[0]["speaker"] == hořejší
    assert (quotes[1]["speaker"], quotes[1]["speaker_name"]) == (None, "Nino Abashidze")


def test_import_makes_no_people_unasked(series, people, organisations):
    import_article(parse(), series)
    assert not SpeakerPage.objects.exists()
    assert not OrganisationPage.objects.exists()


def test_import_makes_drafts_of_people_and_organisations_when_asked(series, people, organisations):
    page = latest(import_article(parse(), series, create_people=True).page)
    made = {person.title: person for person in SpeakerPage.objects.all()}
    assert set(made) == {"Zdeňka Hořejší", "Nino Abashidze"}
    assert not any(person.live for person in made.values())
    assert made["Zdeňka Hořejší"].sort_name == "Hořejší, Zdeňka"
    shade = OrganisationPage.objects.get(title="Shade Institute")
    assert not shade.live
    assert [one.organisation for one in page.partnerships.all()] == [shade]


def test_import_leaves_the_choice_between_two_people_of_one_name_to_the_editor(series, people):
    for slug in ("one", "two"):
        factories.SpeakerPageFactory(parent=people, title="Nino Abashidze", slug=slug)
    imported = import_article(parse(), series, create_people=False)
    assert latest(imported.page).appearances.all()[1].speaker_id is None
    assert (
        "There are several pages for “Nino Abashidze”: choose the right one." in imported.problems
    )


def test_import_asks_about_a_similar_name_and_does_not_merge_it(series, people):
    factories.SpeakerPageFactory(parent=people, title="Nino Abashidse")
    imported = import_article(parse(), series)
    assert latest(imported.page).appearances.all()[1].speaker_id is None
    assert imported.problems == (
        "“Nino Abashidze” has no page. Is it “Nino Abashidse”? Then choose that page.",
    )


def test_import_of_the_same_article_changes_nothing(series):
    first = import_article(parse(), series, "benches.txt")
    again = import_article(parse(), series, "benches.txt")
    assert (again.action, again.page.pk) == ("unchanged", first.page.pk)
    assert EpisodePage.objects.count() == 1
    assert EpisodePage.objects.get().revisions.count() == 1


def test_import_again_updates_the_draft_and_keeps_what_an_editor_added(series, hořejší):
    page = latest(import_article(parse(), series, "benches.txt").page)
    quote = next(block for block in page.body.raw_data if block["type"] == "quote")
    quote["value"]["start"] = 75
    extra = {"type": "video", "value": {"link": "https://youtu.be/abcdefghijk", "title": "More"}}
    position = list(page.body.raw_data).index(quote) + 1
    raw = [dict(block) for block in page.body.raw_data]
    raw.insert(position, extra)
    page.body = EpisodePage._meta.get_field("body").to_python(raw)
    page.tags.add("squares")
    takeaways = list(page.takeaways.all())
    takeaways[0].start_s = 30
    page.takeaways = takeaways
    page.save_revision()

    corrected = TEXT.replace("Trees are public buildings.", "A tree is a public building.")
    again = import_article(parse(corrected), series, "benches.txt")

    assert (again.action, again.page.pk) == ("updated", page.pk)
    page = latest(again.page)
    assert [(one.text, one.start_s) for one in page.takeaways.all()] == [
        ("A bench says who is welcome.", 30),
        ("A tree is a public building.", None),
    ]
    kinds = [block["type"] for block in page.body.raw_data]
    assert kinds == ["heading", "paragraph", "quote", "video", "heading", "paragraph", "quote"]
    assert page.body.raw_data[2]["value"]["start"] == 75
    assert [tag.name for tag in page.tags.all()] == ["squares"]


def test_import_knows_its_draft_by_file_and_date_when_the_title_was_corrected(series):
    first = import_article(parse(), series, "benches.txt")
    corrected = TEXT.replace("Benches that nobody", "Benches on which nobody")
    again = import_article(parse(corrected), series, "benches.txt")
    assert again.page.pk == first.page.pk
    assert latest(again.page).title == "Benches on which nobody may sleep on"


def test_import_over_a_published_episode_leaves_the_public_page_as_it_is(series, people):
    imported = import_article(parse(), series, "benches.txt")
    page = latest(imported.page)
    page.videos.add(factories.EpisodeVideo(link="https://youtu.be/abcdefghijk"))
    page.save_revision().publish()

    import_article(parse(TEXT.replace("Trees are", "All trees are")), series, "benches.txt")

    page = EpisodePage.objects.get()
    assert page.live
    assert page.has_unpublished_changes
    assert page.takeaways.all()[1].text == "Trees are public buildings."
    assert latest(page).takeaways.all()[1].text == "All trees are public buildings."


def test_import_without_a_title_is_refused(series):
    with pytest.raises(ImportFailed, match="has no title"):
        import_article(article.ArticleDraft(lead="Words."), series)
    assert not EpisodePage.objects.exists()


def test_import_that_fails_leaves_nothing_behind(series, people):
    # People can be made here, but the organisation of the second guest can't: no list for it.
    with pytest.raises(ImportFailed, match="There is no “list of organisations” page yet"):
        import_article(parse(), series, create_people=True)
    assert not SpeakerPage.objects.exists()
    assert not EpisodePage.objects.exists()


def test_import_of_two_articles_with_one_address_gives_two_addresses(series):
    import_article(parse(), series)
    other = TEXT.replace("Benches that nobody may sleep on", "Benches, that nobody may sleep on")
    second = import_article(parse(other), series)
    assert second.action == "created"
    assert second.page.slug == "benches-that-nobody-may-sleep-on-2"
