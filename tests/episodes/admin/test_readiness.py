"""Where staff meet what is missing: editor, list, board, first page, and before publishing."""

import datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale

from episodes.admin.draft_base import mark_of
from episodes.models import EpisodePage
from tests import factories

from . import editing


@pytest.fixture
def draft(series, ana):
    return factories.episode(series, [ana], title="Half done", live=False)


def publish_form(ana):
    form = {**editing.complete_form(ana), "action-publish": "1"}
    del form["publish-anyway"]
    return form


def test_the_editor_shows_what_is_missing_and_how_much(editor, draft):
    page = editor.get(editing.edit_url(draft)).content.decode()
    panel = page[page.index('data-side-panel="readiness"') :]
    assert "There is nothing for the podcast and for slow lines." in panel
    assert 'data-readiness-field="audio"' in panel
    assert "5 of 12 are there." in panel


def test_the_list_is_that_of_the_draft_that_was_saved_last(editor, draft, ana):
    assert "Nobody finds it by its topic." in _panel(draft, editor)
    form = form_with_tag(draft, ana)
    assert editor.post(editing.edit_url(draft), form).status_code == 302
    assert "Nobody finds it by its topic." not in _panel(draft, editor)


def form_with_tag(draft, ana):
    row, film = draft.appearances.get(), draft.videos.get()
    return editing.complete_form(
        ana,
        people=[editing.person(ana, id=row.pk)],
        videos=[editing.video(film.link, id=film.pk)],
        initial={"appearances": 1, "videos": 1},
        tags='"Courts"',
    )


def _panel(page, editor):
    text = editor.get(editing.edit_url(page)).content.decode()
    return text[text.index('data-side-panel="readiness"') :]


def test_publishing_shows_once_more_what_is_missing_and_loses_nothing(editor, series, ana):
    response = editor.post(editing.new_url(series), publish_form(ana))
    page = editing.saved_episode()
    assert response.url == reverse("episodes:publish", args=[page.pk])
    assert not page.live
    shown = editor.get(response.url).content.decode()
    assert "People who can&#x27;t hear, or not now, can&#x27;t follow." in shown
    revision = {"revision": mark_of(page)}
    response = editor.post(reverse("episodes:publish", args=[page.pk]), revision, follow=True)
    page.refresh_from_db()
    assert page.live
    assert [str(one).split(".")[0] for one in response.context["messages"]] == [
        "“A conversation” is published"
    ]


@pytest.mark.parametrize("is_in_background", [False, True])
def test_a_draft_that_somebody_saved_meanwhile_is_looked_at_again(editor, draft, is_in_background):
    seen = mark_of(draft)
    editing.save_again(draft, is_in_background)
    url = reverse("episodes:publish", args=[draft.pk])
    response = editor.post(url, {"revision": seen}, follow=True)
    said = [message.strip() for message in editing.messages_of(response)]
    assert said == ["Somebody saved it meanwhile: look at what it says now."]
    assert not EpisodePage.objects.get(pk=draft.pk).live


def test_what_may_not_be_published_at_all_is_refused_here_too(editor, series):
    page = factories.episode(series, [], live=False)
    url = reverse("episodes:publish", args=[page.pk])
    response = editor.post(url, {"revision": mark_of(page)}, follow=True)
    assert "Add at least one guest." in editing.messages_of(response)[0]
    assert not EpisodePage.objects.get(pk=page.pk).live


def test_the_list_shows_how_much_is_there_in_the_same_queries(editor, series, ana):
    def queries():
        url = reverse("episodes:index")
        editor.get(url)
        with CaptureQueriesContext(connection) as captured:
            text = editor.get(url).content.decode()
        assert text.count("5 of 12") == EpisodePage.objects.count()
        return len(captured)

    factories.episode(series, [ana])
    few = queries()
    for _n in range(3):
        factories.episode(series, [ana])
    assert queries() == few


def test_the_board_narrows_to_what_lacks_something(editor, series, ana):
    tagged = factories.episode(series, [ana], title="Tagged", tags=[factories.TagFactory()])
    factories.episode(series, [ana], title="Bare", live=False)
    board = reverse("episodes:board")

    def titles(**query):
        rows = editor.get(board, query).context["rows"]
        return [episode.title for episode, _readiness in rows]

    assert titles() == ["Bare", "Tagged"]
    assert titles(lacks="tags") == ["Bare"]
    assert titles(lacks="tags", status="live") == []
    assert titles(series=series.pk, status="live") == ["Tagged"]
    assert titles(lacks="nonsense", page="x") == []
    assert titles(series="²", page="-1") == ["Bare", "Tagged"]
    shown = editor.get(board, {"lacks": "captions"}).content.decode()
    assert f"/admin/pages/{tagged.pk}/edit/#readiness-videos" in shown


