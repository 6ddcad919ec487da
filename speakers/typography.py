"""Where a line must not break in Czech: pure text in, text out.

Rules after ČSN 01 6910: one-letter prepositions and conjunctions stay with the next word, a number
with its unit or with what it counts, the day with its month, an initial with its surname.
"""

import re

NBSP = "\u00a0"
#: What stays together anyway, or may stand there already.
_GAP = r"[ \t\r\n]+"

_MONTHS = "ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince"
_UNITS = (
    "%|‰|°C|°|Kč|Kčs|EUR|€|USD|\\$|£|mm|cm|dm|m|km|m²|km²|ha|mg|g|dkg|kg|t|ml|l|hl|s|min|h|hod|"
    "kB|MB|GB|TB|px|W|kW|MW|kWh|V|A|Hz|kHz|MHz|let|rok|roky|roku|dní|dny|dnů|den|minut|minuty|minutu|"
    "hodin|hodiny|hodinu|tisíc|tisíce|milion|miliony|milionů|miliard|miliardy|miliarda|mil|mld|tis"
)
#: Abbreviations that say nothing without the word behind them.
_BEFORE = "str|s|č|čl|odst|písm|kap|obr|tab|sv|r|tzv|např|tj|mj|cca|odd|roč|zák|§"
_TITLES = "Ing|Mgr|Bc|Dr|JUDr|MUDr|PhDr|RNDr|PaedDr|ThDr|MVDr|Prof|prof|Doc|doc|arch|gen|plk|pí|p"
_SMALL = "a-záčďéěíňóřšťúůýž"
_LARGE = _SMALL.upper()

_RULES = [
    # "v Praze", "k lidem"; also one after the other: "a v Praze". At the begin of a sentence, too.
    (re.compile(rf"(?<![\w.’'-])([KkSsVvZzOoUuAaIi]){_GAP}(?=[\w„‚»(«\"'–<]|$)"), rf"\1{NBSP}"),
    # "10 000": groups of thousands
    (re.compile(rf"(?<=\d){_GAP}(?=\d{{3}}(?!\d))"), NBSP),
    # "4. října", "4. 10."
    (re.compile(rf"(?<!\d)(\d{{1,2}}\.){_GAP}(?=(?:{_MONTHS})\b|\d{{1,2}}\.)"), rf"\1{NBSP}"),
    # "4. 10. 2021": the year stays with a month in figures, not with one in letters
    (re.compile(rf"(?<=\d\.)({NBSP}\d{{1,2}}\.){_GAP}(?=\d{{4}}\b)"), rf"\1{NBSP}"),
    # "20. století", "2. ročník"
    (re.compile(rf"(?<!\d)(\d{{1,3}}\.){_GAP}(?=[{_SMALL}])"), rf"\1{NBSP}"),
    # "42 min", "5 %", "30 let"
    (re.compile(rf"(?<=\d){_GAP}(?=(?:{_UNITS})(?!\w))"), NBSP),
    # "§ 5", "č. 3", "str. 12"
    (re.compile(rf"(?<!\w)((?:{_BEFORE})\.|§){_GAP}(?=\d)"), rf"\1{NBSP}"),
    # "J. Novák", "J. A. Komenský"
    (re.compile(rf"(?<!\w)((?:Ch|[{_LARGE}])\.){_GAP}(?=[{_LARGE}])"), rf"\1{NBSP}"),
    # "prof. Nováková", "Mgr. Jana"
    (re.compile(rf"(?<!\w)((?:{_TITLES})\.){_GAP}(?=[^\W\d_])"), rf"\1{NBSP}"),
    # A dash doesn't begin a line.
    (re.compile(rf"(?<=\w){_GAP}(?=– )"), NBSP),
]

_TAG = re.compile(r"(<!--.*?-->|<[^<>]*>)", re.DOTALL)
_NAME = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
_LANG = re.compile(r"""\blang\s*=\s*["']?([A-Za-z-]+)""")
#: Text that is no prose, or that somebody may copy and send back.
_LEFT_ALONE = {"script", "style", "textarea", "pre", "code", "option", "title", "svg"}
_VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
}  # fmt: skip


def czech(text: str) -> str:
    """Czech text with no-break spaces where the rules want them; nothing else changes."""
    if not text or (" " not in text and "\n" not in text):
        return text
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def czech_html(html: str) -> str:
    """The same for the text between the tags of a Czech document.

    Attributes, scripts, code and whatever is marked as another language stay as they are.
    """
    parts = _TAG.split(html)
    alone: list[str] = []  # the open elements below the one that is left alone, itself first
    for index, part in enumerate(parts):
        if index % 2 == 0:
            if not alone and part.strip():
                parts[index] = czech(part)
            continue
        name = _NAME.match(part)
        if name is None:
            continue
        closes, tag = name[1] == "/", name[2].lower()
        if tag in _VOID or part.endswith("/>"):
            continue
        if alone:
            if closes:
                if tag in alone:
                    while alone.pop() != tag:
                        pass
            else:
                alone.append(tag)
        elif not closes and (tag in _LEFT_ALONE or _is_foreign(part)):
            alone.append(tag)
    return "".join(parts)


def _is_foreign(tag: str) -> bool:
    lang = _LANG.search(tag)
    return lang is not None and not lang[1].lower().startswith("cs")
