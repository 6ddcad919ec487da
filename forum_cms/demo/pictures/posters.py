"""Posters for episodes: forms printed over one another in two or three inks, on paper."""

# An outline is read as rows of points, not as one point to a line.
# fmt: off
import math
from collections.abc import Callable
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFont

from forum_cms.demo.pictures.canvas import (
                                            OVERSAMPLING,
                                            Colour,
                                            Point,
                                            age,
                                            chance,
                                            glow,
                                            mix,
                                            noise,
                                            oval,
                                            rgb,
                                            spline,
                                            stipple,
)
from forum_cms.demo.pictures.tiles import TILES, box

UNITS = 1600  # wide; 900 high
INK, RED = rgb("1F2428"), rgb("A62B22")
# paper, first, second and third ink; the red is in each of them
PALETTES = [tuple(map(rgb, row)) for row in (
                                             ("ECE4D6", "A62B22", "29414F", "D2B48C"),
                                             ("E9E3D8", "2E3A3F", "A62B22", "9DAFA8"),
                                             ("EFE7D9", "A62B22", "C99A55", "2B3136"),
                                             ("E4E3DE", "42586A", "A62B22", "C7BBA6"),
                                             ("EDE6DA", "5D6650", "B23A2E", "DABF97"),
                                             ("E8E0D8", "6E4A4A", "A62B22", "B9A79A"),
)]


class Print:
    """Paper on which shapes are printed with see-through inks: where two meet, both are seen."""

    def __init__(self, random: Random, width_px: int, height_px: int):
        self.random = random
        self.size = width_px, height_px
        self.scale = width_px / UNITS
        self.high = UNITS * height_px / width_px
        self.paper, self.first, self.second, self.third = random.choice(PALETTES)
        self.image = Image.new("RGB", self.size, self.paper)
        # apart from the forms, so that these are the same at every size
        self.grain = noise(chance("grain"), self.size)

    def shape(self, *outlines: list[Point]) -> Image.Image:
        large = Image.new("L", (self.size[0] * OVERSAMPLING, self.size[1] * OVERSAMPLING), 0)
        pen = ImageDraw.Draw(large)
        for outline in outlines:
            pen.polygon([(x * self.scale * OVERSAMPLING, y * self.scale * OVERSAMPLING) for x,
                         y in outline], fill=255)
        return large.reduce(OVERSAMPLING)

    def ink(self, mask: Image.Image, colour: Colour, strength: float = 1) -> None:
        """Print over what is there (multiply)."""
        printed = ImageChops.multiply(self.image, Image.new("RGB", self.size,
                                                            mix((255, 255, 255), colour, strength)))
        self.image.paste(printed, mask=mask)

    def cover(self, mask: Image.Image, colour: Colour) -> None:
        self.image.paste(colour, mask=mask)

    def shade(self, mask: Image.Image | None, x: float, y: float, radius: float, colour: Colour,
              opacity: float = 0.6) -> None:
        """Dots that thicken towards a point, given in shares of the width."""
        stipple(self.image, mask, glow(self.size, x, y, radius, 0.95), self.grain, colour, opacity)


def poster(title: str, hashtag: str = "", style: str = "overlap", width_px: int = 1600,
           height_px: int = 900) -> Image.Image:
    """The poster that belongs to a title, in one of STYLES; the hashtag may be empty."""
    random = chance("poster", title, style)
    sheet = Print(random, width_px, height_px)
    STYLES[style](sheet, random)
    if hashtag:
        _sign(sheet, hashtag)
    return age(sheet.image, random)


def _sign(sheet: Print, hashtag: str) -> None:
    """The hashtag on a strip of paper at the lower left, so that any pattern lets it be read."""
    font = ImageFont.load_default(size=30 * sheet.scale)
    width = font.getlength(hashtag) / sheet.scale
    sheet.cover(sheet.shape(box(0, sheet.high - 116, 64 + width + 32, 64)),
                mix(sheet.paper, (255, 255, 255), 0.35))
    place = 64 * sheet.scale, (sheet.high - 84) * sheet.scale
    ImageDraw.Draw(sheet.image).text(place, hashtag, font=font, anchor="lm", fill=INK)


