"""All pictures of a page at once: one query for those whose sizes are made already."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from wagtail.images import get_image_model

from speakers.pictures import FRAMES

#: An object, the field of its picture, and the frames in which the page shows it.
Place = tuple[Any, str, tuple[str, ...]]


def hang(places: Iterable[Place]) -> None:
    """Puts every picture into its field, with the sizes that its frames need."""
    wanted = [place for place in places if getattr(place[0], f"{place[1]}_id")]
    frames = {frame for _one, _field, names in wanted for frame in names}
    specs = [spec for frame in sorted(frames) for spec in FRAMES[frame].every_spec()]
    pks = {getattr(one, f"{field}_id") for one, field, _names in wanted}
    images = _images(pks, specs)
    for one, field, _names in wanted:
        one._meta.get_field(field).set_cached_value(one, images.get(getattr(one, f"{field}_id")))


def _images(pks: set[int], specs: list[str]) -> dict[int, Any]:
    if not pks:
        return {}
    model = get_image_model()
    renditions = model.get_rendition_model().objects.filter(image__in=pks, filter_spec__in=specs)
    made = defaultdict(list)
    for rendition in renditions.select_related("image").order_by("pk"):
        made[rendition.image_id].append(rendition)
    images = {pk: of_one[0].image for pk, of_one in made.items()}
    missing = pks - images.keys()
    if missing:  # none of their sizes is made: their page is shown for the first time
        images |= model._default_manager.in_bulk(missing)
    for pk, image in images.items():
        image.prefetched_renditions = made[pk]
        for rendition in made[pk]:
            rendition.image = image
    return images
