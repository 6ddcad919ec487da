"""Catalogues in memory, and what became of their rows."""

import io
import json

import pytest

from episodes.authoring.catalogue.importer import CatalogueImport, Options
from episodes.authoring.catalogue.run import run
from episodes.formats.catalogue import open_catalogue


def talk(number: int = 1, **fields) -> dict:
    """A complete talk of somebody invented."""
    return {
        "title": f"A bench for {number}",
        "speakers": ["Alžběta Zkušebná"],
        "tags": ["courts"],
        "recorded": "2021-03-14",
        "language": "eng",
        "duration": 1810,
        "description": "She talks about shade.\n\nAnd about <water>.",
        "video_url": f"https://www.youtube.com/watch?v=sample{number:05}",
        "source_path": f"sample/{number}.json",
        **fields,
    }


@pytest.fixture
def site(series, people):
    """A series, and a list of people to put new ones under."""
    return series


@pytest.fixture
def bring(site):
    """Imports talks into the series; gives the outcomes."""

    def bring(*talks: dict, **options):
        data = "".join(json.dumps(one) + "\n" for one in talks).encode()
        catalogue = open_catalogue(io.BytesIO(data), "talks.ndjson")
        return list(run(CatalogueImport(Options(site, **options)), catalogue))

    return bring
