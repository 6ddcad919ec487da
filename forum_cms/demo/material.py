"""The demonstration's material, read and checked: what articles/ and catalogue/ hold.

    demo = load()
    for episode in demo.episodes:
        episode.article          # the file to hand to the importer
        episode.tags             # slugs, each a key of demo.tags

Two sources that never overlap. An article says what was said, by whom, when and with whose help;
the importer reads it. The catalogue says what an article leaves out: topics, pictures, videos,
biographies. No Django here, so that scripts and tests can use it as it is. Everything is about
invented people and organisations.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from forum_cms.demo.records import (
    ARTICLES,
    HERE,
    Captions,
    Czech,
    Demo,
    Episode,
    Link,
    Organisation,
    Person,
    Section,
    Series,
    StandardPage,
    Tag,
    Video,
)

CATALOGUE = HERE / "catalogue"

LAST_LINE = "This is a demonstration: the people, the organisations and their words are invented."


class DemoError(Exception):
    """The material contradicts itself; the text says which file and which key."""


def load() -> Demo:
    """Everything, or DemoError with one sentence for the first thing that does not fit."""
    organisations, site = _toml("organisations"), _toml("site")
    demo = Demo(
        series={slug: _series(slug, row) for slug, row in _toml("series").items()},
        episodes=tuple(
            sorted((_episode(k, row) for k, row in _toml("episodes").items()), key=lambda e: e.name)
        ),
        people=people(),
        people_without_page=tuple(_toml("people")["without_page"]),
        organisations=_organisations(organisations),
        tags={slug: _record(Tag, "tags", slug=slug, **row) for slug, row in _toml("tags").items()},
        home=site.pop("home"),
        pages={slug: _page(slug, row) for slug, row in site.items()},
        czech=_record(
            Czech,
            "czech",
            **_toml("czech"),
            episodes={**_toml("czech_chat"), **_toml("czech_bench")},
        ),
    )
    for problem in contradictions(demo):
        raise DemoError(problem)
    return demo


def people() -> dict[str, Person]:
    """The people alone, unchecked."""
    rows = _toml("people")
    invented, _ = rows.pop("invented"), rows.pop("without_page")
    described = {}
    for slug, row in rows.items():
        biography = (*row.pop("biography"), invented)
        links = tuple(_record(Link, "people", **link) for link in row.pop("links", []))
        described[slug] = _record(
            Person, "people", slug=slug, biography=biography, links=links, **row
        )
    return described


def contradictions(demo: Demo) -> Iterator[str]:
    """A sentence for every reference that leads nowhere."""
    articles = {f"{path.parent.name}/{path.stem}" for path in ARTICLES.glob("*/*.txt")}
    described = {episode.key for episode in demo.episodes}
    for key in sorted(articles - described):
        yield f"articles/{key}.txt has no entry in catalogue/episodes.toml."
    for key in sorted(described - articles):
        yield f"catalogue/episodes.toml names {key}, but there is no such article."
    for episode in demo.episodes:
        if episode.series not in demo.series:
            yield f"{episode.key}: the series {episode.series} is not in catalogue/series.toml."
        for tag in episode.tags:
            if tag not in demo.tags:
                yield f"{episode.key}: the tag {tag} is not in catalogue/tags.toml."
        for video in episode.videos:
            if bool(video.url) == bool(video.file):
                yield f"{episode.key}: a video needs an address or a file, one of them."
            wanted = [video.path, video.audio_path, *(captions.path for captions in video.captions)]
            for path in wanted:
                if path and not path.exists():
                    yield f"{episode.key}: media/{path.name} is missing; run make_video.py."
    czech = demo.czech
    slugs = {episode.slug for episode in demo.episodes}
    for kind, translated, known in (
        ("people", czech.people, set(demo.people)),
        ("organisations", czech.organisations, set(demo.organisations)),
        ("episodes", czech.episodes, slugs),
    ):
        for slug in translated:
            if slug not in known:
                yield f"The Czech catalogue translates {kind}.{slug}, but there is none."
    for person in demo.people.values():
        if person.organisation and person.organisation not in demo.organisations:
            yield (
                f"{person.slug}: the organisation {person.organisation} is not in "
                "catalogue/organisations.toml."
            )


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((CATALOGUE / f"{name}.toml").read_text(encoding="utf-8"))


def _record(kind: type, file: str, /, **row: Any) -> Any:
    """`kind` filled from one table; lists become tuples. A wrong key is a DemoError."""
    unknown = set(row) - {field.name for field in fields(kind)}
    if unknown:
        raise DemoError(
            f"catalogue/{file}.toml: {row.get('slug', row)} has the unknown key {min(unknown)}."
        )
    try:
        return kind(
            **{
                key: tuple(value) if isinstance(value, list) else value
                for key, value in row.items()
            }
        )
    except TypeError as error:
        raise DemoError(
            f"catalogue/{file}.toml: {row.get('slug', row)} is incomplete ({error})."
        ) from None


def _series(slug: str, row: dict[str, Any]) -> Series:
    return _record(Series, "series", slug=slug, **row)


def _episode(key: str, row: dict[str, Any]) -> Episode:
    series, _, name = key.partition("/")
    videos = tuple(_video(video) for video in row.pop("videos", []))
    return _record(Episode, "episodes", series=series, name=name, videos=videos, **row)


def _video(row: dict[str, Any]) -> Video:
    captions = tuple(_record(Captions, "episodes", **each) for each in row.pop("captions", []))
    return _record(Video, "episodes", captions=captions, **row)


def _organisations(rows: dict[str, Any]) -> dict[str, Organisation]:
    invented = rows.pop("invented")
    described = {}
    for slug, row in rows.items():
        row["description"] = f"{row['description']} {invented}"
        described[slug] = _record(Organisation, "organisations", slug=slug, **row)
    return described


def _page(slug: str, row: dict[str, Any]) -> StandardPage:
    czech = row.pop("cs", None)
    sections = tuple(
        Section(each["heading"], tuple(each["paragraphs"])) for each in row.pop("sections")
    )
    return _record(
        StandardPage,
        "site",
        slug=slug,
        sections=sections,
        cs=_page(slug, czech) if czech else None,
        **row,
    )
