"""Finishes what could not be done while an editor waited: files, and SQLite's full text."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from speakers.models import Protection
from speakers.safety import files, refreshing, seal


class Command(BaseCommand):
    help = "Delete files and packed words of protected people that are still there."

    def handle(self, *args: Any, **options: Any) -> None:
        left = 0
        try:
            for protection in Protection.objects.exclude(waiting_files=""):
                left += files.finish(protection)
            refreshing.forget_deleted_words(at_most=None)
            for protection in Protection.objects.filter(options__untidy=True):
                protection.options["untidy"] = False
                protection.save(update_fields=["options"])
        except seal.SealBroken as error:
            raise CommandError(
                "The list of files can't be opened: add the old key to SPEAKERS_SEAL_KEYS."
            ) from error
        if left:
            raise CommandError(f"{left} files could not be deleted: look at the storage's rights.")
        self.stdout.write("Nothing is left to do.")
