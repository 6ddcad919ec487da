"""Shoulders, neck and what is worn."""

# An outline is read as rows of points, not as one point to a line.
# fmt: off
from random import Random

from PIL import Image

from forum_cms.demo.pictures.canvas import Canvas, Colour, mirrored, mix

KINDS = ("jacket", "suit", "shirt", "roll-neck", "cardigan", "coat", "knit", "mandarin", "wrap")
OPEN = {"jacket", "suit", "shirt", "cardigan", "coat"}  # show the collar bones


def draw(canvas: Canvas, face, cloth: Colour, second: Colour, random: Random) -> Image.Image:
    """Neck, shoulders and garment; returns the large mask of the garment."""
    broad = random.uniform(-14, 18) + (24 if face.look.beard or face.look.hair == "receding" else 0)
    shoulders = mirrored([(400, 690), (474, 696), (566 + broad * 0.6, 744), (658 + broad, 800),
                          (708 + broad, 900),
                          (716 + broad, 1040), (400, 1060)], 400)
    tones, side = face.tones, face.light
    if face.look.garment in ("coat", "knit"):
        cloth, second = (second, cloth) if random.random() < 0.4 else (cloth, second)
    canvas.fill(shoulders, cloth)
    body = canvas.mask(shoulders)
    open_collar = face.look.garment in OPEN
    neck = mirrored([(400, 540), (462, 540), (463, 640), (468, 690), (480, 722),
                     (400, 800 if open_collar else 742)], 400)
    canvas.fill(neck, tones.base)
    inside = canvas.mask(neck)
    canvas.clip([(320, 560), (400 - side * 40, face.chin + 14), (400 + side * 10, face.chin + 46),
                 (400 + side * 44, 720), (400 + side * 120, 730), (400 + side * 110, 540)],
                tones.shade, inside)
    canvas.clip([(310, 540), (330, face.chin + 2), (400, face.chin + 40), (470, face.chin + 2),
                 (490, 540)],
                mix(tones.shade, tones.deep, 0.35), inside)
    if face.look.garment == "wrap":
        _wrap(canvas, cloth, second, side, body)
    else:
        _GARMENTS[face.look.garment](canvas, cloth, second, side)
    return body


def _lapels(canvas: Canvas, cloth: Colour, second: Colour, side: int) -> None:
    for edge in (-1, 1):
        dark = mix(cloth, (0, 0, 0), 0.22 if edge == side else 0.05)
        canvas.fill([(400 + edge * 62, 700), (400 + edge * 96, 716), (400 + edge * 128, 800),
                     (400 + edge * 104, 814),
                     (400 + edge * 122, 838), (400 + edge * 14, 1010), (400 + edge * 4, 960)],
                    dark, smooth=False)
        canvas.stroke([(400 + edge * 122, 838), (400 + edge * 66, 930), (400 + edge * 14, 1010)],
                      mix(cloth, (0, 0, 0), 0.4), 3, 0)


def _suit(canvas: Canvas, cloth: Colour, second: Colour, side: int) -> None:
    shirt = mix(second, (250, 247, 240), 0.5)
    canvas.fill([(326, 700), (400, 776), (474, 700), (474, 900), (400, 1010), (326, 900)], shirt,
                smooth=False)
    for edge in (-1, 1):
        canvas.fill([(400 + edge * 62, 676), (400 + edge * 2, 776), (400 + edge * 46, 826),
                     (400 + edge * 92, 714)],
                    mix(shirt, (110, 100, 92), 0.2 if edge == side else 0.06), smooth=False)
    _lapels(canvas, cloth, second, side)


def _jacket(canvas: Canvas, cloth: Colour, second: Colour, side: int) -> None:
    canvas.fill([(316, 706), (360, 752), (400, 764), (440, 752), (484, 706), (470, 880),
                 (400, 1010), (330, 880)], second)
    _lapels(canvas, cloth, second, side)


def _shirt(canvas: Canvas, cloth: Colour, second: Colour, side: int) -> None:
    for edge in (-1, 1):
        canvas.fill([(400 + edge * 70, 684), (400 + edge * 92, 706), (400 + edge * 82, 812),
                     (400 + edge * 6, 790)],
                    mix(cloth, (0, 0, 0), 0.3) if edge == side else mix(cloth, second, 0.16),
                    smooth=False)
    canvas.stroke([(400, 790), (398, 900), (400, 1020)], mix(cloth, (0, 0, 0), 0.4), 4, 0)
    for y in (850, 930):
        canvas.fill([(407, y), (413, y - 5), (419, y), (413, y + 6)], mix(second, cloth, 0.2))