def _overlap(sheet: Print, random: Random) -> None:
    """Large forms that meet: two discs, or a disc and two halves, or a row of lenses."""
    level, kind = random.uniform(410, 490), random.choice(("discs", "halves", "row"))
    colours = [sheet.first, sheet.second, sheet.third]
    if random.random() < 0.5:
        colours[0], colours[1] = colours[1], colours[0]
    if kind == "discs":
        left, right = random.uniform(520, 640), random.uniform(960, 1100)
        radius = random.uniform(310, 390)
        forms = [oval(left, level, radius, radius),
                 oval(right, level + random.uniform(-90, 90), radius * 0.9, radius * 0.9)]
        small = random.uniform(56, 90)
        forms.append(oval(random.choice((150, 1440)), random.uniform(180, 640), small, small))
    elif kind == "halves":
        x, radius = random.uniform(640, 960), random.uniform(330, 390)
        forms = [oval(x, level, radius, radius), oval(x - radius, level, radius, radius, 90)[:37],
                 oval(x + radius, level, radius, radius, -90)[:37]]
    else:
        radius = random.uniform(250, 290)
        forms = [oval(420 + k * 380, level + random.uniform(-110, 110), radius,
                      radius) for k in range(3)]
    for form, colour, side in zip(forms, colours, (-1, 1, 1), strict=True):
        mask = sheet.shape(form)
        sheet.ink(mask, colour)
        xs, ys = [x for x, _ in form], [y for _, y in form]
        edge = (max(xs) if side > 0 else min(xs)) / UNITS
        sheet.shade(mask, edge, max(ys) / UNITS, 0.3, mix(colour, (10, 8, 10), 0.55), 0.5)
        sheet.shade(mask, edge - side * 0.3, min(ys) / UNITS, 0.26, mix(colour, sheet.paper, 0.6),
                    0.4)


def _bars(sheet: Print, random: Random) -> None:
    """Columns of unequal length; one of them is not like the others."""
    count, gap = random.randint(9, 13), 14
    width = (UNITS - 2 * 96 - gap * (count - 1)) / count
    odd = random.randrange(2, count - 2)
    phase, slope = random.uniform(0, 6), random.uniform(0.45, 0.8)
    for k in range(count):
        tall = 250 + 190 * math.sin(phase + k * slope) + random.uniform(0, 130)
        x, y = 96 + k * (width + gap), sheet.high - tall
        if k == odd:
            tall, y = sheet.high, 0
        column = sheet.shape(box(x, y, width, tall))
        colour = RED if k == odd else (sheet.second if sheet.second != RED else sheet.first,
                                       sheet.third)[k % 2]
        sheet.ink(column, colour)
        sheet.shade(column, (x + width) / UNITS, 0.56, 0.3, mix(colour, (10, 8, 10), 0.5), 0.55)
    disc = sheet.shape(oval(random.uniform(200, 1400), random.uniform(150, 260), 120, 120))
    sheet.ink(disc, mix(sheet.third, INK, 0.2), 0.7)


def _horizon(sheet: Print, random: Random) -> None:
    """A low sun, and lines that come nearer."""
    level, x = random.uniform(520, 600), random.uniform(480, 1120)
    radius = random.uniform(220, 330)
    glowing = random.choice((RED, RED, rgb("C98A3C"), mix(sheet.first, sheet.paper, 0.15)))
    sheet.shade(None, x / UNITS, level / UNITS, 0.55, mix(sheet.third, sheet.paper, 0.2), 0.7)
    sun = ImageChops.multiply(sheet.shape(oval(x, level - 30, radius, radius)),
                              sheet.shape(box(0, 0, UNITS, level)))
    sheet.cover(sun, glowing)
    sheet.shade(sun, x / UNITS, (level - radius) / UNITS, 0.16, mix(glowing, (255, 214, 160), 0.4),
                0.5)
    ground = sheet.shape(box(0, level, UNITS, sheet.high))
    deep = mix(sheet.first if sheet.first != RED else sheet.second, INK, 0.45)
    sheet.cover(ground, deep)
    sheet.shade(ground, x / UNITS, level / UNITS, 0.36, mix(glowing, sheet.paper, 0.25), 0.7)
    lines, y, step = [], level + 14, 9.0
    while y < sheet.high:
        lines.append(box(0, y, UNITS, step * 0.28))
        step *= 1.28
        y += step
    sheet.cover(sheet.shape(*lines), mix(deep, sheet.paper, 0.3))


