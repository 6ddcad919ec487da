"""What a browser makes of the policies: nothing is blocked, neither for visitors nor for staff."""

import pytest
from django.contrib.auth import get_user_model

from tests import factories


@pytest.fixture
def site(live_site):
    """One page of every kind, with pictures."""
    home = factories.make_site()
    series = factories.SeriesPageFactory(parent=home, title="Chat", hashtag="#Example")
    people = factories.SpeakerIndexPageFactory(parent=home)
    organisations = factories.OrganisationIndexPageFactory(parent=home)
    organisation = factories.OrganisationPageFactory(
        parent=organisations, logo=factories.image("Logo", 400, 200)
    )
    person = factories.SpeakerPageFactory(
        parent=people, portrait=factories.image("Face", 400, 500), organisation=organisation
    )
    tag = factories.TagFactory(name="Courts")
    episode = factories.episode(series, [person], [tag], poster=factories.image("Poster"))
    return {
        "home": home,
        "series": series,
        "people": people,
        "organisations": organisations,
        "organisation": organisation,
        "person": person,
        "episode": episode,
    }


@pytest.fixture
def editor(live_site, sign_in):
    user = get_user_model().objects.create_superuser("eva", "eva@example.org", "her own password")
    sign_in(user)
    return user


def test_visitors_browser_blocks_nothing_and_calls_nobody(site, page, witness):
    addresses = [one.get_url() for one in site.values()]
    for address in [*addresses, f"{site['series'].get_url()}tag/courts/"]:
        page.goto(address)
    page.goto("/nowhere/")
    assert [text for text in witness.errors if "404" not in text] == []
    assert witness.foreign_requests == []
    assert [text for text in witness.failed_requests if "/nowhere/" not in text] == []


def test_visitors_browser_blocks_a_script_written_into_the_page(site, page, witness):
    page.goto("/")
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.written = true";
            document.body.append(script);
        }"""
    )
    assert page.evaluate("window.written") is None
    assert len(witness.policy_violations) == 1


def open_editor(site, page):
    """The editor of an episode with its preview, and the dialogs that choose things."""
    page.goto(f"/admin/pages/{site['episode'].pk}/edit/")
    page.get_by_role("button", name="Toggle preview").click()
    page.frame_locator("#w-preview-iframe").locator("h1").first.wait_for()
    page.get_by_role("button", name="Toggle preview").click()


def choose(page, button: str, wait_for: str):
    page.get_by_role("button", name=button, exact=True).first.click()
    dialog = page.locator(".modal-dialog")
    dialog.locator(wait_for).first.wait_for()
    dialog.get_by_role("button", name="Close").click()
    dialog.wait_for(state="hidden")


def test_editors_browser_blocks_nothing(site, editor, page, witness):
    for address in (
        *("", "pages/", "images/", "media/", "documents/", "reports/site-history/", "account/"),
        *("redirects/", "snippets/", "settings/forum_cms/sitesettings/"),
        f"pages/{site['series'].pk}/",
        f"pages/{site['person'].pk}/edit/",
        f"pages/add/episodes/episodepage/{site['series'].pk}/",
    ):
        assert page.goto(f"/admin/{address}").ok, address
    open_editor(site, page)
    assert witness.policy_violations == []
    assert witness.foreign_requests == []


def test_editors_browser_opens_the_choosers(site, editor, page, witness):
    page.goto(f"/admin/pages/{site['episode'].pk}/edit/")
    page.get_by_role("tab", name="Video").click()
    choose(page, "Choose an image", "form[action*='/admin/images/chooser/']")
    choose(page, "Choose video", "form[action*='/admin/media/chooser/']")
    choose(page, "Choose audio", "form[action*='/admin/media/chooser/']")
    assert witness.policy_violations == []
    assert witness.foreign_requests == []


def test_editors_browser_would_complain_under_the_public_policy(
    site, editor, page, witness, settings
):
    settings.ADMIN_CONTENT_SECURITY_POLICY = settings.CONTENT_SECURITY_POLICY
    page.goto(f"/admin/pages/{site['episode'].pk}/edit/")
    page.wait_for_load_state("networkidle")
    assert witness.policy_violations


def test_login_page_blocks_nothing(live_site, page, witness):
    page.goto("/admin/login/")
    page.get_by_label("Username").fill("nobody")
    page.get_by_label("Password").fill("wrong")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_text("Your username and password didn't match").wait_for()
    assert witness.policy_violations == []
