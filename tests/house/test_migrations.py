"""Models and migrations say the same."""

import io

import pytest
from django.core.management import call_command


@pytest.mark.django_db
def test_migrations_are_complete():
    output = io.StringIO()
    try:
        call_command("makemigrations", check_changes=True, dry_run=True, stdout=output)
    except SystemExit:
        pytest.fail(f"Migrations are missing:\n{output.getvalue()}")
