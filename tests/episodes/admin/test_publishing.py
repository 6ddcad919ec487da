"""Publishing: strict, and in one list what is missing; by whatever door it goes."""

import datetime

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from episodes.models import EpisodePage, refusal
from tests import factories

from . import editing

MISSING = [
    "This episode can't be published yet:",
    "Say when it is published (the date that visitors see).",
    "Write the lead: the first paragraph, which says who talks about what.",
    "Add at least one guest.",
    "Add the video, or say when it premieres.",
]


def draft(series, **fields):
    return factories.episode(series, [], video="", live=False, **fields)


def test_publishing_a_new_episode_says_all_that_is_missing(editor, series):
    form = {**editing.episode_form(), "action-publish": "1"}
    response = editor.post(editing.new_url(series), form)
    assert response.context["form"].non_field_errors() == MISSING
    assert not EpisodePage.objects.exists()
    page = response.content.decode()
    assert all(page.count(sentence.replace("'", "&#x27;")) for sentence in MISSING)


def test_publishing_says_what_is_missing_beside_a_mistake_in_a_field(editor, series):
    form = {**editing.episode_form(recorded_on="0001-01-01"), "action-publish": "1"}
    response = editor.post(editing.new_url(series), form)
    assert editing.errors_of(response) == {
        "recorded_on": ["Check the year: 1 is not between 1900 and 2100."],
        "__all__": MISSING,
    }


def test_publishing_a_draft_says_all_that_is_missing_and_keeps_it(editor, series):
    page = draft(series, title="Kept", lead="", published_on=None)
    form = {**editing.episode_form(title="Lost?"), "action-publish": "1"}
    response = editor.post(editing.edit_url(page), form)
    assert response.context["form"].non_field_errors() == MISSING
    page.refresh_from_db()
    assert (page.title, page.live) == ("Kept", False)


def test_publishing_a_complete_episode(editor, series, ana):
    form = {**editing.complete_form(ana), "action-publish": "1"}
    response = editor.post(editing.new_url(series), form)
    assert response.status_code == 302, editing.errors_of(response)
    page = editing.saved_episode()
    assert page.live
    assert [guest.display_name for guest in page.guests] == ["Ana Petříčková"]


def test_publishing_names_a_person_who_stands_twice(editor, series, ana):
    form = editing.complete_form(ana, people=[editing.person(ana), editing.person(ana)])
    response = editor.post(editing.new_url(series), {**form, "action-publish": "1"})
    assert response.context["form"].non_field_errors() == [
        MISSING[0],
        "Ana Petříčková stands twice among the people: take one away.",
    ]


def test_publishing_takes_two_main_videos_as_alternatives(editor, series, ana):
    videos = [editing.video(), editing.video("https://vimeo.com/123456789")]
    form = {**editing.complete_form(ana, videos=videos), "action-publish": "1"}
    assert editor.post(editing.new_url(series), form).status_code == 302
    assert editing.saved_episode().videos.count() == 2


def test_scheduling_an_incomplete_episode_is_refused(editor, series):
    page = draft(series, lead="", published_on=None)
    form = editing.episode_form(go_live_at="2090-01-01 10:00")
    response = editor.post(editing.edit_url(page), {**form, "action-publish": "1"})
    assert response.context["form"].non_field_errors() == MISSING
    assert page.scheduled_revision is None


def test_live_episode_cannot_be_made_incomplete_by_publishing(editor, series, ana):
    page = factories.episode(series, [ana], title="Whole")
    rows = {
        "people": [editing.person(ana, id=page.appearances.get().pk, DELETE="1")],
        "videos": [editing.video(id=page.videos.get().pk, DELETE="1")],
        "initial": {"appearances": 1, "videos": 1},
    }
    form = {**editing.episode_form(title="Broken", **rows), "action-publish": "1"}
    response = editor.post(editing.edit_url(page), form)
    assert response.context["form"].non_field_errors() == MISSING
    assert EpisodePage.objects.get().title == "Whole"


@pytest.mark.parametrize("live", [True, False])
def test_publishing_a_revision_in_code_raises_the_same_sentences(series, ana, live):
    page = factories.episode(series, [ana], live=live)
    page.lead = ""
    revision = page.save_revision(clean=False)
    with pytest.raises(ValidationError) as caught:
        revision.publish()
    assert caught.value.messages == [MISSING[2]]
    assert EpisodePage.objects.get().lead != ""


def test_creating_a_live_page_in_code_raises_the_same_sentences(series):
    with pytest.raises(ValidationError) as caught:
        series.add_child(instance=EpisodePage(title="Live at once"))
    assert caught.value.messages == MISSING[1:]


