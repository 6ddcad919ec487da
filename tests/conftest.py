"""What all tests share."""

import pytest

from tests import factories


@pytest.fixture
def home(db):
    """The home page of an empty site."""
    return factories.make_site()


@pytest.fixture
def series(home):
    return factories.SeriesPageFactory(parent=home, title="Chat", hashtag="#Example")


@pytest.fixture
def people(home):
    """The folder of people."""
    return factories.SpeakerIndexPageFactory(parent=home)


@pytest.fixture
def organisations(home):
    """The folder of organisations."""
    return factories.OrganisationIndexPageFactory(parent=home)
