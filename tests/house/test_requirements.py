"""What is imported is required: by the plugin's package, and by the site."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OURS = {"episodes", "speakers", "forum_cms"}
#: Needed although no line of ours imports them: Django finds them by their name in a setting.
BY_SETTING = {"django-axes", "gunicorn", "psycopg", "redis"}


def distributions_imported_by(*apps: str) -> set[str]:
    """Names of the packages on the index whose modules these apps import anywhere."""
    modules = set()
    for app in apps:
        for path in (ROOT / app).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    modules |= {alias.name.partition(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    modules.add(node.module.partition(".")[0])
    known = packages_distributions()
    foreign = modules - OURS - set(sys.stdlib_module_names)
    return {normal(known[module][0]) for module in foreign}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=~! ;]", name, maxsplit=1)[0]).lower()


def test_plugin_requires_what_it_imports():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    required = {normal(line) for line in project["dependencies"]}
    assert distributions_imported_by("episodes", "speakers") == required


def test_site_requires_what_it_imports():
    text = (ROOT / "requirements.in").read_text(encoding="utf-8")
    asked_for = {normal(line) for line in text.splitlines() if line and not line.startswith("#")}
    pinned = {
        normal(line)
        for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
        if re.match(r"\w", line)
    }
    imported = distributions_imported_by(*OURS)
    assert imported - pinned == set()
    assert asked_for - imported - BY_SETTING == set()  # nothing is asked for in vain
