"""Hair, scarves and wraps: a shape behind the head and one before it."""

# An outline is read as rows of points, not as one point to a line.
# fmt: off
import math
from random import Random

from PIL import Image, ImageChops

from forum_cms.demo.pictures.canvas import Canvas, Colour, mirrored, mix, oval


def draw_behind(canvas: Canvas, face, random: Random) -> None:
    look, w, colour = face.look, face.wide, mix(face.hair_colour, (0, 0, 0), 0.22)
    if look.headscarf:  # the shade between the cloth and a narrow face
        canvas.fill(oval(400, 450, w * 0.97, 170), face.tones.deep, smooth=False)
    if look.headscarf or look.headwrap:
        return
    if look.hair in ("long", "fringe", "locs"):
        low = 800 if look.hair != "fringe" else 730
        canvas.fill(mirrored([(400, 222), (400 + w * 0.9, 256), (400 + w * 1.3, 400),
                              (400 + w * 1.34, 580),
                              (400 + w * 1.42, low), (400 + w * 0.8, low + 30), (400, low - 60)],
                             400), colour)
    elif look.hair == "waves":
        canvas.fill(mirrored([(400, 218), (400 + w * 0.96, 250), (400 + w * 1.36, 380),
                              (400 + w * 1.3, 480),
                              (400 + w * 1.52, 570), (400 + w * 1.36, 650), (400 + w * 1.44, 730),
                              (400 + w, 748),
                              (400, 700)], 400), colour)
    elif look.hair == "bob":
        canvas.fill(mirrored([(400, 222), (400 + w * 0.92, 252), (400 + w * 1.3, 390),
                              (400 + w * 1.34, 560),
                              (400 + w * 1.14, 626), (400 + w * 0.6, 600), (400, 590)], 400),
                    colour)
    elif look.hair == "curls":
        for k in range(26):
            turn = k / 26
            x = 400 + (w + 52) * _wave(turn)[0] + random.uniform(-8, 8)
            y = 400 + 200 * _wave(turn)[1] + random.uniform(-8, 8)
            if y < 600:
                canvas.fill(oval(x, y, 50, 50), colour, smooth=False)
        canvas.fill(oval(400, 380, w + 40, 190), colour, smooth=False)
    elif look.hair == "bun":
        canvas.fill(oval(400 - face.light * 24, 214, 66, 58), colour, smooth=False)
    elif look.hair == "braid":
        side = -face.light
        for k in range(9):
            canvas.fill(oval(400 + side * (w + 10 + k * 3), 560 + k * 38, 36 - k, 30,
                             24 * (-1) ** k), colour, smooth=False)


def _wave(turn: float) -> tuple[float, float]:
    return math.cos(turn * 2 * math.pi), math.sin(turn * 2 * math.pi)


def draw_before(canvas: Canvas, face, random: Random, second: Colour,
                form: Colour) -> Image.Image | None:
    """What lies over the head; returns its large mask, or None."""
    if face.look.headscarf:
        return _draw_scarf(canvas, face, random.choice((second, mix(second, form, 0.45))))
    if face.look.headwrap:
        return _draw_wrap(canvas, face, second, form)
    shape = _HAIR[face.look.hair](face)
    canvas.fill(shape, face.hair_colour)
    mask = canvas.mask(shape)
    if face.look.hair == "curls":
        for k in range(15):
            share = k / 14
            x = 400 - face.wide * 1.02 + share * face.wide * 2.04
            y = 318 - 78 * (1 - (2 * share - 1) ** 2) + random.uniform(-8, 8)
            curl = oval(x, y, 40, 38)
            canvas.fill(curl, face.hair_colour, smooth=False)
            mask = ImageChops.lighter(mask, canvas.mask(curl, smooth=False))
    _draw_strands(canvas, face, random, mask)
    return mask


def _draw_strands(canvas: Canvas, face, random: Random, mask: Image.Image) -> None:
    """A few lighter lines, in the direction of the hair."""
    if face.look.hair in ("crop", "curls", "locs"):
        return
    part = 400 - face.light * 40
    for k in range(7):
        end = 400 + (k - 3) * face.wide * 0.33
        line = [(part, 250), ((part + end) / 2, 232 + abs(k - 3) * 8), (end, 300 + abs(k - 3) * 16)]
        canvas.stroke(line, mix(face.hair_colour, (255, 240, 220), 0.13), 5, within=mask)


def _cap(face, front: list) -> list:
    """The skull above a line of hair. `front` runs from right to left."""
    w = face.wide
    return [(400 - w * 1.06, 400), (400 - w * 1.04, 316), (400 - w * 0.7, 250), (400, 226),
            (400 + w * 0.7, 250),
            (400 + w * 1.04, 316), (400 + w * 1.06, 400), *front]


def _short(face):
    w, s = face.wide, face.light
    front = [(400 + w * 0.96, 430), (400 + w * 0.86, 352), (400 + w * 0.3, 314 + s * 14),
             (400 - w * 0.3, 318 - s * 14),
             (400 - w * 0.86, 356), (400 - w * 0.96, 430)]
    return _cap(face, front)


def _side(face):
    w, s = face.wide, -face.light
    points = [(400 + s * w * 0.98, 440), (400 + s * w * 0.88, 366), (400 + s * w * 0.5, 318),
              (400 - s * w * 0.1, 332),
              (400 - s * w * 0.66, 322), (400 - s * w * 0.88, 380), (400 - s * w * 0.98, 440)]
    return _cap(face, points if s > 0 else points[::-1])


def _crop(face):
    w = face.wide
    front = [(400 + w * 0.98, 416), (400 + w * 0.84, 338), (400 + w * 0.4, 308), (400, 302),
             (400 - w * 0.4, 308),
             (400 - w * 0.84, 338), (400 - w * 0.98, 416)]
    return [(x, y + 12 if y < 260 else y) for x, y in _cap(face, front)]


