"""In a real browser: an address with a second, and data that no policy minds."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests import factories
from tests.browser import agree_to_play
from tests.episodes.outputs import reading


@pytest.fixture
def address(live_site):
    home = factories.make_site()
    series = factories.SeriesPageFactory(parent=home, title="Chat")
    people = factories.SpeakerIndexPageFactory(parent=home)
    person = factories.SpeakerPageFactory(parent=people)
    return factories.episode(series, [person], poster=factories.image("Poster")).get_url()


def started_at(page) -> dict[str, list[str]]:
    page.locator("episode-player .player-link").click()
    agree_to_play(page)
    return parse_qs(urlsplit(page.locator("episode-player iframe").get_attribute("src")).query)


def test_player_starts_at_the_second_of_the_address(address, page, witness):
    page.goto(f"{address}?t=90")
    assert started_at(page)["start"] == ["90"]


def test_player_starts_at_the_beginning_without_a_readable_second(address, page, witness):
    page.goto(f"{address}?t=rubbish")
    assert started_at(page).keys() == {"autoplay", "enablejsapi", "origin"}


def test_browser_keeps_structured_data_and_minds_nothing(address, page, witness):
    page.goto(address)
    assert reading.kinds(page.content()) == ["VideoObject", "BreadcrumbList"]
    assert page.locator('script[type="application/ld+json"]').count() == 1
    assert witness.policy_violations == []
    assert witness.errors == []
