"""Words of Wagtail's admin that this site says in Czech."""

import importlib.util
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect
from wagtail.users.models import UserProfile

from forum_cms.wagtail_words import COUNTED, IN_SCRIPTS, WORDS
from tests import factories

CATALOGUES = (
    "wagtail",
    "wagtail.admin",
    "wagtail.images",
    "wagtail.documents",
    "wagtail.snippets",
)


@pytest.fixture
def office(client, db):
    """The admin of somebody who reads Czech."""
    user = get_user_model().objects.create_superuser("eva", "eva@example.org", "secret")
    UserProfile.objects.create(user=user, preferred_language="cs")
    client.force_login(user)
    return client


def said_by_wagtail() -> str:
    """All that its English catalogues and the code of wagtailmedia say, in one line."""
    texts = []
    for name in (*CATALOGUES, "wagtailmedia"):
        folder = Path(importlib.util.find_spec(name).origin).parent
        pattern = "**/*.py" if name == "wagtailmedia" else "locale/en/LC_MESSAGES/django*.po"
        texts += [path.read_text(encoding="utf-8") for path in folder.glob(pattern)]
    return re.sub(r'"\n"', "", "\n".join(texts)).replace('\\"', '"')


def test_every_word_is_still_said_by_wagtail():
    said = said_by_wagtail()
    assert [word for word in (*WORDS, *IN_SCRIPTS) if f'"{word}"' not in said] == []


def test_first_page_counts_in_czech(office, home):
    shown = " ".join(office.get(reverse("wagtailadmin_home")).content.decode().split())
    assert "2 stránky <span" in shown or "1 stránka <span" in shown
    assert "0 obrázků <span" in shown and "0 souborů médií" in shown.replace("</span>", "")
    assert "Search all pages" not in shown and len(COUNTED) > 5


def test_editor_says_in_czech_what_wagtail_leaves_in_english(office, home):
    series = factories.SeriesPageFactory(parent=home)
    episode = factories.episode(series, [], live=False)
    shown = office.get(reverse("wagtailadmin_pages:edit", args=[episode.pk])).content.decode()
    for words in ("Uložit koncept", "Druh náhledu", "Publikování není naplánováno"):
        assert words in shown
    for words in ("Preview mode", "No publishing schedule set", "Uložit návrh", "Anyone can edit"):
        assert words not in shown


def test_choosers_name_their_list_in_czech(office, home):
    factories.image("Most")
    window = office.get("/admin/images/chooser/").json()["html"]
    assert re.findall(r'role="tab"[^>]*>\s*(\w+)', window) == ["Hledat", "Nahrát"]


@pytest.fixture
def czech_series(home):
    return factories.SeriesPageFactory(parent=home, title="Hovory")


@pytest.mark.parametrize(
    ("count", "words"), [(1, "se 1 stránka"), (2, "se 2 stránky"), (5, "se 5 stránek")]
)
def test_what_is_done_to_many_pages_is_counted_in_czech(office, czech_series, count, words):
    pages = [factories.episode(czech_series, [], live=False) for _ in range(count)]
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    keys = "&".join(f"id={page.pk}" for page in pages)
    response = office.post(f"{url}?{keys}&next=/admin/", follow=True)
    assert words in response.content.decode()


def test_history_and_schedule_speak_czech(office, czech_series):
    episode = factories.episode(czech_series, [], live=False)
    due = timezone.now() + timedelta(days=9)
    episode.go_live_at = due
    episode.save_revision(approved_go_live_at=due, log_action="wagtail.publish.schedule")
    beside = office.get(reverse("wagtailadmin_pages:edit", args=[episode.pk])).content.decode()
    assert "Zamčeno do publikování" in beside and "Publikování:" in beside
    for words in ("Locked by schedule", "Go-live:", "Page visibility", "Change privacy"):
        assert words not in beside


def test_scripts_of_the_editor_speak_czech(live_site, browser_context, sign_in, page, witness):
    home = factories.make_site()
    series = factories.SeriesPageFactory(parent=home)
    user = get_user_model().objects.create_superuser("eva", "eva@example.org", "secret")
    UserProfile.objects.create(user=user, preferred_language="cs")
    sign_in(user)
    page.goto(f"/admin/pages/add/episodes/episodepage/{series.pk}/")
    expect(page.get_by_role("button", name="Vložit blok").first).to_be_visible()
    expect(page.get_by_role("button", name="Sbalit vše")).to_be_visible()
    assert witness.errors == []
