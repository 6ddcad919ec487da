"""Deletes files of protected people that could not be deleted when it was their turn."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from speakers.models import Protection
from speakers.safety import files, seal


class Command(BaseCommand):
    help = "Delete files with names or faces of protected people that are still there."

    def handle(self, *args: Any, **options: Any) -> None:
        left = 0
        try:
            for protection in Protection.objects.exclude(waiting_files=""):
                left += files.finish(protection)
        except seal.SealBroken as error:
            raise CommandError(
                "The list of files can't be opened: add the old key to SPEAKERS_SEAL_KEYS."
            ) from error
        if left:
            raise CommandError(f"{left} files could not be deleted: look at the storage's rights.")
        self.stdout.write("No file waits.")
