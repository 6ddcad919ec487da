"""`start_site TITLE`: the first pages of an empty site, ready for staff."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from episodes.models import SeriesPage
from forum_cms.start import (
    SiteExists,
    fill_menu,
    other_locales,
    publish,
    start_site,
    translate,
)


class Command(BaseCommand):
    help = (
        "Make the home page, the lists of people and organisations, and a first series, "
        "in each language."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("title", help="The site's name, for example “Forum 2000 online”.")
        parser.add_argument("--hostname", default="localhost")
        parser.add_argument("--port", type=int, default=80)
        parser.add_argument("--series", default="", help="Title of a first series.")
        parser.add_argument(
            "--hashtag", default="", help="Its hashtag, for example #Forum2000online."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            new = start_site(
                options["title"], options["hostname"], options["port"], options["hashtag"]
            )
        except SiteExists as error:
            raise CommandError(str(error)) from error
        header = [new.people, new.organisations]
        if options["series"]:
            series = SeriesPage(title=options["series"], hashtag=options["hashtag"])
            publish(new.home, series)
            for locale in other_locales():
                translate(series, locale)
            header.insert(0, series)
            self.stdout.write(f"Series: --series {series.slug}")
        fill_menu(new.home, header, [])
        self.stdout.write(self.style.SUCCESS(f"The site “{new.home.title}” stands."))
