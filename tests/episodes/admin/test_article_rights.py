"""Who may bring articles, and into which series."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission

from episodes.models import EpisodePage
from tests import factories
from tests.episodes.authoring.test_importer import TEXT

from .test_article_import import ALWAYS, URL, choices, decide, read


def test_locked_episode_is_not_updated(editor, series, client):
    decide(editor, read(editor, series))
    page = EpisodePage.objects.get()
    other = get_user_model().objects.create_superuser("bo", "bo@example.org", "secret")
    page.locked, page.locked_by = True, other
    page.save()
    response = read(editor, series, TEXT.replace("Trees are", "A tree is"))
    assert "The episode is locked" in response.content.decode()
    assert "Update the draft" not in response.content.decode()
    decide(editor, response)
    assert page.revisions.count() == 1


@pytest.fixture
def writer(client, series):
    """Somebody who may add pages below the series, and nothing else."""
    group = Group.objects.create(name="Writers")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    permission = Permission.objects.get(content_type__app_label="wagtailcore", codename="add_page")
    GroupPagePermission.objects.create(group=group, page=series, permission=permission)
    user = get_user_model().objects.create_user("wim", "wim@example.org", "secret")
    user.groups.add(group)
    client.force_login(user)
    return client


def test_writer_makes_episodes_and_no_people(writer, series, people, organisations):
    response = read(writer, series)
    assert choices(response, "Nino Abashidze") == ["leave", *ALWAYS]
    assert decide(writer, response).status_code == 302
    assert EpisodePage.objects.get().owner.username == "wim"


def test_writer_is_not_offered_a_series_of_others(writer, home):
    other = factories.SeriesPageFactory(parent=home, title="Other")
    response = writer.post(reverse(URL), {"series": other.pk, "text": TEXT})
    assert "series" in response.context["form"].errors
    assert not EpisodePage.objects.exists()


def test_writer_may_not_update_an_episode_of_others(writer, series, administrator):
    title = "Benches that nobody may sleep on"
    factories.episode(series, [], title=title, owner=administrator, live=False)
    response = read(writer, series)
    assert "You may not edit this episode" in response.content.decode()
    revisions = EpisodePage.objects.get().revisions.count()
    decide(writer, response)
    assert EpisodePage.objects.get().revisions.count() == revisions


def test_somebody_without_a_series_is_turned_away(client, series, people):
    group = Group.objects.create(name="Librarians")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    permission = Permission.objects.get(content_type__app_label="wagtailcore", codename="add_page")
    GroupPagePermission.objects.create(group=group, page=people, permission=permission)
    user = get_user_model().objects.create_user("lib", "lib@example.org", "secret")
    user.groups.add(group)
    client.force_login(user)
    assert client.get(reverse(URL)).status_code == 302
    client.post(reverse(URL), {"series": series.pk, "text": TEXT})
    assert not EpisodePage.objects.exists()
    assert reverse(URL) not in client.get(reverse("episodes:index")).content.decode()


def test_visitor_is_asked_to_sign_in(client, series):
    assert client.get(reverse(URL)).url.startswith(reverse("wagtailadmin_login"))
