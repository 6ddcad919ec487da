"""`/healthz` says whether the parts work, to anybody, and why not to nobody but the log."""

import pytest
from django.core.files.storage import default_storage

OK = {"database": "ok", "cache": "ok", "storage": "ok"}


@pytest.mark.django_db
def test_health_is_ok_when_all_parts_work(client):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, OK)
    assert "no-store" in answer.headers["Cache-Control"]
    assert not answer.cookies
    assert default_storage.listdir("health_check_storage_test")[1] == []


@pytest.mark.django_db
def test_health_answers_probes_by_address_and_without_https(client, settings):
    settings.ALLOWED_HOSTS = ["chat.example.org"]
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/healthz", headers={"host": "10.0.0.7:8000"}).status_code == 200
    assert client.get("/", headers={"host": "chat.example.org"}).status_code == 301


@pytest.mark.django_db
@pytest.mark.parametrize("accept", ["text/html", "rubbish", "application/rss+xml", ""])
def test_health_answers_json_whatever_is_asked_for(client, accept):
    answer = client.get("/healthz?format=rss", headers={"accept": accept})
    assert (answer.status_code, answer.json()) == (200, OK)


@pytest.mark.django_db
def test_health_fails_without_telling_why(client, settings, tmp_path):
    blocked = tmp_path / "secret-folder"
    blocked.write_text("a file stands where the folder of uploaded files should be")
    settings.MEDIA_ROOT = blocked
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (503, {**OK, "storage": "failed"})
    assert "secret-folder" not in answer.content.decode()


def test_health_refuses_to_be_written_to(client):
    assert client.post("/healthz").status_code == 405
