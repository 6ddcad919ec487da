"""Faces: an oval, a plane of shade, and few strokes."""

# An outline is read as rows of points, not as one point to a line.
# fmt: off
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from PIL import Image

from forum_cms.demo.pictures.canvas import Canvas, Colour, Point, mirrored, mix, oval, rgb

if TYPE_CHECKING:
    from forum_cms.demo.pictures.portraits import Look

INK = rgb("1C1A1C")

# base, shade, deep shade, light, lips
SKINS = [
         ("EFCDB2", "D9A888", "A86A50", "FBE6D2", "B5645A"),
         ("E6BC99", "CB956F", "96603F", "F6DBBE", "AA5B4F"),
         ("D8A57C", "B98058", "7F4E31", "EDC6A2", "9C5145"),
         ("C48A60", "A06842", "683D24", "DDAD86", "8B463A"),
         ("A66D48", "80502F", "4F2C1A", "C79068", "793A31"),
         ("83522F", "623A20", "3A2013", "A9754D", "653028"),
         ("633C28", "482A1B", "281510", "8A5B40", "54271F"),
]
HAIRS = {"black": "1F1C1E", "dark": "3A2A22", "auburn": "7A3E24", "blonde": "B8925A",
         "grey": "8C8783", "white": "CFCAC2"}


@dataclass(frozen=True)
class Tones:
    base: Colour
    shade: Colour
    deep: Colour
    light: Colour
    lips: Colour


class Face:
    """Proportions of one head about the axis x = 400. `light`: shade on the left (-1) or right."""

    def __init__(self, random: Random, look: "Look"):
        self.look = look
        self.tones = Tones(*map(rgb, SKINS[look.skin]))
        self.hair_colour = mix(rgb(HAIRS[look.tone]), (60, 40, 30), random.uniform(0, 0.12))
        self.light = random.choice((-1, 1))
        self.turn = -self.light * random.uniform(4, 13)
        self.wide = random.uniform(115, 135)
        self.long = random.uniform(0.94, 1.07)
        self.jaw = random.uniform(0.87, 1.08) * (1.06 if look.beard else 1)
        self.eyes_y = 446 + random.uniform(-5, 5)
        self.nose_y = self.eyes_y + random.uniform(70, 82)
        self.mouth_y = self.nose_y + random.uniform(40, 47)
        self.smile = random.uniform(1, 8)
        self.apart = random.uniform(52, 58)
        self.brow_lift = random.uniform(0, 7)

    @property
    def x(self) -> float:
        """Where the features have their axis: a little aside, as in a head that is turned."""
        return 400 + self.turn

    @property
    def chin(self) -> float:
        return 440 + 178 * self.long

    def outline(self, grow: float = 0) -> list[Point]:
        w, j = self.wide + grow, self.jaw
        half = [(400, 264 - grow), (400 + w * 0.56, 276 - grow), (400 + w * 0.93, 338),
                (400 + w, 420),
                (400 + w * 0.95, 490), (400 + w * 0.8 * j, 552),
                (400 + w * 0.5 * j, self.chin - 20 + grow / 2),
                (400, self.chin + grow / 2)]
        return mirrored(half, 400)


def draw(canvas: Canvas, face: Face, random: Random) -> Image.Image:
    """The head without hair; returns its large mask."""
    tones, side = face.tones, face.light
    for ear in (-1, 1):
        near = face.wide + (3 if ear * face.turn < 0 else -5)
        canvas.fill(oval(400 + ear * near, 455, 19, 37, -8 * ear),
                    tones.base if ear != side else tones.shade, smooth=False)
        canvas.stroke([(400 + ear * (near + 6), 432), (400 + ear * (near + 11), 450),
                       (400 + ear * (near + 3), 472)],
                      tones.deep, 4)
    outline = face.outline()
    canvas.fill(outline, tones.base)
    within = canvas.mask(outline)
    x, eyes = face.x, face.eyes_y
    # the plane turned away from the light: brow, cheekbone, jaw
    plane = [(x + side * 78, 240), (x + side * 92, 360), (x + side * 84, eyes + 6),
             (x + side * 98, eyes + 52),
             (x + side * 66, face.mouth_y), (x + side * 44, face.mouth_y + 40),
             (x + side * 16, face.chin + 20),
             (x + side * 190, face.chin + 30), (x + side * 200, 240)]
    canvas.clip(plane, tones.shade, within)
    if face.look.beard:
        _draw_beard(canvas, face, within)
    for eye in (-1, 1):
        _draw_eye(canvas, face, x + eye * face.apart, eyes, eye)
    _draw_nose(canvas, face)
    _draw_mouth(canvas, face)
    if face.look.age == "old":
        _draw_lines(canvas, face)
    return within


