"""The sizes and formats in which pictures are shown, named once.

Templates ask for a frame by name, queries prefetch the renditions of the same frame, and a
page of a hundred faces stays one query. `renditions` makes them before anybody asks.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from wagtail.images import get_image_model
from wagtail.images.models import Filter

FORMATS = {
    "avif": "|format-avif|avifquality-60",
    "webp": "|format-webp|webpquality-78",
    "jpeg": "|format-jpeg|jpegquality-82",
}
#: Every browser in use reads it, and it is made in no time.
PLAIN = "webp"
#: Half the bytes, and seconds of work: never made while a visitor waits.
SLOW = "avif"
#: Read also by those who show a card of a shared page.
SHARED = "jpeg"


@dataclass(frozen=True)
class Frame:
    """A place for a picture: the smallest width, its shape, and what the browser is told.

    `ratio` is height divided by width, or nothing to keep the picture's own shape.
    `sizes` is the `sizes` attribute of the image. Renditions are made at these scales of `width_px`.
    Small pictures gain nothing in a second format. `shared`: the largest also as a card.
    """

    width_px: int
    ratio: float | None
    scales: tuple[float, ...] = (1, 2)
    sizes: str = ""
    formats: tuple[str, ...] = (SLOW, PLAIN)
    shared: bool = False

    def specs(self, kind: str = PLAIN) -> list[str]:
        """Wagtail's filter of each rendition in one format, smallest first."""
        tail = FORMATS[kind]
        widths = [round(self.width_px * scale) for scale in self.scales]
        if self.ratio is None:
            return [f"width-{width}{tail}" for width in widths]
        return [f"fill-{width}x{round(width * self.ratio)}{tail}" for width in widths]

    def every_spec(self) -> list[str]:
        """The filters of everything that is shown in this frame."""
        specs = [spec for kind in self.formats for spec in self.specs(kind)]
        return [*specs, self.specs(SHARED)[-1]] if self.shared else specs


FRAMES = {
    "face": Frame(width_px=72, ratio=1, formats=(PLAIN,)),
    "portrait": Frame(width_px=280, ratio=5 / 4, shared=True),
    "card": Frame(width_px=400, ratio=9 / 16, sizes="(min-width: 40rem) 24rem, 92vw"),
    "poster": Frame(
        width_px=672,  # 91 % of 412, at 1.75 dots for each pixel
        ratio=9 / 16,
        scales=(1, 1.5, 2),  # most phones want the one between
        sizes="(min-width: 80rem) 75rem, 91vw",
        shared=True,
    ),
    "logo": Frame(width_px=200, ratio=None, formats=(PLAIN,)),
    "figure": Frame(width_px=480, ratio=None, sizes="(min-width: 48rem) 41rem, 94vw"),
}

#: Which frames show the picture of a field or block of this name.
SHOWN_IN = {
    "portrait": ("face", "portrait"),
    "poster": ("card", "poster"),
    "logo": ("logo",),
    "image": ("figure",),
    "artwork": (),  # nowhere yet
}


def prefetch(lookup: str, frames: Iterable[str]) -> Prefetch:
    """The images behind `lookup` ("speaker__portrait") with the renditions of these frames."""
    specs = [spec for frame in frames for spec in FRAMES[frame].every_spec()]
    images = get_image_model()._default_manager.prefetch_renditions(*specs)
    return Prefetch(lookup, queryset=images)


def made(image: Any, specs: Iterable[str]) -> dict[str, Any]:
    """Those renditions that are there already, by their filter."""
    found = image.find_existing_renditions(*(Filter(spec=spec) for spec in specs))
    # Wagtail looks into its cache of renditions here, but only fills it when asked to make some.
    new = {
        rendition.construct_cache_key(image, asked.get_cache_key(image), asked.spec): rendition
        for asked, rendition in found.items()
        if not getattr(rendition, "_from_cache", False)
    }
    if new:
        image.get_rendition_model().cache_backend.set_many(new)
    return {asked.spec: rendition for asked, rendition in found.items()}


def largest(image: Any, frame: str, kind: str = PLAIN) -> Any:
    """The largest rendition of an image in a frame; nothing without a readable image."""
    return _one(image, FRAMES[frame].specs(kind)[-1])


def middle(image: Any, frame: str) -> Any:
    """The one of middle size, where all screens get the same; nothing without a readable image."""
    specs = FRAMES[frame].specs()
    return _one(image, specs[len(specs) // 2])


def _one(image: Any, spec: str) -> Any:
    if not image:
        return None
    try:
        return image.get_rendition(spec)
    except OSError:  # the file is gone: a page without a picture beats no page
        return None
