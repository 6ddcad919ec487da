"""The interface ships in Czech, too: complete, compiled, and with every placeholder in place."""

import ast
import datetime
import gettext
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.utils import translation
from django.utils.formats import date_format

from episodes.formats import video_links
from episodes.formats.errors import FormatError
from episodes.models import EpisodePage
from episodes.sentences import translated

ROOT = Path(__file__).resolve().parents[2]
APPS = ("episodes", "speakers", "forum_cms")
CATALOGUE = Path("locale/cs/LC_MESSAGES/django.po")
#: Czech counts one, two to four, fractions, and the rest.
PLURAL_FORMS = 4
#: `%(name)s` and `{name}`.
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}")
#: Under which names xgettext knows the functions that mark a text.
MARKER = re.compile(r"^(_|n?p?n?gettext(_lazy|_noop)?)$")


@dataclass(frozen=True)
class Entry:
    """One text of a catalogue; `strings` are its translations, several where it counts."""

    msgctxt: str | None
    msgid: str
    plural: str | None
    strings: tuple[str, ...]
    flags: frozenset[str]


def read(path: Path) -> list[Entry]:
    """The entries of a .po file as gettext's own programs write it; its header first."""
    entries = []
    for block in re.split(r"\n{2,}", path.read_text(encoding="utf-8").strip()):
        fields: dict[str, str] = {}
        flags: set[str] = set()
        field = ""
        for line in block.splitlines():
            if line.startswith("#,"):
                flags |= {flag.strip() for flag in line[2:].split(",")}
            if line.startswith("#"):
                continue
            if not line.startswith('"'):
                field, line = line.split(" ", 1)
                fields[field] = ""
            fields[field] += ast.literal_eval(line)
        strings = tuple(text for name, text in fields.items() if name.startswith("msgstr"))
        entries.append(
            Entry(
                fields.get("msgctxt"),
                fields["msgid"],
                fields.get("msgid_plural"),
                strings,
                frozenset(flags),
            )
        )
    return entries


def texts_of(app: str, root: Path = ROOT) -> list[Entry]:
    header, *entries = read(root / app / CATALOGUE)
    assert header.msgid == ""
    return entries


@pytest.mark.parametrize("app", APPS)
def test_catalogue_is_translated_whole(app):
    entries = texts_of(app)
    assert len(entries) > 50  # else this test looks in the wrong place
    unfinished = [
        entry.msgid
        for entry in entries
        if "fuzzy" in entry.flags
        or not all(entry.strings)
        or len(entry.strings) != (PLURAL_FORMS if entry.plural else 1)
    ]
    assert unfinished == []


@pytest.mark.parametrize("app", APPS)
def test_translations_keep_every_placeholder(app):
    broken = [
        (entry.msgid, text)
        for entry in texts_of(app)
        for number, text in enumerate(entry.strings)
        # Wagtail counts one of something in words.
        for said in [entry.plural if entry.plural and number else entry.msgid]
        if set(PLACEHOLDER.findall(text)) != set(PLACEHOLDER.findall(said))
    ]
    assert broken == []


@pytest.mark.parametrize("app", APPS)
def test_compiled_catalogue_says_what_the_written_one_says(app):
    with (ROOT / app / CATALOGUE).with_suffix(".mo").open("rb") as compiled:
        found = gettext.GNUTranslations(compiled)._catalog  # type: ignore[attr-defined]
    expected: dict[object, str] = {}
    for entry in read(ROOT / app / CATALOGUE):
        key = entry.msgid if entry.msgctxt is None else f"{entry.msgctxt}\x04{entry.msgid}"
        if entry.plural:
            expected |= {(key, form): text for form, text in enumerate(entry.strings)}
        else:
            expected[key] = entry.strings[0]
    assert found == expected


def test_same_text_is_translated_the_same_way_in_every_app():
    # Django pours all catalogues into one: of two translations, one would silently win.
    seen: dict[tuple[str | None, str], dict[str, tuple[str, ...]]] = {}
    for app in APPS:
        for entry in texts_of(app):
            seen.setdefault((entry.msgctxt, entry.msgid), {})[app] = entry.strings
    assert {text: apps for text, apps in seen.items() if len(set(apps.values())) > 1} == {}


def test_texts_are_marked_by_names_that_the_collector_knows():
    unknown = []
    for app in APPS:
        for path in (ROOT / app).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ImportFrom):
                    unknown += [
                        f"{path.relative_to(ROOT)}: {alias.name} as {alias.asname}"
                        for alias in node.names
                        if "gettext" in alias.name and not MARKER.match(alias.asname or alias.name)
                    ]
    assert unknown == []


def test_catalogues_hold_every_text_of_the_code(tmp_path):
    if not shutil.which("xgettext"):
        pytest.skip("gettext isn't installed, so the texts can't be collected to compare them.")
    for name in (*APPS, "templates", "scripts"):
        shutil.copytree(
            ROOT / name,
            tmp_path / name,
            ignore=shutil.ignore_patterns("__pycache__", "static", "media", "articles"),
        )
    shutil.copy(ROOT / "manage.py", tmp_path)
    subprocess.run(
        [tmp_path / "scripts/messages", sys.executable],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )
    for app in APPS:
        collected = {
            (entry.msgctxt, entry.msgid, entry.plural) for entry in texts_of(app, tmp_path)
        }
        kept = {(entry.msgctxt, entry.msgid, entry.plural) for entry in texts_of(app)}
        assert kept == collected, "Run `make messages`, then translate what is new."


def test_czech_reaches_labels_counts_dates_and_sentences():
    with translation.override("cs"):
        assert str(EpisodePage._meta.verbose_name) == "díl"
        counts = [
            translation.ngettext("%(count)s conversation", "%(count)s conversations", count)
            % {"count": count}
            for count in (1, 3, 5)
        ]
        assert counts == ["1 rozhovor", "3 rozhovory", "5 rozhovorů"]
        assert translation.gettext("newest first") == "od nejnovějších"
        assert date_format(datetime.date(2021, 10, 4), "DATE_FORMAT") == "4. října 2021"
        assert date_format(datetime.date(2021, 10, 4), "MONTH_DAY_FORMAT") == "4. října"
        with pytest.raises(FormatError) as refused:
            video_links.parse("https://video.example.org/1")
        assert translated(refused.value).startswith("Videa z „video.example.org“ neumíme ukázat.")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("DATETIME_FORMAT", "4 October 2021, 18:05"),
        ("SHORT_DATE_FORMAT", "4 Oct 2021"),
        ("SHORT_DATETIME_FORMAT", "4 Oct 2021, 18:05"),
    ],
)
def test_english_hours_are_written_as_in_europe(name, shown):
    with translation.override("en"):
        assert (
            date_format(datetime.datetime(2021, 10, 4, 18, 5, tzinfo=datetime.UTC), name) == shown
        )
