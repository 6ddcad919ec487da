"""Rows of lists follow whatever happens to episodes, and hold nothing that visitors may not see."""

import datetime
import io

import pytest
from django.core.management import call_command
from django.db import transaction
from wagtail.models import Page, PageViewRestriction

from episodes.authoring import tag_merge
from episodes.filters import EpisodeFilter
from episodes.models import (
    Appearance,
    EpisodePage,
    Facet,
    FacetedEpisode,
    ListedEpisode,
    Partnership,
    TaggedEpisode,
    listing_index,
)
from tests import factories


@pytest.fixture
def person(people):
    return factories.SpeakerPageFactory(parent=people, title="Dora Nová", slug="dora")


@pytest.fixture
def courts(db):
    return factories.TagFactory(name="Courts")


@pytest.fixture
def page(series, person, courts):
    return factories.episode(
        series, [person], [courts], title="Řeka", published_on=datetime.date(2021, 5, 1)
    )


def counted(series) -> dict[tuple[str, str], int]:
    """The counts that are kept for a series, by kind and slug."""
    rows = Facet.objects.filter(series=series, shown=True, count__gt=0)
    return {(row.kind, row.slug): row.count for row in rows}


def recounted(series) -> dict[tuple[str, str], int]:
    """The same, counted from the rows."""
    rows = FacetedEpisode.objects.filter(facet__series=series, facet__shown=True)
    found: dict[tuple[str, str], int] = {}
    for kind, slug in rows.values_list("facet__kind", "facet__slug"):
        found[kind, slug] = found.get((kind, slug), 0) + 1
    return found


ALL, EN, DORA, COURTS = ("all", ""), ("language", "en"), ("speaker", "dora"), ("tag", "courts")
YEAR = ("year", "2021")
FULL = {ALL: 1, EN: 1, DORA: 1, COURTS: 1, YEAR: 1}


def test_published_episode_is_listed_once_under_all_that_it_carries(series, page):
    assert counted(series) == FULL == recounted(series)
    row = ListedEpisode.objects.get()
    assert (row.episode_id, row.series_id, row.sort_title) == (page.pk, series.pk, "reka")


def test_draft_is_not_listed_until_it_is_published(series, person):
    draft = factories.episode(series, [person], live=False)
    assert counted(series) == {}
    draft.get_latest_revision().publish()
    assert counted(series)[ALL] == 1


def test_unpublished_episode_leaves_and_comes_back(series, page):
    page.unpublish()
    assert (counted(series), ListedEpisode.objects.count()) == ({}, 0)
    page.save_revision().publish()
    assert counted(series) == FULL


def test_deleted_episode_leaves(series, page):
    page.delete()
    assert (counted(series), FacetedEpisode.objects.count()) == ({}, 0)


def test_deleted_series_takes_its_rows_along(series, page):
    series.delete()
    assert (Facet.objects.count(), ListedEpisode.objects.count()) == (0, 0)


def test_moved_episode_is_listed_where_it_went(home, series, page):
    other = factories.SeriesPageFactory(parent=home)
    page.move(other, "last-child")
    assert (counted(series), counted(other)) == ({}, FULL)


def test_private_ancestor_empties_the_lists_until_it_is_public_again(home, series, page):
    restriction = PageViewRestriction.objects.create(
        page=Page.objects.get(pk=home.pk), restriction_type="login"
    )
    assert (Facet.objects.filter(count__gt=0).count(), ListedEpisode.objects.count()) == (0, 0)
    restriction.delete()
    assert counted(series) == FULL


def test_person_whom_visitors_may_not_see_is_no_choice(client, series, people, person, page):
    person.unpublish()
    assert DORA not in counted(series)
    answer = client.get(f"{series.get_url()}?speaker=dora").content.decode()
    assert "There is nobody called “dora” here" in answer
    person.save_revision().publish()
    assert DORA in counted(series)
    PageViewRestriction.objects.create(page=people, restriction_type="login")
    assert DORA not in counted(series)


def test_edited_row_changes_the_choice(series, organisations, page):
    bureau = factories.OrganisationPageFactory(parent=organisations, slug="bureau")
    row = page.appearances.get()
    row.country, row.organisation = "GE", bureau
    row.save()
    assert counted(series) == {**FULL, ("country", "GE"): 1, ("organisation", "bureau"): 1}
    row.delete()
    assert counted(series) == {ALL: 1, EN: 1, COURTS: 1, YEAR: 1}
    Partnership.objects.create(episode=page, organisation=bureau)
    assert counted(series)["organisation", "bureau"] == 1


def test_host_brings_no_country(series, page):
    Appearance.objects.create(episode=page, name="Ira", capacity="host", country="CZ")
    assert counted(series) == FULL


def test_renamed_tag_and_person_are_called_so_at_once(series, person, courts, page):
    courts.name, courts.slug = "Judges", "judges"
    courts.save()
    person.title = "Dora Stará"
    person.save_revision().publish()
    labels = dict(Facet.objects.filter(count=1).values_list("slug", "label"))
    assert (labels["judges"], labels["dora"]) == ("Judges", "Dora Stará")


def test_deleted_tag_is_no_choice(series, courts, page):
    courts.delete()
    assert counted(series) == {ALL: 1, EN: 1, DORA: 1, YEAR: 1} == recounted(series)


def test_other_language_of_the_series_is_that_of_its_episodes(series, page):
    series.spoken_language = "cs"
    series.save_revision().publish()
    assert counted(series) == {ALL: 1, ("language", "cs"): 1, DORA: 1, COURTS: 1, YEAR: 1}


def test_what_is_rolled_back_was_never_listed(series, page):
    with transaction.atomic():
        page.unpublish()
        transaction.set_rollback(True)
    assert counted(series) == FULL


def test_bulk_changes_are_listed_when_refreshed(series, page):
    other = factories.TagFactory(name="Exile")
    TaggedEpisode.objects.filter(content_object=page).update(tag=other)
    assert COURTS in counted(series)
    listing_index.refresh([page.pk])
    assert counted(series) == {ALL: 1, EN: 1, DORA: 1, ("tag", "exile"): 1, YEAR: 1}


def test_merged_tags_are_one_choice(series, courts, page):
    judges = factories.TagFactory(name="Judges")
    tag_merge.merge(judges, [courts])
    assert counted(series) == {ALL: 1, EN: 1, DORA: 1, ("tag", "judges"): 1, YEAR: 1}
    assert counted(series) == recounted(series)


def test_rebuild_mends_what_went_wrong(series, page):
    Facet.objects.update(count=7)
    FacetedEpisode.objects.all().delete()
    output = io.StringIO()
    call_command("rebuild_listings", stdout=output)
    assert output.getvalue() == "1 episodes are listed.\n"
    assert counted(series) == FULL == recounted(series)


def test_rows_that_say_too_much_show_no_episode(series, page):
    """Were a row left behind, the page would still be asked for again."""
    EpisodePage.objects.filter(pk=page.pk).update(live=False)  # past every signal
    listing = EpisodeFilter().listing(series.shelf, "/chat/")
    assert list(listing.page) == []