def test_live_episode_that_became_incomplete_can_be_locked_and_moved(editor, home, series, ana):
    page = factories.episode(series, [ana])
    page.videos.all().delete()
    other = factories.SeriesPageFactory(parent=home, title="Other")
    locked = editor.post(reverse("wagtailadmin_pages:lock", args=[page.pk]))
    assert locked.status_code == 302
    EpisodePage.objects.update(locked=False)
    moved = editor.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, other.pk]))
    assert moved.status_code == 302
    page = EpisodePage.objects.get()
    assert (page.live, page.get_parent().pk) == (True, other.pk)


def bulk_publish(editor, *pages, descendants=False):
    keys = "&".join(f"id={page.pk}" for page in pages)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    data = {"include_descendants": "on"} if descendants else {}
    return editor.post(f"{url}?{keys}&next=/admin/", data, follow=True)


def test_bulk_publish_refuses_all_when_one_is_incomplete(editor, series, ana):
    whole = factories.episode(series, [ana], live=False)
    broken = draft(series, title="Broken")
    response = bulk_publish(editor, whole, broken)
    messages = editing.messages_of(response)
    assert len(messages) == 2
    assert "“Broken” can&#x27;t be published yet:" in messages[0]
    assert f"<li>{MISSING[3]}</li>" in messages[0]
    assert "Nothing was published." in messages[1]
    assert not EpisodePage.objects.live().exists()


def test_bulk_publish_names_the_first_of_many_that_are_incomplete(editor, series):
    response = bulk_publish(editor, *[draft(series, title=f"Broken {n}") for n in range(13)])
    messages = editing.messages_of(response)
    assert len(messages) == 12
    assert "Nor can 3 other episodes be published yet." in messages[10]


def test_bulk_publish_of_a_series_looks_at_its_drafts(editor, series):
    draft(series, title="Broken")
    response = bulk_publish(editor, series, descendants=True)
    assert "“Broken”" in editing.messages_of(response)[0]


def test_bulk_publish_publishes_what_is_complete(editor, series, ana):
    pages = [factories.episode(series, [ana], live=False) for _ in range(2)]
    bulk_publish(editor, *pages)
    assert EpisodePage.objects.live().count() == 2


def test_scheduled_episode_that_became_incomplete_stays_a_draft_and_its_author_hears(
    series, ana, administrator
):
    now = timezone.now()
    soon = now + datetime.timedelta(hours=1)
    due = {"go_live_at": soon, "owner": administrator}
    announced = factories.EpisodePageFactory.build(
        live=False, title="Announced", premieres_at=now + datetime.timedelta(minutes=5), **due
    )
    announced.appearances.add(*factories.episode(series, [ana]).appearances.all())
    for row in announced.appearances.all():
        row.pk = None
    series.add_child(instance=announced)
    announced.save_revision(user=administrator).publish()
    whole = factories.episode(series, [ana], live=False, title="Whole", **due)
    whole.save_revision().publish()
    with time_machine.travel(soon + datetime.timedelta(minutes=1), tick=False):
        call_command("publish_scheduled")
    announced, whole = EpisodePage.objects.exclude(go_live_at=None).order_by("title")
    assert (announced.live, whole.live) == (False, True)
    assert announced.scheduled_revision is None
    assert [letter.to for letter in mail.outbox] == [["ada@example.org"]]
    assert MISSING[4] in mail.outbox[0].body


def test_history_says_why_a_scheduled_episode_did_not_go_out(editor, series, administrator):
    page = draft(series)
    refusal.tell(page, page.latest_revision, ["Add the video."])
    response = editor.get(reverse("wagtailadmin_pages:history", args=[page.pk]))
    assert "It was due, but: Add the video." in response.content.decode()


def test_submitting_an_incomplete_episode_says_all_that_is_missing(editor, series, moderated):
    page = draft(series, lead="", published_on=None)
    form = {**editing.episode_form(), "action-submit": "1"}
    response = editor.post(editing.edit_url(page), form)
    assert response.context["form"].non_field_errors() == MISSING
    assert page.current_workflow_state is None


def test_last_look_before_a_schedule_says_when_it_goes_out(editor, series, ana):
    page = factories.episode(series, [ana], live=False)
    page.go_live_at = timezone.now() + datetime.timedelta(days=9)
    page.save_revision()
    url = reverse("episodes:publish", args=[page.pk])
    shown = editor.get(url).content.decode()
    assert "Schedule it like this" in shown and "It goes out on" in shown
    assert "Publish it like this" not in shown
    page.go_live_at = None
    page.save_revision()
    shown = editor.get(url).content.decode()
    assert "Publish it like this" in shown and "Schedule it like this" not in shown
