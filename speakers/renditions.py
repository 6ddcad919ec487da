"""Makes pictures in the sizes that pages show, before any visitor asks for them.

In a task after a page was published or a picture replaced. Without a worker (Wagtail's immediate
backend) that is at once, and whoever publishes waits for it.
"""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django_tasks import task
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex
from wagtail.signals import page_published

from speakers import changes, pictures

logger = logging.getLogger(__name__)

#: Saving only these makes no picture look different.
UNSEEN_FIELDS = {"title", "description", "tags", "collection", "file_size", "file_hash"}


_later: ContextVar[bool] = ContextVar("renditions_later", default=False)


@contextmanager
def later() -> Iterator[None]:
    """Makes nothing for what is published inside; whoever loads many pages at once runs
    `make_renditions` when it suits."""
    token = _later.set(True)
    try:
        yield
    finally:
        _later.reset(token)


def make_when_published(*models: type[Page]) -> None:
    """From now on, publishing such a page makes its pictures."""
    for model in models:
        page_published.connect(_published, sender=model, dispatch_uid="renditions")


def listen() -> None:
    """From now on, replacing a picture or its focal point makes it anew wherever it is shown."""
    post_save.connect(_image_saved, sender=get_image_model(), dispatch_uid="renditions")


@task()
def make_for_page(pk: int) -> None:
    """What this page shows, in all its sizes. A page that is gone needs nothing."""
    page = Page.objects.filter(pk=pk).first()
    if page is not None and _make(shown_by(page.specific)):
        changes.announce()


@task()
def make_for_image(pk: int) -> None:
    """This picture in all sizes of the places that show it."""
    image = get_image_model()._default_manager.filter(pk=pk).first()
    if image is None:
        return
    if _make([(pk, frames_of(image))]):
        changes.announce()


def shown_by(page: Page) -> Iterator[tuple[int, Iterable[str]]]:
    """The pictures of a page by their ids, each with its frames."""
    ReferenceIndex.create_or_update_for_object(page)  # its own task may come after ours
    image_type = get_image_model()._meta.label_lower
    for reference in ReferenceIndex.get_references_for_object(page).select_related(
        "to_content_type"
    ):
        model = reference.to_content_type.model_class()
        if model is not None and model._meta.label_lower == image_type:
            yield int(reference.to_object_id), _frames(reference.model_path)


def frames_of(image: Any) -> list[str]:
    """All frames that show this picture, wherever it is used."""
    paths = ReferenceIndex.get_references_to(image).values_list("model_path", flat=True)
    return sorted({frame for path in paths for frame in _frames(path)})


def make(image: Any, frames: Iterable[str]) -> int:
    """Make what is missing of a picture in these frames; the number of renditions made.

    Raises OSError for a picture whose file is gone or can't be read.
    """
    specs = dict.fromkeys(spec for frame in frames for spec in pictures.FRAMES[frame].every_spec())
    missing = [spec for spec in specs if spec not in pictures.made(image, specs)]
    for spec in missing:  # one by one: together, they would all lie in memory
        image.get_rendition(spec)
    return len(missing)


def _make(places: Iterable[tuple[int, Iterable[str]]]) -> int:
    frames: dict[int, set[str]] = {}
    for pk, names in places:
        frames.setdefault(pk, set()).update(names)
    images = get_image_model()._default_manager.in_bulk(frames)
    made = 0
    for pk, names in frames.items():
        try:
            made += make(images[pk], sorted(names)) if pk in images else 0
        except OSError as error:  # it is shown nowhere; the others are
            logger.warning("The picture “%s” can't be read: %s", images[pk], error)
    return made


def _frames(model_path: str) -> Iterable[str]:
    """The frames of a reference such as "poster" or "body.image.image"."""
    return pictures.SHOWN_IN.get(model_path.rpartition(".")[2], ())


def _published(sender: Any, instance: Page, **more: Any) -> None:
    if not _later.get():
        transaction.on_commit(partial(make_for_page.enqueue, instance.pk))


def _image_saved(
    sender: Any,
    instance: Any,
    created: bool,
    raw: bool = False,
    update_fields: Any = None,
    **more: Any,
) -> None:
    # A new picture is shown nowhere yet.
    if created or raw or (update_fields and UNSEEN_FIELDS.issuperset(update_fields)):
        return
    transaction.on_commit(partial(make_for_image.enqueue, instance.pk))
