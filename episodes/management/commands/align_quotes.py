"""`align_quotes --captions FILE --quotes FILE.json`: where each quote is said."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from episodes.formats import captions
from episodes.formats.alignment import Transcript
from episodes.formats.errors import FormatError
from episodes.formats.timecode import format as clock
from episodes.sentences import translated


class Command(BaseCommand):
    """Reads only: nothing is stored."""

    help = "Find the seconds at which quotes are said, in a caption file (.vtt, .srt)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--captions", required=True, type=Path, metavar="FILE")
        parser.add_argument(
            "--quotes", required=True, type=Path, metavar="FILE", help='As in [{"text": "…"}].'
        )
        parser.add_argument(
            "--json",
            action="store_true",
            help="Print one list with text, start, end and confidence; null where not found.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        transcript = _transcript(options["captions"])
        rows = [_row(text, transcript) for text in _texts(options["quotes"])]
        if options["json"]:
            self.stdout.write(json.dumps(rows, ensure_ascii=False))
            return
        for row in rows:
            place = "not found"
            if row["start"] is not None:
                span = f"{clock(row['start'])}–{clock(row['end'])}"
                place = f"{span} ({row['confidence']:.0%})"
            self.stdout.write(f"{place}  {row['text']}")


def _row(text: str, transcript: Transcript) -> dict[str, Any]:
    passage = transcript.find(text)
    return {
        "text": text,
        "start": passage.start if passage else None,
        "end": passage.end if passage else None,
        "confidence": passage.confidence if passage else None,
    }


def _transcript(path: Path) -> Transcript:
    try:
        return Transcript(captions.read(_bytes(path), path.name).cues)
    except FormatError as error:
        raise CommandError(translated(error)) from error


def _texts(path: Path) -> list[str]:
    try:
        rows = json.loads(_bytes(path).decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise CommandError(f"“{path.name}” is not JSON in UTF-8: {error}.") from error
    if not isinstance(rows, list):
        raise CommandError(f'“{path.name}” should hold a list, as in [{{"text": "…"}}].')
    texts = []
    for number, row in enumerate(rows, start=1):
        text = row.get("text") if isinstance(row, dict) else None
        if not isinstance(text, str):
            raise CommandError(f"“{path.name}”: quote {number} has no text.")
        texts.append(text)
    return texts


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CommandError(f"“{path}” cannot be opened: {error.strerror}.") from error
