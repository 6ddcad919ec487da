"""A catalogue becomes episodes, and again without harm."""

import datetime
import json

import pytest
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision

from episodes.models import CatalogueEntry, EpisodePage, EpisodeTag, SearchEntry
from speakers.models import SpeakerPage
from tests import factories

from .conftest import talk

pytestmark = pytest.mark.django_db


def actions(outcomes) -> list[str]:
    return [outcome.action for outcome in outcomes]


def sentences(outcome) -> dict[str, str]:
    return {note.field: note.sentence for note in outcome.notes}


def test_a_row_fills_the_fields_of_a_draft(bring, site):
    (outcome,) = bring(talk())
    page = EpisodePage.objects.get()
    assert (outcome.action, outcome.page, outcome.live) == ("made", page.pk, False)
    assert (page.title, page.slug, page.live) == ("A bench for 1", "a-bench-for-1", False)
    assert page.recorded_on == page.published_on == datetime.date(2021, 3, 14)
    assert page.lead == "She talks about shade."
    assert [block.value.source for block in page.body] == ["<p>And about &lt;water&gt;.</p>"]
    assert [one.display_name for one in page.guests] == ["Alžběta Zkušebná"]
    assert [tag.name for tag in page.tags.all()] == ["courts"]
    (video,) = page.videos.all()
    assert (video.link, video.duration_s) == (
        "https://www.youtube.com/watch?v=sample00001",
        1810,
    )
    assert page.get_parent().pk == site.pk
    assert page.spoken_language == ""  # it is the series' own


def test_what_a_row_does_not_say_stays_empty(bring):
    (outcome,) = bring({"title": "Only a title"})
    page = EpisodePage.objects.get()
    assert (page.lead, page.published_on, page.recorded_on) == ("", None, None)
    assert [list(rows.all()) for rows in (page.appearances, page.videos, page.tags)] == [[]] * 3
    assert (outcome.action, outcome.notes) == ("made", ())


def test_made_in_bulk_is_like_made_one_by_one(bring):
    bring(*(talk(number) for number in range(5)), publish=True)
    assert not any(Page.find_problems())
    page = EpisodePage.objects.get(slug="a-bench-for-3")
    stored, kept = page.serializable_data(), page.latest_revision.as_object().serializable_data()
    # PostgreSQL orders the parts of a block anew.
    assert json.loads(stored.pop("body")) == json.loads(kept["body"])
    # Moments lose their microseconds in JSON, and a revision doesn't know itself.
    of_publishing = {"latest_revision", "live_revision", "latest_revision_created_at"}
    of_publishing |= {"first_published_at", "last_published_at"}
    assert {name for name, value in stored.items() if value != kept[name]} <= of_publishing
    page.save_revision().publish()
    page.refresh_from_db()
    assert list(EpisodePage.objects.search("bench 3")) == [page]
    assert [one.pk for one in EpisodePage.objects.autocomplete("zkuse")].count(page.pk) == 1


def test_references_are_those_that_a_save_would_leave(bring):
    bring(talk())
    page = EpisodePage.objects.get()
    rows = ReferenceIndex.objects.filter(object_id=str(page.pk)).order_by("pk")
    found = list(rows.values("to_object_id", "model_path", "content_path", "content_path_hash"))
    rows.delete()
    ReferenceIndex.create_or_update_for_object(page)
    assert sorted(map(str, found)) == sorted(
        map(str, rows.values("to_object_id", "model_path", "content_path", "content_path_hash"))
    )
    assert len(found) == 2


def test_the_same_catalogue_again_writes_nothing(bring):
    talks = [talk(number) for number in range(3)]
    bring(*talks)
    before = (Revision.objects.count(), PageLogEntry.objects.count(), Page.objects.count())
    assert actions(bring(*talks)) == ["unchanged"] * 3
    assert (Revision.objects.count(), PageLogEntry.objects.count(), Page.objects.count()) == before


def test_a_changed_row_updates_what_it_made(bring):
    bring(talk())
    (outcome,) = bring(talk(title="A bench for two", duration=1900))
    page = EpisodePage.objects.get()
    assert outcome.action == "updated"
    assert (page.title, page.videos.get().duration_s) == ("A bench for two", 1900)
    assert page.latest_revision.as_object().title == "A bench for two"


def test_what_an_editor_changed_stays(bring):
    bring(talk())
    page = EpisodePage.objects.get().get_latest_revision_as_object()
    page.lead = "An editor's words."
    page.save_revision()
    (outcome,) = bring(talk(description="The catalogue's new words.", duration=99))
    page = EpisodePage.objects.get().get_latest_revision_as_object()
    assert (page.lead, page.videos.get().duration_s) == ("An editor's words.", 99)
    assert sentences(outcome) == {"description": "An editor changed this since: it stays as it is."}


def test_marks_of_the_editors_form_are_no_change(bring):
    bring(talk())
    page = EpisodePage.objects.get().get_latest_revision_as_object()
    page.body = [("paragraph", '<p data-block-key="x1y2z">And about &lt;water&gt;.</p>')]
    page.save_revision()
    (outcome,) = bring(talk(description="The catalogue's new words."))
    page = EpisodePage.objects.get().get_latest_revision_as_object()
    assert (outcome.notes, page.lead) == ((), "The catalogue's new words.")


