"""What the house says around every page: written on the home page of each language."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Locale, Site
from wagtail.test.utils.form_data import querydict_from_html

from forum_cms import house
from forum_cms.models import HomePage, MenuLink, SiteSettings
from tests import factories


@pytest.fixture
def both(home):
    """A home page in each language, the English one with notice and footer."""
    home.notice, home.footer_text = "Everybody is invented.", "Made in Prague."
    home.save_revision().publish()
    locale = Locale.objects.get_or_create(language_code="cs")[0]
    twin = home.copy_for_translation(locale)
    twin.notice, twin.footer_text = "", ""
    twin.save_revision().publish()
    return home, HomePage.objects.get(pk=twin.pk)


def parts(client, address: str) -> tuple[str, str]:
    """The notice with its tag, and the footer."""
    html = client.get(address).content.decode()
    notice = html.partition('<p class="notice"')[2].partition("</p>")[0]
    return notice, html.partition('<footer class="footer">')[2].partition("</footer>")[0]


def test_words_that_are_not_translated_are_marked_as_foreign(both, client):
    notice, footer = parts(client, "/cs/")
    assert notice == ' lang="en">Everybody is invented.'
    assert '<p lang="en">Made in Prague.</p>' in footer


def test_each_language_says_its_own(both, client):
    czech = both[1]
    czech.notice, czech.footer_text = "Všichni jsou vymyšleni.", "Vzniká v Praze."
    czech.save_revision().publish()
    notice, footer = parts(client, "/cs/")
    assert notice == ">Všichni jsou vymyšleni."
    assert "<p>Vzniká v\u00a0Praze.</p>" in footer
    notice, footer = parts(client, "/")
    assert notice == ">Everybody is invented."
    assert "<p>Made in Prague.</p>" in footer


def test_error_page_has_them_too(both, client):
    assert parts(client, "/nowhere/")[0] == ">Everybody is invented."
    assert parts(client, "/cs/nikde/")[0] == ' lang="en">Everybody is invented.'


def test_home_page_that_was_taken_back_says_nothing(both, client):
    both[1].unpublish()
    both[0].notice = ""
    both[0].save_revision().publish()
    assert parts(client, "/nowhere/")[0] == ""


def test_preview_shows_words_that_nobody_has_seen_yet(both):
    both[1].notice = "Za chvíli."
    answer = both[1].make_preview_request()
    assert '<p class="notice">Za chvíli.</p>' in answer.content.decode()


def test_words_come_with_the_menu_in_one_query(both, django_assert_num_queries, rf):
    page = factories.StandardPageFactory(parent=both[0], title="About")
    for home in both:
        home.menu_links = [MenuLink(page=page)]
        home.save_revision().publish()
    request = rf.get("/cs/", headers={"host": "localhost"})
    house.around(request)  # knows the site from now on
    with override("cs"), django_assert_num_queries(1):
        shown = house.around(request)
    assert [link.page_id for link in shown.menu] == [page.pk]
    assert shown.notice == house.Words("Everybody is invented.", "en")


def test_editors_write_them_on_the_home_page(both, client):
    eda = get_user_model().objects.create_user("eda", "eda@example.org", "secret")
    eda.groups.add(Group.objects.get(name="Editors"))
    client.force_login(eda)
    url = reverse("wagtailadmin_pages:edit", args=[both[1].pk])
    form = querydict_from_html(client.get(url).content.decode(), form_id="page-edit-form").copy()
    form["notice"] = "Všichni jsou vymyšleni."
    assert client.post(url, form).status_code == 302
    draft = HomePage.objects.get(pk=both[1].pk).get_latest_revision_as_object()
    assert draft.notice == "Všichni jsou vymyšleni."


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_words_of_old_settings_move_into_the_page_and_its_newest_draft():
    home = factories.make_site()
    home.save_revision()  # the draft that an editor opens next
    SiteSettings.objects.create(site=Site.objects.get(), mark="#Example")
    HomePage.objects.update(notice="Everybody is invented.")
    _migrate("0005_translating")
    _migrate("0006_words_of_the_house")
    home = HomePage.objects.get()
    assert (home.notice, home.footer_text) == ("Everybody is invented.", "")
    assert home.get_latest_revision_as_object().notice == "Everybody is invented."
    assert SiteSettings.objects.get().mark == "#Example"


def _migrate(name: str) -> None:
    MigrationExecutor(connection).migrate([("forum_cms", name)])
