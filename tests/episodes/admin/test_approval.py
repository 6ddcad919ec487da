"""Approving: what is missing is shown once more, in every way that leads there."""

import json

import pytest
from django.urls import reverse
from wagtail import hooks

from episodes.admin.draft_base import mark_of
from episodes.models import EpisodePage
from tests import factories

from . import editing

CAPTIONS = "People who can&#x27;t hear, or not now, can&#x27;t follow."
LEAD = "Write the lead: the first paragraph, which says who talks about what."


@pytest.fixture
def submitted(series, ana, moderated, administrator):
    page = factories.episode(series, [ana], live=False, lead="Two  people talk.")
    moderated.start(page, administrator)
    return page


def window_url(page, name="workflow_action"):
    state = page.current_workflow_task_state
    return reverse(f"wagtailadmin_pages:{name}", args=[page.pk, "approve", state.pk])


def approve(editor, page):
    return editor.post(window_url(page), {"comment": ""}, follow=True)


@pytest.mark.parametrize("name", ["workflow_action", "collect_workflow_action_data"])
def test_the_window_shows_what_is_missing_and_asks_for_a_comment(editor, submitted, name):
    window = json.loads(editor.get(window_url(submitted, name)).content)["html"]
    assert CAPTIONS in window and "Two··people" in window
    assert f"/admin/pages/{submitted.pk}/edit/#readiness-videos" in window
    assert 'name="comment"' in window
    other = window_url(submitted, name).replace("/approve/", "/reject/")
    assert CAPTIONS not in json.loads(editor.get(other).content)["html"]


def test_approval_without_the_window_is_asked_about_first(editor, submitted):
    response = editor.post(window_url(submitted), follow=True)
    assert response.redirect_chain == [(reverse("episodes:approve", args=[submitted.pk]), 302)]
    assert CAPTIONS in response.content.decode()
    assert not EpisodePage.objects.get().live
    form = {"revision": mark_of(submitted), "comment": "Captions follow."}
    response = editor.post(reverse("episodes:approve", args=[submitted.pk]), form, follow=True)
    assert EpisodePage.objects.get().live
    assert editing.messages_of(response)[0].startswith("“")
    state = submitted.workflow_states.get()
    assert (state.status, state.current_task_state.comment) == ("approved", "Captions follow.")


def approving_form(page, person):
    """What the editor sends for *Approve*, with another title."""
    row, film = page.appearances.get(), page.videos.get()
    return editing.complete_form(
        person,
        title="Better",
        people=[editing.person(person, id=row.pk)],
        videos=[editing.video(film.link, id=film.pk)],
        initial={"appearances": 1, "videos": 1},
        **{"action-workflow-action": "true", "workflow-action-name": "approve"},
    )


def test_approval_in_the_editor_saves_and_is_asked_about(editor, submitted, ana):
    form = approving_form(submitted, ana)
    response = editor.post(editing.edit_url(submitted), form)
    assert response.url == reverse("episodes:approve", args=[submitted.pk])
    page = EpisodePage.objects.get()
    assert (page.live, page.get_latest_revision_as_object().title) == (False, "Better")
    form["workflow-action-extra-data"] = json.dumps({"comment": ""})
    editor.post(editing.edit_url(submitted), form)
    assert EpisodePage.objects.get().live


def test_a_save_in_the_background_decides_nothing(editor, submitted, ana):
    form = approving_form(submitted, ana) | {"workflow-action-extra-data": '{"comment": ""}'}
    url = editing.edit_url(submitted)
    response = editor.post(url, form, headers={"accept": "application/json"})
    assert (response.status_code, response.json()["error_code"]) == (400, "locked")
    page = EpisodePage.objects.get()
    assert (page.live, page.current_workflow_state.status) == (False, "in_progress")
    assert page.latest_revision_id == submitted.latest_revision_id


def test_a_save_in_the_background_gives_way_to_one_by_hand(editor, submitted, ana):
    """Both began with the same draft; the one in the background is slower."""
    url = reverse("wagtailadmin_pages:edit", args=[submitted.pk])
    form = approving_form(submitted, ana)
    del form["action-workflow-action"]

    def save_by_hand(request, page):
        newer = EpisodePage.objects.get().get_latest_revision_as_object()
        newer.title = "By hand"
        newer.save_revision()

    with hooks.register_temporarily("before_edit_page", save_by_hand):
        response = editor.post(url, form, headers={"accept": "application/json"})
    assert response.status_code == 400
    assert response.json()["error_message"] == "Somebody changed it meanwhile."
    page = EpisodePage.objects.get()
    assert (page.draft_title, page.get_latest_revision_as_object().title) == ("By hand", "By hand")
    assert page.get_parent().get_children().count() == 1
    assert editor.post(url, form, headers={"accept": "application/json"}).json()["success"]


def test_a_draft_that_was_saved_meanwhile_is_shown_again(editor, submitted):
    seen = mark_of(submitted)
    editing.save_again(submitted, is_in_background=True)
    url = reverse("episodes:approve", args=[submitted.pk])
    assert editor.post(url, {"revision": seen}).url == url
    assert not EpisodePage.objects.get().live


def test_who_may_not_approve_gets_no_last_look(editor, series, ana):
    page = factories.episode(series, [ana], live=False)
    url = reverse("episodes:approve", args=[page.pk])
    assert "permission" in editing.messages_of(editor.get(url, follow=True))[0]
    assert editor.get(reverse("episodes:approve", args=[0])).status_code == 302


def test_publishing_many_shows_what_each_one_lacks(editor, series, ana):
    page = factories.episode(series, [ana], title="Bare", live=False)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    query = {"id": page.pk, "next": reverse("episodes:index")}
    response = editor.get(url, query)
    shown = response.content.decode()
    assert "Bare: 5 of 12" in shown and CAPTIONS in shown
    editor.post(f"{url}?id={page.pk}", {"include_descendants": ""})
    assert EpisodePage.objects.get().live


def test_approving_an_episode_that_became_incomplete_says_so(
    editor, series, ana, moderated, administrator
):
    page = factories.episode(series, [ana], live=False)
    moderated.start(page, administrator)
    page.lead = ""
    state = page.current_workflow_task_state
    state.revision = page.save_revision(clean=False)
    state.save()
    response = approve(editor, page)
    assert response.status_code == 200
    assert LEAD in editing.messages_of(response)[0]
    page.refresh_from_db()
    assert (page.live, page.current_workflow_state.status) == (False, "in_progress")


def test_approving_a_complete_episode_publishes_it(editor, series, ana, moderated, administrator):
    page = factories.episode(series, [ana], live=False)
    moderated.start(page, administrator)
    approve(editor, page)
    assert EpisodePage.objects.get().live


def test_moderator_sends_back_an_episode_that_became_incomplete(
    editor, series, ana, moderated, administrator
):
    page = factories.episode(series, [ana], live=False)
    moderated.start(page, administrator)
    form = editing.episode_form(
        **{"action-workflow-action": "true", "workflow-action-name": "reject"}
    )
    response = editor.post(editing.edit_url(page), form)
    assert response.status_code == 302, editing.errors_of(response)
    page = EpisodePage.objects.get()
    assert page.current_workflow_state.status == "needs_changes"
