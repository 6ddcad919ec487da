"""Portraits of people who do not exist: flat shapes of head and shoulders, shaded with grain."""

import math
from dataclasses import dataclass
from random import Random
from typing import Any

from PIL import Image

from forum_cms.demo.pictures import clothes, faces, hair
from forum_cms.demo.pictures.canvas import (
    Canvas,
    Colour,
    age,
    chance,
    glow,
    mix,
    noise,
    oval,
    rgb,
    stipple,
)

UNITS = 800  # wide; 1000 high
SIZE = 1.2  # of the figure, whose own measures leave much air
DROP = 72

# paper, the form behind the head, clothes, second colour of the clothes
GROUNDS = [
    ("E8DFD0", "C8B698", "2D3A45", "D9CBB4"),
    ("E6DED2", "A33327", "26303A", "E9DFD0"),
    ("DCD9D0", "8D9C93", "3B3030", "C9B79C"),
    ("EADFCB", "D3A15A", "22313B", "EFE6D6"),
    ("D9DBD8", "5E7480", "8F2D24", "E4DCCD"),
    ("E9E2D8", "B7A6A0", "37424A", "B3473A"),
    ("E2DACB", "6E6A52", "2B2E33", "DCCFB6"),
    ("E5E0DA", "9FAFB7", "5A2B2B", "D8CDBD"),
    ("EBE0D0", "C9826A", "2F3B3B", "F0E6D6"),
    ("DDD6CC", "4A5A66", "B08B57", "E8DFD0"),
]
FORMS = ("disc", "arch", "slope", "half", "window")


@dataclass(frozen=True)
class Look:
    """What is drawn. skin: 0 (fair) to 6 (dark). age: middle or old. Hair, clothes: see there."""

    hair: str = "short"
    tone: str = "dark"
    skin: int = 1
    garment: str = "jacket"
    beard: str = ""
    glasses: str = ""
    headscarf: bool = False
    headwrap: bool = False
    earrings: bool = False
    age: str = "middle"


def portrait(
    name: str, width_px: int = 800, height_px: int = 1000, look: dict[str, Any] | None = None
) -> Image.Image:
    """The portrait that belongs to a name.

    `look` (keys of Look) says what is drawn; without it, the name decides.
    """
    random = chance("portrait", name)
    wanted = Look(**look) if look else _any_look(random)
    paper, form, cloth, second = map(rgb, random.choice(GROUNDS))
    canvas = Canvas(width_px, height_px, UNITS, paper)
    _draw_ground(canvas, random, form)

    person = faces.Face(random, wanted)
    tilt = math.radians(random.uniform(-3.2, 3.2))
    canvas.move = _tilted(tilt)
    hair.draw_behind(canvas, person, random)
    canvas.move = _tilted(0)
    body = clothes.draw(canvas, person, cloth, second, random)
    canvas.move = _tilted(tilt)
    head = faces.draw(canvas, person, random)
    cover = hair.draw_before(canvas, person, random, second, form)
    faces.draw_earrings(canvas, person)
    faces.draw_glasses(canvas, person)

    image = canvas.reduced()
    size = image.size
    grain = noise(random, size)
    side = person.light
    lit, shaded = (0.5 - 0.36 * side, 0.22), (0.5 + 0.34 * side, 0.72)
    small_head, small_body = head.reduce(2), body.reduce(2)
    stipple(
        image,
        None,
        glow(size, 0.5 + 0.5 * side, 1.25, 0.9, 0.55),
        grain,
        mix(form, (20, 18, 20), 0.45),
        0.35,
    )
    stipple(
        image,
        small_body,
        glow(size, 0.5 + 0.45 * side, 1.2, 0.55, 0.9),
        grain,
        mix(cloth, (8, 8, 12), 0.6),
        0.75,
    )
    stipple(
        image,
        small_body,
        glow(size, 0.5 - 0.42 * side, 0.85, 0.4, 0.6),
        grain,
        mix(cloth, paper, 0.5),
        0.4,
    )
    stipple(image, small_head, glow(size, *shaded, 0.36, 0.9), grain, person.tones.deep, 0.45)
    stipple(image, small_head, glow(size, lit[0], 0.47, 0.3, 0.75), grain, person.tones.light, 0.5)
    if cover is not None:
        small = cover.reduce(2)
        stipple(
            image,
            small,
            glow(size, lit[0] + 0.06, 0.2, 0.34, 0.6),
            grain,
            mix(person.hair_colour, paper, 0.45),
            0.4,
        )
        stipple(
            image,
            small,
            glow(size, *shaded, 0.45, 0.8),
            grain,
            mix(person.hair_colour, (10, 8, 10), 0.6),
            0.5,
        )
    return age(image, random)


def _any_look(random: Random) -> Look:
    return Look(
        hair=random.choice(("short", "bob", "side", "crop", "waves", "bun")),
        tone=random.choice(("black", "dark", "auburn", "blonde", "grey")),
        skin=random.randrange(7),
        garment=random.choice(clothes.KINDS),
        glasses=random.choice(("", "", "round", "fine", "square")),
    )


def _tilted(angle: float):
    """The figure as large as it stands in the frame, its head turned about the base of the neck."""
    cos, sin = math.cos(angle) * SIZE, math.sin(angle) * SIZE
    x0, y0 = 400, 680
    return lambda p: (
        x0 + (p[0] - x0) * cos - (p[1] - y0) * sin,
        y0 + DROP + (p[0] - x0) * sin + (p[1] - y0) * cos,
    )


def _draw_ground(canvas: Canvas, random: Random, form: Colour) -> None:
    """One calm form behind the head."""
    kind, shift = random.choice(FORMS), random.uniform(-70, 70)
    if kind == "disc":
        canvas.fill(oval(400 + shift, 420, 300, 300), form, smooth=False)
    elif kind == "arch":
        canvas.fill(oval(400 + shift / 2, 430, 265, 265), form, smooth=False)
        canvas.fill(
            [
                (135 + shift / 2, 430),
                (665 + shift / 2, 430),
                (665 + shift / 2, 1010),
                (135 + shift / 2, 1010),
            ],
            form,
            smooth=False,
        )
    elif kind == "slope":
        canvas.fill(
            [(-10, 620 + shift), (810, 250 - shift), (810, 1010), (-10, 1010)], form, smooth=False
        )
    elif kind == "half":
        edge = 400 + (shift or 1) * 2
        canvas.fill([(edge, -10), (810, -10), (810, 1010), (edge, 1010)], form, smooth=False)
    else:
        canvas.fill([(120, 110), (680, 110), (680, 1010), (120, 1010)], form, smooth=False)
