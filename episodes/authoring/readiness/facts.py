"""What readiness looks at: an episode as it is stored, and what is known of all that it names."""

import json
from dataclasses import dataclass, field
from typing import Any

Content = dict[str, Any]


@dataclass(frozen=True)
class Person:
    """What readiness wants to know of somebody's page."""

    pk: int
    name: str
    has_biography: bool
    portrait: int | None
    #: The name, and how else it may be written.
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Picture:
    """What readiness wants to know of a picture."""

    title: str
    has_description: bool
    has_credit: bool


@dataclass(frozen=True)
class Known:
    """What several episodes name, by its key."""

    people: dict[int, Person]
    pictures: dict[int, Picture]
    #: Spoken language of a series, by the path of its page.
    languages: dict[str, str]
    #: Codes of the languages in which there is a page, by translation key; of several trees only.
    translations: dict[str, set[str]]
    #: Codes of all trees, by the key of their locale; of several trees only.
    trees: dict[int, str]
    #: Codes of the languages that pages are written in, by the key of their locale.
    locales: dict[int, str] = field(default_factory=dict)


def body_of(content: Content) -> list[dict[str, Any]]:
    """The blocks of the body, as they are stored."""
    body = content.get("body") or "[]"
    return json.loads(body) if isinstance(body, str) else body


def pictures_of(content: Content) -> list[int]:
    """Pictures that need a description: the poster and those in the body."""
    values = [block["value"] for block in body_of(content) if block["type"] == "image"]
    found = [content.get("poster"), *(value.get("image") for value in values)]
    return list(dict.fromkeys(key for key in found if key))


def quoted_in(content: Content) -> list[int]:
    """People with a page who are quoted, whether they take part or not."""
    values = [block["value"] for block in body_of(content) if block["type"] == "quote"]
    return [key for value in values if (key := value.get("speaker"))]


def people_of(content: Content) -> list[int]:
    found = (row.get("speaker") for row in content.get("appearances", []))
    return list(dict.fromkeys(key for key in found if key))
