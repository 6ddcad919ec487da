"""The site that is measured."""

import pytest

from bench import data, pages, table, talks
from episodes.filters import Kind
from episodes.models import EpisodePage
from speakers.models import OrganisationPage, SpeakerPage


@pytest.mark.django_db
def test_as_many_published_episodes_as_wished_from_our_own_sample(
    client, monkeypatch, home, people, organisations
):
    monkeypatch.setattr(talks, "REAL", talks.HERE / "nowhere")
    data.load(130)
    assert EpisodePage.objects.live().count() == 130
    # The second time round, talks have people of their own.
    assert SpeakerPage.objects.live().filter(title="Invented Guest 61").count() == 1
    assert OrganisationPage.objects.count() == 4
    assert data.load(130) is None
    assert EpisodePage.objects.count() == 130
    answers = {name: client.get(address) for name, address in pages.addresses().items()}
    assert {name: answer.status_code for name, answer in answers.items()} == dict.fromkeys(
        answers, 200
    )


@pytest.mark.skipif(not talks.REAL.exists(), reason="the real talks are not beside the repository")
def test_what_real_talks_lack_is_filled_in_visibly():
    rows = list(talks.rows(300))
    assert [row.line for row in rows] == list(range(1, 301))
    assert all(row.guests and row.description and row.published_on for row in rows)
    assert len({row.source_key for row in rows}) == 300


def test_the_table_shows_medians_and_how_they_grow():
    few = table.Figures(20, 1, [10.0, 12.0, 90.0], [8.0], [0.5])
    many = table.Figures(21, 1, [15.0, 18.0, 11.0], [10.0], [0.6])
    assert table.lines([300, 12000], {"home": [few, many]})[-1].split() == (
        "home 20 21 12.0 15.0 1.25 8.0 10.0 1.25 1 1 0.50 0.60".split()
    )


@pytest.mark.django_db
def test_invented_episodes_carry_all_that_can_be_chosen(client, home, people, organisations):
    data.load(40, invented=True)
    found = pages.addresses()
    assert {f"series, {kind}" for kind in Kind} - found.keys() == {"series, all"}
    for name, address in found.items():
        assert client.get(address).status_code == 200, name
    assert "Invented words, number" in client.get(found["quotes"]).content.decode()
