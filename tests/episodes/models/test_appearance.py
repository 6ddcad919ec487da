"""Who somebody was on the day of an episode."""

import pytest

from episodes.models import Appearance
from tests import factories


@pytest.mark.parametrize(
    ("honorific", "shown"),
    [
        ("", "Ana Novotná"),
        ("Ms.", "Ana Novotná"),
        ("Mr.", "Ana Novotná"),
        ("Dr.", "Dr. Ana Novotná"),
        ("Prof.", "Prof. Ana Novotná"),
    ],
)
def test_appearance_shows_titles_but_no_courtesy(honorific, shown):
    assert Appearance(name="Ana Novotná", honorific=honorific).styled_name == shown


def test_appearance_keeps_the_role_of_its_day_when_the_person_changes(series, people):
    person = factories.SpeakerPageFactory(parent=people, title="Ana Novotná", role="Minister")
    page = factories.episode(series, [person])
    person.role = "Former Minister"
    person.save_revision().publish()
    assert [one.role for one in page.appearances.all()] == ["Minister"]


def test_appearance_shows_the_name_of_its_day_where_one_is_written(series, people):
    person = factories.SpeakerPageFactory(parent=people, title="Ana Novotná")
    assert Appearance(speaker=person).display_name == "Ana Novotná"
    assert Appearance(speaker=person, name="Ana Veselá").display_name == "Ana Veselá"
