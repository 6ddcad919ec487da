"""Several tags become one: episodes, drafts, names and addresses follow."""

import pytest

from episodes.authoring import tag_merge
from episodes.models import EpisodePage, EpisodeTag, FormerTagAddress
from episodes.models.former_tags import current
from tests import factories


@pytest.fixture
def courts(db):
    return factories.TagFactory(name="Courts", slug="courts", other_names="Soudy")


@pytest.fixture
def judges(db):
    return factories.TagFactory(name="Judges", slug="judges", other_names="Soudci\nCOURTS")


@pytest.fixture
def ana(people):
    return factories.SpeakerPageFactory(parent=people)


def names(page):
    return [tag.name for tag in EpisodePage.objects.get(pk=page.pk).tags.all()]


def test_preview_counts_what_changes(series, ana, courts, judges):
    factories.episode(series, [ana], tags=[courts, judges])
    factories.episode(series, [ana], tags=[judges])
    seen = tag_merge.preview(courts, [courts, judges])
    assert (seen.gone, seen.episodes, seen.already) == ([judges], 2, 1)
    assert EpisodeTag.objects.count() == 2


def test_merge_gives_every_episode_the_tag_that_stays_once(series, ana, courts, judges):
    both = factories.episode(series, [ana], tags=[courts, judges])
    one = factories.episode(series, [ana], tags=[judges])
    other = factories.episode(series, [ana], tags=[factories.TagFactory(name="Media")])
    assert tag_merge.merge(courts, [courts, judges]) == 2
    assert (names(both), names(one), names(other)) == (["Courts"], ["Courts"], ["Media"])


def test_merge_follows_in_drafts_that_are_not_published_yet(series, ana, courts, judges):
    page = factories.episode(series, [ana], tags=[courts], live=False)
    draft = page.get_latest_revision_as_object()
    draft.tags.add(judges)
    draft.save_revision()
    tag_merge.merge(courts, [judges])
    EpisodePage.objects.get(pk=page.pk).get_latest_revision().publish()
    assert names(page) == ["Courts"]


def test_merge_keeps_all_names_and_addresses(courts, judges):
    tag_merge.merge(courts, [judges])
    courts.refresh_from_db()
    assert courts.other_names.splitlines() == ["Soudy", "Judges", "Soudci"]
    assert current(["judges", "courts"]) == {"judges": "courts"}


def test_addresses_of_two_merges_and_a_new_name_lead_to_the_last(courts, judges):
    media = factories.TagFactory(name="Media", slug="media")
    tag_merge.merge(judges, [courts])
    tag_merge.merge(media, [judges])
    media.slug = "press"
    media.save()
    assert current(["courts", "judges", "media"]) == dict.fromkeys(
        ["courts", "judges", "media"], "press"
    )


def test_an_address_that_a_tag_takes_again_is_its_own(courts):
    courts.slug = "justice"
    courts.save()
    factories.TagFactory(name="Courtyards", slug="courts")
    assert not FormerTagAddress.objects.exists()


@pytest.mark.parametrize("typed", ["courts", "COÜRTS", "soudy", "Courts"])
def test_a_tag_is_known_by_other_writings_and_names(courts, typed):
    assert EpisodeTag.known_as([typed, "Unknown"]) == {typed: "Courts"}


def test_its_own_name_counts_before_another_tags_other_name(courts, judges):
    assert EpisodeTag.known_as(["courts", "soudci"]) == {"courts": "Courts", "soudci": "Judges"}
