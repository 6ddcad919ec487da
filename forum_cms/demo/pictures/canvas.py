"""Drawing with smooth shapes: spline outlines, tapered strokes, paper grain.

A Canvas is measured in units of its own, whatever its size in pixels; it is drawn larger and
reduced at the end.
All chance comes from a seeded Random, so that the same words always give the same picture.
"""

import hashlib
import math
from collections.abc import Sequence
from random import Random

from PIL import Image, ImageChops, ImageDraw

Point = tuple[float, float]
Colour = tuple[int, int, int]

OVERSAMPLING = 2
STEPS = 10  # straight pieces between two points of a spline


def chance(*words: str) -> Random:
    """A Random that depends on the words alone (not on the process, as hash() would)."""
    return Random(hashlib.sha256("\0".join(words).encode()).digest())  # noqa: S311  (pictures, no secrets)


def rgb(code: str) -> Colour:
    """'B3261E' -> (179, 38, 30)."""
    return int(code[:2], 16), int(code[2:4], 16), int(code[4:], 16)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """`share` of `other` in `one`, from 0 to 1."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def spline(points: Sequence[Point], closed: bool = True) -> list[Point]:
    """A Catmull-Rom curve through all points."""
    count = len(points)
    ends = range(count if closed else count - 1)
    curve: list[Point] = []
    for i in ends:
        if closed:
            near = [points[(i + k) % count] for k in (-1, 0, 1, 2)]
        else:
            near = [points[min(max(i + k, 0), count - 1)] for k in (-1, 0, 1, 2)]
        across, down = [x for x, _ in near], [y for _, y in near]
        curve += [(_between(across, k / STEPS), _between(down, k / STEPS)) for k in range(STEPS)]
    if not closed:
        curve.append(points[-1])
    return curve


def _between(four: Sequence[float], t: float) -> float:
    """Between the second and the third of four values, `t` from 0 to 1."""
    a, b, c, d = four
    bend = (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3
    return 0.5 * (2 * b + (c - a) * t + bend)


def mirrored(half: Sequence[Point], axis: float = 0) -> list[Point]:
    """A symmetric outline from its right half, which runs from top to bottom of the axis."""
    left = [(2 * axis - x, y) for x, y in reversed(half) if abs(x - axis) > 0.01]
    return [*half, *left]


def oval(x: float, y: float, rx: float, ry: float, turn: float = 0) -> list[Point]:
    """An ellipse; `turn` in degrees."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    ring = [(rx * math.cos(k * math.pi / 36), ry * math.sin(k * math.pi / 36)) for k in range(72)]
    return [(x + u * cos - v * sin, y + u * sin + v * cos) for u, v in ring]


class Canvas:
    """An RGB picture, `units` wide. `move` is applied to each point (used to tilt a head)."""

    def __init__(self, width_px: int, height_px: int, units: float, paper: Colour):
        self.size = width_px, height_px
        self.large = width_px * OVERSAMPLING, height_px * OVERSAMPLING
        self.scale = self.large[0] / units
        self.image = Image.new("RGB", self.large, paper)
        self.pen = ImageDraw.Draw(self.image)
        self.move = lambda point: point

    def place(self, points: Sequence[Point]) -> list[Point]:
        return [(x * self.scale, y * self.scale) for x, y in map(self.move, points)]

    def fill(self, points: Sequence[Point], colour: Colour, smooth: bool = True) -> None:
        self.pen.polygon(self.place(spline(points) if smooth else points), fill=colour)

    def stroke(
        self,
        points: Sequence[Point],
        colour: Colour,
        width: float,
        taper: float = 1,
        within: Image.Image | None = None,
    ) -> None:
        """A line as of a brush: full width in the middle; `taper` 0 keeps it to the ends."""
        line = spline(points, closed=False)
        left, right = [], []
        for i, (x, y) in enumerate(line):
            (ax, ay), (bx, by) = line[max(i - 1, 0)], line[min(i + 1, len(line) - 1)]
            length = math.hypot(bx - ax, by - ay) or 1
            share = math.sin(math.pi * i / (len(line) - 1)) ** 0.7
            half = width / 2 * (1 - taper + taper * share)
            left.append((x - (by - ay) / length * half, y + (bx - ax) / length * half))
            right.append((x + (by - ay) / length * half, y - (bx - ax) / length * half))
        if within is None:
            self.pen.polygon(self.place(left + right[::-1]), fill=colour)
        else:
            self.clip(left + right[::-1], colour, within, smooth=False)

    def mask(self, points: Sequence[Point], smooth: bool = True) -> Image.Image:
        """The shape alone, white on black, at the large size."""
        shape = Image.new("L", self.large, 0)
        ImageDraw.Draw(shape).polygon(self.place(spline(points) if smooth else points), fill=255)
        return shape

    def clip(
        self, points: Sequence[Point], colour: Colour, within: Image.Image, smooth: bool = True
    ) -> None:
        """The shape, but only where `within` (a large mask) is white."""
        self.image.paste(colour, mask=ImageChops.multiply(self.mask(points, smooth), within))

    def reduced(self) -> Image.Image:
        return self.image.reduce(OVERSAMPLING)


def noise(random: Random, size: tuple[int, int]) -> Image.Image:
    """Even grey noise."""
    return Image.frombytes("L", size, random.randbytes(size[0] * size[1]))


def glow(
    size: tuple[int, int], x: float, y: float, radius: float, strength: float = 1
) -> Image.Image:
    """Light that falls off from a point; all in shares of the width. White is light."""
    small = 64, max(1, round(64 * size[1] / size[0]))
    values = bytearray()
    for row in range(small[1]):
        for column in range(small[0]):
            distance = math.hypot(column / 64 - x, row / 64 - y) / radius
            values.append(round(255 * strength * max(0, 1 - distance) ** 1.4))
    return Image.frombytes("L", small, bytes(values)).resize(size, Image.Resampling.BICUBIC)


def stipple(
    image: Image.Image,
    within: Image.Image | None,
    density: Image.Image,
    grain: Image.Image,
    colour: Colour,
    opacity: float,
) -> None:
    """Shade as in a lithograph: dots of `colour`, dense where `density` is light."""
    dots = ImageChops.subtract(density, grain).point(lambda value: min(255, value * 5))
    if within is not None:
        dots = ImageChops.multiply(dots, within)
    image.paste(colour, mask=dots.point(lambda value: round(value * opacity)))


def age(image: Image.Image, random: Random, strength: float = 0.16) -> Image.Image:
    """The unevenness of paper over the whole picture: fine tooth, and a little fibre."""
    width, height = image.size
    tooth = noise(random, image.size)
    fibre = noise(random, (width // 3, height // 3)).resize(image.size, Image.Resampling.BICUBIC)
    paper = Image.blend(tooth, fibre, 0.35)
    return Image.blend(
        image, ImageChops.soft_light(image, Image.merge("RGB", [paper] * 3)), strength
    )
