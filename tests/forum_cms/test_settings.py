"""The database as the settings want it, looked at from within."""

import threading

import pytest
from django.db import connection

from forum_cms.models import HomePage

pytestmark = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="This is about SQLite's own settings."
)


def pragma(name: str):
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}")
        return cursor.fetchone()[0]


@pytest.mark.django_db
def test_sqlite_is_a_file_with_write_ahead_log_and_keeps_references(tmp_path):
    assert pragma("journal_mode") == "wal"
    assert pragma("foreign_keys") == 1
    assert connection.transaction_mode == "IMMEDIATE"


@pytest.mark.django_db
def test_sqlite_readers_do_not_wait_for_a_writer(home):
    # This test's own transaction has written the home page and isn't over: its writer.
    seen = []

    def read() -> None:
        seen.append(HomePage.objects.count())
        connection.close()

    reader = threading.Thread(target=read)
    reader.start()
    reader.join(timeout=5)
    assert seen == [0]
    assert HomePage.objects.count() == 1
