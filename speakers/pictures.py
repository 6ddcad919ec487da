"""The sizes in which pictures are shown, named once.

Templates ask for a frame by name, queries prefetch the renditions of the same frame, and a
page of a hundred faces stays one query.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from wagtail.images import get_image_model

FORMAT = "webp"
QUALITY = 78


@dataclass(frozen=True)
class Frame:
    """A place for a picture: the smallest width, its shape, and what the browser is told.

    `ratio` is height divided by width, or nothing to keep the picture's own shape.
    `sizes` is the `sizes` attribute of the image. Renditions are made at 1x, 2x … of `width_px`.
    """

    width_px: int
    ratio: float | None
    scales: tuple[int, ...] = (1, 2)
    sizes: str = ""

    def specs(self) -> list[str]:
        """Wagtail's filter of each rendition, smallest first."""
        tail = f"|format-{FORMAT}|webpquality-{QUALITY}"
        widths = [self.width_px * scale for scale in self.scales]
        if self.ratio is None:
            return [f"width-{width}{tail}" for width in widths]
        return [f"fill-{width}x{round(width * self.ratio)}{tail}" for width in widths]


FRAMES = {
    "face": Frame(width_px=72, ratio=1),
    "portrait": Frame(width_px=280, ratio=5 / 4),
    "card": Frame(width_px=400, ratio=9 / 16, sizes="(min-width: 40rem) 24rem, 92vw"),
    "poster": Frame(width_px=640, ratio=9 / 16, sizes="(min-width: 80rem) 75rem, 94vw"),
    "logo": Frame(width_px=200, ratio=None),
    "figure": Frame(width_px=480, ratio=None, sizes="(min-width: 48rem) 41rem, 94vw"),
}


def prefetch(lookup: str, frames: Iterable[str]) -> Prefetch:
    """The images behind `lookup` ("speaker__portrait") with the renditions of these frames."""
    specs = [spec for frame in frames for spec in FRAMES[frame].specs()]
    images = get_image_model()._default_manager.prefetch_renditions(*specs)
    return Prefetch(lookup, queryset=images)


def largest(image: Any, frame: str) -> Any:
    """The largest rendition of an image in a frame; nothing without a readable image."""
    if not image:
        return None
    try:
        return image.get_rendition(FRAMES[frame].specs()[-1])
    except OSError:  # the file is gone: a page without a picture beats no page
        return None
