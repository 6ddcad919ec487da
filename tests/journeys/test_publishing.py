"""The main job: an article becomes a published episode that a visitor finds by its tag."""

import re
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from playwright.sync_api import expect

from episodes.models import EpisodePage
from tests import factories
from tests.browser import agree_to_play
from tests.episodes.authoring.test_importer import TEXT

SEED = Path(__file__).resolve().parents[3] / "shared" / "data" / "articles" / "seed.txt"
WATCH = "https://youtu.be/abcdefghijk"


@pytest.fixture
def article(request, tmp_path):
    """An article's file and its title."""
    if request.param == "seed":
        if not SEED.exists():
            pytest.skip("the shared articles are not beside this checkout")
        return SEED, "The need for democratic coordination of foreign policy on human rights"
    path = tmp_path / "benches.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path, "Benches that nobody may sleep on"


@pytest.fixture
def draft(article, live_site):
    """The imported draft, on a site with one series."""
    home = factories.make_site()
    series = factories.SeriesPageFactory(
        parent=home, title="Online Chat", slug="chat", hashtag="#Example"
    )
    factories.SpeakerIndexPageFactory(parent=home, slug="people")
    factories.OrganisationIndexPageFactory(parent=home, slug="organisations")
    path, title = article
    call_command("import_article", str(path), "--series", series.slug, "--create-people")
    return EpisodePage.objects.get(title=title)


def log_in(page):
    get_user_model().objects.create_superuser("editor", "editor@example.org", "a long password")
    page.goto("/admin/")
    page.get_by_label("Username").fill("editor")
    page.get_by_label("Password").fill("a long password")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/admin/")


def publish(page):
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish", exact=True).click()


@pytest.mark.parametrize("article", ["own", "seed"], indirect=True)
def test_journey_from_article_to_a_visitor_who_presses_play(draft, page, witness, chromium):
    log_in(page)
    page.goto("/admin/")
    page.get_by_role("link", name="Episodes", exact=True).first.click()
    page.get_by_role("link", name=draft.title).first.click()

    publish(page)
    expect(page.get_by_text("Add the video, or say when it premieres.").first).to_be_visible()

    page.get_by_role("tab", name="Video").click()
    page.get_by_role("button", name="Add video").click()
    page.locator("#id_videos-0-link").fill(WATCH)
    page.get_by_role("tab", name="Tags").click()
    page.locator("#tab-tags input.ui-widget-content, #tab-tags .tagit-new input").first.fill(
        "Human rights"
    )
    page.keyboard.press("Enter")
    publish(page)
    # Once more what could be better; whoever may publish decides.
    expect(page.get_by_text("Who can't reach the first source has no other").first).to_be_visible()
    assert not EpisodePage.objects.get(pk=draft.pk).live
    page.get_by_role("button", name="Publish it like this").click()
    page.wait_for_url(lambda url: "/edit/" not in url and "/publish/" not in url)
    assert EpisodePage.objects.get(pk=draft.pk).live
    assert witness.policy_violations == []

    visitor = chromium.new_context(base_url=page.url.split("/admin")[0])
    foreign = []
    visitor.route(
        lambda url: url.startswith("http") and "localhost" not in url and "127.0.0.1" not in url,
        lambda route, request: (foreign.append(request.url), route.abort()),
    )
    tab = visitor.new_page()
    tab.goto("/chat/")
    tab.get_by_role("link", name="Human rights").first.click()
    expect(tab).to_have_url(f"{page.url.split('/admin')[0]}/chat/tag/human-rights/")
    tab.get_by_role("link", name=draft.title).first.click()
    expect(tab.get_by_role("heading", level=1)).to_have_text(draft.title)
    tab.wait_for_load_state("networkidle")
    assert foreign == []
    assert visitor.cookies() == []
    tab.locator("episode-player .player-link").first.click()
    agree_to_play(tab)
    frame = tab.locator("episode-player iframe")
    expect(frame).to_have_attribute(
        "src",
        re.compile(r"^https://www\.youtube-nocookie\.com/embed/abcdefghijk\?autoplay=1&"),
    )
    visitor.close()
