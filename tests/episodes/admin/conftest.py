"""An editor at work: logged in, with a series to write for and people to write about."""

import pytest
from django.contrib.auth import get_user_model
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask

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


@pytest.fixture
def moderated(series):
    """A workflow of one task on the series."""
    workflow = Workflow.objects.create(name="Approval")
    task = GroupApprovalTask.objects.create(name="Read it")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    WorkflowPage.objects.update_or_create(page=series, defaults={"workflow": workflow})
    return workflow