def _grid(sheet: Print, random: Random) -> None:
    """Many equal marks, of which some have decided otherwise."""
    step, fx, fy = 76, random.uniform(300, 1300), random.uniform(150, 750)
    plain: list[list[Point]] = []
    chosen: list[list[Point]] = []
    for row in range(11):
        for column in range(20):
            x, y = 78 + column * step, 70 + row * step
            near = math.exp(-((x - fx) ** 2 + (y - fy) ** 2) / 150000)
            (chosen if random.random() < near * 0.7 else plain).append(oval(x, y, 12 + 22 * near,
                                                                            12 + 22 * near))
    field = sheet.shape(oval(fx, fy, 430, 430))
    sheet.ink(field, sheet.third, 0.8)
    sheet.shade(field, (fx + 300) / UNITS, (fy + 200) / UNITS, 0.3, mix(sheet.third, INK, 0.4), 0.5)
    sheet.ink(sheet.shape(*plain), mix(sheet.first if sheet.first != RED else sheet.second, INK,
                                       0.2))
    sheet.cover(sheet.shape(*chosen), RED)


def _ring(x: float, y: float, outer: float, inner: float) -> list[Point]:
    edge, hole = oval(x, y, outer, outer), oval(x, y, inner, inner)
    return [*edge, edge[0], *hole[::-1], hole[-1]]


def _arcs(sheet: Print, random: Random) -> None:
    """Voices from two corners, crossing."""
    low = random.random() < 0.5
    centres = [(random.uniform(120, 330), sheet.high if low else 0),
               (random.uniform(1270, 1480), 0 if low else sheet.high)]
    for (x, y), colour in zip(centres, (sheet.first, sheet.second), strict=True):
        radius, rings = random.uniform(860, 960), []
        while radius > 150:
            thick = random.uniform(34, 88)
            rings.append(_ring(x, y, radius, radius - thick))
            radius -= thick + random.uniform(26, 60)
        mask = sheet.shape(*rings)
        sheet.ink(mask, colour, 0.92)
        sheet.shade(mask, x / UNITS, y / UNITS, 0.5, mix(colour, (12, 10, 12), 0.5), 0.5)
        heart = sheet.shape(oval(x, y, 110, 110))
        sheet.ink(heart, sheet.third)


def _fold(sheet: Print, random: Random) -> None:
    """A sheet that has been folded along a few lines, and remembers it."""
    colours = [mix(sheet.paper, sheet.third, 0.3), sheet.first, sheet.third, sheet.second,
               mix(sheet.first, INK, 0.4)]
    sheet.cover(sheet.shape(box(0, 0, UNITS, sheet.high)), colours[0])
    sheet.shade(None, 0, 0, 0.6, mix(colours[0], INK, 0.35), 0.4)
    pivot = (random.uniform(500, 1100), random.uniform(330, 560))
    turns = sorted(random.uniform(0, 360) for _ in range(2))
    turns = [turns[0] + step + random.uniform(-14, 14) for step in (0, 68, 128, 196, 262)]
    for k, turn in enumerate(turns):
        follow = turns[k + 1] if k + 1 < len(turns) else turns[0] + 330
        corners = [(pivot[0] + 2200 * math.cos(math.radians(t)),
                    pivot[1] + 2200 * math.sin(math.radians(t)))
                   for t in (turn, (turn + follow) / 2, follow + 0.1)]
        facet = sheet.shape([pivot, *corners])
        colour = colours[(k + 1) % 5]
        sheet.cover(facet, colour)
        along = math.radians(turn + 6)
        x, y = pivot[0] + 420 * math.cos(along), pivot[1] + 420 * math.sin(along)
        sheet.shade(facet, x / UNITS, y / UNITS, 0.36, mix(colour, (10, 8, 10), 0.6), 0.6)
        ahead = math.radians(follow - 4)
        x, y = pivot[0] + 500 * math.cos(ahead), pivot[1] + 500 * math.sin(ahead)
        sheet.shade(facet, x / UNITS, y / UNITS, 0.3, mix(colour, sheet.paper, 0.5), 0.45)


