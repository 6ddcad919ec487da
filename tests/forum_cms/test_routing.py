"""The quick way to a page gives what Wagtail's own walk gives."""

import pytest
from django.urls import reverse
from wagtail.models import Locale, Page, PageViewRestriction

from forum_cms import routing
from tests import factories


@pytest.fixture
def episode(series, people):
    return factories.episode(series, [factories.SpeakerPageFactory(parent=people)], slug="one")


def routed(rf, path: str):
    """Page, args and kwargs by the quick way; nothing where Wagtail has to walk."""
    request = rf.get(f"/{path}")
    root = Page.objects.get(depth=2)
    return routing._route(request, root, [name for name in path.split("/") if name])


def walked(rf, path: str):
    return Page.route_for_request(rf.get(f"/{path}"), path)


@pytest.mark.parametrize("tail", ["", "one/", "feed/", "tag/courts/", "one/captions/3/"])
def test_quick_way_and_long_way_lead_to_the_same(rf, series, episode, tail):
    path = f"{series.slug}/{tail}"
    quick, long = routed(rf, path), walked(rf, path)
    assert quick is not None
    assert (quick.page, type(quick.page)) == (long.page, type(long.page))
    views = [[getattr(one, "__name__", one) for one in result.args[:1]] for result in (quick, long)]
    assert views[0] == views[1]
    assert quick.args[1:] == long.args[1:]


def test_answer_of_the_series_wins_over_an_episode_of_that_name(client, series, people):
    person = factories.SpeakerPageFactory(parent=people)
    factories.episode(series, [person], slug="feed", title="Named like a feed")
    assert client.get(f"{series.get_url()}feed/")["Content-Type"].startswith("application/rss")


def test_page_that_is_not_there_or_not_live_is_not_found(client, series, episode):
    assert client.get(f"{series.get_url()}nobody/").status_code == 404
    assert client.get(f"/nowhere/{episode.slug}/").status_code == 404
    episode.unpublish()
    assert client.get(episode.get_url()).status_code == 404


@pytest.mark.parametrize("which", ["series", "home", "root"])
def test_private_page_asks_for_its_password(client, home, series, episode, which):
    place = {"series": series, "home": home, "root": home.get_parent()}[which]
    PageViewRestriction.objects.create(page=place, restriction_type="password", password="secret")
    answer = client.get(episode.get_url())
    assert "The need" not in answer.content.decode()
    assert answer.template_name == "wagtailcore/password_required.html"


def test_alias_of_a_private_page_is_private(client, home, series):
    alias = series.create_alias(parent=home, update_slug="alias")
    PageViewRestriction.objects.create(page=series, restriction_type="login")
    answer = client.get(alias.get_url())
    assert answer.status_code == 302
    assert answer.url.startswith(reverse("wagtailcore_login"))


def test_czech_address_leads_into_the_czech_tree_once_it_is_live(client, home, series, episode):
    czech = Locale.objects.create(language_code="cs")
    home_cs = home.copy_for_translation(czech)
    series_cs = series.copy_for_translation(czech)
    series_cs.save_revision().publish()
    # A draft of the front page: Wagtail shows the other tree meanwhile.
    assert client.get("/cs/").context["page"].pk == home.pk
    home_cs.save_revision().publish()
    answer = client.get(f"/cs/{series_cs.slug}/")
    assert answer.context["page"].pk == series_cs.pk
