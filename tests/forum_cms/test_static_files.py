"""Collected files: what belongs together is one file, and nothing of it is lost."""

import json
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from forum_cms.static_files import BUNDLES
from tests import factories


@pytest.mark.parametrize("name", BUNDLES)
def test_bundle_is_one_file_with_all_of_its_parts_in_order(collected_static, name):
    path, parts = BUNDLES[name]
    names = json.loads((collected_static / "staticfiles.json").read_text())["paths"]
    together = (collected_static / names[path]).read_text()
    places = []
    for part_path in parts:
        part = Path(finders.find(part_path)).read_text().strip()
        beginning = re.split(r"url\(", part)[0]
        assert beginning in together, part_path
        places.append(together.index(beginning))
    assert places == sorted(places)


def test_fonts_of_the_one_file_are_found(collected_static):
    house, _parts = BUNDLES["house"]
    names = json.loads((collected_static / "staticfiles.json").read_text())["paths"]
    folder = (collected_static / house).parent
    fonts = re.findall(r'url\("([^"]+)"\)', (collected_static / names[house]).read_text())
    assert fonts
    for font in fonts:
        assert (folder / font).is_file() and re.search(r"\.[0-9a-f]{12}\.woff2$", font)


@pytest.mark.django_db
def test_no_page_loads_a_style_sheet_twice(series, people, client):
    organisations = factories.OrganisationIndexPageFactory(parent=series.get_parent())
    organisation = factories.OrganisationPageFactory(parent=organisations)
    person = factories.SpeakerPageFactory(parent=people, organisation=organisation)
    tag = factories.TagFactory(name="Courts")
    quote = {"type": "quote", "value": {"text": "A right is a habit.", "speaker": person.pk}}
    page = factories.episode(series, [person], [tag], body=json.dumps([quote]))
    addresses = [
        *(one.get_url() for one in (series, people, person, organisations, organisation, page)),
        *(f"{series.get_url()}{rest}" for rest in ("quotes/", "all/tag/", "tag/courts/")),
        *("/", "/search/?q=habit", "/nowhere/"),
    ]
    for address in addresses:
        html = client.get(address).content.decode()
        sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', html)
        assert len(sheets) == len(set(sheets)), address
        assert sheets, address
