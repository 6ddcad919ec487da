"""The three roles, as the migrations make them: who may do what, asked through the admin."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Task, Workflow, WorkflowPage
from wagtail.test.utils.form_data import querydict_from_html

from episodes.models import DraftLink, EpisodePage, EpisodeTag
from forum_cms.models import SecondReaderTask, SiteSettings
from tests import factories
from tests.episodes.admin import editing

NOBODY, EDITOR, MODERATOR, ADMINISTRATOR = "Nobody", "Editors", "Moderators", "Administrators"
#: What the window sends in which somebody approves, after it showed what is missing.
SEEN = {"comment": ""}
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
    person: Page
    organisation: Page
    other_series: Page
    tag: EpisodeTag
    colleague: object
    superuser: object

    @property
    def pages(self) -> list[Page]:
        return [self.series, self.live, self.draft, self.person, self.organisation]

    @property
    def settings_url(self) -> str:
        site = SiteSettings.objects.get().site_id
        return reverse("wagtailsettings:edit", args=["forum_cms", "sitesettings", site])


@pytest.fixture
def office(series, people, organisations):
    ana = factories.SpeakerPageFactory(parent=people, title="Ana")
    bureau = factories.OrganisationPageFactory(parent=organisations, title="Bureau")
    other = factories.SeriesPageFactory(parent=series.get_parent(), title="Other")
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
        ana,
        bureau,
        other,
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


def with_comment(page: EpisodePage) -> dict:
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
    form = form_of(page)
    form |= {f"comments-0-{name}": value for name, value in comment.items()}
    return {**form, "comments-TOTAL_FORMS": "1"}


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
    return EpisodePage.objects.get(pk=office.draft.pk).scheduled_revision is not None


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


def comments(client: Client, office: Office) -> bool:
    client.post(editing.edit_url(office.draft), with_comment(office.draft))
    return office.draft.wagtail_admin_comments.filter(user=client.user).exists()


def lets_it_expire(client: Client, office: Office) -> bool:
    form = {**form_of(office.live, expire_at="2099-02-01 10:00"), "action-publish": "1"}
    client.post(editing.edit_url(office.live), form)
    office.live.refresh_from_db()
    return office.live.expire_at is not None


def writes_captions(client: Client, office: Office) -> bool:
    film = office.draft.videos.get()
    captions = editing.captions("WEBVTT\n\n00:01.000 --> 00:02.000\nGood evening.\n")
    row = editing.video(film.link, captions=[captions], id=film.pk)
    client.post(editing.edit_url(office.draft), form_of(office.draft, videos=[row]))
    office.draft.refresh_from_db()
    draft = office.draft.get_latest_revision_as_object()
    return draft.videos.get().captions.exists()


def chooses_times_and_voices(client: Client, office: Office) -> bool:
    names = ("quote_times", "voices")
    urls = [reverse(f"episodes:{name}", args=[office.draft.pk]) for name in names]
    return {client.get(url).status_code for url in urls} == {200}


def shares_a_draft(client: Client, office: Office) -> bool:
    url = reverse("episodes:share_draft", args=[office.draft.pk])
    client.post(url, {"note": "Ana", "days": "7"})
    return DraftLink.objects.filter(made_by=client.user).exists()


def takes_a_shared_draft_back(client: Client, office: Office) -> bool:
    link = DraftLink.make(office.draft, office.superuser, days=7)
    client.post(reverse("episodes:shared_drafts"), {"take_back": link.pk})
    return not DraftLink.objects.exists()


def bulk_url(name: str, *pages: Page) -> str:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", name])
    return f"{url}?next=/admin/&" + "&".join(f"id={page.pk}" for page in pages)


def tags_many(client: Client, office: Office) -> bool:
    client.post(bulk_url("add_tags", office.draft), {"tags": "Courts"})
    office.draft.refresh_from_db()
    draft = office.draft.get_latest_revision_as_object()
    return [tag.name for tag in draft.tags.all()] == ["Courts"]


def publishes_many(client: Client, office: Office) -> bool:
    client.post(bulk_url("publish", office.draft), {"include_descendants": ""})
    return EpisodePage.objects.get(pk=office.draft.pk).live


def moves_published_ones_to_another_series(client: Client, office: Office) -> bool:
    client.post(bulk_url("move", office.live), {"chooser": office.other_series.pk})
    return EpisodePage.objects.get(pk=office.live.pk).get_parent().pk == office.other_series.pk


def deletes_many_published_ones(client: Client, office: Office) -> bool:
    client.post(bulk_url("delete", office.live))
    return not EpisodePage.objects.filter(pk=office.live.pk).exists()


def imports_a_catalogue(client: Client, office: Office) -> bool:
    return client.get(reverse("episodes:from_catalogue")).status_code == 200


def exports_the_list(client: Client, office: Office) -> bool:
    answer = client.get(reverse("episodes:index"), {"export": "csv"})
    return answer.status_code == 200 and b"Not out" in answer.getvalue()


def sees_what_is_missing_and_planned(client: Client, office: Office) -> bool:
    board, calendar = (
        client.get(reverse("episodes:board")),
        client.get(reverse("episodes:calendar")),
    )
    return (board.status_code, calendar.status_code) == (200, 200) and b"Not out" in board.content


def merges_tags(client: Client, office: Office) -> bool:
    twin = factories.TagFactory(name="Judiciary")
    url = reverse("wagtail_bulk_action", args=["episodes", "episodetag", "merge"])
    client.post(f"{url}?next=/admin/&id={office.tag.pk}&id={twin.pk}", {"kept": office.tag.pk})
    return not EpisodeTag.objects.filter(pk=twin.pk).exists()


def renames_a_person_in_a_draft(client: Client, office: Office) -> bool:
    return renames(client, office.person)


def renames_an_organisation_in_a_draft(client: Client, office: Office) -> bool:
    return renames(client, office.organisation)


def renames(client: Client, page: Page, **more: str) -> bool:
    url = page_url("edit", page)
    answer = client.get(url)
    if answer.status_code != 200:
        return False
    form = querydict_from_html(answer.content.decode(), form_id="page-edit-form").dict()
    client.post(url, {**form, "title": "Renamed", **more})
    page.refresh_from_db()
    shown = page.title if more else page.get_latest_revision_as_object().title
    return shown == "Renamed"


def publishes_a_persons_new_name(client: Client, office: Office) -> bool:
    return renames(client, office.person, **{"action-publish": "1"})


def approves_for_publishing(client: Client, office: Office) -> bool:
    page = office.draft
    Workflow.objects.get(name="Two-step approval").start(page, office.superuser)
    page.current_workflow_task_state.approve(user=office.colleague)
    client.post(action(page, "approve"), SEEN)
    return EpisodePage.objects.get(pk=page.pk).live


def changes_permissions(client: Client, office: Office) -> bool:
    group = Group.objects.get(name=EDITOR)
    return client.get(reverse("wagtailusers_groups:edit", args=[group.pk])).status_code == 200


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
    comments: WRITERS,
    writes_captions: WRITERS,
    chooses_times_and_voices: WRITERS,
    shares_a_draft: WRITERS,
    takes_a_shared_draft_back: WRITERS,
    tags_many: WRITERS,
    imports_a_catalogue: WRITERS,
    exports_the_list: WRITERS,
    sees_what_is_missing_and_planned: WRITERS,
    renames_a_person_in_a_draft: WRITERS,
    renames_an_organisation_in_a_draft: WRITERS,
    lets_it_expire: PUBLISHERS,
    publishes_many: PUBLISHERS,
    moves_published_ones_to_another_series: PUBLISHERS,
    deletes_many_published_ones: PUBLISHERS,
    publishes_a_persons_new_name: PUBLISHERS,
    approves_for_publishing: PUBLISHERS,
    merges_tags: PUBLISHERS,
    changes_settings: {ADMINISTRATOR},
    changes_permissions: set(),
    changes_the_workflow: {ADMINISTRATOR},
    changes_an_account: {ADMINISTRATOR},
    changes_a_superusers_account: set(),
}


@pytest.mark.parametrize("action", MAY, ids=lambda action: action.__name__)
def test_every_role_may_do_what_it_is_for_and_nothing_else(action, office):
    done = {
        role for role in (NOBODY, EDITOR, MODERATOR, ADMINISTRATOR) if does(action, role, office)
    }
    assert done == MAY[action]


def does(action: Callable[[Client, Office], bool], role: str, office: Office) -> bool:
    """Whether it worked; whatever it did is undone before the next role tries."""
    with transaction.atomic():
        done = action(member(role, role.lower()), office)
        transaction.set_rollback(True)
    for page in office.pages:
        page.refresh_from_db()
    return done


def test_a_superuser_changes_any_account(office):
    client = Client()
    client.force_login(office.superuser)
    assert changes_an_account(client, office)
    url = reverse("wagtailusers_users:edit", args=[office.superuser.pk])
    assert client.get(url).status_code == 200


# Two steps


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


def test_the_workflow_stands_over_every_page(office):
    assert WorkflowPage.objects.get(page__depth=1).workflow.name == "Two-step approval"
    steps = [task.name for task in Workflow.objects.get(name="Two-step approval").tasks]
    assert steps == ["Read by a colleague", "Approved for publishing"]
    assert Task.objects.get(name=steps[0]).specific.groups.count() == 3
