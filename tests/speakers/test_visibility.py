"""Drafts and private pages stay away from visitors."""

import pytest
from django.db import connection
from wagtail.models import PageViewRestriction

from speakers.models import SpeakerPage
from speakers.visibility import visible
from tests import factories


def titles():
    return sorted(page.title for page in visible(SpeakerPage.objects.all()))


def test_visible_leaves_out_drafts(people):
    factories.SpeakerPageFactory(parent=people, title="Ana")
    factories.SpeakerPageFactory(parent=people, title="Draft", live=False)
    assert titles() == ["Ana"]


def test_visible_leaves_out_private_pages_and_all_below_them(home, people):
    ana = factories.SpeakerPageFactory(parent=people, title="Ana")
    factories.SpeakerPageFactory(parent=people, title="Ira")
    restriction = PageViewRestriction.objects.create(
        page=ana, restriction_type=PageViewRestriction.LOGIN
    )
    assert titles() == ["Ira"]
    restriction.page = home
    restriction.save()
    assert titles() == []


def test_visible_says_the_same_as_wagtail(people):
    ana = factories.SpeakerPageFactory(parent=people, title="Ana")
    factories.SpeakerPageFactory(parent=people, title="Ira", live=False)
    factories.SpeakerPageFactory(parent=people, title="Oto")
    PageViewRestriction.objects.create(
        page=ana, restriction_type=PageViewRestriction.PASSWORD, password="x"
    )
    own = set(visible(SpeakerPage.objects.all()))
    assert own == set(SpeakerPage.objects.live().public()) != set()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="plans are told apart on SQLite")
def test_visible_looks_at_no_other_pages_once_the_database_knows_its_tables(people):
    for number in range(30):
        factories.SpeakerPageFactory(parent=people, title=f"Guest {number}")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    some = SpeakerPage.objects.filter(pk__in=[people.pk + 1, people.pk + 2])
    plan = visible(some).order_by().explain().splitlines()
    assert any("SEARCH wagtailcore_page" in step for step in plan)
    assert [step for step in plan if "SCAN" in step and "restriction" not in step] == []
