"""Our own templates of the admin bring no script or style inside the page."""

import re
from pathlib import Path

import pytest
from django.conf import settings

TEMPLATES = [
    path
    for app in ("episodes", "speakers")
    for folder in ("admin", "panels", "widgets")
    for path in sorted((settings.BASE_DIR / app / "templates" / app / folder).rglob("*.html"))
]
INLINE = re.compile(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", re.IGNORECASE)


def test_templates_are_found():
    assert len(TEMPLATES) >= 3


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_template_of_the_admin_has_nothing_inline(path: Path):
    assert INLINE.findall(path.read_text()) == []
