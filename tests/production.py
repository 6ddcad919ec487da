"""The site as visitors get it: production settings, collected files, two workers of gunicorn.

The server stands on the database of the tests, so what a test commits is what visitors see.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parents[1]
SECRET = "made-up-for-this-test-0123456789-abcdefghijklmnopqrstuvwxyz"
WORKERS = 2


def environment(var: Path) -> dict[str, str]:
    """Production settings for a server without HTTPS that only this machine reaches."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "forum_cms.settings.production",
        "SECRET_KEY": SECRET,
        "ALLOWED_HOSTS": "localhost,127.0.0.1",
        "WAGTAILADMIN_BASE_URL": "http://localhost",
        "SECURE_SSL_REDIRECT": "false",
        "BEHIND_PROXY": "false",
        "VAR_DIR": str(var),
        "MEDIA_ROOT": str(settings.MEDIA_ROOT),
        "DATABASE_URL": _database_url(),
        "LOG_LEVEL": "WARNING",
        **dict.fromkeys(("REDIS_URL", "CSRF_TRUSTED_ORIGINS", "EMAIL_URL"), ""),
    }


def _database_url() -> str:
    given = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{given['NAME']}"
    login = f"{given['USER']}:{given['PASSWORD']}" if given["PASSWORD"] else given["USER"]
    return f"postgres://{login}@{given['HOST']}:{given['PORT']}/{given['NAME']}"


@pytest.fixture(scope="session")
def collected_static(tmp_path_factory) -> Path:
    """A folder with the static files as production collects them."""
    var = tmp_path_factory.mktemp("collected")
    (var / "static").mkdir()
    subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"],
        cwd=ROOT,
        env={**environment(var), "DATABASE_URL": f"sqlite:///{var / 'none.sqlite3'}"},
        check=True,
    )
    return var / "static"


@pytest.fixture
def production_site(django_db_serialized_rollback, transactional_db, collected_static, tmp_path):
    """The address of the running site."""
    yield from serve(collected_static, tmp_path)


def serve(static: Path, var: Path) -> Iterator[str]:
    (var / "static").symlink_to(static)
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    log = (var / "log").open("w")
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "gunicorn", "forum_cms.wsgi"),
            *("--workers", str(WORKERS), "--bind", f"127.0.0.1:{port}"),
        ],
        cwd=ROOT,
        env=environment(var),
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    try:
        _wait_for(port, server)
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        server.wait(20)
        log.close()
        shutil.copyfile(var / "log", ROOT / "var" / "production-test.log")


def _wait_for(port: int, server: subprocess.Popen) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        assert server.poll() is None, "gunicorn ended at once; see var/production-test.log"
        try:
            # A host of its own: this page is not one that a test asks for.
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=20).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError("gunicorn did not answer within a minute")
