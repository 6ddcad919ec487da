"""A part of the demonstration, small enough for tests: three conversations, two of them in Czech.

Nobody has a portrait: to draw and cut pictures takes longer than everything else.
"""

from dataclasses import replace

import pytest

from forum_cms.demo import material
from forum_cms.demo.load import load_demo

EPISODES = ("chair-for-those-who-lost", "people-not-yet-born", "small-claims")
PEOPLE = (
    "folasade-oyinkansola-adetokunbo", "ebba-lindqvist-aaltonen", "luong-thi-anh-khue",
    "viola-hejlova-marsden", "ruth-tseng", "torbjorn-as", "thandeka-mokhoathi", "ondrej-salvej",
)  # fmt: skip
ORGANISATIONS = (
    "open-tally-network", "saimaa-laboratory", "slow-politics", "long-winter-archive",
    "small-claims-clinic", "svratka-school-of-public-law",
)  # fmt: skip


def only(names, records):
    return {name: records[name] for name in names if name in records}


def small_demo():
    demo = material.load()
    czech = replace(
        demo.czech,
        people=only(PEOPLE, demo.czech.people),
        organisations=only(ORGANISATIONS, demo.czech.organisations),
        episodes=only(EPISODES[:2], demo.czech.episodes),
    )
    return replace(
        demo,
        episodes=tuple(
            one if one.slug == EPISODES[0] else replace(one, poster_style=None)
            for one in demo.episodes
            if one.slug in EPISODES
        ),
        people={slug: replace(one, look=None) for slug, one in only(PEOPLE, demo.people).items()},
        organisations=only(ORGANISATIONS, demo.organisations),
        czech=czech,
    )


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The part of the demonstration in the database, for all tests of a module."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        yield load_demo(port=80, demo=small_demo())
        transaction.set_rollback(True)
