"""What the repository tells nobody: the machine on which something was written."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
#: Folders in which people and machines keep their own things; an address may contain them.
FOLDERS = "|".join(["home", "root", "tmp", "Users", "work", "opt"])
MACHINE_PATH = re.compile(rf"(?<![\w./:>)}}\]*-])/(?:{FOLDERS})/[\w.]")
REGISTRY = re.compile(r"(?:--(?:extra-)?index-url|--find-links|--trusted-host)\b|file:/" + "//")


def tracked_texts() -> list[tuple[str, str]]:
    if not (ROOT / ".git").exists():
        pytest.skip("This isn't a git repository, so nothing is tracked.")
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    texts = []
    for name in listed.stdout.splitlines():
        try:
            texts.append((name, (ROOT / name).read_text(encoding="utf-8")))
        except (UnicodeDecodeError, FileNotFoundError):
            continue  # a picture, or deleted and not yet committed
    return texts


def test_tracked_files_name_no_folder_of_a_machine():
    found = [
        (name, line.strip())
        for name, text in tracked_texts()
        for line in text.splitlines()
        if MACHINE_PATH.search(line) or str(ROOT) + "/" in line
    ]
    assert found == []


def test_tracked_files_name_no_package_index():
    found = [
        (name, line.strip())
        for name, text in tracked_texts()
        if name != str(Path(__file__).relative_to(ROOT))
        for line in text.splitlines()
        if REGISTRY.search(line)
    ]
    assert found == []
