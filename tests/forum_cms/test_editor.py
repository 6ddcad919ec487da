"""Every kind of page can be made and previewed in the editor, with a title alone."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import querydict_from_html

from episodes.models import EpisodePage, SeriesPage
from forum_cms.models import HomePage, StandardPage
from speakers.models import (
    OrganisationIndexPage,
    OrganisationPage,
    SpeakerIndexPage,
    SpeakerPage,
)

KINDS = [
    EpisodePage,
    HomePage,
    OrganisationIndexPage,
    OrganisationPage,
    SeriesPage,
    SpeakerIndexPage,
    SpeakerPage,
    StandardPage,
]


@pytest.fixture
def editor(client, db):
    client.force_login(get_user_model().objects.create_superuser("ada", password="secret"))
    return client


@pytest.fixture
def parents(home, series, request):
    """A page below which each kind may be made."""
    return {
        EpisodePage: lambda: series,
        HomePage: Page.get_first_root_node,
        OrganisationPage: lambda: request.getfixturevalue("organisations"),
        SpeakerPage: lambda: request.getfixturevalue("people"),
    }


def form_of(editor, url):
    """What a browser would send of the form as it stands."""
    response = editor.get(url)
    assert response.status_code == 200
    form = querydict_from_html(response.content.decode(), form_id="page-edit-form").copy()
    form["body-count"] = "0"  # blocks are drawn by a script
    form["title"] = form["title"].removeprefix("\n")  # that opens every box of several lines
    return form


@pytest.mark.parametrize(
    ("kind", "title", "slug"),
    [
        (SpeakerPage, "თამთა გველესაშვილი", "tamta-gvelesashvili"),
        (OrganisationPage, "Институт воды", "institut-vody"),
        (EpisodePage, "水は誰のものか", "shuihashuinomonoka"),
    ],
)
def test_page_without_an_address_gets_one_from_its_title(editor, home, parents, kind, title, slug):
    args = [kind._meta.app_label, kind._meta.model_name, parents[kind]().pk]
    form = form_of(editor, reverse("wagtailadmin_pages:add", args=args))
    form["title"], form["slug"] = title, ""
    for _ in range(2):
        answer = editor.post(reverse("wagtailadmin_pages:add", args=args), form)
        assert answer.status_code == 302
    slugs = list(kind.objects.order_by("pk").values_list("slug", flat=True))
    assert slugs == [slug, f"{slug}-1"]


@pytest.mark.parametrize("kind", KINDS)
def test_page_is_previewed_and_saved_with_a_title_alone(editor, home, parents, kind):
    parent = parents.get(kind, lambda: home)()
    args = [kind._meta.app_label, kind._meta.model_name, parent.pk]
    add = reverse("wagtailadmin_pages:add", args=args)
    form = form_of(editor, add)
    form["title"], form["slug"] = "Nothing else", "nothing-else"
    preview = reverse("wagtailadmin_pages:preview_on_add", args=args)
    assert editor.post(preview, form).json()["is_valid"] is True
    shown = editor.get(preview)
    assert shown.status_code == 200
    assert not shown.context.get("people")
    if kind is not HomePage:  # its headline is what the site calls itself
        assert "Nothing else" in shown.content.decode()
    assert editor.post(add, form).status_code == 302
    page = kind.objects.get(title="Nothing else")
    assert not page.live
    again = form_of(editor, reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert again["title"] == "Nothing else"
    published = {**again.dict(), "action-publish": "1"}
    answer = editor.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), published)
    assert answer.status_code == (200 if kind is EpisodePage else 302)