def _draw_eye(canvas: Canvas, face: Face, x: float, y: float, eye: int) -> None:
    tones = face.tones
    socket = tones.base if eye != face.light else tones.shade
    canvas.fill([(x - 35, y - 4), (x - 18, y - 20), (x + 4, y - 25), (x + 24, y - 17),
                 (x + 35, y - 3), (x + 18, y + 13),
                 (x, y + 17), (x - 18, y + 13)], mix(socket, tones.deep, 0.24))
    almond = [(x - 27, y + 2 + eye * 1.5), (x - 14, y - 6), (x + 1, y - 9), (x + 15, y - 6),
              (x + 27, y + 2 - eye * 1.5),
              (x + 12, y + 8), (x - 12, y + 8)]
    canvas.fill(almond, mix((238, 229, 216), tones.base, 0.38))
    within = canvas.mask(almond)
    gaze = x - face.light * 3
    canvas.clip(oval(gaze, y - 2, 11.5, 12), mix(INK, tones.deep, 0.25), within, smooth=False)
    canvas.fill(oval(gaze - face.light * 4, y - 4, 2.2, 2.2), (244, 238, 228), smooth=False)
    canvas.stroke([(x - 30, y + 3 + eye), (x - 14, y - 7), (x + 2, y - 10.5), (x + 17, y - 7),
                   (x + 31, y + 3 - eye)],
                  INK, 8, 0.75)
    canvas.stroke([(x - 22, y - 13), (x + 1, y - 19), (x + 23, y - 12)],
                  mix(tones.deep, INK, 0.15), 2.6)
    canvas.stroke([(x - 14, y + 10), (x, y + 11.5), (x + 16, y + 9)], tones.deep, 2.2)
    lift = face.brow_lift
    colour = mix(face.hair_colour, INK, 0.3 if face.look.tone != "white" else 0.05)
    canvas.stroke([(x - eye * 34, y - 33 - lift), (x - eye * 8, y - 41 - lift),
                   (x + eye * 20, y - 42 - lift),
                   (x + eye * 42, y - 28 - lift)], colour, 11 if face.look.beard else 8.5, 0.7)


def _draw_nose(canvas: Canvas, face: Face) -> None:
    tones, side, x, y = face.tones, face.light, face.x, face.nose_y
    canvas.fill([(x + side * 13, face.eyes_y - 24), (x + side * 9, face.eyes_y + 14),
                 (x + side * 11, y - 24),
                 (x + side * 24, y - 4), (x + side * 15, y + 7), (x - side * 4, y + 9),
                 (x + side * 2, y - 2),
                 (x + side * 3, y - 34), (x + side * 3, face.eyes_y + 4)],
                mix(tones.shade, tones.deep, 0.22))
    canvas.stroke([(x - side * 15, y + 2), (x - side * 6, y + 9), (x + side * 6, y + 9),
                   (x + side * 19, y + 3)],
                  mix(tones.deep, INK, 0.2), 4.6)


def _draw_mouth(canvas: Canvas, face: Face) -> None:
    tones, x, y, up = face.tones, face.x, face.mouth_y, face.smile
    canvas.fill([(x - 37, y - up), (x - 13, y - 10), (x, y - 7), (x + 13, y - 10),
                 (x + 37, y - up), (x + 10, y + 3),
                 (x - 10, y + 3)], tones.lips)
    canvas.fill([(x - 31, y + 1 - up / 2), (x, y + 3), (x + 31, y + 1 - up / 2), (x + 17, y + 14),
                 (x, y + 17),
                 (x - 17, y + 14)], mix(tones.lips, tones.light, 0.3))
    canvas.stroke([(x - 40, y - up), (x - 14, y + 1), (x, y), (x + 14, y + 1), (x + 40, y - up)],
                  mix(tones.deep, INK, 0.35), 4.2, 0.8)
    canvas.stroke([(x - 15, y + 30), (x, y + 32), (x + 15, y + 30)], tones.shade, 5)