def test_what_an_editor_deleted_does_not_come_back_unasked(bring):
    bring(talk())
    EpisodePage.objects.get().delete()
    (outcome,) = bring(talk())
    assert outcome.action == "refused"
    assert outcome.notes[0].sentence.startswith("Somebody deleted this episode since")
    assert actions(bring(talk(), with_deleted=True)) == ["made"]
    assert EpisodePage.objects.count() == CatalogueEntry.objects.count() == 1


def test_an_episode_that_an_editor_made_of_the_video_is_taken_for_it(bring, site):
    video = "https://youtu.be/sample00001"
    made = factories.episode(site, [], video=video, live=False)
    (outcome,) = bring(talk())
    assert (outcome.action, outcome.page) == ("updated", made.pk)
    page = EpisodePage.objects.get().get_latest_revision_as_object()
    assert page.title == made.title
    assert page.recorded_on == datetime.date(2021, 3, 14)
    assert sentences(outcome)["title"] == "An editor changed this since: it stays as it is."


def test_publishing_takes_only_what_is_complete(bring):
    whole, incomplete = bring(talk(1), talk(2, speakers=[]), publish=True)
    assert (whole.live, incomplete.live) == (True, False)
    assert sentences(incomplete) == {"publish": "Add at least one guest."}
    assert SpeakerPage.objects.get().live
    page = EpisodePage.objects.live().get()
    assert page.live_revision_id == page.latest_revision_id
    assert not page.has_unpublished_changes


def test_drafts_of_an_earlier_run_are_published_by_a_later_one(bring):
    bring(talk())
    (outcome,) = bring(talk(), publish=True)
    assert (outcome.action, outcome.live) == ("updated", True)
    EpisodePage.objects.get().unpublish()
    (outcome,) = bring(talk(), publish=True)
    assert (outcome.action, outcome.live) == ("unchanged", False)


def test_people_are_matched_only_where_nothing_is_left_to_decide(bring, people):
    one = factories.SpeakerPageFactory(parent=people, title="Alzbeta Zkusebna")
    for number in (1, 2):
        factories.SpeakerPageFactory(parent=people, title="Jan Novák", slug=f"jan-{number}")
    (outcome,) = bring(talk(speakers=["Dr. Alžběta Zkušebná", "Jan Novák", "Jana Nováková"]))
    found = [(row.display_name, row.speaker_id) for row in EpisodePage.objects.get().guests]
    new = SpeakerPage.objects.get(title="Jana Nováková")
    assert found == [("Alzbeta Zkusebna", one.pk), ("Jan Novák", None), ("Jana Nováková", new.pk)]
    assert sentences(outcome) == {
        "guests": "There are several pages for “Jan Novák”: choose the right one."
    }


def test_tags_are_found_in_another_case_and_by_other_names(bring):
    tag = EpisodeTag.objects.create(name="Soudy", other_names="Courts")
    bring(talk(tags=["COURTS", "soudy", "New"]))
    assert sorted(EpisodePage.objects.get().tags.names()) == ["New", "Soudy"]
    assert EpisodeTag.objects.get(name="Soudy") == tag


def test_a_row_that_comes_twice_is_refused_the_second_time(bring):
    first, second = bring(talk(), talk(title="Other words"))
    assert (first.action, second.action) == ("made", "refused")
    assert second.notes[0].sentence == "It is in the file twice: line 1 has it already."


def test_rows_of_one_video_and_two_identifiers_are_told(bring):
    first, second = bring(talk(1), talk(2, video_url=talk(1)["video_url"]))
    assert actions([first, second]) == ["made", "made"]
    assert first.notes == ()
    assert sentences(second) == {
        "video_url": "Line 1 has the same video: delete one if they are the same talk."
    }
    (third,) = bring(talk(3, video_url=talk(1)["video_url"]))
    assert sentences(third)["video_url"].startswith("“A bench for 2” has the same video:")


def test_one_row_that_does_not_fit_stops_no_other(bring):
    outcomes = bring(
        talk(1), talk(2, video_url="https://example.org/a.mp4"), talk(3, title="x" * 300)
    )
    assert actions(outcomes) == ["made", "made", "refused"]
    assert sentences(outcomes[1])["video_url"].startswith("We cannot show videos from")
    assert sentences(outcomes[2]) == {"title": "The title has 300 characters, at most 255 fit."}


def test_a_dry_run_writes_nothing(bring):
    outcomes = bring(talk(1), talk(2), dry_run=True)
    assert actions(outcomes) == ["made", "made"]
    assert not EpisodePage.objects.exists()
    assert not SpeakerPage.objects.exists()
    assert not EpisodeTag.objects.exists()


def test_same_titles_get_addresses_of_their_own(bring):
    bring(talk(1, title="Same"), talk(2, title="Same"))
    bring(talk(3, title="Same"))
    assert sorted(EpisodePage.objects.values_list("slug", flat=True)) == [
        "same",
        "same-2",
        "same-3",
    ]


def test_an_interrupted_import_goes_on(bring):
    talks = [talk(number) for number in range(5)]
    assert actions(bring(*talks[:2])) == ["made", "made"]
    assert actions(bring(*talks)) == ["unchanged"] * 2 + ["made"] * 3
    assert not any(Page.find_problems())


def test_visitors_find_what_was_published(bring):
    (outcome,) = bring(talk(), publish=True)
    found = SearchEntry.objects.filter(page=outcome.page)
    assert [entry.title for entry in found] == ["A bench for 1"]
    assert list(EpisodePage.objects.matching("zkusebna").values_list("pk", flat=True)) == [
        outcome.page
    ]
