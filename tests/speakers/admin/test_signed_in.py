"""What a form asks before it is sent: whether its words would arrive."""

import pytest
from django.urls import reverse

from tests import factories

SCRIPT = {"x-requested-with": "XMLHttpRequest"}


@pytest.fixture
def ask(db):
    def ask(client, form):
        return client.get(reverse("speakers_signed_in"), {"form": form}, headers=SCRIPT)

    return ask


def test_editor_of_a_page_that_is_there_gets_the_token(ask, admin_client, home):
    answer = ask(admin_client, reverse("wagtailadmin_pages:edit", args=[home.pk]))
    assert (answer.status_code, list(answer.json())) == (200, ["token"])


def test_page_that_is_gone_is_not_found(ask, admin_client, home):
    page = factories.SeriesPageFactory(parent=home)
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    page.delete()
    assert ask(admin_client, url).status_code == 404


@pytest.mark.parametrize("form", ["", "/below/a/prefix/admin/pages/7/edit/", "/admin/episodes/"])
def test_other_forms_are_no_pages_that_are_gone(ask, admin_client, form):
    assert ask(admin_client, form).status_code == 200


def test_whoever_is_signed_out_is_told_so(ask, client):
    assert ask(client, "/admin/").status_code == 403


def test_whoever_follows_the_link_signs_in_and_lands_in_the_office(client, admin_client, db):
    assert reverse("wagtailadmin_login") in client.get(reverse("speakers_signed_in")).url
    assert admin_client.get(reverse("speakers_signed_in")).url == reverse("wagtailadmin_home")
