"""People and organisations, and editors with more and fewer rights."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission

from tests import factories


@pytest.fixture
def administrator(db):
    return get_user_model().objects.create_superuser("ada", "ada@example.org", "secret")


@pytest.fixture
def editor(client, administrator):
    client.force_login(administrator)
    return client


@pytest.fixture
def author(client, series):
    """May write episodes, and nothing else."""
    group = Group.objects.create(name="Authors")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for codename in ("add_page", "change_page"):
        GroupPagePermission.objects.create(
            group=group, page=series, permission=Permission.objects.get(codename=codename)
        )
    user = get_user_model().objects.create_user("eva", "eva@example.org", "secret")
    user.groups.add(group)
    client.force_login(user)
    return client


@pytest.fixture
def tomas(people, organisations):
    ministry = factories.OrganisationPageFactory(
        parent=organisations, title="Ministry of Rivers", short_name="MoR", country="CZ"
    )
    return factories.SpeakerPageFactory(
        parent=people,
        title="Tomáš Říčka",
        role="Former Minister",
        organisation=ministry,
        countries=["CZ", "SK"],
        other_spellings="Tomas Ritschka\nТомаш Ржичка",
        live=False,
    )