def _draw_beard(canvas: Canvas, face: Face, within: Image.Image) -> None:
    x, w, kind, j = face.x, face.wide, face.look.beard, face.jaw
    colour = face.hair_colour if kind != "stubble" else mix(face.tones.shade, face.hair_colour,
                                                            0.34)
    drop = {"full": 30, "short": 9, "stubble": 0}[kind]
    lip = face.mouth_y - 13
    edge = [(400 + w * 1.02, 440), (400 + w * 0.9, 500), (x + 72, face.nose_y + 22),
            (x + 48, face.nose_y + 14),
            (x + 16, face.nose_y + 17), (x, face.nose_y + 20), (x - 16, face.nose_y + 17),
            (x - 48, face.nose_y + 14),
            (x - 72, face.nose_y + 22), (400 - w * 0.9, 500), (400 - w * 1.02, 440),
            (400 - w * 1.01, 520),
            (400 - w * 0.84 * j, 572), (400 - w * 0.48, face.chin - 8 + drop),
            (400, face.chin + 2 + drop),
            (400 + w * 0.48, face.chin - 8 + drop), (400 + w * 0.84 * j, 572),
            (400 + w * 1.01, 520)]
    canvas.clip(edge, colour, canvas.mask(face.outline(drop)))
    if kind == "stubble":
        return
    canvas.stroke([(x - 46, lip + 12), (x - 20, lip - 6), (x, lip - 4), (x + 20, lip - 6),
                   (x + 46, lip + 12)],
                  mix(colour, INK, 0.22), 9)
    canvas.stroke([(x - 13, face.mouth_y + 28), (x, face.mouth_y + 31),
                   (x + 13, face.mouth_y + 28)],
                  mix(colour, INK, 0.3), 9)


def _draw_lines(canvas: Canvas, face: Face) -> None:
    x, colour = face.x, mix(face.tones.shade, face.tones.deep, 0.3)
    for side in (-1, 1):
        if not face.look.beard:
            canvas.stroke([(x + side * 34, face.nose_y - 4), (x + side * 50, face.nose_y + 22),
                           (x + side * 52, face.mouth_y + 8)],
                          colour, 4.5)
        canvas.stroke([(x + side * 36, face.eyes_y + 24), (x + side * 56, face.eyes_y + 29),
                       (x + side * 76, face.eyes_y + 22)], colour, 3.6)
    for lift in (78, 94):
        canvas.stroke([(x - 44, face.eyes_y - lift), (x, face.eyes_y - lift - 4),
                       (x + 44, face.eyes_y - lift)], colour, 3)


def draw_earrings(canvas: Canvas, face: Face) -> None:
    for side in (-1, 1):
        if face.look.earrings:
            canvas.fill(oval(400 + side * (face.wide + 4), 506, 8, 11), rgb("C9A24E"), smooth=False)


RIM = ((-40, -26), (0, -31), (40, -26), (44, 0), (36, 28), (0, 33), (-36, 28), (-44, 0))


def draw_glasses(canvas: Canvas, face: Face) -> None:
    kind = face.look.glasses
    if not kind:
        return
    x, y = face.x, face.eyes_y + 3
    colour, width = {"round": (INK, 6), "fine": (rgb("8A6A3A"), 4), "square": (INK, 8),
                     "bold": (rgb("5A1E1A"), 11)}[kind]
    for side in (-1, 1):
        cx = x + side * 56
        if kind in ("round", "fine"):
            rim = oval(cx, y, 42, 40 if kind == "round" else 34)[::6]
        else:
            rim = [(cx + u, y + v) for u, v in RIM]
        canvas.stroke([*rim, rim[0]], colour, width, 0)
        canvas.stroke([(cx + side * 41, y - 8), (400 + side * (face.wide - 3), y - 13)], colour,
                      width, 0)
    canvas.stroke([(x - 15, y - 6), (x, y - 12), (x + 15, y - 6)], colour, width, 0)