def _waves(sheet: Print, random: Random) -> None:
    """Currents one over another; the lowest is the darkest."""
    disc = sheet.shape(oval(random.uniform(300, 1300), random.uniform(190, 260), 130, 130))
    sheet.ink(disc, RED)
    colours = [sheet.third, mix(sheet.third, sheet.second, 0.5), sheet.second,
               mix(sheet.second, INK, 0.35), mix(INK, sheet.first, 0.35)]
    for k, colour in enumerate(colours):
        level, phase = 300 + k * 130, random.uniform(0, 6)
        long = 270 + 30 * k
        crest = [(x, level + 58 * math.sin(phase + x / long) + 20 * math.sin(phase * 2 + x / 110))
                 for x in range(-100, 1701, 60)]
        mask = sheet.shape([*spline(crest, closed=False), (1700, sheet.high), (-100, sheet.high)])
        sheet.cover(mask, colour)
        sheet.shade(mask, random.uniform(0, 1), (level - 20) / UNITS, 0.42,
                    mix(colour, sheet.paper, 0.4), 0.5)
        sheet.shade(mask, random.uniform(0, 1), (level + 190) / UNITS, 0.3,
                    mix(colour, (8, 8, 10), 0.5), 0.4)


def _blocks(sheet: Print, random: Random) -> None:
    """A plan of arches, steps and colonnades, laid like tiles."""
    wide, tall = UNITS / 6, sheet.high / 3
    dark = mix(sheet.first if sheet.first != RED else sheet.second, INK, 0.3)
    grounds = [sheet.paper, mix(sheet.paper, sheet.third, 0.45), sheet.third, dark, RED]
    laid: dict[Colour, list[list[Point]]] = {}
    forms: dict[Colour, list[list[Point]]] = {}
    fall = Image.new("L", sheet.size)
    one = glow((round(wide * sheet.scale) + 1, round(tall * sheet.scale) + 1), 1, 1.05, 0.95, 0.85)
    before = ""
    for row in range(3):
        for column in range(6):
            x, y = column * wide, row * tall
            ground = random.choices(grounds, (5, 4, 3, 2, 1))[0]
            colour = random.choice([each for each in (dark, RED, sheet.third,
                                                      sheet.paper) if each != ground])
            before = random.choice([kind for kind in TILES if kind != before])
            laid.setdefault(ground, []).append(box(x, y, wide + 1, tall + 1))
            forms.setdefault(colour, []).extend(TILES[before](x, y, wide, tall,
                                                              random.choice((False, True))))
            fall.paste(one, (round(x * sheet.scale), round(y * sheet.scale)))
    for colour, outlines in laid.items():
        sheet.cover(sheet.shape(*outlines), colour)
    for colour, outlines in forms.items():
        mask = sheet.shape(*outlines)
        sheet.cover(mask, colour)
        stipple(sheet.image, mask, fall, sheet.grain, mix(colour, (10, 8, 10), 0.5), 0.5)


STYLES: dict[str, Callable[[Print, Random], None]] = {
                                                      "overlap": _overlap, "bars": _bars,
                                                      "horizon": _horizon, "grid": _grid,
                                                      "arcs": _arcs, "fold": _fold,
                                                      "waves": _waves, "blocks": _blocks,
}
