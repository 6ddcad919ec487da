"""`import_article PATH… --series SLUG`: one unpublished draft for each article."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Locale

from episodes.authoring.errors import ImportFailed
from episodes.authoring.importer import Imported, import_article
from episodes.formats import article, documents
from episodes.formats.article import ArticleDraft, Problem
from episodes.formats.errors import FormatError
from episodes.models import SeriesPage
from episodes.sentences import translated


class Command(BaseCommand):
    """Each file is taken whole or not at all; a file that fails doesn't stop the others."""

    help = "Make a draft episode of each article (.docx, .txt, .md, .html), or update its draft."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--series", metavar="SLUG", help="The series that the episodes go to.")
        parser.add_argument(
            "--create-people",
            action="store_true",
            help="Also make drafts of people and organisations that have no page yet.",
        )
        parser.add_argument("--dry-run", action="store_true", help="Read only, write nothing.")
        parser.add_argument(
            "--json", action="store_true", help="Print one JSON object for each file and line."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        series = None
        if options["series"] or not options["dry_run"]:
            series = find_series(options["series"])
        # Machines read the JSON: its sentences are the same in every language of the site.
        with translation.override("en" if options["json"] else translation.get_language()):
            failed = sum(not self._take(path, series, options) for path in options["paths"])
        if failed:
            raise CommandError(
                f"{failed} of {len(options['paths'])} files could not be taken; "
                "nothing of them was written."
            )

    def _take(self, path: Path, series: SeriesPage | None, options: Any) -> bool:
        """Whether the file was taken; why not is reported."""
        try:
            self._handle_file(path, series, options)
        except FormatError as error:
            self._report_failure(path, error, options["json"])
        except ImportFailed as error:
            self._report_failure(path, FormatError(str(error)), options["json"])
        else:
            return True
        return False

    def _handle_file(self, path: Path, series: SeriesPage | None, options: Any) -> None:
        draft = article.parse(documents.read_path(path))
        imported = None
        if not options["dry_run"]:
            assert series is not None
            imported = import_article(
                draft, series, path.name, create_people=options["create_people"]
            )
        if options["json"]:
            self.stdout.write(json.dumps(_as_json(path, draft, imported), ensure_ascii=False))
        else:
            self._report(path, draft, imported)

    def _report(self, path: Path, draft: ArticleDraft, imported: Imported | None) -> None:
        self.stdout.write(self.style.MIGRATE_HEADING(str(path)))
        self.stdout.write(f"  {draft.title or '(no title)'}")
        counts = {
            "guests": len(draft.guests),
            "hosts": len(draft.hosts),
            "quotes": len(draft.as_dict()["quotes"]),
            "takeaways": len(draft.takeaways),
        }
        self.stdout.write("  " + ", ".join(f"{count} {name}" for name, count in counts.items()))
        for problem in draft.problems:
            self.stdout.write(self.style.WARNING(f"  {problem.where}: {translated(problem.error)}"))
        if imported:
            for sentence in imported.problems:
                self.stdout.write(self.style.WARNING(f"  {sentence}"))
            self.stdout.write(self.style.SUCCESS(f"  {imported.action}: draft {imported.page.pk}"))

    def _report_failure(self, path: Path, error: FormatError, as_json: bool) -> None:
        if as_json:
            empty = ArticleDraft(problems=(Problem("file", error),))
            self.stdout.write(json.dumps(_as_json(path, empty), ensure_ascii=False))
        else:
            self.stderr.write(self.style.ERROR(f"{path}: {translated(error)}"))


def find_series(slug: str | None) -> SeriesPage:
    """The series of this slug; raises CommandError with the slugs that there are."""
    known = sorted(SeriesPage.objects.values_list("slug", flat=True))
    if not slug:
        raise CommandError(f"Say which series with --series; there is: {_listed(known)}.")
    # A translated series has the same slug: articles go to the tree of the site's own language.
    own = SeriesPage.objects.filter(locale=Locale.get_default())
    found = list(own.filter(slug=slug)[:2] or SeriesPage.objects.filter(slug=slug)[:2])
    if not found:
        raise CommandError(f"There is no series “{slug}”; there is: {_listed(known)}.")
    if len(found) > 1:
        raise CommandError(f"Several pages of series are called “{slug}”: rename one of them.")
    return found[0]


def _listed(slugs: list[str]) -> str:
    return ", ".join(slugs) or _("none yet")


def _as_json(path: Path, draft: ArticleDraft, imported: Imported | None = None) -> dict[str, Any]:
    row = {"file": path.name, **draft.as_dict()}
    if imported:
        row["problems"] += [{"where": "site", "message": text} for text in imported.problems]
        row |= {"action": imported.action, "page": imported.page.pk}
    return row
