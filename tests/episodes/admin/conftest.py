"""An editor at work: logged in, with a series to write for and people to write about."""

import pytest
from django.contrib.auth import get_user_model

from tests import factories


@pytest.fixture
def administrator(db):
    return get_user_model().objects.create_superuser("ada", "ada@example.org", "secret")


@pytest.fixture
def editor(client, administrator):
    """A browser of somebody who may do everything."""
    client.force_login(administrator)
    return client


@pytest.fixture
def ana(people):
    return factories.SpeakerPageFactory(parent=people, title="Ana Petříčková", role="Judge")


@pytest.fixture
def ben(people):
    return factories.SpeakerPageFactory(parent=people, title="Ben Osei", role="Reporter")


@pytest.fixture
def institute(organisations):
    return factories.OrganisationPageFactory(parent=organisations, title="Institute of Courts")
