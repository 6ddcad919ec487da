"""The index follows what visitors may see, at once and without a trace."""

import io

import pytest
from django.core.management import call_command
from django.db import connection
from wagtail.models import PageViewRestriction

from episodes.models import (
    EpisodePage,
    EpisodeTag,
    Partnership,
    SearchEntry,
    SearchText,
    SearchWord,
)
from tests import factories


@pytest.fixture
def speaker(people):
    return factories.SpeakerPageFactory(
        parent=people, title="Xenia Quillon", other_spellings="Ksenia Kvilon"
    )


@pytest.fixture
def episode(series, speaker):
    tag = factories.TagFactory(name="Zoology")
    return factories.episode(series, [speaker], title="Whalebone", lead="Krill.", tags=[tag])


def found(words: str) -> bool:
    """Whether the whole index knows the words, and whether any word of it is kept anywhere."""
    kept = SearchText.objects.filter(names__contains=words) | SearchText.objects.filter(
        labels__contains=words
    )
    assert kept.exists() == SearchWord.objects.filter(word=words).exists()
    entries = list(EpisodePage.objects.matching(words))
    return bool(entries) or kept.exists()


def test_draft_of_a_live_episode_is_not_found(episode):
    episode.title = "Pomegranate"
    episode.save_revision()
    assert not found("pomegranate") and found("whalebone")
    episode.get_latest_revision().publish()
    assert found("pomegranate") and not found("whalebone")


def test_unpublished_episode_is_forgotten(episode):
    episode.unpublish()
    assert not found("whalebone") and not found("zoology")
    assert found("quillon")  # the person's own page


def test_deleted_episode_is_forgotten(episode):
    episode.delete()
    assert not found("whalebone") and not found("zoology")


def test_private_series_is_forgotten_and_found_again(series, episode):
    restriction = PageViewRestriction.objects.create(page=series, restriction_type="login")
    assert not found("whalebone")
    restriction.delete()
    assert found("whalebone")


def test_moved_episode_follows_the_privacy_of_its_place(home, episode):
    closed = factories.SeriesPageFactory(parent=home, title="Closed")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    episode.move(closed, pos="last-child")
    assert not found("whalebone")


def test_renamed_person_is_found_by_the_new_name(episode, speaker):
    speaker.title = "Xenia Yarrow"
    speaker.other_spellings = ""
    speaker.save_revision().publish()
    assert found("yarrow") and not found("quillon") and not found("kvilon")


def test_hidden_person_leaves_only_the_name_in_the_episode(episode, speaker):
    assert [page.title for page in EpisodePage.objects.matching("kvilon")] == ["Whalebone"]
    speaker.unpublish()
    assert not found("kvilon")
    assert [page.title for page in EpisodePage.objects.matching("quillon")] == ["Whalebone"]


def test_renamed_and_deleted_tags(episode):
    tag = EpisodeTag.objects.get()
    tag.name, tag.other_names = "Botany", "Botanika"
    tag.save()
    assert found("botanika") and not found("zoology")
    tag.delete()
    assert not found("botany")
    assert found("whalebone")


def test_tag_that_only_drafts_carry_is_not_found(series, speaker):
    factories.episode(series, [speaker], tags=[factories.TagFactory(name="Secret")], live=False)
    assert not found("secret")


def test_renamed_organisation(series, people, organisations, speaker):
    institute = factories.OrganisationPageFactory(parent=organisations, title="Gantry")
    member = factories.SpeakerPageFactory(parent=people, title="Ada", organisation=institute)
    page = factories.episode(series, [speaker], title="Bolt", live=False)
    page.partnerships = [Partnership(organisation=institute)]
    page.save_revision().publish()
    assert [one.title for one in EpisodePage.objects.matching("gantry")] == ["Bolt"]
    institute.title = "Trestle"
    institute.save_revision().publish()
    assert not found("gantry")
    texts = SearchText.objects.filter(names__contains="trestle") | SearchText.objects.filter(
        labels__contains="trestle"
    )
    named = set(texts.values_list("entry__page_id", flat=True))
    assert named == {institute.pk, member.pk, page.pk}


def test_nothing_is_left_in_the_full_text_index(series, people, episode, speaker):
    """Not even in the database's own tables, which no model knows."""
    episode.delete()
    speaker.delete()
    assert SearchEntry.objects.count() == 0
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            match = "SELECT count(*) FROM episodes_searchtext_fts WHERE episodes_searchtext_fts "
            for word in ("whalebone", "quillon", "zoology", "krill"):
                cursor.execute(match + "MATCH %s", [word])
                assert cursor.fetchone() == (0,)


def test_command_makes_the_index_again(episode):
    SearchText.objects.update(names="broken")
    SearchEntry.objects.filter(kind="topic").delete()
    output = io.StringIO()
    call_command("rebuild_search", stdout=output)
    assert "2 pages looked at; 3 entries can be found." in output.getvalue()
    assert found("whalebone") and found("zoology") and not found("broken")


def test_migrating_a_site_that_has_episodes_makes_its_index(episode):
    SearchEntry.objects.all().delete()
    call_command("migrate", verbosity=0)
    assert found("whalebone")
