"""Another organisation changes colours and type in one file: nothing else knows one."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOKENS = ROOT / "forum_cms/static/forum_cms/css/tokens.css"
#: The letters that come with the site; the plugin's stand-ins where a site has no tokens.
LETTERS = ROOT / "forum_cms/static/forum_cms/css/fonts.css"
STAND_INS = ROOT / "speakers/static/speakers/defaults.css"
SHEETS = sorted(
    path
    for app in ("forum_cms", "episodes", "speakers")
    for path in (ROOT / app / "static").rglob("*.css")
    if "admin" not in path.parts and path not in (TOKENS, LETTERS, STAND_INS)
)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
DECLARATION = re.compile(r"([\w-]+)\s*:\s*([^;{}]+);")
#: System colours (Canvas, Highlight) are the reader's own, and no colour of ours.
NAMED = "black|white|red|green|blue|gr[ae]y|silver|gold|orange|brown|navy|maroon|crimson"
COLOUR = re.compile(rf"#[0-9a-f]{{3,8}}\b|\b(rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(|\b({NAMED})\b")


def known_too_much(text: str) -> list[str]:
    """The declarations that name a colour or a typeface themselves."""
    found = []
    for name, value in DECLARATION.findall(COMMENT.sub("", text)):
        if name != "content" and COLOUR.search(re.sub(r"var\([^)]*\)", "", value.lower())):
            found.append(f"{name}: {value}")
        if name in ("font", "font-family"):
            family = re.sub(r".*/\s*[\d.]+(lh|em|rem|%)?", "", value).strip()
            if not re.fullmatch(r"(var\(--(serif|sans|display)\)|inherit)", family):
                found.append(f"{name}: {value}")
    return found


@pytest.mark.parametrize("sheet", SHEETS, ids=[path.name for path in SHEETS])
def test_style_sheets_know_no_colour_and_no_type(sheet):
    assert known_too_much(sheet.read_text(encoding="utf-8")) == []


def test_it_would_be_noticed():
    wrong = """a { color: #fff; } b { background: rgb(0 0 0 / 50%); } i { border: 1px solid red; }
    p { font: 400 1rem / 1.4 Georgia, serif; } q { font-family: "Comic Sans"; }"""
    assert len(known_too_much(wrong)) == 5
    right = "a { color: var(--ink); font: 500 var(--text-l) / 1.2 var(--sans); white-space: pre; }"
    assert known_too_much(right) == []


def test_file_of_letters_holds_letters_only():
    rules = COMMENT.sub("", LETTERS.read_text(encoding="utf-8"))
    assert {rule.strip() for rule in re.findall(r"([^{}]+)\{", rules)} == {"@font-face"}


def test_plugin_stands_in_for_every_token_that_it_uses():
    asked = set()
    for sheet in SHEETS:
        if "forum_cms" not in sheet.parts:
            text = sheet.read_text(encoding="utf-8")
            asked |= set(re.findall(r"var\((--[\w-]+)\)", text))  # with a fallback it needs none
    stand_ins = set(re.findall(r"(--[\w-]+):", STAND_INS.read_text(encoding="utf-8")))
    set_there = {
        name
        for sheet in SHEETS
        for name in re.findall(r"(--[\w-]+):", sheet.read_text(encoding="utf-8"))
    }
    assert asked - stand_ins - set_there == set()


def test_tokens_of_the_site_are_those_of_the_plugin():
    text = TOKENS.read_text(encoding="utf-8")
    stand_ins = set(re.findall(r"(--[\w-]+):", STAND_INS.read_text(encoding="utf-8")))
    assert stand_ins - set(re.findall(r"(--[\w-]+):", text)) == set()


def test_icons_take_their_colours_from_the_tokens():
    both_schemes = re.findall(r"--(?:on-)?accent: (#\w+);", TOKENS.read_text(encoding="utf-8"))
    drawing = (ROOT / "forum_cms/static/forum_cms/favicon.svg").read_text(encoding="utf-8")
    used = re.findall(r"#[0-9a-f]{3,6}", drawing.replace("#fff}", "#ffffff}"))
    assert used == both_schemes
