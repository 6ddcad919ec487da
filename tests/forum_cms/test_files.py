"""Uploaded files are sent whole or in part, and nothing else is."""

import pytest

# Closing an answer ends its request, which looks at the database's connections.
pytestmark = pytest.mark.django_db

CONTENT = bytes(range(256)) * 8


@pytest.fixture
def video(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    (settings.MEDIA_ROOT / "media").mkdir(parents=True)
    (settings.MEDIA_ROOT / "documents").mkdir()
    (settings.MEDIA_ROOT / "documents/private.pdf").write_bytes(b"for staff")
    (tmp_path / "secret.txt").write_bytes(b"not below the folder")
    (settings.MEDIA_ROOT / "media/talk.mp4").write_bytes(CONTENT)
    return "/media/media/talk.mp4"


def body(answer) -> bytes:
    content = b"".join(answer.streaming_content)
    answer.close()
    return content


def test_file_is_sent_whole(client, video):
    answer = client.get(video)
    assert (answer.status_code, body(answer)) == (200, CONTENT)
    assert answer.headers["Content-Type"] == "video/mp4"
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_file_is_sent_in_part(client, video):
    answer = client.get(video, headers={"range": "bytes=100-199"})
    assert (answer.status_code, body(answer)) == (206, CONTENT[100:200])
    assert answer.headers["Content-Range"] == f"bytes 100-199/{len(CONTENT)}"
    assert answer.headers["Content-Length"] == "100"


def test_file_is_sent_to_its_end(client, video):
    answer = client.get(video, headers={"range": "bytes=2000-"})
    assert (answer.status_code, body(answer)) == (206, CONTENT[2000:])


@pytest.mark.parametrize("rubbish", ["bytes=9-3", "bytes=99999-", "bytes=a-b", "words=1-2", "x"])
def test_file_survives_rubbish_for_a_range(client, video, rubbish):
    answer = client.get(video, headers={"range": rubbish})
    assert (answer.status_code, body(answer)) in [(200, CONTENT), (416, b"")]


def test_file_that_did_not_change_is_not_sent_again(client, video):
    whole = client.get(video)
    assert body(whole) == CONTENT
    stamp = whole.headers["Last-Modified"]
    answer = client.get(video, headers={"if-modified-since": stamp})
    assert (answer.status_code, body(answer)) == (304, b"")


@pytest.mark.parametrize(
    "path",
    [
        "/media/media/gone.mp4",
        "/media/media/",
        "/media/../secret.txt",
        "/media/%2e%2e/secret.txt",
        "/media/media/..%2f..%2f..%2fsecret.txt",
        "/media/documents/private.pdf",
        "/media//documents/private.pdf",
        "/media/media/../documents/private.pdf",
        "/media/a%00b",
        f"/media/{'a' * 5000}",
    ],
)
def test_file_that_is_not_ours_to_send_is_not_found(client, video, home, path):
    assert client.get(path).status_code == 404


def test_file_is_not_written_to(client, video):
    assert client.post(video).status_code == 405
