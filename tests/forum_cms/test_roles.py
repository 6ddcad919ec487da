"""The three roles, as the migrations make them: who may do what, asked through the admin."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Task, Workflow, WorkflowPage

from episodes.models import EpisodePage, EpisodeTag
from forum_cms.models import SecondReaderTask, SiteSettings
from tests import factories
from tests.episodes.admin import editing

NOBODY, EDITOR, MODERATOR, ADMINISTRATOR = "Nobody", "Editors", "Moderators", "Administrators"
WRITERS = {EDITOR, MODERATOR, ADMINISTRATOR}
PUBLISHERS = {MODERATOR, ADMINISTRATOR}

User = get_user_model()


def member(role: str, name: str) -> Client:
    """A browser of somebody in this role; its `user` is who they are."""
    user = User.objects.create_user(name, f"{name}@example.org", "secret")
    if role != NOBODY:
        user.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(user)
    client.user = user
    return client


@dataclass
class Office:
    """What there is to work on."""

    series: Page
    live: EpisodePage
    draft: EpisodePage
    tag: EpisodeTag
    colleague: object
    superuser: object

    @property
    def settings_url(self) -> str:
        site = SiteSettings.objects.get().site_id
        return reverse("wagtailsettings:edit", args=["forum_cms", "sitesettings", site])


@pytest.fixture
def office(series, people):
    ana = factories.SpeakerPageFactory(parent=people)
    site = SiteSettings.for_site(series.get_site())
    site.save()
    live = factories.episode(series, [ana], title="Out")
    draft = factories.episode(series, [ana], title="Not out", live=False)
    for page in (live, draft):
        page.save_revision()
    return Office(
        series,
        live,
        draft,
        factories.TagFactory(name="Courts"),
        User.objects.create_user("karel", "karel@example.org", "secret"),
        User.objects.create_superuser("root", "root@example.org", "secret"),
    )


def page_url(name: str, page: Page) -> str:
    return reverse(f"wagtailadmin_pages:{name}", args=[page.pk])


def form_of(page: EpisodePage, **fields) -> dict:
    """The whole editor of a page, as it stands, with these fields changed."""
    person = editing.person(page.appearances.get().speaker, id=page.appearances.get().pk)
    video = editing.video(page.videos.get().link, id=page.videos.get().pk)
    return editing.complete_form(
        page.appearances.get().speaker,
        **{
            "title": page.title,
            "slug": page.slug,
            "people": [person],
            "videos": [video],
            "initial": {"appearances": 1, "videos": 1},
            **fields,
        },
    )


def enters(client: Client, office: Office) -> bool:
    return client.get(reverse("wagtailadmin_home")).status_code == 200


def writes(client: Client, office: Office) -> bool:
    client.post(editing.new_url(office.series), editing.episode_form(title="Fresh"))
    return EpisodePage.objects.filter(title="Fresh", live=False).exists()


def edits_a_colleagues_draft(client: Client, office: Office) -> bool:
    client.post(editing.edit_url(office.draft), form_of(office.draft, title="Better"))
    office.draft.refresh_from_db()
    return office.draft.get_latest_revision_as_object().title == "Better"


def previews(client: Client, office: Office) -> bool:
    url = reverse("wagtailadmin_pages:view_draft", args=[office.draft.pk])
    answer = client.get(url)
    return answer.status_code == 200 and "Not out" in answer.content.decode()


def publishes(client: Client, office: Office) -> bool:
    form = {**form_of(office.draft), "action-publish": "1"}
    client.post(editing.edit_url(office.draft), form)
    office.draft.refresh_from_db()
    return office.draft.live


def schedules(client: Client, office: Office) -> bool:
    times = {"go_live_at": "2099-01-01 10:00", "expire_at": "2099-02-01 10:00"}
    form = {**form_of(office.draft, **times), "action-publish": "1"}
    client.post(editing.edit_url(office.draft), form)
    office.draft.refresh_from_db()
    return office.draft.scheduled_revision is not None


def unpublishes(client: Client, office: Office) -> bool:
    client.post(page_url("unpublish", office.live))
    office.live.refresh_from_db()
    return not office.live.live


def submits(client: Client, office: Office) -> bool:
    form = {**form_of(office.draft), "action-submit": "1"}
    client.post(editing.edit_url(office.draft), form)
    office.draft.refresh_from_db()
    return office.draft.workflow_in_progress


def deletes_a_draft(client: Client, office: Office) -> bool:
    client.post(page_url("delete", office.draft))
    return not EpisodePage.objects.filter(pk=office.draft.pk).exists()


def deletes_what_is_published(client: Client, office: Office) -> bool:
    client.post(page_url("delete", office.live))
    return not EpisodePage.objects.filter(pk=office.live.pk).exists()


def locks(client: Client, office: Office) -> bool:
    client.post(page_url("lock", office.draft))
    office.draft.refresh_from_db()
    return office.draft.locked


def hides_from_the_public(client: Client, office: Office) -> bool:
    url = reverse("wagtailadmin_pages:set_privacy", args=[office.live.pk])
    client.post(url, {"restriction_type": "login", "password": "", "groups": []})
    return office.live.view_restrictions.exists()


def renames_a_tag(client: Client, office: Office) -> bool:
    url = reverse("wagtailsnippets_episodes_episodetag:edit", args=[office.tag.pk])
    client.post(url, {"name": "Judges", "slug": "courts", "description": "", "other_names": ""})
    return EpisodeTag.objects.filter(name="Judges").exists()


def deletes_a_tag(client: Client, office: Office) -> bool:
    client.post(reverse("wagtailsnippets_episodes_episodetag:delete", args=[office.tag.pk]))
    return not EpisodeTag.objects.filter(pk=office.tag.pk).exists()


def imports_an_article(client: Client, office: Office) -> bool:
    return client.get(reverse("episodes:from_article")).status_code == 200


def adds_a_picture(client: Client, office: Office) -> bool:
    return client.get(reverse("wagtailimages:add")).status_code == 200


def adds_a_video_file(client: Client, office: Office) -> bool:
    return client.get(reverse("wagtailmedia:add", args=["video"])).status_code == 200


def redirects_an_address(client: Client, office: Office) -> bool:
    return client.get(reverse("wagtailredirects:add")).status_code == 200


def changes_settings(client: Client, office: Office) -> bool:
    client.post(office.settings_url, {"organisation_name": "Another house"})
    return SiteSettings.objects.filter(organisation_name="Another house").exists()


def changes_the_workflow(client: Client, office: Office) -> bool:
    workflow = Workflow.objects.get(name="Two-step approval")
    return client.get(reverse("wagtailadmin_workflows:edit", args=[workflow.pk])).status_code == 200


def changes_an_account(client: Client, office: Office) -> bool:
    url = reverse("wagtailusers_users:edit", args=[office.colleague.pk])
    return client.get(url).status_code == 200


def changes_a_superusers_account(client: Client, office: Office) -> bool:
    url = reverse("wagtailusers_users:edit", args=[office.superuser.pk])
    form = {"username": "root", "email": "thief@example.org", "password1": "", "password2": ""}
    client.post(url, form)
    return User.objects.filter(email="thief@example.org").exists()


MAY: dict[Callable[[Client, Office], bool], set[str]] = {
    enters: WRITERS,
    writes: WRITERS,
    edits_a_colleagues_draft: WRITERS,
    previews: WRITERS,
    submits: WRITERS,
    imports_an_article: WRITERS,
    adds_a_picture: WRITERS,
    adds_a_video_file: WRITERS,
    renames_a_tag: WRITERS,
    deletes_a_draft: WRITERS,
    publishes: PUBLISHERS,
    schedules: PUBLISHERS,
    unpublishes: PUBLISHERS,
    deletes_what_is_published: PUBLISHERS,
    locks: PUBLISHERS,
    hides_from_the_public: PUBLISHERS,
    deletes_a_tag: PUBLISHERS,
    redirects_an_address: PUBLISHERS,
    changes_settings: {ADMINISTRATOR},
    changes_the_workflow: {ADMINISTRATOR},
    changes_an_account: {ADMINISTRATOR},
    changes_a_superusers_account: set(),
}


@pytest.mark.parametrize("role", [NOBODY, EDITOR, MODERATOR, ADMINISTRATOR])
@pytest.mark.parametrize("action", MAY, ids=lambda action: action.__name__)
def test_role_may_do_what_it_is_for_and_nothing_else(action, role, office):
    assert action(member(role, "eva"), office) == (role in MAY[action])


def test_a_superuser_changes_any_account(office):
    client = Client()
    client.force_login(office.superuser)
    assert changes_an_account(client, office)
    url = reverse("wagtailusers_users:edit", args=[office.superuser.pk])
    assert client.get(url).status_code == 200


# Two steps

#: What the window sends in which somebody approves, after it showed what is missing.
SEEN = {"comment": ""}


def action(page: EpisodePage, name: str) -> str:
    page.refresh_from_db()
    state = page.current_workflow_task_state
    return reverse("wagtailadmin_pages:workflow_action", args=[page.pk, name, state.pk])


def test_an_episode_goes_out_after_a_colleague_and_a_moderator_said_yes(office):
    author, colleague = member(EDITOR, "eva"), member(EDITOR, "jan")
    moderator = member(MODERATOR, "marta")
    assert submits(author, office)
    page = office.draft

    author.post(action(page, "approve"), SEEN)
    page.refresh_from_db()
    assert page.current_workflow_task.name == "Read by a colleague"

    colleague.post(action(page, "approve"), SEEN)
    page.refresh_from_db()
    assert page.current_workflow_task.name == "Approved for publishing"

    colleague.post(action(page, "approve"), SEEN)
    page.refresh_from_db()
    assert not page.live

    moderator.post(action(page, "approve"), SEEN)
    page.refresh_from_db()
    assert page.live


def test_a_colleague_asks_for_changes_with_a_comment(office):
    author, colleague = member(EDITOR, "eva"), member(EDITOR, "jan")
    assert submits(author, office)
    colleague.post(action(office.draft, "reject"), {"comment": "The date is missing."})
    office.draft.refresh_from_db()
    state = office.draft.current_workflow_state
    assert state.status == "needs_changes"
    assert state.current_task_state.comment == "The date is missing."


def test_who_submitted_is_not_asked_to_read_it(office):
    author, colleague = member(EDITOR, "eva"), member(EDITOR, "jan")
    assert submits(author, office)
    task = SecondReaderTask.objects.get()
    assert list(task.get_task_states_user_can_moderate(author.user)) == []
    waiting = task.get_task_states_user_can_moderate(colleague.user)
    assert [state.workflow_state.content_object.pk for state in waiting] == [office.draft.pk]


def test_the_author_may_go_on_writing_while_others_read(office):
    author = member(EDITOR, "eva")
    assert submits(author, office)
    assert edits_a_colleagues_draft(author, office)


def test_an_editor_comments_on_a_draft(office):
    author = member(EDITOR, "eva")
    comment = {
        "text": "Is this spelt right?",
        "position": "",
        "contentpath": "title",
        "id": "",
        "resolved": "",
        "DELETE": "",
        "replies-TOTAL_FORMS": "0",
        "replies-INITIAL_FORMS": "0",
        "replies-MIN_NUM_FORMS": "0",
        "replies-MAX_NUM_FORMS": "",
    }
    form = form_of(office.draft)
    form |= {f"comments-0-{name}": value for name, value in comment.items()}
    form["comments-TOTAL_FORMS"] = "1"
    author.post(editing.edit_url(office.draft), form)
    kept = office.draft.wagtail_admin_comments.get()
    assert (kept.text, kept.user) == ("Is this spelt right?", author.user)


def test_the_workflow_stands_over_every_page(office):
    assert WorkflowPage.objects.get(page__depth=1).workflow.name == "Two-step approval"
    steps = [task.name for task in Workflow.objects.get(name="Two-step approval").tasks]
    assert steps == ["Read by a colleague", "Approved for publishing"]
    assert Task.objects.get(name=steps[0]).specific.groups.count() == 3
