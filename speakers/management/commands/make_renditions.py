"""`make_renditions`: every picture that pages show, in every size; only what is missing."""

from typing import Any

from django.core.management.base import BaseCommand
from wagtail.images import get_image_model

from speakers import changes, renditions


class Command(BaseCommand):
    help = "Make the missing sizes of all pictures that pages show; after an import or an update."

    def handle(self, *args: Any, **options: Any) -> None:
        images = get_image_model()._default_manager.order_by("pk")
        total, made, unreadable = images.count(), 0, 0
        for number, image in enumerate(images.iterator(chunk_size=200), start=1):
            try:
                made += renditions.make(image, renditions.frames_of(image))
            except OSError as error:
                unreadable += 1
                self.stderr.write(f"{image.title} ({image.file.name}) can't be read: {error}")
            if number % 50 == 0:
                self.stdout.write(f"{number} of {total} pictures", ending="\r")
        if made:
            changes.announce()
        self.stdout.write(self.style.SUCCESS(f"{made} sizes made for {total} pictures."))
        if unreadable:
            self.stderr.write(f"{unreadable} of them can't be read; choose others on their pages.")
