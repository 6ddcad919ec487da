"""The command `import_catalogue`."""

import gzip
import io
import json

import pytest
from django.core.management import CommandError, call_command

from episodes.models import EpisodePage

pytestmark = pytest.mark.django_db

TALKS = [
    {
        "title": "A bench",
        "speakers": ["Alžběta Zkušebná"],
        "recorded": "2021-03-14",
        "description": "She talks about shade.",
        "video_url": "https://youtu.be/sample00001",
    },
    {"title": "No video", "speakers": []},
    {"speakers": ["Nobody"]},
]


@pytest.fixture
def catalogue(tmp_path):
    path = tmp_path / "talks.ndjson.gz"
    path.write_bytes(gzip.compress("".join(json.dumps(one) + "\n" for one in TALKS).encode()))
    return path


def run(*arguments) -> str:
    out, err = io.StringIO(), io.StringIO()
    call_command("import_catalogue", *map(str, arguments), stdout=out, stderr=err)
    assert "100%" in err.getvalue()
    return out.getvalue()


def test_says_what_was_done_and_what_was_refused(catalogue, series, people):
    said = run(catalogue, "--series", series.slug)
    assert said.splitlines() == [
        "line 3: refused: ",
        "  title: There is no title.",
        "2 made, 0 updated, 0 unchanged, 1 refused; 0 of them are published.",
    ]
    again = run(catalogue, "--series", series.slug)
    assert again.endswith("0 made, 0 updated, 2 unchanged, 1 refused; 0 of them are published.\n")


def test_json_says_what_became_of_each_row(catalogue, series, people):
    said = run(catalogue, "--series", series.slug, "--publish", "--json")
    rows = [json.loads(line) for line in said.splitlines()]
    page = EpisodePage.objects.get(live=True)
    assert [(row["line"], row["action"], row["live"]) for row in rows] == [
        (1, "made", True), (2, "made", False), (3, "refused", False),
    ]  # fmt: skip
    assert rows[0] == {
        "line": 1, "title": "A bench", "action": "made", "page": page.pk, "live": True, "notes": [],
    }  # fmt: skip
    assert {note["field"] for note in rows[1]["notes"]} == {"publish"}


def test_a_dry_run_writes_nothing(catalogue, series, people):
    said = run(catalogue, "--series", series.slug, "--dry-run")
    assert said.endswith("0 of them are published; nothing was written.\n")
    assert not EpisodePage.objects.exists()


def test_what_was_done_before_the_file_breaks_off_stays(series, people, tmp_path):
    # Two batches; the second one can't be read to its end.
    talks = [{"title": f"Bench {number}", "id": number} for number in range(250)]
    cut = tmp_path / "cut.csv"
    lines = "".join(f"{one['title']},{one['id']}\n" for one in talks)
    cut.write_text(f"title,id\n{lines}" + '"' + "x" * 200_000)
    with pytest.raises(CommandError) as caught:
        call_command("import_catalogue", str(cut), series=series.slug, stderr=io.StringIO())
    assert str(caught.value).startswith("Line 252: a cell has more than 131072 characters.")
    assert "Until then: 200 made" in str(caught.value)
    assert EpisodePage.objects.count() == 200


@pytest.mark.parametrize(
    "arguments, sentence",
    [
        (["nowhere.csv", "--series", "chat"], "nowhere.csv can't be read: No such file"),
        (["nowhere.csv", "--series", "other"], "There is no series “other”; there is: chat."),
        (["nowhere.csv"], "Say which series with --series; there is: chat."),
    ],
)
def test_a_wrong_call_gets_a_sentence(series, people, arguments, sentence):
    with pytest.raises(CommandError) as caught:
        call_command("import_catalogue", *arguments)
    assert str(caught.value).startswith(sentence)


def test_a_site_without_a_list_of_people_is_told_to_make_one(catalogue, series):
    with pytest.raises(CommandError) as caught:
        call_command("import_catalogue", str(catalogue), series=series.slug, stderr=io.StringIO())
    assert str(caught.value).startswith("There is no “list of people” page yet to put people under")
