"""Which program makes the pages: after an update, none of the old ones is shown."""

import hashlib
from pathlib import Path

from django.conf import settings

PARTS = ("episodes", "forum_cms", "speakers", "templates")
SUFFIXES = {".html", ".mo", ".py"}


def fingerprint() -> str:
    """Changes with code, templates, translations, static files and libraries."""
    root = Path(settings.BASE_DIR)
    files = [root / "requirements.txt", Path(settings.STATIC_ROOT) / "staticfiles.json"]
    for part in PARTS:
        files += sorted(file for file in (root / part).rglob("*") if file.suffix in SUFFIXES)
    digest = hashlib.sha256()
    for file in files:
        if file.is_file():
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
