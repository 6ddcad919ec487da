"""`load_demo`: the demonstration site, with invented people."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from forum_cms.demo.load import load_demo
from forum_cms.models import HomePage
from forum_cms.start import SiteExists


class Command(BaseCommand):
    help = "Fill an empty site with the demonstration: invented people and their conversations."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--if-empty", action="store_true", help="Do nothing where a home page is already."
        )
        parser.add_argument("--port", type=int, default=8000, help="Port of the site's address.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["if_empty"] and HomePage.objects.exists():
            return
        try:
            new = load_demo(self._say, options["port"])
        except SiteExists as error:
            raise CommandError(str(error)) from error
        self.stdout.write(self.style.SUCCESS(f"The demonstration “{new.home.title}” is loaded."))

    def _say(self, sentence: str) -> None:
        self.stdout.write(f"  {sentence}")
        self.stdout.flush()
