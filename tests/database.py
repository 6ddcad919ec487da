"""The test database on SQLite: migrated once, then copied for every process that tests.

Migrating takes seconds and each process would do it; a copy takes none. Tests get a file, not
memory, because that is what the site runs on: threads of a live server have their own
connections, and write-ahead logging is on.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from django.conf import settings

APPS = ("episodes", "speakers", "forum_cms")


def copy_template(path: Path) -> None:
    """Put a migrated, otherwise empty database at `path`."""
    folder = settings.VAR_DIR / "test"
    folder.mkdir(parents=True, exist_ok=True)
    template = folder / f"{_fingerprint()}.sqlite3"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not template.exists():
            for old in folder.glob("*.sqlite3*"):
                old.unlink()
            _migrate(template.with_suffix(".sqlite3-new"))
            template.with_suffix(".sqlite3-new").rename(template)
        shutil.copyfile(template, path)


def _fingerprint() -> str:
    """Changes with whatever decides what a migrated database looks like."""
    root = settings.BASE_DIR
    files = [root / "requirements.txt", root / "forum_cms/settings/base.py"]
    for app in APPS:
        files += sorted((root / app / "migrations").glob("*.py"))
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _migrate(path: Path) -> None:
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--noinput", "--verbosity", "0"],
        cwd=settings.BASE_DIR,
        env={
            **os.environ,
            "DATABASE_URL": f"sqlite:///{path}",
            "DJANGO_SETTINGS_MODULE": "forum_cms.settings.test",
        },
        check=True,
    )
