"""The texts inside a value of the database: a plain one, a JSON document, JSON inside of JSON."""

import json
from collections.abc import Callable, Iterator
from typing import Any

#: Takes a text and the name under which it stands; gives the text that shall stand there.
Rewrite = Callable[[str, str], str]


def nested(text: str) -> Any:
    """The document that a text is, else nothing: bodies are kept as JSON in JSON."""
    if text[:1] not in ("[", "{"):
        return None
    try:
        return json.loads(text)
    except ValueError:
        return None


def texts(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a value with the name under which it stands, names of a document too."""
    if isinstance(value, str):
        inner = nested(value)
        if inner is None:
            yield value, name
        else:
            yield from texts(inner, name)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield str(key), ""
            yield from texts(one, str(key))
    elif isinstance(value, list):
        for one in value:
            yield from texts(one, name)


def rewritten(value: Any, rewrite: Rewrite, name: str = "") -> Any:
    """The value with every text rewritten."""
    if isinstance(value, str):
        inner = nested(value)
        if inner is None:
            return rewrite(value, name)
        changed = rewritten(inner, rewrite, name)
        return value if changed == inner else json.dumps(changed)
    if isinstance(value, dict):
        return {
            rewrite(str(key), ""): rewritten(one, rewrite, str(key)) for key, one in value.items()
        }
    if isinstance(value, list):
        return [rewritten(one, rewrite, name) for one in value]
    return value
