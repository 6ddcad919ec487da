"""Makes the tables that lists read anew: after a restore, or rows changed by hand."""

from typing import Any

from django.core.management.base import BaseCommand

from episodes.models import listing_index


class Command(BaseCommand):
    help = "Makes the tables that lists of episodes read anew, from the episodes themselves."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{listing_index.rebuild()} episodes are listed.")
