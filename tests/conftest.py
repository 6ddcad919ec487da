"""What all tests share."""

from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation
from hypothesis import settings as examples

from tests import database, factories

pytest_plugins = ["tests.browser", "tests.production"]

# How long an example takes says more of the machine than of the code.
examples.register_profile("patient", deadline=None)
examples.load_profile("patient")

ON_SQLITE = settings.DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """Every process that tests begins with a database of its own, migrated already."""
    if ON_SQLITE:
        database.copy_template(Path(settings.DATABASES["default"]["TEST"]["NAME"]))


@pytest.fixture(scope="session")
def django_db_keepdb():
    return ON_SQLITE


@pytest.fixture(autouse=True)
def in_english():
    """The language of a page that one test asked for must not reach the next."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


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
