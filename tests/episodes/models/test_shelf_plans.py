"""Lists are read in the order of an index: nothing is sorted, no table is walked through."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from episodes.models import Facet, FacetedEpisode, ListedEpisode
from tests import content

TABLES = [model._meta.db_table for model in (Facet, FacetedEpisode, ListedEpisode)]


@pytest.fixture
def site(db):
    return content.small_site(30)


def plans(client, address: str) -> list[str]:
    """How the database answers the queries of a page that read the tables of lists."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    asked = [query["sql"] for query in captured if any(name in query["sql"] for name in TABLES)]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # Of thirty rows it would read the whole table: what counts is that it need not.
            for way in ("seqscan", "bitmapscan", "sort"):
                cursor.execute(f"SET LOCAL enable_{way} = off")
        found = []
        for sql in asked:
            prefix = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN "
            cursor.execute(prefix + sql)
            found.append("\n".join(str(row[-1]) for row in cursor.fetchall()))
    return found


def sorts_or_walks(plan: str) -> bool:
    if connection.vendor == "sqlite":
        return "TEMP B-TREE" in plan or any(f"SCAN {name}" in plan for name in TABLES)
    return "Sort" in plan or "Seq Scan" in plan


@pytest.mark.parametrize("query", ["", "?page=2", "?page=3", "?sort=oldest", "?sort=title"])
def test_list_of_everything_is_read_in_the_order_of_an_index(client, site, query):
    found = plans(client, site["series"].get_url() + query)
    assert len(found) == 2  # the values with their counts, and the keys of one page
    assert [plan for plan in found if sorts_or_walks(plan)] == []


def test_list_of_one_topic_is_read_in_the_order_of_an_index(client, site):
    found = plans(client, f"{site['series'].get_url()}tag/courts/")
    keys = found[-1]
    assert not sorts_or_walks(keys)


def test_feed_is_read_in_the_order_of_an_index(client, site):
    found = plans(client, f"{site['series'].get_url()}feed/")
    assert [plan for plan in found if sorts_or_walks(plan)] == []


def test_a_walk_is_told_from_a_search(site):
    rows = FacetedEpisode.objects.order_by("facet__label")
    assert sorts_or_walks(rows.explain())