def test_words_that_ask_for_a_second_look_are_shown_wherever_readiness_is(editor, draft):
    draft.lead = "We live in  this world, said Novotna."
    draft.save_revision()
    panel = _panel(draft, editor)
    link = '#readiness-lead" data-readiness-field="lead" data-readiness-words="We live in··this'
    assert f'<a href="{link}' in panel
    edit = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    for url in (reverse("episodes:publish", args=[draft.pk]), reverse("episodes:index")):
        assert f'<a href="{edit}{link}' in editor.get(url).content.decode()
    rows = editor.get(reverse("episodes:board"), {"lacks": "words"}).context["rows"]
    assert [page.pk for page, _readiness in rows] == [draft.pk]


@time_machine.travel(datetime.datetime(2026, 11, 23, 11, tzinfo=datetime.UTC), tick=False)
def test_the_first_page_says_what_goes_out_next_and_what_drafts_lack(editor, draft, ana):
    announced = factories.episode(
        draft.get_parent().specific,
        [ana],
        title="Soon",
        premieres_at=datetime.datetime(2026, 12, 1, 17, tzinfo=datetime.UTC),
    )
    text = editor.get(reverse("wagtailadmin_home")).content.decode()
    upcoming, drafts = text.index("What goes out next"), text.index("What is missing in drafts")
    assert announced.title in text[upcoming:drafts]
    assert "1 Dec 2026, 18:00" in text[upcoming:drafts]
    assert draft.title in text[drafts:]


@time_machine.travel(datetime.datetime(2026, 11, 23, 11, tzinfo=datetime.UTC), tick=False)
def test_the_calendar_shows_planned_free_and_doubled_days(editor, series, ana):
    series.cadence_days = [3]
    series.save()
    for title in ("First", "Second"):
        factories.episode(series, [ana], title=title, published_on=datetime.date(2026, 12, 3))
    url = reverse("episodes:calendar")
    response = editor.get(url, {"month": "2026-12"})
    cells = {cell["day"].isoformat(): cell for week in response.context["weeks"] for cell in week}
    assert [one.title for one in cells["2026-12-03"]["planned"]] == ["First", "Second"]
    assert cells["2026-12-03"]["clash"]
    assert [page.pk for page in cells["2026-12-10"]["free"]] == [series.pk]
    assert cells["2026-12-09"]["free"] == []
    czech = Locale.objects.get_or_create(language_code="cs")[0]
    factories.SeriesPageFactory(
        parent=series.get_parent(),
        cadence_days=[3],
        locale=czech,
        translation_key=series.translation_key,
    )
    again = editor.get(url, {"month": "2026-12"}).context["weeks"]
    cells = {cell["day"].isoformat(): cell for week in again for cell in week}
    assert [page.pk for page in cells["2026-12-10"]["free"]] == [series.pk]
    for odd in ("", "2026-13", "x", "9999-12", "0001-01"):
        first = editor.get(url, {"month": odd}).context["first"]
        assert first == datetime.date(2026, 11, 1)


@time_machine.travel(datetime.datetime(2026, 11, 23, 11, tzinfo=datetime.UTC), tick=False)
def test_the_calendar_shows_a_scheduled_episode_on_the_day_it_goes_out(editor, series, ana):
    series.cadence_days = [3]
    series.save()
    day = datetime.date(2026, 12, 3)
    page = factories.episode(series, [ana], title="Later", published_on=day, live=False)
    page.go_live_at = datetime.datetime(2026, 12, 17, 9, 30, tzinfo=datetime.UTC)
    page.save_revision().publish()
    response = editor.get(reverse("episodes:calendar"), {"month": "2026-12"})
    cells = {cell["day"].isoformat(): cell for week in response.context["weeks"] for cell in week}
    assert [one.title for one in cells["2026-12-17"]["planned"]] == ["Later"]
    assert cells["2026-12-17"]["free"] == []
    assert [one.title for one in cells["2026-12-03"]["planned"]] == ["Later"]
    assert not cells["2026-12-17"]["clash"]


@time_machine.travel(datetime.datetime(2026, 11, 23, 11, tzinfo=datetime.UTC), tick=False)
def test_the_editor_proposes_free_days_for_new_and_old(editor, series, draft):
    series.cadence_days = [3]
    series.save()
    for url in (editing.new_url(series), editing.edit_url(draft)):
        text = editor.get(url).content.decode()
        assert 'data-free-day="2026-11-26"' in text
        assert text.count("data-free-day") == 3


def test_the_editor_warns_of_a_second_episode_on_the_day(editor, draft, ana):
    factories.episode(
        draft.get_parent().specific, [ana], title="Twin", published_on=draft.published_on
    )
    assert "“Twin” stands on the same day." in _panel(draft, editor)


def test_who_may_not_publish_gets_no_last_look(client, draft, django_user_model):
    from django.contrib.auth.models import Group

    eva = django_user_model.objects.create_user("eva", password="secret")
    eva.groups.add(Group.objects.get(name="Editors"))
    client.force_login(eva)
    url = reverse("episodes:publish", args=[draft.pk])
    client.post(url, {"revision": mark_of(draft)})
    assert not EpisodePage.objects.get(pk=draft.pk).live
