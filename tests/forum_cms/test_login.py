"""Guessing passwords ends soon, in a sentence, and only for the one who guesses."""

import pytest
from django.contrib.auth import get_user_model
from django.test import RequestFactory
from django.urls import reverse

from forum_cms.login import client_ip

LOGIN = "/admin/login/"
PASSWORD = "a long enough password"


@pytest.fixture
def editor(db, settings):
    settings.AXES_ENABLED = True
    settings.AXES_FAILURE_LIMIT = 3
    return get_user_model().objects.create_superuser("eva", password=PASSWORD)


def attempt(client, password: str, ip: str = "203.0.113.5"):
    form = {"username": "eva", "password": password, "next": reverse("wagtailadmin_home")}
    return client.post(LOGIN, form, REMOTE_ADDR=ip)


def test_login_works_with_the_password(client, editor):
    assert attempt(client, "wrong").status_code == 200
    assert attempt(client, PASSWORD).status_code == 302


def test_login_locks_after_too_many_attempts_and_says_so(client, editor):
    answers = [attempt(client, "wrong") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    text = answers[-1].content.decode()
    assert "Too many attempts to sign in as this person from here. Wait 15 minutes" in text
    assert 'name="password"' in text
    assert attempt(client, PASSWORD).status_code == 429


def test_login_stays_open_for_others(client, editor):
    for _ in range(4):
        attempt(client, "wrong")
    assert attempt(client, PASSWORD, ip="203.0.113.9").status_code == 302


def test_login_opens_again_after_the_wait(client, editor, time_machine):
    time_machine.move_to("2026-03-01 10:00:00+00:00", tick=False)
    for _ in range(4):
        attempt(client, "wrong")
    time_machine.move_to("2026-03-01 10:15:01+00:00", tick=False)
    assert attempt(client, PASSWORD).status_code == 302


@pytest.mark.parametrize(
    ("behind_proxy", "forwarded", "ip"),
    [
        (False, "198.51.100.1", "10.0.0.1"),
        (True, "198.51.100.1", "198.51.100.1"),
        (True, "made-up, 198.51.100.1", "198.51.100.1"),
        (True, "", "10.0.0.1"),
    ],
)
def test_client_ip_believes_only_the_proxy(settings, behind_proxy, forwarded, ip):
    settings.BEHIND_PROXY = behind_proxy
    headers = {"x-forwarded-for": forwarded} if forwarded else {}
    request = RequestFactory().get("/", REMOTE_ADDR="10.0.0.1", headers=headers)
    assert client_ip(request) == ip
