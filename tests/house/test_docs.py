"""What README and docs say is there: files, pictures, commands, targets and settings."""

import re
from pathlib import Path

import pytest
import wagtail
from django.conf import global_settings
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parents[2]
DOCS = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
ELSEWHERE = re.compile(r"[a-z]+:")
#: A command stands in a block of code or between backquotes.
CODE = re.compile(r"^(?:```|    ).*|`[^`\n]+`", re.MULTILINE)
FENCED = re.compile(r"^ *```.*?^ *```", re.MULTILINE | re.DOTALL)

pages = pytest.mark.parametrize("path", DOCS, ids=[str(path.relative_to(ROOT)) for path in DOCS])


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def code_of(path: Path) -> str:
    """What stands as code on a page: fenced, indented, or between backquotes."""
    text = text_of(path)
    rest = FENCED.sub("", text)
    return "\n".join([*FENCED.findall(text), *CODE.findall(rest)])


def anchors(path: Path) -> set[str]:
    """The addresses of a page's headings, as they are made from the words."""
    headings = re.findall(r"^#+ (.+)$", FENCED.sub("", text_of(path)), flags=re.MULTILINE)
    return {
        re.sub(r"[^\w -]", "", heading.lower().replace("`", "")).replace(" ", "-")
        for heading in headings
    }


@pages
def test_links_lead_somewhere(path):
    lost = []
    for target in LINK.findall(FENCED.sub("", text_of(path))):
        if ELSEWHERE.match(target):
            continue
        name, _, anchor = target.partition("#")
        file = (path.parent / name).resolve() if name else path
        if not file.exists() or (anchor and anchor not in anchors(file)):
            lost.append(target)
    assert lost == []


@pages
def test_pictures_say_what_they_show(path):
    assert re.findall(r"!\[\s*\]\(.*?\)", text_of(path)) == []


@pages
def test_make_targets_exist(path):
    targets = set(re.findall(r"^([a-z-]+):", text_of(ROOT / "Makefile"), flags=re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z][a-z-]*)", code_of(path)))
    assert named - targets == set()


@pages
def test_management_commands_exist(path):
    named = set(re.findall(r"\bmanage\.py ([a-z_]+)", code_of(path)))
    assert named - set(get_commands()) == set()


@pages
def test_files_that_are_named_exist(path):
    tops = "docs|episodes|forum_cms|scripts|speakers|templates|tests"
    named = re.findall(rf"`((?:{tops})/[\w./-]*)`", text_of(path))
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_picture_is_shown_somewhere():
    shown = {
        (path.parent / target).resolve()
        for path in DOCS
        for target in LINK.findall(text_of(path))
        if not ELSEWHERE.match(target)
    }
    pictures = {path for path in (ROOT / "docs/images").iterdir() if path.is_file()}
    assert pictures  # else this test looks in the wrong place
    assert pictures - shown == set()


def test_every_page_is_reached_from_the_readme():
    reached, ahead = set(), [ROOT / "README.md"]
    while ahead:
        path = ahead.pop()
        if path in reached or path.suffix != ".md":
            continue
        reached.add(path)
        ahead += [
            (path.parent / target.partition("#")[0]).resolve()
            for target in LINK.findall(text_of(path))
            if not ELSEWHERE.match(target)
        ]
    assert set(DOCS) - reached == set()


def test_readme_names_the_two_commands_that_everybody_needs():
    code = code_of(ROOT / "README.md")
    assert [name for name in ("make run", "make test") if name not in code] == []


def apps_in(path: Path) -> set[str]:
    listed = re.search(r"INSTALLED_APPS = \[(.*?)^ *\]", text_of(path), re.DOTALL | re.MULTILINE)
    assert listed
    return set(re.findall(r'^ *"([\w.]+)"', listed[1], flags=re.MULTILINE))


def test_apps_that_a_strangers_site_must_add_are_those_that_the_page_names():
    # The stranger's site is proved to work with the wheel; see test_wheel.py.
    stranger = apps_in(ROOT / "tests/house/foreign/stranger/settings.py")
    template = Path(wagtail.__file__).parent / "project_template/project_name/settings/base.py"
    added = apps_in(ROOT / "docs/install.md")
    assert stranger - apps_in(template) == added - apps_in(template)
    assert added <= stranger


# --- Settings -----------------------------------------------------------------------------

#: Settings of others that the page explains, and where they come from.
OF_DEPENDENCIES = {
    "TAGGIT_CASE_INSENSITIVE": "taggit",
    "WAGTAILEMBEDS_FINDERS": "wagtail",
    "WAGTAILIMAGES_IMAGE_MODEL": "wagtail",
    "WAGTAILMEDIA": "wagtailmedia",
}


def settings_in_table() -> set[str]:
    table = text_of(ROOT / "docs/install.md").partition("## Settings")[2].partition("\n## ")[0]
    return set(re.findall(r"^\| `([A-Z_]+)` \|", table, flags=re.MULTILINE))


def code_of_package(name: str) -> str:
    package = Path(__import__(name).__file__).parent
    return "\n".join(text_of(path) for path in package.rglob("*.py"))


def settings_of_the_plugin() -> set[str]:
    """Names that the two apps ask Django's settings for, if they belong to the apps."""
    code = code_of_package("episodes") + code_of_package("speakers")
    return set(re.findall(r"\b(?:EPISODES|SPEAKERS)_[A-Z_]+", code))


def test_settings_of_the_plugin_are_explained():
    ours = settings_of_the_plugin()
    assert ours  # else this test looks in the wrong place
    assert ours - settings_in_table() == set()


def test_settings_that_are_explained_exist():
    unknown = [
        name
        for name in settings_in_table()
        if name not in settings_of_the_plugin()
        and not hasattr(global_settings, name)
        and not re.search(rf"\b{name}\b", code_of_package(OF_DEPENDENCIES.get(name, "taggit")))
    ]
    assert settings_in_table()
    assert unknown == []


def test_settings_of_the_environment_that_operators_read_of_exist():
    text = text_of(ROOT / "docs/operate.md")
    named = set(re.findall(r"`([A-Z]+(?:_[A-Z]+)+)(?:=[^`]*)?`", text))
    known = set(re.findall(r"^#?([A-Z_]+)=", text_of(ROOT / ".env.example"), flags=re.MULTILINE))
    assert named  # else this test looks in the wrong place
    assert named - known - {"DJANGO_SETTINGS_MODULE"} == set()
