"""`check_texts`: what asks for a second look in the words of all episodes."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from episodes.authoring import readiness
from episodes.models import EpisodePage

BATCH = 200


class Command(BaseCommand):
    """Reads only: the newest draft of every episode, as its editor's *Readiness* does."""

    help = "List what may be wrong in the words of all episodes: names, marks, blanks, quotes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--json", action="store_true", help="Print one JSON object for each place."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        keys = EpisodePage.objects.order_by("-published_on", "-pk").values_list("pk", flat=True)
        looked_at = noted = 0
        todo = list(keys)
        for some in (todo[start : start + BATCH] for start in range(0, len(todo), BATCH)):
            pages = EpisodePage.objects.in_bulk(some)
            found = readiness.of_episodes(pages.values())
            for key in some:
                rows = _rows(pages[key], found[key].remarks)
                looked_at, noted = looked_at + 1, noted + bool(rows)
                self._report(pages[key], rows, options["json"])
        if not options["json"]:
            self.stdout.write(f"{noted} of {looked_at} episodes ask for a second look.")

    def _report(self, page: EpisodePage, rows: list[dict[str, Any]], as_json: bool) -> None:
        if rows and not as_json:
            self.stdout.write(self.style.MIGRATE_HEADING(f"{page.draft_title} ({page.pk})"))
        for row in rows:
            if as_json:
                self.stdout.write(json.dumps(row, ensure_ascii=False))
            else:
                times = f" ({row['times']}×)" if row["times"] > 1 else ""
                text = f"  {row['what']}: {row['words']}{times}, {row['where']}. {row['advice']}"
                self.stdout.write(text)


def _rows(page: EpisodePage, remarks: tuple[readiness.Remark, ...]) -> list[dict[str, Any]]:
    return [
        {
            "episode": page.pk,
            "title": page.draft_title,
            "kind": remark.kind.value,
            "what": str(remark.label),
            "where": str(place.label),
            "field": place.field,
            "words": place.words,
            "times": place.times,
            "advice": remark.advice,
        }
        for remark in remarks
        for place in remark.places
    ]
