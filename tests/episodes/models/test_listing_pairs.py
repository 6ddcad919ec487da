"""What large facets are carried with is counted beforehand, and the counts follow every edit."""

import datetime
import random
from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from episodes.filters import Kind
from episodes.models import (
    EpisodePage,
    Facet,
    FacetedEpisode,
    FacetPair,
    listing_index,
    listing_pairs,
)
from tests import factories


@pytest.fixture(params=[2, 5])
def large(request, monkeypatch):
    """How many episodes make a facet large."""
    monkeypatch.setattr(listing_pairs, "LARGE", request.param)
    return request.param


def kept() -> dict[tuple[int, int], tuple[str, str, int]]:
    rows = FacetPair.objects.values_list("facet", "other", "kind", "label", "count")
    return {(facet, other): rest for facet, other, *rest in map(tuple, rows)}


def counted() -> dict[tuple[int, int], tuple[str, str, int]]:
    """The same, counted from the rows of those facets whose pairs are kept."""
    carried: dict[int, list[int]] = {}
    for episode, facet in FacetedEpisode.objects.values_list("listed", "facet"):
        carried.setdefault(episode, []).append(facet)
    facets = Facet.objects.in_bulk()
    together = Counter(
        (one, other)
        for of_episode in carried.values()
        for one in of_episode
        for other in of_episode
        if facets[one].is_large and one != other
    )
    return {
        (one, other): [facets[other].kind, facets[other].label, count]
        for (one, other), count in together.items()
    }


@pytest.fixture
def archive(series, people, organisations):
    """A dozen episodes over two years, with what an editor may change of them."""
    speakers = [factories.SpeakerPageFactory(parent=people) for _one in range(3)]
    tags = [factories.TagFactory() for _one in range(4)]
    chance = random.Random(3)
    for number in range(12):
        page = factories.episode(
            series,
            chance.sample(speakers, chance.randint(1, 2)),
            chance.sample(tags, chance.randint(0, 3)),
            published_on=datetime.date(2020 + number % 2, 3, number + 1),
            spoken_language=chance.choice(["en", "en", "cs"]),
        )
        for row in page.appearances.all():
            row.country = chance.choice(["CZ", "CZ", "GE", ""])
            row.save()
    return {"series": series, "speakers": speakers, "tags": tags}


def edit(archive: dict, chance: random.Random) -> None:
    """One thing that an editor does."""
    page = chance.choice(list(EpisodePage.objects.all()))
    tag, speaker = chance.choice(archive["tags"]), chance.choice(archive["speakers"])
    deed = chance.randrange(9)
    if deed == 0:
        page.unpublish() if page.live else page.save_revision().publish()
    elif deed == 1:
        page.tags.set(chance.sample(archive["tags"], chance.randint(0, 3)))
        page.save_revision().publish()
    elif deed == 2:
        page.spoken_language = chance.choice(["en", "cs", "de"])
        page.published_on = datetime.date(chance.randint(2019, 2022), 5, 1)
        page.save_revision().publish()
    elif deed == 3:
        tag.name = f"Topic {chance.random()}"
        tag.save()
    elif deed == 4:
        speaker.title = f"Ana {chance.random()}"
        speaker.save_revision().publish()
    elif deed == 5:
        speaker.unpublish() if speaker.live else speaker.save_revision().publish()
    elif deed == 6 and speaker not in [row.speaker for row in page.appearances.all()]:
        row = page.appearances.first()
        row.speaker, row.country = speaker, chance.choice(["CZ", "GE", "UA", ""])
        row.save()
    elif deed == 7:
        archive["series"].spoken_language = chance.choice(["en", "cs"])
        archive["series"].save_revision().publish()
    elif EpisodePage.objects.count() > 9:
        page.delete()


def test_kept_pairs_are_the_counted_ones_after_every_edit(large, archive):
    chance = random.Random(large)
    assert kept() == counted() != {}
    for _edit in range(25):
        edit(archive, chance)
        assert kept() == counted()
        sizes = Facet.objects.exclude(kind=Kind.ALL).values_list("count", "is_large")
        assert all(is_large for size, is_large in sizes if size >= large)
        assert not any(is_large for size, is_large in sizes if size < large // 2)
    archive["tags"].pop().delete()
    assert kept() == counted()
    listing_index.rebuild()
    assert kept() == counted()


CHOICES = [
    "tag=TAG",
    "speaker=SPEAKER",
    "country=cz",
    "year=2020",
    "language=en",
    "year=2020&year=2021",
    "language=en&language=cs",
    "country=cz&country=ge",
    "tag=TAG&year=2021",
    "year=2021&year=1999",
]


@pytest.mark.parametrize("query", CHOICES)
def test_counts_are_the_same_kept_and_counted(client, archive, monkeypatch, query):
    series = archive["series"]
    tag = Facet.objects.filter(kind=Kind.TAG).order_by("-count").first()
    speaker = Facet.objects.filter(kind=Kind.SPEAKER).order_by("-count").first()
    url = f"{series.get_url()}?{query.replace('TAG', tag.slug).replace('SPEAKER', speaker.slug)}"
    more = [url.replace("?", f"all/{kind}/?") for kind in ("country", "tag", "speaker")]

    def shown() -> list:
        listing = client.get(url).context["listing"]
        values = [client.get(one).context["values"].options for one in more]
        return [listing.total, list(listing.page), listing.groups, *values]

    counted_each_time = shown()
    assert not FacetPair.objects.exists()
    monkeypatch.setattr(listing_pairs, "LARGE", 1)
    listing_index.rebuild()
    assert FacetPair.objects.exists()
    assert shown() == counted_each_time


def test_counts_of_one_large_value_are_read_in_the_order_of_an_index(client, archive, monkeypatch):
    monkeypatch.setattr(listing_pairs, "LARGE", 1)
    listing_index.rebuild()
    with CaptureQueriesContext(connection) as captured:
        client.get(f"{archive['series'].get_url()}?language=en")
    tables = [model._meta.db_table for model in (FacetPair, FacetedEpisode)]
    asked = [one["sql"] for one in captured if any(name in one["sql"] for name in tables)]
    assert len(asked) == 2  # the counts, and the keys of one page
    assert tables[1] not in asked[0]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {asked[0]}")
            plan = "\n".join(str(row[-1]) for row in cursor.fetchall())
        assert "TEMP B-TREE" not in plan
