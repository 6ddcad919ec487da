"""Reading what pages say to machines."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

TYPES_FILE = Path(__file__).resolve().parents[4] / "shared/data/structured/schema_types.json"
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def graph(html: str) -> list[dict[str, Any]]:
    """The nodes of a page's structured data; no page has more than one block."""
    (text,) = SCRIPT.findall(html)
    data = json.loads(text)
    assert data["@context"] == "https://schema.org"
    return data["@graph"]


def node(html: str, kind: str) -> dict[str, Any]:
    (found,) = [one for one in graph(html) if one["@type"] == kind]
    return found


def kinds(html: str) -> list[str]:
    return [one["@type"] for one in graph(html)]


def meta(html: str) -> dict[str, str]:
    """Open Graph and card metadata by name."""
    pairs = re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', html)
    assert len(pairs) == len(dict(pairs))
    return dict(pairs)


def schema_types() -> dict[str, Any]:
    if not TYPES_FILE.exists():
        pytest.skip("The list of schema.org's types isn't beside this folder.")
    return json.loads(TYPES_FILE.read_text())
