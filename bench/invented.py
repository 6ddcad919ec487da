"""Invented episodes, laid in bulk: for sizes that no catalogue has.

They carry what lists, pages and search read (people, organisations, topics, countries, years,
languages, a quote), in the shares that real archives have: a few topics and people stand in
many, most in few. Not laid is what only editors see: revisions, logs, references.
"""

import datetime
import random
from collections.abc import Iterator, Sequence
from typing import Any

from django.db import transaction

from bench import talks
from episodes.authoring.catalogue import tree
from episodes.models import (
    Appearance,
    EpisodePage,
    EpisodeTag,
    EpisodeVideo,
    Partnership,
    SeriesPage,
)
from speakers.models import (
    OrganisationIndexPage,
    OrganisationPage,
    SpeakerIndexPage,
    SpeakerPage,
)

BATCH = 500
TOPICS = 400
ORGANISATIONS = 300
#: So many episodes for each person.
EPISODES_EACH = 8
COUNTRIES = ["CZ", "US", "DE", "PL", "UA", "TW", "HU", "GB", "FR", "TR", "BY", "VE"]
LANGUAGES = ["en"] * 12 + ["cs"] * 4 + ["es", "fr", "de", "uk"]
FIRST_DAY = datetime.date(2000, 1, 1)
DAYS = 9_000


def fill(series: SeriesPage, number: int) -> Iterator[int]:
    """Bring the series to so many episodes; yields how many there are after each batch."""
    chance = random.Random(number)
    home = series.get_parent()
    people = _pages(SpeakerPage, _index(home, SpeakerIndexPage), max(number // EPISODES_EACH, 20))
    partners = _pages(OrganisationPage, _index(home, OrganisationIndexPage), ORGANISATIONS)
    topics = _topics()
    done = series.get_children().count()
    for numbers in _batches(done, number):
        pages = [_episode(one, chance, people, partners, topics) for one in numbers]
        tree.lay(series, pages)
        yield numbers[-1] + 1


def _batches(start: int, end: int) -> Iterator[range]:
    for first in range(start, end, BATCH):
        yield range(first, min(first + BATCH, end))


def _index(home: Any, model: Any) -> Any:
    found = model.objects.child_of(home).first()
    return found or home.add_child(instance=model(title=model._meta.verbose_name.capitalize()))


def _pages(model: Any, parent: Any, count: int) -> list[int]:
    """The keys of so many people or organisations below the parent."""
    there = model.objects.child_of(parent).count()
    for numbers in _batches(there, count):
        names = [f"Invented {model._meta.verbose_name} {one}" for one in numbers]
        tree.lay(parent, [model(title=name, live=True) for name in names])
    return list(model.objects.child_of(parent).order_by("path").values_list("pk", flat=True))


def _topics() -> list[EpisodeTag]:
    with transaction.atomic():
        named = [f"Invented topic {number}" for number in range(TOPICS)]
        slugs = {name: name.lower().replace(" ", "-") for name in named}
        tags = [EpisodeTag(name=name, slug=slug) for name, slug in slugs.items()]
        EpisodeTag.objects.bulk_create(tags, ignore_conflicts=True)
    return list(EpisodeTag.objects.filter(name__in=named).order_by("pk"))


def _episode(
    number: int,
    chance: random.Random,
    people: Sequence[int],
    partners: Sequence[int],
    topics: Sequence[EpisodeTag],
) -> EpisodePage:
    speakers = sorted({_some(people, chance) for _each in range(chance.randint(1, 3))})
    page = EpisodePage(
        title=f"{chance.choice(TITLES)} ({number})",
        slug=f"invented-{number}",
        published_on=FIRST_DAY + datetime.timedelta(days=chance.randrange(DAYS)),
        lead=talks.INVENTED_LEAD,
        spoken_language=chance.choice(LANGUAGES),
        live=True,
    )
    quote = {"text": f"Invented words, number {number}.", "speaker": speakers[0], "start": 60}
    page.body = EpisodePage._meta.get_field("body").to_python([{"type": "quote", "value": quote}])
    for speaker in speakers:
        page.appearances.add(
            Appearance(
                speaker_id=speaker, role="Guest", country=_some(COUNTRIES, chance),
                organisation_id=_some(partners, chance),
            )
        )  # fmt: skip
    page.partnerships.add(Partnership(organisation_id=_some(partners, chance)))
    link = f"https://www.youtube.com/watch?v=bench{number:06}"
    page.videos.add(EpisodeVideo(link=link, duration_s=chance.randrange(600, 4000)))
    page.tags.add(*{_some(topics, chance) for _each in range(chance.randint(1, 5))})
    return page


def _some(choices: Sequence[Any], chance: random.Random) -> Any:
    """One of them, the first ones much more often than the last."""
    return choices[int(len(choices) * chance.random() ** 3)]


TITLES = [row.title for row in talks.rows(60)]
