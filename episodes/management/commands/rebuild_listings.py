"""Makes the tables that lists read anew: after a restore, or rows changed by hand."""

from typing import Any

from django.core.management.base import BaseCommand

from episodes.models import listing_index
from speakers import register_counts


class Command(BaseCommand):
    help = "Makes the tables that lists of episodes, people and organisations read anew, from the pages."

    def handle(self, *args: Any, **options: Any) -> None:
        register_counts.rebuild()
        self.stdout.write(f"{listing_index.rebuild()} episodes are listed.")
