"""Whatever is changed, the state of what visitors see gets another name; drafts leave it alone."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.images import get_image_model
from wagtail.models import Locale, PageViewRestriction, Site

from episodes.models import EpisodeTag
from forum_cms.models import SiteSettings
from forum_cms.page_cache import changes, version
from speakers.changes import announce
from tests import content

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def site():
    return content.small_site(2)


def _replace_picture(site):
    image = site["speaker"].portrait
    image.focal_point_x = 3
    image.save()


def _delete_in_bulk(site):
    type(site["episodes"][0]).objects.filter(pk=site["episodes"][0].pk).delete()


def _schedule_expiry(site):
    page = site["episodes"][0]
    page.expire_at = timezone.now()
    page.save_revision()
    type(page).objects.filter(pk=page.pk).update(expire_at=timezone.now())
    version.renew()
    call_command("publish_scheduled")


CHANGES = {
    "publish": lambda s: s["episodes"][0].save_revision().publish(),
    "unpublish": lambda s: s["episodes"][0].unpublish(),
    "delete": lambda s: s["episodes"][0].delete(),
    "delete in bulk": _delete_in_bulk,
    "move": lambda s: s["speaker"].move(s["organisations"], "last-child"),
    "expire": _schedule_expiry,
    "speaker": lambda s: s["speaker"].save_revision().publish(),
    "organisation": lambda s: s["organisation"].save(),
    "rename a tag": lambda s: EpisodeTag.objects.get(pk=s["tags"][0].pk).save(),
    "delete a tag": lambda s: s["tags"][0].delete(),
    "tag an episode": lambda s: (s["episodes"][0].tags.clear(), s["episodes"][0].save()),
    "replace a picture": _replace_picture,
    "settings": lambda s: SiteSettings.objects.create(site=Site.objects.get(), mark="New"),
    "site": lambda s: Site.objects.get().save(),
    "redirect": lambda s: Redirect.objects.create(old_path="/old", redirect_link="/new/"),
    "restrict": lambda s: PageViewRestriction.objects.create(
        page=s["episodes"][0], restriction_type="login"
    ),
    "locale": lambda s: Locale.objects.create(language_code="cs"),
    "announced by a command": lambda s: announce(),
    "forget_pages": lambda s: call_command("forget_pages", verbosity=0),
}


@pytest.mark.parametrize("name", CHANGES)
def test_change_is_noticed(site, name, capsys):
    before = version.current()
    CHANGES[name](site)
    assert version.current() != before


def _draft(site):
    page = site["episodes"][0]
    page.title = "A better title"
    page.save_revision()


def _another_size(site):
    site["speaker"].portrait.get_rendition("width-30")


QUIET = {
    "draft": _draft,
    "another size of a picture": _another_size,
    "visit": lambda s: None,
}


@pytest.mark.parametrize("name", QUIET)
def test_what_nobody_sees_leaves_the_pages(site, name):
    site["episodes"][0].save_revision().publish()
    before = version.current()
    QUIET[name](site)
    assert version.current() == before


def test_change_counts_when_its_transaction_holds(site):
    before = version.current()
    with transaction.atomic():
        site["speaker"].save()
        assert version.current() == before
    after = version.current()
    assert after != before
    with transaction.atomic():
        site["speaker"].save()
        transaction.set_rollback(True)
    assert version.current() == after


def test_change_after_an_inner_one_was_taken_back_is_noticed(site):
    before = version.current()
    with transaction.atomic():
        with transaction.atomic():
            site["speaker"].save()
            transaction.set_rollback(True)
        site["speaker"].save()
    assert version.current() != before


def test_hundred_changes_of_one_transaction_count_once(site):
    with transaction.atomic():
        for _ in range(100):
            site["tags"][0].save()
        ours = [call for _, call, *_ in connection.run_on_commit if call is version.renew]
    assert len(ours) == 1


def test_quiet_names_are_those_of_models():
    """A misspelt name would renew the pages for nothing, a renamed one as well."""
    known = {model._meta.label_lower for model in apps.get_models(include_auto_created=True)}
    assert known >= changes.QUIET_MODELS
    rendition = get_image_model().get_rendition_model()
    assert changes.is_quiet(rendition) and not changes.is_quiet(get_image_model())
