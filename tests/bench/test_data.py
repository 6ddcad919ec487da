"""The site that is measured."""

import pytest

from bench import data, talks
from episodes.models import EpisodePage
from speakers.models import OrganisationPage, SpeakerPage


@pytest.mark.django_db
def test_as_many_published_episodes_as_wished_from_our_own_sample(
    monkeypatch, home, people, organisations
):
    monkeypatch.setattr(talks, "REAL", talks.HERE / "nowhere")
    data.load(130)
    assert EpisodePage.objects.live().count() == 130
    # The second time round, talks have people of their own.
    assert SpeakerPage.objects.live().filter(title="Invented Guest 61").count() == 1
    assert OrganisationPage.objects.count() == 4
    data.load(130)
    assert EpisodePage.objects.count() == 130


@pytest.mark.skipif(not talks.REAL.exists(), reason="the real talks are not beside the repository")
def test_what_real_talks_lack_is_filled_in_visibly():
    rows = list(talks.rows(300))
    assert [row.line for row in rows] == list(range(1, 301))
    assert all(row.guests and row.description and row.published_on for row in rows)
    assert len({row.source_key for row in rows}) == 300
