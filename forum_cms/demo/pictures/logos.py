"""Signs of organisations: one geometric mark and the short name, on paper."""

import math
from collections.abc import Callable
from random import Random

from PIL import Image, ImageDraw, ImageFont

from forum_cms.demo.pictures.canvas import Canvas, Colour, chance, mix, oval, rgb

UNITS = 800  # wide; 400 high
PAPER = rgb("F3EEE4")
INKS = [
    tuple(map(rgb, row))
    for row in (
        ("1F2428", "A62B22"),
        ("29414F", "C98A3C"),
        ("5A2B2B", "A9B3A8"),
        ("3F4A36", "C9826A"),
        ("2B3A55", "D2B48C"),
        ("A62B22", "2B3136"),
        ("4A3B52", "C99A55"),
        ("1F4A48", "D8BFA0"),
    )
]


def logo(
    name: str, short_name: str, mark: str = "", width_px: int = 800, height_px: int = 400
) -> Image.Image:
    """The sign that belongs to a name. `mark` is a key of MARKS; left empty, the name decides.

    The short name is set beside the mark if the built-in font has its letters.
    """
    random = chance("logo", name)
    ink, second = random.choice(INKS)
    kind = mark or random.choice(sorted(MARKS))
    canvas = Canvas(width_px, height_px, UNITS, PAPER)
    written = short_name.isascii()
    canvas.move = (
        (lambda p: (p[0] + 190, p[1] + 200)) if written else (lambda p: (p[0] + 400, p[1] + 200))
    )
    MARKS[kind](canvas, random, ink, second)
    image = canvas.reduced()
    if written:
        _write(image, short_name, ink)
    return image


def _write(image: Image.Image, words: str, ink: Colour) -> None:
    scale = image.width / UNITS
    size = 112.0
    while ImageFont.load_default(size=size).getlength(words) > 410 and size > 40:
        size -= 4
    font = ImageFont.load_default(size=size * scale)
    # the built-in font has one weight: a hair of stroke makes it a wordmark
    ImageDraw.Draw(image).text(
        (345 * scale, 200 * scale),
        words,
        font=font,
        anchor="lm",
        fill=ink,
        stroke_width=max(1, round(1.6 * scale)),
        stroke_fill=ink,
    )


def _bow(radius: float, start: float, end: float, thick: float) -> list:
    outer = [(radius * math.cos(a), radius * math.sin(a)) for a in _angles(start, end)]
    inner = [
        ((radius - thick) * math.cos(a), (radius - thick) * math.sin(a))
        for a in _angles(start, end)
    ]
    return outer + inner[::-1]


def _angles(start: float, end: float) -> list[float]:
    return [math.radians(start + (end - start) * k / 48) for k in range(49)]


def _mark_lens(canvas: Canvas, random: Random, ink: Colour, second: Colour) -> None:
    turn = random.choice((-1, 1))
    one, other = oval(0, -34, 112, 54, 28 * turn), oval(0, 34, 112, 54, 28 * turn)
    canvas.fill(one, ink, smooth=False)
    canvas.fill(other, second, smooth=False)
    canvas.clip(other, mix(ink, (0, 0, 0), 0.35), canvas.mask(one, smooth=False), smooth=False)


def _mark_bows(canvas: Canvas, random: Random, ink: Colour, second: Colour) -> None:
    turn = random.choice((0, 90, 180, 270))
    for radius, colour in ((110, ink), (76, second), (42, ink)):
        canvas.fill(_bow(radius, turn, turn + 270, 20), colour, smooth=False)


def _mark_steps(canvas: Canvas, random: Random, ink: Colour, second: Colour) -> None:
    for k in range(4):
        x, tall = -104 + k * 54, 54 * (k + 1)
        canvas.fill(
            [(x, 108), (x, 108 - tall), (x + 46, 108 - tall), (x + 46, 108)],
            second if k == 3 else ink,
            smooth=False,
        )


def _mark_arch(canvas: Canvas, random: Random, ink: Colour, second: Colour) -> None:
    for r, colour in ((108, ink), (76, PAPER), (50, second)):
        canvas.fill(
            [
                (-r, 108),
                *[(r * math.cos(a), -4 + r * math.sin(a)) for a in _angles(180, 360)],
                (r, 108),
            ],
            colour,
            smooth=False,
        )


def _mark_rays(canvas: Canvas, random: Random, ink: Colour, second: Colour) -> None:
    count = random.choice((8, 10, 12))
    for k in range(count):
        a = 2 * math.pi * k / count
        cos, sin = math.cos(a), math.sin(a)
        canvas.fill(
            [
                (46 * cos - 9 * sin, 46 * sin + 9 * cos),
                (46 * cos + 9 * sin, 46 * sin - 9 * cos),
                (112 * cos + 9 * sin, 112 * sin - 9 * cos),
                (112 * cos - 9 * sin, 112 * sin + 9 * cos),
            ],
            second if k % 4 == 0 else ink,
            smooth=False,
        )
    canvas.fill(oval(0, 0, 26, 26), ink, smooth=False)


def _mark_waves(canvas: Canvas, random: Random, ink: Colour, second: Colour) -> None:
    for k, colour in enumerate((ink, second, ink)):
        y = -58 + k * 58
        canvas.stroke(
            [(-112 + n * 28, y + 22 * math.sin(n * math.pi / 2)) for n in range(9)], colour, 22, 0
        )


def _mark_square(canvas: Canvas, random: Random, ink: Colour, second: Colour) -> None:
    canvas.fill([(-104, -104), (104, -104), (104, 104), (-104, 104)], ink, smooth=False)
    corner = random.choice(((-104, -104, 0), (104, -104, 90), (104, 104, 180), (-104, 104, 270)))
    canvas.fill(
        [
            (corner[0], corner[1]),
            *[
                (corner[0] + 150 * math.cos(a), corner[1] + 150 * math.sin(a))
                for a in _angles(corner[2], corner[2] + 90)
            ],
        ],
        second,
        smooth=False,
    )
    canvas.fill(oval(corner[0] * -0.42, corner[1] * -0.42, 22, 22), PAPER, smooth=False)


def _mark_leaves(canvas: Canvas, random: Random, ink: Colour, second: Colour) -> None:
    for k in range(4):
        a = math.radians(45 + 90 * k)
        x, y = 56 * math.cos(a), 56 * math.sin(a)
        canvas.fill(oval(x, y, 62, 34, 45 + 90 * k), second if k == 0 else ink, smooth=False)


def _mark_columns(canvas: Canvas, random: Random, ink: Colour, second: Colour) -> None:
    canvas.fill([(-116, -58), (0, -116), (116, -58)], ink, smooth=False)
    for k in range(4):
        x = -104 + k * 58
        canvas.fill(
            [(x, -40), (x + 34, -40), (x + 34, 84), (x, 84)],
            second if k == 2 else ink,
            smooth=False,
        )
    canvas.fill([(-116, 96), (116, 96), (116, 112), (-116, 112)], ink, smooth=False)


MARKS: dict[str, Callable[[Canvas, Random, Colour, Colour], None]] = {
    "lens": _mark_lens,
    "bows": _mark_bows,
    "steps": _mark_steps,
    "arch": _mark_arch,
    "rays": _mark_rays,
    "waves": _mark_waves,
    "square": _mark_square,
    "leaves": _mark_leaves,
    "columns": _mark_columns,
}
