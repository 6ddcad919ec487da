"""An editor chooses a damaged caption file, and keeps its good cues, in a browser."""

import pytest
from django.contrib.auth import get_user_model

from episodes.models import EpisodePage
from tests import factories

from .editing import edit_url
from .test_good_cues import DAMAGED, OFFER, SAID

pytestmark = pytest.mark.browser


def test_editor_keeps_the_good_cues_of_a_file(page, live_site, sign_in, witness):
    home = factories.make_site()
    series = factories.SeriesPageFactory(parent=home, title="Chat", hashtag="#Example")
    episode = factories.episode(series, [], live=False)
    sign_in(get_user_model().objects.create_superuser("ada", "ada@example.org", "secret"))
    page.goto(edit_url(episode))
    page.get_by_role("tab", name="Video").click()
    page.locator("#id_videos-0-captions-ADD").click()
    page.locator("[name='videos-0-captions-0-language']").select_option("en")
    file = {"name": "talk.vtt", "mimeType": "text/vtt", "buffer": DAMAGED.encode()}
    page.locator("[name='videos-0-captions-0-cues_file']").set_input_files(file)
    page.get_by_role("button", name="Save draft").click()
    page.get_by_text("Line 6").first.wait_for(state="attached")
    page.get_by_role("tab", name="Video").click()
    box = page.get_by_label(OFFER)
    box.wait_for()
    text = page.locator("[name='videos-0-captions-0-cues_text']").input_value()
    assert (text, box.is_checked()) == (DAMAGED, False)
    box.check()
    page.get_by_role("button", name="Save draft").click()
    box.wait_for(state="detached")
    draft = EpisodePage.objects.get().get_latest_revision_as_object()
    assert [cue["text"] for cue in draft.videos.get().captions.get().cues] == SAID
    assert witness.policy_violations == []
