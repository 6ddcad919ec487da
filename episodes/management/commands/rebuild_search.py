"""`manage.py rebuild_search`: makes the index of the site's search again."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from episodes.models import SearchEntry
from episodes.search import index


class Command(BaseCommand):
    help = (
        "Looks at every page again and mends what the search knows of it. Visitors can search "
        "and editors can save meanwhile; running it twice does no harm."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--empty-first",
            action="store_true",
            help="Throw the index away before; until it is made, less is found.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["empty_first"]:
            SearchEntry.objects.all().delete()
        done = 0
        for done in index.rebuild():
            if self.stdout.isatty():
                self.stdout.write(f"\r{done} pages …", ending="")
        entries = SearchEntry.objects.count()
        self.stdout.write(f"\r{done} pages looked at; {entries} entries can be found.")
