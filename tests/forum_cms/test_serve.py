"""The development server says where it is, or why it isn't."""

import os
import re
import select
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest
from django.core.management import CommandError, call_command

from tests.database import copy_template

ROOT = Path(__file__).resolve().parents[2]


def test_serve_names_another_port_when_this_one_is_taken():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=rf"port {port} .+ make run PORT={port + 1}$"):
            call_command("serve", str(port))


def test_serve_prints_its_addresses_last_and_answers_there(tmp_path):
    copy_template(tmp_path / "db.sqlite3")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "manage.py", "serve", str(port)],
        cwd=ROOT,
        env={
            **os.environ,
            "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}",
            "DJANGO_SETTINGS_MODULE": "forum_cms.settings.dev",
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        said = ""
        while "Control-C" not in said and select.select([server.stdout], [], [], 60)[0]:
            said += os.read(server.stdout.fileno(), 10_000).decode()
        *_, site, admin, _ = said.strip().splitlines()
        assert site == f"Site:  http://localhost:{port}/"
        assert admin == f"Admin: http://localhost:{port}/admin/"
        with urlopen(admin.removeprefix("Admin: "), timeout=30) as answer:
            assert re.search(r'name="password"', answer.read().decode())
    finally:
        server.terminate()
        server.wait(timeout=20)
        server.stdout.close()
