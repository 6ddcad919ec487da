"""Draws the icons that browsers ask for by name: the mark of `favicon.svg` in the tokens' accent.

Run it with `.venv/bin/python scripts/make_icons.py` after the mark has changed.
"""

import re
from pathlib import Path

from PIL import Image, ImageDraw

SITE = Path(__file__).resolve().parents[1] / "forum_cms"
ROOT = SITE / "web_root"
TOKENS = (SITE / "static/forum_cms/css/tokens.css").read_text(encoding="utf-8")
#: The accent of the light scheme, which stands first, and what is written on it.
GROUND, LINE = (re.search(rf"--{name}: (#\w+);", TOKENS)[1] for name in ("accent", "on-accent"))
#: The drawing of favicon.svg, in its own units.
UNITS, CORNER, STROKE = 32, 4, 2.6
LINES = [(13.2, 7, 10.8, 25), (21.2, 7, 18.8, 25), (8, 12.6, 25, 12.6), (7, 19.4, 24, 19.4)]
FINER = 8


def icon(size: int, corner: float) -> Image.Image:
    """The mark in a square of `size` pixels."""
    scale = size * FINER / UNITS
    picture = Image.new("RGBA", (size * FINER, size * FINER))
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((0, 0, *picture.size), radius=corner * scale, fill=GROUND)
    for line in LINES:
        ends = [round(value * scale) for value in line]
        width = round(STROKE * scale)
        draw.line(ends, fill=LINE, width=width)
        for x, y in (ends[:2], ends[2:]):
            half = width / 2
            draw.ellipse((x - half, y - half, x + half, y + half), fill=LINE)
    return picture.resize((size, size), Image.Resampling.LANCZOS)


def main() -> None:
    ROOT.mkdir(exist_ok=True)
    sizes = (48, 32, 16)
    largest, *others = [icon(size, CORNER) for size in sizes]
    largest.save(ROOT / "favicon.ico", sizes=[(size, size) for size in sizes], append_images=others)
    # Apple rounds the corners itself, and shows what is transparent in black.
    touch = icon(180, corner=0).convert("RGB").quantize(64)
    for name in ("apple-touch-icon.png", "apple-touch-icon-precomposed.png"):
        touch.save(ROOT / name, optimize=True)


if __name__ == "__main__":
    main()
