"""`import_catalogue FILE --series SLUG`: an episode for each line of a catalogue."""

import json
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from episodes.authoring.catalogue.importer import CatalogueImport, Options
from episodes.authoring.catalogue.outcome import Outcome, field_labels
from episodes.authoring.catalogue.run import run
from episodes.authoring.errors import ImportFailed
from episodes.formats.catalogue import SUFFIXES, open_catalogue
from episodes.formats.errors import FormatError
from episodes.management.progress import Progress
from episodes.sentences import translated

from .import_article import find_series


class Command(BaseCommand):
    """Safe to interrupt and to run again: what is done stays, the next run goes on."""

    help = (
        f"Make an episode of each video in a catalogue ({', '.join(SUFFIXES)}), or update it. "
        "Drafts, unless --publish is given and nothing is missing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, metavar="FILE")
        parser.add_argument("--series", metavar="SLUG", help="The series that the episodes go to.")
        parser.add_argument(
            "--publish", action="store_true", help="Publish what is complete, with its people."
        )
        parser.add_argument("--dry-run", action="store_true", help="Report only, write nothing.")
        parser.add_argument(
            "--with-deleted",
            action="store_true",
            help="Also make episodes again that somebody deleted since the last import.",
        )
        parser.add_argument(
            "--json", action="store_true", help="Print one JSON object for each row and line."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path = options["path"]
        how = Options(
            find_series(options["series"]),
            publish=options["publish"],
            dry_run=options["dry_run"],
            with_deleted=options["with_deleted"],
        )
        counts: Counter[str] = Counter()
        progress = Progress(self.stderr)
        try:
            with path.open("rb") as file:
                catalogue = open_catalogue(file, path.name)
                for outcome in run(CatalogueImport(how), catalogue):
                    counts[outcome.action] += 1
                    counts["live"] += outcome.live
                    progress.show(catalogue.share_read, counts.total() - counts["live"])
                    self._report(outcome, options)
        except OSError as error:
            raise CommandError(f"{path} can't be read: {error.strerror}.") from error
        except FormatError as error:
            raise CommandError(_stopped(translated(error), counts)) from error
        except ImportFailed as failure:
            raise CommandError(_stopped(str(failure), counts)) from failure
        except KeyboardInterrupt:
            raise CommandError(_stopped("Interrupted.", counts)) from None
        finally:
            progress.end()
        if not options["json"]:
            self.stdout.write(_summary(counts, options["dry_run"]))

    def _report(self, outcome: Outcome, options: Any) -> None:
        if options["json"]:
            self.stdout.write(json.dumps(as_json(outcome), ensure_ascii=False))
        elif outcome.action == "refused" or options["verbosity"] > 1:
            labels = field_labels()
            self.stdout.write(f"line {outcome.line}: {outcome.action}: {outcome.title}")
            for note in outcome.notes:
                where = f"{labels.get(note.field, note.field)}: " if note.field else ""
                self.stdout.write(self.style.WARNING(f"  {where}{note.sentence}"))


def as_json(outcome: Outcome) -> dict[str, Any]:
    return {
        "line": outcome.line,
        "title": outcome.title,
        "action": outcome.action,
        "page": outcome.page,
        "live": outcome.live,
        "notes": [{"field": note.field, "sentence": note.sentence} for note in outcome.notes],
    }


def _summary(counts: Counter[str], dry_run: bool) -> str:
    actions = ("made", "updated", "unchanged", "refused")
    parts = ", ".join(f"{counts[action]} {action}" for action in actions)
    tail = "; nothing was written" if dry_run else ""
    return f"{parts}; {counts['live']} of them are published{tail}."


def _stopped(sentence: str, counts: Counter[str]) -> str:
    return f"{sentence} Until then: {_summary(counts, False)} The next run goes on from there."
