"""The command `import_article`: many files, each whole or not at all."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from episodes.models import EpisodePage
from speakers.models import SpeakerPage
from tests.episodes.authoring.test_importer import TEXT

ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT.parent / "shared" / "data" / "articles"

FIELDS = (
    "title hashtags series publication_date recorded_date lead guests hosts headings quotes "
    "takeaways partners abridged abridged_note language_note video_url"
).split()
KEYS = {"file", *FIELDS, "problems"}
KEYS_OF_PEOPLE = {"name", "honorific", "role", "organisation", "country", "as_written"}


def run(*args: object) -> list[dict]:
    """The JSON lines that the command prints."""
    out = StringIO()
    call_command("import_article", *map(str, args), "--json", stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def run_failing(*args: object) -> tuple[list[dict], str]:
    """The JSON lines and the last sentence of a command that fails."""
    out = StringIO()
    with pytest.raises(CommandError) as failure:
        call_command("import_article", *map(str, args), "--json", stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()], str(failure.value)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "benches.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.skipif(not SHARED.exists(), reason="the shared articles are not beside this checkout")
@pytest.mark.parametrize("field", FIELDS)
def test_dry_run_reads_the_seed_as_its_key_says(db, field):
    key = json.loads((SHARED / "seed.json").read_text(encoding="utf-8"))
    [row] = run(SHARED / "seed.txt", "--dry-run")
    assert set(row) == KEYS
    expected = key[field]
    if field == "quotes":
        named = ("speaker", "text", "under_heading")
        expected = [{name: quote[name] for name in named} for quote in expected]
    assert row[field] == expected


def test_sentences_are_translated_for_people_and_english_for_machines(file):
    file.write_text(TEXT.replace("March 4, 2024", "4/3/2024"), encoding="utf-8")
    out = StringIO()
    with translation.override("cs"):
        call_command("import_article", str(file), "--dry-run", stdout=out, no_color=True)
        [row] = run(file, "--dry-run")
    assert "publication_date: „4/3/2024“ je možná datum" in out.getvalue()
    assert row["problems"][0]["message"].startswith("“4/3/2024” may be the date")


def test_dry_run_prints_an_object_with_all_keys_and_writes_nothing(series, people, file):
    [row] = run(file, "--dry-run", "--series", "chat", "--create-people")
    assert set(row) == KEYS
    assert {frozenset(person) for person in row["guests"]} == {frozenset(KEYS_OF_PEOPLE)}
    assert row["file"] == "benches.txt"
    assert row["publication_date"] == "2024-03-04"
    assert not EpisodePage.objects.exists()
    assert not SpeakerPage.objects.exists()


def test_import_makes_one_draft_for_each_file(series, people, organisations, file, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text(TEXT.replace("Benches", "Chairs"), encoding="utf-8")
    rows = run(file, other, "--series", "chat", "--create-people")
    assert [row["action"] for row in rows] == ["created", "created"]
    assert EpisodePage.objects.filter(live=False).count() == 2
    assert SpeakerPage.objects.count() == 2


def test_import_of_a_file_that_fails_leaves_the_others_alone(series, file, tmp_path):
    rubbish = tmp_path / "rubbish.txt"
    rubbish.write_bytes(bytes(range(256)) * 40)
    rows, sentence = run_failing(rubbish, file, "--series", "chat")
    assert [row["title"] for row in rows] == [None, "Benches that nobody may sleep on"]
    assert rows[0]["problems"][0]["where"] == "file"
    assert sentence == "1 of 2 files could not be taken; nothing of them was written."
    assert EpisodePage.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.txt", b"", "is empty"),
        ("picture.png", b"\x89PNG\r\n", "kind that we do not read"),
        ("rubbish.txt", bytes(range(256)) * 40, ""),
        ("large.txt", b"a line of words\n" * 3_300_000, "large"),
        ("twice.txt", f"{TEXT}\n\n{TEXT.replace('Benches', 'Chairs')}".encode(), "episode"),
        ("untitled.txt", b"#Example\n\nMarch 4, 2024\n", "title"),
        ("broken.docx", b"PK\x03\x04 no zip", ""),
    ],
)
def test_import_of_bad_files_says_what_is_wrong_and_writes_nothing(
    series, tmp_path, name, data, words
):
    path = tmp_path / name
    path.write_bytes(data)
    [row], sentence = run_failing(path, "--series", "chat")
    assert len(row["problems"]) >= 1
    message = " ".join(problem["message"] for problem in row["problems"])
    assert words in message
    assert message.rstrip().endswith((".", "?"))
    assert sentence == "1 of 1 files could not be taken; nothing of them was written."
    assert not EpisodePage.objects.exists()


def test_import_of_an_article_without_guests_makes_a_draft_and_says_so(series, tmp_path):
    path = tmp_path / "nobody.txt"
    path.write_text(
        "A square without people #Example\n\nMarch 4, 2024\n\nThe benches were removed.\n",
        encoding="utf-8",
    )
    [row] = run(path, "--series", "chat")
    assert row["action"] == "created"
    assert "guests" in [problem["where"] for problem in row["problems"]]


def test_import_into_an_unknown_series_names_those_that_exist(series, file):
    with pytest.raises(CommandError, match="There is no series “nowhere”; there is: chat."):
        call_command("import_article", str(file), "--series", "nowhere")
    with pytest.raises(CommandError, match="Say which series with --series; there is: chat."):
        call_command("import_article", str(file))


def test_import_of_a_missing_file_says_so(series, tmp_path):
    [row], _sentence = run_failing(tmp_path / "gone.txt", "--series", "chat")
    assert "no file" in row["problems"][0]["message"]
