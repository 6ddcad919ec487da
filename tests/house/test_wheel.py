"""The plugin as a stranger gets it: a wheel, installed into a Wagtail site that isn't ours."""

import fcntl
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOREIGN = Path(__file__).parent / "foreign"


def run(*command: str | Path, cwd: Path, **env: str) -> str:
    """Standard output of a command; what it complained about is the test's failure."""
    done = subprocess.run(
        command, cwd=cwd, env={**os.environ, **env}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{done.stdout[-3000:]}\n{done.stderr[-6000:]}"
    return done.stdout


@pytest.fixture(scope="module")
def folder(request, tmp_path_factory) -> Iterator[Path]:
    """Where the wheel is built and tried: once, however many processes test."""
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if hasattr(request.config, "workerinput") else base) / "wheel"
    shared.mkdir(exist_ok=True)
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield shared


@pytest.fixture(scope="module")
def wheel(folder) -> Path:
    if not list(folder.glob("*.whl")):
        build = (sys.executable, "-m", "build", "--wheel", "--no-isolation")
        run(*build, "--outdir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def visit(folder, wheel) -> dict:
    """What happened in the foreign site, which sees the wheel and nothing of this repository."""
    result, installed = folder / "visit.json", folder / "installed"
    if not result.exists():
        shutil.copytree(FOREIGN, folder / "site", dirs_exist_ok=True)
        pip = (sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index")
        run(*pip, "--target", installed, wheel, cwd=folder)
        output = run(
            *(sys.executable, "-P", "visit.py"),
            cwd=folder / "site",
            PYTHONPATH=os.pathsep.join([str(installed), str(folder / "site")]),
            STRANGER_VAR_DIR=str(folder),
        )
        result.write_text(output, encoding="utf-8")
    return {"installed": str(installed), **json.loads(result.read_text(encoding="utf-8"))}


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
        ("search", ["<mark>Novotná</mark>", "What keeps a court honest"]),
    ],
)
def test_wheel_shows_its_pages_in_the_strangers_house(visit, name, words):
    answer = visit["answers"][name]
    assert answer["status"] == 200
    before, _, content = answer["html"].partition('<p id="strangers-own-header">')
    assert " - Stranger</title>" in before
    assert [word for word in words if word not in content] == []