def _receding(face):
    w = face.wide
    front = [(400 + w * 0.98, 436), (400 + w * 0.9, 360), (400 + w * 0.64, 284),
             (400 + w * 0.24, 282), (400, 292),
             (400 - w * 0.24, 282), (400 - w * 0.64, 284), (400 - w * 0.9, 360),
             (400 - w * 0.98, 436)]
    return [(x, y + 10 if y < 260 else y) for x, y in _cap(face, front)]


def _parted(face):
    """Falls to both sides from a parting; ends beside the cheeks."""
    w, part = face.wide, 400 - face.light * 34
    low = 606 if face.look.hair == "bob" else 640
    return [(400 - w * 1.2, low), (400 - w * 1.3, 520), (400 - w * 1.25, 390),
            (400 - w * 1.04, 290), (400 - w * 0.6, 236),
            (part, 222), (400 + w * 0.6, 236), (400 + w * 1.04, 290), (400 + w * 1.25, 390),
            (400 + w * 1.3, 520),
            (400 + w * 1.2, low), (400 + w * 1.04, 540), (400 + w * 0.95, 440),
            (400 + w * 0.78, 356), (part + w * 0.3, 296),
            (part, 272), (part - w * 0.3, 296), (400 - w * 0.78, 356), (400 - w * 0.95, 440),
            (400 - w * 1.04, 540)]


def _fringe(face):
    w = face.wide
    return [(400 - w * 1.16, 620), (400 - w * 1.24, 400), (400 - w * 1.02, 286),
            (400 - w * 0.6, 236), (400, 220),
            (400 + w * 0.6, 236), (400 + w * 1.02, 286), (400 + w * 1.22, 400),
            (400 + w * 1.16, 620),
            (400 + w * 1.0, 560), (400 + w * 0.93, 450), (400 + w * 0.84, 388),
            (400 + w * 0.4, 376), (400, 380),
            (400 - w * 0.4, 376), (400 - w * 0.84, 388), (400 - w * 0.93, 450),
            (400 - w * 1.0, 560)]


def _pulled(face):
    w = face.wide
    front = [(400 + w * 0.99, 430), (400 + w * 0.9, 356), (400 + w * 0.5, 300), (400, 286),
             (400 - w * 0.5, 300),
             (400 - w * 0.9, 356), (400 - w * 0.99, 430)]
    return _cap(face, front)


_HAIR = {"short": _short, "side": _side, "crop": _crop, "receding": _receding, "long": _parted,
         "waves": _parted,
         "bob": _parted, "fringe": _fringe, "bun": _pulled, "braid": _pulled, "curls": _pulled,
         "locs": _parted}


def _draw_scarf(canvas: Canvas, face, colour: Colour) -> Image.Image:
    w = face.wide
    outer = mirrored([(400, 206), (400 + w * 0.8, 236), (400 + w * 1.26, 340),
                      (400 + w * 1.3, 480), (400 + w * 1.24, 620),
                      (400 + w * 1.6, 740), (400 + w * 1.5, 830), (400 + w * 0.5, 850),
                      (400, 840)], 400)
    opening = mirrored([(400, 296), (400 + w * 0.6, 314), (400 + w * 0.9, 390),
                        (400 + w * 0.93, 470),
                        (400 + w * 0.8, 556), (400 + w * 0.5, face.chin - 14),
                        (400, face.chin + 4)], 400)
    cloth = ImageChops.subtract(canvas.mask(outer), canvas.mask(opening))
    canvas.image.paste(colour, mask=cloth)
    face.hair_colour = colour
    fold = mix(colour, (40, 30, 30), 0.28)
    s = face.light
    canvas.stroke([(400 - s * w * 0.96, 560), (400 - s * w * 0.4, face.chin + 40),
                   (400 + s * w * 0.5, face.chin + 66),
                   (400 + s * w * 1.3, 760)], fold, 8)
    canvas.stroke([(400 - s * w * 1.1, 600), (400 - s * w * 0.5, 720), (400 + s * w * 0.3, 790),
                   (400 + s * w * 1.2, 820)], fold, 7)
    canvas.stroke([(400 + s * w * 0.3, 232), (400 + s * w * 0.98, 330), (400 + s * w * 1.1, 470)],
                  fold, 6)
    return cloth


def _draw_wrap(canvas: Canvas, face, second: Colour, form: Colour) -> Image.Image:
    w, s = face.wide, face.light
    shape = [(400 - w * 1.08, 372), (400 - w * 1.22, 270), (400 - w * 0.9, 170), (400, 128),
             (400 + w * 0.9, 168),
             (400 + w * 1.22, 270), (400 + w * 1.08, 372), (400 + w * 0.6, 324), (400, 308),
             (400 - w * 0.6, 324)]
    colour = mix(form, (150, 40, 30), 0.25)
    canvas.fill(shape, colour)
    mask = canvas.mask(shape)
    canvas.clip([(400 - s * w * 1.3, 330), (400 - s * w * 0.4, 250), (400 + s * w * 0.5, 120),
                 (400 + s * w * 1.0, 130),
                 (400 + s * w * 0.2, 260), (400 - s * w * 1.1, 400)], mix(colour, second, 0.75),
                mask)
    canvas.clip([(400 + s * w * 1.3, 340), (400 + s * w * 0.3, 280), (400 - s * w * 0.6, 120),
                 (400 - s * w * 0.9, 140),
                 (400 - s * w * 0.1, 290), (400 + s * w * 1.1, 390)],
                mix(colour, (20, 16, 20), 0.3), mask)
    face.hair_colour = colour
    return mask
