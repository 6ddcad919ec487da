"""A spreadsheet of past videos becomes drafts while an editor watches."""

import pytest
from playwright.sync_api import expect

from episodes.authoring.catalogue import uploads
from episodes.models import EpisodePage
from tests import factories

from .test_publishing import log_in

TABLE = (
    "Title;Speakers\n" + "".join(f"Bench {n};Guest Invented {n}\n" for n in range(1, 8)) + "X;\n"
)


@pytest.fixture
def series(live_site, monkeypatch):
    monkeypatch.setattr(uploads, "STEP_S", 0)  # a step takes one batch
    monkeypatch.setattr(uploads, "BATCH", 3)
    home = factories.make_site()
    factories.SpeakerIndexPageFactory(parent=home, slug="people")
    return factories.SeriesPageFactory(parent=home, title="Chat", slug="chat", hashtag="#Example")


def bring(page):
    page.goto("/admin/episodes/from-catalogue/")
    table = {"name": "talks.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
    page.locator("[name=file]").set_input_files([table])
    page.get_by_role("button", name="Read the catalogue").click()


def test_rows_become_drafts_step_by_step_by_themselves(series, page, witness):
    log_in(page)
    bring(page)
    expect(page.get_by_role("link", name="Download the report")).to_be_visible(timeout=30_000)
    expect(page.get_by_text("8 of 8 rows are done")).to_be_visible()
    expect(page.get_by_role("link", name="Bench 7")).to_be_visible()
    assert EpisodePage.objects.count() == 8
    assert witness.policy_violations == []
