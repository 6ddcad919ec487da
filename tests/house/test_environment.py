"""Every variable that the site reads is described in .env.example, and nothing else is."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_environment_variables_are_described():
    code = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "forum_cms/settings").glob("*.py")
    )
    read = set(re.findall(r"\benv(?:\.\w+)?\(\s*\"([A-Z_]+)\"", code))
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    described = set(re.findall(r"^#?([A-Z_]+)=", example, flags=re.MULTILINE))
    assert read == described


def test_settings_of_the_plugin_are_described():
    used = set()
    for app in ("episodes", "speakers"):
        for path in (ROOT / app).rglob("*.py"):
            used |= set(
                re.findall(r"\b(?:EPISODES|SPEAKERS)_[A-Z_]+", path.read_text(encoding="utf-8"))
            )
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert used  # else this test looks in the wrong place
    assert {name for name in used if name not in example} == set()
