"""Forms for a poster of tiles: each fits a box at x, y of a width and a height, and can flip."""

from forum_cms.demo.pictures.canvas import Point, oval


def box(x: float, y: float, width: float, height: float) -> list[Point]:
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def _tile_arch(x: float, y: float, w: float, h: float, flip: bool) -> list[list[Point]]:
    r = w * 0.36
    return [
        [
            *oval(x + w / 2, y + h * 0.16 + r, r, r)[36:],
            (x + w / 2 + r, y + h),
            (x + w / 2 - r, y + h),
        ]
    ]


def _tile_quarter(x: float, y: float, w: float, h: float, flip: bool) -> list[list[Point]]:
    at, part = ((x, y + h), slice(54, 72)) if flip else ((x + w, y + h), slice(36, 55))
    return [[at, *oval(*at, w, h)[part], (x + w, y + h if flip else y)]]


def _tile_steps(x: float, y: float, w: float, h: float, flip: bool) -> list[list[Point]]:
    return [
        box(
            x + (4 - n if flip else n) * w / 5,
            y + h * (0.8 - n * 0.2),
            w / 5 + 1,
            h * (0.2 + n * 0.2),
        )
        for n in range(5)
    ]


def _tile_columns(x: float, y: float, w: float, h: float, flip: bool) -> list[list[Point]]:
    bars = [
        box(
            x + w * (0.1 + n * 0.22), y + (h * 0.2 if flip else 0), w * 0.12, h * 0.8 if flip else h
        )
        for n in range(4)
    ]
    return [*bars, box(x, y, w, h * 0.1)] if flip else bars


def _tile_half(x: float, y: float, w: float, h: float, flip: bool) -> list[list[Point]]:
    if flip:
        return [oval(x + w / 2, y, w / 2, h * 0.62)[:37]]
    return [[*oval(x + w / 2, y + h, w / 2, h * 0.62)[36:], (x + w, y + h)]]


def _tile_gable(x: float, y: float, w: float, h: float, flip: bool) -> list[list[Point]]:
    return [[(x, y + h), (x + (0 if flip else w), y), (x + w, y + h)]]


def _tile_disc(x: float, y: float, w: float, h: float, flip: bool) -> list[list[Point]]:
    return [oval(x + w / 2, y + h / 2, w * (0.3 if flip else 0.4), w * (0.3 if flip else 0.4))]


TILES = {
    "arch": _tile_arch,
    "quarter": _tile_quarter,
    "steps": _tile_steps,
    "columns": _tile_columns,
    "half": _tile_half,
    "gable": _tile_gable,
    "disc": _tile_disc,
}