def _roll_neck(canvas: Canvas, cloth: Colour, second: Colour, side: int) -> None:
    lit, dark = mix(cloth, second, 0.12), mix(cloth, (0, 0, 0), 0.35)
    canvas.fill(mirrored([(400, 690), (462, 680), (520, 716), (500, 752), (400, 778)], 400), cloth)
    canvas.fill(mirrored([(400, 648), (440, 644), (474, 630), (484, 664), (482, 712), (450, 734),
                          (400, 742)], 400), lit)
    canvas.stroke([(318, 690), (356, 708), (400, 713), (444, 708), (482, 690)], dark, 4)
    canvas.stroke([(314, 728), (356, 746), (400, 752), (444, 746), (486, 728)], dark, 6)


def _knit(canvas: Canvas, cloth: Colour, second: Colour, side: int) -> None:
    rib = mix(cloth, (0, 0, 0), 0.16)
    canvas.fill(mirrored([(400, 728), (446, 714), (480, 682), (512, 704), (486, 752), (440, 776),
                          (400, 782)], 400),
                mix(cloth, second, 0.2))
    canvas.stroke([(292, 712), (330, 760), (400, 784), (470, 760), (508, 712)], rib, 6, 0.4)
    for step in range(-8, 9):
        canvas.stroke([(400 + step * 22, 800 + abs(step) * 4), (400 + step * 38, 1030)], rib, 4,
                      0.4)


def _cardigan(canvas: Canvas, cloth: Colour, second: Colour, side: int) -> None:
    canvas.fill([(318, 712), (350, 736), (400, 746), (450, 736), (482, 712), (462, 900),
                 (400, 1030), (338, 900)],
                mix(second, (250, 246, 238), 0.35))
    for edge in (-1, 1):
        canvas.stroke([(400 + edge * 84, 706), (400 + edge * 76, 800), (400 + edge * 34, 930),
                       (400 + edge * 6, 1020)],
                      mix(cloth, (0, 0, 0), 0.28), 20, 0)


def _coat(canvas: Canvas, cloth: Colour, second: Colour, side: int) -> None:
    canvas.fill([(330, 706), (400, 730), (470, 706), (462, 880), (400, 1010), (338, 880)],
                mix(second, cloth, 0.15))
    for edge in (-1, 1):
        canvas.fill([(400 + edge * 58, 678), (400 + edge * 108, 694), (400 + edge * 164, 790),
                     (400 + edge * 92, 860),
                     (400 + edge * 8, 1010), (400 + edge * 48, 820)],
                    mix(cloth, (0, 0, 0), 0.3 if edge == side else 0.14), smooth=False)


def _mandarin(canvas: Canvas, cloth: Colour, second: Colour, side: int) -> None:
    trim = mix(cloth, second, 0.55)
    canvas.fill(mirrored([(400, 738), (440, 722), (476, 682), (500, 706), (478, 748), (436, 772),
                          (400, 778)], 400),
                mix(cloth, second, 0.14))
    canvas.stroke([(302, 706), (330, 752), (400, 780), (470, 752), (498, 706)], trim, 4, 0.3)
    canvas.stroke([(400, 780), (430, 826), (520, 868), (650, 892)], trim, 5, 0.3)
    for x, y in ((420, 812), (512, 864)):
        canvas.fill([(x - 8, y), (x, y - 8), (x + 8, y), (x, y + 8)], second)


def _wrap(canvas: Canvas, cloth: Colour, second: Colour, side: int, body: Image.Image) -> None:
    """A length of cloth over one shoulder, in folds that end with the body."""
    band = [(400 - side * 60, 690), (400 - side * 150, 716), (400 - side * 330, 800),
            (400 - side * 330, 1060),
            (400 + side * 120, 1060), (400 + side * 20, 900), (400 - side * 30, 780)]
    canvas.clip(band, mix(cloth, second, 0.5), body)
    for step, share in enumerate((0.34, 0.2, 0.62, 0.3)):
        x = 400 - side * (76 + step * 52)
        canvas.clip([(x, 690), (x - side * 16, 800), (x + side * (60 - step * 14), 1060),
                     (x + side * (96 - step * 14), 1060),
                     (x + side * 14, 830), (x + side * 12, 690)], mix(cloth, second, share), body)


_GARMENTS = {"suit": _suit, "jacket": _jacket, "shirt": _shirt, "roll-neck": _roll_neck,
             "knit": _knit,
             "cardigan": _cardigan, "coat": _coat, "mandarin": _mandarin}
