"""Many past videos at once, in the admin: upload, progress, report, download."""

import csv
import io

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from episodes.authoring.catalogue import uploads
from episodes.models import CatalogueUpload, EpisodePage
from speakers.models import SpeakerPage

pytestmark = pytest.mark.django_db

URL = "episodes:from_catalogue"
TABLE = """Title;Speakers;Recorded;Video;Description
A bench;Alžběta Zkušebná;2021-03-14;https://youtu.be/sample00001;She talks about shade.
=1+1;Bertil Vzorek;2021-13-14;;
;Nobody;;;
A bench again;Alžběta Zkušebná;;https://youtu.be/sample00001;
"""


def bring(client, series, data=None, name="talks.csv", **more):
    file = SimpleUploadedFile(name, TABLE.encode() if data is None else data)
    return client.post(reverse(URL), {"series": series.pk, "file": file, **more})


def run(client) -> str:
    """Press "Go on" until it is finished; gives the address of the report."""
    address = reverse("episodes:catalogue", args=[CatalogueUpload.objects.get().pk])
    assert client.post(address, headers={"accept": "application/json"}).json()["finished"]
    return address


def test_a_catalogue_becomes_drafts_and_a_report(editor, series, people):
    response = bring(editor, series)
    upload = CatalogueUpload.objects.get()
    assert response["Location"] == reverse("episodes:catalogue", args=[upload.pk])
    assert not EpisodePage.objects.exists()
    page = editor.get(response["Location"])
    assert page.context["progress"] == {"total": 4, "done": 2, "finished": False}
    page = editor.get(run(editor))
    assert page.context["progress"] == {"total": 4, "done": 4, "finished": True}
    found = [(row["line"].number, row["action"], row["notes"]) for row in page.context["rows"]]
    assert found == [
        (2, "made", []),
        (
            3,
            "made",
            [
                (
                    "recorded on",
                    "“2021-13-14” is not a day that we can read: write it as 2021-03-14.",
                )
            ],
        ),
        (4, "refused", [("title", "There is no title.")]),
        (5, "refused", [("", "It is in the file twice: line 2 has it already.")]),
    ]
    assert sorted(EpisodePage.objects.values_list("title", "live")) == [
        ("=1+1", False),
        ("A bench", False),
    ]
    assert not upload.lines.exclude(row=None).exists()


def test_a_step_ends_in_time_and_the_next_goes_on(editor, series, people, monkeypatch):
    monkeypatch.setattr(uploads, "STEP_S", 0)
    monkeypatch.setattr(uploads, "BATCH", 1)
    bring(editor, series)
    address = reverse("episodes:catalogue", args=[CatalogueUpload.objects.get().pk])
    shares = [editor.post(address, headers={"accept": "application/json"}).json() for _ in "ab"]
    assert [(share["done"], share["finished"]) for share in shares] == [(3, False), (4, True)]
    assert editor.post(address).status_code == 302  # nothing left to do
    assert EpisodePage.objects.count() == 2


def test_the_report_can_be_downloaded_without_formulas(editor, series, people):
    bring(editor, series)
    response = editor.get(run(editor) + "?download")
    assert response["Content-Disposition"] == 'attachment; filename="talks-report.csv"'
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert [row[:4] for row in rows] == [
        ["line", "title", "what was done", "published"],
        ["2", "A bench", "made", "no"],
        ["3", "'=1+1", "made", "no"],
        ["4", "", "refused", "no"],
        ["5", "A bench again", "refused", "no"],
    ]


def test_what_is_complete_is_published_where_that_is_wished(editor, series, people):
    bring(editor, series, publish="on")
    page = editor.get(run(editor) + "?action=made")
    assert [row["line"].live for row in page.context["rows"]] == [True, False]
    assert SpeakerPage.objects.filter(live=True).count() == 2


def test_who_writes_but_does_not_publish_is_not_asked(client, series, people):
    user = get_user_model().objects.create_user("eva", "eva@example.org", "secret")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    assert "publish" not in client.get(reverse(URL)).context["form"].fields
    bring(client, series, publish="on")
    run(client)
    assert not EpisodePage.objects.filter(live=True).exists()
    assert EpisodePage.objects.count() == 2


def test_who_may_not_write_sees_nothing(client, series):
    client.force_login(get_user_model().objects.create_user("eva", "eva@example.org", "secret"))
    assert client.get(reverse(URL)).status_code == 302


@pytest.mark.parametrize(
    "data, sentence",
    [
        (b"", "“talks.csv” is empty."),
        (b"title\n", "The catalogue names its columns, and nothing else."),
        (b"PK\x03\x04", "“talks.csv” can&#x27;t be read as a spreadsheet"),
        (b'title\nA bench\n"' + b"x" * 200_000, "Line 3: a cell has more than 131072 characters."),
    ],
)
def test_what_cannot_be_read_gets_a_sentence_and_leaves_nothing(editor, series, data, sentence):
    response = bring(editor, series, data)
    assert response.status_code == 200
    assert sentence in response.content.decode()
    assert not CatalogueUpload.objects.exists()


def test_a_catalogue_longer_than_a_request_can_take_is_refused(editor, series, monkeypatch):
    monkeypatch.setattr(uploads, "MAX_ROWS", 3)
    response = bring(editor, series)
    assert "The catalogue has more than 3 rows" in response.content.decode()
    assert not CatalogueUpload.objects.exists()


def test_names_stay_names_where_there_is_no_list_of_people(editor, series):
    bring(editor, series)
    address = reverse("episodes:catalogue", args=[CatalogueUpload.objects.get().pk])
    answer = editor.post(address, headers={"accept": "application/json"}).json()
    assert answer["done"] == 4 and EpisodePage.objects.count() == 2


def test_a_report_can_be_deleted_and_the_episodes_stay(editor, series, people):
    bring(editor, series)
    editor.post(run(editor), {"delete": "1"})
    assert not CatalogueUpload.objects.exists()
    assert EpisodePage.objects.count() == 2
