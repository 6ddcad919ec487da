"""An editor takes the time of a quote over, in a browser."""

import pytest
from django.contrib.auth import get_user_model

from episodes.models import EpisodePage
from tests import factories
from tests.episodes.admin.editing import edit_url
from tests.episodes.admin.test_quote_times import (
    ELSEWHERE,
    LINES,
    STOVE,
    WARM,
    make_episode,
    quote,
)

pytestmark = pytest.mark.browser


def test_editor_finds_the_passage_and_takes_its_time_over(page, live_site, sign_in, witness):
    home = factories.make_site()
    series = factories.SeriesPageFactory(parent=home, title="Chat", hashtag="#Example")
    episode = make_episode(series, [quote(STOVE), quote(ELSEWHERE)], [WARM])
    sign_in(get_user_model().objects.create_superuser("ada", "ada@example.org", "secret"))
    page.goto(edit_url(episode))
    page.get_by_role("button", name="Actions", exact=True).click()
    page.get_by_role("link", name="Times of quotes").click()
    claim = page.locator(".claim", has_text=STOVE)
    claim.get_by_text(LINES[1]).wait_for()
    claim.get_by_role("button", name="Take 0:10 over").click()
    page.get_by_text("1 time was taken over into the draft.").wait_for()
    claim.get_by_text("This time is set.").wait_for()
    stored = EpisodePage.objects.get(pk=episode.pk).get_latest_revision_as_object()
    assert [one.value["start"] for one in stored.body] == [10, None]
    assert witness.policy_violations == []
