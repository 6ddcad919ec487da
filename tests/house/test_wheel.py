"""The plugin as a stranger gets it: a wheel, installed into a Wagtail site that isn't ours."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOREIGN = Path(__file__).parent / "foreign"

# One process builds the wheel and visits the stranger; the others need not.
pytestmark = pytest.mark.xdist_group("wheel")


def run(*command: str | Path, cwd: Path, **env: str) -> str:
    """Standard output of a command; what it complained about is the test's failure."""
    done = subprocess.run(
        command, cwd=cwd, env={**os.environ, **env}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{done.stdout[-3000:]}\n{done.stderr[-6000:]}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(
        *(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT),
        cwd=folder,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def visit(wheel, tmp_path_factory) -> dict:
    """What happened in the foreign site, which sees the wheel and nothing of this folder."""
    folder = tmp_path_factory.mktemp("stranger")
    shutil.copytree(FOREIGN, folder / "site")
    installed = folder / "installed"
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index")
    run(*pip, "--target", installed, wheel, cwd=folder)
    output = run(
        *(sys.executable, "-P", "visit.py"),
        cwd=folder / "site",
        PYTHONPATH=os.pathsep.join([str(installed), str(folder / "site")]),
        STRANGER_VAR_DIR=str(folder),
    )
    return {"installed": str(installed), **json.loads(output)}


def test_wheel_holds_the_two_apps_and_nothing_else(wheel):
    listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard", cwd=ROOT)
    ours = {
        name
        for name in listed.splitlines()
        if name.startswith(("episodes/", "speakers/")) and (ROOT / name).exists()
    }
    packed = {
        name
        for name in zipfile.ZipFile(wheel).namelist()
        if ".dist-info/" not in name and not name.endswith(".mo")
    }
    assert packed == {name for name in ours if not name.endswith(".mo")}


def test_wheel_is_what_the_stranger_runs(visit):
    assert visit["folders"] == [visit["installed"]] * 2
    assert visit["knows_forum_cms"] is False
    assert visit["image_model"] == "wagtailimages.Image"
    assert visit["media_model"] == "wagtailmedia.Media"


def test_wheel_leaves_no_migration_to_be_made_by_the_stranger(visit):
    assert not visit["migrations_are_missing"], visit["migrations"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("series", ["Foreign talks", "What keeps a court honest"]),
        ("tag", ["Courts", "What keeps a court honest"]),
        ("episode", ["What keeps a court honest", "Ana Novotná", "Judge of that day"]),
        ("people", ["Ana Novotná"]),
        ("speaker", ["Ana Novotná", "What keeps a court honest"]),
        ("organisation", ["Institute of Bridges", "Ana Novotná"]),
    ],
)
def test_wheel_shows_its_pages_in_the_strangers_house(visit, name, words):
    answer = visit["answers"][name]
    assert answer["status"] == 200
    before, _, content = answer["html"].partition('<p id="strangers-own-header">')
    assert " - Stranger</title>" in before
    assert [word for word in words if word not in content] == []
