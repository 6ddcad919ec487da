"""Checks nodes by schema.org's list of types, properties and what values they take."""

import datetime
import re
from typing import Any

DURATION = re.compile(r"PT(?=\d)(\d+H)?(\d+M)?(\d+S)?")
NUMBERS = {"Integer": int, "Number": (int, float)}


def problems(node: Any, types: dict[str, Any], path: str = "") -> list[str]:
    """Sentences about everything in a node that schema.org doesn't know."""
    kind = node["@type"]
    path = f"{path}/{kind}"
    if kind not in types:
        return [f"{path}: no such type"]
    found = []
    for name, value in node.items():
        if name.startswith("@"):
            continue
        allowed = types[kind]["properties"].get(name)
        if allowed is None:
            found.append(f"{path}: no property {name}")
            continue
        for one in value if isinstance(value, list) else [value]:
            if not any(fits(one, wanted, types) for wanted in allowed):
                found.append(f"{path}.{name}: {one!r} is none of {allowed}")
            if isinstance(one, dict):
                found += problems(one, types, f"{path}.{name}")
    return found


def fits(value: Any, wanted: str, types: dict[str, Any]) -> bool:
    if isinstance(value, dict):
        return wanted in lineage(value["@type"], types)
    if wanted in NUMBERS:
        return isinstance(value, NUMBERS[wanted])
    if not isinstance(value, str):
        return False
    if wanted == "URL":
        return re.match(r"https?://[^\s/]+/?", value) is not None
    if wanted == "Date":
        return re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None
    if wanted == "DateTime":
        return "T" in value and datetime.datetime.fromisoformat(value).tzinfo is not None
    if wanted == "Duration":
        return DURATION.fullmatch(value) is not None
    return wanted == "Text"


def lineage(kind: str, types: dict[str, Any]) -> set[str]:
    """The type with all that it is, too."""
    parents = types.get(kind, {}).get("parents", [])
    return {kind, "Thing"}.union(*(lineage(parent, types) for parent in parents))
