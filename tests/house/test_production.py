"""Production starts with its secrets and not without."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.database import copy_template

ROOT = Path(__file__).resolve().parents[2]
SECRETS = {
    "SECRET_KEY": "made-up-for-this-test-0123456789-abcdefghijklmnopqrstuvwxyz",
    "ALLOWED_HOSTS": "chat.example.org",
    "WAGTAILADMIN_BASE_URL": "https://chat.example.org",
}


def start(tmp_path: Path, *command: str, **env: str) -> subprocess.CompletedProcess:
    """Run a management command under production settings, with a database of its own."""
    settings = {
        "DJANGO_SETTINGS_MODULE": "forum_cms.settings.production",
        "VAR_DIR": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}",
        "MEDIA_ROOT": str(tmp_path / "media"),
        # So that nobody's own .env speaks for them.
        **dict.fromkeys(("REDIS_URL", "CSRF_TRUSTED_ORIGINS", "EMAIL_URL"), ""),
    }
    return subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env={**os.environ, **settings, **SECRETS, **env},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *((name, "") for name in SECRETS),
        ("SECRET_KEY", "short"),
        ("SECRET_KEY", "a" * 60),
        ("ALLOWED_HOSTS", "*"),
        ("WAGTAILADMIN_BASE_URL", "chat.example.org"),
    ],
)
def test_production_refuses_to_start_and_names_what_is_missing(tmp_path, name, value):
    done = start(tmp_path, "check", **{name: value})
    sentence = done.stderr.strip().splitlines()[-1]
    assert done.returncode != 0
    assert "The site does not start without: " in sentence
    assert [secret for secret in SECRETS if f"{secret} (" in sentence] == [name]
    if len(value) > 1:
        assert f" {value} " not in sentence  # a secret isn't told to the log


def test_production_names_everything_missing_at_once(tmp_path):
    done = start(tmp_path, "check", **dict.fromkeys(SECRETS, ""))
    sentence = done.stderr.strip().splitlines()[-1]
    assert [secret for secret in SECRETS if f"{secret} (" in sentence] == list(SECRETS)


def test_production_passes_the_deployment_checks(tmp_path):
    done = start(tmp_path, "check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr


VISIT = """
import json, re
from django.test import Client

client = Client(headers={"host": "chat.example.org", "accept-encoding": "br"})
home, gone = (client.get(address, secure=True) for address in ("/", "/nowhere/"))
(style, *_) = re.findall(r'href="(/static/[^"]+[.]css)"', gone.content.decode())
sheet = client.get(style, secure=True)
print(json.dumps({
    "plain": client.get("/").headers["Location"],
    "home": [home.status_code, home.headers["Strict-Transport-Security"]],
    "gone": gone.status_code,
    "style": style,
    "sheet": [sheet.status_code, sheet.headers["Content-Encoding"]],
    "kept": sheet.headers["Cache-Control"],
}))
"""


def test_production_serves_pages_with_collected_static_files(tmp_path):
    (tmp_path / "static").mkdir()
    copy_template(tmp_path / "db.sqlite3")
    for command in (["collectstatic", "--noinput"], ["start_site", "Chat"]):
        done = start(tmp_path, *command)
        assert done.returncode == 0, done.stderr
    done = start(tmp_path, "shell", "--no-imports", "-c", VISIT)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout.splitlines()[-1])
    style = seen.pop("style")
    assert re.fullmatch(r"/static/.+\.[0-9a-f]{12}\.css", style)
    assert seen == {
        "plain": "https://chat.example.org/",
        "home": [200, "max-age=2592000"],
        "gone": 404,
        "sheet": [200, "br"],
        "kept": "max-age=315360000, public, immutable",
    }


def test_production_lets_the_named_peertube_hosts_play_in_a_frame(tmp_path):
    code = (
        "from django.conf import settings\n"
        "print(settings.CONTENT_SECURITY_POLICY['DIRECTIVES']['frame-src'][-2:])"
    )
    hosts = "video.example.org,tube.example.com"
    done = start(tmp_path, "shell", "--no-imports", "-c", code, EPISODES_PEERTUBE_HOSTS=hosts)
    assert done.returncode == 0, done.stderr
    seen = done.stdout.splitlines()[-1]
    assert seen == "['https://video.example.org', 'https://tube.example.com']"
