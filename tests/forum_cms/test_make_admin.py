"""The first administrator."""

import io
import re

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db


def make_admin(*arguments: str) -> str:
    output = io.StringIO()
    call_command("make_admin", *arguments, stdout=output)
    return output.getvalue()


def test_make_admin_prints_a_login_that_works():
    said = make_admin("--once")
    (name,) = re.findall(r"name: +(\S+)", said)
    (password,) = re.findall(r"password: +(\S+)", said)
    assert len(password) >= 20
    assert authenticate(username=name, password=password).is_superuser
    assert "Change it" in said


def test_make_admin_once_does_nothing_beside_an_administrator():
    get_user_model().objects.create_superuser("eva", password="her own")
    assert make_admin("--once") == ""
    assert get_user_model().objects.count() == 1


def test_make_admin_takes_nobodys_name():
    get_user_model().objects.create_user("admin", password="not an administrator")
    with pytest.raises(CommandError, match="already somebody named “admin”"):
        make_admin("--once")
    assert not get_user_model().objects.filter(is_superuser=True).exists()
